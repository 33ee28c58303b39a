"""The home page: what this is, the register, the latest acts."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from qingdan.casework.accounts.adapters import display
from qingdan.casework.moment import now
from qingdan.casework.queries import register
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Lang
from qingdan.law.numbers import Kind, QingdanNumber
from qingdan.portals.public.tongue import spoken
from qingdan.portals.public.wording import word, words
from qingdan.procedures.grammar.effects import Status

_LONGEST, _SHOWN, _LATEST = 100, 20, 8
_LIKE_A_NUMBER = re.compile(r"[人智备许研代沙\s]*[RLDAS][\s-]*\d{3}.*", re.IGNORECASE)
_EXAMPLE = str(QingdanNumber.issue(Kind.REGISTRATION, "440300", 2026, 1))


@require_safe
@spoken
def page(request: HttpRequest, lang: Lang) -> HttpResponse:
    """Return the home page; ``?q=`` looks something up in the register."""
    asked = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:_LONGEST]
    context = {
        **common(request, lang),
        "asked": asked,
        "help": word("search_help", lang, example=_EXAMPLE),
        **(_looked_up(asked, lang) if asked else {}),
        "acts": [_act(row, lang) for row in register.announcements()[:_LATEST]],
    }
    return render(request, "public/home.html", context)


def common(request: HttpRequest, lang: Lang) -> dict[str, Any]:
    """Return what every page of the portal needs."""
    return {
        "w": words(lang),
        "lang": lang,
        "demo": settings.DEMO,
        "clock": _clock(lang) if settings.DEMO else None,
        "who": word("signed_in", lang, who=display(request.user)) if request.user.is_authenticated else "",
    }


def _clock(lang: Lang) -> dict[str, Any]:
    from qingdan.casework.demo.clock import ahead

    days, on = ahead(), now().astimezone(SHANGHAI).date()
    return {
        "now": word("clock_now", lang, day=on.isoformat()),
        "ahead": word("clock_ahead", lang, n=days) if days else "",
        "steps": [(n, words(lang)[f"clock_{n}"]) for n in (1, 7, 30)],
    }


def _looked_up(asked: str, lang: Lang) -> dict[str, Any]:
    if register.looks_like_number(asked) or _LIKE_A_NUMBER.fullmatch(asked):
        try:
            found = register.entry(asked)
        except Refusal as refused:
            return {"refused": refused.of(lang), "entries": []}
        return {"entries": [_entry(found, lang, whole=True)]}
    rows = list(register.entries(words=asked)[: _SHOWN + 1])
    said = word("found_more", lang, n=_SHOWN) if len(rows) > _SHOWN else word("found", lang, n=len(rows))
    if not rows:
        return {"refused": word("found_none", lang), "entries": []}
    return {"count": said, "entries": [_entry(row, lang, whole=len(rows) == 1) for row in rows[:_SHOWN]]}


def _entry(row: Any, lang: Lang, *, whole: bool) -> dict[str, Any]:  # noqa: ANN401 - a register entry
    status = Status(row.status)
    shown = {
        "number": row.number,
        "display": QingdanNumber.parse(row.number).display(lang),
        "kind": Kind(row.kind).says.of(lang),
        "status": status.says.of(lang),
        "stands": status is Status.ACTIVE,
        "holder": _named(row.party.name, row.party.name_en, lang),
        "product": _named(row.product.name, row.product.name_en, lang) if row.product else "",
        "granted": row.granted_on.isoformat(),
        "expires": row.expires_on.isoformat() if row.expires_on else "",
        "office": _named(row.office.name_zh, row.office.name_en, lang),
    }
    if whole:
        shown["history"] = [
            (
                v["at"].astimezone(SHANGHAI).date().isoformat(),
                Status(v["status"]).says.of(lang),
                v["why"][lang],
            )
            for v in register.published(row)["timeline"]
        ]
    return shown


def _named(zh: str, en: str, lang: Lang) -> str:
    return en if lang == "en" and en else zh


def _act(row: Any, lang: Lang) -> dict[str, Any]:  # noqa: ANN401 - a notice
    holder = row.party
    return {
        "id": row.pk,
        "on": row.issued_on.isoformat(),
        "title": row.paper["title"][lang],
        "about": _named(holder.name, holder.name_en, lang) if holder else "",
        "office": _named(row.case.office.name_zh, row.case.office.name_en, lang),
    }
