"""What comes in is not to be trusted: a clear problem, nothing changed, never our fault."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from qingdan.casework.models import Document, Event, Product
from tests.api.conftest import Asker, Json, answer
from tests.casework import factories
from tests.casework.factories import Company
from tests.casework.inspection.made import pdf, zipped

pytestmark = pytest.mark.django_db
RAW: dict[str, tuple[bytes, int]] = {
    "nothing": (b"", 422),
    "no JSON": (b"{", 400),
    "not UTF-8": (b'{"name": "\xff\xfe"}', 400),
    "UTF-16": ('{"name": "x"}'.encode("utf-16"), 400),
    "NUL": (b'{"party": 1, "name": "a\\u0000b"}', 400),
    "NUL in a key": (b'{"party": 1, "na\\u0000me": "b"}', 400),
    "half a character": (b'{"party": 1, "name": "\\ud800"}', 400),
    "deep": (b"[" * 100_000, 400),
    "deep objects": (b'{"a":' * 5000 + b"1" + b"}" * 5000, 400),
    "deep in a string is not deep": (json.dumps({"party": 1, "name": "[" * 100}).encode(), 404),
    "a number of many digits": (b'{"party": ' + b"9" * 5000 + b', "name": "x"}', 400),
    "beyond 64 bits": (b'{"party": 99999999999999999999, "name": "x"}', 422),
    "negative": (b'{"party": -1, "name": "x"}', 422),
    "infinite": (b'{"party": 1e999, "name": "x"}', 400),
    "not a number": (b'{"party": NaN, "name": "x"}', 400),
    "a list": (b"[]", 422),
    "text": (b'"text"', 422),
    "null": (b"null", 422),
    "a number as text": (b'{"party": "1", "name": "x"}', 422),
    "yes as a number": (b'{"party": true, "name": "x"}', 422),
    "a fraction": (b'{"party": 1.5, "name": "x"}', 422),
    "too long": (json.dumps({"party": 1, "name": "x" * 201}).encode(), 422),
    "what is not asked": (b'{"party": 1, "name": "x", "admin": true}', 422),
    "the prototype": (b'{"party": 1, "name": "x", "__proto__": {"admin": true}}', 422),
    "too large": (b'{"party": 1, "name": "' + b"x" * (3 * 1024 * 1024) + b'"}', 413),
    "zipped": (gzip.compress(b'{"party": 1, "name": "x"}'), 400),
    "blank": (b'{"party": 1, "name": "   "}', 404),
}


@pytest.mark.parametrize("name", RAW)
def test_a_body_that_cannot_be_is_a_clear_problem(
    name: str, firm: Company, asker: Callable[..., Asker]
) -> None:
    content, expected = RAW[name]
    body = content.replace(b'"party": 1,', b'"party": 424242,')
    problem = answer(asker(firm.filer)("POST", "/products", body), expected)
    assert problem["detail"]
    assert not Product.objects.exists()


def test_only_json_is_taken_for_json(firm: Company, asker: Callable[..., Asker]) -> None:
    secret = asker(firm.filer).secret
    for kind in ("text/plain", "application/x-www-form-urlencoded", "application/xml", "text/html"):
        response = Client().generic(
            "POST", "/api/products", b"{}", content_type=kind, headers={"Authorization": f"Bearer {secret}"}
        )
        assert answer(response, 415)["code"] == "not_json"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "path",
    ["/cases/abc", "/cases/0", "/cases/-1", "/cases/1.5", "/cases/99999999999999999999999", "/cases/%00", "/cases/1%00",
     "/cases/%FF%FE", "/documents/not-a-uuid", "/documents/..%2f..%2fetc%2fpasswd", "/cases?limit=0", "/cases?limit=1000",
     "/cases?cursor=%00", "/cases?cursor=zzz", "/cases?cursor=W10", "/cases?box=everybody", "/nothing", "/cases/1/nothing",
     "/cases//", "/register/%00", "/register/X", "/register/L100000260000010", "/obligations?due_before=9999-99-99",
     "/obligations?product=1e400", "/law/articles/1000", "/law/calendars/9999999", "/products/1/judgement?on=0001-01-01",
     "/negative-list/%2e%2e", "/negative-list/compare?one=a", "/register?q=%00", "/procedures/nope", "/calendar/x.ics"],
)  # fmt: skip
def test_an_address_that_leads_nowhere_says_so(path: str, firm: Company, asker: Callable[..., Asker]) -> None:
    response = asker(firm.filer)("GET", path)
    assert response.status_code in {400, 404, 422}
    answer(response, response.status_code)


def test_cursors_of_other_lists_or_made_up_are_refused(firm: Company, asker: Callable[..., Asker]) -> None:
    from base64 import urlsafe_b64encode

    who = asker(firm.filer)
    for n in range(3):
        factories.product(firm.party, f"p{n}")
    cursor = who.get("/products?limit=1")["next"]
    assert who.get(f"/products?limit=1&cursor={cursor}")["items"][0]["name"] == "p1"
    for path in ("/obligations", "/documents", "/letters", "/me/alerts"):
        assert who.get(f"{path}?cursor={cursor}", 422)["field"] == "cursor"
    for made_up in ('["-id", "x"]', '["-id", 1e400]', '["-id", 99999999999999999999]', '["-id", true]', '["-id", [1]]', "{}",
                    '["due,id", "0001-01-01", 1]', '["-id", null, 1]', "[" * 5000):  # fmt: skip
        text = urlsafe_b64encode(made_up.encode()).decode().rstrip("=")
        assert who("GET", f"/products?cursor={text[:390]}").status_code == 422, made_up


@pytest.mark.parametrize("method", ["PUT", "PATCH", "TRACE", "OPTIONS", "DELETE", "PROPFIND"])
def test_methods_there_are_not_say_which_there_are(method: str, asker: Callable[..., Asker]) -> None:
    response = asker()(method, "/cases")
    assert answer(response, 405)["code"] == "no_such_method"
    assert set(response["Allow"].replace(" ", "").split(",")) == {"GET", "POST"}


def test_a_foreign_host_is_refused_as_a_problem() -> None:
    answer(Client().get("/api/health", headers={"Host": "evil.example"}), 400)  # type: ignore[arg-type]


@pytest.mark.parametrize("key", ["", "x" * 65, "a b", "日", "a\tb"])
def test_keys_that_cannot_be_are_refused(key: str, firm: Company, asker: Callable[..., Asker]) -> None:
    asker(firm.filer).post("/products", {"party": firm.party.pk, "name": "x"}, 422, Idempotency_Key=key)
    assert not Product.objects.exists()


FILES: dict[str, tuple[str, bytes, int]] = {
    "empty": ("a.pdf", b"", 422),
    "a program": ("a.pdf", b"MZ\x90\x00" + b"\x00" * 100, 422),
    "a page that acts": ("a.pdf", pdf(b"<</S/JavaScript/JS(app.alert(1))>>"), 422),
    "a zip bomb": ("a.zip", zipped({"a": b"\x00" * 20_000_000}), 422),
    "HTML as text": ("a.txt", b"<html><script>alert(1)</script>", 422),
    "another type than its name": ("a.pdf", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, 422),
    "too large": ("a.txt", b"x" * 4096, 413),
}


@pytest.mark.parametrize("name", FILES)
def test_files_that_are_not_what_they_say_or_act_are_refused(
    name: str, firm: Company, asker: Callable[..., Asker], settings: Settings
) -> None:
    settings.DOCUMENT_LIMIT = 2048 if name == "too large" else settings.DOCUMENT_LIMIT
    file, content, expected = FILES[name]
    response = _upload(asker(firm.filer), file, content, firm.party.pk)
    assert response.status_code in {expected, 422}, response.content
    answer(response, response.status_code)
    assert not Document.objects.exists()


def _upload(by: Asker, name: str, content: bytes, party: int) -> HttpResponse:
    file = SimpleUploadedFile("x", content)
    file._name = name  # type: ignore[attr-defined] # as a hostile client sends it
    headers = {"Authorization": f"Bearer {by.secret}"}
    return by.client.post("/api/documents", {"file": file, "party": str(party)}, headers=headers)  # type: ignore[return-value]


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd.pdf",
        "a\r\nSet-Cookie: x=1.pdf",
        "报告\u202efdp.exe.pdf",
        '"; rm -rf.pdf',
        "a" * 300 + ".pdf",
        "CON.pdf",
        "%2e%2e.pdf",
    ],
)
def test_hostile_names_stay_names(name: str, firm: Company, asker: Callable[..., Asker]) -> None:
    who = asker(firm.filer)
    response = _upload(who, name, pdf(), firm.party.pk)
    if response.status_code != 201:
        answer(response, response.status_code)
        return
    row = json.loads(response.content)
    got = who("GET", f"/documents/{row['id']}/content")
    assert got["Content-Disposition"].startswith('attachment; filename="')
    assert got["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in got["Content-Security-Policy"]
    assert "Set-Cookie" not in got.headers
    assert b"".join(got) == pdf()


def test_a_document_in_quarantine_is_named_and_handed_to_nobody(
    firm: Company, asker: Callable[..., Asker], settings: Settings
) -> None:
    settings.CLAMAV = "127.0.0.1:1"
    who = asker(firm.filer)
    row = who.upload(party=firm.party.pk)
    assert row["standing"] == "quarantined"
    assert who.get(f"/documents/{row['id']}")["standing"] == "quarantined"
    assert who.get(f"/documents/{row['id']}/content", 409)["code"] == "document_not_clean"


STEPS: tuple[Json, ...] = (
    {"kind": "L"}, {"kind": {"$ne": 1}}, {"unknown": 1}, {"kind": 10**15}, {"kind": None}, {"kind": ["L"]}, {"kind": "L", "scope_sought": "x" * 30_000},
    {"kind": "L", "scope_sought": "\u202e\u0007"},
)  # fmt: skip


@pytest.mark.parametrize("content", STEPS, ids=range(len(STEPS)))
def test_what_a_step_does_not_ask_is_refused_by_field(
    content: Json, firm: Company, asker: Callable[..., Asker]
) -> None:
    who = asker(firm.filer)
    case = who.post(
        "/cases", {"procedure": "licence_application", "product": factories.product(firm.party).pk}, 201
    )
    problem = who.post(f"/cases/{case['id']}/steps/submit", {"given": content}, 422)
    assert problem["field"]
    assert Event.objects.count() == 1


def test_lapsed_and_made_up_invitations_are_refused(firm: Company, asker: Callable[..., Asker]) -> None:
    assert (
        asker(firm.filer).post("/invitations/accept", {"code": "0" * 43}, 422)["code"] == "invitation_unknown"
    )


def test_too_many_are_asked_to_wait(settings: Settings, asker: Callable[..., Asker]) -> None:
    settings.API_PER_MINUTE_UNKNOWN = 3
    anyone = asker()
    answers = [anyone("GET", "/health") for _ in range(30)]
    refused = [a for a in answers if a.status_code == 429]
    assert refused
    assert answer(refused[0], 429)["code"] == "throttled"
    assert 0 < int(refused[0]["Retry-After"]) <= 60


def test_whatever_breaks_is_told_without_a_word_about_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the password is 1234")

    monkeypatch.setattr("qingdan.api.law.rows_of", broken)
    response = Client(raise_request_exception=False).get("/api/law/articles")
    assert answer(response, 500)["code"] == "our_fault"  # type: ignore[arg-type]
    assert b"1234" not in response.content
