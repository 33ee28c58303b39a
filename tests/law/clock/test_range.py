"""The range of a provisional date is honest: in thirteen years of notices the actual date lay within it.

A range covers every start and every count exactly when the number of working days between any two days lies within
the bounds, so that is what is compared: every start in a year, every day up to 105 days later (counts 1 to 60).
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from qingdan.law.calendars import Calendar, official_calendar
from qingdan.law.calendars.calendar import shipped
from qingdan.law.clock import Deadline, Unit, count

OFFICIAL = official_calendar()
REACH = 105
# One-off holidays of 2015 and 2020, ordered in the year itself: no rule foresees them. Without them: 100 %.
AS_FIRST_ANNOUNCED = {2015: date(2015, 1, 1), 2020: date(2020, 1, 1)}


def ordinary(year: int) -> Calendar:
    """The calendar as published, with the years of one-off holidays as first announced."""
    calendar = OFFICIAL
    for changed, day in AS_FIRST_ANNOUNCED.items():
        first = shipped(changed).as_known_on(day)
        assert first is not None
        calendar = calendar.with_year(first)
    assert calendar.edition_of(2015).version == 1
    return Calendar({y: calendar.year_of(y) for y in range(year, 2027)})


def before_its_notice(year: int) -> Calendar:
    return Calendar(dict.fromkeys(range(2004, year)))


def misses(year: int, actual: Calendar) -> list[tuple[date, date]]:
    projected = before_its_notice(year)
    first, end = date(year, 1, 1).toordinal(), date(2026, 12, 31).toordinal()
    found = []
    for start in range(first, date(year, 12, 31).toordinal() + 1):
        passed = 0
        for until in range(start + 1, min(start + REACH, end) + 1):
            passed += actual.is_working_day(date.fromordinal(until))
            low, high = projected.bounds(start, until)
            if not low <= passed <= high:
                found.append((date.fromordinal(start), date.fromordinal(until)))
    return found


@pytest.mark.parametrize("year", range(2014, 2027))
def test_the_actual_date_lay_within_the_range(year: int) -> None:
    assert misses(year, ordinary(year)) == []


@pytest.mark.parametrize(("year", "holiday"), [(2015, date(2015, 9, 3)), (2020, date(2020, 1, 31))])
def test_a_one_off_holiday_is_not_foreseen(year: int, holiday: date) -> None:
    missed = misses(year, Calendar(dict.fromkeys(range(year, 2027))))
    assert min(until for _, until in missed) == holiday
    assert all(start < date(year, 12, 31) and until >= holiday for start, until in missed)


@pytest.mark.parametrize("start", [date(2025, 1, 2), date(2025, 9, 22), date(2026, 2, 3), date(2026, 9, 15)])
@pytest.mark.parametrize("n", [1, 5, 10, 20, 45, 60])
@pytest.mark.parametrize("unit", [Unit.WORKING_DAY, Unit.DAY])
def test_the_deadline_itself_shows_the_range(start: date, n: int, unit: Unit) -> None:
    shown = count(start, n, unit, calendar=before_its_notice(start.year))
    settled = count(start, n, unit, calendar=OFFICIAL)
    assert shown.provisional
    assert within(shown, settled.due)


@pytest.mark.parametrize(
    "event", [date(2025, 2, 20), date(2025, 10, 20), date(2026, 3, 10), date(2026, 10, 30)]
)
@pytest.mark.parametrize("n", [1, 5, 10, 20, 30])
def test_a_date_counted_back_shows_it_too(event: date, n: int) -> None:
    shown = count(event, n, Unit.WORKING_DAY, calendar=before_its_notice(event.year), backward=True)
    settled = count(event, n, Unit.WORKING_DAY, calendar=OFFICIAL, backward=True)
    assert within(shown, settled.due)


def test_the_range_is_narrow_enough_to_plan_with() -> None:
    projected = before_its_notice(2026)
    widths = sorted(
        (found.latest - found.earliest).days
        for offset in range(365)
        for n in (10, 20, 45, 60)
        if (
            found := count(date(2026, 1, 1) + timedelta(offset), n, Unit.WORKING_DAY, calendar=projected)
        ).latest
        and found.earliest
    )
    assert widths[len(widths) // 2] <= 3
    assert widths[-1] <= 14


def test_a_year_without_notice_in_between_makes_a_date_provisional() -> None:
    gap = Calendar(dict.fromkeys(year for year in range(2004, 2027) if year != 2025))
    assert count(date(2024, 12, 20), 300, Unit.WORKING_DAY, calendar=gap).provisional
    assert not count(date(2024, 12, 20), 300, Unit.WORKING_DAY, calendar=OFFICIAL).provisional


def within(shown: Deadline, actual: date | None) -> bool:
    assert actual is not None
    assert shown.earliest is not None
    assert shown.latest is not None
    return shown.earliest <= actual <= shown.latest
