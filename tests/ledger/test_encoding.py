from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingdan.ledger import Unreadable, canonical, parse_canonical
from qingdan.ledger.encoding import (
    LARGEST,
    Pieces,
    base64_of,
    count_as_bytes,
    decimal,
    digits_of,
    from_base64,
    from_digits,
)

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST, LARGEST) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_canonical_json_is_json_and_reads_back(value: object) -> None:
    written = canonical(value)
    assert json.loads(written) == value == parse_canonical(written)
    assert canonical(parse_canonical(written)) == written


def test_keys_are_in_the_order_of_utf_16_as_rfc_8785_has_it() -> None:
    assert canonical({"€": 1, "\r": 2, "\ufb33": 3, "1": 4, "😀": 5, "\x80": 6, "ö": 7}) == (
        '{"\\r":2,"1":4,"\x80":6,"ö":7,"€":1,"😀":5,"\ufb33":3}'.encode()
    )


def test_text_stays_letter_for_letter() -> None:
    """U+F92C is a compatibility ideograph of names; Unicode normalisation would make it U+90DE."""
    assert canonical("\uf92c") == '"\uf92c"'.encode()


@pytest.mark.parametrize(
    "value", [1.0, float("nan"), LARGEST + 1, {1: "a"}, {"a": b""}, "\ud800", {"\ud800": 1}, {1, 2}, object()]
)
def test_what_cannot_be_written_in_one_way_is_refused(value: object) -> None:
    with pytest.raises(Unreadable):
        canonical(value)


def test_depth_is_bounded() -> None:
    for text in ("[" * 17 + "]" * 17, "[" * 100_000, '{"a":' * 100_000):
        with pytest.raises(Unreadable):
            parse_canonical(text.encode())
    assert parse_canonical(("[" * 16 + "]" * 16).encode())


@pytest.mark.parametrize(
    "written",
    [
        b"", b" 1", b"1 ", b"01", b"-0", b"1.0", b"1e3", b"NaN", b"9007199254740992", b'{"a":1,"a":1}',
        b'{"b":1,"a":2}', b'{"a": 1}', b'"\\u0041"', b'"\\/"', b'"\\ud83d\\ude00"', b'"\\ud800"', b'"\xff"',
        b"\xef\xbb\xbf1", b'"\\u000A"', b"[1,]", b"9" * 5_000,
    ],
)  # fmt: skip
def test_json_written_otherwise_is_refused(written: bytes) -> None:
    with pytest.raises(Unreadable):
        parse_canonical(written)


@given(st.binary(max_size=40))
def test_base64_and_digits_read_back(data: bytes) -> None:
    assert from_base64(base64_of(data)) == data
    assert from_digits(digits_of(data)) == data


@pytest.mark.parametrize("text", ["AB==", "QQ=", "QQ", "QQ==\n", " QQ==", "Q-==", "QQ==QQ==", "Ｑ", "AAB="])
def test_base64_with_spare_bits_or_spaces_is_refused(text: str) -> None:
    """Lenient readers let some single-bit flips pass."""
    with pytest.raises(Unreadable):
        from_base64(text)


@pytest.mark.parametrize("text", ["65536", "256", "1", "12", "0000000", "1234a", "１２３", "-1234", "99999"])
def test_digits_that_stand_for_no_bytes_are_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        from_digits(text)


@given(st.integers(0, LARGEST))
def test_counts_have_one_form(count: int) -> None:
    assert Pieces(count_as_bytes(count)).count() == count
    assert decimal(str(count)) == count
    longer = count_as_bytes(count)
    with pytest.raises(Unreadable):
        Pieces(longer[:-1] + bytes([longer[-1] | 0x80, 0])).count()


@pytest.mark.parametrize("data", [b"", b"\x80", b"\xff" * 60, b"\xff" * 7 + b"\x7f", b"\x80" * 8 + b"\x01"])
def test_counts_that_lie_are_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        Pieces(data).count()


@pytest.mark.parametrize("text", ["", "01", "+1", "-1", "1_0", " 1", "１", "9007199254740992", "9" * 5_000])
def test_decimal_counts_that_lie_are_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        decimal(text)
