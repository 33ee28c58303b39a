"""What a penalty case comes to under the law's own findings and bars, from what the officers recorded.

Nothing is decided here twice: a guard asks the finding of the article (Article 28, say) or the bar of the Penalty Law,
under the readings taken. What is not recorded stays unknown, and unknown never carries a penalty.

Of an entry's subject facts it reads: ``status``; ``incidents``, a list of ``{"on": day, "severity": grade}`` with the
grades of Article 33 (larger, major, extraordinary ...); ``penalties``, a list of days on which penalties took effect;
``suspended_on`` and ``found_uncorrected``, days or None, of the suspension that stands.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from qingdan.law.facts import circumstances, violation
from qingdan.law.grammar.conditions import Condition
from qingdan.law.grammar.rules import Bar
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law import a67_public_interest
from qingdan.law.model_law.a28_suspension import counting_window
from qingdan.law.neighbours import penalty_law, penalty_procedure
from qingdan.law.neighbours import penalty_terms as terms
from qingdan.law.pack import model_law
from qingdan.law.penalties.code import penalty_code
from qingdan.law.readings.licensing import revoke_significant
from qingdan.law.statutes import PENALTY_LAW
from qingdan.procedures.grammar.fields import Asks, Field, choice, day
from qingdan.procedures.grammar.guards import Guard, Situation

_SIGNIFICANT = {
    "major": ("major", "extraordinary"),
    "larger": ("larger", "major", "extraordinary"),
}
_SPEAKING = (
    circumstances.corrected_in_time,
    circumstances.minor_violation,
    circumstances.faultless,
    circumstances.harms_life_health_or_finance,
    circumstances.suspected_crime,
)
ACTIVITY = choice("activity", violation.violating_activity.asks, dict(violation.violating_activity.options))
HARM = choice("harm", circumstances.harm.asks, dict(circumstances.harm.options))
PROVEN = Field(key="facts_proven", says=violation.facts_proven.asks, asks=Asks.YES_NO)
CIRCUMSTANCES = Field(
    key="circumstances",
    says=Text(
        "circumstances found; what is not chosen is found not to be so", "认定的情节（未选即认定不具备）"
    ),
    asks=Asks.CHOICES,
    options={**{f.key: f.yes for f in _SPEAKING}, "none": Text("none of these", "均不具备")},
)
FIRST = Field(
    key="penalised_before",
    asks=Asks.YES_NO,
    says=Text("was the party penalised before?", "当事人此前是否受过行政处罚？"),
)
ENDED = day(
    "ended_on", Text("when the violation ended; today if it goes on", "违法行为终了之日；持续的填当日")
)
DISCOVERED = day("discovered_on", Text("when it was discovered", "发现违法行为之日"))
FINDINGS = (PROVEN, ENDED, DISCOVERED, HARM, FIRST, CIRCUMSTANCES)
"""The fields in which two officers record what they found; ``ACTIVITY`` is asked where it is not plain."""


def counted(s: Situation, days: list[str]) -> int:
    """Return how many of ``days`` still count towards "multiple": those within the window of the reading taken."""
    return sum(not s.past(counting_window, date.fromisoformat(d)) for d in days)


def incidents(s: Situation) -> list[dict[str, str]]:
    """Return the incidents on record, with day and severity."""
    return list(s.subject.get("incidents") or ())


def significant(s: Situation) -> bool:
    """Tell whether an incident on record is significant under the reading taken."""
    grades = _SIGNIFICANT[str(s.taken_reading(revoke_significant))]
    return any(i["severity"] in grades for i in incidents(s))


def since_suspension(s: Situation) -> bool:
    """Tell whether a further incident or penalty is on record after the day of the suspension."""
    since = s.subject.get("suspended_on")
    days = (*(i["on"] for i in incidents(s)), *(s.subject.get("penalties") or ()))
    return since is not None and any(d > since for d in days)


def answers(s: Situation) -> dict[str, Any]:
    """Return what the case says to the questions of the law about a violation."""
    said = {**s.kept, **s.given}
    status = s.subject.get("status")
    found: dict[str, Any] = {
        "holds_licence": status in {"active", "suspended"},
        "recent_incidents": counted(s, [i["on"] for i in incidents(s)]),
        "recent_penalties": counted(s, list(s.subject.get("penalties") or ())),
        "caused_significant_incident": significant(s),
        "licence_was_suspended": s.subject.get("suspended_on") is not None,
        "uncorrected_in_rectification": s.subject.get("found_uncorrected") is not None,
        "relapsed_after_suspension": since_suspension(s),
    }
    if "facts_proven" not in said:
        return found
    chosen = said["circumstances"]
    return {
        **found,
        **{f.key: f.key in chosen for f in _SPEAKING},
        "facts_proven": said["facts_proven"],
        "violating_activity": said.get("activity", "provision"),  # a registration is always of provision
        "harm": said["harm"],
        "prior_penalties": int(said["penalised_before"]),
        "discovered_in_time": _in_time(
            s, said, grave=circumstances.harms_life_health_or_finance.key in chosen
        ),
        "transferred_to_justice": False,
    }


def _in_time(s: Situation, said: dict[str, Any], *, grave: bool) -> bool:
    period = (terms.time_bar_grave if grave else terms.time_bar).period
    assert isinstance(period.amount, int)  # noqa: S101 - the law itself states both
    assert isinstance(period.unit, Unit)  # noqa: S101
    discovered, ended = date.fromisoformat(said["discovered_on"]), date.fromisoformat(said["ended_on"])
    return ended >= s.period_end(discovered, -period.amount, period.unit)


def holds(s: Situation, condition: Condition, **more: Any) -> bool | None:  # noqa: ANN401 - plain answers
    """Return the exact value of ``condition`` in this case: None where something is not known."""
    taken = {r.name: t for r in model_law().readings if (t := s.taken_reading(r)) != r.default}
    code = penalty_code(taken)
    return code.value(condition, code.encode({**answers(s), **more}))


NOT_BOTH = Guard(
    says=Text(
        "“none of these” cannot stand beside a circumstance; choose one or the other",
        "“均不具备”不得与其他情节同时选择；请重新选择",
    ),
    cite=Cite(PENALTY_LAW, 40),
    asks=("circumstances",),
    met=lambda s: len(s.given["circumstances"]) == 1 or "none" not in s.given["circumstances"],
)


def shown(condition: Condition, says: Text, cite: Cite, **more: Any) -> Guard:  # noqa: ANN401
    """Only where the law's own condition is shown to hold."""
    return Guard(says=says, cite=cite, met=lambda s: holds(s, condition, **more) is True)


def not_barred(bar: Bar) -> Guard:
    """Not where a bar of the law holds; it says why, and what to do instead."""
    says = Text(f"{bar.because.en}; {bar.remedy.en}", f"{bar.because.zh}；{bar.remedy.zh}")
    return Guard(says=says, cite=bar.cite, met=lambda s: holds(s, bar.when) is not True)


PUNITIVE_BARS = (
    penalty_procedure.time_barred,
    penalty_law.without_fault,
    penalty_law.minor_corrected_harmless,
    a67_public_interest.crime_not_transferred,
)
PROVEN_FIRST = not_barred(penalty_law.unproven)
LAWFUL = (PROVEN_FIRST, *map(not_barred, PUNITIVE_BARS))
"""What the law refuses of every penalty, whatever its ground."""
