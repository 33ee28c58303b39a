"""What an examination yields: proven, refuted by a case, or observed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from qingdan.law.grammar.named import Named
from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.proof.cases import Case


class Concern(Enum):
    """What kind of matter a result is about. The value orders the report."""

    CONTRADICTION = "contradiction"
    GAP = "gap"
    UNREACHABLE = "unreachable"
    UNSANCTIONED = "unsanctioned"
    READING = "reading"
    PERIOD = "period"
    FIGURE = "figure"


@dataclass(frozen=True, eq=False, kw_only=True)
class Result:
    """One statement about the law. ``check`` is the property's key, ``about`` the rules it is about.

    ``items`` complete ``says`` where it ends in a colon. ``decide`` says what whoever drafts or applies the law has to settle; None where nothing.
    """

    check: str
    concern: Concern
    says: Text
    items: tuple[Text, ...] = ()
    case: Case | None = None
    about: tuple[Named, ...] = ()
    cites: tuple[Cite, ...] = ()
    decide: Text | None = None

    @property
    def told(self) -> Text:
        """The whole statement in one sentence."""
        if not self.items:
            return self.says
        return Text(
            f"{self.says.en} {'; '.join(i.en for i in self.items)}.",
            f"{self.says.zh}{'；'.join(i.zh for i in self.items)}。",
        )

    def as_data(self) -> dict[str, Any]:
        """Return the result for JSON."""
        case = self.case
        reading = getattr(self, "reading", None)
        return {
            "result": type(self).__name__.lower(),
            "check": self.check,
            "concern": self.concern.value,
            "says": self.says.as_data(),
            "items": [i.as_data() for i in self.items],
            "about": [str(thing) for thing in self.about],
            "cites": [c.as_data() for c in self.cites],
            "case": case.as_data() if case is not None else None,
            "reading": reading.name if reading is not None else None,
            "decide": self.decide and self.decide.as_data(),
        }


@dataclass(frozen=True, eq=False, kw_only=True)
class Proven(Result):
    """Holds in every case there can be."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Refuted(Result):
    """Does not hold. ``case`` shows it: the fewest facts that do; None where no case can exist at all."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Observed(Result):
    """Neither right nor wrong, but somebody has to decide it. ``case`` is the smallest example."""

    reading: Reading | None = None
