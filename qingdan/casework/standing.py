"""Who may see which cases, and in what capacity somebody acts on one.

Permission = role x the office's jurisdiction x relation to the case, each said once here, as querysets and one
function. Portals, API and worker ask nowhere else.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Value

from qingdan.casework.models import (
    Case,
    Delegation,
    Interest,
    Mandate,
    Membership,
    Office,
    Party,
    Posting,
    Recusal,
    User,
)
from qingdan.casework.prepared import Prepared, Slot
from qingdan.law.numbers import NATIONAL
from qingdan.procedures.grammar.roles import By

CASEWORK = {
    Posting.Role.INTAKE: By.INTAKE,
    Posting.Role.REVIEWER: By.REVIEWER,
    Posting.Role.HEAD: By.HEAD,
    Posting.Role.LEGAL_REVIEWER: By.LEGAL_REVIEWER,
    Posting.Role.INSPECTOR: By.INSPECTOR,
    Posting.Role.LIST_EDITOR: By.LIST_EDITOR,
}
SEES = (*CASEWORK, Posting.Role.AUDITOR)
APPOINTMENT = "representative_appointment"
FILES = (Membership.Role.MANAGER, Membership.Role.FILER)


def open_on(on: date | Slot, prefix: str = "") -> Q:
    """Return the condition that something dated holds on a day."""
    return Q(**{f"{prefix}since__lte": on}) & (
        Q(**{f"{prefix}until__isnull": True}) | Q(**{f"{prefix}until__gte": on})
    )


def parties_of(user: User, on: date, roles: tuple[str, ...] = tuple(Membership.Role)) -> QuerySet[Party]:
    """Return the parties somebody is a member of, in one of ``roles``."""
    return Party.objects.filter(pk__in=_memberships(user, on, roles).values("party"))


def _memberships(user: User, on: date, roles: tuple[str, ...]) -> QuerySet[Membership]:
    return Membership.objects.filter(open_on(on), user=user, role__in=roles)


def mandates_of(user: User, on: date, roles: tuple[str, ...] = tuple(Membership.Role)) -> QuerySet[Mandate]:
    """Return the mandates somebody may use: accepted, running, held by a party of theirs."""
    mine = _memberships(user, on, roles).values("party")
    return Mandate.objects.filter(open_on(on), accepted_on__lte=on, agent__in=mine)


def acting_for(user: User, on: date, roles: tuple[str, ...] = tuple(Membership.Role)) -> QuerySet[Party]:
    """Return the parties somebody acts for: their own, and those that gave their party a mandate for everything."""
    own = _memberships(user, on, roles).values("party")
    general = mandates_of(user, on, roles).filter(products__isnull=True).values("principal")
    return Party.objects.filter(
        pk__in=own.union(general)
    )  # a union is looked up; of an "or" all parties are tried


def postings_of(user: User, on: date) -> QuerySet[Posting]:
    """Return the posts somebody holds on a day."""
    return Posting.objects.filter(open_on(on), user=user, office__closed_on__isnull=True).select_related(
        "office"
    )


def cases_seen_by(user: User, on: date) -> QuerySet[Case]:
    """Return the cases somebody may see.

    Those of their parties and principals, those they are heard in, and, for an officer, those of the office and of
    all offices below it, except where the officer is recused.
    """
    if not user.is_active:
        return Case.objects.none()
    limited = mandates_of(user, on).filter(products=OuterRef("product"))
    named = Mandate.objects.filter(
        open_on(on),
        kind=Mandate.Kind.REPRESENTATIVE,
        principal=OuterRef("party"),
        agent__in=parties_of(user, on).values("pk"),
    )
    seen: Q = (
        Q(party__in=acting_for(user, on).values("pk"))
        | Q(Exists(limited))
        | Q(Exists(named), procedure=APPOINTMENT)
        | Q(Exists(Interest.objects.filter(case=OuterRef("pk"), party__in=parties_of(user, on).values("pk"))))
    )
    return Case.objects.filter(seen | _overseen(user, on))


def cases_overseen_by(user: User, on: date) -> QuerySet[Case]:
    """Return the cases of the offices where somebody holds a post, and of all below, but for those they are recused from."""
    return Case.objects.filter(_overseen(user, on))


def _overseen(user: User, on: date) -> Q:
    found = Q(pk__in=[])
    for path in postings_of(user, on).filter(role__in=SEES).values_list("office__path", flat=True).distinct():
        recused = Recusal.objects.filter(case=OuterRef("pk"), user=user, lifted_at__isnull=True)
        found |= Q(office__path__startswith=path) & ~Q(Exists(recused))
    return found


def capacities(user: User | None, case: Case, on: date) -> frozenset[By]:
    """Return in what capacities ``user`` acts on ``case``.

    An officer acts for the office that handles the case; a superior office sees, and does not act. Once a case is
    assigned, only the assignee reviews it. A recused officer has no capacity at all.
    """
    found = {By.ANYONE}
    if user is None or not user.is_active:
        return frozenset(found)
    roles = roles_held(user, on, office=case.office_id, party=case.party_id, case=case.pk)
    official = {CASEWORK[Posting.Role(role)] for role in roles if role in CASEWORK}
    if official:
        if any(roles.values()):
            return frozenset()
        if case.assignee_id not in {None, user.pk}:
            official.discard(By.REVIEWER)
        return frozenset(found | official)  # nobody is officer and party in one case
    if case.procedure == APPOINTMENT and named_representative(user, case, on):
        found.add(By.REPRESENTATIVE)
    if case.party_id is not None and (any(role in FILES for role in roles) or _agent(user, case, on)):
        found.add(By.APPLICANT)
    elif Interest.objects.filter(case=case, party__in=parties_of(user, on, FILES).values("pk")).exists():
        found.add(By.THIRD_PARTY)
    return frozenset(found)


_roles = Prepared(
    lambda: (
        Posting.objects.filter(
            open_on(Slot("on")),
            user=Slot("user"),
            office=Slot("office"),
            office__closed_on__isnull=True,
            role__in=CASEWORK,
        )
        .annotate(
            recused=Exists(
                Recusal.objects.filter(case=Slot("case"), user=Slot("user"), lifted_at__isnull=True)
            )
        )
        .values_list("role", "recused")
        .union(
            Membership.objects.filter(open_on(Slot("on")), user=Slot("user"), party=Slot("party"))
            .annotate(recused=Value(value=False))
            .values_list("role", "recused"),
            all=True,
        )
    )
)


def roles_held(
    user: User, on: date, *, office: int, party: int | None = None, case: int | None = None
) -> dict[str, bool]:
    """Return the roles ``user`` holds in an office and in a party, and whether, as officer, they are recused from a case."""
    return dict(_roles(user=user.pk, on=on, office=office, party=party, case=case))


def acts_for(user: User, case: Case, on: date) -> bool:
    """Tell whether ``user`` may file for the party of ``case``: as a member, an agent or a representative."""
    own = parties_of(user, on, FILES).filter(cases=case)
    return own.exists() or _agent(user, case, on)


def _agent(user: User, case: Case, on: date) -> bool:
    """Tell whether ``user`` files for an agent or a representative of the party of ``case``."""
    mine = mandates_of(user, on, FILES).filter(principal=case.party_id)
    return mine.filter(Q(products__isnull=True) | Q(products=case.product_id)).exists()


def stands_for(user: User, case: Case, on: date) -> bool:
    """Tell whether ``user`` is on the side of the party of ``case``, be it only to read what is served on it."""
    if case.party_id is None or not user.is_active:
        return False
    if parties_of(user, on).filter(pk=case.party_id).exists():
        return True
    mine = Q(accepted_on__lte=on) & (Q(products__isnull=True) | Q(products=case.product_id))
    if case.procedure == APPOINTMENT:
        mine |= Q(kind=Mandate.Kind.REPRESENTATIVE)
    running = Mandate.objects.filter(
        open_on(on), principal=case.party_id, agent__in=parties_of(user, on).values("pk")
    )
    return running.filter(mine).exists()


def named_representative(user: User, case: Case, on: date) -> bool:
    """Tell whether ``user`` files for the domestic representative that the party of ``case`` names, accepted or not yet."""
    return Mandate.objects.filter(
        open_on(on),
        kind=Mandate.Kind.REPRESENTATIVE,
        principal=case.party_id,
        agent__in=parties_of(user, on, FILES).values("pk"),
    ).exists()


_offices_for = Prepared(
    lambda: Office.objects.filter(
        Q(parent__isnull=True)
        | Exists(
            Delegation.objects.filter(open_on(Slot("on")), office=OuterRef("pk"), procedure=Slot("procedure"))
        ),
        closed_on__isnull=True,
    ).order_by("-path")
)


def handling_office(procedure: str, division: str, on: date) -> Office:
    """Return the office that handles a procedure for a party in ``division``: the national one, unless it was delegated.

    Raises Office.DoesNotExist where no national authority has been set up.
    """
    offices = _offices_for(procedure=procedure, on=on)
    national = next((o for o in offices if o.parent_id is None), None)
    if national is None:
        raise Office.DoesNotExist
    covering = [o for o in offices if o is not national and covers(o.division, division)]
    return max(covering, key=lambda o: o.path.count("/"), default=national)


def covers(over: str, division: str) -> bool:
    """Tell whether a GB/T 2260 division lies in (or is) another: 110000 covers 110108, 100000 covers all."""
    if over in {NATIONAL, division}:
        return True
    if over.endswith("0000"):
        return over[:2] == division[:2]
    return over.endswith("00") and over[:4] == division[:4]
