"""Brute force: random small laws, and what they mean found by trying every possible world.

Nothing here uses formulas or diagrams: ``holds`` reads a condition as a lawyer would, one
complete world at a time, so that it can say whether the clever ways are right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from hypothesis import strategies as st

from qingdan.law.formula import Resolver
from qingdan.law.grammar.conditions import (
    ALWAYS,
    NEVER,
    All,
    Among,
    AnyOf,
    AtLeast,
    Choice,
    Condition,
    Constant,
    Fact,
    Not,
    Number,
    OnNegativeList,
    Taking,
    YesNo,
    taking,
)
from qingdan.law.grammar.named import christen
from qingdan.law.grammar.readings import Chosen, Reading
from qingdan.law.grammar.rules import Finding
from qingdan.law.grammar.text import Cite, Statute, Text

STATUTE = Statute("trial", Text("Trial Law", "试行法"), Text("TL", "试行法"))
CITE = Cite(STATUTE, 1)


def said(words: str) -> Text:
    """Return the same words for both languages."""
    return Text(words, words)


def question(key: str) -> YesNo:
    """Return a yes/no question of its own."""
    fact = YesNo(asks=said(f"{key}?"), cite=CITE, yes=said(key), no=said(f"not {key}"))
    christen({key: fact}, Fact)
    return fact


def finding(key: str, when: Condition, unless: Condition | None = None) -> Finding:
    """Return a finding of its own."""
    made = Finding(cite=CITE, says=said(key), denies=said(f"not {key}"), when=when, unless=unless)
    christen({key: made}, Finding)
    return made


p, q, r = (question(k) for k in "pqr")
colour = Choice(asks=said("colour?"), cite=CITE, options={o: said(o) for o in ("red", "green", "blue")})
size = Number(asks=said("size?"), cite=CITE, unit=said("pieces"), low=0, high=4)
christen({"colour": colour, "size": size}, Fact)
FACTS: tuple[Fact, ...] = (p, q, r, colour, size)

way = Reading(
    name="way",
    cite=CITE,
    asks=said("which way?"),
    why=said("open"),
    default="one",
    options={"one": said("1"), "two": said("2")},
)
limit = Reading(name="limit", cite=CITE, asks=said("how many?"), why=said("open"), default=2, low=0, high=6)
undecided = Reading(
    name="undecided", cite=CITE, asks=said("how many?"), why=said("open"), default=None, high=6
)
listed = q & ~p  # what the list edition in force catches

World = Mapping[str, object]


def holds(c: Condition, world: World, readings: Mapping[str, Chosen]) -> bool:  # noqa: PLR0911 - one case a kind
    """Tell whether ``c`` is true in a complete world."""
    if isinstance(c, Constant):
        return c.value
    if isinstance(c, Finding):
        return holds(c.when, world, readings) and not (
            c.unless is not None and holds(c.unless, world, readings)
        )
    if isinstance(c, YesNo):
        return world[c.key] is True
    if isinstance(c, Among):
        return world[c.fact.key] in c.options
    if isinstance(c, AtLeast):
        bound = readings.get(c.bound.name, c.bound.default) if isinstance(c.bound, Reading) else c.bound
        number = world[c.fact.key]
        assert isinstance(number, int)
        assert isinstance(bound, int)
        return number >= bound + c.plus
    if isinstance(c, Taking):
        return readings.get(c.reading.name, c.reading.default) in c.choices
    if isinstance(c, Not):
        return not holds(c.part, world, readings)
    if isinstance(c, OnNegativeList):
        return holds(listed, world, readings)
    assert isinstance(c, (All, AnyOf))
    return (all if isinstance(c, All) else any)(holds(part, world, readings) for part in c.parts)


def possible(fact: Fact) -> Sequence[object]:
    """Return every answer ``fact`` can have."""
    if isinstance(fact, Choice):
        return tuple(fact.options)
    if isinstance(fact, Number):
        return range(fact.low, fact.high + 1)
    return (False, True)


def completions(answers: World, facts: Sequence[Fact]) -> Iterator[dict[str, object]]:
    """Yield every world that agrees with what is known."""
    for values in product(*(possible(f) if answers.get(f.key) is None else (answers[f.key],) for f in facts)):
        yield {f.key: v for f, v in zip(facts, values, strict=True)}


def exact(c: Condition, answers: World, facts: Sequence[Fact], readings: Mapping[str, Chosen]) -> bool | None:
    """Return the value all completions agree on, or None where they differ."""
    values = {holds(c, world, readings) for world in completions(answers, facts)}
    return values.pop() if len(values) == 1 else None


def law(*conditions: Condition, readings: Mapping[str, Chosen] | None = None) -> Resolver:
    """Return the resolver of some conditions over all facts here, in their order."""
    return Resolver(conditions, facts=FACTS, readings=readings, listed=listed)


numbered = st.one_of(
    st.integers(-1, 6).map(lambda n: size >= n),
    st.integers(-1, 6).map(lambda n: size > n),
    st.integers(-1, 6).map(lambda n: size < n),
    st.integers(-1, 6).map(lambda n: size <= n),
    st.sampled_from([size >= limit, size > limit, size < limit, size <= limit]),
)
simple = st.one_of(
    st.sampled_from(
        [p, q, r, p, q, r, ALWAYS, NEVER, OnNegativeList(), taking(way, "one"), taking(way, "two")]
    ),
    st.sets(st.sampled_from(tuple(colour.options)), min_size=1).map(lambda some: colour.is_(*sorted(some))),
    numbered,
)
conditions = st.recursive(
    simple,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda two: two[0] & two[1]),
        st.tuples(inner, inner).map(lambda two: two[0] | two[1]),
        inner.map(lambda one: ~one),
        st.tuples(inner, inner | st.none()).map(lambda two: finding("f", two[0], two[1])),
        st.tuples(st.sampled_from([p, q, r]), inner, inner).map(
            lambda three: (three[0] & three[1]) | (~three[0] & three[2])  # one way or the other
        ),
    ),
    max_leaves=10,
)
sheets = st.fixed_dictionaries({f.key: st.sampled_from([None, *possible(f)]) for f in FACTS})
chosen_readings = st.fixed_dictionaries(
    {}, optional={"way": st.sampled_from(["one", "two"]), "limit": st.integers(0, 6)}
)
