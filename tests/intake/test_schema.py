"""The JSON Schemas that ship: equal to what the law derives, true of every example, strict."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from qingdan.intake.document import parse_document, read_document
from qingdan.intake.schema import SCHEMAS, shipped, written
from qingdan.law.judge import sample_editions
from qingdan.law.negative_list.data import edition_as_data
from qingdan.law.negative_list.edition import ListEdition
from qingdan.law.pack import model_law

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads(shipped(f"{name}.schema.json"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def as_json(data: Any) -> Any:  # noqa: ANN401 - plain data of any shape
    """Return what was read from YAML as JSON has it: dates as text."""
    if isinstance(data, dict):
        return {k: as_json(v) for k, v in data.items()}
    if isinstance(data, list):
        return [as_json(v) for v in data]
    return data.isoformat() if isinstance(data, (date, datetime)) else data


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_shipped_schema_is_what_the_law_derives(name: str) -> None:
    assert shipped(name) == written(SCHEMAS[name](model_law())), "run: python -m qingdan.intake.schema"


@pytest.mark.parametrize("path", sorted((EXAMPLES / "products").glob("*.yaml")), ids=lambda p: p.stem)
def test_every_product_example_is_valid(path: Path) -> None:
    validator("case").validate(as_json(read_document(path).data))


@pytest.mark.parametrize("path", sorted((EXAMPLES / "violations").glob("*.yaml")), ids=lambda p: p.stem)
def test_every_violation_example_is_valid(path: Path) -> None:
    validator("violation").validate(as_json(read_document(path).data))


@pytest.mark.parametrize("edition", sample_editions(), ids=lambda e: e.key)
def test_every_sample_edition_is_valid(edition: ListEdition) -> None:
    validator("edition").validate(edition_as_data(edition))


class _Yaml12(yaml.BaseLoader):
    """Reads like an editor that keeps to YAML 1.2: yes and no are words."""


def test_an_editor_that_reads_yes_as_a_word_accepts_it_too() -> None:
    validator("case").validate(yaml.load("product: A\nanswers: {is_ai: yes, develops: 否}", Loader=_Yaml12))  # noqa: S506


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("case", "answers: {is_ai: yes}"),
        ("case", "product: A\nanswers: {is_ia: yes}"),
        ("case", "product: A\nanswers: {is_ai: 7}"),
        ("case", "product: A\nanswers: {field: shop}"),
        ("case", "product: A\nanswers: {registered_users: -1}"),
        ("case", "product: A\nevents: [{event: party, on: 2026-01-01}]"),
        ("case", "product: A\nevents: [{event: service_started, on: soon}]"),
        ("case", "product: A\nreadings: {license.decision.unit: lunar}"),
        ("case", "product: A\nextra: 1"),
        ("violation", "violation: {breech: duty}"),
        ("violation", "proposed: {fine: 10}"),
        ("violation", "proposed: {rule: general_ordinary, measures: [scolding]}"),
        ("violation", "violation: {unlawful_gains: lots}"),
        ("violation", "dates: {party: 2026-01-01}"),
        ("edition", "key: a"),
    ],
)
def test_what_would_be_refused_is_invalid(kind: str, text: str) -> None:
    assert not validator(kind).is_valid(as_json(parse_document(text).data))


def test_every_question_is_described_in_both_languages() -> None:
    answers = json.loads(shipped("case.schema.json"))["$defs"]["answers"]["properties"]
    for fact in model_law().facts:
        assert fact.asks.zh in answers[fact.key]["description"]
        assert fact.asks.en in answers[fact.key]["description"]
