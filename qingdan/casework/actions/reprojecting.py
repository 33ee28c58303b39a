"""A holiday notice moves dates: the open clocks of a case, counted again, on record with the reason.

The period itself does not change, only the days in it. Whoever must act against a later day that was shown keeps it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from qingdan.casework import alerts, law_now
from qingdan.casework.actions.taking import locked, setting_of
from qingdan.casework.actions.writing import Act, append, keep_clocks
from qingdan.casework.models import CalendarNotice, Case, Clock, Event
from qingdan.law.calendars import Calendar, load_year
from qingdan.law.clock import SHANGHAI, Reliance, Reprojection, protect_reliance, reproject
from qingdan.law.grammar.text import Text
from qingdan.law.readings.periods import protect_reliance as protects
from qingdan.procedures.catalogue import procedure
from qingdan.procedures.engine import ClockRun, Setting, State, deadline_of
from qingdan.procedures.grammar.clocks import bound, said


@dataclass(frozen=True)
class Moved:
    """One clock of a case under another calendar. ``due`` is the day that holds for whom it binds."""

    key: str
    says: Text
    official: bool
    run: ClockRun
    shown: date | None
    projected: Reprojection
    relied: Reliance | None

    @property
    def due(self) -> date | None:
        """The last day that now holds."""
        return self.relied.due if self.relied else self.projected.after.due

    @property
    def why(self) -> Text:
        """What moved it, and what was kept."""
        why = self.projected.why
        if self.relied is None:
            return why
        return Text(f"{why.en} {self.relied.why.en}", f"{why.zh}{self.relied.why.zh}")

    def as_data(self) -> dict[str, Any]:
        """Return the change for the header of its event."""
        after = self.projected.after
        return {
            "from": self.shown.isoformat() if self.shown else None,
            "to": self.due.isoformat() if self.due else None,
            "counted": after.due.isoformat() if after.due else None,
            "provisional": [self.projected.before.provisional, after.provisional],
            "kept": self.relied is not None,
        }


def moved_clocks(
    case: Case, rows: list[Clock], *, old: Calendar, new: Calendar, changed_on: date
) -> Iterator[Moved]:
    """Yield the running clocks of a case that another calendar moves, or settles, or unsettles."""
    declared, state, setting = (
        procedure(case.procedure, case.edition),
        State.from_data(case.state),
        setting_of(case),
    )
    protected = setting.law.taken(protects) == "yes"
    for row in rows:
        clock, run = declared.clock_named.get(row.key), state.clocks.get(row.key)
        if clock is None or run is None or not run.runs or run.paused:
            continue
        before = deadline_of(clock, run, Setting(setting.law, old, setting.subject))
        if before is None:
            continue
        projected = reproject(before, new)
        shown = row.due or before.due
        official = bound(clock).official
        relied = None
        if protected and not official and shown is not None:
            found = protect_reliance(replace(before, due=shown), projected.after, changed_on=changed_on)
            relied = found if _later(found.due, projected.after.due) else None
        one = Moved(row.key, said(clock), official, run, shown, projected, relied)
        if one.due != row.due or projected.after.provisional != row.provisional:
            yield one


def _later(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one > other


@transaction.atomic
def reproject_case(case_id: int, notice: CalendarNotice, at: datetime, *, old: Calendar) -> Event | None:
    """Count the open clocks of a case again under a notice that was loaded; None where nothing moves.

    ``old`` is the calendar before it. Done again it finds nothing left to do, so it may be repeated at will.
    """
    case = locked(case_id)
    if case.ended:
        return None
    rows = list(
        Clock.objects.filter(case=case, stopped_on__isnull=True, lapsed_on__isnull=True, due__isnull=False)
    )
    changed_on = notice.loaded_at.astimezone(SHANGHAI).date()
    new = law_now.calendar_now()
    moves = tuple(moved_clocks(case, rows, old=old, new=new, changed_on=changed_on))
    return _write(case, moves, notice, at) if moves else None


def _write(case: Case, moves: tuple[Moved, ...], notice: CalendarNotice, at: datetime) -> Event:
    declared, before = procedure(case.procedure, case.edition), State.from_data(case.state)
    state = replace(before, version=before.version + 1)
    for one in moves:
        kept = one.due.isoformat() if one.relied is not None and one.due is not None else one.run.kept_due
        state = state.with_clock(one.key, replace(one.run, kept_due=kept))
    case.version, case.state = state.version, state.as_data()
    year = load_year(notice.content)
    event = append(
        case,
        "reprojected",
        str(year.year),
        {"why": {m.key: m.why.as_data() for m in moves}},
        {
            "stage": [case.stage, case.stage],
            "notice": {
                "year": year.year,
                "version": year.version,
                "number": year.notice and year.notice.number,
            },
            "clocks": {m.key: m.as_data() for m in moves},
        },
        Act(at),
    )
    setting = setting_of(case)
    deadlines = {m.key: deadline_of(declared.clock_named[m.key], state.clocks[m.key], setting) for m in moves}
    keep_clocks(case, declared, state, deadlines, setting)
    case.save()
    alerts.moved(event, [m.due.isoformat() for m in moves if not m.official and m.due != m.shown and m.due])
    return event
