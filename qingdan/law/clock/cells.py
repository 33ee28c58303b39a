"""How a period was counted, day by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from typing import NamedTuple

from qingdan.law.calendars import Calendar, DayKind
from qingdan.law.clock.ended import Ended
from qingdan.law.clock.ledger import Hole, holes
from qingdan.law.clock.running import Step, forward
from qingdan.law.grammar.text import Text
from qingdan.law.grammar.units import Unit


class CellKind(Enum):
    """What a day did to the count."""

    START = "start"
    COUNTED = "counted"
    MAKE_UP = "make-up"
    REST = "rest"
    PAUSED = "paused"
    STOPPED = "stopped"
    ROLLED = "rolled"
    DUE = "due"

    @property
    def says(self) -> Text:
        """Return the kind's wording."""
        return _SAYS[self]


_SAYS = {
    CellKind.START: Text("start, not counted", "开始之日，不计入"),
    CellKind.COUNTED: Text("counted", "计入"),
    CellKind.MAKE_UP: Text("make-up working day, counted", "调休上班日，计入"),
    CellKind.REST: Text("rest day, not counted", "休息日，不计入"),
    CellKind.PAUSED: Text("paused, not counted", "中止，不计入"),
    CellKind.STOPPED: Text("still paused", "中止尚未结束"),
    CellKind.ROLLED: Text("rest day at the end, moved past", "末日逢休息日，顺延"),
    CellKind.DUE: Text("last day", "最后一日"),
}


class DayCell(NamedTuple):
    """One day of the count, or a stretch up to ``until`` where days are not told apart.

    ``counted`` is the number the day has in its step (1 to the amount; a stretch carries the last). ``step`` is 0
    for the base period, 1 for the first extension and so on. ``day`` and ``holiday`` say what the day is.
    """

    on: date
    kind: CellKind
    counted: int | None = None
    step: int = 0
    until: date | None = None
    day: DayKind | None = None
    holiday: Text | None = None


def cells(deadline: Ended, *, every: bool) -> Iterator[DayCell]:
    """Yield the cells of ``deadline`` in the order of counting."""
    at = _Calendar(deadline.calendar)
    yield at.cell(deadline.start, CellKind.START)
    if deadline.unit is Unit.HOUR:
        if deadline.due:
            yield at.cell(deadline.due, CellKind.DUE, deadline.amount)
    elif deadline.backward:
        yield from _backward(deadline, at, every=every)
    else:
        yield from _forward(deadline, at, every=every)


class _Calendar:
    """Makes cells that say what kind of day they are."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar

    def cell(
        self, on: date, kind: CellKind, counted: int | None = None, step: int = 0, until: date | None = None
    ) -> DayCell:
        day = holiday = None
        if until is None and 2004 <= on.year <= 2060:  # noqa: PLR2004 - the years that calendars know
            day, holiday = self.calendar.day_kind(on), self.calendar.holiday_name(on)
        return DayCell(on, kind, counted, step, until, day, holiday)


def _forward(deadline: Ended, at: _Calendar, *, every: bool) -> Iterator[DayCell]:
    paused = holes(deadline.pauses)
    begun = deadline.start.toordinal()
    run = forward(begun, deadline.steps, deadline.calendar, paused)
    due = None if deadline.due is None else deadline.due.toordinal()
    for number, step in enumerate(deadline.steps):
        stops = number >= len(run.ends)
        end = paused[-1][0] - 1 if stops else run.ends[number]
        walk = _walk if every or step[1] in {Unit.DAY, Unit.WORKING_DAY} else _stretch
        yield from walk((begun + 1, end), number, (step, due), paused, at)
        if stops:
            yield at.cell(date.fromordinal(end + 1), CellKind.STOPPED, step=number)
            return
        begun = end
    if due is not None and due > begun:
        for day in range(begun + 1, due):
            yield at.cell(date.fromordinal(day), CellKind.ROLLED)
        yield at.cell(date.fromordinal(due), CellKind.DUE)


def _walk(
    span: tuple[int, int], number: int, ending: tuple[Step, int | None], paused: Iterable[Hole], at: _Calendar
) -> Iterator[DayCell]:
    """Yield every day of a step."""
    (_, unit), due = ending
    counted = 0
    for day in range(span[0], span[1] + 1):
        on = date.fromordinal(day)
        if _is_paused(day, paused):
            yield at.cell(on, CellKind.PAUSED, step=number)
            continue
        kind = at.calendar.day_kind(on) if unit is Unit.WORKING_DAY else DayKind.WORKING
        if not kind.works:
            yield at.cell(on, CellKind.REST, step=number)
            continue
        counted += 1
        counts_as = CellKind.MAKE_UP if kind is DayKind.MAKE_UP else CellKind.COUNTED
        yield at.cell(on, CellKind.DUE if day == due else counts_as, counted, number)


def _stretch(
    span: tuple[int, int], number: int, ending: tuple[Step, int | None], paused: Iterable[Hole], at: _Calendar
) -> Iterator[DayCell]:
    """Yield a step of months or years as stretches, parted by pauses."""
    (amount, _), due = ending
    first, last = span
    for begins, ends in paused:
        if ends is None or ends < first or begins > last:
            continue
        if begins > first:
            yield at.cell(
                date.fromordinal(first), CellKind.COUNTED, None, number, date.fromordinal(begins - 1)
            )
        hole = date.fromordinal(max(first, begins)), date.fromordinal(ends)
        yield at.cell(hole[0], CellKind.PAUSED, None, number, hole[1])
        first = ends + 1
    if last == due:
        if last > first:
            yield at.cell(date.fromordinal(first), CellKind.COUNTED, None, number, date.fromordinal(last - 1))
        yield at.cell(date.fromordinal(last), CellKind.DUE, amount, number)
    elif last >= first:
        yield at.cell(date.fromordinal(first), CellKind.COUNTED, amount, number, date.fromordinal(last))


def _backward(deadline: Ended, at: _Calendar, *, every: bool) -> Iterator[DayCell]:
    if deadline.due is None:
        return
    event, reached = deadline.start.toordinal(), deadline.due.toordinal()
    if deadline.unit in {Unit.MONTH, Unit.YEAR} and not every:
        latest = reached + 1
        if latest < event:
            yield at.cell(date.fromordinal(latest), CellKind.COUNTED, None, 0, date.fromordinal(event - 1))
        yield at.cell(deadline.due, CellKind.DUE, None if deadline.clear_days else deadline.amount)
        return
    counted = 0
    for day in range(event - 1, reached - 1, -1):
        on = date.fromordinal(day)
        kind = at.calendar.day_kind(on) if deadline.unit is Unit.WORKING_DAY else DayKind.WORKING
        counted += kind.works
        if day == reached:
            yield at.cell(on, CellKind.DUE, None if deadline.clear_days else counted)
        elif not kind.works:
            yield at.cell(on, CellKind.REST)
        else:
            yield at.cell(on, CellKind.MAKE_UP if kind is DayKind.MAKE_UP else CellKind.COUNTED, counted)


def _is_paused(day: int, paused: Iterable[Hole]) -> bool:
    return any(first <= day and (last is None or day <= last) for first, last in paused)
