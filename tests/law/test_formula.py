"""Conditions become formulas that mean the same, and wrong answers are refused by name."""

from __future__ import annotations

from collections.abc import Mapping
from operator import not_

import pytest
from hypothesis import given

from qingdan.law.formula import FALSE, TRUE, Formula, Resolver, settled_by_parts
from qingdan.law.grammar.conditions import NEVER, Condition, OnNegativeList, YesNo, all_of, any_of, taking
from qingdan.law.grammar.readings import Chosen
from qingdan.law.grammar.refusal import UnknownFact, WrongAnswer
from tests.law.worlds import (
    CITE,
    FACTS,
    World,
    chosen_readings,
    colour,
    conditions,
    exact,
    finding,
    holds,
    law,
    p,
    q,
    said,
    sheets,
    size,
    undecided,
)


def by_parts(formula: Formula, codes: list[int]) -> bool | None:
    """Kleene's value, written out plainly."""
    if formula.op == "constant":
        return formula.value
    if formula.op == "literal":
        return None if not codes[formula.var] else bool(formula.cells >> (codes[formula.var] - 1) & 1)
    values = [by_parts(part, codes) for part in formula.parts]
    decisive = formula.op == "or"
    if decisive in values:
        return decisive
    return None if None in values else not decisive


@given(conditions, sheets, chosen_readings)
def test_a_formula_means_what_the_condition_says(
    c: Condition, sheet: World, readings: Mapping[str, Chosen]
) -> None:
    resolver = law(c, readings=readings)
    full = {key: (False if value is None else value) for key, value in sheet.items()}
    full["colour"], full["size"] = sheet["colour"] or "red", sheet["size"] or 0
    codes = resolver.encode(full)
    assert by_parts(resolver.resolve(c), codes) is holds(c, full, readings)
    assert by_parts(resolver.resolve(c, negated=True), codes) is not holds(c, full, readings)


@given(conditions, sheets, chosen_readings)
def test_where_parts_are_said_to_settle_a_formula_they_do(
    c: Condition, sheet: World, readings: Mapping[str, Chosen]
) -> None:
    resolver = law(c, readings=readings)
    formula = resolver.resolve(c)
    if settled_by_parts(formula, [cells.size for cells in resolver.cells]):
        assert by_parts(formula, resolver.encode(sheet)) is exact(c, sheet, FACTS, readings)


def test_x_or_not_x_is_true_without_an_answer() -> None:
    resolver = law(p | ~p, p & ~p)
    assert resolver.resolve(p | ~p) is TRUE
    assert resolver.resolve(p & ~p) is FALSE


def test_a_fact_for_and_against_in_different_parts_needs_a_diagram() -> None:
    mixed = (p & q) | (~p & ~q)
    resolver = law(mixed)
    assert not settled_by_parts(resolver.resolve(mixed), [c.size for c in resolver.cells])


def test_options_that_leave_no_answer_out_or_none_in_common_need_a_diagram() -> None:
    red_or_green, green_or_blue = colour.is_("red", "green"), colour.is_("green", "blue")
    all_answers = (red_or_green & p) | (green_or_blue & p)  # with p it is true of every colour
    no_answer = (colour.is_("red") | p) & (colour.is_("green") | p)  # without p it is true of none
    apart = (colour.is_("red") & p) | (colour.is_("red", "green") & q)
    resolver = law(all_answers, no_answer, apart)
    sizes = [c.size for c in resolver.cells]
    assert not settled_by_parts(resolver.resolve(all_answers), sizes)
    assert not settled_by_parts(resolver.resolve(no_answer), sizes)
    assert settled_by_parts(resolver.resolve(apart), sizes)


def test_two_options_of_one_choice_are_one_literal() -> None:
    resolver = law(colour.is_("red") | colour.is_("green"))
    assert resolver.resolve(colour.is_("red") | colour.is_("green")) is resolver.resolve(~colour.is_("blue"))


def test_equal_formulas_are_one_object() -> None:
    resolver = law(p & q)
    assert resolver.resolve(p & q) is resolver.resolve(all_of(p, all_of(p, q)))


def test_nothing_required_is_true_and_no_alternative_is_false() -> None:
    resolver = law(p)
    assert resolver.resolve(all_of()) is TRUE
    assert resolver.resolve(any_of()) is FALSE


