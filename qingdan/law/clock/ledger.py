"""What happened to a clock while it ran: pauses and extensions. A due date is always recomputed from these."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from qingdan.law.clock.refusals import AmountNotPositive, HoursNeverStop, PauseReversed
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit

Hole: TypeAlias = tuple[int, int | None]
"""First and last day (ordinals) on which a clock stands still; no last day while the pause is open."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Days on which the clock stands still: from ``since`` up to, not including, ``until`` (None: still paused).

    ``until`` is the day on which the clock runs again, and counts.
    """

    since: date
    until: date | None
    reason: Text
    cite: Cite | None = None

    def __post_init__(self) -> None:
        if self.until is not None and self.until <= self.since:
            raise PauseReversed(self.since, self.until)


@dataclass(frozen=True, slots=True)
class Extension:
    """More time, counted from the end the period had before any rest day moved it."""

    amount: int
    unit: Unit
    reason: Text
    cite: Cite | None = None

    def __post_init__(self) -> None:
        if self.amount < 1:
            raise AmountNotPositive(self.amount)
        if self.unit is Unit.HOUR:
            raise HoursNeverStop


def holes(pauses: Iterable[Pause]) -> tuple[Hole, ...]:
    """Return the days of standstill, in order; pauses that overlap or touch are one."""
    merged: list[Hole] = []
    for pause in sorted(pauses, key=lambda p: p.since):
        first = pause.since.toordinal()
        last = None if pause.until is None else pause.until.toordinal() - 1
        if not merged:
            merged.append((first, last))
            continue
        begun, ended = merged[-1]
        if ended is None:
            break
        if first > ended + 1:
            merged.append((first, last))
        else:
            merged[-1] = begun, None if last is None else max(ended, last)
    return tuple(merged)
