"""When a notice appears, open clocks are counted again; the change is journalled and harms no one who relied."""

from __future__ import annotations

import json
from datetime import date

from qingdan.law.calendars import Calendar, official_calendar
from qingdan.law.calendars.calendar import shipped
from qingdan.law.clock import Deadline, Pause, Unit, count, protect_reliance, reproject
from qingdan.law.grammar.text import Text

OFFICIAL = official_calendar()
BEFORE_2026 = OFFICIAL.as_known_on(date(2025, 11, 3))
PUBLISHED = date(2025, 11, 4)


def ten_from(start: date, calendar: Calendar = BEFORE_2026) -> Deadline:
    return count(start, 10, Unit.WORKING_DAY, calendar=calendar)


def test_a_published_notice_settles_a_provisional_date() -> None:
    shown = ten_from(date(2026, 2, 2))
    change = reproject(shown, BEFORE_2026.with_year(shipped(2026)))
    assert shown.provisional
    assert not change.after.provisional
    assert change.after.due == count(date(2026, 2, 2), 10, Unit.WORKING_DAY).due == date(2026, 2, 14)
    assert change.moved == -6
    assert "国办发明电〔2025〕7号" in change.why.zh
    assert "moves 6 days earlier" in change.why.en


def test_an_amendment_within_the_year_moves_a_running_clock() -> None:
    shown = count(date(2019, 4, 22), 8, Unit.WORKING_DAY, calendar=OFFICIAL.as_known_on(date(2019, 3, 1)))
    change = reproject(shown, OFFICIAL)
    assert (shown.due, change.after.due) == (date(2019, 5, 3), date(2019, 5, 5))
    assert "version 1 to version 2 (国办发明电〔2019〕3号)" in change.why.en


def test_nothing_moves_where_no_calendar_changed() -> None:
    change = reproject(ten_from(date(2025, 3, 3)), OFFICIAL)
    assert (change.moved, change.changed) == (0, ())


def test_a_stopped_clock_stays_stopped() -> None:
    stopped = count(
        date(2026, 3, 2),
        10,
        Unit.WORKING_DAY,
        calendar=BEFORE_2026,
        pauses=[Pause(date(2026, 3, 4), None, Text("awaiting documents", "等待补正"))],
    )
    assert reproject(stopped, OFFICIAL).moved is None
    assert protect_reliance(stopped, reproject(stopped, OFFICIAL).after, changed_on=PUBLISHED).due is None


def test_the_change_is_data_for_the_journal() -> None:
    data = json.loads(json.dumps(reproject(ten_from(date(2026, 2, 2)), OFFICIAL).as_data()))
    assert sorted(data) == ["after", "before", "changed", "moved", "why"]
    assert data["changed"][0]["before"]["provisional"]


def test_who_relied_on_a_later_date_keeps_it() -> None:
    shown = ten_from(date(2025, 10, 30))
    shown_later = count(date(2025, 10, 30), 12, Unit.WORKING_DAY, calendar=BEFORE_2026)
    held = protect_reliance(shown_later, shown, changed_on=PUBLISHED)
    assert held.kept
    assert held.due == shown_later.due
    assert "relied" in held.why.en


def test_a_later_date_helps_and_is_given() -> None:
    shown, later = ten_from(date(2025, 10, 30)), count(date(2025, 10, 30), 12, Unit.WORKING_DAY)
    held = protect_reliance(shown, later, changed_on=PUBLISHED)
    assert (held.due, held.kept) == (later.due, False)


def test_a_period_that_begins_after_the_change_has_the_new_date() -> None:
    shown = ten_from(date(2026, 2, 2))
    held = protect_reliance(shown, reproject(shown, OFFICIAL).after, changed_on=PUBLISHED)
    assert (held.due, held.kept) == (date(2026, 2, 14), False)


def test_a_period_that_has_ended_is_not_reopened() -> None:
    shown = ten_from(date(2025, 9, 1))
    held = protect_reliance(shown, count(date(2025, 9, 1), 30, Unit.WORKING_DAY), changed_on=PUBLISHED)
    assert held.due == shown.due
