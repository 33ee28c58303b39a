"""Two laws on one answer sheet: readings taken, list filled in, facts of the same key made one.

Two packs, two readings of one pack or two editions of the list differ in thresholds, options and
facts. Brought down to plain conditions over common facts they can be laid on one another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qingdan.law.diagram import YES, Diagrams, Node
from qingdan.law.formula import Resolver
from qingdan.law.grammar.conditions import (
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
)
from qingdan.law.grammar.named import named
from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.rules import Finding
from qingdan.law.grammar.text import Text
from qingdan.law.in_force import InForce


class Incomparable(Refusal):
    """Two laws ask the same question in ways that have no common answer."""


class Sheet:
    """The facts of two laws under their keys. A question both ask is one question here."""

    def __init__(self) -> None:
        self.facts: dict[str, Fact] = {}

    def of(self, fact: Fact) -> Fact:
        """Return the common fact, widened to what either law accepts as an answer."""
        known = self.facts.setdefault(fact.key, fact)
        if known is not fact and type(known) is not type(fact):
            raise Incomparable(
                Text(
                    f"{fact.key} is asked in two kinds of question; rename one of them",
                    f"{fact.key}在两部法律中题型不同，请改名",
                )
            )
        if (
            isinstance(known, Choice)
            and isinstance(fact, Choice)
            and not fact.options.keys() <= known.options.keys()
        ):
            self.facts[fact.key] = _widened(known, fact)
        return self.facts[fact.key]


def _widened(one: Choice, other: Choice) -> Choice:
    both = Choice(asks=one.asks, cite=one.cite, help=one.help, options={**other.options, **one.options})
    return named(both, one.key)


class Settled:
    """The conditions of one law brought down to a common sheet."""

    def __init__(self, law: InForce, sheet: Sheet) -> None:
        self._law = law
        self._sheet = sheet
        self._done: dict[Condition, Condition] = {}

    def __call__(self, condition: Condition) -> Condition:
        """Return ``condition`` without readings, findings and list: facts of the sheet alone."""
        if condition not in self._done:
            self._done[condition] = self._settle(condition)
        return self._done[condition]

    def _settle(self, c: Condition) -> Condition:  # noqa: PLR0911 - one case a kind
        if isinstance(c, Constant):
            return c
        if isinstance(c, YesNo):
            fact = self._sheet.of(c)
            return fact if isinstance(fact, YesNo) else c
        if isinstance(c, Among):
            self._sheet.of(c.fact)
            return c
        if isinstance(c, AtLeast):
            bound = self._law.taken(c.bound) if isinstance(c.bound, Reading) else c.bound
            self._sheet.of(c.fact)
            return c if bound is None else AtLeast(c.fact, int(bound), c.plus)
        if isinstance(c, Taking):
            return Constant(value=self._law.taken(c.reading) in c.choices)
        if isinstance(c, OnNegativeList):
            return self(self._law.listed)
        if isinstance(c, Not):
            return Not(self(c.part))
        if isinstance(c, Finding):
            when = self(c.when)
            return when if c.unless is None else All((when, Not(self(c.unless))))
        if isinstance(c, (All, AnyOf)):
            return type(c)(tuple(self(part) for part in c.parts))
        raise TypeError(f"cannot settle {type(c).__name__}")


def rehome(c: Condition, facts: Mapping[str, Fact], done: dict[Condition, Condition]) -> Condition:
    """Return a settled condition over the common facts themselves."""
    if c not in done:
        done[c] = _rehome(c, facts, done)
    return done[c]


def _rehome(c: Condition, facts: Mapping[str, Fact], done: dict[Condition, Condition]) -> Condition:
    if isinstance(c, Among):
        home = facts[c.fact.key]
        return Among(home, c.options) if isinstance(home, Choice) else c
    if isinstance(c, AtLeast):
        home = facts[c.fact.key]
        return AtLeast(home, c.bound, c.plus) if isinstance(home, Number) else c
    if isinstance(c, Not):
        return Not(rehome(c.part, facts, done))
    if isinstance(c, (All, AnyOf)):
        return type(c)(tuple(rehome(part, facts, done) for part in c.parts))
    return c


class Joint:
    """Two laws over common facts and one store of diagrams."""

    def __init__(self, one: InForce, other: InForce, pairs: Iterable[tuple[Condition, Condition]]) -> None:
        sheet = Sheet()
        for fact in (*one.pack.facts, *one.pack.violation_facts):
            sheet.of(fact)
        first, second = Settled(one, sheet), Settled(other, sheet)
        settled = [(first(a), second(b)) for a, b in pairs]
        done: dict[Condition, Condition] = {}
        facts = sheet.facts
        self.pairs = [(rehome(a, facts, done), rehome(b, facts, done)) for a, b in settled]
        self.resolver = Resolver((c for pair in self.pairs for c in pair), facts=tuple(facts.values()))
        self.diagrams = Diagrams([cells.size for cells in self.resolver.cells])

    def node(self, condition: Condition) -> Node:
        """Return the diagram of a settled condition."""
        return self.diagrams.build(self.resolver.resolve(condition))

    def both(self, one: Node, other: Node) -> Node:
        """Return where ``one`` holds and ``other`` does not."""
        return self.diagrams.join(conjunction=True, one=one, other=self.diagrams.opposite(other))


def worlds_of(joint: Joint, assumed: int) -> Node:
    """Return the diagram of the last ``assumed`` pairs: the worlds that are left possible."""
    if not assumed:
        return YES
    return joint.diagrams.join_all(conjunction=True, nodes=[joint.node(a) for a, _ in joint.pairs[-assumed:]])
