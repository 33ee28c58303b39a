"""Without an account, too: the Negative List with its drafts and comments, judging a sheet, counting a period."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from qingdan.casework import actions
from qingdan.casework.models import Answers, Comment, ListEdition, Office, Product
from qingdan.law.negative_list.data import edition_as_data
from qingdan.law.negative_list.sample import EDITIONS
from tests.api.conftest import Asker
from tests.api.world import LATER, World, make_world
from tests.casework import factories
from tests.casework.steps import step

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(when: Callable[..., None]) -> World:
    when(LATER)
    return make_world()


def test_the_list_and_what_changes_between_its_editions(world: World, asker: Callable[..., Asker]) -> None:
    data = edition_as_data(EDITIONS[1])
    editor = asker(factories.officer("list_editor", _national()))
    drafted = editor.post("/negative-list", {"content": data}, 201)
    assert editor.post("/negative-list", {"content": data}, 201) == drafted, "the same text changes nothing"
    anyone = asker()
    anyone.get(f"/negative-list/{data['key']}", 404)
    assert editor.get(f"/negative-list/{data['key']}")["state"] == "draft"
    ListEdition.objects.filter(key=data["key"]).update(
        published_on=EDITIONS[1].published, in_force_from=EDITIONS[1].effective
    )
    found = anyone.get(f"/negative-list/compare?one={world.ids['edition']}&other={data['key']}")
    assert found["differences"]
    assert found["differences"][0]["zh"]
    broken = {**data, "key": "x", "entries": [{**data["entries"][0], "criteria": {"fact": "nonsense"}}]}
    assert editor.post("/negative-list", {"content": broken}, 422)["code"] == "bad_document"
    assert asker(world.people["filer"]).post("/negative-list", {"content": data}, 403)


def _national() -> Office:
    return Office.objects.get(parent__isnull=True)


def test_anybody_comments_while_a_draft_is_open_and_the_report_must_count_it(
    world: World, asker: Callable[..., Asker]
) -> None:
    data, office = edition_as_data(EDITIONS[1]), _national()
    editor, legal = factories.officer("list_editor", office), factories.officer("legal_reviewer", office)
    who, anyone = asker(editor), asker()
    who.post("/negative-list", {"content": data}, 201)
    place = f"/negative-list/{data['key']}/comments"
    anyone.post(place, {"says": "反对"}, 404)
    case = actions.open_case("negative_list_edition", by=editor, at=LATER, list_edition=data["key"])
    step(case, "send_to_review", editor, LATER)
    step(case, "pass_review", legal, LATER)
    step(case, "open_consultation", editor, LATER)
    kept = anyone.post(
        place,
        {"says": "赞成该条目", "entry": data["entries"][0]["key"], "name": "张三"},
        201,
        Idempotency_Key="k1",
    )
    assert (
        anyone.post(
            place,
            {"says": "赞成该条目", "entry": data["entries"][0]["key"], "name": "张三"},
            201,
            Idempotency_Key="k1",
        )
        == kept
    )
    asker(world.people["filer"]).post(place, {"says": "建议修改"}, 201)
    anyone.post(place, {"says": "x" * 2, "entry": "no-such"}, 422)
    assert Comment.objects.count() == 2
    case.refresh_from_db()
    assert case.state["times"]["submit_comment"] == 2
    assert anyone.get(place, 401)
    assert asker(world.people["filer"]).get(place, 403)
    assert [c["says"] for c in who.get(place)["items"]] == ["赞成该条目", "建议修改"]
    who.post("/negative-list", {"content": {**data, "illustrative": False}}, 409)


def test_comments_are_few_an_hour(world: World, asker: Callable[..., Asker]) -> None:
    place = f"/negative-list/{world.ids['edition']}/comments"
    answers = [asker()("POST", place, {"says": "意见"}).status_code for _ in range(12)]
    assert answers == [409] * 10 + [429] * 2


def test_a_sheet_is_judged_and_nothing_kept(asker: Callable[..., Asker], when: Callable[..., None]) -> None:
    when(LATER)
    sheet = {"answers": {"is_ai": True, "activity_in_china": True, "to_the_public": True, "offers_to_others": True}, "on": "2027-03-02",
             "events": [{"event": "service_started", "on": "2027-03-01"}]}  # fmt: skip
    with CaptureQueriesContext(connection) as queries:
        judged = asker().post("/law/assessment", sheet)
    assert judged["on"] == "2027-03-02"
    assert judged["track"]["candidates"]
    assert not [
        q for q in queries if re.match("(INSERT|UPDATE|DELETE)", q["sql"]) and "cache" not in q["sql"]
    ]
    assert not Product.objects.exists()
    assert not Answers.objects.exists()
    assert asker().post("/law/assessment", {"answers": {"is_aii": True}}, 422)["field"] == "answers.is_aii"


def test_a_period_is_counted_day_by_day(asker: Callable[..., Asker]) -> None:
    found = asker().post("/law/deadline", {"start": "2026-02-12", "amount": 10, "unit": "working-days"})
    assert found["due"] == "2026-03-04"
    assert len([d for d in found["computation"]["days"] if d["counted"]]) == 10
    hours = asker().post(
        "/law/deadline", {"start": "2026-02-17T23:30:00+08:00", "amount": 4, "unit": "hours"}
    )
    assert hours["due_at"].startswith("2026-02-18T03:30")
    assert asker().post("/law/deadline", {"start": "2050-12-31", "amount": 10_000, "unit": "years"}, 422)


def test_what_if_it_were_filed_on_a_day(asker: Callable[..., Asker]) -> None:
    found = {p["key"]: p for p in asker().get("/procedures/licence_application/what-if?on=2026-02-12")}
    assert found["preliminary_review"]["due"] == "2026-03-04"
    assert found["licence_decision"]["computation"]["explanation"]["zh"]


def test_the_calendar_of_a_year(asker: Callable[..., Asker]) -> None:
    year = asker().get("/law/calendars/2026")
    assert "2026-02-17" in year["days_off"]
    assert "2026-02-28" in year["made_up"]
    assert asker().get("/law/calendars/2040")["edition"]["provisional"]
