"""Serve the letter of a step, or send a proposal back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from qingdan.law.grammar.text import Text
from qingdan.law.timeline import day_of
from qingdan.procedures.engine.clockwork import Sight
from qingdan.procedures.engine.given import check_given
from qingdan.procedures.engine.lawfulness import Actor
from qingdan.procedures.engine.measuring import Setting
from qingdan.procedures.engine.outcome import Outcome, What
from qingdan.procedures.engine.refusals import StepRefused
from qingdan.procedures.engine.state import State
from qingdan.procedures.engine.telling import tell
from qingdan.procedures.grammar.fields import Asks, Field
from qingdan.procedures.grammar.procedure import Procedure


def send_back(procedure: Procedure, state: State, reasons: str, *, by: Actor) -> Outcome:
    """Send a proposal back to whoever made it, with reasons; or, by the proposer, take it back."""
    waiting = state.proposal
    if waiting is None:
        raise StepRefused("nothing_proposed", Text("nothing waits for confirmation", "没有待确认的事项"))
    step = procedure.steps[waiting.step]
    if step.confirmed_by not in by.capacities and waiting.by != by.who:
        raise StepRefused(
            "not_yours",
            Text("only who confirms or who proposed can send it back", "仅确认人或者提出人可以退回"),
            step.cite,
        )
    given = check_given(
        (Field(key="reasons", asks=Asks.PROSE, says=Text("reasons", "理由")),), {"reasons": reasons}
    )
    return Outcome(
        what=What.SENT_BACK,
        key=step.key,
        says=step.says,
        cite=step.cite,
        before=state.stage,
        state=replace(state, proposal=None, version=state.version + 1),
        given=given,
    )


def serve(  # noqa: PLR0913 - as ``take``
    procedure: Procedure, state: State, key: str, *, on: date, at: datetime, setting: Setting
) -> Outcome:
    """Record that the letter of step ``key`` was served on ``on``; what service starts, starts then."""
    if key not in state.unserved:
        raise StepRefused(
            "nothing_to_serve", Text("no letter of this step waits for service", "该步骤没有待送达的文书")
        )
    step = procedure.steps[key]
    if on > day_of(at) or on < date.fromisoformat(state.taken[key]):
        raise StepRefused(
            "bad_field",
            Text(
                f"the day of service lies between {state.taken[key]}, when it was issued, and today",
                f"送达日期应当在文书作出日（{state.taken[key]}）与今日之间",
            ),
            field="served_on",
        )
    sight = Sight(procedure, state, setting, at)
    state, changed = tell(sight, tuple((e, on) for e in step.on_service))
    state = replace(
        state,
        version=state.version + 1,
        served={**state.served, key: on.isoformat()},
        unserved=tuple(k for k in state.unserved if k != key),
    )
    return Outcome(
        what=What.SERVED,
        key=key,
        says=step.says,
        cite=step.cite,
        before=state.stage,
        state=state,
        given={"served_on": on.isoformat()},
        told=tuple((e.key, on) for e in step.on_service),
        clocks=changed,
        publishes=step.publishes and step.binds_on_service,
        effects=step.effects if step.binds_on_service else (),
    )
