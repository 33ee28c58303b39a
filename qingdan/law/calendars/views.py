"""Three ways to look at a calendar: by rule, with as much work as may be, with as much rest as may be.

All take and return ordinals. The last two are the edges of the range a provisional date can fall in; where
every notice concerned is published, the three agree.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Protocol

Counter = Callable[[int, int], int]


class View(Protocol):
    """Something that can count days and find the n-th."""

    def within(self, after: int, until: int) -> int:
        """Return how many days count in (after, until]."""

    def nth_after(self, day: int, n: int) -> int:
        """Return the n-th counted day after ``day``."""

    def nth_before(self, day: int, n: int) -> int:
        """Return the n-th counted day before ``day``."""


class EveryDay:
    """Calendar days: every day counts."""

    def within(self, after: int, until: int) -> int:
        """Return how many days lie in (after, until]."""
        return max(0, until - after)

    def nth_after(self, day: int, n: int) -> int:
        """Return the n-th day after ``day``."""
        return day + n

    def nth_before(self, day: int, n: int) -> int:
        """Return the n-th day before ``day``."""
        return day - n


class Edge:
    """The working days at one edge of the range, given by a counting function that never decreases."""

    __slots__ = ("within",)

    def __init__(self, within: Counter) -> None:
        self.within = within

    def nth_after(self, day: int, n: int) -> int:
        """Return the first day by which n working days have passed."""
        return self._first(lambda reach: self.within(day, day + reach), n) + day

    def nth_before(self, day: int, n: int) -> int:
        """Return the last day from which n working days remain before ``day``."""
        return day - self._first(lambda reach: self.within(day - 1 - reach, day - 1), n)

    @staticmethod
    def _first(passed: Callable[[int], int], n: int) -> int:
        # Never more working days than days; and any fortnight with a holiday still has a working day or two.
        low, high = n, 2 * n + 16
        while passed(high) < n:
            low, high = high, high + 2 * n + 16
        return bisect_left(range(high), n, lo=low, key=passed)
