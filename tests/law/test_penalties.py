from __future__ import annotations

import copy
import json
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from qingdan.law.clock import count
from qingdan.law.diagram import NO
from qingdan.law.facts.proceedings import relied_on
from qingdan.law.grammar.refusal import Refusal, UnknownFact, UnknownReading, WrongAnswer
from qingdan.law.grammar.rules import Bar, Measure, Penalty
from qingdan.law.grammar.text import Lang
from qingdan.law.grammar.units import Unit
from qingdan.law.pack import model_law
from qingdan.law.penalties import BadViolation, Bounds, bound, fen_of, read, redress, said, surcharge
from qingdan.law.penalties.code import penalty_code
from qingdan.law.penalties.timetable import over

HERE = Path(__file__).parent
EXAMPLES = sorted((HERE.parent.parent / "examples" / "violations").glob("*.yaml"))
SCENARIOS = yaml.safe_load((HERE / "scenarios" / "unlawful_sanctions.yaml").read_text("utf-8"))


@cache
def _raw(name: str) -> str:
    return next(p for p in EXAMPLES if p.stem == name).read_text("utf-8")


def _example(name: str, change: dict[str, Any] | None = None) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(_raw(name))
    for path, value in (change or {}).items():
        at, keys = data, path.split(".")
        for key in keys[:-1]:
            at = at.setdefault(key, {})
        at[keys[-1]] = value
    return data


def _bound(name: str, change: dict[str, Any] | None = None) -> Bounds:
    return bound(read(_example(name, change)))


def _unlawful(bounds: Bounds) -> list[str]:
    return [r.key for r in bounds.refused if r.unlawful]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_each_example_comes_out_as_it_says(path: Path) -> None:
    data = yaml.safe_load(path.read_text("utf-8"))
    expected, bounds = data["expected"], bound(read(data))
    assert [c.penalty.key for c in bounds.consequences if c.applies] == expected["applies"]
    first = bounds.consequences[0]
    for part in ("entity", "persons"):
        if part in expected:
            fine = getattr(first, part)
            assert [fine.low, fine.high] == expected[part]
            assert fine.settled
    if "obliged" in expected:
        assert [m.value for m in first.obliged] == expected["obliged"]
    assert bounds.lawful is expected["lawful"]
    assert sorted(r.key for r in bounds.refused) == sorted(expected["refused"])


@pytest.mark.parametrize("case", SCENARIOS, ids=lambda c: c["case"])
def test_what_is_unlawful_is_refused_with_its_article(case: dict[str, Any]) -> None:
    bounds = _bound(case["from"], case["change"])
    assert bounds.lawful is False
    found = {r.key: r for r in bounds.refused if r.unlawful}
    assert set(case["refused"]) <= set(found)
    assert found[case["refused"][0]].cite.of("en") == case["cite"]


@pytest.mark.parametrize("case", [c for c in SCENARIOS if c["change"]], ids=lambda c: c["case"])
def test_without_the_change_that_part_is_not_refused(case: dict[str, Any]) -> None:
    before = set(_unlawful(_bound(case["from"])))
    assert not before & set(case["refused"]) or case["from"] in ("registry_not_filed", "registry_by_deceit")


def test_every_bar_of_the_law_has_a_case_that_meets_it() -> None:
    tried = {key for case in SCENARIOS for key in case["refused"]}
    assert {b.key for b in model_law().of(Bar)} <= tried


def test_every_penalty_and_every_bar_can_be_reached() -> None:
    code = penalty_code()
    conditions = {r.key: r.when for r in model_law().of(Penalty)} | {
        r.key: r.when for r in model_law().of(Bar)
    }
    assert [key for key, when in conditions.items() if code.node(when) is NO] == []


def test_no_violation_falls_under_two_fining_rules() -> None:
    code = penalty_code()
    fining = [p for p in code.penalties.values() if p.entity]
    for i, one in enumerate(fining):
        for other in fining[i + 1 :]:
            assert code.node(one.when & other.when) is NO, (one.key, other.key)


def test_each_penalty_can_be_relied_on() -> None:
    assert set(relied_on.options) == {p.key for p in model_law().of(Penalty)}


def test_an_empty_sheet_creates_no_penalty() -> None:
    bounds = bound({})
    assert not any(c.applies for c in bounds.consequences)
    assert bounds.lawful is None
    assert all(c.missing for c in bounds.consequences)


@pytest.mark.parametrize("key", sorted(_example("refused_to_correct")["proceedings"]))
def test_an_unanswered_question_never_makes_a_sanction_lawful(key: str) -> None:
    bounds = _bound("refused_to_correct", {f"proceedings.{key}": None})
    assert bounds.lawful is not False
    full = _bound("refused_to_correct")
    assert full.lawful is True
    if bounds.lawful is None:
        assert key in {m for r in bounds.refused for m in r.missing}


