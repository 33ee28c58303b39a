"""Passkeys, with a software key that speaks WebAuthn: added, asked for as a second factor, and enough alone."""

from __future__ import annotations

import hashlib
import json
import secrets
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from django.test import Client
from fido2 import cbor
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import AttestedCredentialData, AuthenticatorData

from qingdan.casework.models import User
from tests.casework import factories
from tests.casework.factories import Offices, signed_in
from tests.casework.people.conftest import is_signed_in, sign_in

pytestmark = pytest.mark.django_db(transaction=True)  # a key counts once it is committed
FLAG = AuthenticatorData.FLAG


class Key:
    """A key with one credential, whose holder it verifies (a finger, a PIN)."""

    def __init__(self) -> None:
        self._private = generate_private_key(SECP256R1())
        self._id = secrets.token_bytes(32)
        self._user = b""
        self._rp = hashlib.sha256(b"testserver").digest()
        self._count = 0

    def _client_data(self, kind: str, challenge: str) -> bytes:
        said = {"type": kind, "challenge": challenge, "origin": "http://testserver", "crossOrigin": False}
        return json.dumps(said).encode()

    def register(self, options: dict[str, Any]) -> str:
        asked = options["publicKey"]
        self._user = websafe_decode(asked["user"]["id"])
        public = ES256.from_cryptography_key(self._private.public_key())  # type: ignore[no-untyped-call]
        credential = AttestedCredentialData.create(b"\0" * 16, self._id, public)
        about = AuthenticatorData.create(self._rp, FLAG.UP | FLAG.UV | FLAG.AT, 0, credential)
        return self._answer(
            clientDataJSON=self._client_data("webauthn.create", asked["challenge"]),
            attestationObject=cbor.encode({"fmt": "none", "attStmt": {}, "authData": bytes(about)}),
        )

    def show(self, options: dict[str, Any]) -> str:
        self._count += 1
        about = bytes(AuthenticatorData.create(self._rp, FLAG.UP | FLAG.UV, self._count))
        said = self._client_data("webauthn.get", options["publicKey"]["challenge"])
        signature = self._private.sign(about + hashlib.sha256(said).digest(), ECDSA(SHA256()))
        return self._answer(
            clientDataJSON=said, authenticatorData=about, signature=signature, userHandle=self._user
        )

    def _answer(self, **response: bytes) -> str:
        name = websafe_encode(self._id)
        return json.dumps(
            {
                "id": name,
                "rawId": name,
                "type": "public-key",
                "clientExtensionResults": {"credProps": {"rk": True}},
                "response": {part: websafe_encode(value) for part, value in response.items()},
            }
        )


def given_to(user: User) -> Key:
    """A passkey that ``user`` has added."""
    key, client = Key(), signed_in(user)
    page = client.get("/accounts/2fa/webauthn/add/")
    form = {
        "name": "key",
        "passwordless": "on",
        "credential": key.register(page.context["js_data"]["creation_options"]),
    }
    assert client.post("/accounts/2fa/webauthn/add/", form).status_code == 302
    return key


def passkey_login(client: Client, key: Key) -> None:
    options = client.get("/accounts/2fa/webauthn/login/", headers={"Accept": "application/json"}).json()
    client.post("/accounts/2fa/webauthn/login/", {"credential": key.show(options["request_options"])})


def test_a_passkey_is_enough_alone() -> None:
    client, key = Client(), given_to(factories.user())
    passkey_login(client, key)
    assert is_signed_in(client)


def test_it_is_an_officers_second_factor_shown(offices: Offices) -> None:
    client, key = Client(), given_to(factories.officer("intake", offices.city))
    passkey_login(client, key)
    assert client.get("/accounts/email/").status_code == 200


def test_after_a_password_it_is_asked_for() -> None:
    someone = factories.user()
    client, key = Client(), given_to(someone)
    assert sign_in(client, someone).headers["Location"] == "/accounts/2fa/authenticate/"
    page = client.get("/accounts/2fa/authenticate/")
    client.post(
        "/accounts/2fa/authenticate/", {"credential": key.show(page.context["js_data"]["request_options"])}
    )
    assert is_signed_in(client)


def test_it_works_while_guessing_has_locked_the_password() -> None:
    someone = factories.user()
    client, key = Client(), given_to(someone)
    for _ in range(6):
        sign_in(client, someone, "not-the-password")
    passkey_login(client, key)
    assert is_signed_in(client)


def test_an_answer_is_good_for_its_own_challenge_only() -> None:
    first, second, key = Client(), Client(), given_to(factories.user())
    address = "/accounts/2fa/webauthn/login/"
    form: dict[str, str] = {}
    for client in (first, second):
        options = client.get(address, headers={"Accept": "application/json"}).json()
        form = form or {"credential": key.show(options["request_options"])}
    second.post(address, form)
    assert not is_signed_in(second)
    first.post(address, form)
    assert is_signed_in(first)


def test_another_key_opens_nothing() -> None:
    given_to(factories.user())
    client, stranger = Client(), Key()
    stranger._user = websafe_encode(b"1").encode()
    passkey_login(client, stranger)
    assert not is_signed_in(client)


def test_an_officer_keeps_the_last_key(offices: Offices) -> None:
    officer = factories.officer("intake", offices.city, second_factor=False)
    given_to(officer)
    client = signed_in(officer)
    row = officer.authenticator_set.get(type="webauthn")  # type: ignore[attr-defined]  # allauth ships no types
    client.post(f"/accounts/2fa/webauthn/keys/{row.pk}/remove/")
    assert officer.authenticator_set.filter(type="webauthn").exists()  # type: ignore[attr-defined]
