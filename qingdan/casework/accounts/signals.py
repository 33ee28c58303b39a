"""What follows from signing in, and from showing, adding or removing a second factor."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import authentication_step_completed
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.contrib import messages
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import pre_delete
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse

from qingdan.casework.accounts import sessions
from qingdan.casework.models import User


def connect() -> None:
    """Listen, once the applications are loaded."""
    user_logged_in.connect(_signed_in, dispatch_uid="qingdan.signed_in")
    authentication_step_completed.connect(_verified_again, dispatch_uid="qingdan.verified_again")
    authenticator_added.connect(_factor_added, dispatch_uid="qingdan.factor_added")
    pre_delete.connect(_keep_the_last, sender=Authenticator, dispatch_uid="qingdan.keep_the_last")


def _signed_in(request: HttpRequest, **_: Any) -> None:  # noqa: ANN401 - as signals have it
    sessions.begin(request.session)


def _verified_again(request: HttpRequest, **more: Any) -> None:  # noqa: ANN401
    if more.get("reauthenticated"):
        sessions.renew(request)


def _factor_added(request: HttpRequest, user: User, authenticator: Authenticator, **_: Any) -> None:  # noqa: ANN401
    """Whoever sets up a factor has just shown it: allauth makes them prove it."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)


def _keep_the_last(instance: Authenticator, **_: Any) -> None:  # noqa: ANN401
    """Ask the adapter whenever somebody removes a factor of theirs: allauth does so for apps, not for keys."""
    request, adapter = context.request, get_adapter()
    if request is None or request.user.pk != instance.user_id or adapter.can_delete_authenticator(instance):
        return
    messages.error(request, adapter.error_messages["cannot_delete_authenticator"])
    raise ImmediateHttpResponse(HttpResponseRedirect(reverse("mfa_index")))
