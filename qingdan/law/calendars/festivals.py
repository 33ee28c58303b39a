"""The statutory holidays: their names, the days each edition of the Holiday Measures gives, the lunar table.

Editions: Order 513 (from 2008), Order 644 (from 2014), Order 795 (from 2025, thirteen days in all). The table of
lunar days and Qingming covers 2008-2061; it was computed from two independent packages that agree on every day.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TypeVar

from qingdan.law.calendars.data import data_file
from qingdan.law.grammar.text import Text

T = TypeVar("T")

FESTIVALS: dict[str, Text] = {
    "new_year": Text("New Year's Day", "元旦"),
    "spring_festival": Text("Spring Festival", "春节"),
    "qingming": Text("Qingming Festival", "清明节"),
    "labour_day": Text("Labour Day", "劳动节"),
    "dragon_boat": Text("Dragon Boat Festival", "端午节"),
    "mid_autumn": Text("Mid-Autumn Festival", "中秋节"),
    "national_day": Text("National Day", "国庆节"),
    "victory_day": Text(
        "70th anniversary of victory in the War of Resistance",
        "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日",
    ),
}

FIRST_BY_RULE = 2008
"""First year whose statutory holidays are held as a rule; earlier years have their notices alone."""

LAST_BY_RULE = 2061

_SPRING_FROM_EVE = {2008: (-1, 3), 2014: (0, 3), 2025: (-1, 4)}
_LABOUR_DAYS = {2008: 1, 2025: 2}


@cache
def _table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = data_file("lunar")
    return table


@cache
def statutory_days(year: int) -> dict[str, tuple[date, ...]]:
    """Return the statutory holidays of ``year`` (2008-2061) in the order of the year.

    The days themselves, before any is made good for a weekend (Holiday Measures Art. 2 and 6).
    """
    lunar = {name: date.fromisoformat(day) for name, day in _table()[str(year)].items()}
    lead, length = _in_force(_SPRING_FROM_EVE, year)
    return {
        "new_year": (date(year, 1, 1),),
        "spring_festival": _run(lunar["spring_festival"] + timedelta(lead), length),
        "qingming": (lunar["qingming"],),
        "labour_day": _run(date(year, 5, 1), _in_force(_LABOUR_DAYS, year)),
        "dragon_boat": (lunar["dragon_boat"],),
        "mid_autumn": (lunar["mid_autumn"],),
        "national_day": _run(date(year, 10, 1), 3),
    }


def _run(first: date, length: int) -> tuple[date, ...]:
    return tuple(first + timedelta(offset) for offset in range(length))


def _in_force(editions: dict[int, T], year: int) -> T:
    return editions[max(since for since in editions if since <= year)]
