"""Letters: what was served on whom, its pages, and when it was first opened."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Field, Router

from qingdan.api import shown
from qingdan.api.acts import attachment, present
from qingdan.api.case_shapes import Letter
from qingdan.api.doors import caller, door
from qingdan.api.paging import page
from qingdan.api.rates import HEAVY
from qingdan.api.shapes import Cursor, InPath, Limit, Page, Said
from qingdan.casework import letters
from qingdan.casework.queries import cases as read

router = Router(tags=["letters"])
PDF = {
    "responses": {200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}}
}


class WholeLetter(Letter):
    """A letter with its words. ``proof`` is the document that proves its service, where one does."""

    office: Said
    says: list[Said]
    addressee: Said
    number: str | None
    due: str | None
    adverse: bool
    redress: list[Said] = Field(description="what can be done against it, until when")
    proof: str | None


@router.get("", auth=door("cases:read"), summary="List letters", response=Page[Letter])
def list_letters(request: HttpRequest, *, cursor: Cursor = "", limit: Limit = 25) -> dict[str, Any]:
    """List the letters served on the parties you act for, latest first."""
    rows = read.notices_for(caller(request), present().on)
    return page(rows, ("-issued_on", "-id"), cursor, limit, shown.letter)


@router.get("/{letter}", auth=door("cases:read"), summary="Open a letter", response=WholeLetter)
def open_letter(request: HttpRequest, letter: InPath) -> dict[str, Any]:
    """Open a letter. When somebody of the party first does, that is noted."""
    at, on = present()
    found = letters.letter_for(caller(request), letter, on, at)
    paper = found.paper
    return {
        **shown.letter(found),
        **{k: paper[k] for k in ("office", "says", "addressee", "number", "due", "adverse", "redress")},
        "proof": str(found.proof_id) if found.proof_id else None,
    }


@router.get(
    "/{letter}/pdf", auth=door("cases:read"), summary="Print a letter", openapi_extra=PDF, throttle=[HEAVY]
)
def print_letter(request: HttpRequest, letter: InPath) -> HttpResponse:
    """Return a letter's pages as PDF, in both languages, with the remedies against it."""
    at, on = present()
    found = letters.letter_for(caller(request), letter, on, at)
    return attachment(letters.letter_pdf(found), "application/pdf", f"{found.case.ref}-{found.pk}.pdf")
