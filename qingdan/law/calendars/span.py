"""One calendar year laid out for counting: any working day is found in constant time.

Days are ordinals (``date.toordinal``), so that counting is integer arithmetic.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from qingdan.law.calendars.year import SATURDAY

WEEK = 7


class Span:
    """The working days of one year.

    ``before[i]`` is the number of working days before the year's i-th day; ``working`` lists them;
    ``settled_until`` is the last day that no unpublished notice can change.
    """

    __slots__ = ("before", "first", "last", "settled_until", "total", "working")

    def __init__(self, year: int, off: Collection[int], makeup: Collection[int], settled_until: int) -> None:
        self.first = date(year, 1, 1).toordinal()
        self.last = date(year, 12, 31).toordinal()
        self.settled_until = settled_until
        self.working: list[int] = []
        self.before: list[int] = []
        for day in range(self.first, self.last + 1):
            self.before.append(len(self.working))
            # Ordinal 1 was a Monday.
            if day in makeup or ((day - 1) % WEEK < SATURDAY and day not in off):
                self.working.append(day)
        self.total = len(self.working)
        self.before.append(self.total)
