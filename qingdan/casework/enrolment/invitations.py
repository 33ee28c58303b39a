"""Invitations: a manager asks somebody into a party, a security administrator into an office.

The code leaves once, by mail; what is kept is its digest. It is good for one person, seven days and one use.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from qingdan.casework.accounts.post import send
from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.enrolment.journal import enter
from qingdan.casework.enrolment.members import join
from qingdan.casework.enrolment.posts import appoint
from qingdan.casework.enrolment.rights import NotAllowed, demand_administrator, demand_manager
from qingdan.casework.models import Invitation, Membership, Office, Party, Posting, User
from qingdan.law.grammar.text import Text

GOOD_FOR = timedelta(days=7)
MOST_OPEN = 100  # per party or office: nobody uses us to send mail to the world
_ROLES = {Party: Membership.Role, Office: Posting.Role}


def invite(by: User, into: Party | Office, email: str, role: str, at: datetime) -> str:
    """Invite whoever reads mail at ``email`` into a party or an office; return the code, which is not kept.

    A second invitation of the same address replaces the first.
    """
    _demand(by, into, at)
    if role not in _ROLES[type(into)].values:
        raise ActionRefused("role", Text("choose a role", "请选择角色"), field="role")
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError as wrong:
        raise ActionRefused(
            "email", Text("this is no e-mail address; check it", "电子邮箱地址有误，请核对"), field="email"
        ) from wrong
    place = _place(into)
    code = secrets.token_urlsafe(32)
    with transaction.atomic():
        Invitation.objects.filter(**place, email=address, accepted_at__isnull=True).delete()
        if (
            Invitation.objects.filter(**place, accepted_at__isnull=True, expires_at__gt=at).count()
            >= MOST_OPEN
        ):
            raise ActionRefused(
                "too_many",
                Text(
                    f"{MOST_OPEN} invitations are waiting for an answer; wait, or withdraw some",
                    f"尚有{MOST_OPEN}份邀请未获答复，请等待答复或者撤回部分邀请",
                ),
            )
        made = Invitation.objects.create(
            **place,
            email=address,
            role=role,
            code_digest=_digest(code),
            invited_by=by,
            expires_at=at + GOOD_FOR,
        )
        enter(by, "invited", at, invitation=made.pk, role=role, **_numbers(made))
        send(address, _SUBJECT, _BODY.filled(where=_name(into), url=settings.BASE_URL, code=code))
    return code


def accept_invitation(user: User, code: str, at: datetime) -> Membership | Posting:
    """Join what the code invites to. The address it was sent to must be a verified one of ``user``."""
    with transaction.atomic():
        invitation = (
            Invitation.objects.select_for_update(of=("self",))
            .filter(code_digest=_digest(code.strip()))
            .select_related("party", "office", "invited_by")
            .first()
        )
        if invitation is None:
            raise _UNKNOWN
        _demand_open(invitation, user, at)
        into = invitation.party or invitation.office
        if into is None:  # the database allows it, we never write it
            raise _UNKNOWN
        _demand(invitation.invited_by, into, at)
        invitation.accepted_at = at
        invitation.save(update_fields=["accepted_at"])
        if isinstance(into, Office):
            return appoint(invitation.invited_by, user, into, invitation.role, at)
        joined = join(user, into, invitation.role, at)
        enter(user, "joined", at, invitation=invitation.pk, party=into.pk, user=user.pk, role=joined.role)
        return joined


def withdraw_invitation(by: User, invitation: Invitation, at: datetime) -> None:
    """Take back an invitation that nobody has accepted yet."""
    into = invitation.party or invitation.office
    if into is None or invitation.accepted_at is not None:
        raise _USED
    _demand(by, into, at)
    with transaction.atomic():
        enter(by, "invitation_withdrawn", at, invitation=invitation.pk, **_numbers(invitation))
        invitation.delete()


def _demand(by: User, into: Party | Office, at: datetime) -> None:
    if isinstance(into, Party):
        demand_manager(by, into, at)
    else:
        demand_administrator(by, Posting.Role.SECURITY_ADMIN, into, at)


def _demand_open(invitation: Invitation, user: User, at: datetime) -> None:
    if invitation.accepted_at is not None:
        raise _USED
    if at >= invitation.expires_at:
        raise ActionRefused(
            "invitation_lapsed",
            Text(
                "this invitation has lapsed: it was good for seven days; ask for a new one",
                "邀请已失效：有效期为七日；请对方重新邀请",
            ),
        )
    mine = EmailAddress.objects.filter(user=user, verified=True, email__iexact=invitation.email)
    if not mine.exists():
        raise NotAllowed(
            Text(
                "this invitation was sent to another address; sign in with that address, or add and confirm it in your account",
                "该邀请发往另一邮箱；请用该邮箱登录，或者在账号中添加并验证该邮箱",
            )
        )


def _digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


def _place(into: Party | Office) -> dict[str, Party | Office]:
    return {"party" if isinstance(into, Party) else "office": into}


def _numbers(invitation: Invitation) -> dict[str, int | None]:
    return {"party": invitation.party_id, "office": invitation.office_id}


def _name(into: Party | Office) -> Text:
    if isinstance(into, Party):
        return Text(into.name_en or into.name, into.name)
    return Text(into.name_en, into.name_zh)


_UNKNOWN = ActionRefused(
    "invitation_unknown",
    Text(
        "there is no such invitation; copy the whole code from the mail, or ask for a new invitation",
        "没有此邀请；请完整复制邮件中的邀请码，或者请对方重新邀请",
    ),
)
_USED = ActionRefused(
    "invitation_used",
    Text("this invitation has already been used; ask for a new one", "该邀请已被使用，请对方重新邀请"),
)
_SUBJECT = Text("You are invited", "邀请您加入")
_BODY = Text(
    "You are invited to work for {where}.\n\nSign in at {url} with this address and enter this code within seven days:\n\n{code}\n\n"
    "If you did not expect this, do nothing.",
    "邀请您为{where}办理事务。\n\n请于七日内用本邮箱登录 {url} 并输入邀请码：\n\n{code}\n\n如与您无关，请勿理会。",
)
