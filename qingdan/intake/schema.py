"""JSON Schemas of the files people write, derived from the law's own questions.

The schemas ship with the package (``schemas/``); a test keeps them equal to what is derived
here, so an editor that knows them can complete and check every question. ``python -m
qingdan.intake.schema`` writes them.
"""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

from qingdan.law.grammar.conditions import Choice, Fact, Number
from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.rules import Factor, Measure, Penalty
from qingdan.law.pack import Pack, model_law

Schema = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_DAY: Schema = {"type": "string", "format": "date"}
_TIME = "^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})$"
_MOMENT: Schema = {"anyOf": [_DAY, {"type": "string", "pattern": _TIME}]}
# Editors that read YAML 1.2 see these unquoted words as text; Qingdan reads them as answers.
_YES_OR_NO: Schema = {"enum": [True, False, None, "yes", "no", "unknown", "是", "否", "未知"]}
_GROUPED = "^[0-9][0-9_]*$"
_MONEY = "^[0-9][0-9,_ ]*([.][0-9]{1,2})? ?(yuan|CNY|元)$"
_BOTH: Schema = {
    "type": "object",
    "additionalProperties": False,
    "required": ["en", "zh"],
    "properties": {"en": {"type": "string", "minLength": 1}, "zh": {"type": "string", "minLength": 1}},
}


def answer_schema(fact: Fact) -> Schema:
    """Return the schema of one fact's answer; null stands for "not known"."""
    said = {"description": f"{fact.asks.zh}\n{fact.asks.en}\n[{fact.cite.of('en')}]"}
    if isinstance(fact, Choice):
        return {**said, "enum": [*fact.options, None]}
    if isinstance(fact, Number):
        whole: Schema = {"type": ["integer", "null"], "minimum": fact.low, "maximum": fact.high}
        written = {"type": "string", "pattern": _MONEY if fact.money else _GROUPED}
        return {**said, "anyOf": [whole, written]}
    return {**said, **_YES_OR_NO}


def answers_schema(facts: tuple[Fact, ...]) -> Schema:
    """Return the schema of an answer sheet."""
    return _fields({f.key: answer_schema(f) for f in facts})


def readings_schema(readings: tuple[Reading, ...]) -> Schema:
    """Return the schema of a choice of readings."""

    def one(reading: Reading) -> Schema:
        said = {"description": f"{reading.asks.zh}\n{reading.asks.en}"}
        if reading.options is not None:
            return {**said, "enum": list(reading.options)}
        return {**said, "type": ["integer", "null"], "minimum": reading.low, "maximum": reading.high}

    return _fields({r.name: one(r) for r in readings})


def case_schema(pack: Pack) -> Schema:
    """Return the JSON Schema of a product file."""
    answers = {"$ref": "#/$defs/answers"}
    change = _fields({"on": _DAY, "answers": answers, "note": {"type": "string"}}, "on", "answers")
    properties = {
        "product": {"type": "string", "minLength": 1},
        "description": {"type": "string"},
        "answers": answers,
        "changes": {"type": "array", "items": change},
        "events": {"type": "array", "items": _event_schema(pack.events)},
        "readings": readings_schema(pack.readings),
        "expect": {"type": "array", "items": {"type": "object"}},
    }
    defs = {"answers": answers_schema(pack.facts)}
    return _whole("Qingdan product file / 清单产品文件", _fields(properties, "product"), defs)


