"""A party speaks for its products: clearly refused what cannot be, and never for those of another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from qingdan.casework import products
from qingdan.casework.actions import NotFound
from qingdan.casework.judging import judge_product, product_of
from qingdan.casework.models import Answers, Evidence, Happening, Judged, Mandate, Product
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.refusal import Refusal
from tests.casework import factories
from tests.casework.factories import LONG_AGO, Company

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 10, tzinfo=SHANGHAI)
DAY = AT.date()


@pytest.fixture
def firm(company: Callable[..., Company]) -> Company:
    return company("甲示例有限公司")


@pytest.fixture
def product(firm: Company) -> Product:
    return products.add_product(firm.party.pk, "  问答  服务 ", by=firm.filer, at=AT)


def test_a_new_product_waits_to_be_judged_and_its_name_is_its_own(product: Product, firm: Company) -> None:
    assert product.name == "问答 服务"
    assert Judged.objects.get(pk=product.pk).wanted
    with pytest.raises(Refusal, match="already"):
        products.add_product(firm.party.pk, "问答 服务", by=firm.filer, at=AT)
    with pytest.raises(Refusal, match="give the product a name"):
        products.add_product(firm.party.pk, "  ", by=firm.filer, at=AT)


def test_answers_build_on_those_before_and_earlier_rows_stay(product: Product, firm: Company) -> None:
    products.answer(product.pk, None, {"is_ai": True, "develops": True}, by=firm.filer, at=AT)
    products.answer(product.pk, None, {"develops": None, "to_the_public": True}, by=firm.filer, at=AT)
    products.answer(product.pk, date(2026, 5, 1), {"is_ai": False}, by=firm.filer, at=AT)
    judged = product_of(product)
    assert judged.answers_on(DAY) == {"is_ai": True, "develops": None, "to_the_public": True}
    assert judged.answers_on(date(2026, 5, 1))["is_ai"] is False
    assert Answers.objects.count() == 3
    products.answer(product.pk, date(2026, 5, 1), {"is_ai": False}, by=firm.filer, at=AT)
    assert Answers.objects.count() == 3, "saying it again says nothing new"
    products.answer(product.pk, date(2026, 5, 1), {}, by=firm.filer, at=AT, instead=True)
    assert product_of(product).answers_on(date(2026, 6, 1))["is_ai"] is True


@pytest.mark.parametrize(
    ("answers", "where"),
    [
        ({"is_a1": True}, ("is_a1",)),
        ({"is_ai": "perhaps"}, ("is_ai",)),
        ({"registered_users": -1}, ("registered_users",)),
        ({"registered_users": 1.5}, ("registered_users",)),
    ],
)
@pytest.mark.parametrize("since", [None, date(2026, 5, 1)])
def test_an_answer_that_cannot_be_is_refused_by_its_field_and_nothing_is_saved(
    product: Product, firm: Company, answers: dict[str, object], where: tuple[str, ...], since: date | None
) -> None:
    with pytest.raises(products.BadAnswers) as refused:
        products.answer(product.pk, since, answers, by=firm.filer, at=AT)
    assert refused.value.where[-1:] == where
    assert not Answers.objects.exists()


def test_a_report_is_taken_once_in_order_and_in_its_time(product: Product, firm: Company) -> None:
    first = products.report(product.pk, "service_started", DAY, by=firm.filer, at=AT)
    assert products.report(product.pk, "service_started", DAY, by=firm.filer, at=AT) == first
    refused: list[tuple[str, date, str]] = [
        ("service_started", DAY - timedelta(days=1), "only once"),
        ("service_ended", DAY - timedelta(days=9), "before service_started"),
        ("incident_detected", DAY, "give the time"),
        ("no_such_event", DAY, "no event of this law"),
        ("risk_assessed", DAY + timedelta(days=1), "once it has happened"),
        ("risk_assessed", date(1990, 1, 1), "outside"),
        ("licence_granted", DAY, "recorded in its procedure"),
    ]
    for event, day, why in refused:
        with pytest.raises(Refusal, match=why):
            products.report(product.pk, event, day, by=firm.filer, at=AT)
    assert Happening.objects.count() == 1
    timed = products.report(product.pk, "incident_detected", AT, by=firm.filer, at=AT)
    assert timed.moment == "2026-03-02T10:00:00+08:00"
    with pytest.raises(Refusal, match="zone"):
        products.report(product.pk, "incident_detected", AT.replace(tzinfo=None), by=firm.filer, at=AT)


def test_what_an_act_recorded_cannot_be_taken_back(product: Product, firm: Company) -> None:
    from qingdan.casework import actions

    factories.make_offices()
    case = actions.open_case("licence_application", by=firm.filer, at=AT, product=product.pk)
    told = Happening.objects.create(product=product, event="licence_granted", moment="2026-03-02", case=case)
    with pytest.raises(Refusal, match="by an act in a case"):
        products.withdraw_report(told.pk, by=firm.filer, at=AT)


def test_nobody_speaks_for_the_product_of_another(
    product: Product, firm: Company, company: Callable[..., Company]
) -> None:
    other = company("乙示例有限公司")
    for by in (other.filer, firm.reader):
        with pytest.raises(NotFound):
            products.answer(product.pk, None, {"is_ai": True}, by=by, at=AT)
        with pytest.raises(NotFound):
            products.report(product.pk, "service_started", DAY, by=by, at=AT)
    with pytest.raises(NotFound):
        products.add_product(firm.party.pk, "别家产品", by=other.filer, at=AT)


def test_an_agent_speaks_for_the_products_of_its_mandate_alone(
    product: Product, firm: Company, company: Callable[..., Company]
) -> None:
    agent = company("代理示例有限公司")
    mandate = Mandate.objects.create(
        kind="agent", principal=firm.party, agent=agent.party, since=LONG_AGO, accepted_on=LONG_AGO
    )
    another = factories.product(firm.party, "另一产品")
    mandate.products.add(product)
    products.answer(product.pk, None, {"is_ai": True}, by=agent.filer, at=AT)
    with pytest.raises(NotFound):
        products.answer(another.pk, None, {"is_ai": True}, by=agent.filer, at=AT)


def test_evidence_is_kept_beside_a_duty_that_is_owed(product: Product, firm: Company) -> None:
    products.answer(product.pk, None, {"is_ai": True}, by=firm.filer, at=AT)
    judge_product(product.pk, AT)
    duty = product.obligations.order_by("pk")[0]
    kept = products.evidence(product.pk, duty.rule, duty.instance, says="会议纪要第3号", by=firm.filer, at=AT)
    assert Evidence.objects.get() == kept
    with pytest.raises(Refusal, match="no such duty"):
        products.evidence(product.pk, "no_such_rule", says="…", by=firm.filer, at=AT)
    with pytest.raises(Refusal, match="enclose a document"):
        products.evidence(product.pk, duty.rule, duty.instance, by=firm.filer, at=AT)
