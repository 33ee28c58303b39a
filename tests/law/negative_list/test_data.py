"""Editions as plain data: there and back, and refusals that name the field."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest

from qingdan.law.grammar.conditions import taking
from qingdan.law.negative_list.data import condition_as_data, edition_as_data, edition_from_data
from qingdan.law.negative_list.edition import BadEdition, ListEdition
from qingdan.law.negative_list.sample import EDITIONS, SAMPLE_2026
from qingdan.law.pack import model_law
from qingdan.law.readings import scope

FACTS = model_law().facts


def sheet(criteria: object) -> dict[str, Any]:
    data = deepcopy(edition_as_data(SAMPLE_2026))
    data["entries"][0]["criteria"] = criteria
    return data


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda e: str(e.key))
def test_an_edition_survives_the_way_through_json(edition: ListEdition) -> None:
    data = edition_as_data(edition)
    assert edition_as_data(edition_from_data(json.loads(json.dumps(data)), FACTS)) == data


@pytest.mark.parametrize(
    "criteria",
    [
        {"fact": "controls_machinery"},
        {"fact": "field", "is": ["driving", "transport"]},
        {"fact": "driving_automation", "at_least": 4},
        {"not": {"any": [{"fact": "controls_machinery"}, {"all": [{"fact": "develops"}]}]}},
    ],
)
def test_every_form_of_criterion_is_kept_as_written(criteria: dict[str, Any]) -> None:
    kept = edition_from_data(sheet(criteria), FACTS).entries[0].criteria
    assert condition_as_data(kept) == criteria


@pytest.mark.parametrize(
    ("criteria", "where"),
    [
        ({"fact": "no_such_question"}, ("fact",)),
        ({"fact": "field"}, ()),
        ({"fact": "field", "is": ["moon"]}, ("is",)),
        ({"fact": "driving_automation", "at_least": 6}, ("at_least",)),
        ({"fact": "driving_automation", "at_least": True}, ("at_least",)),
        ({"fact": "controls_machinery", "at_least": 1}, ()),
        ({"all": []}, ("all",)),
        ({"all": [{"fact": "develops"}], "any": []}, ()),
        ({"any": [{"fact": "develops"}, "develops"]}, ("any", 1)),
        ({}, ()),
        ("controls_machinery", ()),
    ],
)
def test_a_wrong_criterion_is_refused_where_it_stands(criteria: object, where: tuple[str | int, ...]) -> None:
    with pytest.raises(BadEdition) as refused:
        edition_from_data(sheet(criteria), FACTS)
    assert refused.value.where == ("entries", 0, "criteria", *where)


def test_endless_nesting_is_refused_before_it_exhausts_the_machine() -> None:
    criteria: dict[str, Any] = {"fact": "develops"}
    for _ in range(500):
        criteria = {"not": criteria}
    with pytest.raises(BadEdition, match="levels deep"):
        edition_from_data(sheet(criteria), FACTS)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("published", "2026-13-01"),
        ("title", {"en": "only one language"}),
        ("illustrative", "yes"),
        ("entries", {}),
        ("comment", "unknown"),
    ],
)
def test_a_wrong_field_is_named(field: str, value: object) -> None:
    with pytest.raises(BadEdition, match=field):
        edition_from_data({**edition_as_data(SAMPLE_2026), field: value}, FACTS)


def test_a_reading_cannot_be_smuggled_into_a_list() -> None:
    with pytest.raises(BadEdition):
        condition_as_data(taking(scope.registry_scope_unit, "product"))
