"""A judgement: a pure function of product, day, law, list, readings and calendar, that says what it stands on."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qingdan.law.grammar.refusal import UnknownReading
from qingdan.law.in_force import _in_force
from qingdan.law.judge import judge, rejudge
from qingdan.law.judge.obligations import Standing
from qingdan.law.judge.record import judgement
from qingdan.law.model_law.tracks import Track
from qingdan.law.negative_list.sample import SAMPLE_2026, SAMPLE_2027
from qingdan.law.timeline import BadTimeline, Happening, Product
from tests.law.judge.products import LAW, days, full_sheets, kept_keys, products

DAY = date(2026, 3, 2)
PROVIDER: dict[str, Any] = {
    "is_ai": True,
    "activity_in_china": True,
    "offers_to_others": True,
    "for_business": True,
    "free_of_charge": False,
    "field": "commerce",
    "trained_on_large_data": False,
    "sways_public_opinion": True,
    "exempted_by_rule": False,
}


def product(**answers: bool | str | int) -> Product:
    return Product("Trial 试例", {**PROVIDER, **answers})


@settings(max_examples=60)
@given(full_sheets, kept_keys)
def test_an_answer_more_never_changes_what_was_settled(sheet: dict[str, Any], known: set[str]) -> None:
    fewer = LAW.rules.judge({k: v for k, v in sheet.items() if k in known})
    more = LAW.rules.judge(sheet)
    assert {k: more[k] for k, v in fewer.items() if v is not None} == {
        k: v for k, v in fewer.items() if v is not None
    }


@settings(max_examples=15)
@given(products(), days)
def test_the_same_question_has_the_same_answer(drawn: Product, on: date) -> None:
    first = json.dumps(judgement(judge(drawn, on)))
    assert json.dumps(judgement(judge(drawn, on))) == first


def test_a_judgement_made_again_from_nothing_is_the_same() -> None:
    first = judgement(judge(product(), DAY))
    _in_force.cache_clear()
    assert judgement(judge(product(), DAY)) == first


@settings(max_examples=25)
@given(products(), days, st.randoms(use_true_random=False))
def test_the_order_in_which_changes_and_events_are_written_does_not_matter(
    drawn: Product, on: date, random: Random
) -> None:
    changes, happenings = list(drawn.changes), list(drawn.happenings)
    random.shuffle(changes)
    random.shuffle(happenings)
    shuffled = replace(drawn, changes=tuple(changes), happenings=tuple(happenings))
    assert judgement(judge(shuffled, on)) == judgement(judge(drawn, on))


@settings(max_examples=25)
@given(products(), days)
def test_every_product_is_on_one_track_or_open_between_several(drawn: Product, on: date) -> None:
    track = judge(drawn, on).track
    assert (track.track is None) == (len(track.candidates) > 1)
    assert track.meanwhile in track.candidates


@settings(max_examples=25)
@given(products(), days)
def test_the_history_ends_with_the_track_of_the_day(drawn: Product, on: date) -> None:
    judged = judge(drawn, on)
    assert judged.history[-1][1] is judged.track.track
    assert [d for d, _ in judged.history] == sorted({d for d, _ in judged.history})
    assert all(a is not b for (_, a), (_, b) in zip(judged.history, judged.history[1:], strict=False))


def test_every_track_is_held_open_until_something_is_known() -> None:
    judged = judge(Product("Nothing 空白"), DAY)
    assert judged.track.candidates == tuple(Track)
    assert judged.track.meanwhile is Track.LICENCE
    assert not [o for o in judged.obligations if o.standing is Standing.OVERDUE]


def test_the_edition_in_force_on_the_day_is_used_and_named() -> None:
    hiring = product(
        field="employment", significant_impact=True, decides_without_human=True, sways_public_opinion=True
    )
    before, after = judge(hiring, date(2026, 12, 31)), judge(hiring, date(2027, 1, 1))
    assert [(j.law.edition, j.track.track) for j in (before, after)] == [
        (SAMPLE_2026, Track.REGISTRY),
        (SAMPLE_2027, Track.LICENCE),
    ]
    assert judgement(after)["basis"]["negative_list"] == "sample-2027"


def test_without_a_list_in_force_nothing_is_listed_and_it_says_so() -> None:
    judged = judge(product(), DAY, editions=[])
    assert judged.track.track is Track.REGISTRY
    assert any("no Negative List is in force" in r.en for r in judged.remarks)


def test_an_illustrative_list_is_called_one() -> None:
    assert any("sample-2026" in r.en and "illustrative" in r.en for r in judge(product(), DAY).remarks)


def test_the_open_day_of_effect_is_said_until_it_is_decided() -> None:
    (said,) = [r for r in judge(product(), DAY).remarks if "law.effective_date" in r.en]
    assert "as if it were in force" in said.en
    later = judge(product(), DAY, readings={"law.effective_date": 20270101})
    assert any("takes effect on 2027-01-01" in r.en for r in later.remarks)
    since = judge(product(), DAY, readings={"law.effective_date": 20260302})
    assert not any("law.effective_date" in r.en for r in since.remarks)


def test_provisional_dates_and_unverified_figures_are_said_of_the_judgement_as_a_whole() -> None:
    started = replace(product(), happenings=(Happening("service_started", date(2026, 12, 28)),))
    assert any("not announced" in r.en for r in judge(started, date(2026, 12, 29)).remarks)
    closed = replace(
        product(incident_severity="larger", operator_kind="other"),
        happenings=(Happening("incident_closed", date(2026, 3, 6)),),
    )
    assert any("not verified" in r.en for r in judge(closed, date(2026, 3, 9)).remarks)
    assert not any("not verified" in r.en for r in judge(product(), DAY).remarks)


def test_questions_that_only_an_incident_raises_are_not_asked_before_there_is_one() -> None:
    asked = {q.fact.key for q in judge(product(), DAY).open_questions}
    assert not asked & {"incident_severity", "harm_prevented", "operator_kind"}


def test_questions_about_violations_are_not_asked_of_a_product() -> None:
    about = {f.key for f in LAW.pack.violation_facts}
    assert not {q.fact.key for q in judge(Product("Nothing 空白"), DAY).open_questions} & about


def test_one_reading_can_be_taken_otherwise() -> None:
    judged = judge(product(sways_public_opinion=False), DAY)
    mode = LAW.pack.reading_named["exemption.mode"]
    assert rejudge(judged, mode, "approved").law.taken(mode) == "approved"
    with pytest.raises(UnknownReading):
        judge(product(), DAY, readings={"exemption.mode": "by-oath"})


def test_a_product_that_cannot_be_is_refused() -> None:
    with pytest.raises(BadTimeline):
        judge(Product("Bad 错例", {"is_ai": "perhaps"}), DAY)
