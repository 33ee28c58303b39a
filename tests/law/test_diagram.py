"""Diagrams are exact: each operation against every possible world."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from qingdan.law.diagram import NO, YES, Diagrams, Node
from qingdan.law.formula import Resolver
from qingdan.law.grammar.conditions import Condition
from qingdan.law.grammar.readings import Chosen
from tests.law.worlds import (
    FACTS,
    World,
    chosen_readings,
    completions,
    conditions,
    exact,
    holds,
    law,
    p,
    possible,
    q,
    r,
    sheets,
)

Readings = Mapping[str, Chosen]


def drawn(c: Condition, readings: Readings) -> tuple[Resolver, Diagrams, Node]:
    """Return a condition's diagram with the store it lives in."""
    resolver = law(c, readings=readings)
    diagrams = Diagrams([cells.size for cells in resolver.cells])
    return resolver, diagrams, diagrams.build(resolver.resolve(c))


def matters(c: Condition, key: str, answers: World, readings: Readings) -> bool:
    """Tell by trial whether the answer to ``key`` can make a difference."""
    fact = next(f for f in FACTS if f.key == key)
    for world in completions({**answers, key: possible(fact)[0]}, FACTS):
        if len({holds(c, {**world, key: value}, readings) for value in possible(fact)}) > 1:
            return True
    return False


@given(conditions, sheets, chosen_readings)
def test_the_value_is_what_all_completions_agree_on(c: Condition, sheet: World, readings: Readings) -> None:
    resolver, diagrams, node = drawn(c, readings)
    codes = resolver.encode(sheet)
    expected = exact(c, sheet, FACTS, readings)
    assert diagrams.value(node, codes) is expected
    assert diagrams.value(diagrams.opposite(node), codes) is (None if expected is None else not expected)
    assert (diagrams.restrict(node, codes) is (YES if expected else NO)) is (expected is not None)


@given(conditions, conditions, chosen_readings)
def test_equal_meaning_is_one_object(one: Condition, other: Condition, readings: Readings) -> None:
    resolver = law(one, other, readings=readings)
    diagrams = Diagrams([cells.size for cells in resolver.cells])
    same = diagrams.build(resolver.resolve(one)) is diagrams.build(resolver.resolve(other))
    assert same is all(holds(one, w, readings) is holds(other, w, readings) for w in completions({}, FACTS))


@given(conditions, sheets, chosen_readings)
def test_what_is_left_depends_on_exactly_the_questions_that_matter(
    c: Condition, sheet: World, readings: Readings
) -> None:
    resolver, diagrams, node = drawn(c, readings)
    left = diagrams.support(diagrams.restrict(node, resolver.encode(sheet)))
    open_keys = [f.key for f in FACTS if sheet[f.key] is None]
    assert {resolver.facts[v].key for v in left} == {k for k in open_keys if matters(c, k, sheet, readings)}


@given(conditions, st.sampled_from(FACTS), chosen_readings)
def test_answered_lists_what_is_left_after_each_answer(
    c: Condition, fact: object, readings: Readings
) -> None:
    resolver, diagrams, node = drawn(c, readings)
    var = [f is fact for f in resolver.facts].index(True)
    for cell, left in enumerate(diagrams.answered(node, var)):
        codes = [0] * len(FACTS)
        codes[var] = cell + 1
        assert left is diagrams.restrict(node, codes)


@given(conditions, st.sampled_from(range(len(FACTS))), sheets, chosen_readings)
def test_whatever_holds_for_every_or_for_some_answer(
    c: Condition, var: int, sheet: World, readings: Readings
) -> None:
    resolver, diagrams, node = drawn(c, readings)
    rest = {**sheet, FACTS[var].key: None}
    values = [exact(c, {**rest, FACTS[var].key: v}, FACTS, readings) for v in possible(FACTS[var])]
    codes = resolver.encode(rest)
    certainly = diagrams.whatever(node, var, certainly=True)
    possibly = diagrams.whatever(node, var, certainly=False)
    assert var not in diagrams.support(certainly) | diagrams.support(possibly)
    assert (diagrams.value(certainly, codes) is True) is all(v is True for v in values)
    assert (diagrams.value(possibly, codes) is False) is all(v is False for v in values)


@given(conditions, sheets, chosen_readings)
def test_the_deciding_facts_suffice_and_none_can_be_spared(
    c: Condition, sheet: World, readings: Readings
) -> None:
    resolver, diagrams, node = drawn(c, readings)
    value = exact(c, sheet, FACTS, readings)
    deciding = [FACTS[v].key for v in diagrams.deciding(node, resolver.encode(sheet))]
    if value is None:
        assert deciding == []
        return
    assert exact(c, {k: sheet[k] for k in deciding}, FACTS, readings) is value
    for spared in deciding:
        assert exact(c, {k: sheet[k] for k in deciding if k != spared}, FACTS, readings) is None


def cheapest(
    c: Condition, sheet: World, readings: Readings, *, wanted: bool, fixed: frozenset[str]
) -> int | None:
    """Return by trial what the cheapest way to the wanted result costs: 1 to fill in, 1000 to change."""
    free = [f for f in FACTS if f.key not in fixed]
    prices = {
        sum(1 if sheet[f.key] is None else 1000 for f in some)
        for count in range(len(free) + 1)
        for some in combinations(free, count)
        for values in product(*(possible(f) for f in some))
        if exact(c, {**sheet, **{f.key: v for f, v in zip(some, values, strict=True)}}, FACTS, readings)
        is wanted
    }
    return min(prices, default=None)


@settings(max_examples=40)
@given(conditions, sheets, st.booleans(), st.sets(st.sampled_from([f.key for f in FACTS]), max_size=2))
def test_nearest_is_the_cheapest_way_to_the_wanted_result(
    c: Condition,
    sheet: World,
    wanted: bool,  # noqa: FBT001
    fixed: set[str],
) -> None:
    resolver, diagrams, node = drawn(c, {})
    codes = resolver.encode(sheet)
    held = [resolver.by_key[key] for key in fixed]
    changes = diagrams.nearest(node, codes, wanted=wanted, fixed=held)
    price = cheapest(c, sheet, {}, wanted=wanted, fixed=frozenset(fixed))
    if changes is None:
        assert price is None
        return
    assert price == sum(1000 if codes[v] else 1 for v in changes)
    assert not set(changes) & set(held)
    changed = [1 + changes.get(v, code - 1) for v, code in enumerate(codes)]
    assert diagrams.value(node, changed) is wanted


def test_what_already_is_so_needs_no_change_though_an_unknown_lies_on_the_way() -> None:
    resolver, diagrams, node = drawn((p & q) | (~p & r), {})
    assert diagrams.nearest(node, resolver.encode({"q": True, "r": True}), wanted=True) == {}


def test_the_dearer_answer_is_left_alone() -> None:
    resolver, diagrams, node = drawn(p & q, {})
    codes = resolver.encode({"p": True, "q": True})
    assert diagrams.nearest(node, codes, wanted=False, cost={0: 5000}) == {1: 0}
    assert diagrams.nearest(node, codes, wanted=False, cost={1: 5000}) == {0: 0}


def test_the_size_counts_each_question_once() -> None:
    _, diagrams, node = drawn((p & q) | (~p & q), {})
    assert diagrams.size(node) == 1
    assert diagrams.size(YES) == 0
