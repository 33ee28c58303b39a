"""The second factor: officers must have one, and must have shown it in the session they work in."""

from __future__ import annotations

from datetime import date

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.models import Posting, User
from qingdan.casework.moment import now
from qingdan.casework.prepared import Slot
from qingdan.casework.standing import open_on, postings_of
from qingdan.law.grammar.text import Text

_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def is_officer(user: User) -> bool:
    """Tell whether somebody holds any post today."""
    return postings_of(user, now().date()).exists()


def has_second_factor(user: User) -> bool:
    """Tell whether somebody has an authenticator app, a key or a passkey. Recovery codes alone are none."""
    return bool(Authenticator.objects.filter(user=user, type__in=_FACTORS).exists())


def shown(request: HttpRequest) -> bool:
    """Tell whether a second factor was shown in this session."""
    return any(record["method"] == "mfa" for record in get_authentication_records(request, request.user))


def unproven(user: OuterRef, on: date | Slot) -> Q:
    """Return the condition that ``user`` is an officer on a day and has no second factor."""
    posts = Posting.objects.filter(open_on(on), user=user, office__closed_on__isnull=True)
    factors = Authenticator.objects.filter(user=user, type__in=_FACTORS)
    return Q(Exists(posts), ~Exists(factors))


def demand_second_factor(user: User) -> None:
    """Refuse an officer without a second factor: before a token is made for them, and whenever one is used."""
    if User.objects.filter(unproven(OuterRef("pk"), now().date()), pk=user.pk).exists():
        raise SecondFactorNeeded


class SecondFactorNeeded(ActionRefused):
    """An officer has no second factor."""

    def __init__(self) -> None:
        super().__init__(
            "second_factor",
            Text(
                "officers need a second factor; set up an authenticator app or a passkey first",
                "工作人员应当启用双因素认证；请先设置验证器应用或者通行密钥",
            ),
        )
