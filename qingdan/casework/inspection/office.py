"""DOCX, XLSX, ODT and ODS: a sound ZIP container with the right members, no macros, no foreign objects, no bomb."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from io import SEEK_CUR, BytesIO
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from qingdan.casework.inspection.budget import Budget, inflate
from qingdan.casework.inspection.kinds import DocumentKind
from qingdan.casework.inspection.refusals import (
    DocumentRefused,
    active,
    bomb,
    encrypted,
    hidden,
    malformed,
    not_accepted,
)
from qingdan.casework.inspection.xml_parts import elements
from qingdan.law.grammar.text import Text

_WHAT = Text("an Office document", "Office文档")
_MACROS = Text("macros", "宏")
_OBJECTS = Text("embedded objects or controls", "嵌入的对象或控件")
_LINKS = Text(
    "The document refers to content outside itself, which is not part of what was sent",
    "文档引用了外部内容，该内容不属于已提交的材料",
)
_END_OF_DIRECTORY, _LOCAL_HEADER = 22, 30
_ENCRYPTED = 0x41
_MOST_MEMBERS = 5_000
_MOST_DIRECTORY = 4 << 20
_UNFOLDED = 512 << 20
# Ordinary sheets shrink to a fiftieth; a bomb to a thousandth.
_MOST_RATIO, _RATIO_FROM = 200, 1 << 20
_NESTED_AT_MOST = 32 << 20
_DEEPEST = 1
_PIECE = 1 << 18
# What zipfile and zlib raise on containers that were made to break them.
_BROKEN = (
    BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    ValueError,
    KeyError,
    OSError,
    OverflowError,
    struct.error,
)
_MAIN_TYPES = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": DocumentKind.DOCX,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": DocumentKind.XLSX,
}
_MAIN_PARTS = {DocumentKind.DOCX: "word/document.xml", DocumentKind.XLSX: "xl/workbook.xml"}
_ODF_TYPES = {kind.media_type.encode(): kind for kind in (DocumentKind.ODT, DocumentKind.ODS)}
_MACRO_PLACES = ("xl/macrosheets/", "xl/dialogsheets/", "basic/", "scripts/")
_OBJECT_PLACES = ("/activex/", "/embeddings/")
_PACKAGES = (".docx", ".xlsx")
_ACTIVE_RELATIONS = ("/oleobject", "/control", "/afchunk", "/attachedtemplate", "/subdocument", "/frame")


def check_office(file: IO[bytes], size: int, depth: int = 0) -> tuple[DocumentKind, tuple[Text, ...]]:
    """Return which of the four it is, and warnings.

    Raises:
        DocumentRefused: it is another archive, damaged, encrypted, active, two things at once or a bomb.
    """
    _check_directory(file, size)
    budget = Budget(_UNFOLDED, Text("compressed parts", "压缩内容"))
    try:
        with ZipFile(file) as archive:
            members = archive.infolist()
            _check_members(members, size)
            for member in members:
                _read_through(file, member, budget)
            return _check_kind(archive, members, depth)
    except DocumentRefused:
        raise
    except _BROKEN as fault:
        raise malformed(_WHAT) from fault


def _check_directory(file: IO[bytes], size: int) -> None:
    """The container begins with its first member and ends with its directory, and the directory is bounded."""
    file.seek(max(0, size - _END_OF_DIRECTORY))
    end = file.read(_END_OF_DIRECTORY)
    if len(end) < _END_OF_DIRECTORY or not end.startswith(b"PK\x05\x06"):
        file.seek(max(0, size - (1 << 16) - _END_OF_DIRECTORY))
        tail = file.read()
        at = tail.rfind(b"PK\x05\x06")
        if at >= 0 and at + _END_OF_DIRECTORY < len(tail):
            raise hidden(Text("data after the end of the container", "容器结尾之后另有数据"))
        raise malformed(_WHAT)
    count, length, start = (int.from_bytes(end[a:b], "little") for a, b in ((10, 12), (12, 16), (16, 20)))
    if count > _MOST_MEMBERS or length > _MOST_DIRECTORY:
        raise bomb(Text(f"{count} members", f"{count}个成员"))
    if start + length + _END_OF_DIRECTORY != size:
        raise hidden(Text("data between the parts of the container", "容器各部分之间另有数据"))


def _check_members(members: list[ZipInfo], size: int) -> None:
    if not members or len({member.filename.lower() for member in members}) != len(members):
        raise malformed(_WHAT)
    ordered = sorted(members, key=lambda one: one.header_offset)
    if ordered[0].header_offset:
        raise hidden(Text("data before the beginning of the container", "容器开头之前另有数据"))
    free_from = 0
    for member in ordered:
        # Members that share their bytes are how small containers grow without measure.
        if member.header_offset < free_from:
            raise bomb(Text("overlapping members", "成员重叠"))
        free_from = member.header_offset + _LOCAL_HEADER + len(member.orig_filename) + member.compress_size
        if member.flag_bits & _ENCRYPTED:
            raise encrypted()
        name = member.orig_filename
        parts = name.replace("\\", "/").split("/")
        if "\0" in name or name.startswith("/") or ".." in parts or ":" in parts[0]:
            raise hidden(Text("members that leave the container", "越出容器的成员路径"))
        if member.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise malformed(_WHAT)
        if member.file_size > max(_RATIO_FROM, _MOST_RATIO * member.compress_size):
            raise bomb(Text("compressed parts", "压缩内容"))
    if free_from > size:
        raise malformed(_WHAT)


def _read_through(file: IO[bytes], member: ZipInfo, budget: Budget) -> None:
    """Unfold a member to nothing. Its stated size and checksum must be true: readers differ in which they believe."""
    file.seek(member.header_offset)
    name_and_extra = struct.unpack("<26xHH", file.read(_LOCAL_HEADER))
    file.seek(sum(name_and_extra), SEEK_CUR)
    raw = _pieces(file, member.compress_size)
    size = checksum = 0
    for piece in inflate(raw, budget, -zlib.MAX_WBITS) if member.compress_type == ZIP_DEFLATED else raw:
        size, checksum = size + len(piece), zlib.crc32(piece, checksum)
    if (size, checksum) != (member.file_size, member.CRC):
        raise malformed(_WHAT)


def _pieces(file: IO[bytes], length: int) -> Iterator[bytes]:
    while piece := file.read(min(_PIECE, length)):
        length -= len(piece)
        yield piece


def _check_kind(
    archive: ZipFile, members: list[ZipInfo], depth: int
) -> tuple[DocumentKind, tuple[Text, ...]]:
    names = [member.filename for member in members]
    if names[0] == "mimetype":
        return _check_odf(archive, names)
    if "[Content_Types].xml" not in names:
        raise not_accepted(Text("an archive", "压缩包"))
    kind = _kind_of_types(archive)
    if _MAIN_PARTS[kind] not in names:
        raise malformed(_WHAT)
    _check_places(archive, names, depth)
    outside = False
    for name in names:
        if name.lower().endswith(".rels"):
            outside |= _leads_outside(archive, name)
    return kind, (_LINKS,) if outside else ()


def _kind_of_types(archive: ZipFile) -> DocumentKind:
    stated = {attributes.get("ContentType", "") for _, attributes in elements(archive, "[Content_Types].xml")}
    if any("macroenabled" in one.lower() or "vbaproject" in one.lower() for one in stated):
        raise active(_MACROS)
    kinds = {_MAIN_TYPES[one] for one in stated & _MAIN_TYPES.keys()}
    if len(kinds) != 1:
        raise not_accepted(
            Text("an Office file of another kind, or an archive", "其他类型的Office文件或压缩包")
        )
    return kinds.pop()


def _check_places(archive: ZipFile, names: Iterable[str], depth: int) -> None:
    for name in names:
        place = f"/{name.lower()}"
        if "vbaproject" in place or place[1:].startswith(_MACRO_PLACES):
            raise active(_MACROS)
        if any(one in place for one in _OBJECT_PLACES) and not place.endswith(("/", ".rels")):
            # The table behind a chart is a workbook of its own, and as innocent as its container must be.
            if not place.endswith(_PACKAGES) or depth >= _DEEPEST:
                raise active(_OBJECTS)
            info = archive.getinfo(name)
            if info.file_size > _NESTED_AT_MOST:
                raise bomb(Text("nested documents", "嵌套文档"))
            check_office(BytesIO(archive.read(info)), info.file_size, depth + 1)


def _leads_outside(archive: ZipFile, name: str) -> bool:
    """Whether the relations in part ``name`` refer to anything but links outside; refuse on what acts."""
    outside = False
    for tag, attributes in elements(archive, name):
        if tag != "Relationship":
            continue
        kind = attributes.get("Type", "").lower()
        external = attributes.get("TargetMode", "").lower() == "external"
        if "vbaproject" in kind or "macrosheet" in kind:
            raise active(_MACROS)
        if kind.endswith(_ACTIVE_RELATIONS) and (external or not kind.endswith("/attachedtemplate")):
            raise active(_OBJECTS)
        outside |= external and not kind.endswith("/hyperlink")
    return outside


def _check_odf(archive: ZipFile, names: list[str]) -> tuple[DocumentKind, tuple[Text, ...]]:
    first = archive.getinfo("mimetype")
    if first.compress_type != ZIP_STORED or first.file_size > 200:  # noqa: PLR2004 - the longest such type has 80
        raise malformed(_WHAT)
    kind = _ODF_TYPES.get(archive.read(first))
    if kind is None:
        raise not_accepted(Text("an OpenDocument file of another kind", "其他类型的OpenDocument文件"))
    if "content.xml" not in names or "META-INF/manifest.xml" not in names:
        raise malformed(_WHAT)
    if any(name.lower().startswith(_MACRO_PLACES) for name in names):
        raise active(_MACROS)
    for tag, attributes in elements(archive, "META-INF/manifest.xml"):
        if tag == "encryption-data":
            raise encrypted()
        path = attributes.get("full-path", "").lower()
        if path.startswith(_MACRO_PLACES):
            raise active(_MACROS)
        if "oleobject" in attributes.get("media-type", "").lower():
            raise active(_OBJECTS)
    return kind, ()
