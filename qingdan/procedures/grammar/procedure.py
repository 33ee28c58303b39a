"""A procedure: its stages, steps, clocks and lapses, frozen. Everything else is derived from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.text import Cite, Text
from qingdan.procedures.grammar.clocks import Clock, started_by, stopped_by
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.stages import Stage
from qingdan.procedures.grammar.steps import Lapse, Step


class Subject(StrEnum):
    """What a case is about, and what guards may then ask of it (``Situation.subject``).

    PRODUCT: track, provider (yes/no), active_entry (status of its entry or None), exempt (recorded), listed (yes/no),
    affects_safety (yes/no), barred_until (ISO: last day of a bar on its party, Licensing Law 78 and 79, or None).
        registration (status of its entry in the registry or None), filed_on (day of its last filing, ISO or None).
    ENTRY: kind (letter of the number), status, expires_on (ISO or None), restricted, granted_by, and all of its product's.
        Sanctions (28, 63) also ask: incidents (list of {"on": day, "severity": grade of Article 33}), penalties (list of the
        days on which penalties took effect), suspended_on and found_uncorrected (days or None, of the suspension that stands).
    PARTY: foreign (yes/no), active_entry. LIST: status, published_on, in_force_from, first (yes/no), previous_in_force
        (ISO or None), superseded_from (ISO or None), draft_digest (what fixes the text of the draft as it stands), and
        dry_run_digest (of the text that was last tried out on the register, or None).
    """

    PRODUCT = "product"
    ENTRY = "entry"
    PARTY = "party"
    LIST = "list"


@dataclass(frozen=True, kw_only=True)
class Procedure:
    """How one thing is done. ``parts`` are its steps and lapses in the order of the law.

    A case is opened by somebody in ``opened_by`` with a step at ``opens_at``, as a rule the first. ``edition`` counts up when the
    declaration changes: a case stays with the edition it began under.
    """

    key: str
    says: Text
    gloss: Text
    cite: Cite
    subject: Subject
    opened_by: tuple[By, ...]
    opens_at: Stage
    clocks: tuple[Clock, ...] = ()
    parts: tuple[Step | Lapse, ...]
    edition: int = 1
    restricted: bool = False
    also_cites: tuple[Cite, ...] = ()

    def __post_init__(self) -> None:
        for clock in self.clocks:
            started_by(clock)  # a clock that cannot be armed fails loudly
        keys = [p.key for p in self.parts]
        if len(set(keys)) != len(keys):
            raise ValueError(f"{self.key}: two parts share a name")

    @cached_property
    def steps(self) -> dict[str, Step]:
        """The steps by key."""
        return {p.key: p for p in self.parts if isinstance(p, Step)}

    @cached_property
    def lapses(self) -> dict[str, Lapse]:
        """What happens by operation of law, by key."""
        return {p.key: p for p in self.parts if isinstance(p, Lapse)}

    @cached_property
    def stages(self) -> dict[str, Stage]:
        """All stages by key, in the order in which they are first met."""
        met: dict[str, Stage] = {self.opens_at.key: self.opens_at}
        for part in self.parts:
            for stage in (*part.at, *([part.to] if part.to else [])):
                met.setdefault(stage.key, stage)
        return met

    @cached_property
    def clock_named(self) -> dict[str, Clock]:
        """The clocks by key."""
        return {c.key: c for c in self.clocks}

    @cached_property
    def starts(self) -> dict[Event, tuple[Clock, ...]]:
        """The clocks each event starts."""
        return _tied((started_by(c), c) for c in self.clocks)

    @cached_property
    def stops(self) -> dict[Event, tuple[Clock, ...]]:
        """The clocks each event stops."""
        return _tied((event, c) for c in self.clocks for event in stopped_by(c))

    def lapses_of(self, clock: Clock, stage: str) -> tuple[Lapse, ...]:
        """Return what can happen by law when ``clock`` runs out at ``stage``, first things first."""
        return tuple(v for v in self.lapses.values() if v.clock is clock and stage in {s.key for s in v.at})


def _tied(pairs: Iterable[tuple[Event, Clock]]) -> dict[Event, tuple[Clock, ...]]:
    found: dict[Event, tuple[Clock, ...]] = {}
    for event, clock in pairs:
        found[event] = (*found.get(event, ()), clock)
    return found
