"""The daily status list: which sealed entries no longer stand as they were sealed.

A proof cannot show what happened after it was made. The list can, for the day it is dated: what it does not
mention has no adverse status as of that day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from qingdan.ledger.checkpoint import Checkpoint
from qingdan.ledger.encoding import base64_of, decimal
from qingdan.ledger.leaf import NUMBER
from qingdan.ledger.note import Key, Signer, opened, sign, taken_apart
from qingdan.ledger.refusals import UnknownKey, Unreadable

FORMAT = "qingdan-status/1"
LONGEST = 1 << 24
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Status(StrEnum):
    """What befell an entry. The Licensing Law keeps these apart, and so does the list."""

    SUSPENDED = "suspended"
    REVOKED = "revoked"
    WITHDRAWN = "withdrawn"
    RECALLED = "recalled"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Adverse:
    """One line: what befell ``number``, since when, and the index of the entry that records it.

    It concerns the entries of that number before ``index``: a certificate issued after a change is not outdated by it.
    """

    number: str
    status: Status
    since: date
    index: int

    @property
    def line(self) -> str:
        """The line as it is signed."""
        return f"{self.number} {self.status} {self.since} {self.index}\n"


@dataclass(frozen=True, slots=True)
class StatusList:
    """All entries of one log with an adverse status on a day, and the head of the log they were gathered at."""

    on: date
    head: Checkpoint
    adverse: tuple[Adverse, ...]

    @classmethod
    def of(cls, on: date, head: Checkpoint, adverse: Iterable[Adverse]) -> StatusList:
        """Return the list, in its one order: by number."""
        made = cls(on, head, tuple(sorted(adverse, key=lambda line: line.number)))
        return cls.parse(made.text)

    @property
    def text(self) -> str:
        """The text that is signed."""
        head = f"{FORMAT}\n{self.head.origin}\n{self.on}\n{self.head.size}\n{base64_of(self.head.root)}\n"
        return head + "".join(line.line for line in self.adverse)

    def signed(self, signers: Iterable[Signer]) -> str:
        """Return the list as a signed note. The signers bear the log's name."""
        return sign(self.text, signers)

    @classmethod
    def parse(cls, text: str) -> StatusList:
        """Read the text of a list."""
        first, *rest = text.split("\n")
        if len(text) > LONGEST or first != FORMAT or len(rest) < 5 or rest.pop():  # noqa: PLR2004 - lines of the head
            raise Unreadable("status_unreadable")
        origin, on, size, root, *lines = rest
        head = Checkpoint.parse(f"{origin}\n{size}\n{root}\n")
        found = cls(_day(on), head, tuple(_line(line) for line in lines))
        numbers = [adverse.number for adverse in found.adverse]
        sorted_once = all(a < b for a, b in pairwise(numbers))
        within = all(a.index < head.size and a.since <= found.on for a in found.adverse)
        if not sorted_once or not within:
            raise Unreadable("status_unreadable")
        return found

    @classmethod
    def opened(cls, note: str, keys: Sequence[Key]) -> StatusList:
        """Return the list of a note signed by one of the log's ``keys`` that was in force on the day of the list."""
        claimed = cls.parse(taken_apart(note)[0])
        _, signed = opened(note, [key for key in keys if key.name == claimed.head.origin])
        if not any(key.in_force(claimed.on, claimed.on) for key in signed):
            raise UnknownKey("key_not_in_force")
        return claimed

    def about(self, number: str, index: int) -> Adverse | None:
        """Return what befell the entry at ``index`` under ``number``; None if nothing did."""
        return next((a for a in self.adverse if a.number == number and index < a.index), None)


def _line(text: str) -> Adverse:
    try:
        number, status, since, index = text.split(" ")
        adverse = Adverse(number, Status(status), _day(since), decimal(index))
    except ValueError:  # an Unreadable is one
        raise Unreadable("status_unreadable") from None
    if not NUMBER.fullmatch(number):
        raise Unreadable("status_unreadable")
    return adverse


def _day(text: str) -> date:
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise Unreadable("status_unreadable")
