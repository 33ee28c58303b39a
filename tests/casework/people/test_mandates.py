"""Mandates: given by the principal, accepted by the agent, for what they name and as long as they say (Art. 40)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.enrolment import accept_mandate, end_mandate, give_mandate
from qingdan.casework.models import Mandate, Party, Product
from qingdan.casework.standing import acting_for, mandates_of
from tests.casework import factories
from tests.casework.factories import Company, moment

AT = moment("2026-11-23")
TODAY = date(2026, 11, 23)
pytestmark = pytest.mark.django_db


@pytest.fixture
def principal() -> Company:
    return factories.company("委托示例公司")


@pytest.fixture
def agent() -> Company:
    return factories.company("代理示例公司")


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(ActionRefused) as refusal:
        act()
    return refusal.value.code


def test_an_agent_acts_once_it_has_accepted_and_not_before(principal: Company, agent: Company) -> None:
    mandate = give_mandate(principal.manager, "agent", principal.party, agent.party, AT)
    assert principal.party not in acting_for(agent.filer, TODAY)
    accept_mandate(agent.manager, mandate, AT)
    assert principal.party in acting_for(agent.filer, TODAY)


def test_each_side_speaks_for_itself(principal: Company, agent: Company) -> None:
    assert (
        refused(lambda: give_mandate(agent.manager, "agent", principal.party, agent.party, AT))
        == "not_allowed"
    )
    assert (
        refused(lambda: give_mandate(principal.filer, "agent", principal.party, agent.party, AT))
        == "not_allowed"
    )
    mandate = give_mandate(principal.manager, "agent", principal.party, agent.party, AT)
    assert refused(lambda: accept_mandate(principal.manager, mandate, AT)) == "not_allowed"
    assert refused(lambda: accept_mandate(agent.filer, mandate, AT)) == "not_allowed"


@pytest.mark.parametrize("side", ["principal", "agent"])
def test_either_side_ends_it_at_once(principal: Company, agent: Company, side: str) -> None:
    mandate = give_mandate(principal.manager, "agent", principal.party, agent.party, AT)
    accept_mandate(agent.manager, mandate, AT)
    end_mandate((principal if side == "principal" else agent).manager, mandate, AT)
    assert principal.party not in acting_for(agent.filer, TODAY)
    assert refused(lambda: end_mandate(agent.manager, mandate, AT)) == "mandate_ended"


def test_one_limited_to_products_covers_no_others(principal: Company, agent: Company) -> None:
    mine, theirs = factories.product(principal.party), factories.product(agent.party)

    def give(*products: Product) -> Mandate:
        return give_mandate(principal.manager, "agent", principal.party, agent.party, AT, products=products)

    assert refused(lambda: give(mine, theirs)) == "foreign_product"
    accept_mandate(agent.manager, give(mine), AT)
    assert principal.party not in acting_for(agent.filer, TODAY)
    assert list(mandates_of(agent.filer, TODAY).get().products.all()) == [mine]


def test_its_last_day_still_counts_and_cannot_have_passed(principal: Company, agent: Company) -> None:
    def give(until: date) -> Mandate:
        return give_mandate(principal.manager, "agent", principal.party, agent.party, AT, until=until)

    assert refused(lambda: give(date(2026, 11, 22))) == "until"
    accept_mandate(agent.manager, give(date(2026, 12, 31)), AT)
    assert principal.party in acting_for(agent.filer, date(2026, 12, 31))
    assert principal.party not in acting_for(agent.filer, date(2027, 1, 1))


def test_a_representative_is_domestic_and_its_principal_foreign(principal: Company, agent: Company) -> None:
    abroad = factories.company("Example Inc", kind=Party.Kind.FOREIGN)
    other = factories.company("Example SA", kind=Party.Kind.FOREIGN)

    def name(one: Company, two: Company) -> Mandate:
        return give_mandate(one.manager, "representative", one.party, two.party, AT)

    assert refused(lambda: name(principal, agent)) == "principal_domestic"
    assert refused(lambda: name(abroad, other)) == "agent_foreign"
    accept_mandate(agent.manager, name(abroad, agent), AT)
    assert abroad.party in acting_for(agent.filer, TODAY)


def test_there_is_one_of_a_kind_between_two_parties(principal: Company, agent: Company) -> None:
    give_mandate(principal.manager, "agent", principal.party, agent.party, AT)
    assert (
        refused(lambda: give_mandate(principal.manager, "agent", principal.party, agent.party, AT))
        == "mandate_exists"
    )
    assert (
        refused(lambda: give_mandate(principal.manager, "agent", principal.party, principal.party, AT))
        == "own_agent"
    )
