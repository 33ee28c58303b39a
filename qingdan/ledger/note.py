"""Signed notes (C2SP signed-note) with Ed25519, the keys that sign them, and the keys that are trusted.

``cryptography`` is imported when a signature is made or checked: reading and hashing need nothing but Python.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from qingdan.ledger.encoding import base64_of, from_base64
from qingdan.ledger.refusals import Forged, UnknownKey, Unreadable

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ED25519 = b"\x01"
KEY_SIZE, SIGNATURE_SIZE, ID_SIZE = 32, 64, 4
MOST_SIGNATURES = 32
_NAME = re.compile(r"[^\s+\x00-\x1f\x7f]{1,200}")
_LINE = re.compile(r"— (\S+) (\S+)")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
_KEY_ID = re.compile(r"[0-9a-f]{8}")
_PERIOD = re.compile(r"(?: from ([0-9]{4}-[0-9]{2}-[0-9]{2}))?(?: until ([0-9]{4}-[0-9]{2}-[0-9]{2}))?")


@dataclass(frozen=True, slots=True)
class Key:
    """A public key, and the days on which it is trusted: from ``since``, and before ``until``.

    A key that was rotated out in good order gets an ``until``. One that was stolen is taken off the list: a thief
    can write any date.
    """

    name: str
    public: bytes = field(repr=False)
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name) or len(self.public) != KEY_SIZE:
            raise Unreadable("bad_key")

    @property
    def id(self) -> bytes:
        """The four bytes by which signatures name the key."""
        return sha256(self.name.encode() + b"\n" + ED25519 + self.public).digest()[:ID_SIZE]

    def in_force(self, first: date, last: date | None) -> bool:
        """Tell whether the key was trusted on some day from ``first`` to ``last`` (None: open)."""
        begun = self.since is None or last is None or self.since <= last
        return begun and (self.until is None or first < self.until)

    def __str__(self) -> str:
        period = f" from {self.since}" if self.since else ""
        period += f" until {self.until}" if self.until else ""
        return f"{self.name}+{self.id.hex()}+{base64_of(ED25519 + self.public)}{period}"

    @classmethod
    def parse(cls, line: str) -> Key:
        """Read ``NAME+ID+KEY``, as other C2SP tools write it, with ``from DATE`` and ``until DATE`` behind it."""
        written, space, rest = line.partition(" ")
        name, _, tail = written.partition("+")
        key_id, _, encoded = tail.partition("+")
        period = _PERIOD.fullmatch(space + rest)
        if not period:
            raise Unreadable("bad_key")
        try:
            data = from_base64(encoded, 1 + KEY_SIZE)
            since, until = (date.fromisoformat(day) if day else None for day in period.groups())
            key = cls(name, data[1:], since, until)
        except ValueError:  # an Unreadable is one
            raise Unreadable("bad_key") from None
        if data[:1] != ED25519 or not _KEY_ID.fullmatch(key_id) or key.id.hex() != key_id:
            raise Unreadable("bad_key")
        return key


def keys_from(text: str) -> tuple[Key, ...]:
    """Read a list of trusted keys: one a line, ``#`` begins a remark."""
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(Key.parse(line) for line in lines if line)


@dataclass(frozen=True, slots=True)
class Signer:
    """A private key: 32 secret bytes, for instance ``secrets.token_bytes(32)``."""

    name: str
    secret: bytes = field(repr=False)

    @property
    def key(self) -> Key:
        """The public key."""
        return Key(self.name, self._private().public_key().public_bytes_raw())

    def sign(self, text: str) -> bytes:
        """Return the signature over a note's text."""
        signature: bytes = self._private().sign(text.encode())
        return signature

    def _private(self) -> Ed25519PrivateKey:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.secret)


def sign(text: str, signers: Iterable[Signer]) -> str:
    """Return a note: ``text``, which ends with a line end, and one line for each signature."""
    lines = [signature_line(s.name, s.key.id, s.sign(text)) for s in signers]
    note = f"{text}\n{''.join(lines)}"
    if taken_apart(note)[0] != text:
        raise Unreadable("bad_note")
    return note


def signature_line(name: str, key_id: bytes, signature: bytes) -> str:
    """Return the line of one signature."""
    return f"— {name} {base64_of(key_id + signature)}\n"


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature as a note carries it: not checked."""

    name: str
    key_id: bytes
    value: bytes


def taken_apart(note: str) -> tuple[str, tuple[Signature, ...]]:
    """Return the text of a note and its signatures, none of them checked."""
    text, gap, tail = note.rpartition("\n\n")
    lines = tail.split("\n")
    if not gap or lines.pop() or not 1 <= len(lines) <= MOST_SIGNATURES or _CONTROL.search(note):
        raise Unreadable("bad_note")
    return f"{text}\n", tuple(_signature(line) for line in lines)


def _signature(line: str) -> Signature:
    found = _LINE.fullmatch(line)
    if not found or not _NAME.fullmatch(found[1]):
        raise Unreadable("bad_note")
    data = from_base64(found[2])
    if len(data) <= ID_SIZE:
        raise Unreadable("bad_note")
    return Signature(found[1], data[:ID_SIZE], data[ID_SIZE:])


def opened(note: str, keys: Sequence[Key]) -> tuple[str, tuple[Key, ...]]:
    """Return the text of a note and which of ``keys`` signed it: at least one, and none of them wrongly.

    Signatures by others are passed over, as the specification asks: witnesses and coming keys add theirs.
    """
    text, signatures = taken_apart(note)
    known = {(key.name, key.id): key for key in keys}
    signed: dict[tuple[str, bytes], Key] = {}
    for signature in signatures:
        place = (signature.name, signature.key_id)
        if place not in known:
            continue
        if place in signed or not _is_by(known[place], signature.value, text.encode()):
            raise Forged("wrong_signature")
        signed[place] = known[place]
    if not signed:
        raise UnknownKey("unknown_key")
    return text, tuple(signed.values())


def _is_by(key: Key, signature: bytes, message: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(signature, message)
    except (InvalidSignature, ValueError):  # ValueError: the key is no point of the curve
        return False
    return True
