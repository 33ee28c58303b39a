"""Let a clock lapse: what the law does by itself, dated the moment the period ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from qingdan.law.grammar.text import Text
from qingdan.law.timeline import Moment, day_of
from qingdan.procedures.engine.clockwork import Sight, due_now, ended_at
from qingdan.procedures.engine.measuring import Setting, applies
from qingdan.procedures.engine.outcome import Outcome, What
from qingdan.procedures.engine.state import State
from qingdan.procedures.engine.telling import at_an_end, tell
from qingdan.procedures.grammar.clocks import Clock, SetDay, bound, lapse_said, said
from qingdan.procedures.grammar.procedure import Procedure
from qingdan.procedures.grammar.steps import Lapse


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
    state, over = at_an_end(found.to, sight, state)
    state = replace(
        state,
        stage=found.to.key if found.to else state.stage,
        version=bare.state.version,
        taken={**state.taken, found.key: sight.on.isoformat()},
        times={**state.times, found.key: state.times.get(found.key, 0) + 1},
        proposal=None if found.to else state.proposal,
        unserved=_not_overtaken(found, sight, state),
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


def _not_overtaken(found: Lapse, sight: Sight, state: State) -> tuple[str, ...]:
    """Return the letters that still start something when served: those of steps that have a place at the new stage."""
    if found.to is None:
        return state.unserved
    steps = sight.procedure.steps
    return tuple(k for k in state.unserved if found.to in steps[k].at)


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
