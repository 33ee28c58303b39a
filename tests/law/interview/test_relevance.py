"""Never an irrelevant question: every partial state of small laws, against every possible world."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qingdan.law.diagram import Diagrams
from qingdan.law.grammar.conditions import ALWAYS, Condition, Fact
from qingdan.law.interview import Goal, Interview
from qingdan.law.interview.agenda import Law, Standing
from tests.law.worlds import (
    CITE,
    FACTS,
    World,
    colour,
    conditions,
    holds,
    law,
    p,
    possible,
    q,
    r,
    said,
    sheets,
    size,
)


class SmallLaw(Law):
    """Some conditions with their resolver and diagrams."""

    resolver = law()
    diagrams = Diagrams(())

    def __init__(self, *conditions: Condition) -> None:
        self.resolver = law(*conditions)
        self.diagrams = Diagrams([cells.size for cells in self.resolver.cells])


def interview(goals: Sequence[Goal], sheet: World, unknown: Sequence[str] = ()) -> Interview:
    small = SmallLaw(*(part for goal in goals for part in (goal.condition, goal.where)))
    return Interview(small, goals, sheet, unknown)


def goal(key: str, condition: Condition, where: Condition = ALWAYS, group: str = "") -> Goal:
    says, denies = said(key), said(f"not {key}")
    return Goal(key=key, cite=CITE, says=says, denies=denies, condition=condition, where=where, group=group)


def found(one: Goal, world: World, unknown: Sequence[Fact]) -> Standing:
    """Return by trial what can be found out about a goal where ``unknown`` cannot be answered."""
    ways = set()
    for values in product(*map(possible, unknown)):
        full = {**world, **{f.key: v for f, v in zip(unknown, values, strict=True)}}
        if not holds(one.where, full, {}):
            ways.add(Standing.NOT_ARISING)
        else:
            ways.add(Standing.TRUE if holds(one.condition, full, {}) else Standing.FALSE)
    return ways.pop() if len(ways) == 1 else Standing.UNKNOWABLE


def relevant(goals: Sequence[Goal], sheet: World, unknown: Sequence[str]) -> set[str]:
    """Return by trial the questions some answer to which can still change what will be found out."""
    unknowable = [f for f in FACTS if f.key in unknown]
    asked = [f for f in FACTS if f not in unknowable and sheet.get(f.key) is None]
    results = {
        values: [
            found(g, {**sheet, **dict(zip([f.key for f in asked], values, strict=True))}, unknowable)
            for g in goals
        ]
        for values in product(*map(possible, asked))
    }
    return {
        fact.key
        for i, fact in enumerate(asked)
        for values, result in results.items()
        if any(results[(*values[:i], other, *values[i + 1 :])] != result for other in possible(fact))
    }


SMALL_LAWS = {
    "each way of one fact": [goal("g", (p & q) | (~p & r))],
    "a rule with an exception": [goal("g", (p | q) & ~(r & colour.is_("red")))],
    "a threshold and an option": [goal("g", (size >= 2) & (colour.is_("red", "blue") | p))],
    "five facts": [goal("g", ((p & (size >= 2)) | (~p & colour.is_("red"))) & ~(q & r))],
    "two goals": [goal("g", p & q), goal("h", (q & ~r) | (~q & r))],
    "a goal that arises only somewhere": [goal("g", q | r, where=p & (size > 3))],
    "goals settled together": [goal("g", p & q, group="x"), goal("h", ~p & q, group="x")],
}


def states(keys: Sequence[str]) -> Iterator[tuple[dict[str, object], list[str]]]:
    """Yield every partial state: each question open, answered in each way, or not knowable."""
    facts = [f for f in FACTS if f.key in keys]
    for marks in product(*([None, "?", *possible(f)] for f in facts)):
        marked = {f.key: mark for f, mark in zip(facts, marks, strict=True)}
        unknown = [key for key, mark in marked.items() if mark == "?"]
        yield {k: v for k, v in marked.items() if v is not None and k not in unknown}, unknown


@pytest.mark.parametrize("name", SMALL_LAWS)
def test_in_every_state_exactly_what_can_still_matter_is_asked(name: str) -> None:
    goals = SMALL_LAWS[name]
    at_first = interview(goals, {})
    turned_on = [fact.key for fact in at_first.relevant]
    rest = {f.key: possible(f)[0] for f in FACTS if f.key not in turned_on}
    for sheet, unknown in states(turned_on):
        now = Interview(at_first.law, goals, {**rest, **sheet}, unknown)
        expected = relevant(goals, {**rest, **sheet}, unknown)
        assert {fact.key for fact in now.relevant} == expected
        question = now.next()
        assert now.settled is (question is None) is (not expected)
        if question:
            assert question.key in expected


@settings(max_examples=60)
@given(
    st.lists(st.tuples(conditions, conditions | st.just(ALWAYS)), min_size=1, max_size=2), sheets, st.data()
)
def test_on_any_law_exactly_what_can_still_matter_is_asked(
    pairs: list[tuple[Condition, Condition]], sheet: World, data: st.DataObject
) -> None:
    unknown = sorted(data.draw(st.sets(st.sampled_from([f.key for f in FACTS]), max_size=2)))
    goals = [goal(f"g{i}", c, where) for i, (c, where) in enumerate(pairs)]
    now = interview(goals, sheet, unknown)
    known = {k: v for k, v in sheet.items() if k not in unknown}
    assert {fact.key for fact in now.relevant} == relevant(goals, known, unknown)
    question = now.next()
    assert question is None or question.key in {fact.key for fact in now.relevant}


@settings(max_examples=60)
@given(st.lists(conditions, min_size=1, max_size=3), sheets)
def test_an_interview_ends_with_the_exact_outcome(cs: list[Condition], sheet: World) -> None:
    world = {f.key: possible(f)[0] if sheet[f.key] is None else sheet[f.key] for f in FACTS}
    goals = [goal(f"g{i}", c) for i, c in enumerate(cs)]
    now = interview(goals, {})
    while question := now.next():
        now = now.answer(question.key, world[question.key])  # type: ignore[arg-type]
    assert now.outcome == {g.key: holds(g.condition, world, {}) for g in goals}


@settings(max_examples=60)
@given(st.lists(conditions, min_size=1, max_size=3), sheets)
def test_progress_keeps_its_word(cs: list[Condition], sheet: World) -> None:
    world = {f.key: possible(f)[0] if sheet[f.key] is None else sheet[f.key] for f in FACTS}
    now = interview([goal(f"g{i}", c) for i, c in enumerate(cs)], {})
    promised = []
    while question := now.next():
        promised.append(now.progress)
        now = now.answer(question.key, world[question.key])  # type: ignore[arg-type]
    asked = len(promised)
    for progress in promised:
        assert progress.dealt_with + progress.at_least <= asked <= progress.dealt_with + progress.at_most
    assert (now.progress.at_least, now.progress.at_most) == (0, 0)


@settings(max_examples=40)
@given(conditions, st.permutations([f.key for f in FACTS]), sheets)
def test_the_order_of_answering_makes_no_difference(c: Condition, order: list[str], sheet: World) -> None:
    one = interview([goal("g", c)], {})
    for key in order:
        value = sheet[key]
        one = one.dont_know(key) if value is None else one.answer(key, value)  # type: ignore[arg-type]
    unknown = [key for key, value in sheet.items() if value is None]
    other = interview([goal("g", c)], sheet, unknown)
    assert one.outcome == other.outcome
    assert one.settled
