"""Mandates: one party acts for another."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.responses import Status

from qingdan.api import people_shapes as shapes
from qingdan.api.acts import once, present
from qingdan.api.doors import caller, door
from qingdan.api.paging import page
from qingdan.api.shapes import Cursor, InPath, Key, Limit, Page
from qingdan.casework import enrolment
from qingdan.casework.models import Mandate
from qingdan.casework.queries import people as read

router = Router(tags=["mandates"])
READ, WRITE = door("cases:read"), door("people:write")


def _mandate(row: Mandate) -> dict[str, Any]:
    return {
        "id": row.pk,
        "kind": row.kind,
        "principal": {"id": row.principal_id, "name": row.principal.name},
        "agent": {"id": row.agent_id, "name": row.agent.name},
        "products": [{"id": p.pk, "name": p.name} for p in row.products.all()],
        "since": row.since.isoformat(),
        "until": row.until.isoformat() if row.until else None,
        "accepted_on": row.accepted_on.isoformat() if row.accepted_on else None,
    }


@router.get("", auth=READ, summary="List mandates", response=Page[shapes.Mandate])
def list_mandates(request: HttpRequest, *, cursor: Cursor = "", limit: Limit = 25) -> dict[str, Any]:
    """List the mandates your parties have given or hold, also those that wait to be accepted."""
    rows = read.mandates_about(caller(request), present().on)
    return page(rows, ("-id",), cursor, limit, _mandate)


@router.post("", auth=WRITE, summary="Give a mandate", response={201: shapes.Mandate})
def give_mandate(
    request: HttpRequest, response: HttpResponse, body: shapes.NewMandate, key: Key = None
) -> Status[Any]:
    """Let another party act for yours, in some products or in everything. It counts once accepted there."""
    user, (at, on) = caller(request), present()
    principal = read.own_party(user, body.principal, on)

    def act() -> dict[str, Any]:
        given = enrolment.give_mandate(
            user,
            body.kind,
            principal,
            read.agent_party(body.agent_uscc),
            at,
            products=read.products_named(principal, body.products),
            until=body.until,
        )
        return _mandate(given)

    return Status(201, once(request, response, key, act))


@router.post("/{mandate}/acceptance", auth=WRITE, summary="Accept a mandate", response=shapes.Mandate)
def accept_mandate(
    request: HttpRequest, response: HttpResponse, mandate: InPath, key: Key = None
) -> dict[str, Any]:
    """Accept a mandate; from today your members act for the other party."""
    user, (at, on) = caller(request), present()
    found = read.mandate_for(user, mandate, on)

    def act() -> dict[str, Any]:
        enrolment.accept_mandate(user, found, at)
        return _mandate(read.mandate_for(user, mandate, on))

    return once(request, response, key, act)


@router.delete("/{mandate}", auth=WRITE, summary="End a mandate", response={204: None})
def end_mandate(request: HttpRequest, mandate: InPath) -> Status[Any]:
    """End a mandate at once, or decline one: a manager of either side may."""
    user, (at, on) = caller(request), present()
    enrolment.end_mandate(user, read.mandate_for(user, mandate, on), at)
    return Status(204, None)
