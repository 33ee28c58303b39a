"""A decision is taken by somebody who has just shown again who they are."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from tests.casework import factories
from tests.casework.factories import PASSWORD, Offices, signed_in
from tests.casework.people.conftest import AuthenticatorApp, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.casework.people.deciding")]


def decides(client: Client) -> bool:
    return client.post("/decide/", {"what": "grant"}).content == b"decided: grant"


def grow_old(client: Client, seconds: int) -> None:
    """Let time pass since everything that was shown in the session."""
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= seconds
    session.save()


def test_a_stranger_is_sent_to_sign_in() -> None:
    assert Client().post("/decide/").headers["Location"].startswith("/accounts/login/")


def test_a_company_shows_its_password_again_after_five_minutes() -> None:
    client = Client()
    sign_in(client, factories.company().filer)
    assert decides(client)
    grow_old(client, 301)
    assert (
        client.post("/decide/", {"what": "grant"}).headers["Location"].startswith("/accounts/reauthenticate/")
    )
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    assert decides(client)


def test_an_officer_shows_the_second_factor_and_the_decision_goes_on(
    offices: Offices, app: AuthenticatorApp
) -> None:
    client = Client()
    sign_in(client, factories.officer("head", offices.national))
    client.post("/accounts/2fa/authenticate/", {"code": app.code()})
    assert decides(client)
    grow_old(client, 301)
    asked = client.post("/decide/", {"what": "grant"}).headers["Location"]
    assert asked == "/accounts/2fa/reauthenticate/?next=%2Fdecide%2F"
    app.wait()
    answer = client.post(asked, {"code": app.code(), "next": "/decide/"})
    assert answer.content == b"decided: grant"


def test_a_wrong_code_decides_nothing(offices: Offices) -> None:
    client = signed_in(factories.officer("head", offices.national))
    grow_old(client, 301)
    client.post("/accounts/2fa/reauthenticate/", {"code": "000000", "next": "/decide/"})
    assert not decides(client)


def test_for_who_has_a_second_factor_a_fresh_password_is_not_enough() -> None:
    someone = factories.with_second_factor(factories.user())
    client = signed_in(someone)
    session = client.session
    session["account_authentication_methods"] = session["account_authentication_methods"][:1]
    session.save()
    assert not decides(client)


def test_who_has_nothing_to_show_is_sent_to_set_something_up() -> None:
    someone = factories.user()
    someone.set_unusable_password()
    someone.save()
    EmailAddress.objects.filter(user=someone).update(verified=True)
    client = signed_in(someone, verified=False)
    assert client.post("/decide/").headers["Location"] == "/accounts/2fa/"


def test_showing_it_again_gives_another_session_key_and_stays_in_the_list(app: AuthenticatorApp) -> None:
    someone = factories.with_second_factor(factories.user())
    client = Client()
    sign_in(client, someone)
    client.post("/accounts/2fa/authenticate/", {"code": app.code()})
    before = client.session.session_key
    app.wait()
    client.post("/accounts/2fa/reauthenticate/", {"code": app.code()})
    assert client.session.session_key != before
    assert client.get("/accounts/sessions/").context["sessions"][0].session_key == client.session.session_key
