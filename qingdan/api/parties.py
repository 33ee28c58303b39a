"""Parties, their members and invitations."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.responses import Status

from qingdan.api import people_shapes as shapes
from qingdan.api.acts import once, present
from qingdan.api.doors import caller, door
from qingdan.api.paging import page
from qingdan.api.rates import MESSAGES
from qingdan.api.shapes import Cursor, InPath, Key, Limit, Page
from qingdan.api.shown import instant
from qingdan.casework import enrolment
from qingdan.casework.enrolment.parties import Particulars
from qingdan.casework.models import Invitation, Membership, Party
from qingdan.casework.queries import people as read

router = Router(tags=["parties"])
invitations = Router(tags=["parties"])
READ, WRITE = door("cases:read"), door("people:write")


def _party(row: Party, role: str | None) -> dict[str, Any]:
    return {
        "id": row.pk,
        "kind": row.kind,
        "name": row.name,
        "name_en": row.name_en,
        "uscc": row.uscc,
        "division": row.division,
        "address": row.address,
        "contact": row.contact,
        "served_online": row.served_online,
        "registered_at": instant(row.registered_at),
        "closed_at": instant(row.closed_at),
        "role": role,
    }


def _member(row: Membership) -> dict[str, Any]:
    return {
        "id": row.pk,
        "user": {"id": row.user_id, "name": row.user.get_full_name()},
        "role": row.role,
        "since": row.since.isoformat(),
    }


def invitation(row: Invitation) -> dict[str, Any]:
    """Return an invitation; its code is nobody's to read."""
    return {
        "id": row.pk,
        "email": row.email,
        "role": row.role,
        "party": row.party_id,
        "office": row.office_id,
        "expires_at": instant(row.expires_at),
    }


@router.get("", auth=READ, summary="List parties", response=Page[shapes.Party])
def list_parties(request: HttpRequest, *, cursor: Cursor = "", limit: Limit = 25) -> dict[str, Any]:
    """List the parties you act for, as a member or by a mandate."""
    user, on = caller(request), present().on
    roles = read.roles_in(user, on)
    return page(read.acting(user, on), ("id",), cursor, limit, lambda p: _party(p, roles.get(p.pk)))


@router.post("", auth=WRITE, summary="Register a party", response={201: shapes.Party})
def register_party(
    request: HttpRequest, response: HttpResponse, body: shapes.NewParty, key: Key = None
) -> Status[Any]:
    """Register a party; you become its first manager."""
    user, at = caller(request), present().at

    def act() -> dict[str, Any]:
        return _party(enrolment.register_party(user, Particulars(**body.dict()), at), "manager")

    return Status(201, once(request, response, key, act))


@router.get("/{party}", auth=READ, summary="See a party", response=shapes.Party)
def see_party(request: HttpRequest, party: InPath) -> dict[str, Any]:
    """See a party you act for or, as an officer, one of a case you see."""
    user, on = caller(request), present().on
    found = read.party_for(user, party, on)
    return _party(found, read.roles_in(user, on).get(found.pk))


@router.get("/{party}/members", auth=READ, summary="List members", response=Page[shapes.Member])
def list_members(
    request: HttpRequest, party: InPath, *, cursor: Cursor = "", limit: Limit = 25
) -> dict[str, Any]:
    """List who acts for a party; its own members alone see that."""
    on = present().on
    found = read.own_party(caller(request), party, on)
    return page(read.members_of(found, on), ("id",), cursor, limit, _member)


@router.post("/{party}/members/{member}/role", auth=WRITE, summary="Change a role", response=shapes.Member)
def change_role(request: HttpRequest, party: InPath, member: InPath, body: shapes.NewRole) -> dict[str, Any]:
    """Give a member another role. The last manager stays one. Given again, nothing changes."""
    user, (at, on) = caller(request), present()
    found = read.membership_for(user, party, member, on)
    return _member(enrolment.change_role(user, found, body.role, at))


@router.delete("/{party}/members/{member}", auth=WRITE, summary="Let a member go", response={204: None})
def end_membership(request: HttpRequest, party: InPath, member: InPath) -> Status[Any]:
    """Let a member go, or go yourself."""
    user, (at, on) = caller(request), present()
    enrolment.end_membership(user, read.membership_for(user, party, member, on), at)
    return Status(204, None)


@router.get("/{party}/invitations", auth=READ, summary="List invitations", response=Page[shapes.Invitation])
def list_invitations(
    request: HttpRequest, party: InPath, *, cursor: Cursor = "", limit: Limit = 25
) -> dict[str, Any]:
    """List the invitations that wait for an answer; for managers."""
    user, (at, on) = caller(request), present()
    rows = read.invitations_into(user, read.own_party(user, party, on), at)
    return page(rows, ("-id",), cursor, limit, invitation)


@router.post(
    "/{party}/invitations",
    auth=WRITE,
    summary="Invite somebody",
    response={202: shapes.Invitation},
    throttle=[MESSAGES],
)
def invite(
    request: HttpRequest, response: HttpResponse, party: InPath, body: shapes.NewMember, key: Key = None
) -> Status[Any]:
    """Invite somebody to act for a party. The code goes to them by mail and to nobody else."""
    user, (at, on) = caller(request), present()
    into = read.own_party(user, party, on)

    def act() -> dict[str, Any]:
        enrolment.invite(user, into, body.email, body.role, at)
        return invitation(read.invitation_sent(user, into, body.email, at))

    return Status(202, once(request, response, key, act))


@invitations.post("/accept", auth=WRITE, summary="Accept an invitation", response=shapes.Joined)
def accept_invitation(
    request: HttpRequest, response: HttpResponse, body: shapes.Code, key: Key = None
) -> dict[str, Any]:
    """Join what a code invites to. It must have been sent to a verified address of yours."""
    user, at = caller(request), present().at

    def act() -> dict[str, Any]:
        joined = enrolment.accept_invitation(user, body.code, at)
        return {
            "party": getattr(joined, "party_id", None),
            "office": getattr(joined, "office_id", None),
            "role": joined.role,
        }

    return once(request, response, key, act)


@invitations.delete("/{invitation}", auth=WRITE, summary="Take an invitation back", response={204: None})
def withdraw_invitation(request: HttpRequest, invitation: InPath) -> Status[Any]:
    """Take back an invitation that nobody has accepted yet."""
    user, (at, on) = caller(request), present()
    enrolment.withdraw_invitation(user, read.invitation_for(user, invitation, on), at)
    return Status(204, None)
