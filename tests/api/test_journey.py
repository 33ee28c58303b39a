"""A whole licence over HTTP: from the registration of the company to a certificate that verifies offline."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from pypdf import PdfReader
from pytest_django import Settings

from qingdan.casework import sealing, webhooks
from qingdan.casework.judging import judge_wanted
from qingdan.casework.models import Case
from qingdan.ledger import keys_from, verify
from qingdan.ledger.verify import Outcome
from tests.api.conftest import AT, Asker
from tests.api.receiver import receiver
from tests.api.sampling import given
from tests.casework import factories
from tests.casework.factories import Offices

pytestmark = pytest.mark.django_db


def later(days: int) -> datetime:
    return AT + timedelta(days=days)


def test_from_registration_to_a_certificate_that_verifies_offline(
    offices: Offices,
    asker: Callable[..., Asker],
    when: Callable[[datetime], None],
    settings: Settings,
) -> None:
    settings.DEMO = True  # webhooks may go to this machine
    assert offices.national.national
    firm = asker(factories.user("李四"))
    reviewer = asker(factories.officer("reviewer", offices.national))
    head = asker(factories.officer("head", offices.national))
    with receiver() as listener:
        party = firm.post(
            "/parties", {"name": "甲示例有限公司", "uscc": factories.uscc(), "division": "440300"}, 201
        )
        hook = firm.post("/webhooks", {"url": listener.url}, 201)
        product = firm.post("/products", {"party": party["id"], "name": "示例问答服务"}, 201)
        answers = {"is_ai": True, "activity_in_china": True, "to_the_public": True}
        firm.post(f"/products/{product['id']}/answers", {"answers": answers}, 201)
        judge_wanted(AT)
        assert firm.get(f"/products/{product['id']}")["judged_on"] == "2026-03-02"

        declared = firm.get("/procedures/licence_application")
        case = firm.post("/cases", {"procedure": declared["key"], "product": product["id"]}, 201)
        place = f"/cases/{case['id']}"
        firm.post(f"{place}/steps/submit", {"given": given(firm, case["id"], "submit", AT)})
        seen = firm.get(place)
        assert [c["due"] for c in seen["clocks"]] == ["2026-03-16"]
        assert seen["clocks"][0]["computation"]["days"]

        when(later(1))
        assert reviewer.get("/cases?box=office")["items"][0]["id"] == case["id"]
        reviewer.post(f"{place}/assignment", {"officer": reviewer.user.pk})  # type: ignore[union-attr]
        reviewer.post(f"{place}/steps/accept", {"given": {}})

        when(later(30))
        content = {"given": given(reviewer, case["id"], "grant", later(30))}
        assert reviewer.post(f"{place}/steps/grant", content)["what"] == "proposed"
        assert reviewer.post(f"{place}/steps/grant", content, 409)["code"] == "needs_confirmation"
        assert firm.get(place)["proposal"] is None, "what is proposed stays inside the authority"
        proposal = head.get(place)["proposal"]
        assert head.post(f"{place}/steps/grant", {"given": proposal["given"]})["what"] == "taken"

        letter = firm.get("/letters")["items"][0]
        assert firm.get(f"/letters/{letter['id']}")["opened_at"] is not None
        assert _text(firm.get(f"/letters/{letter['id']}/pdf")).count("甲示例有限公司") >= 1

        anyone = asker()
        number = anyone.get("/register?q=甲示例")["items"][0]["number"]
        assert anyone.get(f"/register/{number}/proof", 409)["code"] == "not_sealed_yet"
        sealing.seal(later(30))
        proof = anyone.get(f"/register/{number}/proof")
        keys = keys_from("\n".join(anyone.get("/ledger/keys/register")["keys"]))
        verdict = verify(json.dumps(proof, ensure_ascii=False, separators=(",", ":"), sort_keys=True), keys)
        assert verdict.outcome is Outcome.GENUINE
        assert anyone.get(f"/register/{number}/certificate").startswith(b"%PDF")
        _told(listener.got, hook["secret"], case["id"])


def _told(got: list[Any], secret: str, case: int) -> None:
    """Everything in the case was told, in order, signed, once; nothing of what is inside the authority."""
    assert webhooks.deliver(later(30)) == len(got)
    assert webhooks.deliver(later(31)) == 0, "and never twice"
    messages = [json.loads(g.body) for g in got]
    expected = Case.objects.get(pk=case).events.exclude(what__in=webhooks.INSIDE).order_by("leaf_index")
    assert [m["event"] for m in messages] == [e.pk for e in expected]
    for one in got:
        key = base64.b64decode(secret.removeprefix("whsec_"))
        signed = f"{one.headers['webhook-id']}.{one.headers['webhook-timestamp']}.".encode() + one.body
        wanted = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
        assert one.headers["webhook-signature"] == f"v1,{wanted}"
        assert "甲" not in one.body.decode()


def _text(pdf: bytes) -> str:
    from io import BytesIO

    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
