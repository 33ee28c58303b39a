"""A year without a notice, projected by rule alone.

Every statutory holiday is off; one that falls on a weekend, or on another statutory holiday, is made good on
the next working day (Holiday Measures Art. 6; the latter by practice). No day is moved and no weekend is worked.
This is the middle of the range, not a forecast: ``envelope`` says how far a notice may depart from it.
"""

from __future__ import annotations

from datetime import date, timedelta

from qingdan.law.calendars.festivals import FESTIVALS, statutory_days
from qingdan.law.calendars.year import SATURDAY, YearCalendar
from qingdan.law.grammar.text import Text


def project(year: int) -> YearCalendar:
    """Return the provisional calendar of ``year``."""
    statutory = statutory_days(year)
    taken = {day for days in statutory.values() for day in days}
    off_days: dict[date, Text] = {}
    for festival, days in statutory.items():
        for day in days:
            owed = day in off_days or day.weekday() >= SATURDAY
            off_days.setdefault(day, FESTIVALS[festival])
            if owed:
                instead = made_good(day, taken)
                taken.add(instead)
                off_days[instead] = FESTIVALS[festival]
    return YearCalendar(year, dict(sorted(off_days.items())), frozenset(), None, version=0, provisional=True)


def made_good(day: date, taken: set[date]) -> date:
    """Return the first day after ``day`` that is neither a weekend nor already off."""
    while day.weekday() >= SATURDAY or day in taken:
        day += timedelta(1)
    return day
