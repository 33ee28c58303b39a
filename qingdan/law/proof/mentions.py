"""Which open points a rule rests on through its periods or its wording."""

from __future__ import annotations

from typing import Any

from qingdan.law.grammar.periods import AtOnce, Every, Period, Retention, UnitByReading, Yearly
from qingdan.law.grammar.readings import Chosen, Reading
from qingdan.law.grammar.rules import Rule
from qingdan.law.in_force import InForce


def others(reading: Reading, law: InForce) -> list[Chosen]:
    """Return the options of a reading that are not taken. A figure has none worth naming."""
    if reading.options is None:
        return []
    return [o for o in reading.options if o != law.taken(reading)]


def readings_named(rule: Rule) -> list[Reading]:
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
