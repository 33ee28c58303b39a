"""What goes wrong before or beside an operation is a problem too; and nothing oversize is read."""

from __future__ import annotations

import json
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from qingdan.api.errors import BY_STATUS, of_status, problem
from qingdan.law.grammar.text import Text

_HERE = "/api/"
_PROBLEM = "application/problem+json"
_ROOM = 64 * 1024  # what a form needs around its file


class Problems:
    """Answers for ``/api/`` in the API's own form, whatever part of the system refuses."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        if not request.path_info.startswith(_HERE):
            return self._next(request)
        if "\x00" in request.path_info:
            return of_status(request, 404)
        if _length(request) > _longest(request):
            return of_status(request, 413)
        response = self._next(request)
        if response.status_code < 400:  # noqa: PLR2004 - from here on it is an error
            return response
        if not response.get("Content-Type", "").startswith(_PROBLEM):
            return _in_form(request, response)
        return response


def _in_form(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Return an error of another part as a problem, with the headers that belong to it."""
    status = response.status_code
    formed = of_status(request, status) if status in BY_STATUS else _other(request, response)
    for header in ("Allow", "Retry-After", "WWW-Authenticate"):
        if header in response.headers:
            formed[header] = response[header]
    return formed


def _other(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    try:
        said = str(json.loads(response.content)["title"])
    except (ValueError, KeyError, TypeError, AttributeError):
        said = str(response.reason_phrase)
    return problem(request, response.status_code, "refused", Text(said, said))


def _length(request: HttpRequest) -> int:
    length = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(length) if length.isdecimal() and len(length) < 16 else 0  # noqa: PLR2004 - a length, not a trick


def _longest(request: HttpRequest) -> int:
    files = request.path_info.rstrip("/") == "/api/documents"
    return int(settings.DOCUMENT_LIMIT if files else settings.DATA_UPLOAD_MAX_MEMORY_SIZE) + _ROOM
