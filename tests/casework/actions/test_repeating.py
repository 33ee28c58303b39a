"""Whoever did not hear the answer asks again under the same key: it is done once, whatever was asked and however often."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from qingdan.casework import actions
from qingdan.casework.models import Case, Event, User
from qingdan.law.clock import SHANGHAI
from tests.casework import factories
from tests.casework.factories import Company, Offices
from tests.casework.steps import step

AT = datetime(2026, 3, 2, 10, tzinfo=SHANGHAI)
pytestmark = pytest.mark.django_db


@pytest.fixture
def firm(offices: Offices, company: Callable[..., Company]) -> Company:
    assert offices.national.national
    return company("甲示例有限公司")


@pytest.fixture
def submitted(firm: Company) -> Case:
    case = actions.open_case(
        "licence_application", by=firm.filer, at=AT, product=factories.product(firm.party).pk
    )
    step(case, "submit", firm.filer, AT)
    return case


def correct(case: Case, by: User, says: str, key: str) -> Event:
    """A step that may be taken again and again."""
    return actions.take(case.pk, "correct", {"corrected": says}, by=by, at=AT, key=key)


def test_a_step_that_could_be_taken_again_is_taken_once_under_one_key(submitted: Case, firm: Company) -> None:
    first = correct(submitted, firm.filer, "示例一", "k")
    assert correct(submitted, firm.filer, "示例一", "k").pk == first.pk
    assert correct(submitted, firm.filer, "示例一", "another").pk != first.pk
    with pytest.raises(actions.KeyReused):
        correct(submitted, firm.filer, "示例二", "k")
    assert submitted.events.filter(key="correct").count() == 2


def test_a_key_used_in_one_case_is_refused_in_another(submitted: Case, firm: Company) -> None:
    other = actions.open_case(
        "licence_application", by=firm.filer, at=AT, product=factories.product(firm.party, "另一").pk
    )
    step(other, "submit", firm.filer, AT)
    correct(submitted, firm.filer, "示例一", "k")
    with pytest.raises(actions.KeyReused):
        correct(other, firm.filer, "示例一", "k")
    other.refresh_from_db()
    assert other.version == 2


def test_opening_again_under_the_same_key_gives_the_same_case_and_for_another_product_a_refusal(
    firm: Company,
) -> None:
    one, other = factories.product(firm.party, "一"), factories.product(firm.party, "二")

    def opened(product: int) -> Case:
        return actions.open_case(
            "licence_application", by=firm.filer, at=AT, product=product, idempotency_key="k"
        )

    case = opened(one.pk)
    assert opened(one.pk) == case
    with pytest.raises(actions.KeyReused):
        opened(other.pk)
    assert Case.objects.count() == 1


def test_what_no_column_holds_is_not_found(firm: Company) -> None:
    with pytest.raises(actions.NotFound):
        actions.take(10**30, "submit", {}, by=firm.filer, at=AT)
