"""The beginning: the national authority and its three administrators, once, before anybody can appoint."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.enrolment.journal import enter
from qingdan.casework.enrolment.posts import install
from qingdan.casework.enrolment.rights import ADMINISTRATORS
from qingdan.casework.models import Office, Posting, User
from qingdan.law.grammar.text import Text
from qingdan.law.numbers import NATIONAL

AUTHORITY = Text("National Artificial Intelligence Authority", "国家人工智能主管机关")


def appoint_first(emails: Mapping[Posting.Role, str], at: datetime, name: Text = AUTHORITY) -> Office:
    """Set up the national authority with its first administrators, and return it.

    They have no password: each sets one through "forgot password", and a second factor when first signing in.

    Raises ActionRefused if there ever was an administrator, or unless three different people are named.
    """
    given = {role: address.strip().lower() for role, address in emails.items()}
    if (
        set(given) != ADMINISTRATORS
        or len(set(given.values())) != len(ADMINISTRATORS)
        or not all(given.values())
    ):
        raise ActionRefused(
            "three_people",
            Text(
                "name three different people: a system, a security and an audit administrator",
                "请指定三名不同的人员，分别担任系统管理员、安全管理员和审计管理员",
            ),
        )
    with transaction.atomic():
        if Posting.objects.filter(role__in=ADMINISTRATORS).exists():
            raise ActionRefused(
                "installed",
                Text(
                    "there are administrators already; a security administrator appoints further ones",
                    "已有管理员；后续任命由安全管理员办理",
                ),
            )
        office = Office.objects.filter(parent__isnull=True).first() or _national(name, at)
        for role, address in given.items():
            install(None, _person(address), office, role, at)
    return office


def _national(name: Text, at: datetime) -> Office:
    office = Office.objects.create(name_zh=name.zh, name_en=name.en, division=NATIONAL)
    enter(None, "office_opened", at, office=office.pk, division=NATIONAL)
    return office


def _person(address: str) -> User:
    user = User.objects.filter(email=address).first() or User.objects.create_user(address)
    EmailAddress.objects.get_or_create(user=user, email=address, defaults={"verified": True, "primary": True})
    return user
