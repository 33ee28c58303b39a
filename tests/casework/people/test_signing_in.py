"""Signing up, signing in, second factors, recovery, lockout; and what a stranger learns about who has an account."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from qingdan.casework.models import User
from tests.casework import factories
from tests.casework.factories import PASSWORD
from tests.casework.people.conftest import AuthenticatorApp, is_signed_in, sign_in

pytestmark = pytest.mark.django_db
WRONG = "not-the-password-at-all"


def link(body: object) -> str:
    """The address in a mail, without the host."""
    found = re.search(r"https?://[^/\s]+(/\S+)", str(body))
    assert found, body
    return found.group(1)


def sign_up(client: Client, email: str, password: str = PASSWORD) -> bytes:
    form = {"email": email, "password1": password, "password2": password, "name": "甲"}
    return client.post("/accounts/signup/", form, follow=True).content


def test_who_signs_up_confirms_the_address_before_signing_in(
    client: Client, work_off: Callable[[], None]
) -> None:
    sign_up(client, "new@example.test")
    user = User.objects.get(email="new@example.test")
    assert (user.name, user.lang) == ("甲", "zh-hans")
    sign_in(client, user)
    assert not is_signed_in(client)
    work_off()
    client.post(link(mail.outbox[0].body))
    sign_in(client, user)
    assert is_signed_in(client)


def test_the_language_of_signing_up_is_kept(client: Client) -> None:
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    sign_up(client, "new@example.test")
    assert User.objects.get().lang == "en"


@pytest.mark.parametrize("password", ["short1!aaa", "password1234", "490273858172", "new@example.test"])
def test_weak_passwords_are_refused(client: Client, password: str) -> None:
    sign_up(client, "new@example.test", password)
    assert not User.objects.exists()


def test_signing_up_tells_a_stranger_nothing_but_tells_the_owner(
    client: Client, work_off: Callable[[], None]
) -> None:
    known = factories.user()
    unknown_page = sign_up(Client(), "new@example.test")
    assert sign_up(client, known.email) == unknown_page.replace(b"new@example.test", known.email.encode())
    work_off()
    assert {tuple(m.to) for m in mail.outbox} == {("new@example.test",), (known.email,)}
    assert User.objects.count() == 2


def test_a_wrong_password_and_an_unknown_address_look_the_same(client: Client) -> None:
    known = factories.user()
    pages = [
        client.post("/accounts/login/", {"login": login, "password": WRONG}).content.replace(
            login.encode(), b""
        )
        for login in (known.email, "nobody@example.test")
    ]
    tokens = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')
    assert tokens.sub(b"", pages[0]) == tokens.sub(b"", pages[1])


def test_resetting_a_password_tells_nothing_and_works(client: Client, work_off: Callable[[], None]) -> None:
    known = factories.user()
    for email in (known.email, "nobody@example.test"):
        assert (
            client.post("/accounts/password/reset/", {"email": email}).headers["Location"]
            == "/accounts/password/reset/done/"
        )
    work_off()
    body = next(m.body for m in mail.outbox if m.to == [known.email])
    form = client.get(link(body), follow=True)
    fresh = "another-good-long-passphrase"
    client.post(form.redirect_chain[-1][0], {"password1": fresh, "password2": fresh})
    sign_in(client, known, fresh)
    assert is_signed_in(client)


def test_an_account_is_locked_after_five_failures_even_for_the_right_password(client: Client) -> None:
    someone, other = factories.user(), factories.user()
    for _ in range(5):
        sign_in(client, someone, WRONG)
    assert "登录失败次数过多" in sign_in(client, someone).content.decode()
    assert not is_signed_in(client)
    sign_in(client, other)
    assert is_signed_in(client)


def test_the_lock_is_on_the_account_wherever_the_attempts_come_from(client: Client) -> None:
    someone = factories.user()
    for number in range(5):
        sign_in(Client(REMOTE_ADDR=f"192.0.2.{number}"), someone, WRONG)
    sign_in(client, someone)
    assert not is_signed_in(client)


@pytest.mark.parametrize(("lang", "says"), [("zh-hans", "请求过于频繁"), ("en", "Too many requests")])
def test_asking_for_resets_is_limited_and_says_so(client: Client, lang: str, says: str) -> None:
    ask = {"email": "anybody@example.test"}
    for _ in range(5):
        client.post("/accounts/password/reset/", ask)
    answer = client.post("/accounts/password/reset/", ask, headers={"Accept-Language": lang})
    assert answer.status_code == 429
    assert says in answer.content.decode()


def test_a_closed_account_does_not_get_in(client: Client) -> None:
    gone = factories.user()
    gone.is_active = False
    gone.save()
    sign_in(client, gone)
    assert not is_signed_in(client)


def test_an_authenticator_app_is_enrolled_sealed_and_asked_for(client: Client, app: AuthenticatorApp) -> None:
    someone = factories.user()
    sign_in(client, someone)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    page = client.get("/accounts/2fa/totp/activate/")
    app.secret = page.context["form"].secret
    client.post("/accounts/2fa/totp/activate/", {"code": app.code()})
    kept = Authenticator.objects.get(user=someone, type="totp")
    assert app.secret not in str(kept.data)

    elsewhere = Client()
    assert sign_in(elsewhere, someone).headers["Location"] == "/accounts/2fa/authenticate/"
    assert not is_signed_in(elsewhere)
    app.wait()
    elsewhere.post("/accounts/2fa/authenticate/", {"code": app.code()})
    assert is_signed_in(elsewhere)


def test_a_code_is_good_once(app: AuthenticatorApp) -> None:
    someone = factories.with_second_factor(factories.user())
    first, second = Client(), Client()
    for client in (first, second):
        sign_in(client, someone)
        client.post("/accounts/2fa/authenticate/", {"code": app.code()})
    assert is_signed_in(first)
    assert not is_signed_in(second)
    app.wait()
    second.post("/accounts/2fa/authenticate/", {"code": app.code()})
    assert is_signed_in(second)


def test_guessing_codes_locks(client: Client, app: AuthenticatorApp) -> None:
    someone = factories.with_second_factor(factories.user())
    sign_in(client, someone)
    for _ in range(5):
        client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    client.post("/accounts/2fa/authenticate/", {"code": app.code()})
    assert not is_signed_in(client)


def test_a_recovery_code_opens_once() -> None:
    someone = factories.with_second_factor(factories.user())
    code = Authenticator.objects.get(user=someone, type="recovery_codes").wrap().get_unused_codes()[0]
    first, second = Client(), Client()
    for client in (first, second):
        sign_in(client, someone)
        client.post("/accounts/2fa/authenticate/", {"code": code})
    assert is_signed_in(first)
    assert not is_signed_in(second)


def test_signing_in_gives_another_session_key(client: Client) -> None:
    client.get("/accounts/login/")
    session = client.session
    session["planted"] = True
    session.save()
    planted = str(session.session_key)
    client.cookies["session"] = planted
    sign_in(client, factories.user())
    assert client.session.session_key != planted


def test_changes_are_told_to_the_owner_by_mail(client: Client, work_off: Callable[[], None]) -> None:
    someone = factories.user()
    sign_in(client, someone)
    fresh = "another-good-long-passphrase"
    client.post(
        "/accounts/password/change/", {"oldpassword": PASSWORD, "password1": fresh, "password2": fresh}
    )
    work_off()
    assert [m.to for m in mail.outbox] == [[someone.email]]
    assert someone.name in mail.outbox[0].body or "密码" in mail.outbox[0].body
