"""Each named period in scenarios.yaml ends on the day a lawyer would name."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from qingdan.law.calendars import official_calendar
from qingdan.law.clock import Deadline, Extension, Pause, Unit, count
from qingdan.law.grammar.text import Text

SCENARIOS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("scenarios.yaml").read_text(encoding="utf-8")
)
WHY = Text("as the scenario says", "如情景所述")


def run(scenario: dict[str, Any]) -> Deadline:
    start = scenario["from"]
    calendar = official_calendar()
    return count(
        datetime.fromisoformat(start) if isinstance(start, str) else start,
        scenario["count"],
        Unit(scenario["unit"]),
        calendar=calendar.as_known_on(scenario["known_on"]) if "known_on" in scenario else calendar,
        backward=scenario.get("backward", False),
        roll=scenario.get("roll", True),
        clear_days=scenario.get("clear_days", False),
        pauses=[Pause(p["since"], p.get("until"), WHY) for p in scenario.get("paused", ())],
        extensions=[Extension(e["count"], Unit(e["unit"]), WHY) for e in scenario.get("extended", ())],
    )


@pytest.mark.parametrize("scenario", SCENARIOS, ids=[s["title"] for s in SCENARIOS])
def test_the_period_ends_as_written(scenario: dict[str, Any]) -> None:
    found = run(scenario).as_data()
    expected = {
        key: value.isoformat() if isinstance(value, date) else value
        for key, value in scenario["expect"].items()
    }
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize("scenario", SCENARIOS, ids=[s["title"] for s in SCENARIOS])
def test_the_explanation_counts_what_the_period_has(scenario: dict[str, Any]) -> None:
    deadline = run(scenario)
    if deadline.unit in {Unit.HOUR, Unit.MONTH, Unit.YEAR} or deadline.stopped:
        return
    for number, (amount, unit) in enumerate(deadline.steps):
        counted = [
            cell.counted for cell in deadline.days() if cell.counted is not None and cell.step == number
        ]
        if unit in {Unit.DAY, Unit.WORKING_DAY}:
            assert counted == list(range(1, amount + 1))


def test_no_two_scenarios_share_a_title() -> None:
    titles = [s["title"] for s in SCENARIOS]
    assert len(titles) == len(set(titles))
