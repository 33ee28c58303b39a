"""Twice is once: the same key at the same moment from several hands, and the same key for something else."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connection, connections

from qingdan.casework import answered
from qingdan.casework.models import Answered, Case, Document, Event, Party, Product
from tests.api.conftest import AT, Asker, Json
from tests.api.sampling import given
from tests.casework import factories
from tests.casework.factories import Company
from tests.casework.inspection.made import pdf


def at_once(asks: list[Callable[[], Json]]) -> list[Json]:
    """Do all at the same moment, each in a thread with a connection of its own."""
    start = Barrier(len(asks))

    def run(ask: Callable[[], Json]) -> Json:
        try:
            start.wait()
            return ask()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(asks)) as pool:
        return list(pool.map(run, asks))


@pytest.fixture
def on_disk(transactional_db: None, tmp_path: Path) -> Iterator[None]:  # noqa: ARG001 - there is a database
    """SQLite as it is run: in a file, with a write-ahead log. What tests use otherwise lives in memory and locks by table."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    memory, name, path = connection.connection, connection.settings_dict["NAME"], tmp_path / "db.sqlite3"
    with closing(sqlite3.connect(path)) as copy:
        memory.backup(copy)
    connection.connection, connection.settings_dict["NAME"] = None, str(path)
    yield
    connection.close()
    connection.connection, connection.settings_dict["NAME"] = memory, name


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("on_disk")
def test_a_double_click_is_one_act(firm: Company, asker: Callable[..., Asker]) -> None:
    """Four at once with one key: one product, one case, one step; all are answered alike."""
    filer = asker(firm.filer)
    clicks = [Asker(filer.secret) for _ in range(4)]

    def all_post(path: str, body: dict[str, Json], expected: int) -> list[Json]:
        return at_once([partial(c.post, path, body, expected, Idempotency_Key=path) for c in clicks])

    made = all_post("/products", {"party": firm.party.pk, "name": "双击"}, 201)
    assert Product.objects.count() == 1
    cases = all_post("/cases", {"procedure": "licence_application", "product": made[0]["id"]}, 201)
    assert Case.objects.count() == 1
    case = cases[0]["id"]
    content = {"given": given(filer, case, "submit", AT)}
    events = all_post(f"/cases/{case}/steps/submit", content, 200)
    assert all(answers == [answers[0]] * 4 for answers in (made, cases, events))
    assert Event.objects.filter(what="taken").count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("on_disk")
def test_without_a_key_the_second_of_two_at_once_is_refused(
    firm: Company, asker: Callable[..., Asker]
) -> None:
    filer = asker(firm.filer)
    product = factories.product(firm.party)
    body = {"procedure": "licence_application", "product": product.pk}
    answers = at_once([lambda: Asker(filer.secret)("POST", "/cases", body).status_code for _ in range(3)])
    assert sorted(answers) == [201, 409, 409]


@pytest.mark.django_db
def test_the_same_key_for_something_else_is_refused_and_nothing_happens(
    firm: Company, asker: Callable[..., Asker]
) -> None:
    filer = asker(firm.filer)
    body = {"party": firm.party.pk, "name": "一"}
    first = filer.post("/products", body, 201, Idempotency_Key="k")
    assert filer.post("/products", {**body, "name": "二"}, 409, Idempotency_Key="k")["code"] == "key_reused"
    assert filer.post(
        f"/products/{first['id']}/reports", {"event": "x", "on": "2026-03-01"}, 409, Idempotency_Key="k"
    )
    replayed = filer("POST", "/products", body, Idempotency_Key="k")
    assert replayed["Idempotency-Replayed"] == "true"
    assert replayed.json() == first  # type: ignore[attr-defined]
    assert Product.objects.count() == 1


@pytest.mark.django_db
def test_a_key_is_its_owners_alone(
    firm: Company, company: Callable[..., Company], asker: Callable[..., Asker]
) -> None:
    other = company("乙示例有限公司")
    asker(firm.filer).post("/products", {"party": firm.party.pk, "name": "一"}, 201, Idempotency_Key="k")
    asker(other.filer).post("/products", {"party": other.party.pk, "name": "一"}, 201, Idempotency_Key="k")
    assert Product.objects.count() == 2


@pytest.mark.django_db
def test_what_was_refused_leaves_the_key_free(firm: Company, asker: Callable[..., Asker]) -> None:
    filer = asker(firm.filer)
    filer.post("/products", {"party": 999_999, "name": "一"}, 404, Idempotency_Key="k")
    filer.post("/products", {"party": firm.party.pk, "name": "一"}, 201, Idempotency_Key="k")


@pytest.mark.django_db
def test_an_upload_repeated_is_one_document_whatever_its_boundary(
    firm: Company, asker: Callable[..., Asker]
) -> None:
    filer = asker(firm.filer)
    filer.client.defaults["HTTP_IDEMPOTENCY_KEY"] = "k"
    assert filer.upload(party=firm.party.pk) == filer.upload(party=firm.party.pk)
    assert Document.objects.count() == 1
    assert filer.upload(content=pdf(tail=b"%\n"), party=firm.party.pk, expected=409)["code"] == "key_reused"


@pytest.mark.django_db
def test_a_party_registers_once_with_or_without_a_key(asker: Callable[..., Asker]) -> None:
    someone = asker(factories.user())
    body = {"name": "新示例有限公司", "uscc": factories.uscc()}
    someone.post("/parties", body, 201)
    assert someone.post("/parties", body, 422)["code"] == "uscc_taken"
    assert Party.objects.count() == 1


@pytest.mark.django_db
def test_answers_are_kept_sealed_and_forgotten_after_three_days(
    firm: Company, asker: Callable[..., Asker]
) -> None:
    asker(firm.filer).post(
        "/products", {"party": firm.party.pk, "name": "机密名称"}, 201, Idempotency_Key="k"
    )
    assert "机密" not in Answered.objects.get().answer
    assert answered.forget(AT + timedelta(days=3)) == 0
    assert answered.forget(AT + timedelta(days=3, seconds=1)) == 1


@pytest.mark.django_db
def test_a_stale_page_is_refused(firm: Company, asker: Callable[..., Asker]) -> None:
    filer = asker(firm.filer)
    case = filer.post(
        "/cases", {"procedure": "licence_application", "product": factories.product(firm.party).pk}, 201
    )
    seen = filer("GET", f"/cases/{case['id']}")["ETag"]
    content = {"given": given(filer, case["id"], "submit", AT)}
    path = f"/cases/{case['id']}/steps/submit"
    assert filer.post(path, content, 409, If_Match='"99"')["code"] == "stale"
    filer.post(path, content, 422, If_Match="W/x")
    filer.post(path, content, If_Match=seen)
    assert (
        filer.post(f"/cases/{case['id']}/steps/withdraw", {"given": {}}, 409, If_Match=seen)["code"]
        == "stale"
    )
