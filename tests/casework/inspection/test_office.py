"""Office documents: a sound container, no macros, no foreign objects."""

from __future__ import annotations

import zlib

import pytest

from qingdan.casework.inspection import Why
from tests.casework.inspection import made
from tests.casework.inspection.judged import MB, taken, why

ACTIVE_OFFICE = {
    "macro part": made.docx({"word/vbaProject.bin": b"x"}),
    "macro type": made.docx(None, made.WORD, "application/vnd.ms-word.document.macroEnabled.main+xml"),
    "macro sheet": made.xlsx({"xl/macrosheets/sheet1.xml": "<x/>"}),
    "object": made.docx({"word/embeddings/oleObject1.bin": b"x"}),
    "control": made.docx({"word/activeX/activeX1.xml": "<x/>"}),
    "object elsewhere": made.docx({"word/_rels/document.xml.rels": made.relation("oleObject")}),
    "template from outside": made.docx(
        {"word/_rels/settings.xml.rels": made.relation("attachedTemplate", external=True)}
    ),
    "html part": made.docx({"word/_rels/document.xml.rels": made.relation("aFChunk")}),
    "macros in a chart's table": made.docx(
        {"word/embeddings/Sheet.xlsx": made.xlsx({"xl/vbaProject.bin": b"x"})}
    ),
    "nested twice": made.docx({"word/embeddings/a.xlsx": made.xlsx({"xl/embeddings/b.docx": made.docx()})}),
    "basic": made.odf(more={"Basic/Standard/Module1.xml": "<x/>"}),
    "python": made.odf(more={"Scripts/python/x.py": "x"}),
    "odf object": made.odf(
        manifest='<m><file-entry full-path="Object 1" media-type="application/vnd.sun.star.oleobject"/></m>'
    ),
}


@pytest.mark.parametrize("what", ACTIVE_OFFICE)
def test_an_office_document_that_can_act_is_refused(what: str) -> None:
    assert why(ACTIVE_OFFICE[what]) is Why.ACTIVE


def test_charts_and_links_are_ordinary_and_what_lies_outside_is_warned_of() -> None:
    chart = made.docx({"word/embeddings/Sheet.xlsx": made.xlsx()})
    assert taken(chart, "a.docx").warnings == ()
    link = made.docx({"word/_rels/document.xml.rels": made.relation("hyperlink", external=True)})
    assert taken(link, "a.docx").warnings == ()
    book = made.xlsx({"xl/_rels/workbook.xml.rels": made.relation("externalLinkPath", external=True)})
    assert taken(book, "a.xlsx").warnings


def _patched(content: bytes, before: bytes, after: bytes) -> bytes:
    assert before in content
    return content.replace(before, after)


def _overlapping() -> bytes:
    """Two members of the directory that share one local header and its bytes."""
    whole = made.docx({"a.xml": "a" * 100, "b.xml": "a" * 100})
    at = whole.index(b"PK\x01\x02", whole.index(b"PK\x01\x02", whole.index(b"PK\x01\x02") + 1) + 1)
    second = whole.index(b"PK\x01\x02", at + 1)
    return whole[: second + 42] + whole[at + 42 : at + 46] + whole[second + 46 :]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (made.docx({"word/media/a.xml": bytes(300 * MB)}), Why.BOMB),
        (made.docx({f"m{n}": b"" for n in range(5001)}), Why.BOMB),
        (_overlapping(), Why.BOMB),
        (made.docx({"../../etc/passwd": "x"}), Why.HIDDEN),
        (made.docx({"/etc/passwd": "x"}), Why.HIDDEN),
        (made.docx({"C:\\x": "x"}), Why.HIDDEN),
        (made.docx() + b"tail", Why.HIDDEN),
        (_patched(made.docx(), b"PK\x01\x02", b"junkPK\x01\x02"), Why.HIDDEN),
        (made.docx()[:-10], Why.MALFORMED),
        (made.docx({"WORD/document.xml": "<x/>"}), Why.MALFORMED),
        (made.zipped({made.CONTENT_TYPES: made.types(made.WORD)}), Why.MALFORMED),
        (made.zipped({made.CONTENT_TYPES: "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}), Why.MALFORMED),
        (made.zipped({made.CONTENT_TYPES: "not xml"}), Why.MALFORMED),
        (made.odf(manifest="<m><file-entry><encryption-data/></file-entry></m>"), Why.ENCRYPTED),
        (b"PK\x03\x04" + bytes(100), Why.MALFORMED),
    ],
)
def test_a_container_is_sound_or_refused(content: bytes, reason: Why) -> None:
    assert why(content) is reason


def test_an_encrypted_member_is_refused() -> None:
    content = bytearray(made.docx())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert why(bytes(content)) is Why.ENCRYPTED


@pytest.mark.parametrize("stated", [5, 9, 11])
def test_a_member_whose_stated_size_is_false_is_refused_though_its_checksum_fits(stated: int) -> None:
    """Readers that stop at the stated size see another file than those that unfold it all."""
    content = bytearray(made.docx({"a.xml": "0123456789"}))
    at = content.index(b"PK\x01\x02", content.rindex(b"document.xml", 0, -60))
    assert content[at + 24] == 10
    content[at + 16 : at + 20] = zlib.crc32(b"0123456789"[:stated]).to_bytes(4, "little")
    content[at + 24] = stated
    assert why(bytes(content)) is Why.MALFORMED
