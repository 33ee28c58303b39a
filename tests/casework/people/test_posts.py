"""Posts: security administrators appoint, nobody themselves, and who administers does not decide cases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from itertools import permutations

import pytest
from django.db import DatabaseError, transaction

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.enrolment import acts, appoint, end_posting
from qingdan.casework.enrolment.rights import ADMINISTRATORS
from qingdan.casework.models import AdminAct, Posting, Token, User
from qingdan.casework.standing import postings_of
from tests.casework import factories
from tests.casework.factories import Offices, moment

AT = moment("2026-11-23")
TODAY = date(2026, 11, 23)
ROLES = [role.value for role in Posting.Role]


@pytest.fixture
def security(offices: Offices) -> User:
    return factories.officer("security_admin", offices.national)


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(ActionRefused) as refusal:
        act()
    return refusal.value.code


def test_an_appointment_holds_from_today(offices: Offices, security: User) -> None:
    user = factories.user()
    appoint(security, user, offices.city, "reviewer", AT)
    assert postings_of(user, TODAY).get().role == "reviewer"
    assert refused(lambda: appoint(security, user, offices.city, "reviewer", AT)) == "already_posted"


@pytest.mark.parametrize("role", [role for role in ROLES if role != "security_admin"])
def test_nobody_but_a_security_administrator_appoints(offices: Offices, role: str) -> None:
    other = factories.officer(role, offices.national)
    assert refused(lambda: appoint(other, factories.user(), offices.city, "intake", AT)) == "not_allowed"


def test_a_local_one_appoints_in_its_own_office_and_below(offices: Offices) -> None:
    local = factories.officer("security_admin", offices.province)
    appoint(local, factories.user(), offices.city, "intake", AT)
    assert refused(lambda: appoint(local, factories.user(), offices.national, "intake", AT)) == "not_allowed"


@pytest.mark.parametrize("role", ROLES)
def test_nobody_appoints_themselves_or_ends_their_own_post(
    offices: Offices, security: User, role: str
) -> None:
    assert refused(lambda: appoint(security, security, offices.national, role, AT)) == "not_allowed"
    assert refused(lambda: end_posting(security, Posting.objects.get(user=security), AT)) == "not_allowed"


@pytest.mark.parametrize(("first", "second"), list(permutations(ROLES, 2)))
def test_administrators_hold_no_other_post_and_others_may(
    offices: Offices, security: User, first: str, second: str
) -> None:
    user = factories.officer(first, offices.city)
    office = offices.national if second == "list_editor" else offices.city
    if ADMINISTRATORS & {Posting.Role(first), Posting.Role(second)}:
        assert refused(lambda: appoint(security, user, office, second, AT)) == "not_allowed"
    else:
        appoint(security, user, office, second, AT)


def test_the_list_is_edited_in_the_national_authority(offices: Offices, security: User) -> None:
    assert (
        refused(lambda: appoint(security, factories.user(), offices.city, "list_editor", AT))
        == "not_national"
    )


def test_who_acts_for_a_business_is_not_appointed_but_a_state_organ_is_none(
    offices: Offices, security: User
) -> None:
    filer = factories.company().filer
    assert refused(lambda: appoint(security, filer, offices.city, "intake", AT)) == "not_allowed"
    appoint(security, factories.company("示例机关", kind="state_organ").filer, offices.city, "intake", AT)


def test_neither_a_closed_office_nor_a_closed_account_gets_a_post(offices: Offices, security: User) -> None:
    offices.city.closed_on = TODAY
    offices.city.save()
    assert refused(lambda: appoint(security, factories.user(), offices.city, "intake", AT)) == "office_closed"
    gone = factories.user()
    gone.is_active = False
    gone.save()
    assert refused(lambda: appoint(security, gone, offices.province, "intake", AT)) == "inactive"


def test_a_post_ends_at_once(offices: Offices, security: User) -> None:
    reviewer = factories.officer("reviewer", offices.city)
    posting = Posting.objects.get(user=reviewer)
    end_posting(security, posting, AT)
    assert not postings_of(reviewer, TODAY).exists()
    assert refused(lambda: end_posting(security, posting, AT)) == "post_ended"


def test_the_national_authority_keeps_one_of_each_administrator(offices: Offices, security: User) -> None:
    only = factories.officer("audit_admin", offices.national)
    posting = Posting.objects.get(user=only)
    assert refused(lambda: end_posting(security, posting, AT)) == "last_administrator"
    factories.officer("audit_admin", offices.national)
    end_posting(security, posting, AT)


def test_a_token_made_before_does_not_inherit_the_post(offices: Offices, security: User) -> None:
    user = factories.user()
    token = Token.objects.create(user=user, name="t", digest="d", hint="h", expires_at=AT + timedelta(days=9))
    appoint(security, user, offices.city, "reviewer", AT)
    token.refresh_from_db()
    assert token.revoked_at == AT


def test_the_journal_is_read_by_audit_administrators_alone(offices: Offices, security: User) -> None:
    user = factories.user(name="不应出现的姓名")
    appoint(security, user, offices.city, "reviewer", AT)
    auditor = factories.officer("audit_admin", offices.national)
    act = acts(auditor, AT).get()
    assert (act.what, act.by, act.at) == ("appointed", security, AT)
    assert act.about["user"] == user.pk
    assert user.name not in str(act.about)
    for role in ("auditor", "head", "system_admin"):
        other = factories.officer(role, offices.national)
        assert refused(partial(acts, other, AT)) == "not_allowed"
    assert refused(lambda: acts(security, AT)) == "not_allowed"


def test_the_journal_is_neither_changed_nor_shortened(offices: Offices, security: User) -> None:
    appoint(security, factories.user(), offices.city, "reviewer", AT)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        AdminAct.objects.update(what="nothing")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        AdminAct.objects.all().delete()
