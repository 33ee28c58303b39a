"""Officers work with a second factor, shown in the session they work in. Others may."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from qingdan.casework.accounts.second_factor import demand_second_factor
from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.enrolment import reset_second_factor
from qingdan.casework.models import Posting, Token
from tests.casework import factories
from tests.casework.factories import LONG_AGO, PASSWORD, Offices, moment, signed_in
from tests.casework.people.conftest import AuthenticatorApp, is_signed_in, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.casework.people.deciding")]


def looks(client: Client) -> bool:
    return client.get("/look/").status_code == 200


@pytest.mark.parametrize("role", [role.value for role in Posting.Role])
def test_an_officer_without_one_reaches_only_the_pages_that_set_one_up(offices: Offices, role: str) -> None:
    client = Client()
    sign_in(client, factories.officer(role, offices.city, second_factor=False))
    assert client.get("/look/").headers["Location"] == "/accounts/2fa/"
    assert client.post("/look/").headers["Location"] == "/accounts/2fa/"
    assert client.get("/accounts/email/").headers["Location"] == "/accounts/2fa/"
    assert client.get("/accounts/2fa/").status_code == 200


def test_programs_are_told_so_in_their_own_way(offices: Offices) -> None:
    client = Client()
    sign_in(client, factories.officer("intake", offices.city, second_factor=False))
    answer = client.get("/api/look")
    assert (answer.status_code, answer.headers["Content-Type"]) == (403, "application/problem+json")
    assert answer.json()["code"] == "second_factor"


@pytest.mark.django_db(transaction=True)  # it counts once it is committed
def test_setting_one_up_opens_the_way_in_the_same_session(app: AuthenticatorApp) -> None:
    client = Client()
    sign_in(client, factories.officer("intake", factories.make_offices().city, second_factor=False))
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    app.secret = client.get("/accounts/2fa/totp/activate/").context["form"].secret
    client.post("/accounts/2fa/totp/activate/", {"code": app.code()})
    assert looks(client)


def test_an_officer_who_has_one_gets_in_with_it(offices: Offices, app: AuthenticatorApp) -> None:
    client = Client()
    sign_in(client, factories.officer("intake", offices.city))
    assert not is_signed_in(client)
    client.post("/accounts/2fa/authenticate/", {"code": app.code()})
    assert looks(client)


def test_a_session_that_never_showed_it_is_asked_to(offices: Offices, app: AuthenticatorApp) -> None:
    officer = factories.officer("intake", offices.city)
    client = signed_in(officer, verified=False)
    assert (
        client.get("/look/?a=1").headers["Location"]
        == "/accounts/2fa/reauthenticate/?next=%2Flook%2F%3Fa%3D1"
    )
    client.post("/accounts/2fa/reauthenticate/", {"code": app.code()})
    assert looks(client)


def test_an_appointment_takes_hold_in_sessions_that_are_open(offices: Offices) -> None:
    client, user = Client(), factories.user()
    sign_in(client, user)
    assert looks(client)
    Posting.objects.create(user=user, office=offices.city, role="intake", since=LONG_AGO)
    assert not looks(client)


def test_a_company_may_do_without() -> None:
    client = Client()
    sign_in(client, factories.company().filer)
    assert looks(client)


def test_an_officer_does_not_give_up_the_last_one(offices: Offices) -> None:
    officer = factories.officer("intake", offices.city)
    client = signed_in(officer)
    client.post("/accounts/2fa/totp/deactivate/")
    assert Authenticator.objects.filter(user=officer, type="totp").exists()


def test_who_has_one_is_never_asked_for_the_password_instead() -> None:
    someone = factories.with_second_factor(factories.user())
    client = signed_in(someone, verified=False)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    client.post("/accounts/2fa/totp/deactivate/")
    assert Authenticator.objects.filter(user=someone, type="totp").exists()


def test_no_token_is_made_for_an_officer_without_one(offices: Offices) -> None:
    demand_second_factor(factories.user())
    demand_second_factor(factories.officer("intake", offices.city))
    with pytest.raises(ActionRefused, match="second factor"):
        demand_second_factor(factories.officer("intake", offices.city, second_factor=False))


def test_others_may_give_it_up_and_keep_their_tokens() -> None:
    someone = factories.with_second_factor(factories.user())
    Token.objects.create(
        user=someone, name="t", digest="d", hint="h", expires_at=moment("2099-01-01") + timedelta(days=1)
    )
    signed_in(someone).post("/accounts/2fa/totp/deactivate/")
    assert not Authenticator.objects.filter(user=someone).exists()
    assert Token.objects.filter(user=someone, revoked_at=None).exists()


def test_a_lost_one_is_reset_by_another_person_and_everything_open_is_closed(
    offices: Offices, app: AuthenticatorApp, work_off: Callable[[], None]
) -> None:
    at = moment("2026-11-23")
    officer, client = factories.officer("intake", offices.city), Client()
    sign_in(client, officer)
    client.post("/accounts/2fa/authenticate/", {"code": app.code()})
    for other in (
        officer,
        factories.officer("security_admin", offices.city),
        factories.officer("head", offices.national),
    ):
        with pytest.raises(ActionRefused, match="security administrator"):
            reset_second_factor(other, officer, at)
    security = factories.officer("security_admin", offices.national)
    with pytest.raises(ActionRefused, match="their own"):
        reset_second_factor(security, security, at)
    assert looks(client)
    reset_second_factor(security, officer, at)
    assert not Authenticator.objects.filter(user=officer).exists()
    assert not is_signed_in(client)
    work_off()
    assert mail.outbox[-1].to == [officer.email]
