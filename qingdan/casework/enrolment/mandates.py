"""Mandates: one party acts for another, as its agent or as a foreign party's representative in China (Art. 40).

A mandate is given by a manager of the principal and counts once a manager of the agent has accepted it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.enrolment.journal import enter
from qingdan.casework.enrolment.rights import NotAllowed, day, demand_manager, end
from qingdan.casework.models import Mandate, Party, Product, User
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW

_REPRESENTATIVE = Cite(MODEL_LAW, 40)


def give_mandate(  # noqa: PLR0913 - a mandate has the terms it has
    by: User,
    kind: str,
    principal: Party,
    agent: Party,
    at: datetime,
    *,
    products: Iterable[Product] = (),
    until: date | None = None,
) -> Mandate:
    """Give a mandate from today, for ``products`` or, if none are named, for everything; ``until`` is its last day."""
    demand_manager(by, principal, at)
    limited = list(products)
    _check(kind, principal, agent, limited)
    if until is not None and until < day(at):
        raise ActionRefused("until", Text("the last day has already passed", "终止日期已过"), field="until")
    with transaction.atomic():
        Party.objects.select_for_update().get(pk=principal.pk)
        if _running(principal, agent, kind, day(at)):
            raise ActionRefused(
                "mandate_exists",
                Text(
                    "there is such a mandate already; end it before you give another",
                    "已有同类委托；请先终止，再作新的委托",
                ),
            )
        mandate = Mandate.objects.create(
            kind=kind, principal=principal, agent=agent, since=day(at), until=until
        )
        mandate.products.set(limited)
        enter(
            by,
            "mandate_given",
            at,
            mandate=mandate.pk,
            kind=kind,
            principal=principal.pk,
            agent=agent.pk,
            products=[product.pk for product in limited],
        )
    return mandate


def accept_mandate(by: User, mandate: Mandate, at: datetime) -> None:
    """Accept a mandate for the agent; from today on its members act for the principal."""
    with transaction.atomic():
        mandate = _open(mandate, at)
        demand_manager(by, mandate.agent, at)
        if mandate.accepted_on is not None:
            raise ActionRefused("accepted", Text("this mandate is already accepted", "该委托已经接受"))
        mandate.accepted_on = day(at)
        mandate.save(update_fields=["accepted_on"])
        enter(by, "mandate_accepted", at, mandate=mandate.pk)


def end_mandate(by: User, mandate: Mandate, at: datetime) -> None:
    """End a mandate at once, or decline one: a manager of either side may."""
    with transaction.atomic():
        mandate = _open(mandate, at)
        try:
            demand_manager(by, mandate.principal, at)
        except NotAllowed:
            demand_manager(by, mandate.agent, at)
        end(mandate, at)
        enter(by, "mandate_ended", at, mandate=mandate.pk)


def _check(kind: str, principal: Party, agent: Party, products: list[Product]) -> None:
    if kind not in Mandate.Kind.values:
        raise ActionRefused(
            "kind", Text("choose what kind of mandate this is", "请选择委托类型"), field="kind"
        )
    if principal.pk == agent.pk:
        raise ActionRefused(
            "own_agent",
            Text("nobody is their own agent; choose another party", "不得委托自己，请选择其他主体"),
        )
    if kind == Mandate.Kind.REPRESENTATIVE and principal.kind != Party.Kind.FOREIGN:
        raise ActionRefused(
            "principal_domestic",
            Text(
                "only a party abroad appoints a representative in China; give a mandate to an agent instead",
                "仅境外主体需要指定境内代表；境内主体请委托代理人",
            ),
            _REPRESENTATIVE,
        )
    if kind == Mandate.Kind.REPRESENTATIVE and agent.kind == Party.Kind.FOREIGN:
        raise ActionRefused(
            "agent_foreign",
            Text(
                "the representative must be in China; choose a domestic party",
                "境内代表应当是境内主体，请选择境内主体",
            ),
            _REPRESENTATIVE,
        )
    if any(product.party_id != principal.pk for product in products):
        raise ActionRefused(
            "foreign_product",
            Text(
                "a mandate covers the principal's own products only; take the others off the list",
                "委托范围仅限委托人自己的产品，请删除其他产品",
            ),
            field="products",
        )


def _running(principal: Party, agent: Party, kind: str, on: date) -> bool:
    open_ended = Q(until__isnull=True) | Q(until__gte=on)
    return Mandate.objects.filter(open_ended, principal=principal, agent=agent, kind=kind).exists()


def _open(mandate: Mandate, at: datetime) -> Mandate:
    found = (
        Mandate.objects.select_for_update(of=("self",))
        .filter(Q(until__isnull=True) | Q(until__gte=day(at)), pk=mandate.pk)
        .select_related("principal", "agent")
        .first()
    )
    if found is None:
        raise ActionRefused("mandate_ended", Text("this mandate has ended", "该委托已经终止"))
    return found
