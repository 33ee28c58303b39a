"""In which language a request wants to be answered."""

from __future__ import annotations

from django.http import HttpRequest

from qingdan.law.grammar.text import Lang


def lang_of(request: HttpRequest) -> Lang:
    """Return ``zh`` or ``en``: what ``Accept-Language`` names first of the two; Chinese if neither."""
    for part in request.headers.get("Accept-Language", "").lower().split(","):
        tag = part.split(";")[0].strip()
        if tag.startswith("en"):
            return "en"
        if tag.startswith("zh"):
            return "zh"
    return "zh"
