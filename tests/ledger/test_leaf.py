from __future__ import annotations

from hashlib import sha256

import pytest

from qingdan.ledger import Body, Leaf, Outcome, Unreadable, canonical, verify
from tests.ledger.sample import CONTENT, HEADER, INDEX, KEY, body, certificate, leaf, salt, sealed


def test_a_leaf_is_the_hash_of_the_header_and_of_the_hidden_body() -> None:
    hidden = sha256(salt(INDEX) + canonical(CONTENT)).digest()
    assert leaf(INDEX).hash == sha256(b"\x00" + canonical(HEADER) + hidden).digest()
    assert Leaf.parse(leaf(INDEX).entry) == leaf(INDEX)


def test_erasing_a_body_takes_nothing_from_the_proof() -> None:
    """Salt and body are gone; what is left is the stored leaf."""
    log, frontier, note = sealed()
    left = Leaf.parse(leaf(INDEX).entry)
    verdict = verify(log.prove(INDEX, left, note).as_json(), [KEY])
    assert verdict.outcome is Outcome.GENUINE
    assert verdict.entry
    assert verdict.entry.body is None
    assert list(log.fsck(frontier, lambda i: leaf(i).entry)) == []
    # and whoever holds the certificate can still show what it said
    assert verify(certificate().as_json(), [KEY]).entry.body == CONTENT  # type: ignore[union-attr] # genuine


def test_the_same_body_with_another_salt_looks_like_another() -> None:
    assert Body.of(salt(1), CONTENT).digest != Body.of(salt(2), CONTENT).digest
    with pytest.raises(Unreadable):
        Body.of(b"short", CONTENT)
    assert salt(1).hex() not in repr(body(1))


@pytest.mark.parametrize(
    "header",
    [
        {}, {"at": HEADER["at"]}, {"kind": "registration"}, HEADER | {"at": "2026-02-24"},
        HEADER | {"at": "2026-02-24T10:15:00Z"}, HEADER | {"at": "2026-02-30T10:15:00+08:00"},
        HEADER | {"at": "2026-02-24T24:15:00+08:00"}, HEADER | {"at": "２026-02-24T10:15:00+08:00"},
        HEADER | {"kind": "Registration"}, HEADER | {"kind": ""}, HEADER | {"number": 7}, HEADER | {"number": "R 1"},
        HEADER | {"number": "R1\n"}, HEADER | {"more": 1.5}, HEADER | {"more": "x" * 5_000},
    ],
)  # fmt: skip
def test_a_header_that_no_reader_could_place_is_refused(header: dict[str, object]) -> None:
    with pytest.raises(Unreadable):
        Leaf.of(header, body(1))


@pytest.mark.parametrize("entry", [b"", b"short", b"{}", b" " * 40, b'{"a":1}' + bytes(32), b"\xff" * 40])
def test_bytes_that_are_no_entry_are_refused(entry: bytes) -> None:
    with pytest.raises(Unreadable):
        _ = Leaf.parse(entry).facts