def violation_schema(pack: Pack) -> Schema:
    """Return the JSON Schema of a violation file."""
    organisation = tuple(f for f in pack.facts if f.key == "organisation")
    answers, money = {"$ref": "#/$defs/answers"}, {"$ref": "#/$defs/money"}
    kinds = ("entity_world", "entity_prc", "group_world", "group_prc")
    turnover = {"type": "object", "patternProperties": {"^[0-9]{4}$": _fields(dict.fromkeys(kinds, money))}}
    name = {"type": "string", "minLength": 1}
    person = _fields({"name": name, "person_directly_responsible": _YES_OR_NO}, "name")
    properties = {
        "title": {"anyOf": [{"type": "string", "minLength": 1}, _BOTH]},
        "violation": answers,
        "circumstances": answers,
        "proceedings": answers,
        "turnover": {**turnover, "additionalProperties": False},
        "dates": _fields({e.key: {**_DAY, "description": f"{e.says.zh}\n{e.says.en}"} for e in pack.events}),
        "excluded_time": {"type": "array", "items": _fields({"since": _DAY, "until": _DAY}, "since")},
        "persons": {"type": "array", "items": person},
        "proposed": _proposal_schema(pack, money, name),
        "readings": readings_schema(pack.readings),
        "expected": {"type": "object"},
    }
    whole_or_written = {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": _MONEY}]}
    defs = {
        "answers": answers_schema((*organisation, *pack.violation_facts)),
        "money": {
            "description": "whole fen, or yuan with its unit / 以分为单位的整数，或者带单位的金额",
            **whole_or_written,
        },
    }
    return _whole("Qingdan violation file / 清单违法行为文件", _fields(properties), defs)


def _proposal_schema(pack: Pack, money: Schema, name: Schema) -> Schema:
    factors = {f.key: {"type": "string", "description": f"{f.asks.zh}\n{f.asks.en}"} for f in pack.of(Factor)}
    properties: Schema = {
        "rule": {"enum": [p.key for p in pack.of(Penalty)]},
        "fine": money,
        "persons": {"type": "array", "items": _fields({"name": name, "fine": money}, "name")},
        "measures": {"type": "array", "items": {"enum": [m.value for m in Measure]}},
        "confiscate": money,
        "scale": {"enum": ["fixed", "turnover"]},
        "counted_prior": {"type": "integer", "minimum": 0},
        "replaces_correction": _YES_OR_NO,
        "factors": _fields(factors),
    }
    return _fields(properties, "rule")


def edition_schema(pack: Pack) -> Schema:
    """Return the JSON Schema of a Negative List edition file."""
    key = {"type": "string", "pattern": "^[a-z][a-z0-9]*([_-][a-z0-9]+)*$", "maxLength": 60}
    condition = {"$ref": "#/$defs/condition"}
    several = {"type": "array", "items": condition, "minItems": 1}
    entry = {"key": key, "says": _BOTH, "criteria": condition, "reason": _BOTH}
    properties = {
        "key": key,
        "title": _BOTH,
        "published": _DAY,
        "effective": _DAY,
        "first": _YES_OR_NO,
        "illustrative": _YES_OR_NO,
        "notice": _BOTH,
        "entries": {"type": "array", "items": _fields(entry, *entry), "minItems": 1},
    }
    joined = [_fields({word: several}, word) for word in ("all", "any")]
    about = [_about(fact) for fact in pack.facts]
    defs = {"condition": {"anyOf": [*joined, _fields({"not": condition}, "not"), *about]}}
    required = [name for name in properties if name != "first"]
    return _whole("Negative List edition / 负面清单版本", _fields(properties, *required), defs)


def _about(fact: Fact) -> Schema:
    named = {"const": fact.key, "description": f"{fact.asks.zh}\n{fact.asks.en}"}
    if isinstance(fact, Choice):
        options = {"type": "array", "items": {"enum": list(fact.options)}, "minItems": 1}
        return _fields({"fact": named, "is": options}, "fact", "is")
    if isinstance(fact, Number):
        bound = {"type": "integer", "minimum": fact.low, "maximum": fact.high}
        return _fields({"fact": named, "at_least": bound}, "fact", "at_least")
    return _fields({"fact": named}, "fact")


def _event_schema(events: tuple[Event, ...]) -> Schema:
    known = [{"const": e.key, "description": f"{e.says.zh}\n{e.says.en}"} for e in events]
    return _fields({"event": {"oneOf": known}, "on": _MOMENT, "note": {"type": "string"}}, "event", "on")


def _fields(properties: Schema, *required: str) -> Schema:
    schema: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**schema, "required": list(required)} if required else schema


def _whole(title: str, schema: Schema, defs: Schema) -> Schema:
    return {"$schema": _DRAFT, "title": title, **schema, "$defs": defs}


SCHEMAS = {
    "case.schema.json": case_schema,
    "violation.schema.json": violation_schema,
    "edition.schema.json": edition_schema,
}


def written(schema: Schema) -> str:
    """Return a schema as it is stored in the package."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def shipped(name: str) -> str:
    """Return a schema file that ships with the package, such as ``case.schema.json``."""
    return (resources.files("qingdan.intake") / "schemas" / name).read_text(encoding="utf-8")


def write_all(folder: Path) -> None:
    """Write every schema into ``folder``."""
    folder.mkdir(exist_ok=True)
    for name, derive in SCHEMAS.items():
        (folder / name).write_text(written(derive(model_law())), encoding="utf-8")


if __name__ == "__main__":
    write_all(Path(__file__).parent / "schemas")
