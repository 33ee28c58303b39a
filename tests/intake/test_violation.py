"""Violation files: every refusal with file, line and field."""

from __future__ import annotations

from pathlib import Path

import pytest

from qingdan.intake.document import BadDocument
from qingdan.intake.violation import parse_violation, read_violation

EXAMPLES = sorted((Path(__file__).parent.parent.parent / "examples" / "violations").glob("*.yaml"))

GOOD = """\
title: {en: No label, zh: 未标识}
violation:
  violating_activity: provision
  breach: duty
  unlawful_gains: 80,000 yuan
circumstances:
  prior_penalties: 0
dates:
  case_opened: 2026-01-19
  penalty_decided: 2026-03-24
turnover:
  2025: {entity_world: "80,000,000 yuan"}
persons:
  - {name: Lin, person_directly_responsible: yes}
proposed:
  rule: general_ordinary
  fine: 20,000 yuan
  measures: [warning]
"""


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_every_example_is_read_and_bounded(path: Path) -> None:
    file = read_violation(path)
    assert file.bounds().lawful is file.expected["lawful"]


def test_a_violation_file_becomes_a_violation() -> None:
    file = parse_violation(GOOD)
    assert file.title is not None
    assert file.title.zh == "未标识"
    assert file.violation.answers["unlawful_gains"] == 8_000_000
    assert file.violation.turnover == {2025: {"entity_world": 8_000_000_000}}
    assert file.violation.proposed is not None
    assert file.violation.proposed.fine == 2_000_000


@pytest.mark.parametrize(
    ("was", "now", "line", "field", "reason"),
    [
        ("violation:\n", "violations:\n", 2, "violations", "did you mean violation"),
        ("breach: duty", "breech: duty", 4, "violation.breech", "did you mean breach"),
        ("breach: duty", "breach: duties", 4, "violation.breach", "duty"),
        ("prior_penalties: 0", "prior_penalties: none", 7, "circumstances.prior_penalties", "whole number"),
        ("80,000 yuan\n", "80,000\n", 5, "violation.unlawful_gains", "whole fen, or yuan"),
        ("80,000 yuan\n", "1.234 yuan\n", 5, "violation.unlawful_gains", "whole fen, or yuan"),
        ("case_opened: 2026", "case_vanished: 2026", 9, "dates.case_vanished", "no such event"),
        (
            "penalty_decided: 2026-03",
            "penalty_decided: 2026-02-30 #",
            10,
            "dates.penalty_decided",
            "no day of any calendar",
        ),
        ("2025: {", "last: {", 12, "turnover.last", "give a year"),
        ('"80,000,000 yuan"', "lots", 12, "turnover.2025.entity_world", "whole fen, or yuan"),
        ("- {name: Lin,", "- {nome: Lin,", 14, "persons[0]", "unknown field nome"),
        (
            "responsible: yes",
            "responsible: perhaps",
            14,
            "persons[0].person_directly_responsible",
            "true, false or null",
        ),
        ("rule: general_ordinary", "rule: general", 16, "proposed.rule", "no penalty is called general"),
        ("fine: 20,000 yuan", "fine: much", 17, "proposed.fine", "whole fen, or yuan"),
        ("[warning]", "[scolding]", 18, "proposed.measures", "no measure is called scolding"),
        ("title: {en: No label, zh: 未标识}", "title: [a]", 1, "title", "give a title"),
        ("circumstances:", "readings: {a.b: c}\ncircumstances:", 6, "readings.a.b", "not a reading"),
    ],
)
def test_each_mistake_is_named_where_it_stands(
    was: str, now: str, line: int, field: str, reason: str
) -> None:
    assert was in GOOD
    with pytest.raises(BadDocument, match=reason) as refused:
        parse_violation(GOOD.replace(was, now, 1), "v.yaml").bounds()
    assert refused.value.of("en").startswith(f"v.yaml:{line}: {field}: ")
    assert refused.value.of("zh").startswith(f"v.yaml:{line}: {field}: ")


def test_dates_out_of_order_are_refused_where_they_stand() -> None:
    text = GOOD.replace("penalty_decided: 2026-03-24", "penalty_decided: 2026-01-02")
    with pytest.raises(BadDocument, match="lies before case_opened") as refused:
        parse_violation(text).bounds()
    assert refused.value.field == ("dates", "penalty_decided")


def test_an_answer_that_contradicts_the_dates_is_refused_where_it_stands() -> None:
    text = GOOD.replace("circumstances:", "proceedings: {decided_in_time: no}\ncircumstances:")
    with pytest.raises(BadDocument, match="dates or proposal say") as refused:
        parse_violation(text).bounds()
    assert refused.value.field == ("proceedings", "decided_in_time")
    assert refused.value.line == 6


def test_an_answer_given_in_two_sections_is_refused() -> None:
    text = GOOD.replace("circumstances:", "proceedings: {breach: duty}\ncircumstances:")
    with pytest.raises(BadDocument, match="answered twice"):
        parse_violation(text)
