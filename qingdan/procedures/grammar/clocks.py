"""The periods a procedure runs: the law's own terms and duties, and periods an act sets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from qingdan.law.grammar.conditions import ALWAYS, Condition
from qingdan.law.grammar.named import Named
from qingdan.law.grammar.periods import AtOnce, Event, Period
from qingdan.law.grammar.rules import Duty, Role, Term
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit


@dataclass(frozen=True, eq=False, kw_only=True)
class SetPeriod(Named):
    """A period whose length an act sets: ``length`` names the number field that gives it, or computes it.

    ``when`` lets a reading switch it on or off, as for a Term; ``roll`` applies the rest-day rule, as for a Period;
    ``extends`` names the set period that this one lengthens.
    """

    cite: Cite
    binds: Role
    says: Text
    length: str | Callable[[Any], int]
    unit: Unit
    after: Event
    on_lapse: Text
    stopped_by: tuple[Event, ...] = ()
    when: Condition = ALWAYS
    roll: bool = True
    extends: SetPeriod | None = None


@dataclass(frozen=True, eq=False, kw_only=True)
class SetDay(Named):
    """A day to come that an act sets, on which something follows by itself: a published list takes effect.

    ``day`` names the field that gives it. It has come when that day begins; nobody is late by it.
    """

    cite: Cite
    binds: Role
    says: Text
    day: str
    after: Event
    on_lapse: Text
    stopped_by: tuple[Event, ...] = ()
    when: Condition = ALWAYS


Clock: TypeAlias = Term | Duty | SetPeriod | SetDay
"""A Term or a Duty with a period after an event runs from that event and stops as the law says.

A Term that extends another may be used in part: a number field that bears its name says how much of it is.
"""


def started_by(clock: Clock) -> Event:
    """Return the event a clock runs from. Raises ValueError for what cannot be armed as a clock."""
    if isinstance(clock, SetPeriod | SetDay):
        return clock.after
    timing = clock.period if isinstance(clock, Term) else clock.within
    if isinstance(timing, AtOnce):
        return timing.after
    if not isinstance(timing, Period) or timing.after is None:
        raise ValueError(f"{clock.key} does not run forward from an event: it cannot be a clock of a case")
    return timing.after


def stopped_by(clock: Clock) -> tuple[Event, ...]:
    """Return the events that end a clock in time."""
    if isinstance(clock, Duty):
        return () if clock.done_by is None else (clock.done_by,)
    return clock.stopped_by


def bound(clock: Clock) -> Role:
    """Return whom a clock binds."""
    return clock.bearer if isinstance(clock, Duty) else clock.binds


def said(clock: Clock) -> Text:
    """Return what a clock is for."""
    return clock.must if isinstance(clock, Duty) else clock.says


def lapse_said(clock: Clock) -> Text:
    """Return what follows when a clock runs out."""
    return _LATE if isinstance(clock, Duty) else clock.on_lapse


_LATE = Text("the duty is overdue", "义务逾期未履行")
