from __future__ import annotations

from typing import Any

import pytest

from qingdan.law.grammar.conditions import Condition
from qingdan.law.model_law import a52_security_review as a52
from qingdan.law.model_law import a54_interviews as a54
from qingdan.law.model_law import a55_soft_measures as a55
from qingdan.law.model_law import a66_redress as a66
from qingdan.law.penalties.code import penalty_code

RISK = {"risk_or_incident_found": True, "violating_activity": "provision"}


def _value(condition: Condition, **answers: Any) -> bool | None:  # noqa: ANN401 - any answer
    code = penalty_code()
    return code.value(condition, code.encode(answers))


@pytest.mark.parametrize("activity", ["development", "provision"])
def test_a_significant_risk_opens_an_interview(activity: str) -> None:
    assert _value(a54.interview_open, risk_or_incident_found=True, violating_activity=activity) is True


def test_users_are_not_interviewed() -> None:
    assert _value(a54.interview_open, risk_or_incident_found=True, violating_activity="use") is False


def test_a_commitment_spares_suspension() -> None:
    sheet = {**RISK, "commits_to_correct": True, "harm_feared": False}
    assert _value(a54.suspension_spared, **sheet) is True
    assert _value(a54.suspension_open, **sheet) is False


def test_feared_harm_overrides_the_commitment() -> None:
    sheet = {**RISK, "commits_to_correct": True, "harm_feared": True}
    assert _value(a54.suspension_spared, **sheet) is False
    assert _value(a54.suspension_open, **sheet) is True


def test_without_a_finding_of_feared_harm_nothing_is_suspended() -> None:
    assert _value(a54.suspension_open, **RISK, commits_to_correct=False) is None
    assert _value(a54.suspension_spared, **RISK, commits_to_correct=True) is None


def test_local_authorities_have_no_power_to_suspend() -> None:
    assert a54.suspend_after_interview.holder.value == "authority"
    assert a54.no_local_suspension.binds.value == "local_authority"


def test_a_first_slight_corrected_violation_may_be_answered_softly() -> None:
    assert _value(a55.soft_measure_due, prior_penalties=0, harm="slight", corrected_in_time=True) is True
    assert _value(a55.soft_measure_due, prior_penalties=1, harm="slight", corrected_in_time=True) is False


def test_earlier_soft_measures_do_not_spoil_a_first_violation() -> None:
    sheet = {"prior_penalties": 0, "prior_soft_measures": 3, "harm": "slight", "corrected_in_time": True}
    assert _value(a55.soft_measure_due, **sheet) is True


def test_only_the_security_decision_is_final() -> None:
    assert _value(a66.decision_final, act_complained_of="security_review_decision") is True
    assert _value(a66.decision_final, act_complained_of="other") is False
    assert _value(a66.reconsideration_open) is None


def test_security_review_counts_by_the_profile() -> None:
    assert {t.period.amount for t in (a52.security_review_whether, a52.security_review_special)} == {
        a52.whether_reviewed,
        a52.special_review,
    }
