"""Points of single articles that a lawyer would check first: bearer, trigger, and what a reading turns."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from qingdan.law.grammar.conditions import Condition
from qingdan.law.grammar.readings import Figure
from qingdan.law.grammar.rules import Duty, Measure, Penalty, Power, Prohibition, Role, Rule, Term
from qingdan.law.pack import conditions_of, model_law
from qingdan.law.penalties import bound
from qingdan.law.profiles import figure
from tests.law.model_law.test_chapter_four import PROVIDER, holds

RULES = {r.key: r for r in model_law().rules}
REGISTERED: dict[str, object] = {"affects_personal_safety": True, "exempted_by_rule": False}


def turns(rule: Rule, answers: dict[str, object], **readings: str) -> bool | None:
    """Return whether ``rule`` applies to a provider off the list who answers ``answers``."""
    (condition,) = conditions_of(rule)
    assert isinstance(condition, Condition)
    return holds(condition, PROVIDER, answers, **readings)


def test_article_28_suspends_with_an_order_to_correct_and_does_not_close_the_business() -> None:
    suspension = RULES["licence_suspension"]
    assert isinstance(suspension, Penalty)
    assert suspension.obliged == (Measure.ORDER_CORRECTION,)
    assert suspension.measures == (Measure.SUSPEND_LICENCE,)


@pytest.mark.parametrize(("activity", "open_"), [("provision", True), ("development", True), ("use", False)])
def test_article_28_looks_at_development_and_provision_alone(activity: str, open_: bool) -> None:  # noqa: FBT001
    answers: dict[str, Any] = {
        "holds_licence": True,
        "facts_proven": True,
        "caused_significant_incident": True,
        "violating_activity": activity,
    }
    found = {c.penalty.key: c.applies for c in bound(answers).consequences}
    assert found.get("licence_suspension", False) is open_


def test_a_severe_finding_without_reasons_supports_no_severe_measure_either() -> None:
    answers: dict[str, Any] = {"violating_activity": "provision", "breach": "duty", "severe": True}
    answers |= {"severity_reasoned": False}
    (severe,) = [c for c in bound(answers).consequences if c.penalty.key == "general_severe"]
    assert not {Measure.RECTIFICATION, Measure.REVOKE_PERMITS} & set(severe.available)
    assert severe.entity is None


def test_a_service_older_than_the_law_is_not_late_with_its_registration() -> None:
    before = {**REGISTERED, "activity_began": "before_law"}
    assert turns(RULES["file_registry"], dict(before)) is False
    assert turns(RULES["register_existing_service"], dict(before)) is True
    under = {**REGISTERED, "activity_began": "under_present_rules"}
    assert turns(RULES["file_registry"], dict(under)) is True


@pytest.mark.parametrize(
    ("choice", "term"),
    [("complete_file", "register_complete_filing"), ("first_receipt", "register_from_first_receipt")],
)
def test_the_five_working_days_run_from_one_receipt_or_the_other(choice: str, term: str) -> None:
    both = {"register_complete_filing", "register_from_first_receipt"}
    running = {k for k in both if turns(RULES[k], {}, registry__clock_start=choice)}
    assert running == {term}


def test_a_notified_provider_reports_unless_the_third_provision_is_the_third_paragraph() -> None:
    built: dict[str, object] = {
        "built_on_others": True,
        "incident_severity": "major",
        "harm_prevented": False,
    }
    literal = {"incident__third_provision": "third_paragraph"}
    assert turns(RULES["report_on_notice"], dict(built)) is True
    assert turns(RULES["report_on_notice"], dict(built), **literal) is False
    assert turns(RULES["tell_users_on_notice"], dict(built), **literal) is True
    assert turns(RULES["report_incident"], dict(built), **literal) is True


def test_local_authorities_may_interview_and_require_measures_but_not_suspend() -> None:
    local = [r for r in model_law().rules_of(54) if isinstance(r, (Power, Prohibition))]
    powers = {r.key for r in local if isinstance(r, Power) and r.holder is Role.LOCAL_AUTHORITY}
    assert powers == {"interview_locally", "require_measures_locally"}
    assert RULES["no_local_suspension"] in local


def test_of_a_filing_only_the_names_and_the_providers_own_text_are_public() -> None:
    public = {r.key for r in model_law().rules_of(43) if getattr(r, "public", False)}
    assert public == {"provider_name", "product_name", "publicity_content"}


@pytest.mark.parametrize(
    "key", ["assess_impact", "civil_suit_notice", "suggestion_reply", "suggestion_reply_urgent"]
)
def test_figures_known_from_memory_are_in_a_profile_and_unverified(key: str) -> None:
    rule = RULES[key]
    timing = rule.keeps if isinstance(rule, Duty) else rule.period if isinstance(rule, Term) else None
    assert timing is not None
    assert isinstance(timing.amount, Figure)
    assert not figure(timing.amount, date(2026, 3, 2)).verified
