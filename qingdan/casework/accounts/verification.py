"""Step-up: a decision is taken by somebody who has just shown again who they are."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from qingdan.casework.accounts.second_factor import has_second_factor, is_officer
from qingdan.casework.accounts.wording import said
from qingdan.law.grammar.text import Text

P = ParamSpec("P")


def recently_verified(request: HttpRequest) -> bool:
    """Tell whether the user has shown who they are within ``ACCOUNT_REAUTHENTICATION_TIMEOUT`` seconds.

    Whoever has a second factor, and every officer, must have shown that one; for others the password is enough.
    """
    user = request.user
    if not user.is_authenticated:
        return False
    strong = has_second_factor(user) or is_officer(user)
    since = time.time() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
    return any(
        record["at"] > since and (record["method"] == "mfa" or not strong)
        for record in get_authentication_records(request, user)
    )


def verified(
    view: Callable[Concatenate[HttpRequest, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Let a view be reached only by somebody recently verified: ask again, then go on with the same request."""

    @wraps(view)
    def wrapped(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if recently_verified(request):
            return view(request, *args, **kwargs)
        if request.user.is_authenticated and not get_adapter().get_reauthentication_methods(request.user):
            # Signed in through an identity provider, with nothing here to be asked for.
            messages.error(request, said(_NOTHING_TO_ASK))
            return redirect("mfa_index")
        raise ReauthenticationRequired

    return wrapped


_NOTHING_TO_ASK = Text(
    "this act asks for a second factor; set one up first", "办理此事项需要双因素认证，请先设置"
)
