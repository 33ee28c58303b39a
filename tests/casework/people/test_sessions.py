"""Sessions end: after eight hours for all, after half an hour of silence for officers, and whenever their owner says."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.casework import factories
from tests.casework.factories import PASSWORD, Offices, signed_in
from tests.casework.people.conftest import is_signed_in, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.casework.people.deciding")]
MINUTE, HOUR = 60, 3600


def grow_old(client: Client, *, began: int = 0, seen: int = 0) -> None:
    session = client.session
    session["began"] -= began
    session["seen"] -= seen
    session.save()


def test_an_officers_session_ends_after_half_an_hour_of_silence(offices: Offices) -> None:
    client = signed_in(factories.officer("intake", offices.city))
    grow_old(client, seen=29 * MINUTE)
    client.get("/look/")
    assert is_signed_in(client)
    grow_old(client, seen=29 * MINUTE)  # the look was a sign of life
    client.get("/look/")
    assert is_signed_in(client)
    grow_old(client, seen=31 * MINUTE)
    assert client.get("/look/").content == b"seen by None"
    assert not is_signed_in(client)


def test_a_companys_session_may_rest_but_not_beyond_eight_hours() -> None:
    client = signed_in(factories.company().filer)
    grow_old(client, began=7 * HOUR, seen=7 * HOUR)
    client.get("/look/")
    assert is_signed_in(client)
    grow_old(client, began=HOUR + MINUTE)
    client.get("/look/")
    assert not is_signed_in(client)


def test_signs_of_life_do_not_stretch_the_eight_hours(offices: Offices) -> None:
    client = signed_in(factories.officer("intake", offices.city))
    grow_old(client, began=8 * HOUR + MINUTE)
    client.get("/look/")
    assert not is_signed_in(client)


def test_what_was_to_be_done_in_an_ended_session_is_not_done_as_a_stranger() -> None:
    client = signed_in(factories.company().filer)
    grow_old(client, began=9 * HOUR)
    assert client.post("/look/").headers["Location"] == "/accounts/login/"


def test_a_session_without_a_beginning_is_over() -> None:
    client = signed_in(factories.user())
    session = client.session
    del session["began"]
    session.save()
    client.get("/look/")
    assert not is_signed_in(client)


def test_sessions_are_listed_and_the_others_signed_out() -> None:
    someone, here, there = factories.user(), Client(), Client()
    sign_in(here, someone)
    sign_in(there, someone)
    assert len(here.get("/accounts/sessions/").context["sessions"]) == 2
    here.post("/accounts/sessions/")
    there.get("/look/")
    assert is_signed_in(here)
    assert not is_signed_in(there)


def test_a_changed_password_signs_out_everywhere_else() -> None:
    someone, here, there = factories.user(), Client(), Client()
    sign_in(here, someone)
    sign_in(there, someone)
    fresh = "another-good-long-passphrase"
    here.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": fresh, "password2": fresh})
    assert there.get("/look/").content == b"seen by None"
    assert here.get("/look/").content == f"seen by {someone.pk}".encode()
