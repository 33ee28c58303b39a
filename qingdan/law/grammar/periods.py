"""When something is due: periods, recurrences and the other timings a duty can have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from qingdan.law.grammar.named import Named
from qingdan.law.grammar.readings import Chosen, Figure, Reading
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit


@dataclass(frozen=True, eq=False, kw_only=True)
class Event(Named):
    """Something that happens on a day (or at a time) and starts or ends a period.

    ``repeats`` says that it can happen more than once to one product. ``planned`` says that a
    future date may be given for it, so that periods counted backward from it can be shown.
    ``timed`` says that hours count, so that a time is needed; ``follows`` names an event it
    cannot precede. ``estimated`` is when it is expected where nobody has given the day: an
    estimate, always said to be one.
    """

    says: Text
    cite: Cite
    repeats: bool = False
    planned: bool = False
    timed: bool = False
    follows: Event | None = None
    estimated: Period | None = None


@dataclass(frozen=True, eq=False)
class UnitByReading:
    """The unit of a period where the text leaves it open."""

    reading: Reading
    each: Mapping[Chosen, Unit]


Count: TypeAlias = int | Reading | Figure
Units: TypeAlias = Unit | UnitByReading


@dataclass(frozen=True, eq=False, kw_only=True)
class Period:
    """An amount of time after (or, with ``before``, ahead of) an event.

    Working-day periods end on a working day; others that end on a rest day end on the first
    working day after it (Civil Code Art. 203). Periods counted backward never move later.
    """

    amount: Count
    unit: Units
    after: Event | None = None
    before: Event | None = None
    roll: bool = True

    def __post_init__(self) -> None:
        if (self.after is None) == (self.before is None):
            raise ValueError("a period runs either after an event or before one")


@dataclass(frozen=True, eq=False, kw_only=True)
class Before:
    """Due before the event happens."""

    event: Event


@dataclass(frozen=True, eq=False, kw_only=True)
class AtOnce:
    """Due immediately or promptly after the event; ``at_latest`` is the regulation's outer limit."""

    after: Event
    at_latest: Period | None = None


@dataclass(frozen=True, eq=False, kw_only=True)
class Every:
    """Due at least once in each period: first counted from ``first_after``, then from ``last_done``."""

    amount: Count
    unit: Unit
    first_after: Event
    last_done: Event


@dataclass(frozen=True, eq=False, kw_only=True)
class Yearly:
    """Due each year on the month and day given (a reading, written MMDD), for the year before."""

    monthday: Reading
    first_after: Event
    last_done: Event


Timing: TypeAlias = Period | Before | AtOnce | Every | Yearly


@dataclass(frozen=True, eq=False, kw_only=True)
class Retention:
    """How long a record must be kept, at least, counted from the latest of ``after``."""

    amount: Count
    unit: Unit
    after: tuple[Event, ...]
    cite: Cite
