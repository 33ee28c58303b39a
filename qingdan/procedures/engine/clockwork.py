"""Clocks of a case: armed and stopped by events of the law, computed from their ledger, never counted down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from qingdan.law.clock import Deadline, count
from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.readings import Chosen, Reading
from qingdan.law.grammar.rules import Term
from qingdan.law.grammar.units import SHANGHAI, Unit
from qingdan.law.timeline import Moment, day_of
from qingdan.procedures.engine.measuring import (
    Setting,
    Unmeasured,
    amount_of,
    applies,
    deadline_of,
    period_of,
    unit_of,
)
from qingdan.procedures.engine.state import ClockRun, State
from qingdan.procedures.grammar.clocks import Clock, SetDay, SetPeriod
from qingdan.procedures.grammar.procedure import Procedure


def happened(
    procedure: Procedure, state: State, event: Event, at: Moment, sight: Sight
) -> tuple[State, frozenset[str]]:
    """Stop and start the clocks that the law ties to ``event``; return the state and the clocks that changed."""
    changed: set[str] = set()
    for clock in procedure.stops.get(event, ()):
        run = state.clocks.get(clock.key)
        if run is not None and run.runs:
            state = state.with_clock(clock.key, replace(run, stopped_on=day_of(at).isoformat()))
            changed.add(clock.key)
    for clock in procedure.starts.get(event, ()):
        if not applies(clock.when, sight.setting.law):
            continue
        state, key = _started(clock, state, at, sight)
        if key is not None:
            changed.add(key)
    return state, frozenset(changed)


def _lengthened(
    state: State, clock: Term | SetPeriod, longer: ClockRun | None, amount: int, unit: Unit
) -> tuple[State, str | None]:
    if longer is None or not longer.runs or clock.extends is None:  # there is nothing left to lengthen
        return state, None
    more = (*longer.extensions, (clock.key, amount, unit.value))
    return state.with_clock(clock.extends.key, replace(longer, extensions=more)), clock.extends.key


def _started(clock: Clock, state: State, at: Moment, sight: Sight) -> tuple[State, str | None]:
    if isinstance(clock, Term) and clock.extends is not None:
        most = amount_of(clock.period.amount, sight.setting, day_of(at))
        amount = min(most, sight.given.get(clock.key, most))
        unit = unit_of(clock.period.unit, sight.setting.law)
        return _lengthened(state, clock, state.clocks.get(clock.extends.key), amount, unit)
    length = None
    if isinstance(clock, SetPeriod):
        length = (
            clock.length(sight)
            if callable(clock.length)
            else int({**state.kept, **sight.given}[clock.length])
        )
        if clock.extends is not None:
            return _lengthened(state, clock, state.clocks.get(clock.extends.key), length, clock.unit)
    if isinstance(clock, SetDay):
        day = date.fromisoformat({**state.kept, **sight.given}[clock.day])
        length = max(0, (day - day_of(at)).days)
    old, new = state.clocks.get(clock.key), ClockRun(start=at.isoformat(), amount=length)
    if old is not None and old.stopped_on is None and (old.start, old.amount) == (new.start, new.amount):
        return state, None  # it counts from that day already: a lapse recorded stays recorded
    return state.with_clock(clock.key, new), clock.key


def paused(state: State, clocks: tuple[Clock, ...], on: date) -> tuple[State, frozenset[str]]:
    """Let running clocks stand still from ``on``."""
    changed: set[str] = set()
    for clock in clocks:
        run = state.clocks.get(clock.key)
        if run is not None and run.runs and not run.paused:
            state = state.with_clock(clock.key, replace(run, pauses=(*run.pauses, (on.isoformat(), None))))
            changed.add(clock.key)
    return state, frozenset(changed)


def resumed(state: State, clocks: tuple[Clock, ...], on: date) -> tuple[State, frozenset[str]]:
    """Let paused clocks run again; ``on`` counts."""
    changed: set[str] = set()
    for clock in clocks:
        run = state.clocks.get(clock.key)
        if run is not None and run.runs and run.paused:
            ended = (*run.pauses[:-1], (run.pauses[-1][0], on.isoformat()))
            state = state.with_clock(clock.key, replace(run, pauses=ended))
            changed.add(clock.key)
    return state, frozenset(changed)


def ran_out(run: ClockRun, deadline: Deadline, at: datetime) -> bool:
    """Tell whether a clock has run out for certain: no provisional date, and no later day the party relied on."""
    if run.kept_due is not None and day_of(at) <= date.fromisoformat(run.kept_due):
        return False
    return deadline.is_overdue(at)


def due_now(procedure: Procedure, state: State, at: datetime, setting: Setting) -> tuple[Clock, ...]:
    """Return the clocks that have run out for certain at ``at`` and whose lapse is not yet recorded, oldest first."""
    found = []
    for key, run in state.clocks.items():
        clock = procedure.clock_named.get(key)
        if clock is None or not run.runs or run.paused:
            continue
        ended = ended_at(clock, run, at, setting)
        if ended is not None:
            found.append((ended, key, clock))
    return tuple(clock for _, _, clock in sorted(found, key=lambda f: (f[0], f[1])))


def ended_at(clock: Clock, run: ClockRun, at: datetime, setting: Setting) -> datetime | None:
    """Return the last instant of a clock that has run out for certain at ``at``, and dates its lapse; None if it has not.

    A period's last day ends at 24:00, written as the next day, yet its end belongs to the last. A set day has come
    when it begins.
    """
    if isinstance(clock, SetDay):
        comes = datetime.combine(day_of(run.began) + timedelta(days=run.amount or 0), time(), SHANGHAI)
        return comes if at >= comes else None
    deadline = deadline_of(clock, run, setting)
    if deadline is None or deadline.due_at is None or not ran_out(run, deadline, at):
        return None
    ends = deadline.due_at
    if run.kept_due is not None:  # the later day the party relied on is the last
        kept = date.fromisoformat(run.kept_due) + timedelta(days=1)
        ends = max(ends, datetime.combine(kept, time(), SHANGHAI))
    return ends if deadline.unit is Unit.HOUR else ends - timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Sight:
    """What guards may look at (see ``grammar.guards.Situation``)."""

    procedure: Procedure
    state: State
    setting: Setting
    at: datetime
    given: Mapping[str, Any] = field(default_factory=dict)

    @property
    def on(self) -> date:
        """The day of the act."""
        return day_of(self.at)

    @property
    def kept(self) -> Mapping[str, Any]:
        """What earlier steps were given, as far as it is kept."""
        return self.state.kept

    @property
    def subject(self) -> Mapping[str, Any]:
        """What is known of the thing the case is about."""
        return self.setting.subject

    def taken_on(self, step: str) -> date | None:
        """Return the day ``step`` was last taken."""
        day = self.state.taken.get(step)
        return None if day is None else date.fromisoformat(day)

    def takers(self, step: str) -> tuple[str, ...]:
        """Return who took ``step`` last."""
        return self.state.takers.get(step, ())

    def served_on(self, step: str) -> date | None:
        """Return the day the letter of ``step`` was last served."""
        day = self.state.served.get(step)
        return None if day is None else date.fromisoformat(day)

    def deadline(self, clock: Clock) -> Deadline | None:
        """Return the deadline of a clock, if it has been started."""
        run = self.state.clocks.get(clock.key)
        return None if run is None else deadline_of(clock, run, self.setting)

    def running(self, clock: Clock) -> bool:
        """Tell whether a clock has started and was neither stopped nor has its lapse been recorded."""
        run = self.state.clocks.get(clock.key)
        return run is not None and run.runs

    def over(self, clock: Clock) -> bool:
        """Tell whether a clock ran out for certain, unstopped."""
        run = self.state.clocks.get(clock.key)
        if run is None or run.stopped_on is not None:
            return False
        return run.lapsed_on is not None or ended_at(clock, run, self.at, self.setting) is not None

    def past(self, clock: Clock, since: date) -> bool:
        """Tell whether a clock begun on ``since`` would have run out; no, while an open point leaves it open."""
        try:
            return ended_at(clock, ClockRun(since.isoformat()), self.at, self.setting) is not None
        except Unmeasured:
            return False

    def times(self, step: str) -> int:
        """Return how often ``step`` was taken."""
        return self.state.times.get(step, 0)

    def stopped_on(self, clock: Clock) -> date | None:
        """Return the day a clock was stopped in time, if it was."""
        run = self.state.clocks.get(clock.key)
        return None if run is None or run.stopped_on is None else date.fromisoformat(run.stopped_on)

    def counted_back(self, clock: Clock, event_on: date) -> date:
        """Return the last day for what must come before an event on ``event_on``."""
        assert not isinstance(clock, SetPeriod | SetDay)  # noqa: S101 - these run forward
        period = period_of(clock)
        assert period is not None  # noqa: S101
        amount = amount_of(period.amount, self.setting, event_on)
        unit = unit_of(period.unit, self.setting.law)
        due = count(event_on, amount, unit, calendar=self.setting.calendar, backward=True).due
        assert due is not None  # noqa: S101 - backward periods never stop
        return due

    def period_end(self, start: date, amount: int, unit: Unit) -> date:
        """Return the last day of a period; with a negative amount, the day it is counted back to."""
        back = amount < 0
        due = count(start, abs(amount), unit, calendar=self.setting.calendar, backward=back).due
        assert due is not None  # noqa: S101 - nothing stops it
        return due

    def taken_reading(self, reading: Reading) -> Chosen:
        """Return the choice taken for a reading."""
        return self.setting.law.taken(reading)
