"""One document, from what a browser sent to what may be kept."""

from __future__ import annotations

from dataclasses import dataclass

from qingdan.casework.inspection.held import Held, Readable, hold
from qingdan.casework.inspection.kinds import ACCEPTED, KIND_OF_ENDING, WRITTEN, DocumentKind
from qingdan.casework.inspection.names import ending_of, safe_name
from qingdan.casework.inspection.office import check_office
from qingdan.casework.inspection.pdf import check_pdf
from qingdan.casework.inspection.pictures import check_jpeg, check_png
from qingdan.casework.inspection.plain import check_text
from qingdan.casework.inspection.refusals import DocumentRefused, Why
from qingdan.casework.inspection.sniffing import sniff
from qingdan.law.grammar.text import Text

_BYTES_CHECKS = {
    DocumentKind.PDF: check_pdf,
    DocumentKind.PNG: check_png,
    DocumentKind.JPEG: check_jpeg,
}


@dataclass(frozen=True, slots=True)
class Inspected:
    """What a document is. ``sha256`` is in hexadecimal, ``size`` in bytes."""

    kind: DocumentKind
    media_type: str
    size: int
    sha256: str
    safe_name: str
    warnings: tuple[Text, ...]


def inspect(content: bytes | Readable, declared_name: str, *, limit: int) -> Inspected:
    """Tell what ``content`` is, or refuse it.

    Args:
        content: the bytes, or a binary file, which is read from where it stands and not rewound.
        declared_name: as the sender states it; it is never trusted, only held against the content.
        limit: the most bytes to take; not one more than ``limit + 1`` is read.

    Raises:
        DocumentRefused: with the reason in both languages and, for machines, in ``why``.
    """
    name = safe_name(declared_name)
    held = hold(content, limit)
    with held.file:
        kind, warnings = _kind_and_warnings(held, name)
    if not ending_of(name):
        name = f"{name}.{kind.extension}"
    return Inspected(kind, kind.media_type, held.size, held.sha256, name, warnings)


def _kind_and_warnings(held: Held, name: str) -> tuple[DocumentKind, tuple[Text, ...]]:
    ending = ending_of(name)
    stated = KIND_OF_ENDING.get(ending)
    shown = sniff(held.head())
    if shown is None:
        return _text(held, ending, stated)
    if shown is DocumentKind.DOCX:
        kind, warnings = check_office(held.file, held.size)
        _agree(kind, ending, stated)
        return kind, warnings
    _agree(shown, ending, stated)
    return shown, _BYTES_CHECKS[shown](held.whole())


def _text(held: Held, ending: str, stated: DocumentKind | None) -> tuple[DocumentKind, tuple[Text, ...]]:
    kind = stated if stated in WRITTEN else DocumentKind.TEXT
    warnings = check_text(held.whole(), kind)
    _agree(kind, ending, stated)
    return kind, warnings


def _agree(kind: DocumentKind, ending: str, stated: DocumentKind | None) -> None:
    if not ending or stated is kind:
        return
    if stated is None:
        raise DocumentRefused(
            Why.MISMATCH,
            Text(
                f"Files that end in .{ending} are not accepted; by its content this one is {kind.says.en}. "
                f"{ACCEPTED.en}",
                f"不接收扩展名为.{ending}的文件；该文件内容为{kind.says.zh}。{ACCEPTED.zh}",
            ),
        )
    raise DocumentRefused(
        Why.MISMATCH,
        Text(
            f"The name says {stated.says.en}, but by its content the file is {kind.says.en}. Send the file that you "
            f"mean, or give it the ending .{kind.extension}",
            f"文件名表明其为{stated.says.zh}，实际内容为{kind.says.zh}。请核对后重新上传，或将扩展名改为.{kind.extension}",
        ),
    )
