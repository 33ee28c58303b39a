"""Every scenario of every procedure, taken by real people on the database: it comes out as the pure engine says."""

from __future__ import annotations

from typing import Any

import pytest
from pytest_django import Settings

from qingdan.casework import law_now
from qingdan.law.calendars import official_calendar
from tests.casework.register.in_the_database import Both
from tests.procedures.scenario_file import FOLDER, load

SCENARIOS = [(p.stem, s) for p in sorted(FOLDER.glob("*.yaml")) for s in load(p)]
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "scenario", [s for _, s in SCENARIOS], ids=[f"{stem}: {s['name']}" for stem, s in SCENARIOS]
)
def test_casework_and_engine_agree(
    scenario: dict[str, Any], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.READINGS = scenario.get("readings", {})
    if "known_on" in scenario:
        known = official_calendar().as_known_on(scenario["known_on"])
        monkeypatch.setattr(law_now, "official_calendar", lambda: known)
    law_now.forget_calendars()
    try:
        both = Both(scenario)
        for entry in scenario["steps"]:
            both.entry(entry)
        both.letters()
    finally:
        law_now.forget_calendars()
