"""What one penalty rule comes to in a case: its ranges, measures and bars."""

from __future__ import annotations

from dataclasses import dataclass

from qingdan.law.grammar.readings import Chosen, Reading
from qingdan.law.grammar.rules import Bar, Finding, Measure, Penalty
from qingdan.law.grammar.text import Text


@dataclass(frozen=True, slots=True)
class FineRange:
    """A lawful range in fen: from ``low`` to ``high``; ``perhaps_to`` where an unknown could raise it (None: no end).

    ``open`` tells whether what the fine presupposes is shown; ``missing`` what is still to be known. Where a
    ground to mitigate is shown, ``low`` is 0. ``elsewise`` gives the cap under other readings.
    """

    low: int
    high: int
    perhaps_to: int | None
    open: bool | None
    presupposes: Text | None
    missing: tuple[str, ...] = ()
    elsewise: tuple[tuple[Reading, Chosen, int], ...] = ()

    @property
    def settled(self) -> bool:
        """Tell whether the cap is known exactly."""
        return self.high == self.perhaps_to


@dataclass(frozen=True, slots=True)
class Check:
    """A bar, or a ground of lenience, with its value: True it holds, False it does not, None not yet known."""

    rule: Bar | Finding
    value: bool | None
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Consequence:
    """One penalty rule as it applies. ``applies`` None: not yet known, and so not yet a penalty."""

    penalty: Penalty
    applies: bool | None
    why: tuple[Text, ...]
    missing: tuple[str, ...]
    obliged: tuple[Measure, ...]
    available: tuple[Measure, ...]
    entity: FineRange | None
    persons: FineRange | None
    responsible: tuple[str, ...]
    barred: tuple[Bar, ...]
