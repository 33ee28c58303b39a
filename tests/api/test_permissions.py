"""Every operation, generated from the schema: nobody unknown, nobody without the scope, nobody's things but one's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.apps import apps

from qingdan.api.api import api
from qingdan.casework import machines
from qingdan.casework.models import Token
from tests.api.conftest import Asker, Json, answer
from tests.api.world import LATER, World, make_world
from tests.casework import factories

pytestmark = pytest.mark.django_db
OPERATIONS = [
    (method, path.removeprefix("/api"), operation)
    for path, methods in api.get_openapi_schema()["paths"].items()
    for method, operation in methods.items()
]
SECURED = [o for o in OPERATIONS if "session" in str(o[2].get("security")) and {} not in o[2]["security"]]
WITH_SCOPE = [o for o in SECURED if any("token" in way for way in o[2]["security"])]
# Bodies that would be accepted from whoever may: refused for who asks, never for what is sent.
BODIES: dict[str, dict[str, Json]] = {
    "open_case": {"procedure": "licence_application", "product": "{product}"},
    "take_step": {"given": {}},
    "send_back": {"reasons": "因事实不清退回"},
    "hand_back": {"reasons": "另有安排"},
    "record_service": {"on": "2026-03-31", "means": "announcement"},
    "assign": {"officer": "{person}"},
    "recuse": {"officer": "{person}", "why": "利害关系"},
    "admit": {"party": "{party}", "why": "利害关系"},
    "add_product": {"party": "{party}", "name": "他人产品"},
    "answer": {"answers": {"is_ai": True}},
    "report": {"event": "service_started", "on": "2026-03-01"},
    "give_evidence": {"rule": "file_registry", "says": "x"},
    "change_role": {"role": "manager"},
    "invite": {"email": "x@example.test", "role": "reader"},
    "invite_officer": {"email": "x@example.test", "role": "head"},
    "accept_invitation": {"code": "0123456789abcdef"},
    "give_mandate": {"kind": "agent", "principal": "{party}", "agent_uscc": "91440300MA0000001K"},
    "open_office": {"parent": "{office}", "division": "440300", "name_zh": "甲", "name_en": "A"},
    "appoint": {"user": "{person}", "role": "head"},
    "delegate": {"procedure": "registry_filing", "act": "x", "since": "2026-05-01"},
    "draft_edition": {"content": {}},
    "preview_notice": {"content": {}},
    "load_notice": {"content": {}},
    "register_party": {"name": "新示例", "uscc": "91440300MA0099999J"},
    "register_webhook": {"url": "https://hook.invalid/"},
    "read_alerts": {"alert": 1},
    "make_token": {"name": "t", "scopes": ["cases:read"], "until": "2026-05-01"},
}
# What a stranger may do: it is about themselves alone.
OWN = {
    "list_cases", "list_products", "list_obligations", "list_documents", "list_letters", "list_parties",
    "list_mandates", "list_webhooks", "me", "alerts", "read_alerts", "make_feed", "revoke_feeds",
    "register_party", "register_webhook", "upload", "list_tokens", "make_token", "accept_invitation",
}  # fmt: skip


@pytest.fixture
def world(when: Callable[..., None]) -> World:
    when(LATER)
    return make_world()


def path_of(path: str, world: World) -> str:
    return path.format(**{k: v for k, v in world.ids.items() if f"{{{k}}}" in path}, **_fixed(path))


def _fixed(path: str) -> dict[str, str]:
    return {k: v for k, v in (("form", "csv"), ("lang", "zh")) if f"{{{k}}}" in path}


def body_of(operation: dict[str, Json], world: World) -> dict[str, Json]:
    body = BODIES.get(operation["operationId"], {})
    return {k: world.ids.get(v[1:-1], v) if isinstance(v, str) else v for k, v in body.items()}


def rows() -> dict[str, int]:
    """How many rows there are of everything; what is counted per request or per login is left out."""
    return {m.__name__: m._default_manager.count() for m in apps.get_app_config("casework").get_models()}


def ask(by: Asker, method: str, path: str, operation: dict[str, Json], world: World) -> Json:
    place = path_of(path, world)
    if operation["operationId"] == "upload":
        headers = {"Authorization": f"Bearer {by.secret}"} if by.secret else {}
        file = {"file": _file(), "party": str(world.ids["party"])}
        return by.client.post("/api/documents", file, headers=headers)
    return by(method.upper(), place, body_of(operation, world) if "requestBody" in operation else None)


def _file() -> Json:
    from django.core.files.uploadedfile import SimpleUploadedFile

    return SimpleUploadedFile("a.txt", b"text")


def test_nobody_unknown_comes_in(world: World, asker: Callable[..., Asker]) -> None:
    unknown = asker()
    before = rows()
    for method, path, operation in SECURED:
        response = ask(unknown, method, path, operation, world)
        assert answer(response, 401)["code"] == "unauthenticated", operation["operationId"]
        assert response["WWW-Authenticate"] == "Bearer"
    assert rows() == before


def test_no_token_does_more_than_its_scopes(world: World) -> None:
    """For each operation: a token with every scope but the one it needs."""
    manager = world.people["manager"]
    tokens = {
        scope: Asker(
            machines.make_token(manager, "t", {*machines.SCOPES} - {scope}, LATER + timedelta(days=9), LATER)[
                1
            ]
        )
        for scope in machines.SCOPES
    }
    before = rows()
    for method, path, operation in WITH_SCOPE:
        (needed,) = next(way["token"] for way in operation["security"] if "token" in way)
        problem = answer(ask(tokens[needed], method, path, operation, world), 403)
        assert problem["code"] == "scope_missing", operation["operationId"]
        assert needed in problem["detail"]
    assert rows() == before


def test_no_token_makes_tokens_or_does_what_needs_a_person(world: World, asker: Callable[..., Asker]) -> None:
    everything = asker(world.people["manager"])
    for method, path, operation in SECURED:
        if (method, path, operation) not in WITH_SCOPE:
            answer(ask(everything, method, path, operation, world), 401)


def test_strangers_find_nothing_of_anybody_elses(world: World, asker: Callable[..., Asker]) -> None:
    """Somebody with all scopes and a company of their own, and an office worker elsewhere: 404, or a plain no."""
    stranger = asker(factories.with_second_factor(factories.company("乙示例有限公司").manager))
    before = rows()
    for method, path, operation in WITH_SCOPE:
        if operation["operationId"] in OWN - {"upload"}:
            continue
        response = ask(stranger, method, path, operation, world)
        name = operation["operationId"]
        assert response.status_code in {403, 404}, (name, response.content)
        if any(
            f"{{{k}}}" in path
            for k in ("case", "product", "party", "document", "letter", "webhook", "obligation")
        ):
            assert response.status_code == 404, (name, response.content)
    assert rows() == before


def test_lists_hold_nothing_of_strangers(world: World, asker: Callable[..., Asker]) -> None:
    stranger = asker(factories.company("乙示例有限公司").manager)
    for path in ("/cases", "/cases?box=office", "/cases?box=below", "/products", "/obligations", "/documents", "/letters",
                 "/mandates", "/webhooks", "/me/alerts", f"/obligations?product={world.ids['product']}"):  # fmt: skip
        assert stranger.get(path)["items"] == [], path
    assert [p["name"] for p in stranger.get("/parties")["items"]] == ["乙示例有限公司"]


def test_readers_read_and_change_nothing(world: World, asker: Callable[..., Asker]) -> None:
    reader = asker(factories.member(_party(world), "reader"))
    assert reader.get(f"/cases/{world.ids['case']}")["next"] == []
    assert reader.post(f"/products/{world.ids['product']}/answers", {"answers": {"is_ai": False}}, 404)
    assert reader.post("/products", {"party": world.ids["party"], "name": "新"}, 404)


def _party(world: World) -> Json:
    from qingdan.casework.models import Party

    return Party.objects.get(pk=world.ids["party"])


@pytest.mark.parametrize("spoil", ["expired", "revoked", "closed account", "altered", "nonsense", "basic"])
def test_a_token_that_does_not_hold_opens_nothing(spoil: str, world: World) -> None:
    manager = world.people["manager"]
    token, secret = machines.make_token(manager, "t", ["cases:read"], LATER + timedelta(days=9), LATER)
    if spoil == "expired":
        Token.objects.filter(pk=token.pk).update(expires_at=LATER)
    if spoil == "revoked":
        machines.revoke_token(manager, token.pk, LATER)
    if spoil == "closed account":
        manager.is_active = False
        manager.save()
    secret = {"altered": secret[:-1] + ("A" if secret[-1] != "A" else "B"), "nonsense": "\udcffé☃"}.get(
        spoil, secret
    )
    asker = Asker(secret if spoil != "nonsense" else "x")
    header = f"Basic {secret}" if spoil == "basic" else f"Bearer {asker.secret}"
    assert answer(asker("GET", "/cases", Authorization=header), 401)["code"] == "unauthenticated"


def test_an_officer_who_lost_the_second_factor_is_refused_with_any_token(world: World) -> None:
    from allauth.mfa.models import Authenticator

    reviewer = world.people["reviewer"]
    secret = machines.make_token(reviewer, "t", ["cases:read"], LATER + timedelta(days=9), LATER)[1]
    assert Asker(secret).get("/cases?box=office")["items"]
    Authenticator.objects.filter(user=reviewer).delete()
    assert Asker(secret).get("/cases?box=office", 403)["code"] == "second_factor"


def test_a_session_is_not_used_beside_a_bad_token(world: World) -> None:
    client = factories.signed_in(world.people["manager"])
    assert client.get("/api/cases").status_code == 200
    assert client.get("/api/cases", headers={"Authorization": "Bearer qd_no"}).status_code == 401
