"""A lost second factor: a security administrator takes it away, and its owner sets up another one."""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction

from qingdan.casework.accounts.post import send
from qingdan.casework.enrolment.journal import enter
from qingdan.casework.enrolment.rights import NotAllowed, demand_administrator
from qingdan.casework.models import Office, Posting, Token, User
from qingdan.law.grammar.text import Text


def reset_second_factor(by: User, user: User, at: datetime) -> None:
    """Remove somebody's second factors and recovery codes, end their sessions and tokens, and tell them by mail.

    Who asks must have been identified in person: from here on the password alone lets in whoever sets up the next
    factor. Refused to everybody but another person who is security administrator of the national authority.
    """
    demand_administrator(
        by, Posting.Role.SECURITY_ADMIN, Office.objects.filter(parent__isnull=True).first(), at
    )
    if by.pk == user.pk:
        raise NotAllowed(
            Text(
                "nobody resets their own second factor; another security administrator must",
                "任何人不得重置自己的双因素认证，应当由其他安全管理员办理",
            )
        )
    with transaction.atomic():
        Authenticator.objects.filter(user=user).delete()
        Token.objects.filter(user=user, revoked_at__isnull=True).update(revoked_at=at)
        for session in UserSession.objects.filter(user=user):
            session.end()
        enter(by, "second_factor_reset", at, user=user.pk)
        send(user.email, _SUBJECT, _BODY)


_SUBJECT = Text("Your second factor was reset", "您的双因素认证已重置")
_BODY = Text(
    "A security administrator has reset the second factor of your account. Sign in and set up another one now. "
    "If you did not ask for this, tell the security administrator at once.",
    "安全管理员已重置您账号的双因素认证，请立即登录并重新设置。如非您本人申请，请立即联系安全管理员。",
)
