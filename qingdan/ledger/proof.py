"""Proof bundles: everything needed to check one entry offline, as a JSON file or as digits for a QR code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from qingdan.ledger.checkpoint import Checkpoint
from qingdan.ledger.encoding import (
    Json,
    Pieces,
    base64_of,
    canonical,
    count_as_bytes,
    decimal,
    digits_of,
    from_base64,
    from_digits,
    parse_object,
)
from qingdan.ledger.leaf import LONGEST_HEADER, SALT_SIZE, Body, Leaf
from qingdan.ledger.note import ID_SIZE, MOST_SIGNATURES, SIGNATURE_SIZE, signature_line, taken_apart
from qingdan.ledger.refusals import Unreadable
from qingdan.ledger.tree import HASH_SIZE, path_lengths, root_by_inclusion

FORMAT = "qingdan-proof/1"
TLOG_PROOF = "c2sp.org/tlog-proof@v1"
PREFIX = "QD1:"
LONGEST = 65_536
# Version 40 at error correction M holds 5,596 digits, less the address before them.
LONGEST_IN_QR = 2_200
WITHOUT_BODY, WITH_BODY = b"\x01", b"\x02"
_COMPACT = re.compile(r"(?:https?://[!-~]{1,200}#)?QD1:([0-9]+)")
_LONGEST_ORIGIN = 200
_SIGNATURE = ID_SIZE + SIGNATURE_SIZE


@dataclass(frozen=True, slots=True)
class Bundle:
    """One entry, its place, the path to the root, and the signed checkpoint; with the body where it is disclosed."""

    leaf: Leaf
    index: int
    path: tuple[bytes, ...]
    note: str
    body: Body | None = None

    def __post_init__(self) -> None:
        if self.body and self.body.digest != self.leaf.digest:
            raise Unreadable("bad_entry")

    @property
    def checkpoint(self) -> Checkpoint:
        """The checkpoint as claimed: nothing is verified here."""
        return Checkpoint.parse(taken_apart(self.note)[0])

    @property
    def tlog_proof(self) -> str:
        """The proof alone in the format of C2SP, for other tools."""
        hashes = "".join(f"{base64_of(sibling)}\n" for sibling in self.path)
        return f"{TLOG_PROOF}\nindex {self.index}\n{hashes}\n{self.note}"

    def as_json(self) -> bytes:
        """Return the bundle as a file: canonical JSON."""
        said: dict[str, Json] = {
            "format": FORMAT,
            "header": self.leaf.facts,
            "proof": self.tlog_proof,
        }
        if self.body:
            said |= {"body": self.body.value, "salt": base64_of(self.body.salt)}
        else:
            said["digest"] = base64_of(self.leaf.digest)
        return canonical(said)

    def compact(self) -> str:
        """Return the bundle as ``QD1:`` and digits. Signatures of witnesses and the root, which follows, are left out."""
        head = self.checkpoint
        origin = head.origin.encode()
        signatures = taken_apart(self.note)[1]
        own = [s for s in signatures if s.name == head.origin and len(s.value) == SIGNATURE_SIZE]
        parts = [
            WITH_BODY if self.body else WITHOUT_BODY,
            count_as_bytes(len(self.leaf.header)),
            self.leaf.header,
            self.body.salt + count_as_bytes(len(self.body.text)) + self.body.text
            if self.body
            else self.leaf.digest,
            count_as_bytes(len(origin)),
            origin,
            count_as_bytes(self.index),
            count_as_bytes(head.size),
            *self.path,
            *(s.key_id + s.value for s in own),
        ]
        data = b"".join(parts)
        if len(data) > LONGEST_IN_QR:
            raise Unreadable("too_long")
        return PREFIX + digits_of(data)


def qr_segments(compact: str, address: str) -> list[str]:
    """Return what a QR code holds: the address of the verifier page and, behind ``#``, the bundle.

    Pass the list to ``segno.make``: its second part becomes a numeric segment. What stands behind ``#`` never leaves
    the device that opens the address.
    """
    return [f"{address}#{PREFIX}", compact.removeprefix(PREFIX)]


def read_bundle(given: bytes | str) -> Bundle:
    """Read a bundle in either form. Nothing in it is verified yet."""
    try:
        data = given.encode() if isinstance(given, str) else given
        text = data.decode("ascii") if len(data) <= LONGEST and data[:1] != b"{" else ""
    except UnicodeError:
        raise Unreadable("not_a_proof") from None
    if len(data) > LONGEST:
        raise Unreadable("too_long")
    if data[:1] == b"{":
        return _from_json(parse_object(data))
    found = _COMPACT.fullmatch(text)
    if not found:
        raise Unreadable("not_a_proof")
    return _from_compact(from_digits(found[1]))


def _from_json(said: dict[str, Json]) -> Bundle:
    disclosed = "body" in said
    expected = {"format", "header", "proof", *(("body", "salt") if disclosed else ("digest",))}
    header, proof, body = said.get("header"), said.get("proof"), said.get("body")
    if said.keys() != expected or said["format"] != FORMAT or not isinstance(header, dict):
        raise Unreadable("not_a_proof")
    secret = said["salt" if disclosed else "digest"]
    if (
        not isinstance(proof, str)
        or not isinstance(secret, str)
        or (disclosed and not isinstance(body, dict))
    ):
        raise Unreadable("not_a_proof")
    opening = Body.of(from_base64(secret, SALT_SIZE), cast("dict[str, Json]", body)) if disclosed else None
    digest = opening.digest if opening else from_base64(secret, HASH_SIZE)
    index, path, note = _from_tlog_proof(proof)
    return Bundle(Leaf(canonical(header), digest), index, path, note, opening)


def _from_tlog_proof(text: str) -> tuple[int, tuple[bytes, ...], str]:
    first, _, rest = text.partition("\n")
    proof, gap, note = rest.partition("\n\n")
    index, *hashes = proof.split("\n")
    if first != TLOG_PROOF or not gap or not index.startswith("index "):
        raise Unreadable("not_a_proof")
    return decimal(index.removeprefix("index ")), tuple(from_base64(h, HASH_SIZE) for h in hashes), note


def _from_compact(data: bytes) -> Bundle:
    pieces = Pieces(data)
    version = pieces.take(1)
    if version not in (WITH_BODY, WITHOUT_BODY):
        raise Unreadable("not_a_proof")
    header = pieces.take(_at_most(pieces.count(), LONGEST_HEADER))
    body = Body(pieces.take(SALT_SIZE), pieces.take(pieces.count())) if version == WITH_BODY else None
    leaf = Leaf(header, body.digest if body else pieces.take(HASH_SIZE))
    origin = pieces.text(_at_most(pieces.count(), _LONGEST_ORIGIN))
    index, size = pieces.count(), pieces.count()
    path = tuple(pieces.take(HASH_SIZE) for _ in range(sum(path_lengths(index, size))))
    count, odd = divmod(pieces.left, _SIGNATURE)
    if odd or not 1 <= count <= MOST_SIGNATURES:
        raise Unreadable("truncated")
    head = Checkpoint(origin, size, root_by_inclusion(leaf.hash, index, size, path))
    signatures = [(pieces.take(ID_SIZE), pieces.take(SIGNATURE_SIZE)) for _ in range(count)]
    note = f"{head.text}\n" + "".join(signature_line(origin, *signature) for signature in signatures)
    return Bundle(leaf, index, path, note, body)


def _at_most(length: int, most: int) -> int:
    if length > most:
        raise Unreadable("too_long")
    return length
