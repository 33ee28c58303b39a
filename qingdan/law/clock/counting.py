"""Count a period: forward from a day, backward from an event, or in hours from an instant.

Civil Code Art. 200-204: the start day is not counted; months and years end on the corresponding day or the month's
last; a period whose last day is a rest day ends on the first working day after; the last day ends at 24:00.
The law is silent on backward periods: the day reached stands, and is never moved later.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR, date, datetime

from qingdan.law.calendars import Calendar, official_calendar
from qingdan.law.calendars.calendar import FIRST_YEAR, HORIZON
from qingdan.law.calendars.refusals import OutsideCalendar
from qingdan.law.calendars.views import View
from qingdan.law.clock.deadline import Deadline
from qingdan.law.clock.ended import Remaining
from qingdan.law.clock.ledger import Extension, Pause, holes
from qingdan.law.clock.refusals import (
    AmountNotPositive,
    BackwardNeverStops,
    BeyondCalendars,
    ClearDaysMisplaced,
    HoursNeverStop,
    PauseBeforeStart,
    TimeOfDayMissing,
    TimeZoneMissing,
)
from qingdan.law.clock.running import Run, Step, forward
from qingdan.law.clock.running import backward as counted_back
from qingdan.law.grammar.units import SHANGHAI, Unit


def count(  # noqa: PLR0913 - each argument is one thing a period can have
    start: date | datetime,
    amount: int,
    unit: Unit,
    *,
    calendar: Calendar | None = None,
    backward: bool = False,
    roll: bool = True,
    pauses: Iterable[Pause] = (),
    extensions: Iterable[Extension] = (),
    clear_days: bool = False,
) -> Deadline:
    """Return the deadline of a period of ``amount`` ``unit`` that starts on (or, backward, ends at) ``start``.

    Args:
        start: a day, or an instant with a time zone (needed for hours; otherwise its day in China counts).
        amount: how many units, at least 1.
        unit: working days, days, months, years or hours.
        calendar: the calendar to count with; the official one if none is given.
        backward: count back from ``start``: the last day for something that must come before it.
        roll: apply the rest-day rule. It never applies to working days, hours or backward periods.
        pauses: days on which the clock stands still.
        extensions: more time, each counted from the end before it (not moved by rest days).
        clear_days: backward only: leave the whole amount between the day reached and the event.

    Raises:
        ClockRefused: the period cannot be counted as asked (see ``refusals``).
        OutsideCalendar: the period ends beyond the projected years.
    """
    used = calendar or official_calendar()
    pauses, extensions = tuple(pauses), tuple(extensions)
    if type(amount) is not int or amount < 1:
        raise AmountNotPositive(amount)
    day, instant = _begun(start)
    _check_reach(day, amount, unit, backward=backward)
    if unit is Unit.HOUR:
        return _hours(
            day, instant, amount, used, backward=backward, ledger=(*pauses, *extensions), clear=clear_days
        )
    if day.year < FIRST_YEAR:
        raise BeyondCalendars(day, FIRST_YEAR)
    if backward:
        if pauses or extensions:
            raise BackwardNeverStops
        return _backward(day, instant, (amount, unit), used, roll=roll, clear=clear_days)
    if clear_days:
        raise ClearDaysMisplaced
    if unit is Unit.WORKING_DAY and not pauses and not extensions:
        found, settled = used.settled_nth_after(day.toordinal(), amount)
        if settled:
            due = date.fromordinal(found)
            return Deadline(day, amount, unit, used, due, due, due, due, False, instant, False, roll)  # noqa: FBT003
    return _forward(day, instant, (amount, unit), used, roll=roll, ledger=(pauses, extensions))


def _check_reach(day: date, amount: int, unit: Unit, *, backward: bool) -> None:
    """Refuse a period that leaves all years there are dates for."""
    years = amount // _MOST_A_YEAR[unit]
    end = day.year - years if backward else day.year + years
    if not MINYEAR + 1 < end < MAXYEAR - 1:
        raise OutsideCalendar(max(MINYEAR, min(end, MAXYEAR)), FIRST_YEAR, HORIZON)


# as many of each as the shortest year has, so that nothing beyond all dates gets past
_MOST_A_YEAR = {Unit.WORKING_DAY: 365, Unit.DAY: 365, Unit.MONTH: 12, Unit.YEAR: 1, Unit.HOUR: 365 * 24}


def _begun(start: date | datetime) -> tuple[date, datetime | None]:
    if not isinstance(start, datetime):
        return start, None
    if start.tzinfo is None:
        raise TimeZoneMissing(start)
    if not MINYEAR < start.year < MAXYEAR:  # its zone may carry it beyond all dates
        raise OutsideCalendar(start.year, FIRST_YEAR, HORIZON)
    instant = start.astimezone(SHANGHAI)
    return instant.date(), instant


def working_days_between(first: date, last: date, calendar: Calendar | None = None) -> int:
    """Return the number of working days after ``first`` up to and including ``last``; negative if it is earlier."""
    used = calendar or official_calendar()
    if last < first:
        return -used.within(last.toordinal(), first.toordinal())
    return used.within(first.toordinal(), last.toordinal())


def _forward(  # noqa: PLR0913 - as ``count``
    day: date,
    instant: datetime | None,
    base: Step,
    calendar: Calendar,
    *,
    roll: bool,
    ledger: tuple[tuple[Pause, ...], tuple[Extension, ...]],
) -> Deadline:
    pauses, extensions = ledger
    early = next((p for p in pauses if p.since < day), None)
    if early:
        raise PauseBeforeStart(early.since, day)
    steps = (base, *((e.amount, e.unit) for e in extensions))
    paused, start = holes(pauses), day.toordinal()
    in_working_days = any(unit is Unit.WORKING_DAY for _, unit in steps)

    def end_in(view: View) -> tuple[Run, int | None]:
        run = forward(start, steps, view, paused)
        if run.left:
            return run, None
        return run, view.nth_after(run.ends[-1] - 1, 1) if roll else run.ends[-1]

    run, due = end_in(calendar)
    touched = start + 1 if in_working_days else run.ends[-1] if run.ends else start
    until = due or max(start + 1, paused[-1][0])
    settled = not (roll or in_working_days) or (due is None and not in_working_days)
    settled = settled or calendar.is_settled(touched, until)
    edges = (due, due) if settled else (end_in(calendar.work_heavy)[1], end_in(calendar.rest_heavy)[1])
    amount, unit = base
    return Deadline(
        day,
        amount,
        unit,
        calendar,
        None if due is None else date.fromordinal(run.ends[-1]),
        _day(due),
        _day(edges[0]),
        _day(edges[1]),
        not settled,
        instant,
        roll=roll,
        pauses=pauses,
        extensions=extensions,
        remaining=Remaining(*run.left) if run.left else None,
    )


def _backward(  # noqa: PLR0913 - as ``count``
    day: date, instant: datetime | None, step: Step, calendar: Calendar, *, roll: bool, clear: bool
) -> Deadline:
    event = day.toordinal()
    reached = counted_back(event, step, calendar, clear=clear)
    amount, unit = step
    settled = unit is not Unit.WORKING_DAY or calendar.is_settled(reached, event - 1)
    earliest = reached if settled else counted_back(event, step, calendar.rest_heavy, clear=clear)
    latest = reached if settled else counted_back(event, step, calendar.work_heavy, clear=clear)
    due = date.fromordinal(reached)
    return Deadline(
        day,
        amount,
        unit,
        calendar,
        due,
        due,
        date.fromordinal(earliest),
        date.fromordinal(latest),
        not settled,
        instant,
        backward=True,
        roll=roll,
        clear_days=clear,
    )


def _hours(  # noqa: PLR0913 - as ``count``
    day: date,
    instant: datetime | None,
    amount: int,
    calendar: Calendar,
    *,
    backward: bool,
    ledger: tuple[Pause | Extension, ...],
    clear: bool,
) -> Deadline:
    if instant is None:
        raise TimeOfDayMissing(day)
    if ledger:
        raise HoursNeverStop
    if clear:
        raise ClearDaysMisplaced
    running = Deadline(
        day,
        amount,
        Unit.HOUR,
        calendar,
        None,
        None,
        None,
        None,
        started_at=instant,
        backward=backward,
        roll=False,
    )
    at = running.due_at
    end = None if at is None else at.date()
    return Deadline(
        day,
        amount,
        Unit.HOUR,
        calendar,
        end,
        end,
        end,
        end,
        started_at=instant,
        backward=backward,
        roll=False,
    )


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)
