"""Every period that the law starts in a procedure runs there, can end there, and moves only what the law deems."""

from __future__ import annotations

import pytest

from qingdan.law.grammar.periods import AtOnce, Event
from qingdan.law.grammar.rules import Deemed, Duty, Term
from qingdan.law.grammar.units import Unit
from qingdan.law.pack import model_law
from qingdan.procedures.catalogue import procedures
from qingdan.procedures.grammar.clocks import SetDay, SetPeriod, bound, started_by, stopped_by
from qingdan.procedures.grammar.procedure import Procedure
from qingdan.procedures.grammar.steps import Step
from tests.procedures.excuses import BY_ONE, NOT_CLOCKED, NOT_STOPPED

LAW = model_law()
ALL = procedures()
every = pytest.mark.parametrize("proc", ALL, ids=lambda p: p.key)


def told(proc: Procedure) -> set[Event]:
    """All events of the law that can happen in a procedure."""
    found: set[Event] = set()
    for part in proc.parts:
        found.update(part.tells)
        if isinstance(part, Step):
            found.update(part.on_service)
    return found


def cited(proc: Procedure) -> set[tuple[str, int]]:
    cites = [proc.cite, *proc.also_cites, *(p.cite for p in proc.parts)]
    return {(c.statute.key, c.article) for c in cites}


@every
def test_every_period_the_cited_articles_start_here_is_a_clock(proc: Procedure) -> None:
    happens, where = told(proc), cited(proc)
    missing = []
    for rule in LAW.rules:
        if not isinstance(rule, (Term, Duty)) or (rule.cite.statute.key, rule.cite.article) not in where:
            continue
        try:
            runs_from = started_by(rule)
        except ValueError:
            continue
        excused = (proc.key, rule.key) in NOT_CLOCKED
        if runs_from in happens and rule not in proc.clocks and not excused:
            missing.append(rule.key)
    assert missing == []


@every
def test_every_clock_can_start_and_every_clock_can_end(proc: Procedure) -> None:
    happens = told(proc)
    for clock in proc.clocks:
        assert started_by(clock) in happens, f"{clock.key} is never started"
        if isinstance(clock, Term) and clock.extends is not None:
            assert clock.extends in proc.clocks, f"{clock.key} lengthens what does not run"
            continue
        stops = set(stopped_by(clock)) & happens
        at_once = (
            isinstance(clock, Duty) and isinstance(clock.within, AtOnce) and clock.within.at_latest is None
        )
        if at_once or (bound(clock).official and not isinstance(clock, SetDay)):
            assert stops or (proc.key, clock.key) in NOT_STOPPED, f"{clock.key} is stopped by nothing here"


@every
def test_nothing_stops_a_clock_that_counts_hours(proc: Procedure) -> None:
    for step in proc.steps.values():
        for clock in step.pauses:
            assert not isinstance(clock, SetPeriod) or clock.unit is not Unit.HOUR, step.key


@every
def test_only_what_the_law_deems_moves_a_case_by_itself(proc: Procedure) -> None:
    deemed = LAW.of(Deemed)
    for lapse in proc.lapses.values():
        assert lapse.clock in proc.clocks, lapse.key
        if lapse.to is not None and not isinstance(lapse.clock, SetDay):
            assert lapse.deemed in deemed, lapse.key
        if lapse.from_start:
            assert started_by(lapse.clock) not in lapse.tells, (
                f"{lapse.key} would begin itself again for ever"
            )


def test_excuses_are_needed() -> None:
    for proc in ALL:
        happens = told(proc)
        clocks = {c.key: c for c in proc.clocks}
        rules = {r.key: r for r in LAW.rules if isinstance(r, (Term, Duty))}
        for key, clock in NOT_CLOCKED:
            if key == proc.key:
                assert clock not in clocks
                assert started_by(rules[clock]) in happens
        for key, clock in NOT_STOPPED:
            if key == proc.key:
                assert not set(stopped_by(clocks[clock])) & happens
        for key, step in BY_ONE:
            if key == proc.key:
                assert proc.steps[step].confirmed_by is None
    known = {p.key for p in ALL}
    assert {key for key, _ in (*NOT_CLOCKED, *NOT_STOPPED, *BY_ONE)} <= known
