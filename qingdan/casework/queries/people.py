"""Reading who belongs where: parties, members, mandates, invitations, offices, posts. Names only to those concerned."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from qingdan.casework.actions.refusals import NotFound
from qingdan.casework.enrolment.rights import ADMINISTRATORS, demand_administrator, demand_manager
from qingdan.casework.models import (
    Alert,
    Delegation,
    Invitation,
    Mandate,
    Membership,
    Office,
    Party,
    Posting,
    User,
)
from qingdan.casework.standing import SEES, acting_for, cases_seen_by, open_on, parties_of, postings_of
from qingdan.law.grammar.text import Text

PARTY, OFFICE = Text("party", "主体"), Text("office", "机关")


def parties_seen_by(user: User, on: date) -> QuerySet[Party]:
    """Return the parties somebody acts for and, for an officer, those of the cases they see."""
    if not user.is_active:
        return Party.objects.none()
    seen = Q(pk__in=acting_for(user, on).values("pk"))
    if postings_of(user, on).filter(role__in=SEES).exists():
        seen |= Q(Exists(cases_seen_by(user, on).filter(party=OuterRef("pk"))))
    return Party.objects.filter(seen)


def party_for(user: User, party: int, on: date) -> Party:
    """Return a party somebody may see. Raises NotFound otherwise, whether or not it exists."""
    found = parties_seen_by(user, on).filter(pk=party).first()
    if found is None:
        raise NotFound(PARTY)
    return found


def acting(user: User, on: date) -> QuerySet[Party]:
    """Return the parties somebody acts for."""
    return acting_for(user, on) if user.is_active else Party.objects.none()


def own_party(user: User, party: int, on: date) -> Party:
    """Return a party somebody is a member of. Raises NotFound otherwise."""
    found = parties_of(user, on).filter(pk=party).first() if user.is_active else None
    if found is None:
        raise NotFound(PARTY)
    return found


def roles_in(user: User, on: date) -> dict[int, str]:
    """Return somebody's role in each party of theirs."""
    rows = Membership.objects.filter(open_on(on), user=user)
    return dict(rows.values_list("party", "role"))


def members_of(party: Party, on: date) -> QuerySet[Membership]:
    """Return the members a party has on a day."""
    return Membership.objects.filter(open_on(on), party=party).select_related("user")


def membership_for(user: User, party: int, membership: int, on: date) -> Membership:
    """Return a membership in a party of somebody's. Raises NotFound otherwise."""
    found = members_of(own_party(user, party, on), on).select_related("party").filter(pk=membership).first()
    if found is None:
        raise NotFound(Text("member", "成员"))
    return found


def invitations_into(user: User, into: Party | Office, at: datetime) -> QuerySet[Invitation]:
    """Return the invitations that wait for an answer. Raises NotAllowed to all but who may invite."""
    if isinstance(into, Party):
        demand_manager(user, into, at)
        rows = Invitation.objects.filter(party=into)
    else:
        demand_administrator(user, Posting.Role.SECURITY_ADMIN, into, at)
        rows = Invitation.objects.filter(office=into)
    return rows.filter(accepted_at__isnull=True, expires_at__gt=at)


def invitation_sent(user: User, into: Party | Office, email: str, at: datetime) -> Invitation:
    """Return the invitation of an address that waits for an answer."""
    return invitations_into(user, into, at).get(email=email.strip().lower())


def invitation_for(user: User, invitation: int, on: date) -> Invitation:
    """Return an invitation into a party of somebody's, or into an office they administer. Raises NotFound otherwise."""
    mine = Q(party__in=parties_of(user, on, (Membership.Role.MANAGER,)).values("pk"))
    for path in (
        postings_of(user, on).filter(role=Posting.Role.SECURITY_ADMIN).values_list("office__path", flat=True)
    ):
        mine |= Q(office__path__startswith=path)
    found = Invitation.objects.filter(mine, pk=invitation).select_related("party", "office").first()
    if found is None or not user.is_active:
        raise NotFound(Text("invitation", "邀请"))
    return found


