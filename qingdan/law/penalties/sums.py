"""What a declared amount comes to: exact integers, or the span it lies in while a fact is unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from qingdan.law.grammar.amounts import Amount, ByReading, Fixed, Higher, Lower, PercentOf
from qingdan.law.grammar.readings import Chosen, Reading

Taken = Callable[[Reading], Chosen]


@dataclass(frozen=True, slots=True)
class Span:
    """A sum in fen lies between ``low`` and ``high``; ``high`` None says that nothing bounds it yet."""

    low: int
    high: int | None

    @property
    def exact(self) -> bool:
        """Tell whether the sum is known."""
        return self.low == self.high


def span(amount: Amount, answers: Mapping[str, object], taken: Taken) -> Span:
    """Return what ``amount`` comes to under ``answers`` and the readings taken."""
    if isinstance(amount, Fixed):
        return Span(amount.fen, amount.fen)
    if isinstance(amount, PercentOf):
        base = answers.get(amount.base.key)
        if not isinstance(base, int):
            return Span(0, None)
        return Span(base * amount.percent // 100, base * amount.percent // 100)
    if isinstance(amount, ByReading):
        return span(amount.each[taken(amount.reading)], answers, taken)
    if isinstance(amount, (Higher, Lower)):
        one, other = span(amount.one, answers, taken), span(amount.other, answers, taken)
        known = [s.high for s in (one, other) if s.high is not None]
        if isinstance(amount, Higher):
            return Span(max(one.low, other.low), max(known) if len(known) == 2 else None)  # noqa: PLR2004 - both
        return Span(min(one.low, other.low), min(known) if known else None)
    raise TypeError(f"no rule says what {type(amount).__name__} comes to")


def bases(amount: Amount, taken: Taken) -> Iterator[str]:
    """Yield the keys of the facts ``amount`` depends on under the readings taken."""
    if isinstance(amount, PercentOf):
        yield amount.base.key
    elif isinstance(amount, ByReading):
        yield from bases(amount.each[taken(amount.reading)], taken)
    elif isinstance(amount, (Higher, Lower)):
        yield from bases(amount.one, taken)
        yield from bases(amount.other, taken)


def open_points(amount: Amount, taken: Taken) -> Iterator[Reading]:
    """Yield the readings ``amount`` rests on, as far as the readings taken let them matter."""
    if isinstance(amount, ByReading):
        yield amount.reading
        yield from open_points(amount.each[taken(amount.reading)], taken)
    elif isinstance(amount, (Higher, Lower)):
        yield from open_points(amount.one, taken)
        yield from open_points(amount.other, taken)
