"""Compiled rules: the same exact values as trying every world, and reasons that suffice."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingdan.law.grammar.conditions import Condition
from qingdan.law.grammar.readings import Chosen
from qingdan.law.grammar.refusal import UnknownFact, WrongAnswer
from qingdan.law.ruleset import RuleSet
from tests.law.worlds import (
    FACTS,
    World,
    chosen_readings,
    colour,
    conditions,
    exact,
    finding,
    law,
    p,
    q,
    r,
    sheets,
    size,
)

Readings = Mapping[str, Chosen]
several = st.lists(conditions, min_size=1, max_size=4)


def rules_of(*conditions: Condition, readings: Readings | None = None) -> RuleSet:
    findings = [finding(f"f{i}", c) for i, c in enumerate(conditions)]
    return RuleSet(law(*findings, readings=readings), findings)


@given(several, sheets, chosen_readings)
def test_every_finding_has_its_exact_value(cs: list[Condition], sheet: World, readings: Readings) -> None:
    expected = {f"f{i}": exact(c, sheet, FACTS, readings) for i, c in enumerate(cs)}
    rules = rules_of(*cs, readings=readings)
    assert rules.judge(sheet) == expected
    assert {k: t.value for k, t in rules.trace(sheet).items()} == expected
    assert rules.judge({k: v for k, v in sheet.items() if v is not None}) == expected


@given(several, sheets, chosen_readings)
def test_the_facts_of_a_trace_suffice_and_none_can_be_spared(
    cs: list[Condition], sheet: World, readings: Readings
) -> None:
    for c, traced in zip(cs, rules_of(*cs, readings=readings).trace(sheet).values(), strict=True):
        if traced.value is not None:
            deciding = [f.key for f in traced.facts]
            assert exact(c, {key: sheet[key] for key in deciding}, FACTS, readings) is traced.value
            for spared in deciding:
                rest = {key: sheet[key] for key in deciding if key != spared}
                assert exact(c, rest, FACTS, readings) is None


@given(several, sheets, chosen_readings)
def test_an_open_finding_names_exactly_the_questions_that_can_still_settle_it(
    cs: list[Condition], sheet: World, readings: Readings
) -> None:
    rules = rules_of(*cs, readings=readings)
    codes = rules.resolver.encode(sheet)
    for traced, formula in zip(rules.trace(sheet).values(), rules.formulas, strict=True):
        if traced.value is None:
            left = rules.diagrams.restrict(rules.diagrams.build(formula), codes)
            assert [f.key for f in traced.facts] == [
                FACTS[v].key for v in sorted(rules.diagrams.support(left))
            ]


def test_a_trace_stays_what_it_was_when_the_sheet_changes() -> None:
    rules = rules_of((p & q) | (~p & r))
    sheet = {"p": True, "q": True}
    traced = rules.trace(sheet)["f0"]
    sheet["p"] = False
    assert [f.key for f in traced.facts] == ["p", "q"]


def test_a_finding_of_findings_uses_each_value_as_it_was_found() -> None:
    first = finding("first", p & q)
    second = finding("second", p | r)
    third = finding("third", first | second, unless=q)
    rules = RuleSet(law(first, second, third), [first, second, third])
    assert rules.judge({"p": True, "q": False}) == {"first": False, "second": True, "third": True}


def test_one_no_decides_and_the_rest_is_not_named() -> None:
    traced = rules_of(p & q & r).trace({"p": True, "q": False, "r": False})["f0"]
    assert traced.value is False
    assert [f.key for f in traced.facts] == ["q"]


def test_an_unknown_that_decides_between_two_things_both_true_decides_nothing() -> None:
    either = (p & (q | r)) | (~p & (q | colour.is_("red")))
    rules = rules_of(either)
    assert rules.judge({"q": True}) == {"f0": True}
    assert rules.judge({"q": False, "r": False, "colour": "blue"}) == {"f0": False}
    assert rules.judge({"q": False, "r": True}) == {"f0": None}


def test_options_between_them_covering_every_answer_settle_it_unanswered() -> None:
    covered = (colour.is_("red", "green") & p) | (colour.is_("green", "blue") & p)
    missed = (colour.is_("red") | p) & (colour.is_("green") | p)
    rules = rules_of(covered, missed)
    assert list(rules.judge({"p": True}).values()) == [True, True]
    assert list(rules.judge({"p": False}).values()) == [False, False]


def test_what_holds_either_way_holds_unanswered() -> None:
    rules = rules_of((p & q) | (~p & q))
    assert rules.judge({"q": True}) == {"f0": True}
    assert [f.key for f in rules.trace({"q": True})["f0"].facts] == ["q"]


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"p": "yes"}, "p: 'yes' is no answer"),
        ({"p": 1}, "p: 1 is no answer"),
        ({"p": 0.0}, "p: 0.0 is no answer"),
        ({"p": []}, "p: .* is no answer"),
        ({"colour": "purple"}, "colour: 'purple' is no answer"),
        ({"colour": {}}, "colour: .* is no answer"),
        ({"size": True}, "size: True is no answer"),
        ({"size": 99}, "size: 99 is no answer"),
        ({"size": 1.0}, "size: 1.0 is no answer"),
        ({"p": True, "r": "perhaps"}, "r: 'perhaps' is no answer"),
    ],
)
@pytest.mark.parametrize("how", ["judge", "trace"])
@pytest.mark.parametrize("by_diagram", [False, True])
def test_a_wrong_answer_is_refused_even_to_a_question_no_rule_here_turns_on(
    answers: dict[str, object],
    message: str,
    how: str,
    by_diagram: bool,  # noqa: FBT001
) -> None:
    condition = (p & q & (size >= 2)) | (colour.is_("red") & ~p if by_diagram else colour.is_("red"))
    with pytest.raises(WrongAnswer, match=message):
        getattr(rules_of(condition), how)(answers)


def test_an_unknown_question_is_refused() -> None:
    with pytest.raises(UnknownFact, match="nonsense"):
        rules_of(p).judge({"nonsense": True})
    with pytest.raises(UnknownFact, match="nonsense"):
        rules_of(p).trace({"nonsense": None})
