"""What the authority publishes besides the register: announcements, exemptions, and how punctual it is itself."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema

from qingdan.api.acts import attachment, for_everybody, present
from qingdan.api.letters import PDF
from qingdan.api.paging import page
from qingdan.api.rates import HEAVY
from qingdan.api.shapes import Cursor, InPath, Limit, Page, Plain, Said
from qingdan.casework.letters import paper_of
from qingdan.casework.models import Notice, Record
from qingdan.casework.papers import render
from qingdan.casework.queries import register as read
from qingdan.casework.queries.punctuality import punctuality

router = Router(tags=["public"])


class Announcement(Schema):
    """A letter that was published."""

    id: int
    ref: str
    procedure: str
    title: Said
    says: list[Said]
    office: Said
    number: str | None
    issued_on: str


class Exemption(Schema):
    """A recorded exemption from registration with its public grounds (Art. 45)."""

    id: int
    party: str
    product: str | None
    public: Plain
    on: str


class Punctuality(Schema):
    """How many periods the authority kept in a procedure."""

    procedure: str
    says: Said
    opened: int
    ended: int
    in_time: int
    late: int
    overdue: int


def _announcement(row: Notice) -> dict[str, Any]:
    return {
        "id": row.pk,
        "ref": row.case.ref,
        "procedure": row.case.procedure,
        "title": row.paper["title"],
        "says": row.paper["says"],
        "office": row.paper["office"],
        "number": row.paper["number"],
        "issued_on": row.issued_on.isoformat(),
    }


def _exemption(row: Record) -> dict[str, Any]:
    return {
        "id": row.pk,
        "party": row.party.name,
        "product": row.product.name if row.product else None,
        "public": row.public,
        "on": row.on.isoformat(),
    }


@router.get("/announcements", summary="List announcements", response=Page[Announcement])
def announcements(
    request: HttpRequest, response: HttpResponse, *, cursor: Cursor = "", limit: Limit = 25
) -> dict[str, Any]:
    """List what was published, latest first."""
    del request
    for_everybody(response)
    return page(read.announcements(), ("-issued_on", "-id"), cursor, limit, _announcement)


@router.get(
    "/announcements/{announcement}/pdf", summary="Print an announcement", openapi_extra=PDF, throttle=[HEAVY]
)
def print_announcement(request: HttpRequest, announcement: InPath) -> HttpResponse:
    """Return an announcement's pages as PDF: what of the letter is public."""
    del request
    found = read.announcement(announcement)
    response = attachment(render(paper_of(found, public=True)), "application/pdf", f"{found.case.ref}.pdf")
    for_everybody(response, 60)
    return response


@router.get("/exemptions", summary="List exemptions", response=Page[Exemption])
def exemptions(
    request: HttpRequest, response: HttpResponse, *, cursor: Cursor = "", limit: Limit = 25
) -> dict[str, Any]:
    """List the exemptions from registration that are recorded and running, with their public grounds."""
    del request
    for_everybody(response)
    return page(read.exemptions(), ("-on", "-id"), cursor, limit, _exemption)


@router.get(
    "/statistics", summary="How punctual the authority is", response=list[Punctuality], throttle=[HEAVY]
)
def statistics(
    request: HttpRequest,
    response: HttpResponse,
    year: Annotated[int | None, Query(ge=2020, le=2100, description="of cases opened in this year")] = None,
) -> list[dict[str, Any]]:
    """Return for each procedure how many of its own periods the authority kept, missed, and is missing now."""
    del request
    for_everybody(response, 300)
    return punctuality(present().on, year)
