"""The demonstration's own page: who to sign in as, the code of the moment, what to look at, and the date to move."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from qingdan.casework.accounts.wording import lang_now
from qingdan.casework.demo import accounts, clock
from qingdan.casework.demo.sights import sights
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Lang
from qingdan.portals.public.home import common
from qingdan.portals.public.tongue import spoken


@require_safe
@spoken
def page(request: HttpRequest, lang: Lang) -> HttpResponse:
    """Return the accounts, the code, and the cases worth seeing. Not found outside the demonstration."""
    _demand()
    context = {
        **common(request, lang),
        "accounts": [
            {
                "address": a.email,
                "name": a.name,
                "role": a.role.of(lang),
                "where": a.office.of(lang),
                "officer": a.officer,
            }
            for a in accounts.accounts()
        ],
        "password": accounts.PASSWORD,
        "secret": accounts.SECRET,
        "code": accounts.code(),
        "sights": [
            {
                "ref": s.ref,
                "id": s.case,
                "says": s.says.of(lang),
                "stage": s.stage.of(lang),
                "office": s.office.of(lang),
            }
            for s in sights()
        ],
    }
    response = render(request, "public/demo.html", context)
    response.headers["Cache-Control"] = "no-store"
    return response


@require_POST
def move_clock(request: HttpRequest) -> HttpResponse:
    """Move the date forward by ``days``, for everybody."""
    _demand()
    days = request.POST.get("days", "")
    try:
        clock.forward(int(days) if days.isascii() and days.isdigit() and len(days) < 5 else 0)  # noqa: PLR2004
    except Refusal as refused:
        messages.error(request, refused.of(lang_now()))
    back = reverse("demo" if request.POST.get("from") == "demo" else "home")
    return HttpResponseRedirect(f"{back}#clock")


def _demand() -> None:
    if not settings.DEMO:
        raise Http404
