"""Named readings: where the text is open, each option is declared and one is the default.

A ``Reading`` with options is an ambiguity of the text. A ``Reading`` with bounds is a number
the law leaves to be decided; its default may be None, which means somebody must decide and
nothing that depends on it can be computed until then.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from qingdan.law.grammar.named import Named
from qingdan.law.grammar.text import Cite, Text

Chosen: TypeAlias = str | int | None


@dataclass(frozen=True, eq=False, kw_only=True)
class Reading(Named):
    """One open point of the law (``name`` is its public key, such as ``fine.tier2.cap_rule``).

    ``options`` are the readings a lawyer could defend. If empty, the reading is a whole number
    between ``low`` and ``high``, counted in ``counts``. ``policy`` marks a default that is the
    house's proposal and not found in any text.
    """

    name: str
    cite: Cite
    asks: Text
    why: Text
    default: Chosen
    options: Mapping[str, Text] | None = None
    low: int = 0
    high: int = 10_000
    counts: Text | None = None
    policy: bool = False

    def admits(self, choice: Chosen) -> bool:
        """Tell whether ``choice`` is one this reading knows."""
        if self.options is not None:
            return choice in self.options
        if choice is None:
            return self.default is None
        return isinstance(choice, int) and not isinstance(choice, bool) and self.low <= choice <= self.high

    def said(self, choice: Chosen) -> Text:
        """Return the wording of one choice."""
        if choice is None:
            return Text("not decided", "尚待决定")
        if self.options is not None:
            return self.options[str(choice)]
        if self.counts is None:
            return Text(str(choice), str(choice))
        return Text(f"{choice} {self.counts.en}", f"{choice}{self.counts.zh}")


@dataclass(frozen=True, eq=False, kw_only=True)
class Figure(Named):
    """A number that national regulations supply, kept as dated data in a profile.

    ``profile`` names the data file, ``field`` the figure in it. Whether the figure has been
    verified against the official text is part of the data and shown wherever it is used.
    """

    profile: str
    field: str
