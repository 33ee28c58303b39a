"""The periods of a sanction procedure, counted where their dates are known, and the surcharge on late payment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from qingdan.law.clock import Deadline, Pause, count
from qingdan.law.grammar.rules import Term
from qingdan.law.grammar.units import Unit
from qingdan.law.neighbours import penalty_terms as terms
from qingdan.law.neighbours import reconsideration_law
from qingdan.law.penalties.file import bad

SANCTION_TERMS = (
    terms.time_bar,
    terms.time_bar_grave,
    terms.evidence_hold,
    terms.hearing_request,
    terms.hearing_notice,
    terms.case_decision,
    terms.service_of_decision,
    terms.payment,
    terms.publication_correction,
)
# What must not come before what: the order in which a case runs.
COURSE = [
    "case_opened",
    "hearing_offered",
    "hearing_requested",
    "hearing_notified",
    "hearing_held",
    "penalty_decided",
    "penalty_served",
    "fine_paid",
]


@dataclass(frozen=True, slots=True)
class DueDate:
    """One period with the day it ends."""

    term: Term
    deadline: Deadline

    def as_data(self) -> dict[str, Any]:
        """Return it as plain data."""
        end = self.deadline
        return {
            "term": self.term.key,
            "says": self.term.says.as_data(),
            "cite": self.term.cite.as_data(),
            "from": end.start.isoformat(),
            "due": None if end.due is None else end.due.isoformat(),
            "provisional": end.provisional,
        }


def deadline(term: Term, dates: Mapping[str, date], pauses: Iterable[Pause] = ()) -> Deadline | None:
    """Return when ``term`` ends, or None while the day it runs from is unknown."""
    period = term.period
    event = period.after or period.before
    start = dates.get(event.key) if event else None
    if start is None or not isinstance(period.amount, int) or not isinstance(period.unit, Unit):
        return None
    return count(
        start, period.amount, period.unit, backward=period.before is not None, roll=period.roll, pauses=pauses
    )


def timetable(
    dates: Mapping[str, date], excluded: Iterable[Pause], *, grave: bool | None
) -> tuple[DueDate, ...]:
    """Return every period of the procedure that can be counted. ``grave`` picks the time bar that applies."""
    left_out = {True: (terms.time_bar,), False: (terms.time_bar_grave,), None: ()}[grave]
    wanted = (
        *(t for t in SANCTION_TERMS if t not in left_out),
        reconsideration_law.reconsideration_application,
    )
    found = ((t, deadline(t, dates, excluded if t is terms.case_decision else ())) for t in wanted)
    return tuple(DueDate(t, d) for t, d in found if d is not None)


def in_course(dates: Mapping[str, date]) -> None:
    """Refuse dates that put a later step of the procedure before an earlier one."""
    known = [e for e in COURSE if e in dates]
    for earlier, later in pairwise(known):
        if dates[later] < dates[earlier]:
            raise bad(
                f"dates.{later}",
                f"{dates[later]} lies before {earlier} ({dates[earlier]})",
                f"{dates[later]}早于{earlier}（{dates[earlier]}）",
            )


def over(end: Deadline | None, on: date | None) -> bool | None:
    """Tell whether ``on`` lies after the period. None while unknown, or while a provisional calendar could turn it."""
    if end is None or end.earliest is None or end.latest is None or on is None:
        return None
    if on > end.latest:
        return True
    return None if on > end.earliest else False


def surcharge(fine: int, due: date, paid: date, redress: Iterable[tuple[date, date]] = ()) -> int:
    """Return what may be added to a fine paid after ``due``: 3 percent a day, in fen, at most the fine itself.

    Days on which reconsideration or a suit was pending do not count (Penalty Law Arts. 72, 73(3)).
    """
    late = {due + timedelta(n) for n in range(1, (paid - due).days + 1)}
    for since, until in redress:
        if until < since:
            raise bad(
                "redress", f"ends on {until} before it starts on {since}", f"结束日{until}早于开始日{since}"
            )
        late -= {day for day in late if since <= day <= until}
    return min(fine, fine * terms.SURCHARGE_PERCENT_A_DAY * len(late) // 100)


def window(dates: Mapping[str, date], excluded: Iterable[Pause]) -> tuple[date | None, date | None]:
    """Return the first and the last day on which a penalty may lawfully be decided, as far as known."""
    asked, limit = deadline(terms.hearing_request, dates), deadline(terms.case_decision, dates, excluded)
    first = None if asked is None or asked.latest is None else asked.latest + timedelta(1)
    return first, None if limit is None else limit.earliest
