"""What we ask of allauth beyond its settings."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib.sites.shortcuts import get_current_site
from django.http import HttpRequest
from django.utils.translation import get_language

from qingdan.casework.accounts.post import queue
from qingdan.casework.accounts.second_factor import has_second_factor, is_officer
from qingdan.casework.accounts.secrecy import seal, unseal
from qingdan.casework.models import User


def display(user: User) -> str:
    """Return what somebody is called on pages and in mail."""
    return user.get_full_name()


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Accounts. Mail goes through the queue; a second factor, once there, is what verifies."""

    def new_user(self, request: HttpRequest) -> User:  # noqa: ARG002 - allauth's signature
        """Return somebody new, who reads the language they came in."""
        return User(lang="en" if (get_language() or "").startswith("en") else "zh-hans")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Queue what allauth would send at once."""
        about = {"request": self.request, "email": email, "current_site": get_current_site(self.request)}
        message = self.render_mail(template_prefix, email, about | context)
        queue(email, message.subject, message.body)

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        """Offer the strongest first, and the password only to those who have nothing stronger."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        if not methods:  # nobody is signed in, or there is nothing to ask for
            return methods
        if has_second_factor(user):
            methods = [method for method in methods if method["id"] != "reauthenticate"]
        return sorted(methods, key=lambda method: method["id"] != "mfa_reauthenticate:webauthn")


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """Second factors: sealed at rest; an officer keeps at least one (recovery codes are not one)."""

    def encrypt(self, text: str) -> str:
        """Seal a secret."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret."""
        return unseal(encrypted_text)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Keep an officer's last one."""
        if authenticator.type == Authenticator.Type.RECOVERY_CODES:
            return True
        others = Authenticator.objects.filter(user=authenticator.user).exclude(pk=authenticator.pk)
        last = not others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()
        return not (last and is_officer(authenticator.user))


class Providers(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Identity providers: they say who somebody is, never what they may do."""

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> User:  # noqa: ANN401
        """Take over the name; a post or a membership comes by appointment or invitation only."""
        user: User = super().populate_user(request, sociallogin, data)
        parts = (data.get("last_name") or "", data.get("first_name") or "")
        user.name = (data.get("name") or "".join(parts))[:100]
        return user
