"""Erasing a person: nothing identifies them any more, what they did stays, and nobody leaves a gap behind."""

from __future__ import annotations

from datetime import date

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core import serializers
from django.test import Client

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.enrolment import anonymise
from qingdan.casework.models import AdminAct, Case, Event, Invitation, Token, User
from qingdan.casework.standing import parties_of
from tests.casework import factories
from tests.casework.factories import Offices, moment
from tests.casework.people.conftest import AuthenticatorApp, is_signed_in, sign_in

AT = moment("2026-11-23")
TODAY = date(2026, 11, 23)


def test_what_identifies_goes_and_what_was_done_stays(offices: Offices, app: AuthenticatorApp) -> None:
    firm = factories.company()
    user = factories.with_second_factor(firm.filer)
    case = Case.objects.create(
        procedure="licence_application",
        edition=1,
        office=offices.national,
        stage="received",
        state={},
        opened_on=TODAY,
    )
    event = Event.objects.create(case=case, seq=1, what="step", key="submit", at=AT, user=user, header="{}")
    Token.objects.create(user=user, name="t", digest="d", hint="h", expires_at=AT)
    Invitation.objects.create(
        email=user.email,
        party=firm.party,
        role="filer",
        code_digest="x",
        invited_by=firm.manager,
        expires_at=AT,
    )
    client = Client()
    sign_in(client, user)
    client.post("/accounts/2fa/authenticate/", {"code": app.code()})
    address, name = user.email, user.name

    anonymise(user, user, AT)

    user.refresh_from_db()
    assert not user.is_active
    assert not user.has_usable_password()
    assert not parties_of(user, TODAY).exists()
    assert Event.objects.get(pk=event.pk).user == user
    for kept in (EmailAddress, Authenticator, UserSession, Token):
        assert not kept.objects.filter(user=user).exists(), kept
    assert not Invitation.objects.exists()
    assert not any("_auth_user_id" in session.get_decoded() for session in Session.objects.all())
    everything = serializers.serialize(
        "json", [*User.objects.all(), *AdminAct.objects.all(), *EmailAddress.objects.all()]
    )
    assert address not in everything
    assert name not in everything


@pytest.mark.django_db
def test_who_was_erased_does_not_come_back() -> None:
    user = factories.user()
    address = user.email
    anonymise(user, user, AT)
    user.email = address
    client = Client()
    sign_in(client, user)
    assert not is_signed_in(client)


def test_officers_and_last_managers_stay_until_they_are_replaced(offices: Offices) -> None:
    officer, manager = factories.officer("intake", offices.city), factories.company().manager
    with pytest.raises(ActionRefused, match="holds a post"):
        anonymise(officer, officer, AT)
    with pytest.raises(ActionRefused, match="last manager"):
        anonymise(manager, manager, AT)
    manager.refresh_from_db()
    assert manager.is_active


def test_it_is_ones_own_wish_or_the_national_security_administrators(offices: Offices) -> None:
    user = factories.user()
    for other in (factories.user(), factories.officer("security_admin", offices.city)):
        with pytest.raises(ActionRefused, match="only the security administrator"):
            anonymise(other, user, AT)
    anonymise(factories.officer("security_admin", offices.national), user, AT)
