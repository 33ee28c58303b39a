"""How long a clock runs and when it runs out: from the law, its readings and figures, and the calendar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from qingdan.law.calendars import Calendar
from qingdan.law.clock import Deadline, Extension, Pause, count
from qingdan.law.formula import FALSE
from qingdan.law.grammar.conditions import ALWAYS, Condition
from qingdan.law.grammar.periods import AtOnce, Count, Period, UnitByReading, Units
from qingdan.law.grammar.readings import Figure, Reading
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.rules import Duty, Term
from qingdan.law.grammar.text import Text
from qingdan.law.grammar.units import SHANGHAI, Unit
from qingdan.law.in_force import InForce, in_force
from qingdan.law.profiles import figure
from qingdan.law.readings.periods import roll_for_authority
from qingdan.law.timeline import Moment, day_of
from qingdan.law.worlds import ANY_LIST
from qingdan.procedures.engine.state import ClockRun
from qingdan.procedures.grammar.clocks import Clock, SetDay, SetPeriod, bound, said


class Unmeasured(Refusal):
    """A period cannot be counted until somebody decides an open point of the law."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a case: the law under its readings, the calendar, and what is known of its subject."""

    law: InForce
    calendar: Calendar
    subject: Mapping[str, Any] = field(default_factory=dict)


def amount_of(counted: Count, setting: Setting, day: date) -> int:
    """Return how many units a period has on ``day``. Raises Unmeasured where an open point is not decided."""
    if isinstance(counted, Figure):
        return figure(counted, day).value
    if isinstance(counted, Reading):
        taken = setting.law.taken(counted)
        if not isinstance(taken, int):
            raise Unmeasured(
                Text(
                    f"an open point must be decided first: {counted.asks.en} ({counted.name})",
                    f"须先决定：{counted.asks.zh}（{counted.name}）",
                ),
                counted.cite,
            )
        return taken
    return counted


def unit_of(units: Units, law: InForce) -> Unit:
    """Return the unit of a period under the readings taken."""
    return units.each[law.taken(units.reading)] if isinstance(units, UnitByReading) else units


def period_of(clock: Term | Duty) -> Period | None:
    """Return the period a clock counts; None for what is due at once without an outer limit."""
    timing = clock.period if isinstance(clock, Term) else clock.within
    if isinstance(timing, AtOnce):
        return timing.at_latest
    return timing if isinstance(timing, Period) else None


def applies(condition: Condition, law: InForce) -> bool:
    """Tell whether the readings taken leave ``condition`` possible.

    Facts about products do not switch clocks, and whether one is on the Negative List is such a fact: the law is
    asked as it stands for any list, also where none is published yet.
    """
    if condition is ALWAYS:
        return True
    return in_force(law.pack, readings=law.readings, edition=ANY_LIST).formula(condition) is not FALSE


def deadline_of(clock: Clock, run: ClockRun, setting: Setting) -> Deadline | None:
    """Return when a clock runs out.

    None for a duty to act at once, which the law gives no day for, and for the very day on which a day was set.
    """
    extensions = tuple(Extension(n, Unit(u), Text(k, k)) for k, n, u in run.extensions)
    pauses = tuple(_pauses(run, said(clock)))
    if isinstance(clock, SetPeriod):
        amount, unit, roll = run.amount, clock.unit, clock.roll
    elif isinstance(clock, SetDay):
        if not run.amount:
            return None
        amount, unit, roll = run.amount, Unit.DAY, False
    else:
        period = period_of(clock)
        if period is None:
            return None
        amount, unit = amount_of(period.amount, setting, day_of(run.began)), unit_of(period.unit, setting.law)
        fixed = bound(clock).official and setting.law.taken(roll_for_authority) == "fixed"
        roll = period.roll and not (fixed and unit is not Unit.WORKING_DAY)
    assert amount is not None  # noqa: S101 - starting a set period refuses without a length
    start: Moment = run.began
    if unit is not Unit.HOUR:
        start = day_of(start)
    elif not isinstance(start, datetime):  # the hour is unknown: nobody is late within the day
        start = datetime.combine(start + timedelta(days=1), time(), SHANGHAI)
    return count(
        start, amount, unit, calendar=setting.calendar, roll=roll, pauses=pauses, extensions=extensions
    )


def _pauses(run: ClockRun, why: Text) -> Iterator[Pause]:
    for since, until in run.pauses:
        first, last = date.fromisoformat(since), None if until is None else date.fromisoformat(until)
        if last is None or last > first:  # a pause that ended on its first day stopped nothing
            yield Pause(first, last, why)
