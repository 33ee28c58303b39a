"""Signing in through an OpenID Connect provider: it says who somebody is, never what they may do."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from pytest_django import Settings

from qingdan.casework.models import Membership, Posting, User
from qingdan.environment import provider
from tests.casework import factories
from tests.casework.people.conftest import is_signed_in

pytestmark = pytest.mark.django_db
PERSON: Mapping[str, object] = {
    "sub": "p-1",
    "email": "staff@example.test",
    "email_verified": True,
    "name": "示例甲",
}


class Provider(BaseHTTPRequestHandler):
    """A provider that knows one person and trusts every code."""

    person = PERSON

    def _answer(self, body: Mapping[str, object]) -> None:
        content = json.dumps(body).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def do_GET(self) -> None:
        here = f"http://{self.headers['Host']}"
        if self.path.startswith("/.well-known/"):
            ends = ("authorization", "token", "userinfo")
            self._answer({"issuer": here} | {f"{end}_endpoint": f"{here}/{end}" for end in ends})
        else:
            self._answer(self.person)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._answer({"access_token": "t", "token_type": "bearer"})

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Provider) as listening:
        thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{listening.server_port}"
        listening.shutdown()
        thread.join()


@pytest.fixture
def configured(server: str, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("QINGDAN_OIDC_SERVER", server)
    monkeypatch.setenv("QINGDAN_OIDC_NAME", "示例统一身份认证")
    monkeypatch.setenv("QINGDAN_OIDC_CLIENT", "qingdan")
    monkeypatch.setenv("QINGDAN_OIDC_SECRET", "secret")
    settings.OIDC_SERVER = server
    settings.SOCIALACCOUNT_PROVIDERS = provider()
    return server


def come_back_from(server: str, client: Client) -> None:
    """Go there, say yes, and come back."""
    there = urlsplit(client.post("/accounts/oidc/oidc/login/").headers["Location"])
    assert f"{there.scheme}://{there.netloc}" == server
    asked = parse_qs(there.query)
    assert asked["code_challenge_method"] == ["S256"]
    client.get("/accounts/oidc/oidc/login/callback/", {"code": "c", "state": asked["state"][0]})


def test_without_a_provider_none_is_offered(client: Client) -> None:
    assert provider() == {}
    assert "/accounts/oidc/" not in client.get("/accounts/login/").content.decode()


def test_with_one_it_is_offered_and_the_form_may_lead_there(client: Client, configured: str) -> None:
    page = client.get("/accounts/login/")
    assert "示例统一身份认证" in page.content.decode()
    assert "/accounts/oidc/oidc/login/" in page.content.decode()
    assert f"form-action 'self' {configured};" in page.headers["Content-Security-Policy"]


def test_who_comes_from_there_has_an_account_and_no_standing(client: Client, configured: str) -> None:
    come_back_from(configured, client)
    assert is_signed_in(client)
    user = User.objects.get()
    assert (user.email, user.name, user.has_usable_password()) == ("staff@example.test", "示例甲", False)
    assert not Posting.objects.exists()
    assert not Membership.objects.exists()


def test_an_address_nobody_vouches_for_is_confirmed_first(
    client: Client, configured: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Provider, "person", {**PERSON, "email_verified": False})
    come_back_from(configured, client)
    assert not is_signed_in(client)
    assert not EmailAddress.objects.get().verified


def test_the_provider_opens_no_account_that_was_here_before(client: Client, configured: str) -> None:
    factories.user(email="staff@example.test")
    come_back_from(configured, client)
    assert not is_signed_in(client)
    assert User.objects.count() == 1


def test_an_officer_who_comes_from_there_still_shows_the_second_factor_here(
    client: Client, configured: str
) -> None:
    come_back_from(configured, client)
    user = User.objects.get()
    Posting.objects.create(
        user=user, office=factories.make_offices().city, role="intake", since=factories.LONG_AGO
    )
    assert client.get("/accounts/email/").headers["Location"] == "/accounts/2fa/"
    factories.with_second_factor(user)
    elsewhere = Client()
    come_back_from(configured, elsewhere)
    assert not is_signed_in(elsewhere)
