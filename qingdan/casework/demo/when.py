"""Days of a plot: counted back from the day on which it is told, or from one act to the next."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from qingdan.law.calendars import Calendar
from qingdan.law.calendars.festivals import statutory_days

_DAY = timedelta(days=1)
_GAP = re.compile(r"([+-])(\d+)(d|wd)")
_FESTIVAL = re.compile(r"spring(-\d+wd)?")
_BEFORE_TODAY = timedelta(days=60)  # so that what began before the festival has an end


class Gap(NamedTuple):
    """So many days, or working days."""

    length: int
    working: bool

    @classmethod
    def of(cls, text: str) -> Gap | None:
        """Return ``+3wd`` or ``-10d`` as a gap; None for anything else."""
        found = _GAP.fullmatch(text)
        return found and cls(int(f"{found[1]}{found[2]}"), found[3] == "wd")

    def after(self, day: date, calendar: Calendar) -> date:
        """Return the day this far after (or before) ``day``; what falls on a rest day moves on to a working day."""
        if not self.working:
            return _working(day + self.length * _DAY, calendar)
        step, left = (_DAY if self.length > 0 else -_DAY), abs(self.length)
        while left:
            day += step
            left -= calendar.is_working_day(day)
        return _working(day, calendar)


def _working(day: date, calendar: Calendar) -> date:
    while not calendar.is_working_day(day):
        day += _DAY
    return day


def start_of(text: str, today: date, calendar: Calendar) -> date:
    """Return the day a story begins: ``-40d``, ``-9wd``, or ``spring-3wd``, so long before the last Spring Festival."""
    gap = Gap.of(text)
    if gap is not None:
        return gap.after(today, calendar)
    found = _FESTIVAL.fullmatch(text)
    if found is None:
        raise ValueError(f"start: {text!r}: write -40d, -9wd or spring-3wd")
    festival = _spring_festival(today)
    before = Gap.of(found[1]) if found[1] else Gap(0, working=True)
    assert before is not None  # noqa: S101 - the pattern holds one
    return before.after(festival, calendar)


def _spring_festival(today: date) -> date:
    years = (today.year, today.year - 1)
    days = (min(statutory_days(year)["spring_festival"]) for year in years)
    return next(day for day in days if day < today - _BEFORE_TODAY)
