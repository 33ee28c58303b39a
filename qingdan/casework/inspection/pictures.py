"""PNG and JPEG: whole, of a size that can be shown, and nothing else inside the file."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from qingdan.casework.inspection.budget import Budget, inflate
from qingdan.casework.inspection.refusals import bomb, hidden, malformed
from qingdan.law.grammar.text import Text

_PNG, _JPEG = Text("a PNG picture", "PNG图片"), Text("a JPEG picture", "JPEG图片")
_AFTER = Text("data after the end of the picture", "图片结尾之后另有数据")
_TRAILER = Text(
    "The picture ends with data of the camera's own, which is kept and not shown",
    "图片末尾附有相机私有数据，予以保留但不显示",
)
# Phones take pictures of 108 megapixels; a page at 600 dpi has 35.
MOST_PIXELS = 120_000_000
_MOST_SIDE = 65_535
_MOST_CHUNKS = 100_000
_UNFOLDED = 768 << 20


def check_png(data: bytes) -> tuple[Text, ...]:
    """Return warnings (none).

    Raises:
        DocumentRefused: the picture is damaged, larger than can be shown, or followed by something.
    """
    chunks = _png_chunks(data)
    kind, start, end = next(chunks)
    if kind != b"IHDR" or end - start != 13:  # noqa: PLR2004 - the header of PNG has 13 bytes
        raise malformed(_PNG)
    _check_size(int.from_bytes(data[start : start + 4]), int.from_bytes(data[start + 4 : start + 8]), _PNG)
    pixels: list[tuple[int, int]] = []
    last = kind, end
    for kind, start, end in chunks:
        if kind == b"IDAT":
            pixels.append((start, end))
        last = kind, end
    if last[0] != b"IEND" or not pixels:
        raise malformed(_PNG)
    if last[1] + 4 != len(data):
        raise hidden(_AFTER)
    try:
        for _ in inflate(
            (data[start:end] for start, end in pixels), Budget(_UNFOLDED, Text("pixels", "像素数据"))
        ):
            pass
    except zlib.error as fault:
        raise malformed(_PNG) from fault
    return ()


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield the kind of each chunk and where its content begins and ends, up to IEND."""
    at = 8
    for _ in range(_MOST_CHUNKS):
        end = at + 8 + int.from_bytes(data[at : at + 4])
        if end + 4 > len(data) or zlib.crc32(data[at + 4 : end]) != int.from_bytes(data[end : end + 4]):
            raise malformed(_PNG)
        kind = data[at + 4 : at + 8]
        yield kind, at + 8, end
        if kind == b"IEND":
            return
        at = end + 4
    raise malformed(_PNG)


def _check_size(width: int, height: int, what: Text) -> None:
    if not width or not height:
        raise malformed(what)
    if max(width, height) > _MOST_SIDE or width * height > MOST_PIXELS:
        raise bomb(Text(f"{width} x {height} pixels", f"{width}×{height}像素"))


_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_SCAN, _END, _START = 0xDA, 0xD9, b"\xff\xd8\xff"
_MOST_SEGMENTS = 20_000
_MOST_PICTURES = 16
_SOMETHING_ELSE = re.compile(
    rb"PK\x03\x04|%PDF-|Rar!|7z\xbc\xaf|\x7fELF|MZ.{58}|<(?:!doctype|html|script|svg|iframe|\?php)",
    re.IGNORECASE | re.DOTALL,
)


def check_jpeg(data: bytes) -> tuple[Text, ...]:
    """Return warnings.

    Raises:
        DocumentRefused: the picture is damaged, larger than can be shown, or followed by another kind of file.
    """
    # Phones append a second picture (a preview, a depth map) and data of their own.
    at = _jpeg_end(data, 0)
    for _ in range(_MOST_PICTURES):
        rest = data[at:].lstrip(b"\0")
        if not rest.startswith(_START):
            break
        at = _jpeg_end(data, len(data) - len(rest))
    else:
        raise hidden(_AFTER)
    if _SOMETHING_ELSE.search(rest):
        raise hidden(_AFTER)
    return (_TRAILER,) if rest else ()


def _jpeg_end(data: bytes, start: int) -> int:
    """Return where the picture that begins at ``start`` ends."""
    at, framed = start + 2, False
    for _ in range(_MOST_SEGMENTS):
        marker = _MARKER.search(data, at)
        if not marker:
            break
        code, at = data[marker.end() - 1], marker.end()
        if code == _END:
            if framed:
                return at
            break
        length = int.from_bytes(data[at : at + 2])
        if length < 2:  # noqa: PLR2004 - the length counts its own two bytes
            break
        if code in _FRAMES:
            height, width = (int.from_bytes(data[at + i : at + i + 2]) for i in (3, 5))
            _check_size(width, height, _JPEG)
            framed = True
        # After the head of a scan its coded data follow, up to the next true marker.
        at += length
    raise malformed(_JPEG)
