"""JSON Schemas of the files people write, derived from the law's own questions.

The schemas ship with the package (``schemas/``); a test keeps them equal to what is derived
here, so an editor that knows them can complete and check every question.
"""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from qingdan.law.grammar.conditions import Choice, Fact, Number
from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.readings import Reading
from qingdan.law.pack import Pack

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_DAY = {"type": "string", "format": "date"}
_MOMENT = {"anyOf": [_DAY, {"type": "string", "format": "date-time"}]}


def answer_schema(fact: Fact) -> dict[str, Any]:
    """Return the schema of one fact's answer; null stands for "not known"."""
    said = {"description": f"{fact.asks.zh}\n{fact.asks.en}\n[{fact.cite.of('en')}]"}
    if isinstance(fact, Choice):
        return {**said, "enum": [*fact.options, None]}
    if isinstance(fact, Number):
        return {**said, "type": ["integer", "null"], "minimum": fact.low, "maximum": fact.high}
    return {**said, "type": ["boolean", "null"]}


def answers_schema(facts: tuple[Fact, ...]) -> dict[str, Any]:
    """Return the schema of an answer sheet."""
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {f.key: answer_schema(f) for f in facts},
    }


def readings_schema(readings: tuple[Reading, ...]) -> dict[str, Any]:
    """Return the schema of a choice of readings."""

    def one(reading: Reading) -> dict[str, Any]:
        said = {"description": f"{reading.asks.zh}\n{reading.asks.en}"}
        if reading.options is not None:
            return {**said, "enum": list(reading.options)}
        return {**said, "type": ["integer", "null"], "minimum": reading.low, "maximum": reading.high}

    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {r.name: one(r) for r in readings},
    }


def _event_schema(events: tuple[Event, ...]) -> dict[str, Any]:
    known = [{"const": e.key, "description": f"{e.says.zh}\n{e.says.en}"} for e in events]
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["event", "on"],
        "properties": {"event": {"oneOf": known}, "on": _MOMENT, "note": {"type": "string"}},
    }


def case_schema(pack: Pack) -> dict[str, Any]:
    """Return the JSON Schema of a product file."""
    answers = {"$ref": "#/$defs/answers"}
    change = {
        "type": "object",
        "additionalProperties": False,
        "required": ["on", "answers"],
        "properties": {"on": _DAY, "answers": answers, "note": {"type": "string"}},
    }
    return {
        "$schema": _DRAFT,
        "title": "Qingdan product file / 清单产品文件",
        "type": "object",
        "additionalProperties": False,
        "required": ["product"],
        "properties": {
            "product": {"type": "string", "minLength": 1},
            "description": {"type": "string"},
            "answers": answers,
            "changes": {"type": "array", "items": change},
            "events": {"type": "array", "items": _event_schema(pack.events)},
            "readings": readings_schema(pack.readings),
            "expect": {"type": "array", "items": {"type": "object"}},
        },
        "$defs": {"answers": answers_schema(pack.facts)},
    }


def written(schema: dict[str, Any]) -> str:
    """Return a schema as it is stored in the package."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def shipped(name: str) -> str:
    """Return a schema file that ships with the package, such as ``case.schema.json``."""
    return (resources.files("qingdan.intake") / "schemas" / name).read_text(encoding="utf-8")
