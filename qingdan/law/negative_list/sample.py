"""Two illustrative editions of the Negative List. No authority published them: the law contains no list."""

from datetime import date

from qingdan.law.grammar.text import Text
from qingdan.law.negative_list import sample_entries as entries
from qingdan.law.negative_list.edition import ListEdition

_NOTICE = Text(
    "Illustrative sample made for this software. Not published by any authority; it binds nobody.",
    "本清单系本软件编制的示例，并非任何机关公布，不具约束力。",
)

SAMPLE_2026 = ListEdition(
    key="sample-2026",
    title=Text("Illustrative Negative List 2026", "负面清单示例（2026年）"),
    published=date(2025, 6, 20),
    effective=date(2026, 1, 1),
    entries=(
        entries.AUTOMATED_DRIVING,
        entries.CLINICAL_DECISION,
        entries.CRITICAL_INFRASTRUCTURE,
        entries.PUBLIC_TRANSPORT,
        entries.JUDICIAL_DECISION,
        entries.AUTOMATED_LENDING,
        entries.OPINION_MODEL_2026,
    ),
    illustrative=True,
    notice=_NOTICE,
)
SAMPLE_2027 = ListEdition(
    key="sample-2027",
    title=Text("Illustrative Negative List 2027", "负面清单示例（2027年）"),
    published=date(2026, 6, 25),
    effective=date(2027, 1, 1),
    entries=(
        entries.AUTOMATED_DRIVING,
        entries.CLINICAL_DECISION,
        entries.CRITICAL_INFRASTRUCTURE,
        entries.PUBLIC_TRANSPORT,
        entries.JUDICIAL_DECISION,
        entries.OPINION_MODEL_2027,
        entries.AUTOMATED_HIRING,
        entries.MASS_COMPANION,
    ),
    illustrative=True,
    notice=_NOTICE,
    first=False,
)

EDITIONS = (SAMPLE_2026, SAMPLE_2027)
