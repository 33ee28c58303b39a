"""Reading products: what is known of them, what they owe and why, what shows that it was done."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from qingdan.casework.actions.refusals import NotFound
from qingdan.casework.judging.law_in_use import law_in_use
from qingdan.casework.judging.timeline import product_of
from qingdan.casework.models import Answers, Evidence, Happening, Journal, Obligation, Product, User
from qingdan.casework.products import PRODUCT
from qingdan.casework.standing import SEES, acting_for, cases_seen_by, mandates_of, postings_of
from qingdan.law import judge as law
from qingdan.law.grammar.text import Text
from qingdan.law.judge.alternatives import alternatives
from qingdan.law.judge.record import judgement as record
from qingdan.law.judge.record import reading_effect


def products_of_parties(user: User, on: date) -> QuerySet[Product]:
    """Return the products of the parties somebody acts for, and those they hold a mandate for."""
    if not user.is_active:
        return Product.objects.none()
    some = mandates_of(user, on).filter(products__isnull=False).values("products")
    return Product.objects.filter(
        Q(party__in=acting_for(user, on).values("pk")) | Q(pk__in=some)
    ).select_related("party")


def products_seen_by(user: User, on: date) -> QuerySet[Product]:
    """Return the products somebody may see: as above, and for an officer those of the cases they see."""
    mine = products_of_parties(user, on)
    if not postings_of(user, on).filter(role__in=SEES).exists():
        return mine
    cases = cases_seen_by(user, on).filter(product=OuterRef("pk"))
    return Product.objects.filter(Q(pk__in=mine.values("pk")) | Q(Exists(cases))).select_related("party")


def product_for(user: User, product: int, on: date) -> Product:
    """Return a product somebody may see. Raises NotFound otherwise, whether or not it exists."""
    found = products_seen_by(user, on).filter(pk=product).select_related("party", "judged").first()
    if found is None:
        raise NotFound(PRODUCT)
    return found


def answers_of(product: Product) -> QuerySet[Answers]:
    """Return everything that was ever answered of a product, latest first: a later row of a day has replaced it."""
    return Answers.objects.filter(product=product).order_by("-id")


def reports_of(product: Product) -> QuerySet[Happening]:
    """Return what happened to a product, latest said first, withdrawn reports among them."""
    return Happening.objects.filter(product=product).order_by("-id")


def obligations_of(products: QuerySet[Product]) -> QuerySet[Obligation]:
    """Return what products owe, and what the authority owes them, what is due first coming first."""
    return Obligation.objects.filter(product__in=products.values("pk")).select_related("product")


def obligation_for(user: User, obligation: int, on: date) -> Obligation:
    """Return one duty of a product somebody may see. Raises NotFound otherwise."""
    found = obligations_of(products_seen_by(user, on)).filter(pk=obligation).first()
    if found is None:
        raise NotFound(Text("obligation", "义务"))
    return found


def report_for(user: User, product: int, report: int, on: date) -> Happening:
    """Return one report about a product somebody may see. Raises NotFound otherwise."""
    found = reports_of(product_for(user, product, on)).filter(pk=report).first()
    if found is None:
        raise NotFound(Text("report", "报告"))
    return found


def evidence_of(product: Product) -> QuerySet[Evidence]:
    """Return what was given to show that duties were done, latest first."""
    return Evidence.objects.filter(product=product).select_related("document").order_by("-id")


def journal_of(product: Product) -> QuerySet[Journal]:
    """Return why obligations changed, latest first."""
    return Journal.objects.filter(product=product).order_by("-id")


def judgement_of(product: Product, on: date, *, readings: bool = False) -> dict[str, Any]:
    """Return the judgement of a product on a day as plain data; with what other readings would give, if asked."""
    used = law_in_use()
    judged = law.judge(
        product_of(product), on, readings=used.readings, editions=used.editions, calendar=used.calendar
    )
    told = record(judged)
    if readings:
        told["other_readings"] = [reading_effect(e) for e in alternatives(judged)]
    return told
