"""The data file of divisions and competence, read once: its rows, its sources, its dates.

Where only the year or the month of a change is known, the old and the new both hold during it: it is better to
accept either than to refuse the right one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NotRequired, TypedDict, cast

from qingdan.law.grammar.text import Text

_MONTHS = 12


class Wording(TypedDict):
    """A text as the file writes it."""

    en: str
    zh: str


class SourceRow(Wording):
    """A source as the file writes it."""

    verified: bool


# The file calls the first day "from", which Python reserves: hence the functional form.
DivisionRow = TypedDict(
    "DivisionRow",
    {
        "code": str,
        "zh": str,
        "en": str,
        "level": str,
        "parent": NotRequired[str],
        "from": str,
        "to": NotRequired[str],
        "source": str,
        "note": NotRequired[Wording],
    },
)
CompetenceRow = TypedDict(
    "CompetenceRow", {"code": str, "ground": str, "from": str, "to": NotRequired[str], "source": str}
)


class Table(TypedDict):
    """The whole file."""

    version: str
    sources: dict[str, SourceRow]
    divisions: list[DivisionRow]
    competence: list[CompetenceRow]


@cache
def table() -> Table:
    """Return the data file."""
    text = files("qingdan.law.numbers").joinpath("divisions.json").read_text(encoding="utf-8")
    return cast("Table", json.loads(text))


@dataclass(frozen=True, slots=True)
class Source:
    """Where a row comes from. ``verified`` is False while its dates rest on memory or a second-hand text."""

    says: Text
    verified: bool


@cache
def source(key: str) -> Source:
    """Return the source that a row names."""
    row = table()["sources"][key]
    return Source(text(row), row["verified"])


def text(wording: Wording) -> Text:
    """Return a wording of the file as a Text."""
    return Text(wording["en"], wording["zh"])


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days, kept as the source states it: by day, by month or by year."""

    since: str
    until: str | None

    @classmethod
    def of(cls, row: DivisionRow | CompetenceRow) -> Span:
        """Read the span of a row."""
        return cls(row["from"], row.get("to"))

    @property
    def first_day(self) -> date:
        """The first day inside."""
        parts = [int(part) for part in self.since.split("-")]
        return date(*[*parts, 1, 1][:3])

    @property
    def end(self) -> date | None:
        """The first day outside. A stated day is that day; a month or a year still counts in full."""
        if self.until is None:
            return None
        year, *rest = (int(part) for part in self.until.split("-"))
        if not rest:
            return date(year + 1, 1, 1)
        month, *day = rest
        if day:
            return date(year, month, day[0])
        return date(year + month // _MONTHS, month % _MONTHS + 1, 1)

    def covers(self, on: date) -> bool:
        """Whether ``on`` lies inside."""
        return self.first_day <= on and (self.end is None or on < self.end)

    def touches(self, year: int) -> bool:
        """Whether any day of ``year`` lies inside."""
        return self.first_day.year <= year and (self.end is None or self.end > date(year, 1, 1))
