"""Cases: a few stated facts that show something, and the smallest of them.

A case is partial on purpose: what it does not state does not matter. The smallest one is found
on decision diagrams, exactly: no case with fewer stated facts forces the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from qingdan.law.cells import Cells
from qingdan.law.diagram import NO, YES, Diagrams, Node
from qingdan.law.formula import Resolver
from qingdan.law.grammar.amounts import in_yuan
from qingdan.law.grammar.conditions import Number
from qingdan.law.grammar.text import Lang, Text
from qingdan.law.stated import Stated

Cell: TypeAlias = tuple[int, int]
_Found: TypeAlias = tuple[int, int, tuple[Cell, ...]]

_WHATEVER = Text("in any case whatever", "任何情形下")
_AND_UP = Text("or more", "以上")
_AND_DOWN = Text("or less", "以下")
# Beyond this many states the exact search gives way to dropping one fact after another.
_EXACT_UP_TO = 60_000


@dataclass(frozen=True, slots=True)
class Case:
    """Stated facts, in the order in which the law asks. Nothing else matters."""

    stated: tuple[Stated, ...]
    bounds: tuple[Text | None, ...] = ()

    @property
    def answers(self) -> dict[str, Any]:
        """The answer sheet of this case."""
        return {s.fact.key: s.answer for s in self.stated}

    @property
    def lines(self) -> tuple[Text, ...]:
        """One sentence for each stated fact."""
        return tuple(
            s.says if b is None else Text(f"{s.says.en} {b.en}", f"{s.says.zh}{b.zh}")
            for s, b in zip(self.stated, self.bounds, strict=True)
        )

    @property
    def says(self) -> Text:
        """The case in one sentence."""
        if not self.stated:
            return _WHATEVER
        return Text("; ".join(t.en for t in self.lines), "；".join(t.zh for t in self.lines))

    def of(self, lang: Lang) -> str:
        """Return the case in one sentence of ``lang``."""
        return self.says.of(lang)

    def as_data(self) -> dict[str, Any]:
        """Return the case for JSON."""
        return {"answers": self.answers, **self.says.as_data()}


def case_of(resolver: Resolver, cells: tuple[Cell, ...]) -> Case:
    """Return the case that states, for each variable, an answer in the given cell."""
    ordered = sorted(cells)
    return Case(
        tuple(Stated(resolver.facts[v], resolver.cells[v].representative(c)) for v, c in ordered),
        tuple(_reach(resolver.cells[v], c) for v, c in ordered),
    )


def _reach(cells: Cells, cell: int) -> Text | None:
    if not isinstance(cells.fact, Number) or cells.size == 1:
        return None
    if cell == cells.size - 1:
        return _AND_UP if cells.bounds[-1] < cells.fact.high else None
    top = cells.bounds[cell] - 1
    bottom = cells.bounds[cell - 1] if cell else cells.fact.low
    if top == bottom:
        return None
    return Text(f"(up to {_count(cells.fact, top)})", f"（至{_count(cells.fact, top)}）")


def _count(fact: Number, amount: int) -> str:
    return in_yuan(amount) if fact.money else f"{amount:,}"


class _TooLarge(Exception):
    """The exact search met more states than it may hold."""


def smallest(diagrams: Diagrams, goal: Node, worlds: Node = YES) -> tuple[Cell, ...] | None:
    """Return the fewest cells that force ``goal`` in every world of ``worlds`` that has them.

    At least one world has them. Among equally few, those asked earlier by the law are taken.
    None where ``goal`` holds in no world.
    """
    if diagrams.join(conjunction=True, one=goal, other=worlds) is NO:
        return None
    try:
        found = _Search(diagrams).best(
            diagrams.join(conjunction=False, one=diagrams.opposite(worlds), other=goal), worlds
        )
    except _TooLarge:
        return _dropped(diagrams, goal, worlds)
    return None if found is None else found[2]


class _Search:
    """Exact search: each fact is stated with one of its cells, or left out."""

    def __init__(self, diagrams: Diagrams) -> None:
        self.diagrams = diagrams
        self.memo: dict[tuple[Node, Node], _Found | None] = {}

    def best(self, goal: Node, worlds: Node) -> _Found | None:
        if worlds is NO or goal is NO:
            return None
        if goal is YES:
            return (0, 0, ())
        while worlds.var < goal.var:  # says nothing about the goal: any cell of it will do
            worlds = self.diagrams.join_all(conjunction=False, nodes=worlds.children)
        key = (goal, worlds)
        if key not in self.memo:
            if len(self.memo) > _EXACT_UP_TO:
                raise _TooLarge
            self.memo[key] = self._best(goal, worlds)
        return self.memo[key]

    def _best(self, goal: Node, worlds: Node) -> _Found | None:
        var, d = goal.var, self.diagrams
        mine = worlds.children if worlds.var == var else (worlds,) * d.sizes[var]
        best = self.best(
            d.join_all(conjunction=True, nodes=goal.children), d.join_all(conjunction=False, nodes=mine)
        )
        for cell, (child, world) in enumerate(zip(goal.children, mine, strict=True)):
            rest = self.best(child, world)
            if rest is not None:
                this = (rest[0] + 1, rest[1] + var, ((var, cell), *rest[2]))
                best = this if best is None or this[:2] < best[:2] else best
        return best


def _dropped(diagrams: Diagrams, goal: Node, worlds: Node) -> tuple[Cell, ...]:
    """Return a case that is smallest by inclusion: no stated fact can be left out."""
    both = diagrams.join(conjunction=True, one=goal, other=worlds)
    unknown = [0] * len(diagrams.sizes)
    path = diagrams.nearest(both, unknown, wanted=True) or {}
    implied = diagrams.join(conjunction=False, one=diagrams.opposite(worlds), other=goal)
    codes = unknown
    for var, cell in path.items():
        codes[var] = cell + 1
    for var in sorted(path, reverse=True):
        code, codes[var] = codes[var], 0
        if diagrams.value(implied, codes) is not True:
            codes[var] = code
    return tuple((v, codes[v] - 1) for v in sorted(path) if codes[v])
