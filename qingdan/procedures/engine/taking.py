"""Take a step, serve its letter, or let a clock lapse: each yields one outcome, or a refusal and nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.text import Text
from qingdan.law.timeline import Moment, day_of
from qingdan.procedures.engine.clockwork import Sight, paused, resumed
from qingdan.procedures.engine.given import check_given
from qingdan.procedures.engine.lawfulness import Actor, refuse_out_of_place, refuse_same_hands, refuse_unmet
from qingdan.procedures.engine.measuring import Setting, applies
from qingdan.procedures.engine.outcome import Outcome, What
from qingdan.procedures.engine.refusals import StepRefused, shown
from qingdan.procedures.engine.state import Proposal, State
from qingdan.procedures.engine.telling import at_an_end, tell
from qingdan.procedures.grammar.fields import KEPT, Asks, Field
from qingdan.procedures.grammar.procedure import Procedure
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import Step


def take(  # noqa: PLR0913 - a step is all of this
    procedure: Procedure,
    state: State,
    key: str,
    given: Mapping[str, Any],
    *,
    by: Actor,
    at: datetime,
    setting: Setting,
    served: bool = True,
) -> Outcome:
    """Take the step ``key``; where four eyes are needed, propose it or confirm what was proposed.

    ``served`` says that letters reach the party at once (it has agreed to electronic service); otherwise what service
    starts waits for ``serve``. A proposal is confirmed by giving the same content again.

    Raises StepRefused, with the article, for every act that is not lawful now.
    """
    step = _open_step(procedure, state, key, by)
    refuse_same_hands(state, step, by)
    checked = check_given(step.asks, given, state.kept)
    sight = Sight(procedure, state, setting, at, checked)
    refuse_unmet(step, sight)
    if step.confirmed_by is not None:
        waiting = state.proposal
        if waiting is None or waiting.step != key or waiting.digest != digest(checked):
            return _proposed(step, sight, by)
        _refuse_same_person(step, waiting, by)
        return _done(step, sight, (waiting.by, by.who), served=served)
    return _done(step, sight, (by.who,), served=served)


def _open_step(procedure: Procedure, state: State, key: str, by: Actor) -> Step:
    step = procedure.steps.get(key)
    if step is None:
        raise StepRefused(
            "no_such_step",
            Text(
                f"{procedure.says.en} has no step “{shown(key)}”", f"{procedure.says.zh}无“{shown(key)}”步骤"
            ),
        )
    refuse_out_of_place(procedure, state, step)
    may = {*step.by, *([step.confirmed_by] if step.confirmed_by else [])}
    if not may & by.capacities and By.ANYONE not in step.by:
        who = Text(", ".join(b.says.en for b in step.by), "、".join(b.says.zh for b in step.by))
        raise StepRefused(
            "not_yours",
            Text(f"“{step.says.en}” is for: {who.en}", f"“{step.says.zh}”由下列人员办理：{who.zh}"),
            step.cite,
        )
    return step


def digest(given: Mapping[str, Any]) -> str:
    """Return what fixes the content of a proposal."""
    return sha256(json.dumps(given, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _proposed(step: Step, sight: Sight, by: Actor) -> Outcome:
    if not set(step.by) & by.capacities:
        raise StepRefused(
            "nothing_proposed",
            Text(
                f"“{step.says.en}” must first be proposed by another officer; confirm exactly what was proposed",
                f"“{step.says.zh}”须先由其他工作人员提出；请对所提内容原样确认",
            ),
            step.cite,
        )
    waiting = Proposal(step.key, by.who, sight.on.isoformat(), digest(sight.given))
    state = replace(sight.state, proposal=waiting, version=sight.state.version + 1)
    return Outcome(
        what=What.PROPOSED,
        key=step.key,
        says=step.says,
        cite=step.cite,
        before=sight.state.stage,
        state=state,
        given=sight.given,
    )


def _refuse_same_person(step: Step, waiting: Proposal, by: Actor) -> None:
    if step.confirmed_by not in by.capacities:
        needed = step.confirmed_by.says if step.confirmed_by else step.says
        raise StepRefused(
            "needs_confirmation",
            Text(
                f"this was proposed on {waiting.on} and waits for: {needed.en}",
                f"该事项已于{waiting.on}提出，待{needed.zh}确认",
            ),
            step.cite,
        )
    if waiting.by == by.who:
        raise StepRefused(
            "four_eyes",
            Text(
                "whoever proposed a decision cannot confirm it; ask another competent person",
                "提出决定的人员不得自行确认，请由其他有权人员确认",
            ),
            step.cite,
        )


def _done(step: Step, sight: Sight, hands: tuple[str, ...], *, served: bool) -> Outcome:
    state, on = sight.state, sight.on
    now = [(e, _told_at(step, e, sight)) for e in step.tells]
    later = [(e, sight.at) for e in step.on_service] if served else []
    changed: frozenset[str] = frozenset()
    pauses = step.pauses if applies(step.pauses_if, sight.setting.law) else ()
    for change in (paused(state, pauses, on), resumed(state, step.resumes, on)):
        # a step either pauses or resumes a clock, so that one after the other is the same as both
        state, changed = _merged(state, change, changed)
    state = replace(state, kept={**state.kept, **_kept(step.asks, sight.given)})
    state, moved = tell(replace(sight, state=state), (*now, *later))
    state, over = at_an_end(step.to, sight, state)
    state = replace(
        state,
        stage=step.to.key if step.to else state.stage,
        version=state.version + 1,
        taken={**state.taken, step.key: on.isoformat()},
        times={**state.times, step.key: state.times.get(step.key, 0) + 1},
        takers={**state.takers, step.key: hands},
        served=_served(step, state, on, served=served),
        proposal=None,
        unserved=state.unserved if served or not step.on_service else (*state.unserved, step.key),
    )
    return Outcome(
        what=What.TAKEN,
        key=step.key,
        says=step.says,
        cite=step.cite,
        before=sight.state.stage,
        state=state,
        given=sight.given,
        told=tuple((e.key, at if e.timed else day_of(at)) for e, at in (*now, *later)),
        clocks=changed | moved | over,
        serves=step.serves,
        publishes=step.publishes and (served or not step.binds_on_service),
        effects=step.effects if served or not step.binds_on_service else (),
        flags=tuple(f for f in step.flags if all(k in sight.given for k in f.asks) and f.met(sight)),
    )


def _told_at(step: Step, event: Event, sight: Sight) -> Moment:
    """Return when an event that ``step`` tells of happened."""
    day = step.told_on if isinstance(step.told_on, str | None) else step.told_on.get(event)
    if day is None or event.timed:
        return sight.at
    return day(sight) if callable(day) else date.fromisoformat(sight.given[day])


def _served(step: Step, state: State, on: date, *, served: bool) -> dict[str, str]:
    kept = {k: day for k, day in state.served.items() if k != step.key}
    return {**kept, step.key: on.isoformat()} if served and step.serves else kept


def _merged(
    state: State, change: tuple[State, frozenset[str]], changed: frozenset[str]
) -> tuple[State, frozenset[str]]:
    if not change[1]:
        return state, changed
    return replace(
        state, clocks={**state.clocks, **{k: change[0].clocks[k] for k in change[1]}}
    ), changed | change[1]


def _kept(fields: tuple[Field, ...], given: Mapping[str, Any]) -> dict[str, Any]:
    kept = {f.key: given[f.key] for f in fields if f.asks in KEPT and f.key in given}
    kept.update(
        {f"{f.key}_count": len(given[f.key]) for f in fields if f.asks is Asks.ITEMS and f.key in given}
    )
    return kept
