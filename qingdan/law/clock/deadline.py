"""A deadline: the end of a period that says how it was counted, day by day, in words and as data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from qingdan.law.clock import prose
from qingdan.law.clock.cells import DayCell, cells
from qingdan.law.clock.ended import Ended
from qingdan.law.clock.record import record
from qingdan.law.grammar.text import Lang


@dataclass(frozen=True, slots=True)
class Deadline(Ended):
    """The end of a period, able to explain itself."""

    def days(self, *, every: bool = False) -> Iterator[DayCell]:
        """Yield how the period was counted, day by day, in the order of counting.

        Months and years come as whole stretches unless ``every`` day is asked for.
        """
        return cells(self, every=every)

    def explain(self, lang: Lang) -> tuple[str, ...]:
        """Return the computation in words, one statement a line, with the articles applied."""
        return prose.explained(self, lang)

    def as_data(self) -> dict[str, Any]:
        """Return everything as plain data that JSON can hold, with the day cells and both explanations."""
        return record(self)
