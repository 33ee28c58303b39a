"""The entries of a log: a public header, and the digest of a body that can be erased.

The entry is ``header || SHA-256(salt || body)``. Erasing salt and body takes nothing from the tree: root and proofs
stay as they are, and without the salt nobody can find out by guessing what the body said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from typing import cast

from qingdan.ledger.encoding import Json, canonical, parse_object
from qingdan.ledger.refusals import Unreadable
from qingdan.ledger.tree import HASH_SIZE, leaf_hash

SALT_SIZE = 16
LONGEST_HEADER = 4096
NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,39}")
_AT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\+08:00")
_KIND = re.compile(r"[a-z][a-z0-9_.-]{0,63}")


@dataclass(frozen=True, slots=True)
class Body:
    """What an entry says in full, with the salt that hides it once it is erased. Salts are never used twice."""

    salt: bytes = field(repr=False)
    text: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.salt) != SALT_SIZE:
            raise Unreadable("bad_salt")

    @classmethod
    def of(cls, salt: bytes, value: Mapping[str, object]) -> Body:
        """Return the body that says ``value``."""
        return cls(salt, canonical(value))

    @property
    def digest(self) -> bytes:
        """What stays when the body is erased."""
        return sha256(self.salt + self.text).digest()

    @property
    def value(self) -> dict[str, Json]:
        """What the body says."""
        return parse_object(self.text)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One entry. The header is public for ever and therefore holds no personal data.

    ``at`` (Shanghai time, to the second) and ``kind`` are required. ``number`` is what status lists speak of.
    """

    header: bytes
    digest: bytes

    def __post_init__(self) -> None:
        if len(self.header) > LONGEST_HEADER or len(self.digest) != HASH_SIZE:
            raise Unreadable("bad_entry")

    @classmethod
    def of(cls, header: Mapping[str, object], body: Body) -> Leaf:
        """Return the entry with this header and body."""
        leaf = cls(canonical(header), body.digest)
        _ = leaf.facts
        return leaf

    @classmethod
    def parse(cls, entry: bytes) -> Leaf:
        """Read an entry."""
        return cls(entry[:-HASH_SIZE], entry[-HASH_SIZE:])

    @property
    def entry(self) -> bytes:
        """The bytes that are logged."""
        return self.header + self.digest

    @property
    def hash(self) -> bytes:
        """The leaf of the tree."""
        return leaf_hash(self.entry)

    @property
    def facts(self) -> dict[str, Json]:
        """What the header says."""
        facts = parse_object(self.header)
        at, kind, number = facts.get("at"), facts.get("kind"), facts.get("number")
        if not (
            isinstance(at, str)
            and _AT.fullmatch(at)
            and isinstance(kind, str)
            and _KIND.fullmatch(kind)
            and (number is None or (isinstance(number, str) and NUMBER.fullmatch(number)))
        ):
            raise Unreadable("bad_entry")
        try:
            datetime.fromisoformat(at)
        except ValueError:
            raise Unreadable("bad_entry") from None
        return facts

    @property
    def on(self) -> date:
        """The day of the entry, in Shanghai."""
        return date.fromisoformat(cast("str", self.facts["at"])[:10])
