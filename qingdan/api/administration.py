"""What administrators do besides: the journal, second factors, erasure, holiday notices."""

from __future__ import annotations

from itertools import islice
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.responses import Status

from qingdan.api import people_shapes as shapes
from qingdan.api.acts import once, present
from qingdan.api.doors import SIGNED_IN, caller, demand_administrator, demand_person, door
from qingdan.api.paging import page
from qingdan.api.rates import HEAVY
from qingdan.api.shapes import Cursor, InPath, Key, Limit, Page
from qingdan.api.shown import instant
from qingdan.casework import calendar_notices, enrolment
from qingdan.casework.calendar_notices import Difference
from qingdan.casework.enrolment.rights import demand_administrator as demand_post
from qingdan.casework.models import AdminAct, Posting
from qingdan.casework.queries import people as read
from qingdan.law.calendars import load_year

router = Router(tags=["administration"])
READ, WRITE = door("cases:read"), door("administration")
_SHOWN = 1000


def _act(row: AdminAct) -> dict[str, Any]:
    return {"id": row.pk, "at": instant(row.at), "by": row.by_id, "what": row.what, "about": row.about}


def _difference(of: Difference) -> dict[str, Any]:
    return {
        "of": of.of,
        "case": of.case,
        "product": of.product,
        "key": of.key,
        "instance": of.instance,
        "official": of.official,
        "before": of.before.isoformat() if of.before else None,
        "after": of.after.isoformat() if of.after else None,
        "provisional": list(of.provisional),
        "kept": of.kept,
        "why": of.why.as_data(),
    }


@router.get("/journal", auth=READ, summary="Read the journal", response=Page[shapes.AdministrativeAct])
def administrative_journal(request: HttpRequest, *, cursor: Cursor = "", limit: Limit = 25) -> dict[str, Any]:
    """Read who changed who may do what, latest first; for audit administrators alone."""
    return page(enrolment.acts(caller(request), present().at), ("-id",), cursor, limit, _act)


@router.post(
    "/people/{person}/second-factor-reset",
    auth=SIGNED_IN,
    summary="Reset a second factor",
    response={204: None},
)
def reset_second_factor(request: HttpRequest, person: InPath) -> Status[Any]:
    """Take a lost second factor away; for security administrators who have just proved who they are."""
    demand_person(request)
    user, at = caller(request), present().at
    enrolment.reset_second_factor(user, read.person(user, person, at), at)
    return Status(204, None)


@router.post("/people/{person}/erasure", auth=SIGNED_IN, summary="Erase a person", response={204: None})
def erase_person(request: HttpRequest, person: InPath) -> Status[Any]:
    """Erase what identifies a person; what they did stays under a number that leads to nobody. It cannot be undone."""
    demand_person(request)
    user, at = caller(request), present().at
    who = user if person == user.pk else read.person(user, person, at)
    enrolment.anonymise(user, who, at)
    return Status(204, None)


@router.post(
    "/calendars/preview",
    auth=WRITE,
    summary="See what a holiday notice would move",
    response=shapes.Preview,
    throttle=[HEAVY],
)
def preview_notice(request: HttpRequest, body: shapes.HolidayNotice) -> dict[str, Any]:
    """Return every open period and duty that a notice would move, before and after, with the reason."""
    user, at = caller(request), present().at
    demand_post(user, Posting.Role.SYSTEM_ADMIN, None, at)
    found = [_difference(d) for d in islice(calendar_notices.preview_notice(body.content, at), _SHOWN + 1)]
    return {"year": load_year(body.content).year, "moved": found[:_SHOWN], "more": len(found) > _SHOWN}


@router.post("/calendars", auth=WRITE, summary="Load a holiday notice", response={201: shapes.LoadedNotice})
def load_notice(
    request: HttpRequest, response: HttpResponse, body: shapes.HolidayNotice, key: Key = None
) -> Status[Any]:
    """Load a notice: from now on the calendar is as it says, and open periods follow."""
    user, at = caller(request), present().at
    demand_administrator(request)

    def act() -> dict[str, Any]:
        loaded = calendar_notices.load_notice(body.content, by=user, at=at)
        return {"notice": loaded.pk, "year": loaded.year}

    return Status(201, once(request, response, key, act))
