"""A step is taken by the right person, at the right stage, with the law's leave; else it is refused and nothing changes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from qingdan.procedures.engine import (
    Actor,
    ClockRun,
    Proposal,
    State,
    StepRefused,
    What,
    choices,
    opened,
    send_back,
    serve,
)
from qingdan.procedures.grammar.effects import Enters
from qingdan.procedures.grammar.roles import By
from tests.procedures.trial import (
    FORM,
    LI,
    PARTY,
    SAID,
    SETTING,
    TRIAL,
    WANG,
    accepted,
    done,
    noon,
    received,
    who,
)

BOTH = who("zhao", By.REVIEWER, By.HEAD)


def refused(state: State, key: str, by: Actor, on: str = "2026-03-03", **given: Any) -> StepRefused:  # noqa: ANN401
    with pytest.raises(StepRefused) as found:
        done(state, key, on, by, **given)
    return found.value


def test_a_step_moves_the_case_and_says_what_it_brought() -> None:
    outcome = done(opened(TRIAL), "submit", "2026-03-02", PARTY, form=[FORM])
    assert (outcome.what, outcome.before, outcome.state.stage) == (What.TAKEN, "drafted", "received")
    assert outcome.told == (("licence_application_received", date(2026, 3, 2)),)
    assert outcome.clocks == {"preliminary_review"}
    assert outcome.serves is not None
    assert outcome.serves.key == "trial_letter"
    assert outcome.state.version == 1
    assert outcome.state.taken == {"submit": "2026-03-02"}


@pytest.mark.parametrize(
    ("key", "by", "code", "says"),
    [
        ("conjure", LI, "no_such_step", "has no step “conjure”"),
        ("grant", LI, "wrong_stage", "open when it is: accepted, under review"),
        ("accept", PARTY, "not_yours", "is for: reviewing officer"),
        ("accept", who("nobody"), "not_yours", "is for: reviewing officer"),
        ("call_to_supplement", LI, "bad_field", "is missing"),
    ],
)
def test_what_is_not_lawful_is_refused_with_a_code_and_the_reason(
    key: str, by: Actor, code: str, says: str
) -> None:
    why = refused(received(), key, by)
    assert why.code == code
    assert says in why.says.en


def test_a_name_made_up_by_an_attacker_is_repeated_safely() -> None:
    why = refused(received(), "\ud800\u202egrant" + "x" * 900, LI)
    assert why.code == "no_such_step"
    assert len(why.of("zh").encode()) < 400


def test_what_may_be_done_once_is_not_done_twice() -> None:
    state = done(received(), "call_to_supplement", "2026-03-03", LI, defects=["one"]).state
    state = done(
        state, "supplement", "2026-03-04", PARTY, answers={"1": "here"}, received_on="2026-03-04"
    ).state
    why = refused(state, "call_to_supplement", LI, "2026-03-05", defects=["one more"])
    assert why.code == "only_once"
    assert "2026-03-03" in why.says.en


def test_every_point_of_the_letter_must_be_answered() -> None:
    state = done(received(), "call_to_supplement", "2026-03-03", LI, defects=["one", "two"]).state
    why = refused(state, "supplement", PARTY, answers={"1": "here"}, received_on="2026-03-03")
    assert (why.code, why.field) == ("bad_field", "answers")
    assert "points not answered: 2" in why.says.en


def test_a_guard_refuses_with_its_article_and_what_to_do() -> None:
    state = done(received(), "call_to_supplement", "2026-03-03", LI, defects=["one"]).state
    why = refused(state, "supplement", PARTY, answers={"1": "here"}, received_on="2026-03-09")
    assert why.code == "not_lawful_now"
    assert why.cite is not None
    assert why.of("en").endswith("[Model AI Law Art. 27]")


def test_a_decision_is_proposed_by_one_and_done_by_another() -> None:
    proposed = done(accepted(), "grant", "2026-03-10", LI, reasons=SAID)
    assert proposed.what is What.PROPOSED
    assert (proposed.state.stage, proposed.told, proposed.effects) == ("accepted", (), ())
    outcome = done(proposed.state, "grant", "2026-03-11", WANG, reasons=SAID)
    assert (outcome.what, outcome.state.stage) == (What.TAKEN, "granted")
    assert isinstance(outcome.effects[0], Enters)
    assert outcome.state.clocks["licence_decision"].stopped_on == "2026-03-11"
    assert outcome.state.proposal is None


def test_nobody_confirms_what_they_proposed_themselves() -> None:
    state = done(accepted(), "grant", "2026-03-10", BOTH, reasons=SAID).state
    assert refused(state, "grant", BOTH, reasons=SAID).code == "four_eyes"


def test_a_second_reviewer_cannot_stand_in_for_the_head() -> None:
    state = done(accepted(), "grant", "2026-03-10", LI, reasons=SAID).state
    why = refused(state, "grant", who("qian", By.REVIEWER), reasons=SAID)
    assert why.code == "needs_confirmation"
    assert "head of the authority" in why.says.en


def test_the_head_confirms_exactly_what_was_proposed_or_nothing() -> None:
    state = done(accepted(), "grant", "2026-03-10", LI, reasons=SAID).state
    assert refused(state, "grant", WANG, reasons=SAID + "改。").code == "nothing_proposed"


def test_changed_content_is_a_new_proposal_that_its_author_cannot_confirm() -> None:
    state = done(accepted(), "grant", "2026-03-10", LI, reasons=SAID).state
    again = done(state, "grant", "2026-03-10", BOTH, reasons=SAID + "改。")
    assert again.what is What.PROPOSED
    assert again.state.proposal is not None
    assert again.state.proposal.by == "zhao"
    assert refused(again.state, "grant", BOTH, reasons=SAID + "改。").code == "four_eyes"


def test_a_head_cannot_confirm_what_nobody_proposed() -> None:
    assert refused(accepted(), "grant", WANG, reasons=SAID).code == "nothing_proposed"


def test_a_step_taken_in_between_voids_the_proposal() -> None:
    state = done(accepted(), "grant", "2026-03-10", LI, reasons=SAID).state
    state = done(state, "raise_alarm", "2026-03-10", LI).state
    assert state.proposal is None


def test_a_proposal_is_sent_back_with_reasons_by_who_would_confirm_it_or_taken_back() -> None:
    state = done(accepted(), "grant", "2026-03-10", LI, reasons=SAID).state
    with pytest.raises(StepRefused, match="only who confirms"):
        send_back(TRIAL, state, "no", by=who("qian", By.REVIEWER))
    with pytest.raises(StepRefused, match="is missing"):
        send_back(TRIAL, state, "", by=WANG)
    for by in (WANG, LI):
        back = send_back(TRIAL, state, "name the article", by=by)
        assert (back.what, back.state.proposal, back.state.version) == (
            What.SENT_BACK,
            None,
            state.version + 1,
        )
    with pytest.raises(StepRefused, match="nothing waits"):
        send_back(TRIAL, accepted(), "no", by=WANG)


def test_what_service_starts_waits_for_the_proof_of_service() -> None:
    state = done(
        received("2026-03-02"), "call_to_supplement", "2026-03-03", LI, served=False, defects=["one"]
    ).state
    assert state.unserved == ("call_to_supplement",)
    assert "supplement_period" not in state.clocks
    for on in (date(2026, 3, 2), date(2026, 3, 11)):
        with pytest.raises(StepRefused, match="day of service lies between 2026-03-03"):
            serve(TRIAL, state, "call_to_supplement", on=on, at=noon("2026-03-10"), setting=SETTING)
    outcome = serve(
        TRIAL, state, "call_to_supplement", on=date(2026, 3, 6), at=noon("2026-03-10"), setting=SETTING
    )
    assert (outcome.what, outcome.told) == (
        What.SERVED,
        (("licence_supplement_requested", date(2026, 3, 6)),),
    )
    assert outcome.state.clocks["supplement_period"] == ClockRun(start="2026-03-06")
    with pytest.raises(StepRefused, match="no letter"):
        serve(
            TRIAL,
            outcome.state,
            "call_to_supplement",
            on=date(2026, 3, 6),
            at=noon("2026-03-10"),
            setting=SETTING,
        )


def test_an_event_is_dated_the_day_it_happened_not_the_day_it_was_entered() -> None:
    state = done(received(), "call_to_supplement", "2026-03-03", LI, defects=["one"]).state
    outcome = done(state, "supplement", "2026-03-10", PARTY, answers={"1": "here"}, received_on="2026-03-05")
    assert outcome.told == (("licence_supplement_received", date(2026, 3, 5)),)
    assert outcome.state.clocks["supplement_period"].stopped_on == "2026-03-05"


def test_an_ended_case_admits_nothing() -> None:
    state = done(accepted(), "withdraw", "2026-03-10", PARTY).state
    assert {refused(state, key, BOTH).code for key in TRIAL.steps} == {"wrong_stage"}
    assert choices(TRIAL, state, by=BOTH, at=noon("2026-03-10"), setting=SETTING) == ()


def test_choices_are_what_this_person_may_do_here_and_say_why_not() -> None:
    offered = choices(TRIAL, accepted(), by=LI, at=noon("2026-03-10"), setting=SETTING)
    open_, greyed = [c.step.key for c in offered if not c.refused], [c.step.key for c in offered if c.refused]
    assert open_ == ["exclude_time", "ask_expert", "raise_alarm", "grant", "deny"]
    assert greyed == ["resume_time"]


def test_a_proposal_is_offered_for_confirmation_to_another_head_alone() -> None:
    state = done(accepted(), "grant", "2026-03-10", BOTH, reasons=SAID).state
    offered = {
        by.who: [
            c.step.key
            for c in choices(TRIAL, state, by=by, at=noon("2026-03-10"), setting=SETTING)
            if c.confirms
        ]
        for by in (BOTH, WANG, LI, PARTY)
    }
    assert offered == {"zhao": [], "wang": ["grant"], "li": [], "company": []}


def test_only_what_names_nobody_is_kept_in_the_state() -> None:
    state = done(accepted(), "ask_expert", "2026-03-10", LI, days=7, field="law", expert="Dr Example").state
    assert state.kept == {"days": 7, "field": "law"}


def test_a_state_survives_being_written_down() -> None:
    state = done(received(), "call_to_supplement", "2026-03-03", LI, defects=["one"], served=False).state
    state = State.from_data(state.as_data())
    assert state.kept == {"defects_count": 1}
    proposed = done(accepted(), "deny", "2026-03-10", LI, reasons=SAID).state
    assert State.from_data(proposed.as_data()) == proposed
    assert isinstance(proposed.proposal, Proposal)
