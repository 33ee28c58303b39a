"""One way to write each thing: canonical JSON, base64, counts, and digits for QR codes.

Whatever can be written in two ways can be altered without being noticed. Every reader here therefore
writes what it read once more and compares.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping
from typing import Any, TypeAlias

from qingdan.ledger.refusals import Unreadable

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"

LARGEST = 2**53 - 1  # what every JSON reader keeps exact
DEEPEST = 16
_DECIMAL = re.compile(r"0|[1-9][0-9]{0,15}")
_DIGITS = re.compile(r"(?:[0-9]{5})*(?:[0-9]{3})?")


def canonical(value: object) -> bytes:
    """Return JSON as RFC 8785 writes it, of whole numbers only.

    Text stays letter for letter what was given: Unicode normalisation would replace compatibility ideographs,
    which occur in names of persons.
    """
    try:
        return _WRITE(_ordered(value, 0)).encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        raise Unreadable("not_canonical") from None


def parse_canonical(data: bytes) -> Json:
    """Read JSON that is written canonically; anything else is refused."""
    try:
        value: Json = json.loads(data.decode())
    except (ValueError, RecursionError):
        raise Unreadable("not_canonical") from None
    if canonical(value) != data:
        raise Unreadable("not_canonical")
    return value


def parse_object(data: bytes) -> dict[str, Json]:
    """Read a canonical JSON object."""
    value = parse_canonical(data)
    if not isinstance(value, dict):
        raise Unreadable("not_canonical")
    return value


_WRITE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _ordered(value: object, depth: int) -> Any:  # noqa: ANN401 - plain JSON
    kind = type(value)
    if value is None or kind is str or kind is bool:
        return value
    if kind is int and -LARGEST <= value <= LARGEST:  # type: ignore[operator] # an int by its type
        return value
    if depth < DEEPEST and isinstance(value, Mapping):
        if not all(type(key) is str for key in value):
            raise Unreadable("not_canonical")
        # RFC 8785 orders by UTF-16, as JavaScript does
        keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
        return {key: _ordered(value[key], depth + 1) for key in keys}
    if depth < DEEPEST and isinstance(value, list | tuple):
        return [_ordered(item, depth + 1) for item in value]
    raise Unreadable("not_canonical")


def base64_of(data: bytes) -> str:
    """Return standard base64 with padding."""
    return base64.b64encode(data).decode("ascii")


def from_base64(text: str, length: int | None = None) -> bytes:
    """Read base64 as ``base64_of`` writes it; spare bits that are set, or a wrong length, are refused."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Unreadable("bad_encoding") from None
    if base64_of(data) != text or length not in (None, len(data)):
        raise Unreadable("bad_encoding")
    return data


def decimal(text: str) -> int:
    """Read a count as C2SP writes it: ASCII digits without leading zeroes."""
    if not _DECIMAL.fullmatch(text) or int(text) > LARGEST:
        raise Unreadable("bad_encoding")
    return int(text)


def count_as_bytes(count: int) -> bytes:
    """Return a count in groups of seven bits, lowest first (LEB128)."""
    written = bytearray()
    while count > 0x7F:  # noqa: PLR2004 - seven bits
        written.append(count & 0x7F | 0x80)
        count >>= 7
    return bytes([*written, count])


class Pieces:
    """Takes a byte string apart from the front; never beyond its end."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    @property
    def left(self) -> int:
        """How many bytes remain."""
        return len(self._data) - self._at

    def take(self, length: int) -> bytes:
        """Return the next bytes."""
        if length > self.left:
            raise Unreadable("truncated")
        self._at += length
        return self._data[self._at - length : self._at]

    def count(self) -> int:
        """Return the next count, which must be written in as few bytes as it can be."""
        value = shift = 0
        while True:
            byte = self.take(1)[0]
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:  # noqa: PLR2004 - the last group
                break
            if shift > LARGEST.bit_length():
                raise Unreadable("bad_encoding")
        if value > LARGEST or (byte == 0 and shift > 7):  # noqa: PLR2004 - more than one group
            raise Unreadable("bad_encoding")
        return value

    def text(self, length: int) -> str:
        """Return the next bytes as UTF-8."""
        try:
            return self.take(length).decode()
        except UnicodeDecodeError:
            raise Unreadable("bad_encoding") from None


def digits_of(data: bytes) -> str:
    """Return bytes as decimal digits: five for each two bytes, three for an odd one at the end.

    A QR code packs digits into 3.3 bits each, so that this costs 4 % more than raw bytes; and digits survive
    every URL, every keyboard and every change of case.
    """
    pairs = (f"{data[i] << 8 | data[i + 1]:05d}" for i in range(0, len(data) - 1, 2))
    return "".join(pairs) + (f"{data[-1]:03d}" if len(data) % 2 else "")


def from_digits(text: str) -> bytes:
    """Read digits back; a group that stands for no bytes is refused."""
    if not _DIGITS.fullmatch(text):
        raise Unreadable("bad_encoding")
    try:
        pairs = (int(text[i : i + 5]).to_bytes(2, "big") for i in range(0, len(text) - 4, 5))
        return b"".join(pairs) + (int(text[-3:]).to_bytes(1, "big") if len(text) % 5 else b"")
    except OverflowError:
        raise Unreadable("bad_encoding") from None
