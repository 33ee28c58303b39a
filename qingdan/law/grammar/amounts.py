"""Amounts of money as data, in whole fen, exact at any size a statute can reach."""

from __future__ import annotations

from collections.abc import Mapping
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


def yuan(amount: int) -> Fixed:
    """Return a sum given in whole yuan."""
    return Fixed(amount * 100)
