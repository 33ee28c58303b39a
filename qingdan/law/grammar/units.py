"""The units in which the law counts time."""

from __future__ import annotations

from datetime import timedelta, timezone
from enum import Enum

from qingdan.law.grammar.text import Text

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")
"""Chinese time. It has had no summer time since 1991, so a fixed offset is exact."""


class Unit(Enum):
    """A unit of time in a statutory period (Civil Code Art. 200)."""

    WORKING_DAY = "working-days"
    DAY = "days"
    MONTH = "months"
    YEAR = "years"
    HOUR = "hours"

    def said(self, amount: int) -> Text:
        """Return ``amount`` with the unit: ``10 working days``, ``10个工作日``."""
        english, chinese = _NAMES[self]
        return Text(f"{amount} {english}{'' if amount == 1 else 's'}", f"{amount}{chinese}")


_NAMES = {
    Unit.WORKING_DAY: ("working day", "个工作日"),
    Unit.DAY: ("day", "日"),
    Unit.MONTH: ("month", "个月"),
    Unit.YEAR: ("year", "年"),
    Unit.HOUR: ("hour", "小时"),
}
