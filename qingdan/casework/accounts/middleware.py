"""What holds for every request: headers that confine the browser, sessions that end, officers with a second factor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse

from qingdan.casework.accounts import sessions
from qingdan.casework.accounts.second_factor import has_second_factor, is_officer, shown
from qingdan.casework.accounts.wording import lang_now, said
from qingdan.law.grammar.text import Text

_Next = Callable[[HttpRequest], HttpResponse]
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_API = "/api/"
# What an officer reaches before showing a second factor: setting one up, showing it, and leaving.
_BEFORE_SECOND_FACTOR = frozenset(
    {
        "account_confirm_email",
        "account_email_verification_sent",
        "account_logout",
        "account_reauthenticate",
        "set_language",
    }
)
_LAPSED = Text("your session has ended; sign in again", "会话已结束，请重新登录")
_SECOND_FACTOR = Text(
    "officers work with a second factor; set one up or show it to go on",
    "工作人员应当使用双因素认证；请先设置或者验证",
)


class Confinement:
    """Headers: nothing is loaded, framed, sent or kept that a page of ours does not need.

    A view that needs more sets its own ``Content-Security-Policy``.
    """

    def __init__(self, get_response: _Next) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and confine."""
        response = self._next(request)
        response.headers.setdefault("Content-Security-Policy", _policy())
        response.headers.setdefault("Permissions-Policy", _PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if hasattr(request, "user") and request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class Sessions:
    """Ends sessions that are over, and keeps officers without a second factor to the pages that set one up."""

    def __init__(self, get_response: _Next) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, unless the session has ended and something was to be done in it."""
        if request.user.is_authenticated:
            officer = is_officer(request.user)
            if sessions.over(request.session, officer=officer):
                logout(request)
                messages.info(request, said(_LAPSED))
                if request.method not in _READING and not request.path_info.startswith(_API):
                    return HttpResponseRedirect(reverse("account_login"))
            else:
                sessions.note(request.session)
                request.officer_unproven = officer and not shown(request)  # type: ignore[attr-defined]
        return self._next(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:  # noqa: ANN401 - as Django has it
        """Send an officer who has not shown a second factor to where they can."""
        if not request.user.is_authenticated or not getattr(request, "officer_unproven", False):
            return None
        name = (request.resolver_match.url_name if request.resolver_match else None) or ""
        if name.startswith("mfa_") or name in _BEFORE_SECOND_FACTOR:
            return None
        if request.path_info.startswith(_API):
            detail = {"title": _SECOND_FACTOR.of(lang_now()), "status": 403, "code": "second_factor"}
            return JsonResponse(detail, status=403, content_type="application/problem+json")
        messages.info(request, said(_SECOND_FACTOR))
        if not has_second_factor(request.user):
            return HttpResponseRedirect(reverse("mfa_index"))
        strongest = get_adapter().get_reauthentication_methods(request.user)[0]["url"]
        back = urlencode({"next": request.get_full_path() if request.method in _READING else "/"})
        return HttpResponseRedirect(f"{strongest}?{back}")


def _policy() -> str:
    """Return the policy. Signing in through an identity provider is a form that ends there, so it is named."""
    provider = urlsplit(settings.OIDC_SERVER)
    there = f" {provider.scheme}://{provider.netloc}" if provider.netloc else ""
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        f"connect-src 'self'; manifest-src 'self'; form-action 'self'{there}; frame-ancestors 'none'; base-uri 'none'"
    )


_PERMISSIONS = (
    "camera=(), geolocation=(), microphone=(), payment=(), usb=(), "
    "publickey-credentials-create=(self), publickey-credentials-get=(self)"
)
