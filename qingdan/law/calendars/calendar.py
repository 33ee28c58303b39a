"""The working-day calendar: official years from their notices, later years by projection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from qingdan.law.calendars.data import data_file
from qingdan.law.calendars.festivals import LAST_BY_RULE
from qingdan.law.calendars.projection import project
from qingdan.law.calendars.reading import load_year
from qingdan.law.calendars.refusals import OutsideCalendar
from qingdan.law.calendars.span import Span
from qingdan.law.calendars.views import Edge
from qingdan.law.calendars.year import DayKind, Notice, YearCalendar
from qingdan.law.grammar.text import Text

if TYPE_CHECKING:
    from qingdan.law.calendars.envelope import Group

FIRST_YEAR = 2004
LAST_SHIPPED = 2026
HORIZON = LAST_BY_RULE - 1
"""Last year that can be counted in: the year after it must be projected too, for the turn of the year."""


class Edition(NamedTuple):
    """Which arrangement a date rests on: the year, its version (0: projected), its notice and those that amended it."""

    year: int
    version: int
    notice: Notice | None
    verified: bool
    amended_by: tuple[Notice, ...] = ()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """The notice and its amendments, in order; none for a projected year."""
        return () if self.notice is None else (self.notice, *self.amended_by)

    @property
    def provisional(self) -> bool:
        """Tell whether the year's notice is not published yet."""
        return self.version == 0


