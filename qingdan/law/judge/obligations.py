"""What is due when: each duty of one product with its start, its due day and how it stands.

A due day is always recomputed from the timeline; nothing is counted down. A provisional day
(a year whose holidays are not announced) never makes anything overdue or late, and neither does
a duty that the answers do not show to apply. Terms of a procedure are in ``running_terms``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from qingdan.law.clock import Deadline
from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.rules import Duty, Role, Term
from qingdan.law.grammar.text import Text
from qingdan.law.grammar.units import SHANGHAI, Unit
from qingdan.law.judge.book import Book, Ground
from qingdan.law.timeline import Moment, day_of


class Standing(Enum):
    """How a duty stands on the day of judgement."""

    OVERDUE = "overdue"
    DUE = "due"
    UNDECIDED = "undecided"
    CONTINUOUS = "continuous"
    WAITING = "waiting"
    DONE_LATE = "done_late"
    DONE = "done"
    ENDED = "ended"


@dataclass(frozen=True)
class Obligation:
    """One duty (or term) in one instance.

    ``ground`` tells whether it applies for certain. ``due`` is the last
    day on which it can be done in time; ``deadline`` explains it where a period was counted.
    """

    duty: Duty | Term
    ground: Ground
    standing: Standing
    start: Moment | None = None
    deadline: Deadline | None = None
    due: date | None = None
    done_on: date | None = None
    waits_for: Event | None = None
    keep_until: date | None = None
    remarks: tuple[Text, ...] = ()

    @property
    def says(self) -> Text:
        """What is to be done."""
        return self.duty.must if isinstance(self.duty, Duty) else self.duty.says

    @property
    def bearer(self) -> Role:
        """Whom it binds."""
        return self.duty.bearer if isinstance(self.duty, Duty) else self.duty.binds

    @property
    def due_at(self) -> datetime | None:
        """The instant at which time is up, where the period is counted in hours."""
        hours = self.deadline is not None and self.deadline.unit is Unit.HOUR
        return self.deadline.due_at if self.deadline is not None and hours else None

    @property
    def provisional(self) -> bool:
        """Whether the due day lies in a year whose holidays are not announced."""
        return self.deadline is not None and self.deadline.provisional


_UNSHOWN = Text(
    "the date has passed, but the answers do not yet show that the duty applies: not counted as overdue",
    "期限已过，但现有答复尚不足以确定该义务适用，不视为逾期",
)
_PROVISIONAL = Text(
    "the date has passed, but rests on holidays not announced when it was computed: not counted as overdue",
    "期限已过，但系依尚未公布的放假安排推算，不视为逾期",
)


def last_day(deadline: Deadline | None) -> date | None:
    """Return the last day of a deadline, None where it is stopped or undecided."""
    if deadline is None or deadline.due is None:
        return None
    return day_of(deadline.due)


def placed(one: Obligation, book: Book, done: Moment | None) -> Obligation:
    """Return an instance with its standing: late or overdue only where date and duty are certain."""
    certain = one.ground is Ground.SHOWN and not one.provisional
    if done is not None:
        late = one.due is not None and not _in_time(one, done)
        return replace(one, standing=Standing.DONE_LATE if late and certain else Standing.DONE)
    if one.due is None or one.due >= book.on:
        return replace(one, standing=Standing.DUE)
    if certain:
        return replace(one, standing=Standing.OVERDUE)
    why = _PROVISIONAL if one.ground is Ground.SHOWN else _UNSHOWN
    return replace(one, standing=Standing.DUE, remarks=(*one.remarks, why))


def _in_time(one: Obligation, done: Moment) -> bool:
    """Tell whether ``done`` met the due day; to the minute where hours were counted and the time is known."""
    if one.due_at is not None and isinstance(done, datetime):
        return done <= one.due_at
    return one.due is None or day_of(done) <= one.due


def moment_text(moment: Moment) -> str:
    """Return a moment as the law writes it: a date, or date and minute in Asia/Shanghai."""
    if isinstance(moment, datetime):
        return moment.astimezone(SHANGHAI).isoformat(timespec="minutes")
    return moment.isoformat()
