"""What an examiner must know about a law besides its rules: tracks, roles, impossible worlds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from qingdan.law.grammar.conditions import Choice, Condition, Fact
from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.rules import Finding, LicenceCondition, Role, Rule
from qingdan.law.grammar.text import Cite, Text


@dataclass(frozen=True, eq=False, kw_only=True)
class World:
    """A standing assumption: what cannot be otherwise, and why. It silences impossible cases."""

    says: Text
    because: Text
    holds: Condition
    cite: Cite | None = None


@dataclass(frozen=True, eq=False, kw_only=True)
class Opposed:
    """Two rules that cannot both be followed in full, if ever they apply together."""

    one: Rule
    other: Rule
    because: Text


@dataclass(frozen=True, eq=False, kw_only=True)
class Demanded:
    """A permission that ``by`` demands and that is granted only under ``conditions``.

    ``lasting`` are facts that whoever is asked cannot change by effort.
    """

    by: Finding
    conditions: tuple[LicenceCondition, ...]
    lasting: tuple[Fact, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class Order:
    """``first`` must have happened before ``then`` can, because of ``rule``."""

    first: Event
    then: Event
    rule: Rule


@dataclass(frozen=True, eq=False, kw_only=True)
class Setting:
    """The frame in which one law is examined. ``tracks`` should be exclusive, and complete within ``within``.

    ``roles`` says when somebody has a role. ``breaches`` says, for each role, how a breach by it
    can look as a violation (one condition for each kind of activity). ``breach`` is the
    question what was breached; ``breached_by`` ties rules to its options, the rest to
    ``otherwise_breached_by``. ``outside`` is the track of what is on none.
    """

    tracks: tuple[Finding, ...] = ()
    within: Condition | None = None
    outside: Finding | None = None
    worlds: tuple[World, ...] = ()
    roles: Mapping[Role, Condition] = field(default_factory=dict)
    breaches: Mapping[Role, tuple[tuple[Text, Condition], ...]] = field(default_factory=dict)
    breach: Choice | None = None
    breached_by: Mapping[Rule, Condition] = field(default_factory=dict)
    otherwise_breached_by: Condition | None = None
    demanded: tuple[Demanded, ...] = ()
    opposed: tuple[Opposed, ...] = ()
    orders: tuple[Order, ...] = ()

    @property
    def assume(self) -> tuple[Condition, ...]:
        """The standing assumptions as conditions."""
        return tuple(w.holds for w in self.worlds)
