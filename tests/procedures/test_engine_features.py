"""What else a declaration can say: set days, other hands, flags, shut stages, part of an extension, endings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from qingdan.law.events import licence as events
from qingdan.law.grammar.conditions import NEVER
from qingdan.law.grammar.named import named
from qingdan.law.grammar.rules import Role
from qingdan.law.grammar.text import Text
from qingdan.law.model_law.a27_decision import licence_decision
from qingdan.procedures import stages
from qingdan.procedures.engine import (
    Outcome,
    State,
    StepRefused,
    choices,
    deadline_of,
    opened,
    serve,
    settle,
    take,
)
from qingdan.procedures.grammar.clocks import SetDay
from qingdan.procedures.grammar.fields import day, number
from qingdan.procedures.grammar.guards import Flag, Guard
from qingdan.procedures.grammar.procedure import Procedure
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import Lapse, Step
from tests.procedures.trial import (
    A27,
    FORM,
    LI,
    PARTY,
    SAID,
    SETTING,
    TRIAL,
    WANG,
    accepted,
    noon,
    received,
    who,
)

WHY = Text("not like this: do otherwise", "不得如此办理，请另行办理")


def with_step(key: str, **changed: Any) -> Procedure:  # noqa: ANN401 - the fields of a step
    """Return the trial procedure with one step declared otherwise."""
    parts = tuple(replace(p, **changed) if p.key == key else p for p in TRIAL.parts)
    return replace(TRIAL, parts=parts)


def do(  # noqa: PLR0913 - a step is all of this
    procedure: Procedure,
    state: State,
    key: str,
    on: str,
    given: Mapping[str, Any],
    *,
    served: bool = True,
    by: By = By.REVIEWER,
    name: str = "li",
) -> Outcome:
    return take(procedure, state, key, given, by=who(name, by), at=noon(on), setting=SETTING, served=served)


def test_an_extension_may_be_used_in_part_but_never_beyond_what_the_law_gives() -> None:
    asks = (*TRIAL.steps["extend"].asks, number("licence_decision_extended", Text("days", "天数"), 1, 99))
    procedure = with_step("extend", asks=asks)
    for days, due in ((4, date(2026, 4, 20)), (10, date(2026, 4, 27)), (99, date(2026, 4, 27))):
        given = {"reasons": SAID, "licence_decision_extended": days}
        state = do(procedure, accepted("2026-03-02"), "extend", "2026-04-10", given, by=By.HEAD).state
        found = deadline_of(licence_decision, state.clocks["licence_decision"], SETTING)
        assert found is not None
        assert found.due == due


def test_who_took_one_step_keeps_their_hands_off_another() -> None:
    procedure = with_step("accept", apart_from=("call_to_supplement", "supplement"))
    state = do(procedure, received(), "call_to_supplement", "2026-03-03", {"defects": ["one"]}).state
    given = {"answers": {"1": "here"}, "received_on": "2026-03-04"}
    state = do(procedure, state, "supplement", "2026-03-04", given, by=By.APPLICANT, name="co").state
    with pytest.raises(StepRefused, match="not handled the case before") as refused:
        do(procedure, state, "accept", "2026-03-05", {})
    assert refused.value.code == "same_hands"
    greyed = [
        c for c in choices(procedure, state, by=LI, at=noon("2026-03-05"), setting=SETTING) if c.refused
    ]
    assert [c.step.key for c in greyed] == ["call_to_supplement", "accept"]
    assert do(procedure, state, "accept", "2026-03-05", {}, name="qian").state.stage == "accepted"


def test_both_who_proposed_and_who_confirmed_have_had_their_hands_in_it() -> None:
    state = do(TRIAL, accepted(), "grant", "2026-03-10", {"reasons": SAID}).state
    state = do(TRIAL, state, "grant", "2026-03-10", {"reasons": SAID}, by=By.HEAD, name="wang").state
    assert set(state.takers["grant"]) == {"li", "wang"}


def test_a_flag_stops_nothing_and_is_told_with_the_step() -> None:
    late = Flag(key="late", says=WHY, cite=A27, met=lambda s: s.on > date(2026, 3, 5))
    of_a_field = Flag(key="noted", says=WHY, cite=A27, met=lambda _: True, asks=("note",))
    procedure = with_step("submit", flags=(late, of_a_field))
    for on, given, flagged in (
        ("2026-03-02", {"form": [FORM]}, []),
        ("2026-03-06", {"form": [FORM], "note": "remark"}, ["late", "noted"]),
    ):
        outcome = do(procedure, opened(TRIAL), "submit", on, given, by=By.APPLICANT)
        assert [f.key for f in outcome.flags] == flagged
        assert outcome.state.stage == "received"


def test_a_step_shut_at_a_stage_is_shown_there_with_the_reason_and_refused() -> None:
    shut = Guard(says=WHY, cite=A27, met=lambda _: True, shuts=(stages.supplement_due,))
    procedure = with_step("withdraw", guards=(shut,))
    assert stages.supplement_due not in procedure.steps["withdraw"].open_at
    state = do(procedure, received(), "call_to_supplement", "2026-03-03", {"defects": ["one"]}).state
    offered = choices(procedure, state, by=PARTY, at=noon("2026-03-03"), setting=SETTING)
    assert [(c.step.key, c.refused and c.refused.code) for c in offered] == [
        ("supplement", None),
        ("withdraw", "not_lawful_now"),
    ]
    with pytest.raises(StepRefused, match="do otherwise"):
        do(procedure, state, "withdraw", "2026-03-03", {}, by=By.APPLICANT)
    assert do(procedure, received(), "withdraw", "2026-03-03", {}, by=By.APPLICANT).state.stage == "withdrawn"


def test_a_pause_that_the_reading_does_not_give_stops_nothing() -> None:
    procedure = with_step("exclude_time", pauses_if=NEVER)
    given = {"excluded_for": "testing", "expected_by": "2026-06-01", "reasons": SAID}
    state = do(procedure, accepted("2026-03-02"), "exclude_time", "2026-03-10", given).state
    assert not state.clocks["licence_decision"].paused


def test_an_event_can_be_dated_by_what_the_case_knows() -> None:
    told_on = {events.licence_application_accepted: lambda s: s.taken_on("submit") or s.on}
    procedure = with_step("accept", told_on=told_on)
    outcome = do(procedure, received("2026-03-02"), "accept", "2026-03-10", {})
    assert outcome.told == (("licence_application_accepted", date(2026, 3, 2)),)


comes = named(
    SetDay(
        cite=A27,
        binds=Role.AUTHORITY,
        says=Text("the day it is published", "公布之日"),
        day="on",
        after=events.list_updated,
        on_lapse=Text("it is published", "予以公布"),
    ),
    "comes",
)
PLANNED = replace(
    TRIAL,
    clocks=(*TRIAL.clocks, comes),
    parts=(
        *TRIAL.parts,
        Step(
            key="plan",
            says=Text("Plan", "确定日期"),
            cite=A27,
            by=(By.REVIEWER,),
            at=(stages.accepted,),
            asks=(day("on", Text("day", "日期")),),
            tells=(events.list_updated,),
        ),
        Lapse(
            key="come_about",
            says=Text("It comes about", "届时生效"),
            cite=A27,
            clock=comes,
            at=(stages.accepted,),
            to=stages.granted,
        ),
    ),
)


@pytest.mark.parametrize("ahead", [0, 1, 190])
def test_a_set_day_has_come_when_it_begins_and_nobody_is_late_by_it(ahead: int) -> None:
    sunday = date(2026, 3, 8)
    on = sunday + timedelta(days=ahead)
    state = do(PLANNED, accepted("2026-03-02"), "plan", "2026-03-08", {"on": on.isoformat()}).state
    if ahead:
        eve = noon((on - timedelta(days=1)).isoformat(), "23:59:59")
        assert "come_about" not in [o.key for o in settle(PLANNED, state, at=eve, setting=SETTING)[1]]
    _, outcomes = settle(PLANNED, state, at=noon(on.isoformat()), setting=SETTING)
    outcome = outcomes[-1]
    assert (outcome.key, outcome.state.stage, outcome.escalates) == ("come_about", "granted", False)
    assert outcome.state.taken["come_about"] == on.isoformat()


def test_what_ran_before_the_end_ends_with_the_case() -> None:
    state = do(TRIAL, accepted("2026-03-02"), "raise_alarm", "2026-03-10", {}).state
    outcome = do(TRIAL, state, "withdraw", "2026-03-10", {}, by=By.APPLICANT, name="co")
    assert outcome.clocks >= {"alarm_period"}
    assert all(not run.runs for run in outcome.state.clocks.values())
    assert settle(TRIAL, outcome.state, at=noon("2028-03-10"), setting=SETTING) == (outcome.state, ())


def test_a_letter_that_the_law_has_overtaken_starts_nothing_any_more() -> None:
    procedure = replace(
        with_step("call_to_supplement", to=None, at=(stages.received,)),
    )
    state = do(
        procedure,
        received("2026-03-02"),
        "call_to_supplement",
        "2026-03-03",
        {"defects": ["one"]},
        served=False,
    ).state
    assert state.unserved == ("call_to_supplement",)
    state, outcomes = settle(procedure, state, at=noon("2026-03-17"), setting=SETTING)
    assert [o.key for o in outcomes] == ["deemed_accepted"]
    with pytest.raises(StepRefused, match="no letter"):
        serve(
            procedure,
            state,
            "call_to_supplement",
            on=date(2026, 3, 17),
            at=noon("2026-03-17"),
            setting=SETTING,
        )


def test_a_later_day_the_party_relied_on_keeps_the_clock_from_running_out() -> None:
    state = received("2026-03-02")
    run = replace(state.clocks["preliminary_review"], kept_due="2026-03-18")
    relied = state.with_clock("preliminary_review", run)
    assert settle(TRIAL, relied, at=noon("2026-03-18", "23:59"), setting=SETTING)[1] == ()
    assert [o.key for o in settle(TRIAL, relied, at=noon("2026-03-19", "00:00"), setting=SETTING)[1]] == [
        "deemed_accepted"
    ]


def test_steps_are_counted_and_the_head_is_nobody_special_elsewhere() -> None:
    state = accepted()
    for on in ("2026-03-09", "2026-03-10"):
        state = do(TRIAL, state, "raise_alarm", on, {}).state
    assert state.times["raise_alarm"] == 2
    assert state.taken["raise_alarm"] == "2026-03-10"
    with pytest.raises(StepRefused, match="is for: reviewing officer"):
        take(TRIAL, state, "raise_alarm", {}, by=WANG, at=noon("2026-03-10"), setting=SETTING)
