"""PDFs: what acts, hides or swells is found however it is written."""

from __future__ import annotations

import tracemalloc
import zlib
from collections.abc import Iterator

import pytest

from qingdan.casework.inspection import DocumentKind, Why
from tests.casework.inspection import made
from tests.casework.inspection.judged import MB, taken, why

ACTIVE_PDF = {
    "javascript": b"5 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj",
    "without spaces": b"5 0 obj<</S/JavaScript/JS(x)>>endobj",
    "escaped": b"5 0 obj << /S /J#61va#53cript /JS (x) >> endobj",
    "name alone": b"5 0 obj/JavaScript endobj",
    "launch": b"5 0 obj << /S /Launch /F (cmd.exe) >> endobj",
    "attachment": b"5 0 obj << /Names << /EmbeddedFiles 6 0 R >> >> endobj",
    "form": b"5 0 obj << /S /SubmitForm /F (http://x.example) >> endobj",
    "xfa": b"5 0 obj << /AcroForm << /XFA 6 0 R >> >> endobj",
    "compressed": made.object_stream(b"<< /S /JavaScript /JS (x) >>"),
    "compressed, type unsaid": made.object_stream(
        b"<</S/Launch>>", b"/N 1 /First 4 /Filter [ /Fl#61teDecode ]"
    ),
    "compressed, dictionary disguised": made.object_stream(
        b"<</S/Launch>>", b"/X (\\) >> stream 1 0 obj) % >> stream\n /N 1 /First 4 /Filter /FlateDecode"
    ),
    "across windows": b"%" + b"x" * (4 << 20) + b"\n5 0 obj << /S /Launch >> endobj",
}


@pytest.mark.parametrize("what", ACTIVE_PDF)
def test_a_pdf_that_can_act_is_refused_however_it_hides_that(what: str) -> None:
    assert why(made.pdf(ACTIVE_PDF[what]), "a.pdf") is Why.ACTIVE


@pytest.mark.parametrize(
    "objects",
    [
        made.object_stream(b"<<>>", b"/Type /ObjStm /N 1 /First 4 /Filter /LZWDecode"),
        made.object_stream(b"<<>>", b"/Type /ObjStm /N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode]"),
        made.object_stream(b"<<>>", b"/Type /ObjStm /N 1 /First 4 /Filter 7 0 R"),
        made.object_stream(b"<<>>", b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /DecodeParms 7 0 R"),
        made.stream(b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", b"not compressed"),
        b"5 0 obj << /A (never closed",
    ],
)
def test_a_pdf_whose_objects_cannot_be_looked_into_is_refused(objects: bytes) -> None:
    assert why(made.pdf(objects), "a.pdf") is Why.MALFORMED


def test_a_pdf_that_only_speaks_of_scripts_is_taken() -> None:
    page = made.stream(b"", b"BT (HTML/JavaScript and CSS/Launch) Tj ET")
    assert taken(made.pdf(page), "a.pdf").warnings == ()
    title = made.object_stream(b"<< /Title (HTML/JavaScript) >>")
    assert taken(made.pdf(title), "a.pdf").warnings == ()


def test_a_pdf_that_opens_at_a_place_is_taken_with_a_warning() -> None:
    (warning,) = taken(made.pdf(b"5 0 obj << /OpenAction [3 0 R /Fit] >> endobj"), "a.pdf").warnings
    assert "不含脚本" in warning.zh


def test_an_encrypted_pdf_is_refused() -> None:
    assert why(made.pdf(b"trailer << /Encrypt 8 0 R >>"), "a.pdf") is Why.ENCRYPTED


def test_a_pdf_with_something_before_or_after_it_is_refused() -> None:
    assert why(b"GARBAGE" + made.pdf(), "a.pdf") is Why.HIDDEN
    assert why(made.pdf(tail=made.zipped({"a": "b"})), "a.pdf") is Why.HIDDEN
    assert taken(made.pdf(tail=b"\r\n\0\0"), "a.pdf").kind is DocumentKind.PDF
    assert why(made.pdf()[:-20], "a.pdf") is Why.MALFORMED
    assert why(b"%PDF-1.7\n%%EOF", "a.pdf") is Why.MALFORMED


def test_pictures_in_a_pdf_may_be_damaged_or_compressed_but_not_twice() -> None:
    broken = made.stream(b"/Subtype /Image /Filter /FlateDecode", b"not compressed")
    scan = made.stream(b"/Subtype /Image /Filter /FlateDecode", zlib.compress(bytes(9 * MB)))
    assert taken(made.pdf(broken, scan), "a.pdf").kind is DocumentKind.PDF
    twice = made.stream(b"/Filter [/FlateDecode /FlateDecode]", zlib.compress(zlib.compress(b"a")))
    assert why(made.pdf(twice), "a.pdf") is Why.BOMB


@pytest.fixture
def measured() -> Iterator[None]:
    tracemalloc.start()
    yield
    tracemalloc.stop()


FLOOD = zlib.compress(bytes(200 * MB), 9)
BOMBS = {
    "pdf": made.pdf(*(made.stream(b"/Filter /FlateDecode", FLOOD) for _ in range(5))),
    "object streams": made.pdf(made.stream(b"/N 1 /First 4 /Filter /FlateDecode", FLOOD)),
}


@pytest.mark.usefixtures("measured")
@pytest.mark.parametrize("what", BOMBS)
def test_a_bomb_is_found_without_being_unfolded_in_memory(what: str) -> None:
    assert why(BOMBS[what], "a.pdf") is Why.BOMB
    assert tracemalloc.get_traced_memory()[1] < 150 * MB
