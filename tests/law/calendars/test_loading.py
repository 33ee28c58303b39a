"""A newly published notice is loaded as data, checked, and gives a new calendar."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import qingdan.law.calendars.data as shipped_data
from qingdan.law.calendars import CalendarRefused, load_year, official_calendar
from qingdan.law.calendars.calendar import FIRST_YEAR, LAST_SHIPPED
from qingdan.law.calendars.festivals import FESTIVALS
from qingdan.law.clock import Unit, count

OFFICIAL = official_calendar().as_known_on(date(2026, 11, 1))


def notice_2027() -> dict[str, Any]:
    """An invented arrangement for 2027, of the shape a real one has."""
    off = {
        "new_year": ["2027-01-01"],
        "spring_festival": [f"2027-02-{day:02}" for day in range(5, 13)],
        "qingming": ["2027-04-05"],
        "labour_day": [f"2027-05-{day:02}" for day in range(1, 6)],
        "dragon_boat": ["2027-06-09"],
        "mid_autumn": ["2027-09-15"],
        "national_day": [f"2027-10-{day:02}" for day in range(1, 8)],
    }
    return {
        "year": 2027,
        "version": 1,
        "verified": False,
        "notice": {
            "number": None,
            "title": "an invented notice",
            "issuer": "nobody",
            "published_at": "2026-11-20",
            "url": None,
        },
        "amended": [],
        "off_days": [{"date": day, "name": name} for name, days in off.items() for day in days],
        "makeup_workdays": ["2027-01-30", "2027-02-20", "2027-05-08", "2027-09-26", "2027-10-09"],
    }


def test_a_loaded_notice_gives_a_new_calendar_and_leaves_the_old_one() -> None:
    start = date(2027, 1, 20)
    before = count(start, 10, Unit.WORKING_DAY, calendar=OFFICIAL)
    loaded = OFFICIAL.with_year(load_year(notice_2027()))
    after = count(start, 10, Unit.WORKING_DAY, calendar=loaded)
    assert (before.due, before.provisional) == (date(2027, 2, 3), True)
    assert (after.due, after.provisional) == (date(2027, 2, 2), False)
    assert OFFICIAL.is_provisional(2027)
    assert before.earliest is not None
    assert before.latest is not None
    assert before.earliest <= date(2027, 2, 2) <= before.latest


def test_a_day_in_december_settled_by_the_new_notice_is_used() -> None:
    data = notice_2027()
    data["off_days"].append({"date": "2026-12-31", "name": "new_year"})
    data["makeup_workdays"].append("2026-12-26")
    loaded = OFFICIAL.with_year(load_year(data))
    assert OFFICIAL.is_working_day(date(2026, 12, 31))
    assert not loaded.is_working_day(date(2026, 12, 31))
    assert loaded.is_working_day(date(2026, 12, 26))


def test_a_holiday_with_a_name_of_its_own_may_be_given_in_both_languages() -> None:
    data = notice_2027()
    data["off_days"].append({"date": "2027-09-03", "name": {"en": "Anniversary", "zh": "周年纪念"}})
    assert load_year(data).off_days[date(2027, 9, 3)].zh == "周年纪念"


def test_an_amendment_in_the_file_can_be_undone() -> None:
    data = notice_2027()
    amendment = {
        "notice": {**data["notice"], "published_at": "2027-03-01"},
        "adds": {
            "off_days": [{"date": "2027-06-10", "name": "dragon_boat"}],
            "makeup_workdays": ["2027-06-12"],
        },
        "removes": {"off_days": [], "makeup_workdays": ["2027-05-09"]},
    }
    data["off_days"].append({"date": "2027-06-10", "name": "dragon_boat"})
    data["makeup_workdays"].append("2027-06-12")
    data |= {"version": 2, "amended": [amendment]}
    loaded = load_year(data)
    first = loaded.as_known_on(date(2027, 2, 28))
    assert first is not None
    assert date(2027, 6, 10) in loaded.off_days
    assert date(2027, 6, 10) not in first.off_days
    assert date(2027, 5, 9) in first.makeup_workdays
    assert (first.version, loaded.version) == (1, 2)
    assert loaded.as_known_on(date(2026, 11, 19)) is None


def put(path: str, value: object) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        *way, last = path.split(".")
        place = data
        for step in way:
            place = place[step]
        place[last] = value

    return change


def drop(key: str) -> Callable[[dict[str, Any]], None]:
    return lambda data: data.pop(key)


def add(key: str, entry: object) -> Callable[[dict[str, Any]], None]:
    return lambda data: data[key].append(entry)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (add("off_days", {"date": "2028-01-01", "name": "new_year"}), "2028-01-01 belongs neither to 2027"),
        (add("off_days", {"date": "2026-11-30", "name": "new_year"}), "belongs neither to 2027"),
        (add("off_days", {"date": "2027-01-01", "name": "new_year"}), "2027-01-01 is listed twice"),
        (add("makeup_workdays", "2027-05-08"), "2027-05-08 is listed twice"),
        (add("makeup_workdays", "2027-02-07"), "both a day off and a make-up"),
        (add("makeup_workdays", "2027-03-10"), "2027-03-10 is a Wednesday"),
        (add("off_days", {"date": "2027-02-30", "name": "new_year"}), "'2027-02-30' is not a date"),
        (add("off_days", {"date": 20270303, "name": "new_year"}), "20270303 is not of type str"),
        (add("off_days", {"date": "2027-03-03", "name": "carnival"}), "neither one of"),
        (add("off_days", {"date": "2027-03-03"}), "missing ['name']"),
        (put("year", 2003), "2003 is not between"),
        (put("year", "2027"), "'2027' is not of type int"),
        (put("year", True), "True is not of type int"),  # noqa: FBT003 - the wrong value
        (put("version", 2), "does not fit 0 amendment(s)"),
        (put("verified", "yes"), "not of type bool"),
        (put("notice.published_at", "November"), "'November' is not a date"),
        (put("notice.number", 7), "7 is not of type str"),
        (drop("notice"), "missing ['notice']"),
        (put("holidays", []), "unknown ['holidays']"),
        (put("off_days", "2027-01-01"), "is not of type list"),
        (lambda d: d["off_days"].pop(0), "2027-01-01 is New Year's Day, a statutory holiday"),
    ],
)
def test_a_file_that_contradicts_itself_is_refused(
    change: Callable[[dict[str, Any]], None], says: str
) -> None:
    data = deepcopy(notice_2027())
    change(data)
    with pytest.raises(CalendarRefused) as refused:
        load_year(data)
    assert says in refused.value.of("en")
    assert refused.value.of("zh").startswith("放假日历不予接受：")


@pytest.mark.parametrize("data", [None, [], "2027", 2027])
def test_what_is_not_a_calendar_is_refused(data: object) -> None:
    with pytest.raises(CalendarRefused):
        load_year(data)


@pytest.mark.parametrize("year", range(FIRST_YEAR, LAST_SHIPPED + 1))
def test_the_shipped_files_are_sorted_and_use_known_names(year: int) -> None:
    path = Path(shipped_data.__file__).with_name(f"{year}.json")
    data = json.loads(path.read_text(encoding="utf-8"))
    days = [entry["date"] for entry in data["off_days"]]
    assert data["year"] == year
    assert days == sorted(days)
    assert data["makeup_workdays"] == sorted(data["makeup_workdays"])
    assert {entry["name"] for entry in data["off_days"]} <= FESTIVALS.keys()


def test_every_file_on_the_shelf_is_shipped() -> None:
    years = sorted(path.stem for path in Path(shipped_data.__file__).parent.glob("2*.json"))
    assert years == [str(year) for year in range(FIRST_YEAR, LAST_SHIPPED + 1)]
