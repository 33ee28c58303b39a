"""Amounts of money over a table: exact 64-bit fen, and null where an answer is missing.

``percent`` of a base is ``base // 100 * percent + base % 100 * percent // 100``: the same whole
fen as ``base * percent // 100``, without the product that would not fit into 64 bits.
"""

from __future__ import annotations

from typing import Protocol, TypeVar

from qingdan.law.columns.types import INT64_MAX
from qingdan.law.formula import Resolver
from qingdan.law.grammar.amounts import Amount, ByReading, Fixed, Higher, Lower, PercentOf
from qingdan.law.grammar.conditions import Number
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text

E = TypeVar("E")


class Terms(Protocol[E]):
    """The four things a table language must be able to say about money."""

    def fixed(self, fen: int | None) -> E:
        """A constant, or null."""

    def percent(self, base: Number, percent: int) -> E:
        """Whole percent of a column."""

    def chosen(self, one: E, other: E, *, higher: bool) -> E:
        """The higher or lower of two; null if either is."""


def written(amount: Amount, resolver: Resolver, terms: Terms[E]) -> E:
    """Return ``amount`` in the language of ``terms``; refuses sums beyond 64 bits."""
    if isinstance(amount, Fixed):
        return terms.fixed(_fitting(amount.fen))
    if isinstance(amount, PercentOf):
        _fitting(min(amount.base.high, INT64_MAX) * amount.percent // 100)
        if amount.base.low < 0 or amount.percent < 0:
            raise Refusal(Text("percent is taken of sums from zero up only", "百分比仅适用于非负金额"))
        return terms.percent(amount.base, amount.percent)
    if isinstance(amount, ByReading):
        chosen = resolver.taken(amount.reading)
        each = amount.each.get(chosen)
        # undecided: nothing that depends on it can be computed
        return terms.fixed(None) if each is None else written(each, resolver, terms)
    if isinstance(amount, (Higher, Lower)):
        one, other = (written(a, resolver, terms) for a in (amount.one, amount.other))
        return terms.chosen(one, other, higher=isinstance(amount, Higher))
    raise TypeError(f"unknown kind of amount: {type(amount).__name__}")


def _fitting(fen: int) -> int:
    if not -INT64_MAX <= fen <= INT64_MAX:
        raise Refusal(Text(f"{fen} fen does not fit a 64-bit column", f"{fen}分超出 64 位整数列的范围"))
    return fen