def mandates_about(user: User, on: date) -> QuerySet[Mandate]:
    """Return the mandates that parties of somebody's have given or hold, running or waiting to be accepted."""
    mine = parties_of(user, on).values("pk")
    return (
        Mandate.objects.filter(Q(principal__in=mine) | Q(agent__in=mine))
        .filter(Q(until__isnull=True) | Q(until__gte=on))
        .select_related("principal", "agent")
        .prefetch_related("products")
    )


def mandate_for(user: User, mandate: int, on: date) -> Mandate:
    """Return one of these mandates. Raises NotFound otherwise."""
    found = mandates_about(user, on).filter(pk=mandate).first() if user.is_active else None
    if found is None:
        raise NotFound(Text("mandate", "委托"))
    return found


def agent_party(uscc: str) -> Party:
    """Return the party a social credit code belongs to: whoever gives a mandate knows it. Raises NotFound."""
    found = Party.objects.filter(uscc=uscc, closed_at__isnull=True).first()
    if found is None:
        raise NotFound(PARTY)
    return found


def products_named(party: Party, ids: list[int]) -> list[Any]:
    """Return products of a party. Raises NotFound if one is not among them."""
    found = list(party.products.filter(pk__in=ids))
    if len(found) != len(set(ids)):
        raise NotFound(Text("product", "产品"))
    return found


def offices() -> QuerySet[Office]:
    """Return the offices there are: where they are and what they cover is no secret."""
    return Office.objects.filter(closed_on__isnull=True)


def office_named(office: int) -> Office:
    """Return an office, open or closed. Raises NotFound."""
    found = Office.objects.filter(pk=office).first()
    if found is None:
        raise NotFound(OFFICE)
    return found


def delegations_on(on: date) -> QuerySet[Delegation]:
    """Return what is delegated to which office."""
    return Delegation.objects.filter(open_on(on)).select_related("office")


def delegation_named(delegation: int) -> Delegation:
    """Return a delegation. Raises NotFound."""
    found = Delegation.objects.select_related("office").filter(pk=delegation).first()
    if found is None:
        raise NotFound(Text("delegation", "委托事项"))
    return found


def postings_in(user: User, office: int, on: date) -> QuerySet[Posting]:
    """Return who holds which post in an office: for its officers and administrators, and those above it."""
    of = office_named(office)
    held = postings_of(user, on)
    if not user.is_active or not any(of.path.startswith(p.office.path) for p in held):
        raise NotFound(OFFICE)
    return Posting.objects.filter(open_on(on), office=of).select_related("user", "office")


def posting_for(user: User, posting: int, on: date) -> Posting:
    """Return a post in an office that somebody administers. Raises NotFound otherwise."""
    found = Posting.objects.filter(open_on(on), pk=posting).select_related("user", "office").first()
    held = postings_of(user, on).filter(role__in=ADMINISTRATORS)
    if (
        found is None
        or not user.is_active
        or not any(found.office.path.startswith(p.office.path) for p in held)
    ):
        raise NotFound(Text("post", "职务"))
    return found


def person(by: User, user: int, at: datetime) -> User:
    """Return a person by number, for a security administrator. Raises NotAllowed, NotFound."""
    demand_administrator(by, Posting.Role.SECURITY_ADMIN, None, at)
    found = User.objects.filter(pk=user).first()
    if found is None:
        raise NotFound(Text("person", "人员"))
    return found


def alerts_of(user: User) -> QuerySet[Alert]:
    """Return what somebody was told, latest first."""
    return Alert.objects.filter(user=user).order_by("-at", "-id")


def read_alerts(user: User, upto: int, at: datetime) -> int:
    """Note that somebody has read what they were told up to one alert; return how many were new to them."""
    return Alert.objects.filter(user=user, pk__lte=upto, read_at__isnull=True).update(read_at=at)
