"""A small world to ask about: one of everything, all belonging to one company, and a licence in the register."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet

from qingdan.casework import actions, enrolment, feeds, machines, products, sealing, webhooks
from qingdan.casework.judging import judge_product
from qingdan.casework.models import (
    Case,
    Delegation,
    Delivery,
    Document,
    Event,
    Invitation,
    ListEdition,
    Mandate,
    Membership,
    Notice,
    Obligation,
    Posting,
    RegisterEntry,
    User,
)
from qingdan.law.negative_list.data import edition_as_data
from qingdan.law.negative_list.sample import SAMPLE_2026
from tests.api.conftest import AT
from tests.casework import factories
from tests.casework.steps import step

LATER = AT + timedelta(days=30)


@dataclass
class World:
    """Everything of one company, by the names that paths use. ``people`` are those who may act in it."""

    ids: dict[str, Any]
    people: dict[str, User]
    body: dict[str, Any] = field(default_factory=dict)


def make_world() -> World:
    """A licence applied for and granted, a second case open, and all that goes with them."""
    offices = factories.make_offices()
    firm, agent = factories.company("甲示例有限公司"), factories.company("代理示例有限公司")
    reviewer, head = (factories.officer(r, offices.national) for r in ("reviewer", "head"))
    security = factories.officer("security_admin", offices.national)
    granted = _granted(firm, reviewer, head)
    product = factories.product(
        firm.party, "问答服务二", {"is_ai": True, "to_the_public": True, "activity_in_china": True}
    )
    case = actions.open_case("registry_filing", by=firm.filer, at=LATER, product=product.pk)
    report = products.report(product.pk, "service_started", AT.date(), by=firm.filer, at=LATER)
    judge_product(product.pk, LATER)
    document = Document.objects.filter(enclosures__case=granted).first() or Document.objects.create(
        party=firm.party,
        uploaded_by=firm.filer,
        uploaded_at=AT,
        name="a.pdf",
        kind="pdf",
        media_type="application/pdf",
        size=1,
        sha256="0" * 64,
        key="none",
    )
    enrolment.invite(firm.manager, firm.party, "new@example.test", "reader", LATER)
    mandate = enrolment.give_mandate(firm.manager, "agent", firm.party, agent.party, LATER)
    hook = _hook(firm.manager)
    sealing.seal(LATER)
    Delivery.objects.create(
        webhook_id=hook, event=Event.objects.filter(case=granted).latest("pk"), next_at=LATER
    )
    edition = edition_as_data(SAMPLE_2026)
    ListEdition.objects.create(
        key=edition["key"],
        draft=edition,
        digest="0" * 64,
        first=True,
        sample=True,
        published_on=SAMPLE_2026.published,
        in_force_from=SAMPLE_2026.effective,
    )
    ids = {
        "case": case.pk,
        "product": product.pk,
        "report": report.pk,
        "obligation": _first(Obligation.objects.filter(product=product)),
        "document": str(document.pk),
        "letter": _first(Notice.objects.filter(case=granted)),
        "announcement": _first(Notice.objects.filter(public=True)),
        "party": firm.party.pk,
        "member": _first(Membership.objects.filter(user=firm.reader)),
        "invitation": _first(Invitation.objects.all()),
        "mandate": _first(Mandate.objects.filter(pk=mandate.pk)),
        "office": offices.province.pk,
        "post": _first(Posting.objects.filter(user=reviewer)),
        "delegation": Delegation.objects.create(
            office=offices.city, procedure="registry_filing", act="x", since=AT
        ).pk,
        "person": firm.reader.pk,
        "token": machines.make_token(firm.manager, "t", ["cases:read"], LATER + timedelta(days=9), LATER)[
            0
        ].pk,
        "webhook": hook,
        "number": RegisterEntry.objects.get().number,
        "procedure": "licence_application",
        "step": "submit",
        "edition": edition["key"],
        "secret": feeds.make_feed(firm.manager, LATER),
        "article": 27,
        "year": 2026,
        "log": "register",
    }
    people = {
        "manager": factories.with_second_factor(firm.manager),
        "filer": firm.filer,
        "reviewer": reviewer,
        "head": head,
        "security": security,
    }
    return World(ids, people)


def _first(rows: QuerySet[Any]) -> int:
    return int(rows.values_list("pk", flat=True).order_by("pk")[0])


def _hook(user: User) -> int:
    """A webhook that nobody answers: addresses are looked up only when one is registered or sent to."""
    from qingdan.casework.accounts.secrecy import seal
    from qingdan.casework.models import Webhook

    secret = seal("whsec_AAAA")
    assert webhooks.hooks_of(user).count() == 0
    return Webhook.objects.create(user=user, url="https://hook.invalid/", secret=secret, cursor=-1).pk


def _granted(firm: factories.Company, reviewer: User, head: User) -> Case:
    case = actions.open_case(
        "licence_application", by=firm.filer, at=AT, product=factories.product(firm.party).pk
    )
    step(case, "submit", firm.filer, AT)
    step(case, "accept", reviewer, AT + timedelta(days=1))
    event = step(case, "grant", reviewer, LATER)
    import json

    actions.take(case.pk, "grant", json.loads(event.payload.body or "{}"), by=head, at=LATER)
    return case
