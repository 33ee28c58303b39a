"""The authority: offices, posts, delegations. Reading is for officers, changing for administrators."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.responses import Status

from qingdan.api import people_shapes as shapes
from qingdan.api.acts import once, present
from qingdan.api.doors import caller, demand_administrator, door
from qingdan.api.paging import page
from qingdan.api.parties import invitation
from qingdan.api.rates import MESSAGES
from qingdan.api.shapes import Cursor, InPath, Key, Limit, Page
from qingdan.casework import enrolment
from qingdan.casework.models import Delegation, Office, Posting
from qingdan.casework.queries import people as read
from qingdan.law.grammar.text import Text

router = Router(tags=["offices"])
posts = Router(tags=["offices"])
delegations = Router(tags=["offices"])
READ, WRITE = door("cases:read"), door("administration")


def _office(row: Office) -> dict[str, Any]:
    return {
        "id": row.pk,
        "parent": row.parent_id,
        "division": row.division,
        "name": {"zh": row.name_zh, "en": row.name_en},
    }


def _posting(row: Posting) -> dict[str, Any]:
    return {
        "id": row.pk,
        "user": {"id": row.user_id, "name": row.user.get_full_name()},
        "office": row.office_id,
        "role": row.role,
        "since": row.since.isoformat(),
    }


def _delegation(row: Delegation) -> dict[str, Any]:
    return {
        "id": row.pk,
        "office": row.office_id,
        "procedure": row.procedure,
        "act": row.act,
        "since": row.since.isoformat(),
        "until": row.until.isoformat() if row.until else None,
    }


@router.get("", summary="List offices", response=Page[shapes.Office])
def list_offices(request: HttpRequest, *, cursor: Cursor = "", limit: Limit = 25) -> dict[str, Any]:
    """List the offices of the authority. Which there are is public."""
    del request
    return page(read.offices(), ("id",), cursor, limit, _office)


@router.post("", auth=WRITE, summary="Open an office", response={201: shapes.Office})
def open_office(
    request: HttpRequest, response: HttpResponse, body: shapes.NewOffice, key: Key = None
) -> Status[Any]:
    """Open an office for a division where Article 12 knows an authority."""
    user, at = caller(request), present().at
    demand_administrator(request)

    def act() -> dict[str, Any]:
        parent = read.office_named(body.parent)
        return _office(
            enrolment.open_office(user, parent, body.division, Text(body.name_en, body.name_zh), at)
        )

    return Status(201, once(request, response, key, act))


@router.delete("/{office}", auth=WRITE, summary="Close an office", response={204: None})
def close_office(request: HttpRequest, office: InPath) -> Status[Any]:
    """Close an office in which nothing is left to do."""
    demand_administrator(request)
    enrolment.close_office(caller(request), read.office_named(office), present().at)
    return Status(204, None)


@router.get("/{office}/posts", auth=READ, summary="List posts", response=Page[shapes.Posting])
def list_posts(
    request: HttpRequest, office: InPath, *, cursor: Cursor = "", limit: Limit = 25
) -> dict[str, Any]:
    """List who holds which post; for officers of the office and of those above it."""
    rows = read.postings_in(caller(request), office, present().on)
    return page(rows, ("id",), cursor, limit, _posting)


@router.post("/{office}/posts", auth=WRITE, summary="Appoint somebody", response={201: shapes.Posting})
def appoint(
    request: HttpRequest, response: HttpResponse, office: InPath, body: shapes.NewPosting, key: Key = None
) -> Status[Any]:
    """Appoint somebody to a post from today; tokens they have are revoked. Nobody appoints themselves."""
    user, at = caller(request), present().at
    demand_administrator(request)

    def act() -> dict[str, Any]:
        who = read.person(user, body.user, at)
        return _posting(enrolment.appoint(user, who, read.office_named(office), body.role, at))

    return Status(201, once(request, response, key, act))


@posts.delete("/{post}", auth=WRITE, summary="End a post", response={204: None})
def end_post(request: HttpRequest, post: InPath) -> Status[Any]:
    """End a post at once."""
    user, (at, on) = caller(request), present()
    demand_administrator(request)
    enrolment.end_posting(user, read.posting_for(user, post, on), at)
    return Status(204, None)


@router.get(
    "/{office}/invitations",
    auth=READ,
    summary="List an office's invitations",
    response=Page[shapes.Invitation],
)
def list_office_invitations(
    request: HttpRequest, office: InPath, *, cursor: Cursor = "", limit: Limit = 25
) -> dict[str, Any]:
    """List the invitations to posts that wait for an answer; for security administrators."""
    rows = read.invitations_into(caller(request), read.office_named(office), present().at)
    return page(rows, ("-id",), cursor, limit, invitation)


@router.post(
    "/{office}/invitations",
    auth=WRITE,
    summary="Invite somebody to a post",
    response={202: shapes.Invitation},
    throttle=[MESSAGES],
)
def invite_officer(
    request: HttpRequest, response: HttpResponse, office: InPath, body: shapes.NewOfficer, key: Key = None
) -> Status[Any]:
    """Invite somebody to a post. The code goes to them by mail and to nobody else."""
    user, at = caller(request), present().at
    demand_administrator(request)
    into = read.office_named(office)

    def act() -> dict[str, Any]:
        enrolment.invite(user, into, body.email, body.role, at)
        return invitation(read.invitation_sent(user, into, body.email, at))

    return Status(202, once(request, response, key, act))


@delegations.get("", summary="List delegations", response=Page[shapes.Delegation])
def list_delegations(request: HttpRequest, *, cursor: Cursor = "", limit: Limit = 25) -> dict[str, Any]:
    """List which procedures are left to which office, and by which published act. This is public."""
    del request
    return page(read.delegations_on(present().on), ("id",), cursor, limit, _delegation)


@router.post(
    "/{office}/delegations", auth=WRITE, summary="Delegate a procedure", response={201: shapes.Delegation}
)
def delegate(
    request: HttpRequest, response: HttpResponse, office: InPath, body: shapes.NewDelegation, key: Key = None
) -> Status[Any]:
    """Enter that a published act leaves a procedure to a local office."""
    user, at = caller(request), present().at
    demand_administrator(request)

    def act() -> dict[str, Any]:
        to = read.office_named(office)
        return _delegation(enrolment.delegate(user, to, body.procedure, at, act=body.act, since=body.since))

    return Status(201, once(request, response, key, act))


@delegations.delete("/{delegation}", auth=WRITE, summary="End a delegation", response={204: None})
def end_delegation(request: HttpRequest, delegation: InPath) -> Status[Any]:
    """End a delegation at once. Cases already begun stay where they are."""
    demand_administrator(request)
    enrolment.end_delegation(caller(request), read.delegation_named(delegation), present().at)
    return Status(204, None)
