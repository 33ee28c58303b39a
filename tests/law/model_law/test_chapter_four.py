"""Chapter IV: who owes what, and which readings change it. No Negative List in force unless said."""

from dataclasses import fields, is_dataclass
from datetime import date

import pytest

from qingdan.law.grammar.conditions import ALWAYS, Condition
from qingdan.law.grammar.readings import Chosen, Figure
from qingdan.law.grammar.rules import Duty
from qingdan.law.in_force import in_force
from qingdan.law.model_law import (
    a33_development_risk,
    a33_hours,
    a33_incidents,
    a34_transparency,
    a35_who_may_ask,
    a37_risk_records,
    a40_representative,
    a42_foundation_models,
    a42_foundation_oversight,
    a43_registry,
    a45_exemption,
    a49_return,
)
from qingdan.law.pack import model_law
from qingdan.law.profiles import figure

PROVIDER: dict[str, object] = {
    "is_ai": True,
    "activity_in_china": True,
    "offers_to_others": True,
    "to_the_public": True,
    "free_of_charge": False,
    "develops": False,
}
DEVELOPER: dict[str, object] = {
    "is_ai": True,
    "activity_in_china": True,
    "develops": True,
    "offers_to_others": False,
}
HARMLESS: dict[str, object] = {
    "affects_personal_safety": False,
    "sways_public_opinion": False,
    "processes_sensitive_information": False,
    "registry_mandated_elsewhere": False,
    "exempted_by_rule": False,
}


def holds(condition: Condition, *sheets: dict[str, object], **readings: Chosen) -> bool | None:
    """Judge ``condition`` on the sheets taken together; readings write ``__`` for a dot."""
    law = in_force(model_law(), readings={k.replace("__", "."): v for k, v in readings.items()})
    codes = law.resolver.encode({k: v for sheet in sheets for k, v in sheet.items()})
    return law.diagrams.value(law.node(condition), codes)


@pytest.mark.parametrize("number", range(32, 51))
def test_every_article_of_the_chapter_has_rules_and_is_not_declaratory(number: int) -> None:
    pack = model_law()
    assert pack.rules_of(number)
    assert pack.article(number).declaratory is None


def test_every_duty_of_the_chapter_says_who_owes_it_and_all_but_the_catch_alls_what_shows_it() -> None:
    duties = [r for n in range(32, 51) for r in model_law().rules_of(n) if isinstance(r, Duty)]
    silent = {d.key for d in duties if not d.evidence}
    assert silent == {
        "meet_other_listed_development_duties",
        "meet_other_listed_provision_duties",
        "take_other_measures",
        "arrange_other_termination_matters",
    }


def test_every_figure_that_a_rule_refers_to_is_shipped_in_the_unit_it_is_counted_in() -> None:
    on = date(2026, 5, 1)
    found = _figures(model_law().rules, set())
    assert len(found) >= 10
    for named, unit in found:
        assert figure(named, on).unit == unit


def _figures(thing: object, seen: set[int]) -> list[tuple[Figure, str]]:
    if id(thing) in seen:
        return []
    seen.add(id(thing))
    if isinstance(thing, tuple):
        return [f for part in thing for f in _figures(part, seen)]
    if not is_dataclass(thing) or isinstance(thing, type):
        return []
    inside = [f for part in fields(thing) for f in _figures(getattr(thing, part.name), seen)]
    amount = getattr(thing, "amount", None)
    return [*inside, (amount, thing.unit.value)] if isinstance(amount, Figure) else inside  # type: ignore[attr-defined]


def test_the_waiver_spares_users_their_notice() -> None:
    incident: dict[str, object] = {
        "incident_severity": "larger",
        "harm_prevented": True,
        "user_notice_demanded": False,
    }
    assert holds(a33_incidents.users_to_be_told, PROVIDER, incident) is False


def test_the_authority_may_demand_the_notice_all_the_same() -> None:
    incident: dict[str, object] = {
        "incident_severity": "larger",
        "harm_prevented": True,
        "user_notice_demanded": True,
    }
    assert holds(a33_incidents.users_to_be_told, PROVIDER, incident) is True


def test_without_an_incident_nobody_is_asked_whether_harm_was_prevented() -> None:
    assert holds(a33_incidents.users_to_be_told, PROVIDER, {"incident_severity": "none"}) is True


@pytest.mark.parametrize(
    ("severity", "expected"), [("none", False), ("general", False), ("larger", True), ("major", True)]
)
def test_hours_run_from_the_larger_level_upward(severity: str, expected: bool) -> None:  # noqa: FBT001
    assert holds(a33_hours.hours_apply, PROVIDER, {"incident_severity": severity}) is expected


def test_each_kind_of_operator_has_exactly_one_clock() -> None:
    clocks = (
        a33_hours.report_incident_critical,
        a33_hours.report_incident_central,
        a33_hours.report_incident_other,
    )
    for kind in ("critical_infrastructure", "central_organ", "other"):
        sheet: dict[str, object] = {"incident_severity": "major", "operator_kind": kind}
        assert [holds(c.when, PROVIDER, sheet) for c in clocks].count(True) == 1


def test_no_hours_where_the_cyber_rules_are_read_not_to_apply() -> None:
    major: dict[str, object] = {"incident_severity": "major"}
    assert holds(a33_hours.hours_apply, PROVIDER, major, incident__hours="promptly") is False


