"""Years without a notice are projected from the statutory holidays, and say so."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import lunardate
import pytest

from qingdan.law.calendars import DayKind, official_calendar
from qingdan.law.calendars.festivals import FIRST_BY_RULE, LAST_BY_RULE, statutory_days
from qingdan.law.calendars.projection import project

CALENDAR = official_calendar().as_known_on(date(2026, 11, 1))


@pytest.mark.parametrize("year", range(FIRST_BY_RULE, LAST_BY_RULE + 1))
def test_the_lunar_table_is_as_lunardate_computes(year: int) -> None:
    days = statutory_days(year)
    new_year = lunardate.LunarDate(year, 1, 1).to_solar_date()
    assert new_year in days["spring_festival"]
    assert days["dragon_boat"] == (lunardate.LunarDate(year, 5, 5).to_solar_date(),)
    assert days["mid_autumn"] == (lunardate.LunarDate(year, 8, 15).to_solar_date(),)
    eve = new_year - timedelta(1)
    assert (eve in days["spring_festival"]) == (not 2014 <= year <= 2024)


@pytest.mark.parametrize("year", range(2027, LAST_BY_RULE + 1))
def test_the_statutory_days_are_as_holidays_computes(year: int) -> None:
    other = holidays.country_holidays("CN", years=year, observed=False)
    assert {d for days in statutory_days(year).values() for d in days} == set(other)


def test_2027_by_rule() -> None:
    off = [f"{d:%m-%d}" for d in project(2027).off_days]
    spring = ["02-05", "02-06", "02-07", "02-08", "02-09", "02-10"]
    labour = ["05-01", "05-02", "05-03", "05-04"]
    national = ["10-01", "10-02", "10-03", "10-04", "10-05"]
    assert off == ["01-01", *spring, "04-05", *labour, "06-09", "09-15", *national]


def test_a_projected_year_has_thirteen_days_on_which_nobody_works_besides_weekends() -> None:
    for year in range(2027, LAST_BY_RULE + 1):
        weekdays = [d for d in project(year).off_days if d.weekday() < 5]
        assert len(weekdays) == 13, year


def test_a_projected_year_is_marked() -> None:
    edition = CALENDAR.edition_of(2030)
    assert (edition.version, edition.notice, edition.provisional) == (0, None, True)
    assert CALENDAR.is_provisional(2027)
    assert not CALENDAR.is_provisional(2026)
    assert CALENDAR.day_kind(date(2027, 10, 4)) is DayKind.HOLIDAY
