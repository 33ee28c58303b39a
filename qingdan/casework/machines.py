"""Tokens for machines: made once, shown once, kept as a digest; they act as their user, within their scopes."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256

from django.db.models import OuterRef, QuerySet

from qingdan.casework.accounts.second_factor import (
    SecondFactorNeeded,
    demand_second_factor,
    has_second_factor,
    unproven,
)
from qingdan.casework.actions.refusals import ActionRefused, NotFound
from qingdan.casework.models import Token, User
from qingdan.casework.prepared import Prepared, Slot
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.text import Text

PREFIX = "qd_"
LONGEST = timedelta(days=366)
MOST = 50  # tokens in force a user
SCOPES = {
    "cases:read": Text("read cases, letters, products and obligations", "查看案件、文书、产品和义务"),
    "cases:act": Text("open cases and take steps", "提起案件并办理步骤"),
    "cases:decide": Text("take and confirm decisions", "作出和确认决定"),
    "products:write": Text("add products, answer questions, report events", "新增产品、填报答复和事件"),
    "documents:write": Text("upload documents", "上传文件"),
    "people:write": Text("register parties; manage members and agents", "登记主体，管理成员和代理"),
    "administration": Text("keep offices, posts, delegations and calendars", "管理机关、职务、委托和日历"),
    "webhooks": Text("be told of events", "接收事件通知"),
}
STRONG = frozenset({"cases:decide", "administration"})
"""Scopes that only somebody with a second factor may put on a token: its making stands for their showing it."""


def make_token(
    user: User, name: str, scopes: Iterable[str], until: datetime, at: datetime
) -> tuple[Token, str]:
    """Return a new token and its secret, which is never shown again.

    Raises ActionRefused for a scope there is not, no scope at all, a lifetime of more than a year, or where a second
    factor is needed and missing: for officers always, for others where the token is to decide or administer.
    """
    wanted = sorted(set(scopes))
    stray = [s for s in wanted if s not in SCOPES]
    if stray or not wanted:
        known = ", ".join(SCOPES)
        raise ActionRefused(
            "bad_field", Text(f"choose scopes among: {known}", f"权限范围可选：{known}"), field="scopes"
        )
    if not at < until <= at + LONGEST:
        raise ActionRefused(
            "bad_field",
            Text("a token lasts until a day within one year", "令牌有效期至多一年"),
            field="expires_at",
        )
    demand_second_factor(user)
    if STRONG & set(wanted) and not has_second_factor(user):
        raise ActionRefused(
            "second_factor",
            Text(
                "a token that decides or administers needs a second factor; set one up first",
                "用于作出决定或者管理的令牌要求双因素认证，请先设置",
            ),
        )
    if tokens_of(user).filter(revoked_at__isnull=True, expires_at__gt=at).count() >= MOST:
        raise ActionRefused(
            "too_many",
            Text(f"you have {MOST} tokens in force; revoke some", f"有效令牌已达{MOST}个，请先撤销部分"),
        )
    secret = PREFIX + secrets.token_urlsafe(32)
    made = Token.objects.create(
        user=user,
        name=" ".join(name.split())[:100] or "token",
        digest=digest_of(secret),
        hint=secret[:8],
        scopes=wanted,
        made_at=at,
        expires_at=until,
    )
    return made, secret


def tokens_of(user: User) -> QuerySet[Token]:
    """Return somebody's tokens, newest first."""
    return Token.objects.filter(user=user).order_by("-id")


def revoke_token(user: User, token: int, at: datetime) -> Token:
    """Revoke one of somebody's own tokens, for good. Revoked before, it stays revoked."""
    found = tokens_of(user).filter(pk=token).first()
    if found is None:
        raise NotFound(Text("token", "令牌"))
    if found.revoked_at is None:
        found.revoked_at = at
        found.save(update_fields=["revoked_at"])
    return found


def digest_of(secret: str) -> str:
    """Return what is kept of a secret. It is random and long: no slow hash is needed."""
    return sha256(secret.encode("utf-8", "replace")).hexdigest()


_token = Prepared(
    lambda: (
        Token.objects.select_related("user")
        .annotate(unproven=unproven(OuterRef("user"), Slot("on")))
        .filter(digest=Slot("digest"), revoked_at__isnull=True)
    )
)


def token_of(secret: str, at: datetime) -> Token | None:
    """Return the token a secret belongs to, if it is in force and its user may come in.

    Raises SecondFactorNeeded for an officer who has none any more.
    """
    on = at.astimezone(SHANGHAI).date()
    found = _token.one(digest=digest_of(secret), on=on)
    if found is None or found.expires_at <= at or not found.user.is_active:
        return None
    if found.unproven:
        raise SecondFactorNeeded
    if found.last_used_on != on:  # one write a day, however often it is used
        Token.objects.filter(pk=found.pk).update(last_used_on=on)
    return found
