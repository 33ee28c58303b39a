"""The verifier. It trusts nothing but the keys it is given, and answers every input with a verdict.

It knows no storage and no network, and is small on purpose: it is what everything else rests on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from qingdan.law.grammar.text import Text
from qingdan.ledger import status as status_lists
from qingdan.ledger.checkpoint import Checkpoint
from qingdan.ledger.encoding import Json
from qingdan.ledger.note import Key
from qingdan.ledger.proof import Bundle, read_bundle
from qingdan.ledger.refusals import Forged, LedgerRefused, UnknownKey, Unreadable
from qingdan.ledger.status import Adverse, Status, StatusList
from qingdan.ledger.tree import root_by_inclusion
from qingdan.ledger.wording import FRESHNESS, HEADLINES, STATUSES, day_said, moment_said

OLD_AFTER_DAYS = 7  # lists are daily; one that is older cannot reassure


class Outcome(StrEnum):
    """What a proof turned out to be."""

    GENUINE = "genuine"
    FORGED = "forged"
    UNREADABLE = "unreadable"
    UNKNOWN_KEY = "unknown_key"


class Freshness(StrEnum):
    """How much is known about what happened since."""

    AS_OF = "as_of"
    OLD = "old"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a genuine proof certifies."""

    origin: str
    index: int
    size: int
    at: str
    header: dict[str, Json]
    body: dict[str, Json] | None

    @property
    def number(self) -> str | None:
        """The number that status lists speak of."""
        number = self.header.get("number")
        return number if isinstance(number, str) else None


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of the time since: as of which day, and what befell the entry."""

    freshness: Freshness
    says: Text
    on: date | None = None
    adverse: Adverse | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer. ``entry`` and ``standing`` are there only for what is genuine."""

    outcome: Outcome
    says: Text
    reason: str | None = None
    entry: Entry | None = None
    standing: Standing | None = None

    @property
    def holds(self) -> bool | None:
        """Whether the entry stands as of a recent list; None where that is not known."""
        if self.standing is None:
            return False if self.outcome is Outcome.FORGED else None
        if self.standing.adverse:
            return False
        return True if self.standing.freshness is Freshness.AS_OF else None

    def as_data(self) -> dict[str, Any]:
        """Return the verdict as plain data."""
        data: dict[str, Any] = {
            "outcome": self.outcome.value,
            "says": self.says.as_data(),
            "holds": self.holds,
        }
        if self.reason:
            data["reason"] = self.reason
        if self.entry and self.standing:
            adverse, entry = self.standing.adverse, self.entry
            data["entry"] = {
                "log": entry.origin,
                "index": entry.index,
                "size": entry.size,
                "header": entry.header,
                "body": entry.body,
            }
            data["standing"] = {
                "freshness": self.standing.freshness.value,
                "says": self.standing.says.as_data(),
                "as_of": self.standing.on and self.standing.on.isoformat(),
                "status": adverse and adverse.status.value,
                "since": adverse and adverse.since.isoformat(),
            }
        return data


def verify(
    proof: bytes | str,
    keys: Sequence[Key],
    *,
    status: bytes | str | None = None,
    today: date | None = None,
) -> Verdict:
    """Judge a proof bundle in either form, and what a status list says of it. Never raises on bad input.

    ``today`` tells old status lists from fresh ones, and keys that are not yet in force.
    """
    try:
        bundle = read_bundle(proof)
        head = _trusted_head(bundle, keys, today)
        facts = bundle.leaf.facts
        entry = Entry(
            head.origin,
            bundle.index,
            head.size,
            str(facts["at"]),
            facts,
            bundle.body.value if bundle.body else None,
        )
    except LedgerRefused as refused:
        return _no(refused)
    try:
        listed = _list(status, keys, head) if status is not None else None
        standing = _standing(entry, listed, today)
    except _TwoFaces as refused:
        return _no(refused)
    except LedgerRefused as refused:
        standing = Standing(
            Freshness.UNKNOWN, FRESHNESS["list_refused"].filled(why=refused.says, at=moment_said(entry.at))
        )
    says = HEADLINES["genuine"].filled(origin=entry.origin, at=moment_said(entry.at))
    return Verdict(Outcome.GENUINE, says, None, entry, standing)


class _TwoFaces(Forged):
    """Two heads of one log and one size differ: it shows different histories to different people."""


def _no(refused: LedgerRefused) -> Verdict:
    kinds = {Unreadable: Outcome.UNREADABLE, UnknownKey: Outcome.UNKNOWN_KEY}
    outcome = kinds.get(type(refused), Outcome.FORGED)
    return Verdict(outcome, HEADLINES[outcome.value].filled(why=refused.says), refused.code)


def _trusted_head(bundle: Bundle, keys: Sequence[Key], today: date | None) -> Checkpoint:
    """Return the checkpoint once everything leads to it and a trusted key signed it."""
    head, signed = Checkpoint.opened(bundle.note, keys)
    if root_by_inclusion(bundle.leaf.hash, bundle.index, head.size, bundle.path) != head.root:
        raise Forged("wrong_content")
    # A checkpoint bears no date: its key must have been trusted at some time since the entry was made.
    if not any(key.in_force(bundle.leaf.on, today) for key in signed):
        raise UnknownKey("key_not_in_force")
    return head


def _list(status: bytes | str, keys: Sequence[Key], head: Checkpoint) -> StatusList:
    if len(status) > status_lists.LONGEST:
        raise Unreadable("status_unreadable")
    try:
        note = status if isinstance(status, str) else status.decode()
        note.encode()
    except UnicodeError:
        raise Unreadable("status_unreadable") from None
    listed = StatusList.opened(note, keys)
    if listed.head.origin != head.origin:
        raise Unreadable("status_of_other_log")
    if listed.head.size == head.size and listed.head.root != head.root:
        raise _TwoFaces("two_faces")
    return listed


def _standing(entry: Entry, listed: StatusList | None, today: date | None) -> Standing:
    if entry.number is None:
        return Standing(Freshness.UNKNOWN, FRESHNESS["no_number"].filled(at=moment_said(entry.at)))
    if listed is None:
        return Standing(Freshness.UNKNOWN, FRESHNESS["no_list"].filled(at=moment_said(entry.at)))
    if entry.index >= listed.head.size:
        return Standing(Freshness.UNKNOWN, FRESHNESS["list_too_early"].filled(on=day_said(listed.on)))
    age = (today - listed.on).days if today else 0
    freshness = Freshness.OLD if age > OLD_AFTER_DAYS else Freshness.AS_OF
    found, on = listed.about(entry.number, entry.index), day_said(listed.on)
    if found:
        words = "changed" if found.status is Status.CHANGED else "adverse"
        says = FRESHNESS[words].filled(status=STATUSES[found.status], since=day_said(found.since), on=on)
    else:
        says = FRESHNESS[freshness.value].filled(on=on, days=age)
    return Standing(freshness, says, listed.on, found)
