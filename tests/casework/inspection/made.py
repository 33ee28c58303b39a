"""Files made on the spot: honest ones, to be spoiled one respect at a time."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from PIL import Image

CONTENT_TYPES = "[Content_Types].xml"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def pdf(*objects: bytes, tail: bytes = b"", head: bytes = b"%PDF-1.7\n") -> bytes:
    """A PDF of one empty page, and ``objects`` besides."""
    basic = (
        b"1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj",
        b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj",
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj",
    )
    end = b"trailer\n<< /Root 1 0 R /Size 4 >>\nstartxref\n0\n%%EOF\n"
    return head + b"\n".join([*basic, *objects, end]) + tail


def stream(entries: bytes, content: bytes, number: int = 9) -> bytes:
    """One stream object."""
    return b"%d 0 obj\n<< %s /Length %d >>\nstream\n%s\nendstream\nendobj" % (
        number,
        entries,
        len(content),
        content,
    )


def object_stream(
    content: bytes, entries: bytes = b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode"
) -> bytes:
    """Objects inside a compressed stream."""
    return stream(entries, zlib.compress(b"5 0 " + content))


def chunk(kind: bytes, content: bytes) -> bytes:
    """One chunk of a PNG."""
    return len(content).to_bytes(4) + kind + content + zlib.crc32(kind + content).to_bytes(4)


def png(width: int = 8, height: int = 8, pixels: bytes | None = None, *more: bytes) -> bytes:
    """A grey PNG; its pixels may be stated falsely."""
    packed = zlib.compress(bytes((width + 1) * height) if pixels is None else pixels)
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", packed) + b"".join(more) + chunk(b"IEND", b"")


def jpeg() -> bytes:
    """A small JPEG."""
    made = BytesIO()
    Image.effect_noise((64, 48), 80).save(made, "jpeg")
    return made.getvalue()


def zipped(members: Mapping[str, str | bytes], stored: tuple[str, ...] = ()) -> bytes:
    """A ZIP container."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            how = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), content, how)
    return made.getvalue()


def types(*stated: str) -> str:
    """The part that says what the other parts are."""
    parts = "".join(f'<Override PartName="/p{n}.xml" ContentType="{one}"/>' for n, one in enumerate(stated))
    return f'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{parts}</Types>'


def relation(kind: str, *, external: bool = False) -> str:
    """A part that relates another one to something."""
    mode = ' TargetMode="External"' if external else ""
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{RELATIONS}/{kind}" Target="x"{mode}/></Relationships>'
    )


def docx(more: Mapping[str, str | bytes] | None = None, *stated: str) -> bytes:
    """A Word document, and ``more`` members besides."""
    return zipped({CONTENT_TYPES: types(*(stated or (WORD,))), "word/document.xml": "<w/>", **(more or {})})


def xlsx(more: Mapping[str, str | bytes] | None = None) -> bytes:
    """An Excel workbook, and ``more`` members besides."""
    return zipped({CONTENT_TYPES: types(SHEET), "xl/workbook.xml": "<w/>", **(more or {})})


def odf(
    kind: str = "text", more: Mapping[str, str | bytes] | None = None, manifest: str = "<manifest/>"
) -> bytes:
    """An OpenDocument file, and ``more`` members besides."""
    members: dict[str, str | bytes] = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": "<c/>",
        "META-INF/manifest.xml": manifest,
        **(more or {}),
    }
    return zipped(members, stored=("mimetype",))
