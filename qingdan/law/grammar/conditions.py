"""Conditions over facts, built with ``&``, ``|`` and ``~``: data, never Python's ``and``/``or``.

A condition is true, false or not yet known. Nothing here evaluates one: ``resolve`` turns
conditions into formulas, and the judge, tables, SQL and the solver work from those.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn, TypeAlias

from qingdan.law.grammar.named import Named
from qingdan.law.grammar.readings import Chosen, Reading
from qingdan.law.grammar.text import Cite, Text


class Condition:
    """A statement that is true, false or not yet known."""

    def __and__(self, other: Condition) -> Condition:
        return All((self, other))

    def __or__(self, other: Condition) -> Condition:
        return AnyOf((self, other))

    def __invert__(self) -> Condition:
        return Not(self)

    def __bool__(self) -> NoReturn:
        raise TypeError("a condition is data: combine with & | ~, never with and / or / not / if")


@dataclass(frozen=True, eq=False)
class Constant(Condition):
    """A condition that is settled by itself."""

    value: bool


ALWAYS = Constant(value=True)
NEVER = Constant(value=False)


@dataclass(frozen=True, eq=False)
class All(Condition):
    """True where every part is true."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, eq=False)
class AnyOf(Condition):
    """True where at least one part is true."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, eq=False)
class Not(Condition):
    """True where the part is false."""

    part: Condition


def all_of(*parts: Condition) -> Condition:
    """Return the condition that every part holds."""
    return All(parts)


def any_of(*parts: Condition) -> Condition:
    """Return the condition that at least one part holds."""
    return AnyOf(parts)


@dataclass(frozen=True, eq=False, kw_only=True)
class Fact(Named):
    """A question the law asks once.

    ``asks`` is the question; ``help`` says how to answer it. ``weighed`` marks a question that
    only a human can answer by judgement ("commensurate", "severe"), whose answer needs reasons.
    ``topic`` names the matter in a few words, to stand before an option or a number. ``firm`` says
    how hard it is to imagine the answer otherwise, from 1 (a choice of design) over 2 (a trait) to
    12 (what the thing is, whose it is): a contrast changes what is least firm.
    """

    asks: Text
    cite: Cite
    help: Text | None = None
    weighed: bool = False
    topic: Text | None = None
    firm: int = 2


@dataclass(frozen=True, eq=False, kw_only=True)
class YesNo(Fact, Condition):
    """A question answered yes or no. ``yes`` and ``no`` state the answer as a sentence."""

    yes: Text
    no: Text


@dataclass(frozen=True, eq=False, kw_only=True)
class Choice(Fact):
    """A question answered with exactly one of ``options``."""

    options: Mapping[str, Text]

    def is_(self, *options: str) -> Condition:
        """Return the condition that the answer is one of ``options``."""
        unknown = [o for o in options if o not in self.options]
        if unknown or not options:
            raise ValueError(f"{self} has no option {', '.join(unknown) or '(none given)'}")
        return Among(self, frozenset(options))


@dataclass(frozen=True, eq=False, kw_only=True)
class Number(Fact):
    """A question answered with a whole number from ``low`` to ``high``; money is in fen."""

    unit: Text
    low: int = 0
    high: int = 10**15
    money: bool = False

    def __ge__(self, bound: int | Reading) -> Condition:
        return AtLeast(self, bound)

    def __gt__(self, bound: int | Reading) -> Condition:
        return AtLeast(self, bound, plus=1)

    def __lt__(self, bound: int | Reading) -> Condition:
        return Not(AtLeast(self, bound))

    def __le__(self, bound: int | Reading) -> Condition:
        return Not(AtLeast(self, bound, plus=1))


Answer: TypeAlias = bool | str | int


@dataclass(frozen=True, eq=False)
class Among(Condition):
    """The answer to a choice is one of ``options``."""

    fact: Choice
    options: frozenset[str]


@dataclass(frozen=True, eq=False)
class AtLeast(Condition):
    """The answer to a number is at least ``bound + plus``."""

    fact: Number
    bound: int | Reading
    plus: int = 0


@dataclass(frozen=True, eq=False)
class Taking(Condition):
    """Holds where the reading taken is one of ``choices``: how an open point enters a rule."""

    reading: Reading
    choices: tuple[Chosen, ...]


def taking(reading: Reading, *choices: Chosen) -> Condition:
    """Return the condition that ``reading`` is taken as one of ``choices``."""
    for choice in choices:
        if not reading.admits(choice):
            raise ValueError(f"reading {reading.name} has no option {choice!r}")
    return Taking(reading, choices)


@dataclass(frozen=True, eq=False)
class OnNegativeList(Condition):
    """The product meets an entry of the Negative List edition in force (Art. 23)."""
