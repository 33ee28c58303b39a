"""Offices: where Article 12 knows an authority, one below the other; and what is delegated to them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from pytest_django import Settings

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.enrolment import close_office, delegate, end_delegation, open_office
from qingdan.casework.models import Case, Delegation, Office, User
from qingdan.casework.standing import handling_office
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text
from tests.casework import factories
from tests.casework.factories import Offices, moment

AT = moment("2026-11-23")
TODAY = date(2026, 11, 23)
NAME = Text("Demo office", "示例机关")


@pytest.fixture
def keeper(offices: Offices) -> User:
    return factories.officer("system_admin", offices.national)


def refused(act: Callable[[], object]) -> tuple[str, int | None]:
    with pytest.raises(ActionRefused) as refusal:
        act()
    return refusal.value.code, refusal.value.cite.article if refusal.value.cite else None


def test_an_office_is_opened_where_the_law_knows_an_authority(offices: Offices, keeper: User) -> None:
    office = open_office(keeper, offices.national, "310000", NAME, AT)
    assert office.path == f"/{offices.national.pk}/{office.pk}/"
    assert refused(lambda: open_office(keeper, offices.national, "110108", NAME, AT)) == ("no_authority", 12)


def test_it_lies_in_the_division_of_its_superior(offices: Offices, keeper: User) -> None:
    assert refused(lambda: open_office(keeper, offices.province, "310000", NAME, AT)) == ("not_below", 12)
    assert refused(lambda: open_office(keeper, offices.city, "440300", NAME, AT)) == ("not_below", 12)
    open_office(keeper, offices.province, "440100", NAME, AT)


def test_a_division_exists_and_has_one_office(offices: Offices, keeper: User) -> None:
    assert refused(lambda: open_office(keeper, offices.national, "999999", NAME, AT))[0] == "division"
    assert refused(lambda: open_office(keeper, offices.province, "440300", NAME, AT))[0] == "office_exists"


def test_only_system_administrators_of_this_office_or_above_keep_offices(offices: Offices) -> None:
    for role in ("head", "security_admin", "audit_admin"):
        other = factories.officer(role, offices.national)
        attempt = partial(open_office, other, offices.national, "310000", NAME, AT)
        assert refused(attempt)[0] == "not_allowed"
    local = factories.officer("system_admin", offices.city)
    assert refused(lambda: open_office(local, offices.province, "440100", NAME, AT))[0] == "not_allowed"
    assert refused(lambda: close_office(local, offices.province, AT))[0] == "not_allowed"


def test_an_office_with_work_or_offices_below_it_stays_open(offices: Offices, keeper: User) -> None:
    assert refused(lambda: close_office(keeper, offices.province, AT))[0] == "has_children"
    assert refused(lambda: close_office(keeper, offices.national, AT)) == ("root", 12)
    case = Case.objects.create(
        procedure="licence_application",
        edition=1,
        office=offices.city,
        stage="received",
        state={},
        opened_on=TODAY,
    )
    assert refused(lambda: close_office(keeper, offices.city, AT))[0] == "has_cases"
    Case.objects.filter(pk=case.pk).update(ended=True)
    close_office(keeper, offices.city, AT)
    assert Office.objects.get(pk=offices.city.pk).closed_on == TODAY
    assert refused(lambda: close_office(keeper, offices.city, AT))[0] == "closed"


def test_nothing_is_delegated_under_the_default_reading(offices: Offices, keeper: User) -> None:
    act = partial(
        delegate, keeper, offices.city, "licence_application", AT, act="示例〔2026〕1号", since=TODAY
    )
    assert refused(act) == ("no_delegation", 12)


def test_a_published_act_leaves_a_procedure_to_an_office_until_it_ends(
    offices: Offices, keeper: User, settings: Settings
) -> None:
    settings.READINGS = {"competence.delegate": "by_table"}

    def give(office: Office, since: date = TODAY, act: str = "示例〔2026〕1号") -> Delegation:
        return delegate(keeper, office, "licence_application", AT, act=act, since=since)

    assert refused(lambda: give(offices.national)) == ("office", 12)
    assert refused(lambda: give(offices.city, act=" ")) == ("act", 12)
    assert refused(lambda: give(offices.city, since=date(2026, 11, 22)))[0] == "since"
    delegation = give(offices.city)
    assert refused(lambda: give(offices.city))[0] == "delegated"
    assert handling_office("licence_application", "440305", TODAY) == offices.city
    assert handling_office("licence_application", "440100", TODAY) == offices.national
    end_delegation(keeper, delegation, AT)
    assert handling_office("licence_application", "440305", TODAY) == offices.national


def test_a_procedure_that_does_not_exist_is_not_delegated(
    offices: Offices, keeper: User, settings: Settings
) -> None:
    settings.READINGS = {"competence.delegate": "by_table"}
    with pytest.raises(Refusal, match="no procedure"):
        delegate(keeper, offices.city, "coronation", AT, act="示例〔2026〕1号", since=TODAY)
