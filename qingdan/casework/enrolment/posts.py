"""Posts in the authority. Only security administrators appoint, and nobody appoints themselves.

Who administers does not decide cases: the system, security and audit administrators exclude one another and every
other post (MLPS level 3).
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.enrolment.journal import enter
from qingdan.casework.enrolment.members import OFFICER_AND_MEMBER
from qingdan.casework.enrolment.rights import ADMINISTRATORS, NotAllowed, day, demand_administrator, end
from qingdan.casework.models import Membership, Office, Party, Posting, Token, User
from qingdan.casework.standing import open_on
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW


def appoint(by: User, user: User, office: Office, role: str, at: datetime) -> Posting:
    """Appoint somebody to a post from today."""
    demand_administrator(by, Posting.Role.SECURITY_ADMIN, office, at)
    if by.pk == user.pk:
        raise NotAllowed(
            Text(
                "nobody appoints themselves; another security administrator must",
                "任何人不得任命自己，应当由其他安全管理员任命",
            )
        )
    return install(by, user, office, role, at)


def install(by: User | None, user: User, office: Office, role: str, at: datetime) -> Posting:
    """Give somebody a post, without asking who says so: for appointments and for the first administrators."""
    if role not in Posting.Role.values:
        raise ActionRefused("role", Text("choose a post", "请选择职务"), field="role")
    with transaction.atomic():
        # Two appointments at once must not both find the other one missing.
        user = User.objects.select_for_update().get(pk=user.pk)
        office = Office.objects.select_for_update().get(pk=office.pk)
        _check(user, office, Posting.Role(role), at)
        posting = Posting.objects.create(user=user, office=office, role=role, since=day(at))
        # A token made before does not inherit the new powers.
        Token.objects.filter(user=user, revoked_at__isnull=True).update(revoked_at=at)
        enter(by, "appointed", at, posting=posting.pk, user=user.pk, office=office.pk, role=role)
    return posting


def end_posting(by: User, posting: Posting, at: datetime) -> None:
    """End a post at once. The authority keeps one of each administrator."""
    with transaction.atomic():
        Office.objects.select_for_update().get(pk=posting.office_id)
        found = Posting.objects.filter(open_on(day(at)), pk=posting.pk).select_related("office").first()
        if found is None:
            raise ActionRefused("post_ended", Text("this post has already ended", "该职务已经终止"))
        demand_administrator(by, Posting.Role.SECURITY_ADMIN, found.office, at)
        if by.pk == found.user_id:
            raise NotAllowed(
                Text(
                    "nobody ends their own post; another security administrator must",
                    "任何人不得终止自己的职务，应当由其他安全管理员办理",
                )
            )
        _keep_administrators(found, at)
        end(found, at)
        enter(
            by,
            "post_ended",
            at,
            posting=found.pk,
            user=found.user_id,
            office=found.office_id,
            role=found.role,
        )


def _check(user: User, office: Office, role: Posting.Role, at: datetime) -> None:
    if not user.is_active:
        raise ActionRefused("inactive", Text("this account is closed", "该账号已停用"))
    if office.closed_on is not None:
        raise ActionRefused(
            "office_closed", Text("this office is closed; choose another", "该机关已撤销，请另选")
        )
    if role is Posting.Role.LIST_EDITOR and not office.national:
        raise ActionRefused(
            "not_national",
            Text(
                "the Negative List is the national authority's: its editors are posted there",
                "负面清单由国家主管机关制定，编辑人员只能任职于国家主管机关",
            ),
            Cite(MODEL_LAW, 23),
        )
    held = list(Posting.objects.filter(open_on(day(at)), user=user))
    if any(post.office_id == office.pk and post.role == role for post in held):
        raise ActionRefused("already_posted", Text("this person already holds this post", "该人员已任此职"))
    if held and (role in ADMINISTRATORS or any(post.role in ADMINISTRATORS for post in held)):
        raise NotAllowed(
            Text(
                "system, security and audit administrators hold no other post, so that no one both acts and oversees (MLPS 2.0, "
                "level 3); end the other post first",
                "系统管理员、安全管理员、审计管理员不得兼任其他职务，办理与监督应当分离（网络安全等级保护2.0第三级）；请先终止原职务",
            )
        )
    business = (Party.Kind.COMPANY, Party.Kind.INDIVIDUAL, Party.Kind.FOREIGN)
    if Membership.objects.filter(open_on(day(at)), user=user, party__kind__in=business).exists():
        raise NotAllowed(OFFICER_AND_MEMBER)


def _keep_administrators(posting: Posting, at: datetime) -> None:
    if posting.role not in ADMINISTRATORS or not posting.office.national:
        return
    others = Posting.objects.filter(
        open_on(day(at)), office=posting.office, role=posting.role, user__is_active=True
    ).exclude(pk=posting.pk)
    if not others.exists():
        raise ActionRefused(
            "last_administrator",
            Text(
                "this is the national authority's last administrator of the kind; appoint a successor first",
                "该人员是国家主管机关唯一的该类管理员，请先任命继任者",
            ),
        )
