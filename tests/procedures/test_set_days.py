"""A day that an act sets comes when it begins, whoever looks and whenever; it makes nobody late."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from qingdan.law.calendars import official_calendar
from qingdan.law.grammar.units import SHANGHAI
from qingdan.law.in_force import in_force
from qingdan.law.model_law.a43_registry import update_registry
from qingdan.law.model_law.a72_beginning import register_existing_service
from qingdan.law.pack import model_law
from qingdan.procedures.catalogue import procedure
from qingdan.procedures.engine import ClockRun, Setting, State, deadline_of, settle
from qingdan.procedures.engine.clockwork import Sight

LIST = procedure("negative_list_edition")
SET = LIST.clock_named["list_update_effect"]
SETTING = Setting(in_force(model_law()), official_calendar())


def published(days_ahead: int) -> State:
    """A list published on 1 March 2026, to take effect so many days later."""
    run = ClockRun(start="2026-03-01", amount=days_ahead)
    return State(stage="list_published", clocks={SET.key: run})


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def test_it_has_not_come_a_second_before_and_has_when_the_day_begins() -> None:
    assert settle(LIST, published(30), at=at("2026-03-30T23:59:59"), setting=SETTING)[1] == ()
    state, outcomes = settle(LIST, published(30), at=at("2026-03-31T00:00:00"), setting=SETTING)
    assert [o.key for o in outcomes] == ["update_takes_effect"]
    assert state.stage == "list_in_force"


@pytest.mark.parametrize("seen", ["2026-03-31T00:00:00", "2026-04-20T12:00:00", "2031-01-01T00:00:00"])
def test_a_late_sweep_dates_it_all_the_same(seen: str) -> None:
    state, outcomes = settle(LIST, published(30), at=at(seen), setting=SETTING)
    assert state.clocks[SET.key].lapsed_on == state.taken["update_takes_effect"] == "2026-03-31"
    assert not outcomes[0].escalates


def test_it_may_be_the_very_day_on_which_it_was_set() -> None:
    assert deadline_of(SET, published(0).clocks[SET.key], SETTING) is None
    state, _ = settle(LIST, published(0), at=at("2026-03-01T10:00:00"), setting=SETTING)
    assert state.stage == "list_in_force"


def test_a_day_in_a_year_without_a_calendar_comes_too() -> None:
    assert (
        settle(LIST, published(2000), at=at("2031-08-22T00:00:00"), setting=SETTING)[0].stage
        == "list_in_force"
    )


def test_it_is_shown_as_the_day_itself() -> None:
    deadline = deadline_of(SET, published(31).clocks[SET.key], SETTING)
    assert deadline is not None
    assert deadline.due == date(2026, 4, 1)
    assert not deadline.provisional


def test_a_period_not_run_here_can_be_asked_whether_it_is_past() -> None:
    sight = Sight(LIST, published(30), SETTING, at("2026-03-17T10:00:00"))
    assert sight.past(update_registry, date(2026, 3, 2))
    assert not sight.past(update_registry, date(2026, 3, 3))
    assert not sight.past(register_existing_service, date(2020, 1, 1)), "nobody has decided how long that is"
