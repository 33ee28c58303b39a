"""The journal of administration: every act is entered, and audit administrators alone read it."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from qingdan.casework.enrolment.rights import demand_administrator
from qingdan.casework.models import AdminAct, Posting, User


def enter(by: User | None, what: str, at: datetime, **about: int | str | list[int] | None) -> None:
    """Enter an act. ``about`` holds numbers and roles, never a name, an address or a code."""
    AdminAct.objects.create(at=at, by=by, what=what, about=about)


def acts(by: User, at: datetime) -> QuerySet[AdminAct]:
    """Return the journal, latest first. Refused to everybody but audit administrators."""
    demand_administrator(by, Posting.Role.AUDIT_ADMIN, None, at)
    return AdminAct.objects.order_by("-id")