def test_a_condition_is_no_truth_value() -> None:
    for asks in (bool, not_, lambda c: all([c, q]), lambda c: any([c, q])):
        for condition in (p, p & q, finding("f", p)):
            with pytest.raises(TypeError, match="never with and / or"):
                asks(condition)


def test_a_number_alone_is_no_condition() -> None:
    with pytest.raises(TypeError, match="needs"):
        law(p & size).resolve(p & size)  # type: ignore[operator]


def test_a_choice_knows_its_options() -> None:
    with pytest.raises(ValueError, match="no option purple"):
        colour.is_("purple")
    with pytest.raises(ValueError, match="none given"):
        colour.is_()


def test_a_reading_knows_its_options() -> None:
    with pytest.raises(ValueError, match="no option"):
        taking(undecided, 99)


def test_an_undecided_threshold_is_met_by_nobody_and_missed_by_nobody() -> None:
    over, under = size >= undecided, size < undecided
    resolver = law(over, under)
    for number in (None, 0, 3, 4):
        codes = resolver.encode({"size": number})
        assert by_parts(resolver.resolve(over), codes) is None
        assert by_parts(resolver.resolve(under), codes) is None
    decided = law(over, under, readings={"undecided": 3})
    assert by_parts(decided.resolve(over), decided.encode({"size": 3})) is True
    assert by_parts(decided.resolve(under), decided.encode({"size": 3})) is False


def test_a_threshold_cuts_the_day_before_and_the_day_after() -> None:
    resolver = law(size >= 2, size > 2)
    over, above = resolver.resolve(size >= 2), resolver.resolve(size > 2)
    for number, reached, exceeded in ((1, False, False), (2, True, False), (3, True, True)):
        codes = resolver.encode({"size": number})
        assert by_parts(over, codes) is reached
        assert by_parts(above, codes) is exceeded


def test_each_cell_has_an_answer_that_lies_in_it() -> None:
    resolver = law(p & colour.is_("red"), size >= 2, size > 3)
    for cells in resolver.cells:
        assert [cells.of(cells.representative(cell)) for cell in range(cells.size)] == list(range(cells.size))


def test_a_threshold_that_was_not_surveyed_is_named() -> None:
    with pytest.raises(ValueError, match="not among the conditions surveyed"):
        law(size >= 2).resolve(size >= 3)


def test_a_fact_of_another_law_is_refused() -> None:
    stranger = YesNo(asks=said("stranger?"), cite=CITE, yes=said("yes"), no=said("no"))
    with pytest.raises(UnknownFact, match="stranger"):
        law(p).resolve(stranger)


def test_without_an_edition_the_negative_list_cannot_be_asked() -> None:
    with pytest.raises(UnknownFact, match="no edition"):
        Resolver([OnNegativeList()]).resolve(OnNegativeList())
    assert Resolver([OnNegativeList()], listed=NEVER).resolve(OnNegativeList()) is FALSE


@pytest.mark.parametrize(
    ("key", "answer", "message"),
    [
        ("p", "yes", "p: 'yes' is no answer here; give yes or no"),
        ("p", 1, "p: 1 is no answer here"),
        ("p", 0, "p: 0 is no answer here"),
        ("size", True, "size: True is no answer here; give a whole number from 0 to 4"),
        ("size", 5, "size: 5 is no answer here"),
        ("size", -1, "size: -1 is no answer here"),
        ("size", 2.0, "size: 2.0 is no answer here"),
        ("size", "2", "size: '2' is no answer here"),
        pytest.param("size", 1 << 100_000, "size: … is no answer here", id="too long to print"),
        ("colour", "purple", "colour: 'purple' is no answer here; give one of red, green, blue"),
        ("colour", 0, "colour: 0 is no answer here"),
        ("colour", ["red"], "colour: .* is no answer here"),
        ("colour", "{red}", "colour: '{red}' is no answer here"),
    ],
)
def test_a_wrong_answer_is_refused_with_what_would_be_right(key: str, answer: object, message: str) -> None:
    with pytest.raises(WrongAnswer, match=message) as refused:
        law(p & colour.is_("red") & (size >= 2)).encode({key: answer})
    assert refused.value.of("zh").startswith(key)


def test_a_question_the_law_does_not_ask_is_refused() -> None:
    with pytest.raises(UnknownFact, match="nonsense is no question"):
        law(p).encode({"nonsense": True})


def test_none_is_not_yet_known() -> None:
    assert law(p).encode({"p": None, "colour": None}) == [0] * len(FACTS)
