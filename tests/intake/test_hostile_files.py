"""Files as clumsy hands and other programs leave them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from qingdan import assess
from qingdan.intake.case import parse_case
from qingdan.intake.document import BadDocument
from qingdan.intake.violation import parse_violation
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.timeline import BadTimeline, Change, Happening, Product

MISTAKES = {
    "product: A\nevents: [{event: incident_detected, on: 9999-12-31T23:59-12:00}]\n": "choose a day within",
    "product: A\nevents: [{event: incident_detected, on: 0001-01-01T00:00+14:00}]\n": "choose a day within",
    "product: A\nevents: [{event: incident_detected, on: 2026-01-01T24:00+08:00}]\n": "hours run from 00 to 23",
    "product: A\nevents: [{event: service_started, on: ２０２６-０２-０１}]\n": "give the day or time",
    'product: A\nevents: [{event: service_started, on: "2026-01-01"}]\n': "without quotation marks",
    "product: A\ndescription: [a, b]\n": "put them in quotation marks",
    "product: A\nchanges: [{on: 2026-01-01, answers: {is_ai: yes}, note: {a: b}}]\n": "put them in quotation",
    "product: A\nchanges: [{on: 2026-01-01}]\n": "say which answers change",
    '{"product": "half \\ud800"}': "half a character",
    "product: A\nanswers:\n\tis_ai: yes\n": "a tab stands where spaces are wanted",
    "product: A\n---\nproduct: B\n": "a second document begins here",
    'product: "A\n': "close the quotation mark",
    "product: A\x00\n": "control character",
    f"product: A\nanswers: {{registered_users: {'9' * 6000}}}\n": "is too long",
}


@pytest.mark.parametrize("text", MISTAKES)
def test_each_mistake_is_told_in_both_languages_with_its_line(text: str) -> None:
    with pytest.raises(BadDocument, match=MISTAKES[text]) as refused:
        parse_case(text, "case.yaml")
    assert refused.value.line
    assert any("\u4e00" <= letter <= "\u9fff" for letter in refused.value.of("zh"))
    assert len(str(refused.value)) < 300


def test_json_as_programs_write_it_is_read() -> None:
    case = parse_case('{\n\t"product":\t"smile \\ud83d\\ude00",\n\t"answers": {"is_ai": true}\n}')
    assert case.product.name == "smile 😀"
    assert case.product.answers == {"is_ai": True}


def test_a_name_is_one_line() -> None:
    assert parse_case('product: "A\\nB"\n').product.name == "A B"


def test_unknown_may_be_written_in_capitals() -> None:
    answers = parse_case("product: A\nanswers: {is_ai: Unknown, field: NULL}\n").product.answers
    assert answers == {"is_ai": None, "field": None}


VIOLATIONS = {
    "dates: {case_opened: 9999-12-31}": "dates.case_opened",
    "excluded_time: [{since: 2026-02-01, until: 2026-01-01}]": "excluded_time[0].until",
    "turnover: {２０２５: {entity_world: 5}}": "turnover.２０２５",
    f"proposed: {{rule: general_ordinary, fine: 1{'0' * 32}}}": "proposed.fine",
    "persons: [{name: Lin Yu}, {name: Lin Yu}]": "persons[1].name",
}


@pytest.mark.parametrize("text", VIOLATIONS)
def test_absurd_proceedings_are_refused_at_the_field(text: str) -> None:
    with pytest.raises(BadDocument) as refused:
        parse_violation(text, "v.yaml")
    assert str(refused.value).startswith(f"v.yaml:1: {VIOLATIONS[text]}: ")
    assert "Lin Yu" not in str(refused.value)


NOON = datetime(2026, 1, 1, 12, tzinfo=timezone(timedelta(hours=8)))


@pytest.mark.parametrize(
    "product",
    [
        Product("A", changes=(Change(NOON, {"is_ai": True}),)),
        Product("A", changes=(Change("2026-01-01", {}),)),  # type: ignore[arg-type]
        Product("A", happenings=(Happening("service_started", None),)),  # type: ignore[arg-type]
        Product("A", {5: True}),  # type: ignore[dict-item]
    ],
)
def test_a_library_user_is_refused_too(product: Product) -> None:
    with pytest.raises(BadTimeline):
        assess(product, on="2026-06-01")


@pytest.mark.parametrize("on", [NOON, None, 5, "", b"2026-06-01"])
def test_the_day_of_judgement_is_a_day(on: object) -> None:
    with pytest.raises(Refusal, match="is no date"):
        assess({"product": "A"}, on=on)  # type: ignore[arg-type]
