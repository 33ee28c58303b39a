"""In which language a page is shown: as asked for in its address, as chosen before, or as the browser prefers."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from qingdan.law.grammar.text import Lang

_CODES: dict[Lang, str] = {"zh": "zh-hans", "en": "en"}
_Page = Callable[[HttpRequest, Lang], HttpResponse]


def spoken(page: _Page) -> Callable[[HttpRequest], HttpResponse]:
    """Give a page its language. ``?lang=en`` or ``?lang=zh`` chooses it, and is remembered while the browser is open."""

    @wraps(page)
    def answer(request: HttpRequest) -> HttpResponse:
        asked = request.GET.get("lang")
        if asked not in _CODES:
            lang: Lang = "en" if translation.get_language_from_request(request).startswith("en") else "zh"
            return page(request, lang)
        lang = "en" if asked == "en" else "zh"
        translation.activate(_CODES[lang])
        response = page(request, lang)
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, _CODES[lang], samesite="Lax", secure=settings.SECURE, httponly=True
        )
        return response

    return answer
