"""Which open points a rule rests on: through its condition, its periods or its wording."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qingdan.law.grammar.conditions import All, AnyOf, AtLeast, Condition, Not, OnNegativeList, Taking
from qingdan.law.grammar.periods import AtOnce, Every, Period, Retention, UnitByReading, Yearly
from qingdan.law.grammar.readings import Chosen, Reading
from qingdan.law.grammar.rules import Finding, Rule
from qingdan.law.in_force import InForce


class Mentions:
    """Which readings a condition turns on, through the findings it is built from."""

    def __init__(self, listed_: Condition) -> None:
        self._listed = listed_
        self._found: dict[int, frozenset[Reading]] = {}
        self._kept: list[Condition] = []

    def of(self, c: Condition) -> frozenset[Reading]:
        """Return every reading on which ``c`` turns."""
        if id(c) not in self._found:
            self._kept.append(c)
            self._found[id(c)] = frozenset[Reading]().union(*self._own(c))
        return self._found[id(c)]

    def _own(self, c: Condition) -> Iterator[frozenset[Reading]]:
        if isinstance(c, Taking):
            yield frozenset((c.reading,))
        elif isinstance(c, AtLeast) and isinstance(c.bound, Reading):
            yield frozenset((c.bound,))
        elif isinstance(c, (All, AnyOf)):
            yield from map(self.of, c.parts)
        elif isinstance(c, Not):
            yield self.of(c.part)
        elif isinstance(c, OnNegativeList):
            yield self.of(self._listed)
        elif isinstance(c, Finding):
            yield self.of(c.when)
            if c.unless is not None:
                yield self.of(c.unless)


def others(reading: Reading, law: InForce) -> list[Chosen]:
    """Return the options of a reading that are not taken. A figure has none worth naming."""
    if reading.options is None:
        return []
    return [o for o in reading.options if o != law.taken(reading)]


def readings_in(rule: Rule) -> list[Reading]:
    """Return the readings from which a rule takes a figure, and those its wording rests on."""
    timings: list[Any] = [
        getattr(rule, name, None) for name in ("within", "period", "answered_within", "keeps")
    ]
    found: dict[Reading, None] = dict.fromkeys(rule.readings)
    for timing in timings:
        if isinstance(timing, AtOnce):
            timing = timing.at_latest  # noqa: PLW2901 - the figure is in the outer limit
        if isinstance(timing, (Period, Every, Retention)) and isinstance(timing.amount, Reading):
            found[timing.amount] = None
        if isinstance(timing, Period) and isinstance(timing.unit, UnitByReading):
            found[timing.unit.reading] = None
        if isinstance(timing, Yearly):
            found[timing.monthday] = None
    return list(found)
