"""Who is asking: a token with scopes, or somebody signed in with a browser. And whether they have just proved it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from ninja.security import HttpBearer, SessionAuth

from qingdan.casework.accounts.verification import recently_verified
from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.machines import token_of
from qingdan.casework.models import Token, User
from qingdan.casework.moment import now
from qingdan.law.grammar.text import Text

DECIDES = "cases:decide"


class WithScope(HttpBearer):
    """A bearer token that holds a scope."""

    def __init__(self, scope: str) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Any:  # noqa: ANN401 - what ninja keeps as request.auth
        """Return the token; one without the scope is refused by name."""
        found = token_of(token, now())
        if found is None:
            return None
        request.user = found.user
        _demand_scope(found, self.scope)
        return found


class Session(SessionAuth):
    """Somebody signed in; writing needs the CSRF token."""

    def __call__(self, request: HttpRequest) -> Any:  # noqa: ANN401 - as above
        """Return who is signed in. Whoever shows a token is judged by the token alone."""
        if "Authorization" in request.headers or self.param_name not in request.COOKIES:
            return None
        return super().__call__(request)

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:  # noqa: ANN401 - as above
        """Return who is signed in."""
        del key
        return request.user if request.user.is_authenticated else None


class Nobody:
    """Whoever shows neither token nor session: for what is public, and says more to those it knows."""

    def __call__(self, request: HttpRequest) -> str | None:
        """Return a mark for somebody unknown; a token that does not hold is refused all the same."""
        return None if "Authorization" in request.headers else "nobody"


def door(scope: str) -> Sequence[Any]:
    """Return the ways in for an operation that needs ``scope``."""
    return (WithScope(scope), Session())


def open_door(scope: str) -> Sequence[Any]:
    """Return the ways in for what is public, and says more to those with ``scope``."""
    return (*door(scope), Nobody())


SIGNED_IN: Sequence[Any] = (Session(),)
"""The way in for what no token may do: it needs a person who has just proved who they are (``demand_person``)."""


def caller(request: HttpRequest) -> User:
    """Return who is asking; only called behind a door."""
    user = request.user
    assert isinstance(user, User)  # noqa: S101 - a door let them in
    return user


def token_used(request: HttpRequest) -> Token | None:
    """Return the token that was shown, if one was."""
    shown = getattr(request, "auth", None)
    return shown if isinstance(shown, Token) else None


def demand_person(request: HttpRequest) -> None:
    """Refuse unless whoever is signed in has just proved who they are."""
    if not recently_verified(request):
        raise ActionRefused(
            "verify_again",
            Text(
                "prove again who you are, at /accounts/reauthenticate/, then repeat the request",
                "请先在 /accounts/reauthenticate/ 再次验证身份，然后重新提交",
            ),
        )


def demand_decider(request: HttpRequest) -> None:
    """Refuse a decision unless its maker has just proved who they are, or shows a token made for decisions."""
    shown = token_used(request)
    if shown is None:
        demand_person(request)
    else:
        _demand_scope(shown, DECIDES)


def demand_administrator(request: HttpRequest) -> None:
    """Refuse an act of administration in a session unless its maker has just proved who they are."""
    if token_used(request) is None:
        demand_person(request)


def _demand_scope(token: Token, scope: str) -> None:
    if scope not in token.scopes:
        raise ActionRefused(
            "scope_missing",
            Text(
                f"this token lacks the scope {scope}; make one that has it",
                f"该令牌缺少权限范围{scope}，请使用具有该范围的令牌",
            ),
        )
