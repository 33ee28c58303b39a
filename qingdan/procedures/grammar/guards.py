"""What must hold before a step is lawful, and what is said when it does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from qingdan.law.clock import Deadline
from qingdan.law.grammar.readings import Chosen, Reading
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.procedures.grammar.clocks import Clock
from qingdan.procedures.grammar.stages import Stage


class Situation(Protocol):
    """What a guard may look at."""

    @property
    def given(self) -> Mapping[str, Any]:
        """What the step was given; empty while it is only asked whether the step is open."""

    @property
    def kept(self) -> Mapping[str, Any]:
        """What earlier steps were given, as far as it is kept."""

    @property
    def subject(self) -> Mapping[str, Any]:
        """What is known of the thing the case is about (see ``Subject``)."""

    @property
    def on(self) -> date:
        """The day of the act."""

    def taken_on(self, step: str) -> date | None:
        """The day ``step`` was last taken."""

    def takers(self, step: str) -> tuple[str, ...]:
        """Who took ``step`` last: identifiers; where four eyes were needed, who proposed and who confirmed."""

    def served_on(self, step: str) -> date | None:
        """The day the letter of ``step`` was last served."""

    def deadline(self, clock: Clock) -> Deadline | None:
        """The deadline of a clock, if it has been started."""

    def running(self, clock: Clock) -> bool:
        """Whether a clock has started, was not stopped and has not run out."""

    def over(self, clock: Clock) -> bool:
        """Whether a clock ran out for certain before today."""

    def stopped_on(self, clock: Clock) -> date | None:
        """The day a clock was stopped in time, if it was."""

    def counted_back(self, clock: Clock, event_on: date) -> date:
        """The last day for what must come before an event on that day."""

    def taken_reading(self, reading: Reading) -> Chosen:
        """The choice taken for a reading."""

    def past(self, clock: Clock, since: date) -> bool:
        """Whether a clock begun on that day would have run out for certain; no, while an open point leaves it open."""

    def times(self, step: str) -> int:
        """How often ``step`` was taken."""

    def period_end(self, start: date, amount: int, unit: Unit) -> date:
        """The last day of a period, or, with a negative amount, the day it is counted back to."""


@dataclass(frozen=True, kw_only=True)
class Guard:
    """A condition of a step. ``says`` tells what is wrong and what to do.

    ``asks`` names the fields it looks at: until they are given it is not judged. ``shuts`` are stages where it
    never holds: the step is shown there with the reason, and refused.
    """

    says: Text
    cite: Cite
    met: Callable[[Situation], bool]
    asks: tuple[str, ...] = ()
    shuts: tuple[Stage, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Flag:
    """Something that does not stop a step but must be seen by whoever handles the case: it came late, say.

    ``key`` is stable, for programs. ``asks`` names the fields it looks at: unless all are given, it is not judged.
    """

    key: str
    says: Text
    cite: Cite
    met: Callable[[Situation], bool]
    asks: tuple[str, ...] = ()


def late(key: str, field: str, clock: Clock, says: Text) -> Flag:
    """Say that ``clock``, counted from the day in ``field``, had run out when the step was taken."""
    return Flag(
        key=key,
        says=says,
        cite=clock.cite,
        asks=(field,),
        met=lambda s: s.past(clock, date.fromisoformat(s.given[field])),
    )


def after(step: str, says: Text, cite: Cite) -> Guard:
    """Only once ``step`` has been taken."""
    return Guard(says=says, cite=cite, met=lambda s: s.taken_on(step) is not None)


def not_after(step: str, says: Text, cite: Cite) -> Guard:
    """Only while ``step`` has not been taken."""
    return Guard(says=says, cite=cite, met=lambda s: s.taken_on(step) is None)


def in_time(clock: Clock, says: Text, cite: Cite) -> Guard:
    """Only while ``clock`` runs and has not run out."""
    return Guard(says=says, cite=cite, met=lambda s: s.running(clock) and not s.over(clock))


def not_during(clock: Clock, says: Text, cite: Cite) -> Guard:
    """Not while ``clock`` runs: a decision inside a hearing period, say."""
    return Guard(says=says, cite=cite, met=lambda s: not s.running(clock) or s.over(clock))


def once_over(clock: Clock, says: Text, cite: Cite) -> Guard:
    """Only after ``clock`` has run out for certain."""
    return Guard(says=says, cite=cite, met=lambda s: s.over(clock))


def ahead_of(field: str, clock: Clock, says: Text, cite: Cite) -> Guard:
    """Only if the day in ``field`` leaves the time that ``clock`` counts back from it."""
    return Guard(
        says=says,
        cite=cite,
        asks=(field,),
        met=lambda s: s.on <= s.counted_back(clock, date.fromisoformat(s.given[field])),
    )


def not_past(field: str, says: Text, cite: Cite) -> Guard:
    """The day in ``field`` must not lie before today."""
    return Guard(
        says=says, cite=cite, asks=(field,), met=lambda s: date.fromisoformat(s.given[field]) >= s.on
    )


def not_future(field: str, says: Text, cite: Cite) -> Guard:
    """The day in ``field`` must not lie after today."""
    return Guard(
        says=says, cite=cite, asks=(field,), met=lambda s: date.fromisoformat(s.given[field]) <= s.on
    )


def on_or_after_kept(field: str, says: Text, cite: Cite) -> Guard:
    """Not before the day that an earlier step was given in ``field``."""
    return Guard(
        says=says,
        cite=cite,
        met=lambda s: field not in s.kept or s.on >= date.fromisoformat(s.kept[field]),
    )


def subject_is(key: str, allowed: frozenset[object], says: Text, cite: Cite) -> Guard:
    """What the case is about must be in one of the states ``allowed``."""
    return Guard(says=says, cite=cite, met=lambda s: s.subject.get(key) in allowed)


def all_met(field: str, says: Text, cite: Cite) -> Guard:
    """Every point of a checklist must be found met."""
    return Guard(
        says=says,
        cite=cite,
        asks=(field,),
        met=lambda s: all(found["found"] == "met" for found in s.given[field].values()),
    )


def some_unmet(field: str, says: Text, cite: Cite) -> Guard:
    """At least one point of a checklist must be found not met."""
    return Guard(
        says=says,
        cite=cite,
        asks=(field,),
        met=lambda s: any(found["found"] == "not_met" for found in s.given[field].values()),
    )
