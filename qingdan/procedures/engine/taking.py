"""Take a step, serve its letter, or let a clock lapse: each yields one outcome, or a refusal and nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.text import Text
from qingdan.law.timeline import Moment, day_of
from qingdan.procedures.engine.clockwork import (
    Setting,
    Sight,
    applies,
    due_now,
    ended_at,
    happened,
    paused,
    resumed,
)
from qingdan.procedures.engine.given import check_given
from qingdan.procedures.engine.outcome import Outcome, What
from qingdan.procedures.engine.refusals import StepRefused, shown
from qingdan.procedures.engine.state import Proposal, State
from qingdan.procedures.grammar.clocks import Clock, SetDay, bound, lapse_said, said
from qingdan.procedures.grammar.fields import KEPT, Asks, Field
from qingdan.procedures.grammar.procedure import Procedure
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.stages import Stage
from qingdan.procedures.grammar.steps import Lapse, Step


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: an identifier, and the capacities this person holds towards this case."""

    who: str
    capacities: frozenset[By]


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


def refuse_out_of_place(procedure: Procedure, state: State, step: Step) -> None:
    """Refuse a step that is not open at the stage the case stands at, or that was taken and is open only once."""
    if state.stage not in {s.key for s in step.at}:
        here = procedure.stages[state.stage].says
        places = Text(", ".join(s.says.en for s in step.at), "、".join(s.says.zh for s in step.at))
        raise StepRefused(
            "wrong_stage",
            Text(
                f"the case is {here.en}; “{step.says.en}” is open when it is: {places.en}",
                f"案件处于“{here.zh}”；“{step.says.zh}”仅在下列阶段办理：{places.zh}",
            ),
            step.cite,
        )
    if step.once and step.key in state.taken:
        raise StepRefused(
            "only_once",
            Text(
                f"“{step.says.en}” was done on {state.taken[step.key]} and can be done only once",
                f"“{step.says.zh}”已于{state.taken[step.key]}办理，仅可办理一次",
            ),
            step.cite,
        )


def refuse_same_hands(state: State, step: Step, by: Actor) -> None:
    """Refuse whoever took a step that must be in other hands than this one."""
    if any(by.who in state.takers.get(other, ()) for other in step.apart_from):
        raise StepRefused(
            "same_hands",
            Text(
                f"“{step.says.en}” is for somebody who has not handled the case before; ask another officer",
                f"“{step.says.zh}”应当由未经办本案的其他工作人员办理",
            ),
            step.cite,
        )


def refuse_unmet(step: Step, sight: Sight) -> None:
    """Refuse a step whose guards do not hold; those about fields not yet given are not judged."""
    for guard in step.guards:
        if sight.state.stage in {s.key for s in guard.shuts}:
            raise StepRefused("not_lawful_now", guard.says, guard.cite)
        if all(f in sight.given for f in guard.asks) and not guard.met(sight):
            raise StepRefused("not_lawful_now", guard.says, guard.cite)


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
    state, over = _at_an_end(step.to, sight, state)
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


def _at_an_end(to: Stage | None, before: Sight, state: State) -> tuple[State, frozenset[str]]:
    """Stop, where a case ends, what ran before and was not begun by the end itself: it has no object any more."""
    if to is None or to.ends is None:
        return state, frozenset()
    old = before.state.clocks
    over = {k: r for k, r in state.clocks.items() if r.runs and k in old and old[k].start == r.start}
    day = before.on.isoformat()
    stopped = {k: replace(run, stopped_on=day) for k, run in over.items()}
    return replace(state, clocks={**state.clocks, **stopped}), frozenset(over)


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


def tell(sight: Sight, told: tuple[tuple[Event, Moment], ...]) -> tuple[State, frozenset[str]]:
    """Let events of the law happen one after the other."""
    state, changed = sight.state, frozenset[str]()
    for event, at in told:
        moment = at if event.timed else day_of(at)
        state, moved = happened(sight.procedure, state, event, moment, replace(sight, state=state))
        changed |= moved
    return state, changed


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


def lapse(
    procedure: Procedure, state: State, clock: Clock, *, at: datetime, setting: Setting
) -> Outcome | None:
    """Record that ``clock`` ran out; None if it has not, for certain, or if that is recorded already.

    The lapse is dated the period's last day (or, in hours, its last instant), so that a late sweep changes nothing in
    law; what the law counts from the end of a period is counted from that day (Civil Code 201, 203).
    """
    if clock not in due_now(procedure, state, at, setting):
        return None
    run = state.clocks[clock.key]
    ended = ended_at(clock, run, at, setting) or at
    day = day_of(ended).isoformat()
    before = state.stage
    state = state.with_clock(clock.key, replace(run, lapsed_on=day))
    sight = Sight(procedure, state, setting, ended)
    found = next((v for v in procedure.lapses_of(clock, before) if _follows(v, sight)), None)
    plain = Text(f"{said(clock).en}: {lapse_said(clock).en}", f"{said(clock).zh}：{lapse_said(clock).zh}")
    bare = Outcome(
        what=What.LAPSED,
        key=clock.key,
        says=plain,
        cite=clock.cite,
        before=before,
        state=replace(state, version=state.version + 1),
        clocks=frozenset({clock.key}),
        escalates=bound(clock).official and not isinstance(clock, SetDay),
    )
    return bare if found is None else _by_law(found, bare, sight, run.began)


def _follows(found: Lapse, sight: Sight) -> bool:
    """Tell whether the law lets ``found`` follow: under the readings taken, and with its guards met."""
    provided = found.deemed is None or applies(found.deemed.provided, sight.setting.law)
    return provided and all(g.met(sight) for g in found.guards)


def _by_law(found: Lapse, bare: Outcome, sight: Sight, began: Moment) -> Outcome:
    """Add to a recorded lapse what the law says follows from it."""
    effective: Moment = began if found.from_start else sight.at
    told = tuple((e, effective) for e in found.tells)
    state, moved = tell(sight, told)
    state, over = _at_an_end(found.to, sight, state)
    state = replace(
        state,
        stage=found.to.key if found.to else state.stage,
        version=bare.state.version,
        taken={**state.taken, found.key: sight.on.isoformat()},
        times={**state.times, found.key: state.times.get(found.key, 0) + 1},
        proposal=None if found.to else state.proposal,
        unserved=() if found.to else state.unserved,  # a letter the law has overtaken starts nothing any more
    )
    return replace(
        bare,
        key=found.key,
        says=found.says,
        cite=found.cite,
        state=state,
        told=tuple((e.key, m if e.timed else day_of(m)) for e, m in told),
        clocks=bare.clocks | moved | over,
        serves=found.serves,
        publishes=found.publishes,
        effects=found.effects,
    )


def settle(
    procedure: Procedure, state: State, *, at: datetime, setting: Setting
) -> tuple[State, tuple[Outcome, ...]]:
    """Record every lapse up to ``at``, in the order in which the periods ended; return the state and the outcomes."""
    outcomes: list[Outcome] = []
    while waiting := due_now(procedure, state, at, setting):
        found = lapse(procedure, state, waiting[0], at=at, setting=setting)
        if found is None:
            break
        outcomes.append(found)
        state = found.state
    return state, tuple(outcomes)
