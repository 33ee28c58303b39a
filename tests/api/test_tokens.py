"""Tokens come from a person who has just proved who they are; decisions by token need one made for decisions."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client

from qingdan.casework.models import Token, User
from tests.api.conftest import AT, Asker, Json, answer
from tests.api.sampling import given
from tests.casework import factories
from tests.casework.factories import Company, Offices

pytestmark = pytest.mark.django_db
WANTED = {"name": "入口系统", "scopes": ["cases:read", "cases:act"], "until": "2026-12-31"}


def post(client: Client, path: str, body: object, expected: int, **headers: str) -> Json:
    return answer(
        client.post(f"/api{path}", json.dumps(body), content_type="application/json", headers=headers),  # type: ignore[arg-type]
        expected,
    )


def test_a_token_is_shown_once_and_kept_as_a_digest(firm: Company, when: Callable[[datetime], None]) -> None:
    when(AT)
    client = factories.signed_in(firm.manager)
    made = post(client, "/tokens", WANTED, 201)
    assert made["expires_at"] == "2027-01-01T00:00:00+08:00"
    assert not Token.objects.filter(digest=made["secret"]).exists()
    listed = answer(client.get("/api/tokens"), 200)["items"]  # type: ignore[arg-type]
    assert [t["name"] for t in listed] == ["入口系统"]
    assert "secret" not in listed[0]
    assert Asker(made["secret"]).get("/me")["scopes"] == ["cases:act", "cases:read"]
    answer(client.delete(f"/api/tokens/{made['id']}"), 204)  # type: ignore[arg-type]
    Asker(made["secret"]).get("/me", 401)


def test_the_same_key_shows_the_same_secret_and_makes_one_token(
    firm: Company, when: Callable[[datetime], None]
) -> None:
    when(AT)
    client = factories.signed_in(firm.manager)
    first, again = (post(client, "/tokens", WANTED, 201, **{"Idempotency-Key": "k"}) for _ in range(2))
    assert first == again
    assert Token.objects.count() == 1


def test_who_has_not_just_proved_who_they_are_makes_no_token(firm: Company) -> None:
    assert (
        post(factories.signed_in(firm.manager, verified=False), "/tokens", WANTED, 403)["code"]
        == "verify_again"
    )


def test_a_session_needs_the_csrf_token_to_write(firm: Company) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(firm.manager)
    assert post(client, "/tokens", WANTED, 403)["code"] == "csrf"


@pytest.mark.parametrize("scope", ["cases:decide", "administration"])
def test_strong_scopes_need_a_second_factor(
    scope: str, firm: Company, when: Callable[[datetime], None]
) -> None:
    when(AT)
    client = factories.signed_in(firm.manager)
    assert post(client, "/tokens", {**WANTED, "scopes": [scope]}, 403)["code"] == "second_factor"
    factories.with_second_factor(firm.manager)
    post(client, "/tokens", {**WANTED, "scopes": [scope]}, 201)


@pytest.mark.parametrize(
    "wrong",
    [
        {"scopes": []},
        {"scopes": ["all"]},
        {"until": "2026-03-01"},
        {"until": "2027-06-01"},
        {"name": ""},
        {"more": 1},
    ],
)
def test_a_token_for_nothing_for_everything_or_for_ever_is_refused(
    wrong: dict[str, Json], firm: Company, when: Callable[[datetime], None]
) -> None:
    when(AT)
    post(factories.signed_in(firm.manager), "/tokens", {**WANTED, **wrong}, 422)
    assert not Token.objects.exists()


def test_somebody_elses_token_is_not_found(
    firm: Company, company: Callable[..., Company], asker: Callable[..., Asker]
) -> None:
    token = asker(firm.manager)
    assert token.secret
    other = factories.signed_in(company("乙示例有限公司").manager)
    answer(other.delete(f"/api/tokens/{Token.objects.get().pk}"), 404)  # type: ignore[arg-type]
    token.get("/me")


@pytest.fixture
def in_review(firm: Company, asker: Callable[..., Asker], officer: Callable[..., User]) -> int:
    """A licence application that could be decided."""
    filer = asker(firm.filer)
    product = factories.product(firm.party)
    case = filer.post("/cases", {"procedure": "licence_application", "product": product.pk}, 201)["id"]
    filer.post(f"/cases/{case}/steps/submit", {"given": given(filer, case, "submit", AT)})
    asker(officer("reviewer")).post(f"/cases/{case}/steps/accept", {"given": {}})
    return int(case)


def test_a_decision_by_token_needs_the_scope_for_decisions(
    in_review: int, asker: Callable[..., Asker], officer: Callable[..., User]
) -> None:
    who = officer("reviewer")
    weak, strong = asker(who, "cases:read", "cases:act", "documents:write"), asker(who)
    content = {"given": given(strong, in_review, "grant", AT)}
    assert weak.post(f"/cases/{in_review}/steps/grant", content, 403)["code"] == "scope_missing"
    assert strong.post(f"/cases/{in_review}/steps/grant", content)["what"] == "proposed"


def test_a_decision_in_a_session_needs_a_fresh_second_factor(
    in_review: int, offices: Offices, asker: Callable[..., Asker], officer: Callable[..., User]
) -> None:
    who = officer("reviewer", offices.national)
    content = {"given": given(asker(who), in_review, "grant", AT)}
    path = f"/cases/{in_review}/steps/grant"
    stale = factories.signed_in(who)
    session = stale.session
    for record in session["account_authentication_methods"]:
        record["at"] -= timedelta(minutes=6).total_seconds()
    session.save()
    assert post(stale, path, content, 403)["code"] == "verify_again"
    assert post(factories.signed_in(who), path, content, 200)["what"] == "proposed"


def test_of_a_decision_in_a_case_not_theirs_strangers_learn_nothing(
    in_review: int, company: Callable[..., Company], asker: Callable[..., Asker]
) -> None:
    stranger = asker(company("乙示例有限公司").filer, "cases:act")
    stranger.post(f"/cases/{in_review}/steps/grant", {"given": {}}, 404)
    stranger.post("/cases/999999/steps/grant", {"given": {}}, 404)