def test_the_notice_to_the_developer_rests_on_a_reading() -> None:
    duty, built = a33_development_risk.tell_developer, {"built_on_others": True}
    assert holds(duty.when, PROVIDER, dict(built)) is True
    assert holds(duty.when, PROVIDER, dict(built), incident__notify_developer="voluntary") is False


def test_an_evident_setting_spares_the_notice_of_ai_and_only_that() -> None:
    evident: dict[str, object] = {"interacts_with_people": True, "evidently_ai": True}
    assert holds(a34_transparency.ai_notice_required, PROVIDER, evident) is False
    assert holds(a34_transparency.inform_users.when, PROVIDER, evident) is True


def test_people_affected_may_ask_unless_the_text_is_read_literally() -> None:
    right, weighs = a35_who_may_ask.affected_may_ask_why, {"significant_impact": True}
    assert holds(right.when, PROVIDER, dict(weighs)) is True
    assert holds(right.when, PROVIDER, dict(weighs), explain__standing="users") is False
    assert (
        holds(a35_who_may_ask.user_may_ask_why.when, PROVIDER, dict(weighs), explain__standing="users")
        is True
    )


def test_risk_records_are_kept_by_all_or_literally_by_providers_alone() -> None:
    longest, own = a37_risk_records.keep_risk_records, a37_risk_records.keep_own_risk_records
    assert holds(longest.when, DEVELOPER) is True
    assert holds(longest.when, DEVELOPER, retention__risk_records="literal") is False
    assert holds(own.when, PROVIDER, retention__risk_records="literal") is True
    assert holds(own.when, PROVIDER) is False


def test_a_foreign_provider_needs_a_representative() -> None:
    abroad = {
        **PROVIDER,
        "activity_in_china": False,
        "serves_users_in_china": True,
        "established_in_china": False,
    }
    assert holds(a40_representative.representative_required, abroad) is True


def test_a_foreign_provider_used_in_china_needs_one_unless_article_two_is_read_narrowly() -> None:
    used_here = {**PROVIDER, "established_in_china": False, "based_abroad": True}
    need = a40_representative.representative_required
    assert holds(need, used_here) is True
    assert holds(need, used_here, representative__trigger="article_2_2") is False


def test_a_chinese_company_is_never_asked_where_it_is_based() -> None:
    assert (
        holds(a40_representative.representative_required, PROVIDER, {"established_in_china": True}) is False
    )


@pytest.mark.parametrize(("percent", "expected"), [(50, False), (51, True)])
def test_half_is_not_mainly_external(percent: int, expected: bool) -> None:  # noqa: FBT001
    model: dict[str, object] = {
        "trained_on_large_data": True,
        "general_purpose": True,
        "supports_downstream": True,
    }
    sheet: dict[str, object] = {"external_percent": percent}
    assert holds(a42_foundation_oversight.mainly_external, DEVELOPER, model, sheet) is expected


def test_the_size_of_the_data_does_not_matter_where_capability_decides() -> None:
    able: dict[str, object] = {
        "trained_on_large_data": False,
        "general_purpose": True,
        "supports_downstream": True,
    }
    finding = a42_foundation_models.is_foundation_developer
    assert holds(finding, DEVELOPER, able) is False
    assert holds(finding, DEVELOPER, able, fm__criteria="capability") is True


def test_unknown_is_not_exempt() -> None:
    unanswered = {**HARMLESS, "sways_public_opinion": None}
    assert holds(a45_exemption.exempt_from_registry, PROVIDER, unanswered) is None


def test_an_exemption_that_needs_approval_is_not_there_before_it() -> None:
    exempt = a45_exemption.exempt_from_registry
    assert holds(exempt, PROVIDER, HARMLESS) is True
    waiting: dict[str, object] = {"exemption_confirmed": False}
    assert holds(exempt, PROVIDER, HARMLESS, waiting, exemption__mode="approved") is False


def test_a_foreseeable_use_counts_as_functionality_unless_read_as_design_only() -> None:
    chat = {**HARMLESS, "processes_sensitive_information": True, "designed_for_sensitive_information": False}
    exempt = a45_exemption.exempt_from_registry
    assert holds(exempt, PROVIDER, chat) is False
    assert holds(exempt, PROVIDER, chat, exemption__functionality="designed") is True


def test_one_listed_product_takes_all_others_out_only_if_the_company_is_the_unit() -> None:
    swaying: dict[str, object] = {**HARMLESS, "sways_public_opinion": True, "other_product_listed": True}
    assert holds(a43_registry.registry_required, PROVIDER, swaying) is True
    assert holds(a43_registry.registry_required, PROVIDER, swaying, registry__scope_unit="company") is False


def test_an_exempt_product_that_was_registered_all_the_same_must_be_deregistered() -> None:
    assert holds(a49_return.deregister.when, PROVIDER, HARMLESS, {"holds_registration": True}) is True
    assert holds(a49_return.deregister.when, PROVIDER, HARMLESS, {"holds_registration": False}) is False


def test_the_ban_on_removing_labels_binds_everybody() -> None:
    assert a34_transparency.no_label_removal.when is ALWAYS
