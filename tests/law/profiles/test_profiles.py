"""Profiles: figures with a date, a source and a word on whether they were verified."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from qingdan.law.grammar.readings import Figure
from qingdan.law.profiles import (
    BrokenProfile,
    NoSuchFigure,
    NoSuchProfile,
    ProfileNotInForce,
    Sourced,
    figure,
    keys,
    parsed,
    profile,
    versions,
)

GOOD: dict[str, Any] = {
    "key": "k",
    "name": {"en": "n", "zh": "名"},
    "source": {"en": "s", "zh": "源"},
    "in_force_from": "2025-01-01",
    "in_force_to": None,
    "verified": True,
    "figures": {"f": {"value": 3, "unit": "hours", "verified": True, "says": {"en": "three", "zh": "三"}}},
}


@pytest.mark.parametrize("key", keys())
def test_every_shipped_profile_reads_and_its_versions_do_not_overlap(key: str) -> None:
    assert all(version.figures for version in versions(key))


def test_critical_infrastructure_reports_within_one_verified_hour() -> None:
    found = figure(
        Figure(profile="cn-2025-cyber-incident", field="critical_infrastructure"), date(2026, 2, 16)
    )
    assert (found.value, found.unit, found.verified) == (1, "hours", True)


def test_the_final_report_is_shown_as_unverified() -> None:
    found = figure(Figure(profile="cn-2025-cyber-incident", field="final_report"), date(2026, 2, 16))
    assert (found.value, found.unit, found.verified) == (30, "days", False)


def test_a_figure_is_unverified_where_its_profile_is() -> None:
    doubtful = parsed("k", json.dumps({**GOOD, "verified": False}))
    assert doubtful.value("f").verified
    assert not Sourced(doubtful.value("f"), doubtful).verified


def test_the_version_in_force_is_chosen_by_day() -> None:
    before, after = date(2025, 10, 31), date(2025, 11, 1)
    assert "TC260-003" in profile("cn-generative-safety", before).source.en
    assert "GB/T 45654" in profile("cn-generative-safety", after).source.en


def test_the_day_before_a_profile_begins_it_is_refused_with_its_versions() -> None:
    with pytest.raises(ProfileNotInForce, match="2025-11-01"):
        profile("cn-2025-cyber-incident", date(2025, 10, 31))


def test_an_unknown_profile_is_refused_with_those_there_are() -> None:
    with pytest.raises(NoSuchProfile, match="cn-2025-labelling"):
        profile("../../secrets", date(2026, 1, 1))


def test_an_unknown_figure_is_refused_with_those_there_are() -> None:
    with pytest.raises(NoSuchFigure, match="quorum"):
        profile("cn-2023-ethics-review", date(2026, 1, 1)).value("colour")


def _figure_with(**change: object) -> dict[str, object]:
    return {"figures": {"f": {**GOOD["figures"]["f"], **change}}}


BREAKS: dict[str, Callable[[], dict[str, object]]] = {
    "is missing": lambda: {"figures": {"f": {"value": 3}}},
    "not a whole number": lambda: _figure_with(value="3"),
    "True is not a whole number": lambda: _figure_with(value=True),
    "not a unit": lambda: _figure_with(unit="moons"),
    "verified is true or false": lambda: {"verified": "yes"},
    "both languages": lambda: {"name": {"en": "n", "zh": " "}},
    "the file says it is": lambda: {"key": "other"},
    "ends before it starts": lambda: {"in_force_to": "2024-12-31"},
    "Invalid isoformat": lambda: {"in_force_from": "soon"},
}


@pytest.mark.parametrize("why", BREAKS)
def test_a_broken_profile_says_what_is_wrong(why: str) -> None:
    with pytest.raises(BrokenProfile, match=why):
        parsed("k", json.dumps({**GOOD, **BREAKS[why]()}))


def test_text_that_is_no_json_is_refused() -> None:
    with pytest.raises(BrokenProfile):
        parsed("k", "{")
