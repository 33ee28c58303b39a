"""Documents: taken in whole or not at all, kept once, handed out as they were, and found out when altered."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from pytest_django import Settings

from qingdan.casework import documents, store
from qingdan.casework.documents import damaged
from qingdan.casework.models import Document
from qingdan.casework.uploading import uploaded
from qingdan.law.grammar.refusal import Refusal
from tests.casework.documents.sent import TEXT, file, read, sent
from tests.casework.journeys import Journey

pytestmark = pytest.mark.django_db


def test_what_is_taken_in_is_kept_under_its_digest_and_given_back_as_it_was(way: Journey) -> None:
    document = sent(way.filer, party=way.party.pk)
    assert (document.name, document.size, document.standing) == ("评估报告.txt", len(TEXT), "clean")
    assert store.path_of(document.sha256).read_bytes() == TEXT
    assert read(document, way.filer) == TEXT


def test_the_same_content_is_kept_once_however_often_it_comes(way: Journey, settings: Settings) -> None:
    keys = {sent(way.filer, name=f"{n}.txt", party=way.party.pk).key for n in range(3)}
    assert len(keys) == 1
    assert len([p for p in Path(settings.MEDIA_ROOT).rglob("*") if p.is_file()]) == 1


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "空.txt"),
        (b"MZ\x90\x00" + b"\0" * 90, "报告.pdf"),
        (TEXT, "报告.exe.txt"),
        (TEXT, "a\u202etxt.exe"),
        (TEXT, "a\x00.txt"),
    ],
    ids=["empty", "a program", "two endings", "written backwards", "control characters"],
)
def test_what_is_refused_leaves_nothing_behind(
    way: Journey, settings: Settings, content: bytes, name: str
) -> None:
    with pytest.raises(Refusal):
        sent(way.filer, content, name, party=way.party.pk)
    assert not Document.objects.exists()
    assert not [p for p in Path(settings.MEDIA_ROOT).rglob("*") if p.is_file()]


class Wire(BytesIO):
    """A request's body that tells how far it was read."""

    def read(self, size: int | None = -1) -> bytes:
        assert size is not None
        assert size >= 0, "nobody reads a body without measure"
        return super().read(size)


def test_an_upload_over_the_limit_is_not_read_to_its_end(settings: Settings) -> None:
    settings.DOCUMENT_LIMIT = 200_000
    request, wire = _posted(b"x" * 5_000_000)
    with pytest.raises(Refusal, match="larger than"):
        uploaded(request)
    assert wire.tell() < 400_000
    assert request.POST["csrf"] == "token", "what came before it is known"


def test_one_within_it_arrives_whole(settings: Settings) -> None:
    settings.DOCUMENT_LIMIT = 200_000
    request, _ = _posted(b"x" * 200_000)
    assert uploaded(request).size == 200_000
    with pytest.raises(Refusal, match="choose a file"):
        uploaded(request, "another")


def _posted(content: bytes) -> tuple[HttpRequest, Wire]:
    body = encode_multipart(BOUNDARY, {"csrf": "token", "file": file(content)})
    request = RequestFactory().generic("POST", "/", body, content_type=MULTIPART_CONTENT)
    wire = Wire(body)
    request._stream = wire  # what a server hands over
    return request, wire


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("report.pdf", "attachment; filename=\"report.pdf\"; filename*=UTF-8''report.pdf"),
        (
            'a"b\\c;d%41.pdf',
            "attachment; filename=\"a_b_c_d_41.pdf\"; filename*=UTF-8''a%22b%5Cc%3Bd%2541.pdf",
        ),
        ("报告.pdf", "attachment; filename=\"__.pdf\"; filename*=UTF-8''%E6%8A%A5%E5%91%8A.pdf"),
        (
            "a\r\nSet-Cookie: x.pdf",
            "attachment; filename=\"a__Set-Cookie: x.pdf\"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20x.pdf",
        ),
    ],
)
def test_a_download_keeps_its_name_and_breaks_out_of_no_header(name: str, wanted: str) -> None:
    found = documents.headers(Document(name=name, media_type="application/pdf", size=3))
    assert found["Content-Disposition"] == wanted
    assert found["Content-Disposition"].isascii()
    assert found["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in found["Cache-Control"]


@pytest.mark.parametrize("harm", ["lost", "altered"])
def test_bytes_lost_or_altered_are_found_out_and_not_handed_over(
    way: Journey, caplog: pytest.LogCaptureFixture, harm: str
) -> None:
    document = sent(way.filer, party=way.party.pk)
    assert list(damaged()) == []
    path = store.path_of(document.key)
    path.unlink() if harm == "lost" else path.write_bytes(TEXT.replace(b"\n", b" "))
    with pytest.raises(Refusal, match="no longer what was uploaded"):
        read(document, way.filer)
    assert str(document.pk) in caplog.text
    assert list(damaged()) == [document]
    sent(way.filer, party=way.party.pk)
    assert read(document, way.filer) == TEXT, "uploaded again, it is whole again"
