"""The arithmetic of a running period, on day numbers (``date.toordinal``) and one view of the calendar."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from qingdan.law.calendars.views import EveryDay, View
from qingdan.law.clock.ledger import Hole
from qingdan.law.grammar.units import Unit

MONTHS_A_YEAR = 12
EVERY_DAY = EveryDay()

Step: TypeAlias = tuple[int, Unit]
"""An amount and its unit: the base period, then each extension."""


class Run(NamedTuple):
    """How far the steps ran: the end of each one finished, and what is left if a pause is still open.

    ``left`` is counted in the unit of the step that stands still (months and years in days).
    """

    ends: tuple[int, ...]
    left: Step | None = None


def months_later(day: date, months: int) -> date:
    """Return the corresponding day ``months`` later (or earlier), or the month's last day if it has none.

    Civil Code Art. 202: 31 January and one month is 28 or 29 February.
    """
    year, month = divmod(day.year * MONTHS_A_YEAR + day.month - 1 + months, MONTHS_A_YEAR)
    month += 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def in_months(step: Step) -> int:
    """Return a step of months or years in months."""
    amount, unit = step
    return amount * MONTHS_A_YEAR if unit is Unit.YEAR else amount


def forward(start: int, steps: Sequence[Step], view: View, paused: Sequence[Hole]) -> Run:
    """Run the steps one after the other from ``start``, standing still on paused days."""
    ends: list[int] = []
    at = start
    for amount, unit in steps:
        wanted = amount
        if unit in {Unit.MONTH, Unit.YEAR}:
            # Paused, a month or year is as many days as it had when it began.
            wanted = months_later(date.fromordinal(at), in_months((amount, unit))).toordinal() - at
        counter = view if unit is Unit.WORKING_DAY else EVERY_DAY
        found, left = nth_unpaused(at, wanted, counter, paused)
        if found is None:
            return Run(tuple(ends), (left, unit if unit is Unit.WORKING_DAY else Unit.DAY))
        ends.append(found)
        at = found
    return Run(tuple(ends))


def nth_unpaused(day: int, wanted: int, counter: View, paused: Sequence[Hole]) -> tuple[int | None, int]:
    """Return the n-th counted day after ``day`` outside the pauses; or None and how many are still to count."""
    for first, last in paused:
        if last is not None and last <= day:
            continue
        counted = counter.within(day, first - 1)
        if counted >= wanted:
            break
        wanted -= counted
        if last is None:
            return None, wanted
        day = last
    return counter.nth_after(day, wanted), 0


def backward(event: int, step: Step, view: View, *, clear: bool) -> int:
    """Return the day reached ``step`` before ``event``; clear days leave the whole step between the two."""
    amount, unit = step
    if unit is Unit.WORKING_DAY:
        return view.nth_before(event, amount + clear)
    if unit is Unit.DAY:
        return event - amount - clear
    return months_later(date.fromordinal(event), -in_months(step)).toordinal() - clear
