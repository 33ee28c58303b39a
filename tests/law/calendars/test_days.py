"""Every day from 2004 to 2026 is what two independent packages say it is, save one."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import chinese_calendar
import holidays
import pytest

from qingdan.law.calendars import Calendar, DayKind, OutsideCalendar, official_calendar
from qingdan.law.calendars.calendar import FIRST_YEAR, LAST_SHIPPED, shipped
from qingdan.law.calendars.festivals import statutory_days

CALENDAR = official_calendar()
ALL_DAYS = [
    date(FIRST_YEAR, 1, 1) + timedelta(n)
    for n in range((date(LAST_SHIPPED + 1, 1, 1) - date(2004, 1, 1)).days)
]

# The notice for 2006 (国办发明电〔2005〕35号) has Saturday 31 December 2005 worked, in exchange for 2 January 2006.
# chinesecalendar has it as a rest day; holidays has it as worked, as we do.
DIFFERS_FROM_CHINESECALENDAR = [date(2005, 12, 31)]


def test_every_day_is_as_in_chinesecalendar() -> None:
    differing = [d for d in ALL_DAYS if chinese_calendar.is_workday(d) != CALENDAR.is_working_day(d)]
    assert differing == DIFFERS_FROM_CHINESECALENDAR


def test_every_day_is_as_in_holidays() -> None:
    other = holidays.country_holidays("CN", years=range(FIRST_YEAR, LAST_SHIPPED + 1))
    assert [d for d in ALL_DAYS if other.is_working_day(d) != CALENDAR.is_working_day(d)] == []


def test_every_holiday_bears_the_name_it_has_in_chinesecalendar() -> None:
    for day in ALL_DAYS:
        _, name = chinese_calendar.get_holiday_detail(day)
        ours = CALENDAR.holiday_name(day)
        if name and ours and name != "Anti-Fascist 70th Day":
            assert ours.en[:3].lower() == {"Tomb-sweeping Day": "qin"}.get(name, name[:3].lower()), day


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2026, 10, 10), DayKind.MAKE_UP),
        (date(2026, 10, 1), DayKind.HOLIDAY),
        (date(2026, 10, 11), DayKind.WEEKEND),
        (date(2026, 10, 12), DayKind.WORKING),
        (date(2018, 12, 29), DayKind.MAKE_UP),
        (date(2018, 12, 31), DayKind.HOLIDAY),
        (date(2015, 9, 3), DayKind.HOLIDAY),
    ],
)
def test_a_day_is_of_its_kind(day: date, kind: DayKind) -> None:
    assert CALENDAR.day_kind(day) is kind


def test_kinds_agree_with_working_days() -> None:
    assert all(CALENDAR.day_kind(d).works == CALENDAR.is_working_day(d) for d in ALL_DAYS)


def test_the_last_days_of_a_year_belong_to_the_next_years_notice() -> None:
    name = CALENDAR.holiday_name(date(2018, 12, 31))
    assert name is not None
    assert name.zh == "元旦"
    without_2019 = Calendar(dict.fromkeys(range(2004, 2019)))
    assert without_2019.is_working_day(date(2018, 12, 31))
    assert not without_2019.is_settled(date(2018, 12, 31).toordinal(), date(2018, 12, 31).toordinal())


def test_every_year_names_its_notice_or_says_it_is_not_established() -> None:
    for year in range(FIRST_YEAR, LAST_SHIPPED + 1):
        edition = CALENDAR.edition_of(year)
        assert edition.notice is not None
        assert edition.verified == (edition.notice.number is not None)
        assert (edition.notice.published_at is None) == (not edition.verified)
        assert edition.notice.published_at is None or edition.notice.published_at.year in {year - 1, year}
    assert [y for y in range(2004, 2027) if not CALENDAR.edition_of(y).verified] == [2004, 2005]


@pytest.mark.parametrize(
    ("year", "number", "published"),
    [
        (2015, "国发明电〔2015〕1号", date(2015, 5, 13)),
        (2019, "国办发明电〔2019〕3号", date(2019, 3, 22)),
        (2020, "国办发明电〔2020〕1号", date(2020, 1, 27)),
    ],
)
def test_amendments_within_the_year_are_a_second_version(year: int, number: str, published: date) -> None:
    edition = CALENDAR.edition_of(year)
    assert edition.version == 2
    assert [(n.number, n.published_at) for n in edition.amended_by] == [(number, published)]
    first = CALENDAR.as_known_on(published - timedelta(1)).edition_of(year)
    assert (first.version, first.amended_by) == (1, ())


def test_a_calendar_as_known_before_a_notice_is_provisional() -> None:
    assert CALENDAR.as_known_on(date(2025, 11, 3)).is_provisional(2026)
    assert not CALENDAR.as_known_on(date(2025, 11, 4)).is_provisional(2026)


@pytest.mark.parametrize("year", [2003, 2061, 2100])
def test_years_outside_are_refused(year: int) -> None:
    with pytest.raises(OutsideCalendar) as refused:
        CALENDAR.is_working_day(date(year, 6, 1))
    assert str(year) in refused.value.of("zh")
    assert "2004" in refused.value.of("en")


def test_no_file_is_read_before_its_year_is_asked_for() -> None:
    code = (
        "import sys; from qingdan.law.clock import Unit, count; from datetime import date\n"
        "from qingdan.law.calendars.calendar import shipped\n"
        "assert shipped.cache_info().currsize == 0 and 'json' not in sys.modules\n"
        "count(date(2025, 3, 3), 5, Unit.WORKING_DAY)\n"
        "assert shipped.cache_info().currsize == 2\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_statutory_days_have_the_number_the_measures_give() -> None:
    numbers = {year: sum(map(len, statutory_days(year).values())) for year in (2008, 2014, 2024, 2025, 2060)}
    assert numbers == {2008: 11, 2014: 11, 2024: 11, 2025: 13, 2060: 13}


def test_a_shipped_year_is_read_once() -> None:
    assert shipped(2026) is shipped(2026)
