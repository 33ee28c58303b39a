"""A date explains itself: day by day, in words of both languages, and as data."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta

import pytest

from qingdan.law.calendars import official_calendar
from qingdan.law.clock import SHANGHAI, CellKind, Deadline, Extension, Pause, Unit, count
from qingdan.law.grammar.text import LANGS, Cite, Text
from qingdan.law.statutes import LICENSING_LAW

BEFORE_2027 = official_calendar().as_known_on(date(2026, 11, 1))
EXPERTS = Pause(
    date(2026, 3, 5), date(2026, 3, 12), Text("expert review", "专家评审"), Cite(LICENSING_LAW, 45)
)
APPROVED = Extension(
    10, Unit.WORKING_DAY, Text("approved by the Head", "经负责人批准"), Cite(LICENSING_LAW, 42, 1)
)


def national_day() -> Deadline:
    return count(date(2026, 9, 24), 10, Unit.WORKING_DAY)


def kinds(deadline: Deadline) -> dict[CellKind, list[date]]:
    found: dict[CellKind, list[date]] = {}
    for cell in deadline.days():
        found.setdefault(cell.kind, []).append(cell.on)
    return found


def test_the_days_of_national_day_are_told_apart() -> None:
    found = kinds(national_day())
    assert found[CellKind.START] == [date(2026, 9, 24)]
    assert found[CellKind.MAKE_UP] == [date(2026, 10, 10)]
    assert date(2026, 10, 1) in found[CellKind.REST]
    assert found[CellKind.DUE] == [date(2026, 10, 15)]


def test_a_rest_day_at_the_end_is_shown_as_moved_past() -> None:
    found = kinds(count(date(2026, 8, 18), 45, Unit.DAY))
    assert found[CellKind.ROLLED] == [date(2026, 10, day) for day in range(3, 8)]
    assert found[CellKind.DUE] == [date(2026, 10, 8)]


def test_paused_days_are_shown() -> None:
    found = kinds(count(date(2026, 3, 2), 10, Unit.WORKING_DAY, pauses=[EXPERTS]))
    assert found[CellKind.PAUSED] == [date(2026, 3, day) for day in range(5, 12)]


def test_a_stopped_clock_ends_with_the_day_it_stopped() -> None:
    stopped = count(
        date(2026, 3, 2), 10, Unit.WORKING_DAY, pauses=[Pause(date(2026, 3, 9), None, EXPERTS.reason)]
    )
    last = list(stopped.days())[-1]
    assert (last.kind, last.on) == (CellKind.STOPPED, date(2026, 3, 9))


def test_three_years_are_a_stretch_and_only_on_request_a_thousand_days() -> None:
    retention = count(date(2023, 3, 1), 3, Unit.YEAR)
    assert len(list(retention.days())) <= 4
    every = list(retention.days(every=True))
    assert len(every) > 1000
    assert every[-1].on == retention.due


def test_a_paused_month_shows_the_stretches_and_the_pause_between() -> None:
    paused = count(date(2026, 3, 2), 1, Unit.MONTH, pauses=[EXPERTS])
    shown = [(cell.kind, cell.on, cell.until) for cell in paused.days()]
    assert shown[1:3] == [
        (CellKind.COUNTED, date(2026, 3, 3), date(2026, 3, 4)),
        (CellKind.PAUSED, date(2026, 3, 5), date(2026, 3, 11)),
    ]
    assert paused.raw_end == date(2026, 4, 9)


def test_days_counted_back_are_shown_in_the_order_of_counting() -> None:
    back = list(count(date(2026, 10, 12), 3, Unit.WORKING_DAY, backward=True).days())
    assert [c.on.day for c in back] == [12, 11, 10, 9, 8]
    assert [c.counted for c in back] == [None, None, 1, 2, 3]


@pytest.mark.parametrize(
    ("deadline", "english", "chinese"),
    [
        (
            national_day(),
            "National Day Thursday 1 October 2026 to Wednesday 7 October 2026",
            "国庆节 2026年10月1日",
        ),
        (national_day(), "counted: Saturday 10 October 2026", "调休上班日计入：2026年10月10日（周六）"),
        (national_day(), "the start day is not counted (Civil Code Art. 201(1))", "第二百零一条第一款"),
        (national_day(), "2026 by 国办发明电〔2025〕7号", "2026年依国办发明电〔2025〕7号"),
        (count(date(2026, 8, 18), 45, Unit.DAY), "rest day (National Day)", "为休息日（国庆节）"),
        (count(date(2026, 8, 18), 45, Unit.DAY), "Civil Code Art. 203(1)", "第二百零三条第一款"),
        (count(date(2026, 1, 31), 1, Unit.MONTH), "Civil Code Art. 202", "第二百零二条"),
        (count(date(2026, 1, 31), 1, Unit.MONTH), "so nothing is moved", "属工作日，不顺延"),
        (count(date(2026, 8, 18), 45, Unit.DAY, roll=False), "rest-day rule is not applied", "不适用末日"),
        (count(date(2026, 10, 8), 7, Unit.DAY, backward=True), "never moved later", "不得顺延"),
        (
            count(date(2026, 12, 24), 45, Unit.DAY, calendar=BEFORE_2027),
            "nothing can be overdue",
            "不得据此认定逾期",
        ),
        (
            count(date(2026, 12, 24), 45, Unit.DAY, calendar=BEFORE_2027),
            "2027 projected, no notice yet",
            "2027年推定",
        ),
        (
            count(date(2026, 3, 2), 10, Unit.WORKING_DAY, pauses=[EXPERTS]),
            "7 days not counted: expert review (Licensing Law Art. 45)",
            "中止，7日不计入：专家评审（《行政许可法》第四十五条）",
        ),
        (
            count(date(2026, 3, 2), 20, Unit.WORKING_DAY, extensions=[APPROVED]),
            "Extended by 10 working days",
            "延长10个工作日",
        ),
        (
            count(
                date(2026, 3, 2), 10, Unit.WORKING_DAY, pauses=[Pause(date(2026, 3, 9), None, EXPERTS.reason)]
            ),
            "stands still with 6 working days left",
            "尚余6个工作日",
        ),
        (
            count(
                date(2026, 3, 2), 10, Unit.WORKING_DAY, pauses=[Pause(date(2026, 5, 9), None, EXPERTS.reason)]
            ),
            "changes nothing",
            "不影响计算",
        ),
        (
            count(date(2026, 3, 2), 1, Unit.MONTH, pauses=[EXPERTS]),
            "each paused day adds one",
            "中止一日顺加一日",
        ),
        (
            count(datetime(2026, 2, 16, 23, 30, tzinfo=SHANGHAI), 24, Unit.HOUR),
            "Time is up at 23:30 on Tuesday 17 February 2026",
            "2026年2月17日（周二）23:30",
        ),
    ],
)
def test_the_words_say_what_was_done(deadline: Deadline, english: str, chinese: str) -> None:
    assert english in "\n".join(deadline.explain("en"))
    assert chinese in "\n".join(deadline.explain("zh"))


def test_an_unverified_notice_is_not_given_a_number() -> None:
    said = "\n".join(count(date(2004, 3, 1), 5, Unit.WORKING_DAY).explain("en"))
    assert "number is not established" in said


@pytest.mark.parametrize("lang", LANGS)
def test_both_languages_have_the_same_number_of_lines(lang: str) -> None:
    for deadline in (national_day(), count(date(2026, 12, 24), 45, Unit.DAY, calendar=BEFORE_2027)):
        assert len(deadline.explain("zh")) == len(deadline.explain("en"))
        assert all(line.strip() for line in deadline.explain("zh" if lang == "zh" else "en"))


def test_the_data_is_json_with_stable_keys() -> None:
    data = json.loads(json.dumps(national_day().as_data(), ensure_ascii=False))
    assert sorted(data) == [
        *("amount", "backward", "clear_days", "days", "due", "due_at", "earliest", "editions", "explanation"),
        *(
            "extensions",
            "latest",
            "pauses",
            "provisional",
            "raw_end",
            "remaining",
            "roll",
            "safe_by",
            "start",
        ),
        *("started_at", "stopped", "unit"),
    ]
    assert sorted(data["days"][0]) == ["counted", "date", "day", "holiday", "kind", "step", "until"]
    assert data["editions"][0]["notice"]["published_at"] == "2025-11-04"
    assert data["days"][-1] == {
        "date": "2026-10-15",
        "until": None,
        "kind": "due",
        "counted": 10,
        "step": 0,
        "day": "working",
        "holiday": None,
    }


def test_pauses_and_extensions_are_in_the_data() -> None:
    data = count(date(2026, 3, 2), 20, Unit.WORKING_DAY, pauses=[EXPERTS], extensions=[APPROVED]).as_data()
    assert data["pauses"][0]["cite"] == {"zh": "《行政许可法》第四十五条", "en": "Licensing Law Art. 45"}
    assert data["extensions"][0]["amount"] == 10


def test_a_day_ends_at_midnight_and_midnight_is_too_late() -> None:
    deadline = national_day()
    midnight = datetime(2026, 10, 16, tzinfo=SHANGHAI)
    assert deadline.due_at == midnight
    assert deadline.is_overdue(midnight)
    assert not deadline.is_overdue(midnight - timedelta(microseconds=1))


def test_a_provisional_or_stopped_date_is_never_overdue() -> None:
    long_after = datetime(2040, 1, 1, tzinfo=SHANGHAI)
    assert not count(date(2026, 12, 24), 10, Unit.WORKING_DAY, calendar=BEFORE_2027).is_overdue(long_after)
    stopped = count(
        date(2026, 3, 2), 10, Unit.WORKING_DAY, pauses=[Pause(date(2026, 3, 9), None, EXPERTS.reason)]
    )
    assert not stopped.is_overdue(long_after)


def test_only_the_calendars_that_matter_are_named() -> None:
    assert [e.year for e in count(date(2023, 3, 1), 3, Unit.YEAR).editions] == [2026]
    assert count(datetime(2026, 2, 16, tzinfo=SHANGHAI), 4, Unit.HOUR).editions == ()
    assert count(date(2026, 2, 16), 4, Unit.DAY, roll=False).editions == ()
    assert [e.year for e in count(date(2025, 12, 20), 20, Unit.WORKING_DAY).editions] == [2025, 2026]
