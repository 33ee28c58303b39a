"""Tokens for machines: made once, shown once, kept as a digest; they act as their user, within their scopes."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.models import Token, User
from qingdan.law.grammar.text import Text

PREFIX = "qd_"
LONGEST = timedelta(days=366)
SCOPES = {
    "cases:read": Text("read cases, letters and obligations", "查看案件、文书和义务"),
    "cases:act": Text("open cases and take steps", "提起案件并办理步骤"),
    "products:write": Text("add products, answer questions, report events", "新增产品、填报答复和事件"),
    "documents:write": Text("upload documents", "上传文件"),
    "people:write": Text("manage members, agents and posts", "管理成员、代理和岗位"),
    "webhooks": Text("be told of events", "接收事件通知"),
}


def make_token(
    user: User, name: str, scopes: Iterable[str], until: datetime, at: datetime
) -> tuple[Token, str]:
    """Return a new token and its secret, which is never shown again.

    Raises ActionRefused for a scope there is not, no scope at all, or a lifetime of more than a year.
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
    secret = PREFIX + secrets.token_urlsafe(32)
    made = Token.objects.create(
        user=user,
        name=name.strip()[:100] or "token",
        digest=digest_of(secret),
        hint=secret[:8],
        scopes=wanted,
        expires_at=until,
    )
    return made, secret


def digest_of(secret: str) -> str:
    """Return what is kept of a secret. It is random and long: no slow hash is needed."""
    return sha256(secret.encode()).hexdigest()


def token_of(secret: str, at: datetime) -> Token | None:
    """Return the token a secret belongs to, if it is in force and its user may come in."""
    found = (
        Token.objects.select_related("user").filter(digest=digest_of(secret), revoked_at__isnull=True).first()
    )
    if found is None or found.expires_at <= at or not found.user.is_active:
        return None
    if found.last_used_on != at.date():
        Token.objects.filter(pk=found.pk).update(last_used_on=at.date())
    return found
