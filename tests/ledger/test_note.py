from __future__ import annotations

from datetime import date

import pytest
from tlog_scales.signing import PlainEd25519Signer, Vkey
from tlog_scales.tlog import Checkpoint as TheirCheckpoint

from qingdan.ledger import Checkpoint, Forged, Key, Signer, UnknownKey, Unreadable, keys_from
from qingdan.ledger.encoding import base64_of
from qingdan.ledger.note import ED25519, opened, sign, taken_apart
from tests.ledger.sample import KEY, ORIGIN, SIGNER, STRANGER

TEXT = "first line\n\nafter an empty line\n"
NOTE = sign(TEXT, [SIGNER])
WITNESS = Signer("witness.example", bytes(32))


def test_a_note_is_text_and_signatures_and_opens_with_its_key() -> None:
    assert NOTE.startswith(f"{TEXT}\n— {ORIGIN} ")
    assert opened(NOTE, [KEY]) == (TEXT, (KEY,))


def test_keys_and_signatures_are_those_of_another_implementation() -> None:
    theirs = PlainEd25519Signer(ORIGIN, SIGNER.secret)
    assert str(KEY) == theirs.vkey.serialize()  # type: ignore[no-untyped-call] # theirs
    assert Vkey.from_string(str(KEY)).key_id.to_bytes(4, "big") == KEY.id
    head = Checkpoint(ORIGIN, 7, bytes(32))
    note = TheirCheckpoint.make_signed(ORIGIN, 7, bytes(32), [theirs]).serialize()
    assert note == sign(head.text, [SIGNER])
    assert Checkpoint.opened(note, [KEY]) == (head, (KEY,))
    TheirCheckpoint.from_text(note).verify(Vkey.from_string(str(KEY)))


def test_signatures_by_others_are_passed_over_but_one_must_be_known() -> None:
    both = sign(TEXT, [WITNESS, SIGNER])
    assert opened(both, [KEY])[1] == (KEY,)
    assert opened(both, [KEY, WITNESS.key])[1] == (WITNESS.key, KEY)
    for keys in ([], [STRANGER.key], [Key("other.example", KEY.public)]):
        with pytest.raises(UnknownKey):
            opened(NOTE, keys)


def test_a_known_key_that_signed_something_else_spoils_the_note() -> None:
    swapped = NOTE.replace("first", "First")
    with pytest.raises(Forged):
        opened(swapped, [KEY])
    with pytest.raises(Forged):
        opened(sign(TEXT, [WITNESS]) + NOTE.splitlines()[-1][:-4] + "AAA=\n", [KEY, WITNESS.key])
    with pytest.raises(Forged):
        opened(NOTE + NOTE.splitlines()[-1] + "\n", [KEY])  # the same key twice


@pytest.mark.parametrize(
    "note",
    [
        "", "\n", "\n\n", TEXT, f"{TEXT}\n", NOTE[:-1], NOTE + "\n", NOTE.replace("— ", "- "),
        NOTE.replace("— ", "—  "), NOTE.replace("first", "fir\tst"), NOTE.replace("\n", "\r\n"), NOTE + "— a+b AAAAAAA=\n",
        NOTE + "— name AAAA\n", NOTE + "— name !!!!\n", NOTE + "".join(f"— w{i} AAAAAAA=\n" for i in range(40)),
    ],
)  # fmt: skip
def test_a_note_that_is_not_written_as_it_must_be_is_refused(note: str) -> None:
    with pytest.raises(Unreadable):
        taken_apart(note)


def test_a_key_without_a_point_on_the_curve_verifies_nothing() -> None:
    no_point = Key(ORIGIN, b"\x02" + bytes(31))
    line = f"— {ORIGIN} {base64_of(no_point.id + bytes(64))}\n"
    with pytest.raises(Forged):
        opened(f"{TEXT}\n{line}", [no_point])


def test_a_text_that_no_note_can_hold_is_not_signed() -> None:
    for text in ("no line end", "tab\t\n"):
        with pytest.raises(Unreadable):
            sign(text, [SIGNER])


def test_a_list_of_keys_reads_back_with_periods_and_remarks() -> None:
    keys = (
        Key(ORIGIN, KEY.public, until=date(2026, 6, 1)),
        Key(ORIGIN, STRANGER.key.public, since=date(2026, 5, 1)),
        Key("other.example", KEY.public, date(2025, 1, 1), date(2026, 1, 1)),
    )
    text = "# trusted\n\n" + "".join(f"  {key}  # in use\r\n" for key in keys)
    assert keys_from(text) == keys


@pytest.mark.parametrize(
    "line",
    [
        "", "name", "name+0+", str(KEY).upper(), str(KEY)[:-1], str(KEY).replace("+912bedb0+", "+912bedb1+"),
        str(KEY).replace("+912bedb0+", "+912BEDB0+"), f"{KEY} since 2026-01-01", f"{KEY} from 2026-02-30", f"{KEY} ",
        f"{KEY} until 2026-01-01 from 2025-01-01", "a b+912bedb0+" + base64_of(ED25519 + KEY.public),
        f"{ORIGIN}+912bedb0+{base64_of(bytes([4]) + KEY.public)}",
    ],
)  # fmt: skip
def test_a_key_that_is_mistyped_is_refused(line: str) -> None:
    with pytest.raises(Unreadable):
        Key.parse(line)


@pytest.mark.parametrize(
    "text",
    [
        "", "o\n1\n", f"o\n1\n{base64_of(bytes(31))}\n", f"o\n01\n{base64_of(bytes(32))}\n", f"\n1\n{base64_of(bytes(32))}\n",
        f"o\n0\n{base64_of(bytes(32))}\n", f"o\n1\n{base64_of(bytes(32))}", f"o\n1\n{base64_of(bytes(32))}\nextension\n",
    ],
)  # fmt: skip
def test_a_checkpoint_that_is_malformed_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        Checkpoint.parse(text)


def test_secrets_are_not_printed() -> None:
    assert SIGNER.secret.hex() not in repr(SIGNER)
    assert repr(SIGNER.secret) not in repr(SIGNER)
