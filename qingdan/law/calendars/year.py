"""One year's holiday arrangement, as its notice gives it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import NamedTuple

from qingdan.law.grammar.text import Text

SATURDAY = 5


class DayKind(Enum):
    """What a day is for the counting of working days."""

    WORKING = "working"
    MAKE_UP = "make-up"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"

    @property
    def works(self) -> bool:
        """Tell whether a day of this kind is a working day; make-up days are."""
        return self in {DayKind.WORKING, DayKind.MAKE_UP}

    @property
    def says(self) -> Text:
        """Return the kind's name."""
        return _KINDS[self]


_KINDS = {
    DayKind.WORKING: Text("working day", "工作日"),
    DayKind.MAKE_UP: Text("make-up working day", "调休上班日"),
    DayKind.WEEKEND: Text("weekend", "休息日"),
    DayKind.HOLIDAY: Text("public holiday", "法定节假日或调休放假"),
}


class Notice(NamedTuple):
    """The notice a year's arrangement comes from. What could not be established is None."""

    number: str | None
    title: str
    issuer: str
    published_at: date | None
    url: str | None


class Amendment(NamedTuple):
    """A later notice that changed the arrangement within the year."""

    notice: Notice
    off_added: Mapping[date, Text]
    off_removed: Mapping[date, Text]
    makeup_added: frozenset[date]
    makeup_removed: frozenset[date]


@dataclass(frozen=True, slots=True)
class YearCalendar:
    """The arrangement for one year.

    ``off_days`` and ``makeup_workdays`` may reach back into the December before, because the notice for a
    year also settles the days around 1 January. ``version`` counts the notices: 1, and one more for each amendment.
    ``provisional`` marks a year projected by rule, without a notice.
    """

    year: int
    off_days: Mapping[date, Text] = field(hash=False)
    makeup_workdays: frozenset[date]
    notice: Notice | None
    version: int = 1
    amended: tuple[Amendment, ...] = field(default=(), hash=False)
    verified: bool = True
    provisional: bool = False
    note: str | None = None

    def rests(self, day: date) -> bool:
        """Tell whether ``day`` is a rest day under this arrangement alone."""
        return day in self.off_days or (day.weekday() >= SATURDAY and day not in self.makeup_workdays)

    def as_known_on(self, day: date) -> YearCalendar | None:
        """Return the arrangement as it stood at the end of ``day``; None before its notice was published.

        A notice whose date is not established counts as published before its year began.
        """
        if self.notice is None or (self.notice.published_at or date(self.year - 1, 12, 31)) > day:
            return None
        off_days, makeup = dict(self.off_days), set(self.makeup_workdays)
        version, kept = self.version, list(self.amended)
        while kept and (kept[-1].notice.published_at or date.min) > day:
            undone = kept.pop()
            version -= 1
            off_days = {d: name for d, name in off_days.items() if d not in undone.off_added}
            off_days.update(undone.off_removed)
            makeup = (makeup - undone.makeup_added) | undone.makeup_removed
        if version == self.version:
            return self
        return YearCalendar(
            self.year,
            off_days,
            frozenset(makeup),
            self.notice,
            version,
            tuple(kept),
            self.verified,
            note=self.note,
        )
