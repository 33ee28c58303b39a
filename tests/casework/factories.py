"""Offices, officers, companies and products to test with: evidently fictitious, and valid.

They are written straight into the database; how they come about in earnest is tested in ``people``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import count
from time import time
from typing import NamedTuple

from allauth.account.models import EmailAddress
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from qingdan.casework.models import Answers, Membership, Office, Party, Posting, Product, User
from qingdan.law.numbers import NATIONAL
from qingdan.law.numbers.check_character import check_character

LONG_AGO = date(2020, 1, 1)
PASSWORD = "correct-horse-battery-staple"  # noqa: S105 - opens nothing
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 - opens nothing
_number = count(1)


class Offices(NamedTuple):
    """The national authority, a province (Guangdong) and a city in it (Shenzhen)."""

    national: Office
    province: Office
    city: Office


class Company(NamedTuple):
    """A party and those who act for it."""

    party: Party
    manager: User
    filer: User
    reader: User


def uscc(number: int | None = None) -> str:
    """A valid unified social credit code, another one each time."""
    body = f"91440300MA{next(_number) if number is None else number:07d}"
    return body + check_character(body)


def user(name: str = "", email: str = "", lang: str = "zh-hans") -> User:
    """Somebody with a verified address and ``PASSWORD``, and no standing anywhere."""
    number = next(_number)
    made = User.objects.create_user(
        email or f"person{number}@example.test", PASSWORD, name=name or f"甲{number}", lang=lang
    )
    EmailAddress.objects.create(user=made, email=made.email, verified=True, primary=True)
    return made


def with_second_factor(someone: User) -> User:
    """Give them an authenticator app (``TOTP_SECRET``) and recovery codes."""
    TOTP.activate(someone, TOTP_SECRET)
    RecoveryCodes.activate(someone)
    return someone


def make_offices() -> Offices:
    """The three offices. Nothing is delegated to any of them."""
    national = Office.objects.create(
        name_zh="国家机关（示例）", name_en="National office (demo)", division=NATIONAL
    )
    province = Office.objects.create(
        parent=national, name_zh="省级机关（示例）", name_en="Provincial office (demo)", division="440000"
    )
    city = Office.objects.create(
        parent=province, name_zh="市级机关（示例）", name_en="City office (demo)", division="440300"
    )
    return Offices(national, province, city)


def officer(role: str, office: Office, *, second_factor: bool = True, name: str = "") -> User:
    """Somebody who holds ``role`` (``Posting.Role``) in ``office``, with a second factor as the system demands."""
    made = user(name)
    Posting.objects.create(user=made, office=office, role=role, since=LONG_AGO)
    return with_second_factor(made) if second_factor else made


def member(party: Party, role: str = Membership.Role.FILER, name: str = "") -> User:
    """Somebody who acts for ``party``."""
    made = user(name)
    Membership.objects.create(user=made, party=party, role=role, since=LONG_AGO)
    return made


def company(
    name: str = "示例科技有限公司", *, kind: str = Party.Kind.COMPANY, division: str = "440300"
) -> Company:
    """A party with a manager, a filer and a reader. A foreign one has no social credit code."""
    party = Party.objects.create(
        kind=kind,
        name=name,
        name_en="Example Technology Ltd",
        uscc=None if kind == Party.Kind.FOREIGN else uscc(),
        division=division,
        address="示例路1号",
    )
    roles = Membership.Role
    return Company(party, *(member(party, role) for role in (roles.MANAGER, roles.FILER, roles.READER)))


def product(party: Party, name: str = "示例问答服务", answers: dict[str, object] | None = None) -> Product:
    """A product of ``party``; with ``answers`` that hold from the beginning, if any are given."""
    made = Product.objects.create(party=party, name=name, name_en="Example answers")
    if answers is not None:
        Answers.objects.create(product=made, answers=answers)
    return made


def signed_in(someone: User, *, verified: bool = True) -> Client:
    """A browser in which ``someone`` is signed in; ``verified`` a moment ago, as a decision demands."""
    client = Client()
    client.force_login(someone)
    if verified:
        _record(client, someone, ("password", "mfa"))
    return client


def _record(client: Client, someone: User, methods: Iterable[str]) -> None:
    """Leave in the session what allauth leaves there after these methods of signing in."""
    session = client.session
    session["account_authentication_methods"] = [
        {"method": method, "at": time(), "reauthenticated": True} for method in methods
    ]
    session["account_authentication_methods_user"] = str(someone.pk)
    session.save()


def moment(day: str, hour: int = 2) -> datetime:
    """An instant on ``day`` (ISO), at ten in the morning in China unless told otherwise (``hour`` in UTC)."""
    return datetime.fromisoformat(day).replace(hour=hour, tzinfo=UTC)
