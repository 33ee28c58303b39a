"""Due dates for somebody's own calendar program, under a secret address."""

from __future__ import annotations

from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Field, Router, Schema
from ninja.responses import Status

from qingdan.api.acts import once, present
from qingdan.api.doors import caller, door
from qingdan.api.rates import HEAVY, SECRETS
from qingdan.api.shapes import Key
from qingdan.casework import feeds

router = Router(tags=["feeds"])
calendar = Router(tags=["feeds"])


class Feed(Schema):
    """Where a calendar program finds your due dates. The address is a secret, shown once."""

    url: str


@router.post("", auth=door("cases:read"), summary="Make a feed", response={201: Feed}, throttle=[SECRETS])
def make_feed(request: HttpRequest, response: HttpResponse, key: Key = None) -> Status[Any]:
    """Make a secret address under which a calendar program fetches your due dates."""
    user, at = caller(request), present().at
    act = lambda: {"url": f"{settings.BASE_URL}/api/calendar/{feeds.make_feed(user, at)}.ics"}  # noqa: E731 - done once
    return Status(201, once(request, response, key, act))


@router.delete("", auth=door("cases:read"), summary="Shut all feeds", response={204: None})
def revoke_feeds(request: HttpRequest) -> Status[Any]:
    """Shut every feed of yours."""
    feeds.revoke_feeds(caller(request), present().at)
    return Status(204, None)


_ICS = {"responses": {200: {"content": {"text/calendar": {"schema": {"type": "string"}}}}}}


@calendar.get("/{secret}.ics", summary="Fetch a feed", openapi_extra=_ICS, throttle=[HEAVY])
def fetch_feed(
    request: HttpRequest, secret: Annotated[str, Field(max_length=100, pattern=r"^[A-Za-z0-9_-]+$")]
) -> HttpResponse:
    """Return somebody's due dates as a calendar (RFC 5545). The secret in the address is all that is asked for."""
    del request
    response = HttpResponse(
        feeds.calendar_feed(secret, present().at), content_type="text/calendar; charset=utf-8"
    )
    response["Cache-Control"] = "private, max-age=900"
    response["Referrer-Policy"] = "no-referrer"
    return response
