"""Why: a smallest set of facts that forces the conclusion, the steps between, and the nearest change that turns it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from qingdan.law.grammar.text import LANGS
from qingdan.law.judge import judge
from qingdan.law.judge.reasons import Conclusion, conclude
from qingdan.law.model_law.a23_two_tracks import on_negative_list
from qingdan.law.model_law.a43_registry import registry_required
from qingdan.law.model_law.a45_exemption import exempt_from_registry
from qingdan.law.stated import Stated
from qingdan.law.timeline import Product
from tests.law.judge.products import LAW, partial_sheets
from tests.law.judge.test_judge import DAY, PROVIDER


def concluded(sheet: dict[str, Any]) -> list[Conclusion]:
    codes = LAW.resolver.encode(sheet)
    return [conclude(LAW, f, codes, sheet) for f in LAW.findings]


def reason(key: str, **answers: bool | str | int) -> Conclusion:
    judged = judge(Product("Trial 试例", {**PROVIDER, **answers}), DAY)
    return next(c for c in judged.conclusions if c.finding.key == key)


@settings(max_examples=30)
@given(partial_sheets)
def test_the_deciding_facts_alone_force_the_conclusion_and_none_of_them_is_superfluous(
    sheet: dict[str, Any],
) -> None:
    for one in concluded(sheet):
        node = LAW.node(one.finding)
        alone = {s.fact.key: s.answer for s in one.facts}
        assert LAW.diagrams.value(node, LAW.resolver.encode(alone)) is one.value
        for key in alone:
            fewer = {k: v for k, v in alone.items() if k != key}
            assert LAW.diagrams.value(node, LAW.resolver.encode(fewer)) is None


@settings(max_examples=30)
@given(partial_sheets)
def test_the_contrast_really_turns_the_conclusion(sheet: dict[str, Any]) -> None:
    for one in concluded(sheet):
        if one.contrast:
            other = {**sheet, **{s.fact.key: s.answer for s in one.contrast}}
            value = LAW.diagrams.value(LAW.node(one.finding), LAW.resolver.encode(other))
            assert value is (not one.value)


@settings(max_examples=30)
@given(partial_sheets)
def test_the_questions_it_waits_for_are_open_and_there_are_some_exactly_while_it_is_open(
    sheet: dict[str, Any],
) -> None:
    for one in concluded(sheet):
        assert bool(one.waits_for) == (one.value is None)
        assert not {f.key for f in one.waits_for} & set(sheet)


@settings(max_examples=40)
@given(partial_sheets)
def test_at_most_five_lines_none_twice_in_either_language(sheet: dict[str, Any]) -> None:
    for one in concluded(sheet):
        for lang in LANGS:
            lines = one.lines(lang)
            assert 1 <= len(lines) <= 5
            assert len(set(lines)) == len(lines)
            reasons = [re.split(r"[:：]", line, maxsplit=1)[-1].strip() for line in lines[1:]]
            assert all(reasons)


@settings(max_examples=40)
@given(partial_sheets)
def test_no_line_puts_a_question_where_an_answer_belongs(sheet: dict[str, Any]) -> None:
    for one in concluded(sheet):
        if one.value is not None:
            assert not [line for lang in LANGS for line in one.lines(lang) if "?" in line or "？" in line]


def test_off_the_list_is_said_of_the_list_and_not_of_a_single_trait() -> None:
    lines = reason("registry_required").lines("en")
    assert any("none of the 7 entries of sample-2026 fits" in line for line in lines)
    assert not any("field of use" in line for line in lines)


def test_on_the_list_names_the_entry() -> None:
    triage: dict[str, bool | str] = {
        "field": "medicine",
        "affects_personal_safety": True,
        "decides_without_human": True,
    }
    found = reason("on_negative_list", **triage)
    assert [e.key for e in found.listing] == ["clinical_decision"]
    assert (
        found.lines("en")[1]
        == 'because it fits the entry "medical triage, diagnosis or treatment decided without a human"'
    )
    assert found.lines("zh")[1] == "理由：属于“无人工确认的医疗分诊、诊断、治疗决策”"


def test_an_entry_that_may_fit_is_named_as_open() -> None:
    found = reason("on_negative_list", field="medicine", affects_personal_safety=True)
    assert found.value is None
    assert [e.key for e in found.listing_open] == ["clinical_decision"]


def test_what_is_outside_the_law_has_one_reason_said_once() -> None:
    lines = reason("outside_both_tracks", is_ai=False).lines("en")
    assert lines[1] == "because it is not artificial intelligence within the law"
    assert len(lines) == 3


@pytest.mark.parametrize(
    ("answers", "nearest"),
    [
        # one trait away from exemption: that trait, and not a rule that might exempt it
        (
            {
                "affects_personal_safety": False,
                "processes_sensitive_information": False,
                "registry_mandated_elsewhere": False,
            },
            {"sways_public_opinion": False},
        ),
        # three away: still what the product is, before what another law says
        (
            {
                "affects_personal_safety": False,
                "processes_sensitive_information": True,
                "registry_mandated_elsewhere": True,
            },
            {
                "sways_public_opinion": False,
                "processes_sensitive_information": False,
                "registry_mandated_elsewhere": False,
            },
        ),
    ],
)
def test_the_nearest_change_is_one_of_the_product(answers: dict[str, Any], nearest: dict[str, Any]) -> None:
    contrast = reason("registry_required", **answers).contrast
    assert contrast is not None
    assert {s.fact.key: s.answer for s in contrast} == nearest


def test_a_licence_turns_on_how_the_product_is_built_before_what_it_is_for() -> None:
    triage: dict[str, bool | str] = {
        "field": "medicine",
        "affects_personal_safety": True,
        "decides_without_human": True,
    }
    contrast = reason("on_negative_list", **triage).contrast
    assert contrast is not None
    assert [s.fact.key for s in contrast] == ["decides_without_human"]


def test_the_contrast_leads_to_another_track() -> None:
    sheet = {
        **PROVIDER,
        "affects_personal_safety": False,
        "processes_sensitive_information": False,
        "registry_mandated_elsewhere": False,
    }
    track = judge(Product("Trial 试例", sheet), DAY).track
    assert track.instead is not None
    assert track.instead.value == "exempt"


def test_a_threshold_is_said_as_a_range_and_not_as_a_made_up_number() -> None:
    model: dict[str, bool | str | int] = {
        "field": "general",
        "trained_on_large_data": True,
        "general_purpose": True,
        "supports_downstream": True,
        "registered_users": 60_000_000,
    }
    contrast = reason("on_negative_list", **model).contrast
    assert contrast is not None
    (said,) = [s for s in contrast if s.fact.key == "sways_public_opinion"]
    assert said.says.en == "it cannot sway public opinion or mobilise society"
    users = LAW.resolver.facts[LAW.resolver.by_key["registered_users"]]
    assert Stated(users, 0, (None, 50_000_000)).says.en == "registered users in China below 50,000,000"
    assert Stated(users, 0, (None, 50_000_000)).says.zh == "境内注册用户数不足50,000,000户"
    assert (
        Stated(users, 50_000_000, (50_000_000, None)).says.en
        == "registered users in China at 50,000,000 or more"
    )
    both = Stated(users, 10_000_000, (10_000_000, 50_000_000)).says
    assert both.zh == "境内注册用户数10,000,000户以上不足50,000,000户"
    assert Stated(users, 60_000_000).says.en == "registered users in China: 60,000,000"


def test_each_step_is_cited() -> None:
    found = reason("registry_required", affects_personal_safety=True)
    assert str(found.cites[0]) == "Model AI Law Art. 43(1)"
    assert {s.finding for s in found.steps} >= {exempt_from_registry}
    assert all(s.finding.cite in found.cites for s in found.steps)


def test_a_conclusion_names_the_readings_it_passes_through() -> None:
    codes = LAW.resolver.encode(PROVIDER)
    found = conclude(LAW, registry_required, codes, PROVIDER)
    assert {"exemption.mode", "registry.scope_unit", "scope.abroad"} <= {r.name for r in found.readings}
    assert not conclude(LAW, on_negative_list, codes, PROVIDER).entries


def test_the_day_decides_which_list_is_asked() -> None:
    sheet = {**PROVIDER, "field": "employment", "significant_impact": True, "decides_without_human": True}
    later = judge(Product("Trial 试例", sheet), date(2027, 1, 1))
    assert [e.key for e in later.conclusion(on_negative_list).listing] == ["automated_hiring"]


def test_a_day_before_the_first_list_says_that_there_is_none() -> None:
    judged = judge(Product("Trial 试例", PROVIDER), date(2010, 6, 1))
    assert any("no Negative List is in force on that day" in line for line in judged.track.why.lines("en"))
    assert any("该日无有效的负面清单" in line for line in judged.track.why.lines("zh"))
    assert all(c.lines(lang) for c in judged.conclusions for lang in LANGS)
