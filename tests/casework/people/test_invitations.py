"""Invitations: one person, seven days, one use; the code is mailed and not kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django_tasks_db.models import DBTaskResult

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.enrolment import accept_invitation, end_membership, invite, withdraw_invitation
from qingdan.casework.models import Invitation, Membership, Posting
from tests.casework import factories
from tests.casework.factories import Company, moment

AT = moment("2026-11-23")
SEVENTH_DAY = AT + timedelta(days=7)
pytestmark = pytest.mark.django_db


@pytest.fixture
def firm() -> Company:
    return factories.company()


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(ActionRefused) as refusal:
        act()
    return refusal.value.code


def test_the_code_reaches_the_address_and_makes_a_member(firm: Company, work_off: Callable[[], None]) -> None:
    guest = factories.user()
    code = invite(firm.manager, firm.party, guest.email.upper(), "filer", AT)
    work_off()
    assert mail.outbox[0].to == [guest.email]
    assert code in mail.outbox[0].body
    accept_invitation(guest, f" {code}\n", AT)
    assert Membership.objects.get(user=guest, party=firm.party).role == "filer"


def test_the_database_holds_a_digest_and_the_waiting_mail_is_sealed(firm: Company) -> None:
    code = invite(firm.manager, firm.party, "guest@example.test", "filer", AT)
    assert Invitation.objects.get().code_digest == hashlib.sha256(code.encode()).hexdigest()
    waiting = str(DBTaskResult.objects.get().args_kwargs)
    assert code not in waiting
    assert "guest@example.test" not in waiting


def test_it_is_good_until_the_seventh_day_and_not_a_moment_longer(firm: Company) -> None:
    guest = factories.user()
    code = invite(firm.manager, firm.party, guest.email, "filer", AT)
    assert refused(lambda: accept_invitation(guest, code, SEVENTH_DAY)) == "invitation_lapsed"
    accept_invitation(guest, code, SEVENTH_DAY - timedelta(seconds=1))


def test_it_is_used_once(firm: Company) -> None:
    guest = factories.user()
    code = invite(firm.manager, firm.party, guest.email, "filer", AT)
    membership = accept_invitation(guest, code, AT)
    assert isinstance(membership, Membership)
    end_membership(firm.manager, membership, AT)
    assert refused(lambda: accept_invitation(guest, code, AT)) == "invitation_used"


def test_it_is_for_the_person_it_was_sent_to(firm: Company) -> None:
    guest, thief = factories.user(), factories.user()
    code = invite(firm.manager, firm.party, guest.email, "manager", AT)
    assert refused(lambda: accept_invitation(thief, code, AT)) == "not_allowed"
    EmailAddress.objects.create(user=thief, email=f"x{guest.email}", verified=True)
    EmailAddress.objects.filter(user=guest).update(verified=False)
    assert refused(lambda: accept_invitation(guest, code, AT)) == "not_allowed"
    assert not Membership.objects.filter(user__in=(guest, thief)).exists()


def test_a_code_that_never_was_is_told_from_one_that_lapsed() -> None:
    assert refused(lambda: accept_invitation(factories.user(), "no-such-code", AT)) == "invitation_unknown"


def test_a_second_invitation_replaces_the_first(firm: Company) -> None:
    guest = factories.user()
    first = invite(firm.manager, firm.party, guest.email, "filer", AT)
    second = invite(firm.manager, firm.party, guest.email, "reader", AT)
    assert refused(lambda: accept_invitation(guest, first, AT)) == "invitation_unknown"
    accept_invitation(guest, second, AT)


def test_it_falls_with_the_right_of_who_sent_it(firm: Company) -> None:
    guest, second = factories.user(), factories.member(firm.party, "manager")
    code = invite(second, firm.party, guest.email, "manager", AT)
    end_membership(firm.manager, Membership.objects.get(user=second), AT)
    assert refused(lambda: accept_invitation(guest, code, AT)) == "not_allowed"


def test_one_taken_back_is_gone(firm: Company) -> None:
    guest = factories.user()
    code = invite(firm.manager, firm.party, guest.email, "filer", AT)
    withdraw_invitation(firm.manager, Invitation.objects.get(), AT)
    assert refused(lambda: accept_invitation(guest, code, AT)) == "invitation_unknown"


def test_only_managers_invite_to_a_role_there_is_at_an_address_there_can_be(firm: Company) -> None:
    assert refused(lambda: invite(firm.filer, firm.party, "a@example.test", "reader", AT)) == "not_allowed"
    assert refused(lambda: invite(firm.manager, firm.party, "a@example.test", "head", AT)) == "role"
    assert refused(lambda: invite(firm.manager, firm.party, "no address", "reader", AT)) == "email"


def test_an_invitation_into_an_office_appoints() -> None:
    city = factories.make_offices().city
    security = factories.officer("security_admin", city)
    guest = factories.user()
    code = invite(security, city, guest.email, "intake", AT)
    posting = accept_invitation(guest, code, AT)
    assert isinstance(posting, Posting)
    assert (posting.user, posting.office, posting.role) == (guest, city, "intake")


def test_nobody_invites_themselves_into_a_post() -> None:
    city = factories.make_offices().city
    security = factories.officer("security_admin", city)
    code = invite(security, city, security.email, "head", AT)
    assert refused(lambda: accept_invitation(security, code, AT)) == "not_allowed"
    assert Invitation.objects.get().accepted_at is None
