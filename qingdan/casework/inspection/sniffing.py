"""What the first bytes say. A file recognised here and not accepted is named, so that its sender understands.

Written out rather than left to a library: eleven kinds are accepted and each is checked to its end elsewhere; what
is left for sniffing is a short table, and every row needs words in two languages.
"""

from __future__ import annotations

from qingdan.casework.inspection.kinds import DocumentKind
from qingdan.casework.inspection.refusals import hidden, not_accepted
from qingdan.law.grammar.text import Text

_PROGRAM = Text("a program", "可执行程序")
_ARCHIVE = Text("an archive", "压缩包")
_SOUND_OR_FILM = Text("a sound or video recording", "音视频文件")
_OLD_OFFICE = Text(
    "an Office file in the old format (DOC, XLS, PPT, MSG)", "旧版Office文件（DOC、XLS、PPT、MSG）"
)
_PICTURE = Text("a picture in another format", "其他格式的图片")
_FONT = Text("a typeface", "字体文件")
_DATABASE = Text("a database", "数据库文件")
_SCRIPT = Text("a script", "脚本")
_RICH = Text("an RTF or PostScript document", "RTF或PostScript文档")
_SHORTCUT = Text("a shortcut", "快捷方式")
_REFUSED: tuple[tuple[int, bytes, Text], ...] = (
    (0, b"MZ", _PROGRAM),
    (0, b"\x7fELF", _PROGRAM),
    (0, b"\xca\xfe\xba\xbe", _PROGRAM),
    (0, b"\xfe\xed\xfa\xce", _PROGRAM),
    (0, b"\xfe\xed\xfa\xcf", _PROGRAM),
    (0, b"\xce\xfa\xed\xfe", _PROGRAM),
    (0, b"\xcf\xfa\xed\xfe", _PROGRAM),
    (0, b"\0asm", _PROGRAM),
    (0, b"dex\n", _PROGRAM),
    (0, b"L\0\0\0\x01\x14\x02\0", _SHORTCUT),
    (0, b"[InternetShortcut]", _SHORTCUT),
    (0, b"[Desktop Entry]", _SHORTCUT),
    (0, b"Windows Registry Editor", _SCRIPT),
    (0, b"#!", _SCRIPT),
    (0, b"@echo off", _SCRIPT),
    (0, b"Rar!\x1a\x07", _ARCHIVE),
    (0, b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (0, b"\x1f\x8b", _ARCHIVE),
    (0, b"BZh", _ARCHIVE),
    (0, b"\xfd7zXZ\0", _ARCHIVE),
    (0, b"\x28\xb5\x2f\xfd", _ARCHIVE),
    (0, b"MSCF", _ARCHIVE),
    (0, b"PK\x05\x06", _ARCHIVE),
    (257, b"ustar", _ARCHIVE),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLD_OFFICE),
    (0, b"GIF8", _PICTURE),
    (0, b"BM", _PICTURE),
    (0, b"II*\0", _PICTURE),
    (0, b"MM\0*", _PICTURE),
    (0, b"\0\0\x01\0", _PICTURE),
    (8, b"WEBP", _PICTURE),
    (4, b"ftypheic", _PICTURE),
    (4, b"ftypavif", _PICTURE),
    (4, b"ftypmif1", _PICTURE),
    (4, b"ftyp", _SOUND_OR_FILM),
    (0, b"ID3", _SOUND_OR_FILM),
    (0, b"OggS", _SOUND_OR_FILM),
    (8, b"WAVE", _SOUND_OR_FILM),
    (8, b"AVI ", _SOUND_OR_FILM),
    (0, b"\x1aE\xdf\xa3", _SOUND_OR_FILM),
    (0, b"SQLite format 3\0", _DATABASE),
    (0, b"OTTO\0", _FONT),
    (0, b"wOF", _FONT),
    (0, b"{\\rtf", _RICH),
    (0, b"%!PS", _RICH),
)
# Two letters begin honest texts too ("BM25 ranks ..."): there the rest of the file must be binary.
_NEEDS_BINARY = frozenset(
    {b"MZ", b"BM", b"BZh", b"ID3", b"MSCF", b"OggS", b"wOF", b"ftyp", b"WAVE", b"WEBP", b"AVI "}
)
_PDF_WITHIN = 1024


def sniff(head: bytes) -> DocumentKind | None:
    """Return what the beginning shows: PDF, PNG, JPEG, DOCX for any ZIP container, or None where it may be text.

    Raises:
        DocumentRefused: it is something that is not accepted, or a PDF with something before it.
    """
    if head.startswith(b"%PDF-"):
        return DocumentKind.PDF
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return DocumentKind.PNG
    if head.startswith(b"\xff\xd8\xff"):
        return DocumentKind.JPEG
    if head.startswith(b"PK\x03\x04"):
        return DocumentKind.DOCX
    for offset, magic, what in _REFUSED:
        if head.startswith(magic, offset) and (magic not in _NEEDS_BINARY or b"\0" in head):
            raise not_accepted(what)
    if b"%PDF-" in head[:_PDF_WITHIN] and b" obj" in head:
        raise hidden(Text("something stands before the beginning of a PDF", "PDF文件头之前另有数据"))
    return None
