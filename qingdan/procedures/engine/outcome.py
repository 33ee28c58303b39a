"""What a step or a lapse brought about, for casework to write down in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from qingdan.law.grammar.text import Cite, Text
from qingdan.law.timeline import Moment
from qingdan.procedures.engine.state import State
from qingdan.procedures.grammar.effects import Effect
from qingdan.procedures.grammar.guards import Flag
from qingdan.procedures.grammar.letters import Letter


class What(StrEnum):
    """What kind of event it is."""

    TAKEN = "taken"
    PROPOSED = "proposed"
    SENT_BACK = "sent_back"
    LAPSED = "lapsed"
    SERVED = "served"


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One event of a case. ``state`` is how the case stands after it.

    ``told`` are events of the law with their day, for the product's timeline. ``clocks`` are the keys of
    the clocks that changed. ``flags`` are what must be seen although it stops nothing. ``escalates`` says that an authority let its time pass.
    """

    what: What
    key: str
    says: Text
    cite: Cite
    before: str
    state: State
    given: Mapping[str, Any] = field(default_factory=dict)
    told: tuple[tuple[str, Moment], ...] = ()
    clocks: frozenset[str] = frozenset()
    serves: Letter | None = None
    publishes: bool = False
    effects: tuple[Effect, ...] = ()
    flags: tuple[Flag, ...] = ()
    escalates: bool = False

    @property
    def adverse(self) -> bool:
        """Tell whether remedies must be named."""
        return self.serves is not None and self.serves.adverse
