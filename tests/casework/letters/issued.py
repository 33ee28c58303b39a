"""Issues the letter of any part of a procedure on a real case, whatever its guards say: for looking at letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from qingdan.casework import actions
from qingdan.casework.actions.taking import setting_of
from qingdan.casework.actions.writing import Act, write
from qingdan.casework.models import Case, Notice
from qingdan.law.clock import SHANGHAI
from qingdan.procedures import engine
from qingdan.procedures.catalogue import procedure
from qingdan.procedures.engine import ClockRun, Outcome, State, lapsing
from qingdan.procedures.engine import taking as inner
from qingdan.procedures.engine.clockwork import Sight
from qingdan.procedures.grammar.clocks import Clock, SetDay, SetPeriod
from qingdan.procedures.grammar.fields import Asks
from qingdan.procedures.grammar.procedure import Procedure
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import Lapse, Step
from qingdan.procedures.samples import samples
from tests.casework.register.world import World

AT = datetime(2026, 3, 2, 10, tzinfo=SHANGHAI)
SUBJECT: dict[str, dict[str, Any]] = {
    "PRODUCT": {"track": "licence", "provider": True},
    "ENTRY": {"kind": "L", "status": "active", "expires_on": "2028-03-31"},
    "PARTY": {"foreign": True},
    "LIST": {"first": True},
}


def parts_with_letters(declared: Procedure) -> list[Step | Lapse]:
    return [p for p in declared.parts if p.serves is not None]


def a_case(declared: Procedure, *, online: bool = True) -> tuple[World, Case]:
    """A case of a procedure, opened and nothing more."""
    world = World(declared, SUBJECT[declared.subject.name], online=online)
    opener = world.person(declared.opened_by[0].value)
    world.case = actions.open_case(declared.key, by=opener, at=AT, **world.about())
    return world, world.case


def letter_of(world: World, case: Case, part: Step | Lapse) -> Notice:
    """The letter that ``part`` issues, with everything filled in that may be."""
    declared = procedure(case.procedure)
    case.refresh_from_db()
    case.ended, case.entry, case.list_edition = False, world.some_entry(), world.some_edition()
    state = State(stage=part.at[0].key, version=case.version)
    setting = setting_of(case)
    if isinstance(part, Step):
        sight = Sight(declared, state, setting, AT)
        given = dict(next(samples(part, sight, everything=True)))
        who = part.by[0] if part.by[0] is not By.ANYONE else By.ANYONE
        user = world.person(who.value)
        given = world.as_given(part.key, given, user)
        state = _running(declared, replace(state, kept=_numbers(declared)), part)
        sight = Sight(declared, state, setting, AT, given)
        served = case.party is None or case.party.served_online
        outcome = inner._done(part, sight, (str(user.pk), "2"), served=served)
        act = Act(AT, user, part.confirmed_by or part.by[0])
    else:
        state = _running(declared, replace(state, kept=_numbers(declared)), part)
        outcome, act = _lapsed(declared, state, part, case), Act(AT)
    event = write(case, declared, outcome, act, setting)
    return Notice.objects.select_related("case__office", "event__payload", "party").get(event=event)


def _numbers(declared: Procedure) -> dict[str, object]:
    """What earlier steps may have been given, as far as periods and effects rest on it."""
    asked = [f for step in declared.steps.values() for f in step.asks]
    kept: dict[str, object] = {f.key: max(f.low or 0, 10) for f in asked if f.asks is Asks.NUMBER}
    kept |= {f.key: "2026-02-02" for f in asked if f.asks is Asks.DAY}
    kept |= {f.key: next(iter(f.options or {})) for f in asked if f.asks is Asks.CHOICE}
    return {**kept, "kind": "L"}


def _running(declared: Procedure, state: State, part: Step | Lapse) -> State:
    """Clocks that run where a part extends, pauses or resumes one, or speaks of one begun before."""
    for clock in declared.clocks:
        if getattr(clock, "extends", None) is None:
            state = state.with_clock(clock.key, _run(clock, paused=clock in getattr(part, "resumes", ())))
    return state


def _run(clock: Clock, *, paused: bool) -> ClockRun:
    amount = 10 if isinstance(clock, SetPeriod | SetDay) else None
    since = (AT - timedelta(days=3)).date().isoformat()
    return ClockRun(since, amount, pauses=((since, None),) if paused else ())


def _lapsed(declared: Procedure, state: State, part: Lapse, case: Case) -> Outcome:
    run = replace(state.clocks[part.clock.key], lapsed_on=AT.date().isoformat())
    state = state.with_clock(part.clock.key, run)
    sight = Sight(declared, state, setting_of(case), AT)
    bare = Outcome(
        what=engine.What.LAPSED,
        key=part.clock.key,
        says=part.says,
        cite=part.cite,
        before=state.stage,
        state=replace(state, version=state.version + 1),
        clocks=frozenset({part.clock.key}),
    )
    return lapsing._by_law(part, bare, sight, run.began)


def every_letter(declared: Procedure, *, online: bool = True) -> Iterator[Notice]:
    world, case = a_case(declared, online=online)
    for part in parts_with_letters(declared):
        yield letter_of(world, case, part)
