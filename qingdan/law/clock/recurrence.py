"""Duties that come again: once in every period, or each year on a fixed day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from qingdan.law.calendars import Calendar, official_calendar
from qingdan.law.clock.counting import count
from qingdan.law.clock.deadline import Deadline
from qingdan.law.clock.refusals import AmountNotPositive, NoSuchDay
from qingdan.law.grammar.units import Unit

LEAP_YEAR = 2024
FEBRUARY = 2


class Occurrence(NamedTuple):
    """One time a recurring duty falls due. ``anchor`` is the day it is counted from, ``number`` starts at 1."""

    number: int
    anchor: date
    deadline: Deadline


def recurring(  # noqa: PLR0913 - each argument is one thing a recurrence can have
    first_start: date,
    amount: int,
    unit: Unit,
    *,
    until: date,
    completions: Iterable[date] = (),
    calendar: Calendar | None = None,
    roll: bool = True,
) -> Iterator[Occurrence]:
    """Yield each due date of a duty owed at least once in every ``amount`` ``unit``, up to ``until``.

    The first is counted from ``first_start``, each one after a completion from that completion, and those not yet
    reached from the last of these as 2, 3 … times the period. So a month end never drifts: from 31 August every
    six months is 28 February and 31 August again. Hours do not recur.
    """
    if type(amount) is not int or amount < 1:
        raise AmountNotPositive(amount)
    anchors = [first_start, *sorted(d for d in completions if d > first_start)]
    number = 0
    for anchor in anchors[:-1]:
        number += 1
        yield Occurrence(number, anchor, count(anchor, amount, unit, calendar=calendar, roll=roll))
    anchor, times = anchors[-1], 0
    while True:
        number, times = number + 1, times + 1
        deadline = count(anchor, times * amount, unit, calendar=calendar, roll=roll)
        if deadline.raw_end is None or deadline.raw_end > until:
            return
        yield Occurrence(number, anchor, deadline)


def yearly(  # noqa: PLR0913 - as ``recurring``
    month: int,
    day: int,
    *,
    after: date,
    until: date,
    calendar: Calendar | None = None,
    roll: bool = True,
) -> Iterator[Occurrence]:
    """Yield each due date of a duty owed every year by ``month``/``day``, after ``after`` and up to ``until``.

    29 February is the 28th in common years. The rest-day rule applies unless ``roll`` is False.
    """
    used = calendar or official_calendar()
    if not (1 <= month <= 12 and 1 <= day <= monthrange(LEAP_YEAR, month)[1]):  # noqa: PLR2004 - months
        raise NoSuchDay(month, day)
    number = 0
    for year in range(after.year, until.year + 1):
        named = date(year, month, min(day, monthrange(year, month)[1]))
        if after < named <= until:
            number += 1
            before = date.fromordinal(named.toordinal() - 1)
            yield Occurrence(number, named, count(before, 1, Unit.DAY, calendar=used, roll=roll))
