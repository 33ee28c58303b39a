"""What most operations need: what time it is, an act done once, a file handed out, an answer for everybody."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NamedTuple
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from qingdan.api.doors import caller
from qingdan.casework.answered import once as _once
from qingdan.casework.moment import now
from qingdan.law.clock import SHANGHAI


class Present(NamedTuple):
    """The present instant, and the day it falls on in China."""

    at: datetime
    on: date


def present() -> Present:
    """Return what time it is; asked once an operation and passed on."""
    at = now()
    return Present(at, at.astimezone(SHANGHAI).date())


def once(
    request: HttpRequest,
    response: HttpResponse,
    key: str | None,
    act: Callable[[], dict[str, Any]],
    content: bytes | None = None,
) -> dict[str, Any]:
    """Do an act, or return what it answered when it was done under this key before.

    ``content`` fixes what was asked where the body does not: files come with another boundary each time.
    """
    if key is None:
        return act()
    asked = f"{request.method} {request.path}\n".encode() + (request.body if content is None else content)
    who = caller(request) if request.user.is_authenticated else None
    answer, again = _once(
        who, key, asked, now(), lambda: json.dumps(act(), ensure_ascii=False, default=_plain)
    )
    if again:
        response["Idempotency-Replayed"] = "true"
    found: dict[str, Any] = json.loads(answer)
    return found


def _plain(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)


def attachment(content: bytes, media_type: str, name: str) -> HttpResponse:
    """Return a file to be kept, not shown (RFC 6266): nothing in it runs here."""
    return as_attachment(HttpResponse(content, content_type=media_type), name)


def as_attachment(response: HttpResponse, name: str) -> HttpResponse:
    """Let a response be kept as a file called ``name``."""
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "._- ") else "_" for c in name)
    response["Content-Disposition"] = (
        f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def for_everybody(response: HttpResponseBase, seconds: int = 0) -> None:
    """Let other sites' pages read an answer that is public anyway, and caches keep it for a while."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    response["Cache-Control"] = f"public, max-age={seconds}" if seconds else "no-cache"
