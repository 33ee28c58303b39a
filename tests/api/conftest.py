"""What every test of the API starts from: people with tokens, asking over HTTP through the whole stack."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from qingdan.api import rates
from qingdan.casework import machines
from qingdan.casework.accounts.second_factor import has_second_factor
from qingdan.casework.models import User
from qingdan.law.clock import SHANGHAI
from tests.casework import factories
from tests.casework.conftest import _append_only, company, officer, offices, work_off
from tests.casework.inspection.made import pdf

__all__ = ["_append_only", "company", "officer", "offices", "work_off"]
AT = datetime(2026, 3, 2, 10, tzinfo=SHANGHAI)
PDF = pdf()
Json: TypeAlias = Any  # whatever a body holds


class Asker:
    """Somebody who asks over HTTP with a token (or with nothing)."""

    def __init__(self, secret: str | None = None, user: User | None = None) -> None:
        self.client = Client(raise_request_exception=True)
        self.secret, self.user = secret, user

    def __call__(self, method: str, path: str, body: object = None, **headers: str) -> HttpResponse:
        """Ask ``/api`` + path; a body is sent as JSON. Headers are written with underscores."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.secret is not None:
            sent.setdefault("Authorization", f"Bearer {self.secret}")
        content = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        return self.client.generic(  # type: ignore[return-value]
            method, f"/api{path}", content, content_type="application/json", headers=sent
        )

    def get(self, path: str, expected: int = 200, **headers: str) -> Json:
        return answer(self("GET", path, **headers), expected)

    def post(self, path: str, body: object = None, expected: int = 200, **headers: str) -> Json:
        return answer(self("POST", path, {} if body is None else body, **headers), expected)

    def delete(self, path: str, expected: int = 204) -> Json:
        return answer(self("DELETE", path), expected)

    def upload(
        self, name: str = "材料.pdf", content: bytes = PDF, expected: int = 201, **fields: Json
    ) -> Json:
        headers = {"Authorization": f"Bearer {self.secret}"}
        file = SimpleUploadedFile(name, content, "application/pdf")
        asked = {"file": file, **{k: str(v) for k, v in fields.items()}}
        return answer(self.client.post("/api/documents", asked, headers=headers), expected)  # type: ignore[arg-type]


def answer(response: HttpResponse, expected: int) -> Json:
    """What was answered, once its status is as expected. Every error must be a problem with a reason in both languages."""
    shown = b"".join(response) if response.streaming else response.content
    assert response.status_code == expected, shown[:2000].decode("utf-8", "replace")
    if response.status_code >= 400:
        assert response["Content-Type"] == "application/problem+json"
        problem = json.loads(shown)
        assert problem["status"] == expected
        assert problem["says"]["zh"]
        assert problem["says"]["en"]
        return problem
    if response.get("Content-Type", "").startswith("application/json") and shown:
        return json.loads(shown)
    return shown


@pytest.fixture
def when(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """``when(at)``: from now on it is then. Tests never depend on today."""
    present = [AT]

    def move(at: datetime) -> None:
        present[0] = at

    for place in (
        "qingdan.api.acts.now",
        "qingdan.api.doors.now",
        "qingdan.casework.accounts.second_factor.now",
    ):
        monkeypatch.setattr(place, lambda: present[0])
    return move


@pytest.fixture
def asker(when: Callable[[datetime], None]) -> Callable[..., Asker]:  # noqa: ARG001 - tokens are made at a time
    """``asker(user, *scopes)``: with a token of theirs; all scopes if none is named. Without a user: somebody unknown."""

    def make(user: User | None = None, *scopes: str) -> Asker:
        if user is None:
            return Asker()
        wanted = scopes or (*machines.SCOPES,)
        if not scopes and not has_second_factor(user):
            wanted = tuple(s for s in wanted if s not in machines.STRONG)
        return Asker(machines.make_token(user, "t", wanted, AT + timedelta(days=360), AT)[1], user)

    return make


@pytest.fixture(autouse=True)
def _own_place(settings: Settings, tmp_path: Path) -> None:
    """Files, keys and counts of each test are its own."""
    settings.MEDIA_ROOT, settings.TILES, settings.KEYS = tmp_path / "d", tmp_path / "tiles", tmp_path / "keys"
    settings.DATA = tmp_path
    for rate in vars(rates).values():
        if isinstance(rate, rates.Rate):
            rate._counts.clear()


@pytest.fixture
def firm(offices: factories.Offices, company: Callable[..., factories.Company]) -> factories.Company:
    """A company under the national office."""
    assert offices.national.national
    return company("甲示例有限公司")
