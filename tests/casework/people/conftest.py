"""People who sign in, and the devices they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from allauth.mfa.totp.internal import auth
from django.test import Client

from qingdan.casework.models import User
from tests.casework.factories import PASSWORD, TOTP_SECRET

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as _Answer


class AuthenticatorApp:
    """Shows codes for ``TOTP_SECRET``. Its clock and the server's stand still until somebody waits."""

    def __init__(self) -> None:
        self.step = 59_000_000
        self.secret = TOTP_SECRET

    def code(self) -> str:
        return str(auth.format_hotp_value(auth.hotp_value(self.secret, self.step)))

    def wait(self) -> None:
        """Let the next code come."""
        self.step += 1


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> AuthenticatorApp:
    made = AuthenticatorApp()
    monkeypatch.setattr(auth, "yield_hotp_counters_from_time", lambda: iter([made.step]))
    return made


def sign_in(client: Client, someone: User, password: str = PASSWORD) -> _Answer:
    """Send the form of the sign-in page."""
    return client.post("/accounts/login/", {"login": someone.email, "password": password})


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session
