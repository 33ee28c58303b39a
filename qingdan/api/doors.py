"""Who is asking: a token with scopes, or somebody signed in with a browser."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja.security import HttpBearer, SessionAuth

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.machines import token_of
from qingdan.casework.models import User
from qingdan.casework.moment import now
from qingdan.law.grammar.text import Text


class WithScope(HttpBearer):
    """A bearer token that holds a scope."""

    def __init__(self, scope: str) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Any:  # noqa: ANN401 - what ninja keeps as request.auth
        """Return the token's user; a token without the scope is refused by name."""
        found = token_of(token, now())
        if found is None:
            return None
        if self.scope not in found.scopes:
            raise ActionRefused(
                "not_yours",
                Text(f"this token lacks the scope {self.scope}", f"该令牌缺少权限范围{self.scope}"),
            )
        request.user = found.user
        return found.user


class Session(SessionAuth):
    """Somebody signed in; writing needs the CSRF token."""

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:  # noqa: ANN401 - as above
        """Return who is signed in."""
        del key
        return request.user if request.user.is_authenticated else None


def door(scope: str) -> list[Any]:
    """Return the ways in for an operation that needs ``scope``."""
    return [WithScope(scope), Session()]


def caller(request: HttpRequest) -> User:
    """Return who is asking; only called behind a door."""
    user = request.user
    assert isinstance(user, User)  # noqa: S101 - a door let them in
    return user
