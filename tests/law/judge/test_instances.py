"""Single instances of small duties: which act serves which, and to the minute."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from qingdan.law.calendars import official_calendar
from qingdan.law.clock import count
from qingdan.law.grammar.conditions import ALWAYS
from qingdan.law.grammar.periods import Event, Every, Period, Yearly
from qingdan.law.grammar.units import SHANGHAI, Unit
from qingdan.law.judge.book import Book, Ground
from qingdan.law.judge.obligations import Obligation, Standing, last_day, moment_text, placed
from qingdan.law.judge.owed import obligations
from qingdan.law.timeline import Happening, Product
from tests.law.planted import duty, event, law_of, reading

change, filed = (replace(event(words), repeats=True) for words in ("a change", "a filing"))
ahead = duty(2, "file ahead", ALWAYS, within=Period(amount=5, unit=Unit.DAY, before=change), done_by=filed)
begun, reported, service_ended = (
    event("a beginning"),
    replace(event("a report"), repeats=True),
    event("the end"),
)
report_day = reading("report.day", 331)
yearly = duty(
    3,
    "report",
    ALWAYS,
    within=Yearly(monthday=report_day, first_after=begun, last_done=reported),
    done_by=reported,
)
review = duty(
    4,
    "review",
    ALWAYS,
    within=Every(amount=1, unit=Unit.MONTH, first_after=begun, last_done=reported),
    done_by=reported,
)
LAW = law_of(
    {
        "change": change,
        "filed": filed,
        "begun": begun,
        "reported": reported,
        "service_ended": service_ended,
        "report_day": report_day,
        "ahead": ahead,
        "yearly": yearly,
        "review": review,
    }
)


def told(*happened: tuple[Event, date], on: date = date(2026, 5, 1)) -> Book:
    happenings = tuple(Happening(what.key, day) for what, day in happened)
    product = Product("Trial 试验", happenings=happenings)
    return Book(product, lambda _day: LAW, official_calendar(), on)


def test_what_must_come_before_an_event_does_not_serve_it_after_the_next_such_event() -> None:
    book = told((change, date(2026, 3, 10)), (change, date(2026, 4, 10)), (filed, date(2026, 4, 20)))
    assert [(o.standing, o.done_on) for o in obligations(ahead, book)] == [
        (Standing.OVERDUE, None),
        (Standing.DONE_LATE, date(2026, 4, 20)),
    ]


def test_one_act_serves_one_instance() -> None:
    book = told((change, date(2026, 3, 10)), (change, date(2026, 4, 10)), (filed, date(2026, 3, 2)))
    assert [o.standing for o in obligations(ahead, book)] == [Standing.DONE, Standing.OVERDUE]


def test_a_report_made_before_the_year_begins_does_not_serve_that_year() -> None:
    early = told((begun, date(2025, 6, 2)), (reported, date(2025, 12, 30)))
    assert next(o.standing for o in obligations(yearly, early)) is Standing.OVERDUE
    in_year = told((begun, date(2025, 6, 2)), (reported, date(2026, 1, 2)))
    assert next(o.standing for o in obligations(yearly, in_year)) is Standing.DONE


def test_what_falls_due_on_the_day_the_service_ends_is_not_owed_any_more() -> None:
    first = date(2026, 3, 2)
    (owed,) = obligations(review, told((begun, first)))
    assert owed.due == date(2026, 4, 2)
    (over,) = obligations(review, told((begun, first), (service_ended, date(2026, 4, 2))))
    assert over.standing is Standing.ENDED
    (late,) = obligations(review, told((begun, first), (service_ended, date(2026, 4, 3))))
    assert late.standing is Standing.OVERDUE


def test_a_report_on_the_day_it_all_began_serves_no_period() -> None:
    same_day = told((begun, date(2026, 4, 20)), (reported, date(2026, 4, 20)))
    assert [(o.done_on, o.due) for o in obligations(review, same_day)] == [(None, date(2026, 5, 20))]


def test_a_yearly_duty_ends_once_not_every_year_after_the_service_ended() -> None:
    ended = told((begun, date(2025, 6, 2)), (service_ended, date(2025, 9, 1)), on=date(2030, 1, 1))
    assert [o.standing for o in obligations(yearly, ended)] == [Standing.ENDED]


def test_an_hour_clock_is_met_at_its_very_last_instant_and_missed_a_second_later() -> None:
    since = datetime(2026, 3, 2, 23, 30, tzinfo=SHANGHAI)
    ends = count(since, 2, Unit.HOUR)
    assert ends.due_at is not None
    one = Obligation(ahead, Ground.SHOWN, Standing.DUE, since, ends, last_day(ends))
    assert placed(one, told(), ends.due_at).standing is Standing.DONE
    assert placed(one, told(), ends.due_at + timedelta(seconds=1)).standing is Standing.DONE_LATE


def test_a_moment_is_written_in_chinese_time() -> None:
    assert moment_text(datetime(2026, 2, 17, 15, 30, tzinfo=UTC)) == "2026-02-17T23:30+08:00"
