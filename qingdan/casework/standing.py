"""Who may see which cases, and in what capacity somebody acts on one.

Permission = role x the office's jurisdiction x relation to the case, each said once here, as querysets and one
function. Portals, API and worker ask nowhere else.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from qingdan.casework.models import Case, Interest, Mandate, Membership, Office, Party, Posting, Recusal, User
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
FILES = (Membership.Role.MANAGER, Membership.Role.FILER)


def open_on(on: date, prefix: str = "") -> Q:
    """Return the condition that something dated holds on a day."""
    return Q(**{f"{prefix}since__lte": on}) & (
        Q(**{f"{prefix}until__isnull": True}) | Q(**{f"{prefix}until__gte": on})
    )


def parties_of(user: User, on: date, roles: tuple[str, ...] = tuple(Membership.Role)) -> QuerySet[Party]:
    """Return the parties somebody is a member of, in one of ``roles``."""
    mine = Membership.objects.filter(open_on(on), user=user, role__in=roles, party=OuterRef("pk"))
    return Party.objects.filter(Exists(mine))


def mandates_of(user: User, on: date, roles: tuple[str, ...] = tuple(Membership.Role)) -> QuerySet[Mandate]:
    """Return the mandates somebody may use: accepted, running, held by a party of theirs."""
    return Mandate.objects.filter(open_on(on), accepted_on__lte=on, agent__in=parties_of(user, on, roles))


def acting_for(user: User, on: date, roles: tuple[str, ...] = tuple(Membership.Role)) -> QuerySet[Party]:
    """Return the parties somebody acts for: their own, and those that gave their party a mandate for everything."""
    general = mandates_of(user, on, roles).filter(products__isnull=True)
    return Party.objects.filter(
        Q(pk__in=parties_of(user, on, roles).values("pk")) | Q(pk__in=general.values("principal"))
    )


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
    seen: Q = (
        Q(party__in=acting_for(user, on).values("pk"))
        | Q(Exists(limited))
        | Q(Exists(Interest.objects.filter(case=OuterRef("pk"), party__in=parties_of(user, on).values("pk"))))
    )
    for path in postings_of(user, on).filter(role__in=SEES).values_list("office__path", flat=True).distinct():
        recused = Recusal.objects.filter(case=OuterRef("pk"), user=user, lifted_at__isnull=True)
        seen |= Q(office__path__startswith=path) & ~Q(Exists(recused))
    return Case.objects.filter(seen)


def capacities(user: User | None, case: Case, on: date) -> frozenset[By]:
    """Return in what capacities ``user`` acts on ``case``.

    An officer acts for the office that handles the case; a superior office sees, and does not act. Once a case is
    assigned, only the assignee reviews it. A recused officer has no capacity at all.
    """
    found = {By.ANYONE}
    if user is None or not user.is_active:
        return frozenset(found)
    postings = [p for p in postings_of(user, on) if p.office_id == case.office_id]
    official = {CASEWORK[Posting.Role(p.role)] for p in postings if p.role in CASEWORK}
    if official:
        if Recusal.objects.filter(case=case, user=user, lifted_at__isnull=True).exists():
            return frozenset()
        if case.assignee_id not in {None, user.pk}:
            official.discard(By.REVIEWER)
        return frozenset(found | official)  # nobody is officer and party in one case
    if case.party_id is not None and acts_for(user, case, on):
        found.add(By.APPLICANT)
    elif Interest.objects.filter(case=case, party__in=parties_of(user, on, FILES).values("pk")).exists():
        found.add(By.THIRD_PARTY)
    return frozenset(found)


def acts_for(user: User, case: Case, on: date) -> bool:
    """Tell whether ``user`` may file for the party of ``case``: as a member, an agent or a representative."""
    if Membership.objects.filter(open_on(on), user=user, party=case.party_id, role__in=FILES).exists():
        return True
    mine = mandates_of(user, on, FILES).filter(principal=case.party_id)
    return mine.filter(Q(products__isnull=True) | Q(products=case.product_id)).exists()


def handling_office(procedure: str, division: str, on: date) -> Office:
    """Return the office that handles a procedure for a party in ``division``: the national one, unless it was delegated.

    Raises Office.DoesNotExist where no national authority has been set up.
    """
    national = Office.objects.get(parent__isnull=True, closed_on__isnull=True)
    delegated = (
        Office.objects.filter(
            open_on(on, "delegations__"), delegations__procedure=procedure, closed_on__isnull=True
        )
        .distinct()
        .order_by("-path")
    )
    covering = [o for o in delegated if covers(o.division, division)]
    return max(covering, key=lambda o: o.path.count("/"), default=national)


def covers(over: str, division: str) -> bool:
    """Tell whether a GB/T 2260 division lies in (or is) another: 110000 covers 110108, 100000 covers all."""
    if over in {NATIONAL, division}:
        return True
    if over.endswith("0000"):
        return over[:2] == division[:2]
    return over.endswith("00") and over[:4] == division[:4]
