"""Tracks, licence conditions and changes, as Articles 23-29 put them."""

from __future__ import annotations

from typing import Any

import pytest

from qingdan.law.in_force import InForce
from qingdan.law.model_law.a25_conditions import CONDITIONS
from qingdan.law.model_law.tracks import TRACKS
from qingdan.law.negative_list.edition import ListEdition
from qingdan.law.negative_list.sample import SAMPLE_2026, SAMPLE_2027
from qingdan.law.pack import model_law

DRIVING = {
    "is_ai": True,
    "activity_in_china": True,
    "develops": True,
    "offers_to_others": False,
    "field": "driving",
    "controls_machinery": True,
    "driving_automation": 4,
    "trained_on_large_data": False,
}
CHAT = {
    "is_ai": True,
    "activity_in_china": True,
    "develops": True,
    "offers_to_others": True,
    "for_business": True,
    "free_of_charge": False,
    "field": "commerce",
    "trained_on_large_data": False,
    "sways_public_opinion": True,
    "exempted_by_rule": False,
}


def judged(
    answers: dict[str, Any], edition: ListEdition = SAMPLE_2026, **readings: str
) -> dict[str, bool | None]:
    law = InForce(
        model_law(), readings={k.replace("__", "."): v for k, v in readings.items()}, edition=edition
    )
    return law.rules.judge(answers)


def track(answers: dict[str, Any], edition: ListEdition = SAMPLE_2026, **readings: str) -> str:
    values = judged(answers, edition, **readings)
    (on,) = [t.value for t, finding in TRACKS if values[finding.key]]
    return on


def test_developing_what_is_listed_needs_a_licence_though_nothing_is_offered() -> None:
    assert track(DRIVING) == "licence"


def test_one_level_less_of_automation_is_on_neither_track() -> None:
    assert track({**DRIVING, "driving_automation": 3}) == "none"


def test_research_is_not_exempt_unless_the_text_is_read_so() -> None:
    research = {**DRIVING, "research_only": True}
    assert track(research) == "licence"
    assert track(research, license__research="exempt") == "none"


def test_a_provider_off_the_list_registers() -> None:
    assert track(CHAT) == "registry"


def test_by_company_one_listed_product_takes_the_others_out_of_the_registry() -> None:
    other = {**CHAT, "other_product_listed": True}
    assert track(other) == "registry"
    assert track(other, registry__scope_unit="company") == "none"


def test_whoever_gives_listed_ai_away_open_source_is_licensed_as_a_developer() -> None:
    opened = {
        **DRIVING,
        "develops": False,
        "offers_to_others": True,
        "to_the_public": True,
        "free_of_charge": True,
        "open_source": True,
    }
    values = judged(opened)
    assert (values["is_provider"], values["is_developer"], values["licence_required"]) == (False, True, True)


def test_hiring_enters_the_list_of_2027_and_lending_leaves_it() -> None:
    hiring = {**CHAT, "field": "employment", "significant_impact": True, "decides_without_human": True}
    lending = {**hiring, "field": "finance", "registered_users": 10_000_000}
    assert (track(hiring), track(hiring, SAMPLE_2027)) == ("registry", "licence")
    assert (track(lending), track(lending, SAMPLE_2027)) == ("licence", "registry")


FIT = {
    "established_in_china": True,
    "principal_is_chinese_citizen": True,
    "specialists_suffice": True,
    "quality_system_complete": True,
    "data_security_system_complete": True,
    "ethics_system_complete": True,
    "risk_system_complete": True,
    "technology_secured": True,
    "emergency_plan_suffices": True,
    "means_suffice": True,
    "other_licence_rules_met": True,
}


@pytest.mark.parametrize("lacking", FIT)
def test_each_licence_condition_can_fail_alone_and_unknown_is_not_met(lacking: str) -> None:
    assert judged(FIT)["licence_conditions_met"] is True
    assert judged({**FIT, lacking: False})["licence_conditions_met"] is False
    assert judged({**FIT, lacking: None})["licence_conditions_met"] is None


def test_there_are_eight_conditions() -> None:
    assert [c.cite.item for c in CONDITIONS] == ["1", "2", "3", "4", "5", "6", "7", "8"]


def test_a_risk_system_matters_only_as_the_reading_says() -> None:
    without = {**FIT, "risk_system_complete": False}
    described = judged(without, license__risk_system_condition="described")
    assert described["licence_conditions_met"] is True


@pytest.mark.parametrize("foreign", ["established_in_china", "principal_is_chinese_citizen"])
def test_a_foreign_entity_or_principal_can_never_be_licensed(foreign: str) -> None:
    assert judged({foreign: False})["cannot_be_licensed"] is True


def test_a_change_needs_a_new_licence_only_if_it_alters_the_risk() -> None:
    held = {**DRIVING, "licence_status": "active", "exceeds_licence_scope": False, "what_changed": "scenario"}
    assert judged({**held, "change_alters_risk": False})["reapplication_required"] is False
    assert judged({**held, "change_alters_risk": True})["reapplication_required"] is True
    assert judged({**held, "what_changed": "nothing"})["reapplication_required"] is False