class Calendar:
    """Working days in China from 2004. Immutable: a new notice gives a new calendar (``with_year``).

    Years are read and laid out when first asked for. Counting methods take and return ordinals
    (``date.toordinal``); the rest speak in dates. A day outside 2004-2060 raises OutsideCalendar.
    """

    __slots__ = ("_announced", "_plain", "_spans", "rest_heavy", "work_heavy")

    def __init__(self, announced: Mapping[int, YearCalendar | None]) -> None:
        """Take the announced years; None stands for a year read from the package's own data file."""
        self._announced = dict(announced)
        self._spans: dict[int, Span] = {}
        self._plain: dict[int, Span] = {}
        self.work_heavy = Edge(lambda after, until: self.bounds(after, until)[1])
        self.rest_heavy = Edge(lambda after, until: self.bounds(after, until)[0])

    # --- What a day is. ---

    def is_working_day(self, day: date) -> bool:
        """Tell whether ``day`` is a working day (by projection if its year is not announced)."""
        span = self._spans.get(day.year) or self.span(day.year)
        index = day.toordinal() - span.first
        return span.before[index] < span.before[index + 1]

    def day_kind(self, day: date) -> DayKind:
        """Return what ``day`` is."""
        works, weekend = self.is_working_day(day), day.weekday() >= 5  # noqa: PLR2004 - Saturday
        if works:
            return DayKind.MAKE_UP if weekend else DayKind.WORKING
        return DayKind.WEEKEND if self.holiday_name(day) is None else DayKind.HOLIDAY

    def holiday_name(self, day: date) -> Text | None:
        """Return the name of the holiday on which ``day`` is off, None on other days."""
        name = self.year_of(day.year).off_days.get(day)
        return name or self.year_of(day.year + 1).off_days.get(day)

    # --- Where it comes from. ---

    def year_of(self, year: int) -> YearCalendar:
        """Return the arrangement of ``year``: announced, or projected by rule."""
        if year in self._announced:
            return self._announced[year] or shipped(year)
        if not FIRST_YEAR <= year <= LAST_BY_RULE:
            raise OutsideCalendar(year, FIRST_YEAR, HORIZON)
        return _projected(year)

    def edition_of(self, year: int) -> Edition:
        """Return which arrangement the calendar uses for ``year``."""
        used = self.year_of(year)
        return Edition(year, used.version, used.notice, used.verified, tuple(a.notice for a in used.amended))

    def is_provisional(self, year: int) -> bool:
        """Tell whether ``year`` has no notice yet."""
        return year not in self._announced

    def with_year(self, year: YearCalendar) -> Calendar:
        """Return a calendar that uses ``year`` in place of what it had for that year."""
        changed = Calendar({**self._announced, year.year: year})
        untouched = {y: span for y, span in self._spans.items() if y not in {year.year - 1, year.year}}
        changed._spans.update(untouched)
        return changed

    def as_known_on(self, day: date) -> Calendar:
        """Return the calendar as published by the end of ``day``: later notices and amendments are undone."""
        known = {y: self.year_of(y).as_known_on(day) for y in self._announced}
        return Calendar({y: found for y, found in known.items() if found is not None})

    # --- Counting, in ordinals. ---

    def span(self, year: int) -> Span:
        """Return the year laid out for counting."""
        if year not in self._spans:
            if not FIRST_YEAR <= year <= HORIZON:
                raise OutsideCalendar(year, FIRST_YEAR, HORIZON)
            arrangements = self.year_of(year), self.year_of(year + 1)
            self._spans[year] = _laid_out(year, arrangements, self._settled_until(year))
        return self._spans[year]

    def within(self, after: int, until: int) -> int:
        """Return the number of working days in (after, until]; 0 if ``until`` is not later."""
        if until <= after:
            return 0
        year, last = date.fromordinal(after).year, date.fromordinal(until).year
        span = self.span(year)
        passed = -span.before[after - span.first + 1]
        while year < last:
            passed += span.total
            year += 1
            span = self.span(year)
        return passed + span.before[until - span.first + 1]

    def nth_after(self, day: int, n: int) -> int:
        """Return the n-th working day after ``day``."""
        return self.settled_nth_after(day, n)[0]

    def settled_nth_after(self, day: int, n: int) -> tuple[int, bool]:
        """Return the n-th working day after ``day``, and whether no unpublished notice can change it."""
        year = date.fromordinal(day).year
        span = self._spans.get(year) or self.span(year)
        wanted = span.before[day - span.first + 1] + n
        settled = True
        while wanted > span.total:
            settled = settled and span.settled_until == span.last
            wanted -= span.total
            year += 1
            span = self._spans.get(year) or self.span(year)
        found = span.working[wanted - 1]
        return found, settled and found <= span.settled_until

    def nth_before(self, day: int, n: int) -> int:
        """Return the n-th working day before ``day``."""
        year = date.fromordinal(day).year
        span = self.span(year)
        wanted = span.before[day - span.first] - n
        while wanted < 0:
            year -= 1
            span = self.span(year)
            wanted += span.total
        return span.working[wanted]

    def is_settled(self, first: int, last: int) -> bool:
        """Tell whether no unpublished notice can change a working day in [first, last]."""
        years = range(date.fromordinal(first).year, date.fromordinal(last).year + 1)
        return all(min(last, (span := self.span(y)).last) <= span.settled_until for y in years)

    def bounds(self, after: int, until: int) -> tuple[int, int]:
        """Return the least and greatest number of working days there may be in (after, until]."""
        if until <= after:
            return 0, 0
        first, last = date.fromordinal(after + 1).year, date.fromordinal(until).year
        low = high = sum(self._weekdays(year, after, until) for year in range(first, last + 1))
        for year in range(first, last + 2):
            if year not in self._announced:
                for group in _groups(year):
                    least, most = group.bounds(after, until)
                    low, high = low + least, high + most
        return low, high

    def _weekdays(self, year: int, after: int, until: int) -> int:
        """Count a year's part of (after, until] without the days that unpublished notices decide."""
        span = self._plain.get(year)
        if span is None:
            known = [self.year_of(y) for y in (year, year + 1) if y in self._announced]
            span = self._plain[year] = _laid_out(year, known, 0)
        start, end = max(after, span.first - 1), min(until, span.last)
        return span.before[end - span.first + 1] - span.before[start - span.first + 1]

    def _settled_until(self, year: int) -> int:
        last = date(year, 12, 31).toordinal()
        if year not in self._announced:
            return date(year, 1, 1).toordinal() - 1
        if year + 1 in self._announced:
            return last
        return min(last, min(group.first for group in _groups(year + 1)) - 1)

    def announced_years(self) -> Iterator[int]:
        """Yield the years that have a notice, in order."""
        yield from sorted(self._announced)


def _laid_out(
    year: int, arrangements: tuple[YearCalendar, ...] | list[YearCalendar], settled_until: int
) -> Span:
    off = {day.toordinal() for a in arrangements for day in a.off_days if day.year == year}
    makeup = {day.toordinal() for a in arrangements for day in a.makeup_workdays if day.year == year}
    return Span(year, off, makeup, settled_until)


@cache
def shipped(year: int) -> YearCalendar:
    """Return the arrangement of a year from the package's own data."""
    return load_year(data_file(str(year)))


def _groups(year: int) -> tuple[Group, ...]:
    # Imported when a provisional year is first asked for: most programs never do.
    from qingdan.law.calendars.envelope import groups_of

    return groups_of(year)


@cache
def _projected(year: int) -> YearCalendar:
    return project(year)


@cache
def official_calendar() -> Calendar:
    """Return the calendar of every notice that ships with the package (2004-2026)."""
    return Calendar(dict.fromkeys(range(FIRST_YEAR, LAST_SHIPPED + 1)))
