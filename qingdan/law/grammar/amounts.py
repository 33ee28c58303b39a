"""Amounts of money as data, in whole fen, exact at any size a statute can reach."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qingdan.law.grammar.conditions import Number
from qingdan.law.grammar.readings import Chosen, Reading


class Amount:
    """A sum of money in fen that may depend on facts and readings."""


@dataclass(frozen=True, eq=False)
class Fixed(Amount):
    """A sum stated by the law."""

    fen: int


@dataclass(frozen=True, eq=False)
class PercentOf(Amount):
    """Whole percent of the answer to a money question, rounded down to the fen."""

    percent: int
    base: Number


@dataclass(frozen=True, eq=False)
class Higher(Amount):
    """The higher of two sums."""

    one: Amount
    other: Amount


@dataclass(frozen=True, eq=False)
class Lower(Amount):
    """The lower of two sums."""

    one: Amount
    other: Amount


@dataclass(frozen=True, eq=False)
class ByReading(Amount):
    """A sum that depends on how an open point is read."""

    reading: Reading
    each: Mapping[Chosen, Amount]


FEN_A_YUAN = 100


def in_yuan(fen: int) -> str:
    """Return a sum as it is written in yuan, without the unit: ``1,000,000``, ``0.05``."""
    whole, rest = divmod(fen, FEN_A_YUAN)
    return f"{whole:,}.{rest:02d}" if rest else f"{whole:,}"


def yuan(amount: int) -> Fixed:
    """Return a sum given in whole yuan."""
    return Fixed(amount * FEN_A_YUAN)


def bases(amount: Amount) -> Iterator[Number]:
    """Yield the money questions that ``amount`` is measured by."""
    if isinstance(amount, PercentOf):
        yield amount.base
    elif isinstance(amount, (Higher, Lower)):
        yield from bases(amount.one)
        yield from bases(amount.other)
    elif isinstance(amount, ByReading):
        for each in amount.each.values():
            yield from bases(each)