def test_the_range_never_asks_for_a_fine_that_is_not_open() -> None:
    ordinary = _bound("refused_to_correct", {"violation.refused_to_correct": None}).consequences[0]
    assert ordinary.entity is not None
    assert ordinary.entity.open is None
    assert ordinary.entity.missing == ("refused_to_correct",)


def test_unknown_turnover_leaves_ten_million_safe_and_more_open() -> None:
    bounds = _bound("severe_large_turnover", {"turnover": None})
    fine = bounds.consequences[0].entity
    assert fine is not None
    assert (fine.high, fine.perhaps_to, fine.missing) == (1_000_000_000, None, ("turnover_entity_world",))
    assert bounds.lawful is None
    assert ("above_cap", False) in {(r.key, r.unlawful) for r in bounds.refused}


def test_the_year_before_the_act_is_taken_if_read_so() -> None:
    bounds = _bound(
        "severe_large_turnover",
        {"readings": {"fine.turnover_year": "before_act"}, "dates.violation_ended": "2025-12-30"},
    )
    fine = bounds.consequences[0].entity
    assert fine is not None
    assert fine.high == 284_000_000_000


@given(st.integers(min_value=0, max_value=10**20))
def test_four_percent_is_exact_at_any_size(turnover: int) -> None:
    base = {
        "violating_activity": "provision",
        "breach": "duty",
        "severe": True,
        "turnover_entity_world": turnover,
    }
    fine = bound(base).consequences[0].entity
    assert fine is not None
    assert fine.high == fine.perhaps_to == max(1_000_000_000, turnover * 4 // 100)


def test_other_readings_show_what_they_would_give() -> None:
    fine = _bound("severe_large_turnover").consequences[0].entity
    assert fine is not None
    assert {(r.name, to): fen for r, to, fen in fine.elsewise} == {
        ("fine.tier2.cap_rule", "lower"): 1_000_000_000,
        ("fine.turnover_base", "group"): 960_000_000_000,
        ("fine.turnover_area", "prc"): 248_000_000_000,
    }


def test_a_ground_to_mitigate_lifts_the_floor() -> None:
    bounds = _bound("registry_by_deceit", {"circumstances.confessed": True})
    assert "below_floor" not in _unlawful(bounds)
    assert bounds.consequences[0].entity is not None
    assert bounds.consequences[0].entity.low == 0


def test_an_unknown_ground_to_mitigate_does_not() -> None:
    change = {"circumstances.confessed": None}
    assert "below_floor" in _unlawful(_bound("registry_by_deceit", change))


def test_the_sandbox_never_waives_article_14_unless_read_so() -> None:
    change = {"circumstances.sandbox_relief": True, "violation.breach": "prohibited_content"}
    assert _bound("refused_to_correct", change).lawful is True
    as_stated = {**change, "readings": {"sandbox.waiver": "as_stated"}}
    assert _unlawful(_bound("refused_to_correct", as_stated)) == ["relieved_by_sandbox"]


def test_substituting_correction_is_open_only_if_read_so() -> None:
    change = {
        "violation.refused_to_correct": False,
        "proposed.replaces_correction": True,
        "readings": {"fine.substitute": "may_replace"},
    }
    assert _bound("refused_to_correct", change).lawful is True


def test_operations_must_be_stopped_if_read_so() -> None:
    every = {"readings": {"measures.tier1": "all"}}
    assert _unlawful(_bound("refused_to_correct", every)) == ["measure_left_out"]
    stopping = {
        **every,
        "proposed.measures": ["warning", "suspend_operations"],
        "proceedings.hearing": "waived",
    }
    assert _bound("refused_to_correct", stopping).lawful is True


def test_soft_measures_count_if_read_so() -> None:
    change = {"proposed.counted_prior": 1, "readings": {"history.counts_soft": "yes"}}
    assert _bound("refused_to_correct", change).lawful is True


def test_the_day_after_the_hearing_period_is_early_enough() -> None:
    assert _bound("refused_to_correct", {"dates.penalty_decided": "2026-03-17"}).lawful is True


def test_the_window_opens_after_the_hearing_period_and_closes_on_the_ninetieth_day() -> None:
    bounds = _bound("refused_to_correct", {"dates.penalty_decided": "2026-04-20"})
    assert bounds.lawful is True
    assert bounds.window == (date(2026, 3, 17), date(2026, 4, 20))


def test_excluded_time_counts_only_if_read_so() -> None:
    change = {
        "dates.penalty_decided": "2026-04-27",
        "excluded_time": [{"since": "2026-02-02", "until": "2026-02-12"}],
    }
    assert _unlawful(_bound("refused_to_correct", change)) == ["too_late"]
    assert _bound(
        "refused_to_correct", {**change, "readings": {"penalty.excluded_time": "hearing_and_tests"}}
    ).lawful


def test_nothing_is_confiscated_where_nothing_was_gained() -> None:
    gained, nothing = (
        _bound("refused_to_correct", {"violation.unlawful_gains": gains, "proposed": None})
        for gains in ("300,000 yuan", 0)
    )
    assert any(Measure.CONFISCATION in (*c.obliged, *c.available) for c in gained.consequences)
    assert not any(Measure.CONFISCATION in (*c.obliged, *c.available) for c in nothing.consequences)


def test_while_a_holiday_notice_could_turn_it_nobody_is_too_late() -> None:
    end = count(date(2028, 9, 25), 5, Unit.WORKING_DAY)
    assert end.earliest is not None
    assert end.latest is not None
    assert end.earliest < end.latest
    days = (end.earliest, end.earliest + timedelta(1), end.latest, end.latest + timedelta(1))
    assert [over(end, day) for day in days] == [False, None, None, True]


def test_a_hearing_offered_too_late_is_seen_at_once() -> None:
    change = {"dates.hearing_offered": "2026-04-16", "dates.penalty_decided": "2026-04-20"}
    bounds = _bound("refused_to_correct", change)
    assert bounds.impossible
    assert _unlawful(bounds) == ["hearing_period_runs"]


def test_five_years_apply_where_health_was_harmed() -> None:
    change = {"dates.violation_ended": "2022-01-12", "circumstances.harms_life_health_or_finance": True}
    assert _bound("refused_to_correct", change).lawful is True


def test_an_open_time_bar_is_asked_for_and_not_assumed() -> None:
    change = {"dates.violation_ended": "2022-01-12", "circumstances.harms_life_health_or_finance": None}
    bounds = _bound("refused_to_correct", change)
    assert bounds.lawful is None
    assert {m for r in bounds.refused for m in r.missing} == {"discovered_in_time"}


def test_a_provisional_calendar_never_settles_a_date() -> None:
    dates = {"case_opened": date(2030, 9, 28), "hearing_offered": date(2030, 9, 28)}
    bounds = bound({}, dates={**dates, "penalty_decided": date(2030, 10, 9)})
    assert any(d.deadline.provisional for d in bounds.timetable)
    running = next(c for c in bounds.checks if c.rule.key == "hearing_period_runs")
    assert running.value is None


def test_what_is_proposed_does_not_change_what_is_open() -> None:
    with_proposal = _bound("registry_not_filed")
    without = _bound("registry_not_filed", {"proposed": None})
    assert with_proposal.consequences == without.consequences


@pytest.mark.parametrize(
    ("paid", "redress_days", "expected"),
    [
        (date(2026, 5, 10), [], 0),
        (date(2026, 5, 11), [], 300),
        (date(2026, 5, 20), [], 3_000),
        (date(2026, 5, 20), [(date(2026, 5, 12), date(2026, 5, 15))], 1_800),
        (date(2027, 5, 20), [], 10_000),
    ],
)
def test_the_surcharge_is_three_percent_a_day_up_to_the_fine(
    paid: date, redress_days: list[tuple[date, date]], expected: int
) -> None:
    assert surcharge(10_000, date(2026, 5, 10), paid, redress_days) == expected


def test_a_security_review_decision_has_no_redress() -> None:
    final = redress({"act_complained_of": "security_review_decision"}, {"act_known": date(2026, 3, 2)})
    assert (final.final, final.reconsideration, final.direct_suit, final.due) == (True, False, False, ())
    assert "Art. 52(2)" in final.explain("en")


def test_an_ordinary_act_opens_both_ways() -> None:
    ways = redress({"act_complained_of": "other", "told_of_remedies": True}, {"act_known": date(2026, 3, 2)})
    due = {d.term.key: d.deadline.due for d in ways.due}
    assert due == {"reconsideration_application": date(2026, 5, 6), "direct_suit": date(2026, 9, 2)}


def test_remedies_not_told_leave_a_year() -> None:
    ways = redress({"act_complained_of": "other", "told_of_remedies": False}, {"act_known": date(2025, 3, 3)})
    assert {d.term.key: d.deadline.due for d in ways.due}["reconsideration_year"] == date(2026, 3, 3)


def test_on_the_spot_penalties_go_to_reconsideration_first() -> None:
    ways = redress({"act_complained_of": "penalty_on_the_spot"}, {"act_known": date(2026, 3, 2)})
    assert (ways.reconsideration, ways.direct_suit) == (True, False)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_results_are_json_and_words_in_both_languages(path: Path, lang: Lang) -> None:
    bounds = bound(read(yaml.safe_load(path.read_text("utf-8"))))
    assert json.loads(json.dumps(bounds.as_data()))["lawful"] is bounds.lawful
    text = bounds.explain(lang)
    assert "[" in text
    assert "{" not in text


@pytest.mark.parametrize(
    ("change", "refusal", "names"),
    [
        ({"violation.sever": True}, UnknownFact, "sever"),
        ({"violation.severe": "yes"}, WrongAnswer, "severe"),
        ({"violation.breach": "bad"}, WrongAnswer, "breach"),
        ({"violation.unlawful_gains": "many"}, WrongAnswer, "violation.unlawful_gains"),
        ({"violation.unlawful_gains": -1}, WrongAnswer, "violation.unlawful_gains"),
        ({"proposed.fine": 1.5}, WrongAnswer, "proposed.fine"),
        ({"proposed.rule": "fine_them"}, BadViolation, "proposed.rule"),
        ({"proposed.rule": None}, BadViolation, "proposed.rule"),
        ({"proposed.measures": ["flogging"]}, BadViolation, "proposed.measures"),
        ({"proposed.measures": [["warning"]]}, BadViolation, "proposed.measures"),
        ({"proposed.measures": "warning"}, BadViolation, "proposed.measures"),
        ({"proposed.factors": {"luck": "x"}}, BadViolation, "proposed.factors"),
        ({"proposed.colour": 1}, BadViolation, "proposed"),
        ({"proposed.scale": "both"}, BadViolation, "proposed.scale"),
        ({"proposed.counted_prior": -1}, BadViolation, "proposed.counted_prior"),
        ({"dates.case_opend": "2026-01-01"}, BadViolation, "dates.case_opend"),
        ({"dates.case_opened": "2026-02-30"}, BadViolation, "dates.case_opened"),
        ({"dates.case_opened": "2026-03-30"}, BadViolation, "dates"),
        ({"turnover": {"last year": {}}}, BadViolation, "turnover"),
        ({"turnover": {2025: {"moon": 1}}}, BadViolation, "turnover.2025"),
        ({"persons": [{"name": ""}]}, BadViolation, "persons[0].name"),
        ({"persons": {"name": "x"}}, BadViolation, "persons"),
        ({"circumstances.severe": True}, BadViolation, "circumstances.severe"),
        ({"proceedings.decided_in_time": False}, BadViolation, "decided_in_time"),
        ({"readings": {"fine.cap": "lower"}}, UnknownReading, "fine.cap"),
        ({"readings": {"fine.tier2.cap_rule": "lowest"}}, UnknownReading, "fine.tier2.cap_rule"),
        ({"colour": "red"}, BadViolation, "violation file"),
    ],
)
def test_bad_files_are_refused_by_field_in_both_languages(
    change: dict[str, Any], refusal: type[Refusal], names: str
) -> None:
    with pytest.raises(refusal) as caught:
        _bound("refused_to_correct", change)
    assert names in caught.value.of("en")
    assert names in caught.value.of("zh")


@pytest.mark.parametrize("raw", [None, [], "x", 3])
def test_a_file_that_is_no_mapping_is_refused_or_empty(raw: object) -> None:
    if raw is None:
        assert read(raw).answers == {}
    else:
        with pytest.raises(BadViolation):
            read(raw)


def test_reading_a_file_leaves_it_as_it_was() -> None:
    data = _example("severe_large_turnover")
    before = copy.deepcopy(data)
    bound(read(data)).as_data()
    assert data == before


@pytest.mark.parametrize(
    ("given_sum", "fen"),
    [(12, 12), ("1,000,000 yuan", 100_000_000), ("80元", 8_000), ("0.5 CNY", 50), ("12 345.67元", 1_234_567)],
)
def test_money_is_read_to_the_fen(given_sum: object, fen: int) -> None:
    assert fen_of(given_sum, "x") == fen


@pytest.mark.parametrize(
    "given_sum", ["12", "1.234 yuan", "-5 yuan", "1,00 yuan", True, 1.0, None, "9" * 40 + "元"]
)
def test_money_that_could_be_misread_is_refused(given_sum: object) -> None:
    with pytest.raises(WrongAnswer):
        fen_of(given_sum, "fine")


def test_money_is_said_to_the_fen() -> None:
    assert said(123_456_789).en == "CNY 1,234,567.89"
    assert said(100).zh == "1元"
