"""What anybody gets without an account: the register and its proofs, open data, the list, the law, the docs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from qingdan.casework import open_data, sealing
from qingdan.casework.models import Party, RegisterEntry
from qingdan.law.numbers import Kind, QingdanNumber
from qingdan.ledger.page import content_security_policy
from tests.api.conftest import Asker
from tests.api.world import LATER, World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(when: Callable[..., None]) -> World:
    when(LATER)
    return make_world()


def test_a_number_is_found_in_any_written_form(world: World, asker: Callable[..., Asker]) -> None:
    number, anyone = world.ids["number"], asker()
    forms = (
        number,
        number.lower(),
        f"人智许 {number}",
        f"{number[:7]}-{number[7:9]}-{number[9:15]}-{number[15]}",
    )
    for form in forms:
        assert anyone.get(f"/register/{form}")["number"] == number
        assert [e["number"] for e in anyone.get(f"/register?q={form}")["items"]] == [number]
    assert anyone.get(f"/register/{number[:15]}0", 422)["code"] == "bad_number"
    entry = anyone.get(f"/register/{number}")
    assert entry["notice"]["en"].startswith("Entry in the register is not an endorsement")
    assert anyone("GET", "/register")["Access-Control-Allow-Origin"] == "*"


def test_a_withdrawn_number_still_resolves_with_its_history(
    world: World, asker: Callable[..., Asker]
) -> None:
    from qingdan.casework.actions.projecting import republish
    from qingdan.law.grammar.text import Text

    entry = RegisterEntry.objects.get()
    entry.status = "withdrawn"
    republish(entry, entry.case, LATER, {}, Text("withdrawn", "撤销"))
    anyone = asker()
    assert anyone.get(f"/register/{entry.number}")["status"] == "withdrawn"
    assert [v["status"] for v in anyone.get(f"/register/{entry.number}/history")] == ["active", "withdrawn"]
    assert anyone.get(f"/register/{entry.number}/proof?version=1")["header"]["status"] == "active"
    assert anyone.get(f"/register/{entry.number}/proof", 409)["code"] == "not_sealed_yet"
    assert anyone.get(f"/register/{entry.number}/proof?version=3", 404)
    assert world.ids["number"] == entry.number


def test_a_long_register_is_read_page_by_page_at_constant_cost(
    world: World, asker: Callable[..., Asker]
) -> None:
    first = RegisterEntry.objects.get()
    numbers = [str(QingdanNumber.issue(Kind.PROVISION_LICENCE, "100000", 2026, n)) for n in range(900, 906)]
    rows = [RegisterEntry(**{**_columns(first), "number": number}) for number in numbers]
    anyone, counts = asker(), []
    anyone.get("/register")  # the first looks at how often this address has asked
    for more in ([], rows):
        RegisterEntry.objects.bulk_create(more)
        with CaptureQueriesContext(connection) as queries:
            anyone.get("/register?kind=L&status=active")
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert world.ids["number"]


def _columns(row: RegisterEntry) -> dict[str, object]:
    return {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields if f.name != "id"}


def test_the_qr_code_holds_the_whole_proof(world: World, asker: Callable[..., Asker]) -> None:
    import zxingcpp
    from PIL import Image

    png = asker().get(f"/register/{world.ids['number']}/qr/png")
    read = zxingcpp.read_barcodes(Image.open(io.BytesIO(png)))
    assert read[0].text == sealing.qr_of(RegisterEntry.objects.get())
    assert asker().get(f"/register/{world.ids['number']}/qr/svg").startswith(b"<?xml")


def test_tiles_and_heads_are_where_the_format_says(world: World, asker: Callable[..., Asker]) -> None:
    client = Client()
    head = client.get("/tiles/register/checkpoint")
    assert head.status_code == 200
    assert asker().get("/ledger/checkpoint/register") == head.content
    size = int(head.content.decode().split("\n")[1])
    tile = client.get(f"/tiles/register/tile/0/000.p/{size}")
    assert len(tile.content) == 32 * size
    assert "immutable" in tile["Cache-Control"]
    assert client.get(f"/tiles/process/tile/entries/000.p/{size}").status_code == 404, (
        "what happened in cases is nobody's"
    )
    for path in (
        "register/../process/checkpoint",
        "register/tile/0/../../x",
        "nolog/checkpoint",
        "register/tile/0/000.p/999",
    ):
        assert client.get(f"/tiles/{path}").status_code == 404
    assert client.post("/tiles/register/checkpoint").status_code == 405
    assert world.ids


def test_the_status_list_of_the_day(world: World, asker: Callable[..., Asker]) -> None:
    assert asker().get("/ledger/status-list", 404)
    sealing.daily_status(LATER)
    assert b"qingdan-status/1" in asker().get("/ledger/status-list")
    assert world.ids


def test_the_verifier_runs_under_its_own_policy(world: World) -> None:
    page = Client().get("/v")
    assert page["Content-Security-Policy"] == content_security_policy()
    assert str(sealing.trusted("register")[0]) in page.content.decode()
    assert world.ids


@pytest.mark.parametrize("form", ["csv", "json", "parquet"])
def test_open_data_is_what_was_published(form: str, world: World, asker: Callable[..., Asker]) -> None:
    response = asker()("GET", f"/open-data/register/{form}")
    content = b"".join(response)
    if form == "csv":
        (row,) = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
    elif form == "json":
        (row,) = json.loads(content)["entries"]
    else:
        import pyarrow.parquet as pq

        (row,) = pq.read_table(io.BytesIO(content)).to_pylist()
    assert row["number"] == world.ids["number"]
    assert list(row) == [c["key"] for c in asker().get("/open-data/dictionary")["columns"]]
    again = asker()("GET", f"/open-data/register/{form}", If_None_Match=response["ETag"])
    assert again.status_code == 304
    assert not again.content


def test_no_cell_is_a_formula(world: World, asker: Callable[..., Asker]) -> None:
    from qingdan.casework.actions.projecting import republish
    from qingdan.law.grammar.text import Text

    Party.objects.filter(name="甲示例有限公司").update(name='=HYPERLINK("http://x","x")')
    entry = RegisterEntry.objects.get()
    republish(entry, entry.case, LATER, {}, Text("changed", "变更"))
    response = asker()("GET", "/open-data/register/csv")
    (row,) = csv.DictReader(io.StringIO(b"".join(response).decode("utf-8-sig")))
    assert row["holder"].startswith("'=")
    assert all(open_data.harmless(s + "1").startswith("'") for s in "=+-@\t\r")
    assert world.ids


def test_how_punctual_the_authority_is(world: World, asker: Callable[..., Asker]) -> None:
    row = next(r for r in asker().get("/public/statistics") if r["procedure"] == "licence_application")
    assert (row["opened"], row["in_time"], row["late"]) == (1, 2, 0)
    assert asker().get("/public/statistics?year=2025")[0]["opened"] == 0
    assert world.ids


def test_announcements_say_what_was_published_and_no_more(world: World, asker: Callable[..., Asker]) -> None:
    (one,) = asker().get("/public/announcements")["items"]
    assert one["number"] == world.ids["number"]
    assert asker().get(f"/public/announcements/{one['id']}/pdf").startswith(b"%PDF")
    assert asker().get(f"/public/announcements/{world.ids['letter']}/pdf", 404), (
        "a letter to the party is not public"
    )


def test_due_dates_come_under_a_secret_address_until_it_is_shut(
    world: World, asker: Callable[..., Asker]
) -> None:
    who = asker(world.people["manager"])
    place = who.post("/feeds", None, 201)["url"].split("/api", 1)[1]
    feed = asker().get(place)
    assert feed.startswith(b"BEGIN:VCALENDAR")
    assert b"DTSTART;VALUE=DATE" in feed
    who.delete("/feeds")
    asker().get(place, 404)


def test_health_says_yes_or_no_and_nothing_else(world: World, asker: Callable[..., Asker]) -> None:
    assert asker().get("/health") == {"alive": True}
    ready = asker().get("/health/ready")
    assert set(ready) == {"ready", "database", "worker", "ledger"}
    assert all(isinstance(v, bool) for v in ready.values())
    assert world.ids


def test_the_page_of_all_operations_needs_no_script_and_nothing_from_elsewhere(
    asker: Callable[..., Asker],
) -> None:
    response = Client().get("/api/docs")
    page = response.content.decode()
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert "<script" not in page
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)
    assert page.count("<details") > 100
    assert asker().get("/openapi.json")["openapi"] == "3.1.0"


def test_pictures_of_procedures_in_both_languages(asker: Callable[..., Asker]) -> None:
    for lang in ("zh", "en"):
        assert asker().get(f"/procedures/licence_application/diagram/{lang}").startswith(b"<svg")
    asker().get("/procedures/licence_application/diagram/fr", 422)


def test_the_reason_comes_in_the_language_asked_for(asker: Callable[..., Asker]) -> None:
    for lang, word in (("en-GB", "no procedure"), ("zh-CN,en;q=0.5", "没有程序"), ("fr", "没有程序")):
        assert word in asker().get("/procedures/nope", 404, Accept_Language=lang)["detail"]
