"""The register, for everybody: search it, look a number up, and take away the proof that an entry is genuine."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from qingdan.api import shown
from qingdan.api.acts import attachment, for_everybody
from qingdan.api.letters import PDF
from qingdan.api.paging import page
from qingdan.api.rates import HEAVY
from qingdan.api.shapes import Cursor, Limit, Page, Plain, Said
from qingdan.api.shown import instant
from qingdan.casework import sealing
from qingdan.casework.actions.refusals import NotFound
from qingdan.casework.certificates import certificate_pdf
from qingdan.casework.models import RegisterEntry
from qingdan.casework.queries import register as read
from qingdan.law.numbers import Kind, QingdanNumber
from qingdan.procedures.grammar.effects import Status

router = Router(tags=["register"])
Number = Annotated[
    str, Field(max_length=60, description="in any written form: R110108250000420, 人智备R110108-25-000042-0")
]


class Holder(Schema):
    """Who holds an entry."""

    id: int
    name: str
    name_en: str


class Entry(Schema):
    """An entry in brief. Being in the register is no endorsement."""

    number: str
    display: Said
    kind: str
    kind_says: Said
    status: str
    status_says: Said
    status_since: str
    holder: Holder
    product: str | None
    granted_on: str
    expires_on: str | None


class Version(Schema):
    """An entry as it was published at one time."""

    version: int
    at: str | None
    status: str
    why: Said


class WholeEntry(Entry):
    """An entry as it stands. Withdrawn numbers resolve too."""

    version: int
    uscc: str
    shown: Plain
    office: Said
    notice: Said


_NOTICE = {
    "zh": "登记不代表对产品、服务的认可，不得用于宣传推介。",
    "en": "Entry in the register is not an endorsement and may not be advertised as one.",
}


def _entry(row: RegisterEntry) -> dict[str, Any]:
    return {
        **shown.entry(row),
        "kind_says": Kind(row.kind).says.as_data(),
        "status_says": Status(row.status).says.as_data(),
    }


@router.get("", summary="Search the register", response=Page[Entry])
def search_register(  # noqa: PLR0913 - filters
    request: HttpRequest,
    response: HttpResponse,
    *,
    q: Annotated[
        str, Query(max_length=200, description="words of number, holder, code or product; all must match")
    ] = "",
    kind: Annotated[Kind | None, Query(description="R, L, D, A or X")] = None,
    status: Annotated[Status | None, Query()] = None,
    cursor: Cursor = "",
    limit: Limit = 25,
) -> dict[str, Any]:
    """Search the register, newest first. A number is found however it is written."""
    del request
    for_everybody(response)
    words = str(QingdanNumber.parse(q)) if read.looks_like_number(q) else q
    rows = read.entries(words=words, kind=kind or "", status=status or "")
    return page(rows, ("-id",), cursor, limit, _entry)


@router.get("/{number}", summary="Look a number up", response=WholeEntry)
def see_entry(request: HttpRequest, response: HttpResponse, number: Number) -> dict[str, Any]:
    """Look a number up, in any written form. What is wrong with a wrong one is said."""
    del request
    found = read.entry(number)
    now = read.published(found)
    for_everybody(response)
    response["ETag"] = f'"{found.number}-{found.version}"'
    return {
        **_entry(found),
        "version": now["version"],
        "uscc": now.get("uscc", ""),
        "shown": now["shown"],
        "office": {"zh": found.office.name_zh, "en": found.office.name_en},
        "notice": _NOTICE,
    }


@router.get("/{number}/history", summary="How an entry came to stand", response=list[Version])
def history(request: HttpRequest, response: HttpResponse, number: Number) -> list[dict[str, Any]]:
    """Return every published version of an entry, oldest first."""
    del request
    for_everybody(response)
    return [{**v, "at": instant(v["at"])} for v in read.published(read.entry(number))["timeline"]]


_BUNDLE = {
    "responses": {200: {"content": {"application/json": {"schema": {"type": "object"}}}}},
    "externalDocs": {"description": "FORMAT.md", "url": "/api/docs"},
}


@router.get("/{number}/proof", summary="Prove an entry", openapi_extra=_BUNDLE)
def proof(
    request: HttpRequest,
    number: Number,
    version: Annotated[int | None, Query(ge=1, le=1_000_000, description="the current one if none")] = None,
) -> HttpResponse:
    """Return the proof that an entry stands in the signed log, for `qingdan verify` and the page at `/v`."""
    del request
    found = read.entry(number)
    if version is not None and version > found.version:
        raise NotFound(read.ENTRY)
    bundle = sealing.proof_of(found, version).as_json()
    response = attachment(bundle, "application/json", f"{found.number}-proof.json")
    for_everybody(response)
    return response


_QR = {
    "responses": {
        200: {
            "content": {
                "image/svg+xml": {"schema": {"type": "string"}},
                "image/png": {"schema": {"type": "string", "format": "binary"}},
            }
        }
    }
}


@router.get("/{number}/qr/{form}", summary="Get an entry's QR code", openapi_extra=_QR, throttle=[HEAVY])
def qr(request: HttpRequest, number: Number, form: Literal["svg", "png"]) -> HttpResponse:
    """Return the QR code that proves an entry offline: the verifier's address and the whole proof."""
    del request
    from io import BytesIO

    import segno

    found = read.entry(number)
    out = BytesIO()
    segno.make(sealing.qr_of(found), error="m", micro=False).save(out, kind=form, scale=4)
    media = "image/svg+xml" if form == "svg" else "image/png"
    response = HttpResponse(out.getvalue(), content_type=media)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    for_everybody(response, 60)
    return response


@router.get("/{number}/certificate", summary="Print a certificate", openapi_extra=PDF, throttle=[HEAVY])
def certificate(request: HttpRequest, number: Number) -> HttpResponse:
    """Return an entry's certificate as PDF, in both languages, with the QR code that proves it offline."""
    del request
    found = read.entry(number)
    response = attachment(certificate_pdf(found), "application/pdf", f"{found.number}.pdf")
    for_everybody(response)
    return response
