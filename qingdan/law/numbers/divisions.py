"""Administrative divisions (GB/T 2260) as they were on a given day.

The table holds every provincial division, the cities that Article 12 makes competent, and the districts of
Beijing, Shanghai and Shenzhen, from 1981 on. Another district is unknown here, not non-existent.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text
from qingdan.law.numbers.table import DivisionRow, Source, Span, source, table, text

NATIONAL = "100000"
_CODE_LENGTH = 6
NOT_A_CODE = Text(
    "A division code has six digits (GB/T 2260), such as 110108 for Haidian District. Check the code",
    "行政区划代码为六位数字（GB/T 2260），如海淀区为110108。请核对代码",
)


class UnknownDivision(Refusal):
    """The code is not a division in this table on the day asked for."""


class Level(StrEnum):
    """The tier a division stands on."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"
    PREFECTURAL = "prefectural"
    COUNTY = "county"


@dataclass(frozen=True, slots=True)
class Division:
    """One division under one name: its code, what it is called, what it belongs to, and when."""

    code: str
    name: Text
    level: Level
    parent: str | None
    span: Span
    source: Source
    note: Text | None = None

    @property
    def verified(self) -> bool:
        """Whether a source was read for the name and the dates."""
        return self.source.verified

    def as_data(self) -> dict[str, object]:
        """Return the division as plain values for JSON."""
        return {
            "code": self.code,
            "name": self.name.as_data(),
            "level": self.level.value,
            "parent": self.parent,
            "from": self.span.since,
            "to": self.span.until,
            "verified": self.verified,
            "source": self.source.says.as_data(),
            "note": self.note.as_data() if self.note else None,
        }


def division(code: str, on: date) -> Division:
    """Return the division that ``code`` named on ``on``.

    Raises:
        UnknownDivision: the code is malformed, not in the table, or names nothing on that day.
    """
    for one in reversed(history(code)):
        if one.span.covers(on):
            return one
    raise UnknownDivision(_why_not(code, on))


def divisions(on: date, level: Level | None = None) -> tuple[Division, ...]:
    """Return the divisions in the table on ``on``, by code; only those of ``level`` if it is given."""
    every = (one for named in _by_code().values() for one in named)
    return tuple(one for one in every if one.span.covers(on) and level in {None, one.level})


def history(code: str) -> tuple[Division, ...]:
    """Return everything ``code`` has named, oldest first; empty if the table does not hold it."""
    return _by_code().get(code, ())


def existed_in(code: str, year: int) -> bool:
    """Whether ``code`` named a division on any day of ``year``."""
    return any(one.span.touches(year) for one in history(code))


def as_data(on: date) -> dict[str, object]:
    """Return the whole table on ``on`` as plain values for JSON, with its version."""
    return {
        "version": table()["version"],
        "on": on.isoformat(),
        "divisions": [one.as_data() for one in divisions(on)],
    }


def is_code(code: str) -> bool:
    """Whether ``code`` has the shape of a division code; it may still name nothing."""
    return len(code) == _CODE_LENGTH and code.isascii() and code.isdigit()


@cache
def _by_code() -> dict[str, tuple[Division, ...]]:
    found: dict[str, tuple[Division, ...]] = {}
    for row in table()["divisions"]:
        found[row["code"]] = (*found.get(row["code"], ()), _read(row))
    return found


def _read(row: DivisionRow) -> Division:
    return Division(
        code=row["code"],
        name=Text(row["en"], row["zh"]),
        level=Level(row["level"]),
        parent=row.get("parent"),
        span=Span.of(row),
        source=source(row["source"]),
        note=text(row["note"]) if "note" in row else None,
    )


def _why_not(code: str, on: date) -> Text:
    if not is_code(code):
        return NOT_A_CODE
    known = history(code)
    if not known:
        return Text(
            f"Division {code} is not in the table. It holds the provincial divisions, the cities of Article 12 "
            "and the districts of Beijing, Shanghai and Shenzhen. Use the code of the authority that decides",
            f"表中没有行政区划代码{code}。本表收录省级行政区划、第十二条所列城市以及北京、上海、深圳各区。请使用主管部门的代码",
        )
    last = known[-1]
    return Text(
        f"Division {code} ({last.name.en}) did not exist on {on.isoformat()}: it is recorded from "
        f"{last.span.since} to {last.span.until or 'today'}. Check the date, or use the division that replaced it",
        f"{on.isoformat()}不存在行政区划{code}（{last.name.zh}）：其记录自{last.span.since}至{last.span.until or '今'}。"
        "请核对日期或者改用现行代码",
    )
