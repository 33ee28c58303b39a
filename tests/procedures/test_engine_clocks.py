"""Clocks start and stop with the law's events, are recomputed from their ledger, and lapse on the day they ended."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from qingdan.law.grammar.units import SHANGHAI
from qingdan.law.model_law.a27_decision import licence_decision
from qingdan.law.model_law.a27_preliminary_review import preliminary_review, supplement_period
from qingdan.procedures.engine import Setting, State, What, deadline_of, due_now, lapse, settle
from qingdan.procedures.grammar.clocks import Clock
from tests.procedures.trial import (
    LI,
    PARTY,
    SAID,
    SETTING,
    TRIAL,
    WANG,
    accepted,
    alarm_period,
    done,
    expert_period,
    noon,
    received,
    setting,
)


def due(state: State, clock: Clock, under: Setting = SETTING) -> date | None:
    found = deadline_of(clock, state.clocks[clock.key], under)
    assert found is not None
    return found.due


def excluded(state: State, on: str) -> State:
    return done(
        state, "exclude_time", on, LI, excluded_for="testing", expected_by="2026-12-01", reasons=SAID
    ).state


def test_the_period_starts_with_its_event_and_ends_where_the_law_says() -> None:
    assert due(received("2026-03-02"), preliminary_review) == date(2026, 3, 16)  # the tenth working day
    assert due(accepted("2026-03-02"), licence_decision) == date(2026, 4, 16)  # 45 days


def test_a_reading_changes_how_it_is_counted() -> None:
    working = setting(readings={"license.decision.unit": "working"})
    assert due(accepted("2026-03-02"), licence_decision, working) == date(2026, 5, 8)


def test_time_left_out_moves_the_end_by_as_much() -> None:
    state = excluded(accepted("2026-03-02"), "2026-03-10")
    assert due(state, licence_decision) is None
    state = done(state, "resume_time", "2026-03-19", LI).state
    assert due(state, licence_decision) == date(
        2026, 4, 27
    )  # 16 April and nine days is a Saturday: the Monday
    state = done(excluded(state, "2026-03-20"), "resume_time", "2026-03-30", LI).state
    assert due(state, licence_decision) == date(2026, 5, 6)  # ten more end in the May holiday


def test_a_pause_that_ended_on_its_day_stopped_nothing() -> None:
    state = done(excluded(accepted("2026-03-02"), "2026-03-10"), "resume_time", "2026-03-10", LI).state
    assert due(state, licence_decision) == date(2026, 4, 16)


def test_the_extension_is_counted_from_the_end_of_the_period() -> None:
    state = done(accepted("2026-03-02"), "extend", "2026-04-10", WANG, reasons=SAID).state
    assert due(state, licence_decision) == date(2026, 4, 27)  # ten days end on a Sunday: the Monday
    assert "licence_decision_extended" not in state.clocks  # it lengthens, it does not run by itself
    state = done(excluded(state, "2026-04-11"), "resume_time", "2026-04-13", LI).state
    assert due(state, licence_decision) == date(2026, 4, 28)


def test_an_extension_after_the_end_is_refused() -> None:
    state = accepted("2026-03-02")
    with pytest.raises(ValueError, match="decide now"):
        done(state, "extend", "2026-04-17", WANG, reasons=SAID)


def test_on_the_last_day_there_is_still_time_and_a_second_later_there_is_not() -> None:
    state = received("2026-03-02")
    assert due_now(TRIAL, state, noon("2026-03-16", "23:59:59"), SETTING) == ()
    assert due_now(TRIAL, state, noon("2026-03-17", "00:00"), SETTING) == (preliminary_review,)


def test_a_lapse_is_dated_the_last_day_of_the_period_however_late_it_is_recorded() -> None:
    state = received("2026-03-02")
    found = [
        lapse(TRIAL, state, preliminary_review, at=noon(on), setting=SETTING)
        for on in ("2026-03-17", "2026-09-01")
    ]
    assert found[0] == found[1]
    outcome = found[0]
    assert outcome is not None
    assert (outcome.what, outcome.key, outcome.state.stage) == (What.LAPSED, "deemed_accepted", "accepted")
    assert outcome.state.clocks["preliminary_review"].lapsed_on == "2026-03-16"
    assert outcome.state.taken["deemed_accepted"] == "2026-03-16"


def test_deemed_acceptance_reaches_back_to_the_day_of_receipt() -> None:
    outcome = lapse(TRIAL, received("2026-03-02"), preliminary_review, at=noon("2026-03-17"), setting=SETTING)
    assert outcome is not None
    assert outcome.told == (("licence_application_accepted", date(2026, 3, 2)),)
    assert due(outcome.state, licence_decision) == date(2026, 4, 16)
    assert outcome.escalates


def test_under_the_other_reading_silence_is_recorded_and_moves_nothing() -> None:
    silent = setting(readings={"license.prelim.lapse": "no_effect"})
    outcome = lapse(TRIAL, received("2026-03-02"), preliminary_review, at=noon("2026-03-17"), setting=silent)
    assert outcome is not None
    assert (outcome.key, outcome.state.stage, outcome.told) == ("preliminary_review", "received", ())
    assert outcome.escalates


def test_a_period_of_the_party_that_lapses_is_no_lateness_of_the_authority() -> None:
    state = done(received("2026-03-02"), "call_to_supplement", "2026-03-03", LI, defects=["one"]).state
    assert due(state, supplement_period) == date(2026, 3, 17)
    outcome = lapse(TRIAL, state, supplement_period, at=noon("2026-03-18"), setting=SETTING)
    assert outcome is not None
    assert (outcome.state.stage, outcome.escalates) == ("supplement_due", False)


def test_a_clock_that_a_reading_switches_off_does_not_start() -> None:
    for option, runs in (("anew", True), ("rest", False)):
        under = setting(readings={"license.prelim.restart": option})
        state = done(received(), "call_to_supplement", "2026-03-03", LI, setting=under, defects=["one"]).state
        state = done(
            state,
            "supplement",
            "2026-03-04",
            PARTY,
            setting=under,
            answers={"1": "here"},
            received_on="2026-03-04",
        ).state
        assert ("review_of_supplement" in state.clocks) is runs


def test_settling_records_each_lapse_once_in_the_order_the_periods_ended() -> None:
    state, outcomes = settle(TRIAL, received("2026-03-02"), at=noon("2026-06-01"), setting=SETTING)
    assert [o.key for o in outcomes] == ["deemed_accepted", "licence_decision"]
    assert [o.state.version for o in outcomes] == [2, 3]
    assert settle(TRIAL, state, at=noon("2026-06-01"), setting=SETTING) == (state, ())


def test_a_stopped_clock_neither_lapses_nor_runs_again() -> None:
    state = accepted("2026-03-02")
    assert state.clocks["preliminary_review"].stopped_on == "2026-03-02"
    assert lapse(TRIAL, state, preliminary_review, at=noon("2027-01-01"), setting=SETTING) is None


def test_a_paused_clock_never_lapses() -> None:
    state = excluded(accepted("2026-03-02"), "2026-03-10")
    assert settle(TRIAL, state, at=noon("2030-01-01"), setting=SETTING) == (state, ())


def test_a_provisional_date_never_lapses() -> None:
    unannounced = setting(known_on=date(2026, 12, 1))  # the calendar of 2027 is not out yet
    state = received("2026-12-25")
    found = deadline_of(preliminary_review, state.clocks["preliminary_review"], unannounced)
    assert found is not None
    assert found.provisional
    assert settle(TRIAL, state, at=noon("2028-01-01"), setting=unannounced) == (state, ())


def test_a_duty_to_act_at_once_runs_without_a_day_and_stops_when_done() -> None:
    state = done(accepted("2026-03-02"), "extend", "2026-04-10", WANG, served=False, reasons=SAID).state
    assert state.clocks["tell_reason_of_extension"].runs
    at_once = TRIAL.clock_named["tell_reason_of_extension"]
    assert deadline_of(at_once, state.clocks["tell_reason_of_extension"], SETTING) is None
    told = done(accepted("2026-03-02"), "extend", "2026-04-10", WANG, reasons=SAID).state
    assert told.clocks["tell_reason_of_extension"].stopped_on == "2026-04-10"


def test_hours_are_counted_from_the_instant_and_include_the_last() -> None:
    state = done(accepted("2026-03-02"), "raise_alarm", "2026-03-07", LI, at="15:30").state
    found = deadline_of(alarm_period, state.clocks["alarm_period"], SETTING)
    assert found is not None
    assert found.due_at == datetime(2026, 3, 8, 15, 30, tzinfo=SHANGHAI)
    assert due_now(TRIAL, state, noon("2026-03-08", "15:30"), SETTING) == ()
    outcome = lapse(TRIAL, state, alarm_period, at=noon("2026-03-08", "15:30:01"), setting=SETTING)
    assert outcome is not None
    assert outcome.state.clocks["alarm_period"].lapsed_on == "2026-03-08"


def test_where_the_hour_is_unknown_nobody_is_late_within_the_day() -> None:
    state = accepted().with_clock(
        "alarm_period",
        done(accepted(), "raise_alarm", "2026-03-07", LI)
        .state.clocks["alarm_period"]
        .__class__(start="2026-03-07", amount=24),
    )
    found = deadline_of(alarm_period, state.clocks["alarm_period"], SETTING)
    assert found is not None
    assert found.due_at == datetime(2026, 3, 9, tzinfo=SHANGHAI)


def test_an_act_sets_the_length_of_its_period() -> None:
    state = done(
        accepted("2026-03-02"), "ask_expert", "2026-03-06", LI, days=7, field="law", expert="Dr E"
    ).state
    assert due(state, expert_period) == date(2026, 3, 13)
    state = done(state, "ask_expert", "2026-03-09", LI, days=1, field="law", expert="Dr E").state
    assert due(state, expert_period) == date(2026, 3, 10)  # asked again, counted anew
