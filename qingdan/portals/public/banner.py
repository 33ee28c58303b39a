"""In the demonstration every page says so at its top, whatever part of the system it comes from."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from django.http import HttpRequest, HttpResponse

from qingdan.casework.accounts.wording import lang_now
from qingdan.portals.public.wording import word

_BODY = re.compile(rb"<body\b[^>]*>", re.IGNORECASE)


class Demonstration:
    """Puts the banner into every page. Installed in the demonstration alone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the banner."""
        response = self._next(request)
        if response.streaming or not response.get("Content-Type", "").startswith("text/html"):
            return response
        line = f'<p class="demonstration" role="note">{escape(word("demo_banner", lang_now()))}</p>'.encode()
        response.content = _BODY.sub(lambda found: found[0] + line, response.content, count=1)
        return response
