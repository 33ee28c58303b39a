"""Product files: every field checked, every refusal with file, line and field."""

from __future__ import annotations

from datetime import date

import pytest

from qingdan.intake.case import parse_case
from qingdan.intake.document import BadDocument
from qingdan.law.timeline import Change

GOOD = """\
product: Xiaoda
description: Answers questions.
answers: {is_ai: yes, registered_users: 260_000, field: media, open_source: unknown}
changes:
  - {on: 2026-05-01, answers: {sways_public_opinion: yes}, note: opened to comments}
events:
  - {event: service_started, on: 2026-02-10, note: release}
readings: {license.decision.unit: working}
"""


def test_a_product_file_becomes_a_product() -> None:
    case = parse_case(GOOD)
    assert case.product.name == "Xiaoda"
    assert case.product.answers == {
        "is_ai": True,
        "registered_users": 260_000,
        "field": "media",
        "open_source": None,
    }
    assert case.product.changes == (Change(date(2026, 5, 1), {"sways_public_opinion": True}),)
    assert case.product.first("service_started") == date(2026, 2, 10)
    assert case.readings == {"license.decision.unit": "working"}


def test_answers_in_chinese_words_mean_the_same() -> None:
    assert parse_case("product: A\nanswers: {is_ai: 是, develops: 否, uses: 未知}").product.answers == {
        "is_ai": True,
        "develops": False,
        "uses": None,
    }


@pytest.mark.parametrize(
    ("text", "line", "field", "reason"),
    [
        ("- a", 1, (), "list of named fields"),
        ("answers: {}", 1, ("product",), "give the product's name"),
        ("product: [a]", 1, ("product",), "give the product's name"),
        ("product: A\nanwsers: {}", 2, ("anwsers",), "did you mean answers"),
        ("product: A\nzzz: {}", 2, ("zzz",), "known: product"),
        ("product: A\nanswers: [is_ai]", 2, ("answers",), "list of named values"),
        ("product: A\nanswers:\n  is_ia: yes", 3, ("answers", "is_ia"), "did you mean is_ai"),
        ("product: A\nanswers:\n  qqqq: yes", 3, ("answers", "qqqq"), "qingdan facts"),
        ("product: A\nanswers:\n  is_ai: 1", 3, ("answers", "is_ai"), "yes or no"),
        ("product: A\nanswers:\n  is_ai: 'yes'", 3, ("answers", "is_ai"), "yes or no"),
        ("product: A\nanswers:\n  field: shop", 3, ("answers", "field"), "medicine"),
        ("product: A\nanswers:\n  registered_users: -1", 3, ("answers", "registered_users"), "whole number"),
        ("product: A\nanswers:\n  registered_users: yes", 3, ("answers", "registered_users"), "whole number"),
        ("product: A\nchanges: {}", 2, ("changes",), "must be a list"),
        ("product: A\nchanges:\n  - {answers: {}}", 3, ("changes", 0, "on"), "give the day"),
        (
            "product: A\nchanges:\n  - {on: 2026-05-01, answer: {}}",
            3,
            ("changes", 0, "answer"),
            "did you mean answers",
        ),
        ("product: A\nchanges:\n  - {on: 1800-01-01, answers: {}}", 3, ("changes", 0, "on"), "lies outside"),
        ("product: A\nevents:\n  - {on: 2026-05-01}", 3, ("events", 0, "event"), "name the event"),
        ("product: A\nevents:\n  - {event: service_started}", 3, ("events", 0, "on"), "give the day or time"),
        (
            "product: A\nevents:\n  - {event: party, on: 2026-05-01}",
            3,
            ("events", 0, "event"),
            "no event of this law",
        ),
        (
            "product: A\nevents:\n  - {event: incident_detected, on: 2026-05-01}",
            3,
            ("events", 0, "on"),
            "give the time",
        ),
        (
            "product: A\nevents:\n  - {event: incident_detected, on: 2026-05-01T10:00}",
            3,
            ("events", 0, "on"),
            "needs its zone",
        ),
        (
            "product: A\nevents:\n  - {event: service_started, on: 2026-05-01}\n  - {event: service_started, on: 2026-06-01}",
            3,
            ("events", 0, "event"),
            "only once",
        ),
        ("product: A\nreadings:\n  a.b: c", 3, ("readings", "a.b"), "not a reading"),
        (
            "product: A\nreadings:\n  license.term_months: 9999999",
            3,
            ("readings", "license.term_months"),
            "choose",
        ),
    ],
)
def test_each_mistake_is_named_where_it_stands(
    text: str, line: int, field: tuple[str | int, ...], reason: str
) -> None:
    with pytest.raises(BadDocument, match=reason) as refused:
        parse_case(text, "case.yaml")
    assert (refused.value.line, refused.value.field) == (line, field)
    assert refused.value.of("zh") != refused.value.of("en")


def test_two_changes_on_one_day_are_refused() -> None:
    text = "product: A\nchanges:\n  - {on: 2026-05-01, answers: {}}\n  - {on: 2026-05-01, answers: {}}\n"
    with pytest.raises(BadDocument, match="put them into one") as refused:
        parse_case(text)
    assert refused.value.line == 4
