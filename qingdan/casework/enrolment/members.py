"""Members of a party: how they come, change and go. A party is never without a manager."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.enrolment.journal import enter
from qingdan.casework.enrolment.rights import NotAllowed, day, demand_manager, end
from qingdan.casework.models import Membership, Party, User
from qingdan.casework.standing import open_on, postings_of
from qingdan.law.grammar.text import Text

# State organs and institutions may have the authority's own people among their members: they file under Article 70.
_OPEN_TO_OFFICERS = frozenset({Party.Kind.STATE_ORGAN, Party.Kind.INSTITUTION})


def join(user: User, party: Party, role: str, at: datetime) -> Membership:
    """Make somebody a member, without asking who says so: for registering and for accepted invitations."""
    if role not in Membership.Role.values:
        raise ActionRefused("role", Text("choose a role", "请选择角色"), field="role")
    refuse_officers(user, party, at)
    if Membership.objects.filter(open_on(day(at)), user=user, party=party).exists():
        raise ActionRefused(
            "already_member",
            Text(
                "this person already acts for the party; change the role instead",
                "该人员已代表该主体办事，请改为变更其角色",
            ),
        )
    return Membership.objects.create(user=user, party=party, role=role, since=day(at))


def change_role(by: User, membership: Membership, role: str, at: datetime) -> Membership:
    """Give a member another role. The former one stays on record, until yesterday."""
    if role not in Membership.Role.values:
        raise ActionRefused("role", Text("choose a role", "请选择角色"), field="role")
    with transaction.atomic():
        membership = _open(membership, at)
        demand_manager(by, membership.party, at)
        if role == membership.role:
            return membership
        _keep_a_manager(membership, at)
        enter(by, "role_changed", at, party=membership.party_id, user=membership.user_id, role=role)
        if membership.since == day(at):
            membership.role = role
            membership.save(update_fields=["role"])
            return membership
        end(membership, at)
        return Membership.objects.create(
            user=membership.user, party=membership.party, role=role, since=day(at)
        )


def end_membership(by: User, membership: Membership, at: datetime) -> None:
    """Let a member go: at a manager's word or their own. The last manager stays."""
    with transaction.atomic():
        membership = _open(membership, at)
        if by.pk != membership.user_id:
            demand_manager(by, membership.party, at)
        _keep_a_manager(membership, at)
        end(membership, at)
        enter(by, "membership_ended", at, party=membership.party_id, user=membership.user_id)


def refuse_officers(user: User, party: Party, at: datetime) -> None:
    """Refuse somebody who holds a post. Chosen rule: no one both serves the authority and acts for a business."""
    if party.kind not in _OPEN_TO_OFFICERS and postings_of(user, day(at)).exists():
        raise NotAllowed(OFFICER_AND_MEMBER)


OFFICER_AND_MEMBER = Text(
    "nobody both holds a post in the authority and acts for a party it supervises (Civil Servant Law, Art. 59); end one first",
    "任职于主管机关的人员不得同时代表受其监管的主体（公务员法第五十九条）；请先终止其中一项",
)


def _open(membership: Membership, at: datetime) -> Membership:
    """Read the membership again, under the lock of its party: who manages it is decided one by one."""
    Party.objects.select_for_update().get(pk=membership.party_id)
    found = (
        Membership.objects.filter(open_on(day(at)), pk=membership.pk).select_related("party", "user").first()
    )
    if found is None:
        raise ActionRefused("not_a_member", Text("this membership has already ended", "该成员关系已经终止"))
    return found


def _keep_a_manager(membership: Membership, at: datetime) -> None:
    if membership.role != Membership.Role.MANAGER:
        return
    others = Membership.objects.filter(
        open_on(day(at)), ~Q(pk=membership.pk), party=membership.party_id, role=Membership.Role.MANAGER
    )
    if not others.filter(user__is_active=True).exists():
        raise ActionRefused(
            "last_manager",
            Text(
                "this is the party's last manager; make somebody else a manager first",
                "该人员是该主体唯一的管理人员，请先指定其他管理人员",
            ),
        )
