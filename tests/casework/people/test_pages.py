"""Every page about accounts works in both languages, and none needs more than the browser is allowed to do."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse

from tests.casework import factories
from tests.casework.factories import Offices, signed_in

pytestmark = pytest.mark.django_db

OPEN = (
    "account_login",
    "account_signup",
    "account_reset_password",
    "account_reset_password_done",
    "account_email_verification_sent",
    "account_inactive",
)
OWN = ("account_email", "account_change_password", "account_logout", "mfa_index", "mfa_list_webauthn",
       "mfa_add_webauthn", "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_reauthenticate",
       "mfa_deactivate_totp", "usersessions_list", "socialaccount_connections")  # fmt: skip
UNPROTECTED = ("mfa_activate_totp", "account_reauthenticate")
CHINESE = re.compile(r"[\u4e00-\u9fff]{2}")


class Page(HTMLParser):
    """What a page would have the browser do."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.inline: list[str] = []
        self.words = ""
        self._hidden = False
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._hidden = tag in {"script", "style"}
        if tag == "script":
            if given.get("src"):
                self.scripts.append(given["src"] or "")
            elif given.get("type") != "application/json":
                self.inline.append("script")
        self.inline += [name for name in given if name.startswith("on") or name == "style"]
        self.inline += ["style"] if tag == "style" else []

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words += data


def check(client: Client, name: str, lang: str) -> None:
    answer = client.get(reverse(name), headers={"Accept-Language": lang})
    assert answer.status_code == 200, (name, answer.headers)
    page = Page(answer.content.decode())
    assert not page.inline, name
    for script in page.scripts:
        assert finders.find(script.removeprefix("/static/")), script
    assert bool(CHINESE.search(page.words)) is (lang == "zh-hans"), (name, page.words)
    assert f'<html lang="{"zh-Hans" if lang == "zh-hans" else "en"}"' in answer.content.decode()


@pytest.mark.parametrize("lang", ["zh-hans", "en"])
def test_pages_for_everybody(lang: str) -> None:
    for name in OPEN:
        check(Client(), name, lang)


@pytest.mark.parametrize("lang", ["zh-hans", "en"])
def test_pages_of_ones_own_account(lang: str) -> None:
    someone = factories.with_second_factor(factories.user(name="Alex"))
    for name in OWN:
        check(signed_in(someone), name, lang)
    unprotected = factories.user(name="Alex")
    for name in UNPROTECTED:
        check(signed_in(unprotected), name, lang)


def test_every_answer_confines_the_browser(offices: Offices) -> None:
    for client in (Client(), signed_in(factories.officer("intake", offices.city))):
        for path in ("/accounts/login/", "/accounts/email/", "/no/such/page"):
            headers = client.get(path).headers
            policy = headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["X-Frame-Options"] == "DENY"
            assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_what_was_shown_to_somebody_is_kept_by_no_cache() -> None:
    assert "no-store" in signed_in(factories.user()).get("/no/such/page").headers["Cache-Control"]
