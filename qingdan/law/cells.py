"""Cells: the answers to a question that the law tells apart.

No and yes, each option of a choice, and for a number the intervals between the thresholds that
occur in the law. Here an answer is checked, and refused with what would be right.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from qingdan.law.grammar.conditions import Choice, Fact, Number, YesNo
from qingdan.law.grammar.refusal import WrongAnswer
from qingdan.law.grammar.text import Text

_UNPRINTABLE = 10**60


@dataclass(frozen=True, slots=True)
class Cells:
    """The distinguishable answers to one fact; ``bounds`` are the lower ends of all but the first."""

    fact: Fact
    size: int
    bounds: tuple[int, ...] = ()
    index: Mapping[object, int] = field(default_factory=dict)

    def of(self, answer: object) -> int:
        """Return the cell of ``answer``; raise WrongAnswer if the fact cannot be answered so."""
        if isinstance(self.fact, YesNo):
            if isinstance(answer, bool):
                return int(answer)
            raise _wrong(self.fact, answer, Text("yes or no", "是或否"))
        if isinstance(self.fact, Choice):
            if isinstance(answer, str) and answer in self.index:
                return self.index[answer]
            options = ", ".join(self.fact.options)
            raise _wrong(self.fact, answer, Text(f"one of {options}", f"以下之一：{options}"))
        return bisect_right(self.bounds, _whole(self.fact, answer))

    def span(self, cell: int) -> tuple[int | None, int | None]:
        """Return from which number a cell of a number reaches and below which it ends; None: no limit."""
        limits = (None, *self.bounds, None) if self.bounds else (None,) * (self.size + 1)
        return limits[cell], limits[cell + 1]

    def representative(self, cell: int) -> bool | str | int:
        """Return a plain answer that lies in ``cell``."""
        if isinstance(self.fact, YesNo):
            return bool(cell)
        if isinstance(self.fact, Choice):
            return tuple(self.fact.options)[cell]
        if cell:
            return self.bounds[cell - 1]
        return self.fact.low if isinstance(self.fact, Number) else 0


def _whole(fact: Fact, answer: object) -> int:
    low, high = (fact.low, fact.high) if isinstance(fact, Number) else (0, 0)
    if isinstance(answer, int) and not isinstance(answer, bool) and low <= answer <= high:
        return answer
    raise _wrong(fact, answer, Text(f"a whole number from {low} to {high}", f"{low}至{high}之间的整数"))


def _wrong(fact: Fact, answer: object, wanted: Text) -> WrongAnswer:
    # a number too long to print is no answer to anything and must not choke the message either
    given = "…" if isinstance(answer, int) and abs(answer) >= _UNPRINTABLE else repr(answer)[:80]
    return WrongAnswer(
        Text(
            f"{fact.key}: {given} is no answer here; give {wanted.en}",
            f"{fact.key}：{given}无效，应填{wanted.zh}",
        )
    )


def cells_of(fact: Fact, bounds: Iterable[int]) -> Cells:
    """Return the cells of ``fact`` where the law compares it with ``bounds``."""
    if isinstance(fact, YesNo):
        return Cells(fact, 2)
    if isinstance(fact, Choice):
        return Cells(fact, len(fact.options), index={o: i for i, o in enumerate(fact.options)})
    ordered = tuple(sorted(bounds))
    return Cells(fact, len(ordered) + 1, ordered)
