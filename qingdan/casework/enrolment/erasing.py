"""Erasing a person: what identifies them goes, what they did stays, under a number that leads to nobody."""

from __future__ import annotations

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.db.models import Q

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.enrolment.journal import enter
from qingdan.casework.enrolment.members import end_membership
from qingdan.casework.enrolment.rights import day, demand_administrator
from qingdan.casework.models import (
    Answered,
    Comment,
    FeedToken,
    Invitation,
    Membership,
    Office,
    Posting,
    Token,
    User,
    Webhook,
)
from qingdan.casework.standing import open_on
from qingdan.law.grammar.text import Text


def anonymise(by: User, user: User, at: datetime) -> None:
    """Erase a person at their own wish, or by a security administrator of the national authority.

    Raises ActionRefused while they hold a post or are a party's last manager.
    """
    if by.pk != user.pk:
        root = Office.objects.filter(parent__isnull=True).first()
        demand_administrator(by, Posting.Role.SECURITY_ADMIN, root, at)
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=user.pk)
        if Posting.objects.filter(open_on(day(at)), user=user).exists():
            raise ActionRefused(
                "holds_post",
                Text(
                    "whoever holds a post is not erased; a security administrator ends it first",
                    "仍任职务的人员不得注销个人信息，请先由安全管理员终止其职务",
                ),
            )
        for membership in Membership.objects.filter(open_on(day(at)), user=user):
            end_membership(user, membership, at)
        addresses = [user.email, *EmailAddress.objects.filter(user=user).values_list("email", flat=True)]
        _forget(user, addresses)
        enter(by, "anonymised", at, user=user.pk)


def _forget(user: User, addresses: list[str]) -> None:
    for session in UserSession.objects.filter(user=user):
        session.end()
    for kept in (EmailAddress, Authenticator, SocialAccount, Token, Webhook, FeedToken):
        kept.objects.filter(user=user).delete()
    Answered.objects.filter(who=str(user.pk)).delete()
    any_of_them = Q()
    for address in addresses:
        any_of_them |= Q(email__iexact=address)
    Invitation.objects.filter(any_of_them).delete()
    Comment.objects.filter(user=user).update(name="", user=None)
    user.email = f"erased-{user.pk}@invalid"
    user.name = ""
    user.is_active = False
    user.set_unusable_password()
    user.save()
