"""When a period ends, and everything needed to say why."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from qingdan.law.calendars import Calendar, Edition
from qingdan.law.clock.ledger import Extension, Pause
from qingdan.law.clock.running import Step
from qingdan.law.grammar.units import SHANGHAI, Unit

MIDNIGHT = time(tzinfo=SHANGHAI)


class Remaining(NamedTuple):
    """What is left to run of a stopped clock."""

    amount: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Ended:
    """The end of a period, as it was counted.

    ``raw_end`` is the day on which the amount is used up; ``due`` the last day to act, later than ``raw_end`` only
    where that is a rest day. Both are None while an open pause holds the clock (``remaining`` says what is left).
    ``earliest`` and ``latest`` bound ``due`` while the notices concerned are unpublished (``provisional``);
    otherwise they equal it. ``calendar`` is the one used; editions of it are named by ``editions``.
    """

    start: date
    amount: int
    unit: Unit
    calendar: Calendar = field(repr=False, compare=False)
    raw_end: date | None
    due: date | None
    earliest: date | None
    latest: date | None
    provisional: bool = False
    started_at: datetime | None = None
    backward: bool = False
    roll: bool = True
    clear_days: bool = False
    pauses: tuple[Pause, ...] = ()
    extensions: tuple[Extension, ...] = ()
    remaining: Remaining | None = None

    @property
    def stopped(self) -> bool:
        """Tell whether an open pause holds the clock."""
        return self.due is None

    @property
    def steps(self) -> tuple[Step, ...]:
        """The base period and each extension."""
        return ((self.amount, self.unit), *((e.amount, e.unit) for e in self.extensions))

    @property
    def uses_working_days(self) -> bool:
        """Tell whether any part of the period is counted in working days."""
        return any(unit is Unit.WORKING_DAY for _, unit in self.steps)

    @property
    def due_at(self) -> datetime | None:
        """The instant at which time is up, in Chinese time.

        A day ends at 24:00, written as 00:00 of the next day and itself too late; a period in hours
        ends at its exact instant, which is still in time (``is_overdue`` knows the difference).
        """
        if self.unit is Unit.HOUR and self.started_at is not None:
            hours = timedelta(hours=-self.amount if self.backward else self.amount)
            return (self.started_at.astimezone(UTC) + hours).astimezone(SHANGHAI)
        return None if self.due is None else datetime.combine(self.due + timedelta(1), MIDNIGHT)

    @property
    def safe_by(self) -> date | None:
        """The last working day on or before the raw end, whatever the unpublished notices say.

        Acting by then is in time under every reading of the rest-day rule. None for hours and stopped clocks.
        """
        if self.raw_end is None or self.earliest is None or self.unit is Unit.HOUR:
            return None
        if self.steps[-1][1] is Unit.WORKING_DAY:
            return self.earliest
        last = date.fromordinal(self.calendar.rest_heavy.nth_before(self.raw_end.toordinal() + 1, 1))
        return min(last, self.earliest)

    @property
    def editions(self) -> tuple[Edition, ...]:
        """The years' calendars this date rests on; none for hours, or where no rest day could matter."""
        if self.unit is Unit.HOUR or not (self.roll or self.uses_working_days):
            return ()
        if self.backward and not self.uses_working_days:
            return ()
        anchor = self.start if self.uses_working_days else self.raw_end
        days = [d for d in (anchor, self.due, self.earliest, self.latest) if d is not None]
        if not days:
            return ()
        return tuple(self.calendar.edition_of(y) for y in range(min(days).year, max(days).year + 1))

    def is_overdue(self, at: datetime) -> bool:
        """Tell whether time is up at the instant ``at`` (with a time zone).

        Never while the clock is stopped or the date provisional: an unpublished notice harms nobody.
        """
        if self.due_at is None or self.provisional:
            return False
        return at > self.due_at if self.unit is Unit.HOUR else at >= self.due_at
