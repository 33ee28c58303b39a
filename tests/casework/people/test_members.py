"""Members of a party: managers decide, and one always remains."""

from __future__ import annotations

from datetime import date

import pytest

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.enrolment import change_role, end_membership
from qingdan.casework.models import Membership, User
from qingdan.casework.standing import parties_of
from tests.casework import factories
from tests.casework.factories import Company, moment

AT = moment("2026-11-23")
TODAY = date(2026, 11, 23)
pytestmark = pytest.mark.django_db


@pytest.fixture
def firm() -> Company:
    return factories.company()


def of(firm: Company, user: User) -> Membership:
    return Membership.objects.get(party=firm.party, user=user, until=None)


def test_a_changed_role_holds_from_today_and_the_former_one_stays_on_record(firm: Company) -> None:
    change_role(firm.manager, of(firm, firm.reader), "filer", AT)
    rows = Membership.objects.filter(user=firm.reader).order_by("since").values_list("role", "since", "until")
    assert list(rows) == [("reader", date(2020, 1, 1), date(2026, 11, 22)), ("filer", TODAY, None)]


def test_who_is_let_go_acts_for_the_party_no_more_that_very_day(firm: Company) -> None:
    assert parties_of(firm.filer, TODAY).exists()
    end_membership(firm.manager, of(firm, firm.filer), AT)
    assert not parties_of(firm.filer, TODAY).exists()


def test_anybody_may_leave_but_not_send_others_away(firm: Company) -> None:
    with pytest.raises(ActionRefused, match="only a manager"):
        end_membership(firm.filer, of(firm, firm.reader), AT)
    end_membership(firm.filer, of(firm, firm.filer), AT)
    assert not parties_of(firm.filer, TODAY).exists()


def test_a_manager_of_another_party_has_no_say(firm: Company) -> None:
    stranger = factories.company("另一示例公司").manager
    with pytest.raises(ActionRefused, match="only a manager"):
        change_role(stranger, of(firm, firm.filer), "manager", AT)


def test_the_last_manager_can_neither_leave_nor_step_down(firm: Company) -> None:
    for attempt in (
        lambda: end_membership(firm.manager, of(firm, firm.manager), AT),
        lambda: change_role(firm.manager, of(firm, firm.manager), "reader", AT),
    ):
        with pytest.raises(ActionRefused, match="last manager"):
            attempt()
    change_role(firm.manager, of(firm, firm.filer), "manager", AT)
    end_membership(firm.manager, of(firm, firm.manager), AT)
    assert Membership.objects.filter(party=firm.party, role="manager", until=None).get().user == firm.filer


def test_a_manager_whose_account_is_closed_does_not_count(firm: Company) -> None:
    other = factories.member(firm.party, "manager")
    other.is_active = False
    other.save()
    with pytest.raises(ActionRefused, match="last manager"):
        end_membership(firm.manager, of(firm, firm.manager), AT)


def test_what_has_ended_does_not_end_again(firm: Company) -> None:
    membership = of(firm, firm.filer)
    end_membership(firm.manager, membership, AT)
    with pytest.raises(ActionRefused, match="already ended"):
        end_membership(firm.manager, membership, AT)
