"""A judgement as plain data: complete, stable in its keys, and ready for JSON."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from hypothesis import given, settings

from qingdan.intake.case import read_case
from qingdan.law.judge import judge
from qingdan.law.judge.alternatives import alternatives
from qingdan.law.judge.record import judgement, reading_effect
from qingdan.law.timeline import Product
from tests.law.judge.products import days, products

FOLDER = Path(__file__).parents[3] / "examples" / "products"
KEYS = [
    "product",
    "on",
    "basis",
    "track",
    "history",
    "conclusions",
    "duties",
    "authority_duties",
    "terms",
    "licence_conditions",
    "dossier",
    "prohibitions",
    "rights",
    "open_questions",
    "remarks",
]


@settings(max_examples=15)
@given(products(), days)
def test_every_judgement_can_be_written_as_json_and_read_back(drawn: Product, on: date) -> None:
    data = judgement(judge(drawn, on))
    assert json.loads(json.dumps(data, ensure_ascii=False)) == data
    assert list(data) == KEYS


def test_what_it_rests_on_is_part_of_the_record() -> None:
    case = read_case(FOLDER / "19-incident-on-new-years-eve.yaml")
    data = judgement(judge(case.product, date(2026, 2, 17)))
    assert data["basis"]["law"].startswith("cass")
    assert data["basis"]["negative_list"] == "sample-2026"
    assert data["basis"]["illustrative_list"] is True
    assert data["basis"]["readings"]["incident.hours"] == "cyber_profile"
    assert "incident.hours" in data["basis"]["rests_on"]


def test_an_hour_clock_is_recorded_to_the_minute() -> None:
    case = read_case(FOLDER / "19-incident-on-new-years-eve.yaml")
    data = judgement(judge(case.product, date(2026, 2, 17)))
    (report,) = [d for d in data["duties"] if d["rule"] == "report_incident_other"]
    assert (report["start"], report["due_at"]) == ("2026-02-16T23:30+08:00", "2026-02-17T03:30+08:00")
    assert report["standing"] == "done"


def test_the_entry_that_fits_and_the_contrast_are_recorded() -> None:
    case = read_case(FOLDER / "03-driving-level-4.yaml")
    data = judgement(judge(case.product, date(2026, 3, 2)))["track"]
    assert data["why"]["entries"][0]["key"] == "automated_driving"
    (turn,) = data["why"]["contrast"]
    assert (turn["fact"], turn["from"], turn["below"]) == ("driving_automation", None, 4)
    assert data["instead"] == "registry"


def test_another_reading_is_recorded_with_what_it_changes() -> None:
    case = read_case(FOLDER / "11-terminated-service.yaml")
    recorded = [reading_effect(e) for e in alternatives(judge(case.product, date(2026, 11, 30)))]
    assert json.loads(json.dumps(recorded)) == recorded
    assert {"reading", "taken", "other", "asks", "changes"} == set(recorded[0])
