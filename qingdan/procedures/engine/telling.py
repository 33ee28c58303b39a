"""Events of the law happen in a case: clocks start and stop by them, and stand still once it has ended."""

from __future__ import annotations

from dataclasses import replace

from qingdan.law.grammar.periods import Event
from qingdan.law.timeline import Moment, day_of
from qingdan.procedures.engine.clockwork import Sight, happened
from qingdan.procedures.engine.state import State
from qingdan.procedures.grammar.stages import Stage


def tell(sight: Sight, told: tuple[tuple[Event, Moment], ...]) -> tuple[State, frozenset[str]]:
    """Let events of the law happen one after the other."""
    state, changed = sight.state, frozenset[str]()
    for event, at in told:
        moment = at if event.timed else day_of(at)
        state, moved = happened(sight.procedure, state, event, moment, replace(sight, state=state))
        changed |= moved
    return state, changed


def at_an_end(to: Stage | None, before: Sight, state: State) -> tuple[State, frozenset[str]]:
    """Stop, where a case ends, what ran before and was not begun by the end itself: it has no object any more."""
    if to is None or to.ends is None:
        return state, frozenset()
    old = before.state.clocks
    over = {k: r for k, r in state.clocks.items() if r.runs and k in old and old[k].start == r.start}
    day = before.on.isoformat()
    stopped = {k: replace(run, stopped_on=day) for k, run in over.items()}
    return replace(state, clocks={**state.clocks, **stopped}), frozenset(over)
