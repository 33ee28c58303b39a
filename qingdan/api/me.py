"""Who is asking, and what they were told."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from qingdan.api.acts import present
from qingdan.api.doors import caller, door, token_used
from qingdan.api.paging import page
from qingdan.api.shapes import Cursor, Given, Id, Limit, Page, Plain
from qingdan.api.shown import instant
from qingdan.casework.models import Alert
from qingdan.casework.queries import people as read
from qingdan.casework.standing import postings_of

router = Router(tags=["me"])


class Posted(Schema):
    """A post of yours."""

    office: int
    role: str


class Me(Schema):
    """Who you are here. ``scopes`` is none in a browser session, where nothing is limited."""

    user: int
    name: str
    lang: str
    parties: dict[str, str]
    posts: list[Posted]
    scopes: list[str] | None


class AlertShape(Schema):
    """Something you were told."""

    id: int
    kind: str
    about: Plain
    at: str | None
    read_at: str | None


class UpTo(Given):
    """The latest alert you have read."""

    alert: Id


class Read(Schema):
    """How many were new to you."""

    read: int


def _alert(row: Alert) -> dict[str, Any]:
    return {
        "id": row.pk,
        "kind": row.kind,
        "about": row.about,
        "at": instant(row.at),
        "read_at": instant(row.read_at),
    }


@router.get("", auth=door("cases:read"), summary="Who am I", response=Me)
def me(request: HttpRequest) -> dict[str, Any]:
    """Return who you are, your role in each party, your posts, and what your token may do."""
    user, on = caller(request), present().on
    token = token_used(request)
    return {
        "user": user.pk,
        "name": user.get_full_name(),
        "lang": user.lang,
        "parties": {str(party): role for party, role in read.roles_in(user, on).items()},
        "posts": [{"office": p.office_id, "role": p.role} for p in postings_of(user, on)],
        "scopes": token.scopes if token else None,
    }


@router.get("/alerts", auth=door("cases:read"), summary="List alerts", response=Page[AlertShape])
def alerts(request: HttpRequest, *, cursor: Cursor = "", limit: Limit = 25) -> dict[str, Any]:
    """List what you were told, latest first."""
    return page(read.alerts_of(caller(request)), ("-at", "-id"), cursor, limit, _alert)


@router.post("/alerts/read", auth=door("cases:read"), summary="Mark alerts as read", response=Read)
def read_alerts(request: HttpRequest, body: UpTo) -> dict[str, Any]:
    """Note that you have read what you were told up to one alert."""
    return {"read": read.read_alerts(caller(request), body.alert, present().at)}
