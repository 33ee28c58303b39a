"""What a step does to the register, in the register's own words. Casework carries it out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from qingdan.law.grammar.text import Text
from qingdan.law.numbers import Kind


class Status(StrEnum):
    """How an entry of the register stands. Seven ends, seven words: never one for another (Licensing Law 8, 69, 70)."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    RECALLED = "recalled"
    REVOKED = "revoked"
    CANCELLED = "cancelled"
    DEREGISTERED = "deregistered"

    @property
    def says(self) -> Text:
        """The status in words."""
        return _SAYS[self]

    @property
    def final(self) -> bool:
        """Tell whether nothing follows this status."""
        return self not in {Status.ACTIVE, Status.SUSPENDED, Status.EXPIRED}


_SAYS = {
    Status.ACTIVE: Text("in force", "有效"),
    Status.SUSPENDED: Text("suspended", "暂扣"),
    Status.EXPIRED: Text("expired", "届满失效"),
    Status.WITHDRAWN: Text("withdrawn as unlawfully obtained", "已撤销"),
    Status.RECALLED: Text("recalled in the public interest", "已撤回"),
    Status.REVOKED: Text("revoked", "已吊销"),
    Status.CANCELLED: Text("cancelled", "已注销"),
    Status.DEREGISTERED: Text("deregistered", "已注销备案"),
}


@dataclass(frozen=True, kw_only=True)
class Enters:
    """A new entry with a number. ``kind`` is the number's, or the field whose choice decides it.

    ``shows`` are the fields whose values become public; ``term_months`` names the number field that
    gives the length of the term, from the day of the act.
    """

    kind: Kind | str
    shows: tuple[str, ...] = ()
    term_months: str | None = None


@dataclass(frozen=True, kw_only=True)
class Marks:
    """The entry the case is about takes another status; ``why`` is said in public."""

    status: Status
    why: Text


@dataclass(frozen=True, kw_only=True)
class Amends:
    """The public part of the entry changes in ``shows``; the version before stays readable."""

    shows: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Prolongs:
    """The term of the entry goes on for the months in the field ``term_months``, from its old end.

    Without a field, for as long as the reading ``license.term_months`` says.
    """

    term_months: str | None = None


@dataclass(frozen=True, kw_only=True)
class Records:
    """Something is entered in the product's own record, not in the register: an exemption, say.

    ``ends`` are the records that end by it.
    """

    what: str
    shows: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


class ListAct(StrEnum):
    """What happens to the edition of the Negative List a case is about."""

    OPENS_CONSULTATION = "opens_consultation"
    DRY_RUNS = "dry_runs"
    PUBLISHES = "publishes"
    TAKES_EFFECT = "takes_effect"
    ABANDONS = "abandons"


Effect: TypeAlias = Enters | Marks | Amends | Prolongs | Records | ListAct
