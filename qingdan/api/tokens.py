"""Tokens: made and revoked by a person who has just proved who they are, never by another token."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Field, Router, Schema
from ninja.responses import Status

from qingdan.api.acts import once, present
from qingdan.api.doors import SIGNED_IN, caller, demand_person
from qingdan.api.paging import page
from qingdan.api.rates import SECRETS
from qingdan.api.shapes import Cursor, Day, Given, InPath, Key, Limit, Page, Said
from qingdan.api.shown import instant
from qingdan.casework import machines
from qingdan.casework.models import Token
from qingdan.law.clock import SHANGHAI

router = Router(tags=["tokens"])
Scope = Literal[
    "cases:read",
    "cases:act",
    "cases:decide",
    "products:write",
    "documents:write",
    "people:write",
    "administration",
    "webhooks",
]


class NewToken(Given):
    """What a token is for, what it may do, and the last day on which it may: within a year."""

    name: str = Field(min_length=1, max_length=100, examples=["intake system"])
    scopes: list[Scope] = Field(min_length=1, max_length=20, examples=[["cases:read", "cases:act"]])
    until: Day


class TokenShape(Schema):
    """A token, without its secret."""

    id: int
    name: str
    hint: str
    scopes: list[str]
    made_at: str | None
    expires_at: str | None
    last_used_on: str | None
    revoked_at: str | None


class MadeToken(TokenShape):
    """A new token with its secret, which is never shown again."""

    secret: str


class ScopeShape(Schema):
    """A scope."""

    key: str
    says: Said
    strong: bool = Field(description="needs a second factor")


def _token(row: Token) -> dict[str, Any]:
    return {
        "id": row.pk,
        "name": row.name,
        "hint": row.hint,
        "scopes": row.scopes,
        "made_at": instant(row.made_at),
        "expires_at": instant(row.expires_at),
        "last_used_on": row.last_used_on.isoformat() if row.last_used_on else None,
        "revoked_at": instant(row.revoked_at),
    }


@router.get("/scopes", summary="List the scopes", response=list[ScopeShape])
def list_scopes(request: HttpRequest) -> list[dict[str, Any]]:
    """List what a token can be allowed to do."""
    del request
    return [
        {"key": k, "says": says.as_data(), "strong": k in machines.STRONG}
        for k, says in machines.SCOPES.items()
    ]


@router.get("", auth=SIGNED_IN, summary="List tokens", response=Page[TokenShape])
def list_tokens(request: HttpRequest, *, cursor: Cursor = "", limit: Limit = 25) -> dict[str, Any]:
    """List your tokens, newest first, those revoked and lapsed among them."""
    return page(machines.tokens_of(caller(request)), ("-id",), cursor, limit, _token)


@router.post("", auth=SIGNED_IN, summary="Make a token", response={201: MadeToken}, throttle=[SECRETS])
def make_token(request: HttpRequest, response: HttpResponse, body: NewToken, key: Key = None) -> Status[Any]:
    """Make a token. Its secret is shown once. Officers, and whoever decides or administers, need a second factor."""
    demand_person(request)
    user, at = caller(request), present().at
    until = datetime.combine(body.until, time(), SHANGHAI) + timedelta(days=1)

    def act() -> dict[str, Any]:
        made, secret = machines.make_token(user, body.name, body.scopes, until, at)
        return {**_token(made), "secret": secret}

    return Status(201, once(request, response, key, act))


@router.delete("/{token}", auth=SIGNED_IN, summary="Revoke a token", response={204: None})
def revoke_token(request: HttpRequest, token: InPath) -> Status[Any]:
    """Revoke a token at once and for good."""
    machines.revoke_token(caller(request), token, present().at)
    return Status(204, None)
