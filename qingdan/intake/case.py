"""Product files: a product with its answers, changes and events, as people write them.

product: Xiaoda
answers: {is_ai: yes, activity_in_china: yes, to_the_public: yes}
changes:
  - {on: 2026-05-01, answers: {sways_public_opinion: yes}}
events:
  - {event: service_started, on: 2026-02-10}
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from qingdan.intake.document import BadDocument, Document, FieldPath, parse_document, read_document
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text
from qingdan.law.in_force import check_readings
from qingdan.law.pack import Pack, model_law
from qingdan.law.timeline import BadTimeline, Change, Happening, Product, check

FIELDS = ("product", "description", "answers", "changes", "events", "readings", "expect")


@dataclass(frozen=True)
class CaseFile:
    """A product file. ``expect`` holds the outcomes its author expects, for tests."""

    product: Product
    readings: dict[str, Any]
    expect: tuple[dict[str, Any], ...]
    document: Document


def read_case(path: Path | str, pack: Pack | None = None) -> CaseFile:
    """Read a product file. Raises BadDocument naming file, line and field."""
    return case_from(read_document(path), pack or model_law())


def parse_case(text: str, name: str = "<text>", pack: Pack | None = None) -> CaseFile:
    """Read a product file from text."""
    return case_from(parse_document(text, name), pack or model_law())


def case_from(document: Document, pack: Pack) -> CaseFile:
    """Turn a document into a product, checking every field."""
    data = document.data
    if not isinstance(data, dict):
        raise document.refuse(Text("a product file is a list of named fields", "产品文件应由具名字段组成"))
    known_fields(document, data, FIELDS, ())
    name = data.get("product")
    if not isinstance(name, str) or not name.strip():
        raise document.refuse(
            Text(
                "give the product's name, in quotation marks if it is a number",
                "请填写产品名称，纯数字的须加引号",
            ),
            "product",
        )
    product = Product(
        name=" ".join(name.split()),
        description=_words(document, data, ("description",)),
        answers=_mapping(document, data.get("answers"), ("answers",)),
        changes=tuple(_changes(document, data.get("changes"))),
        happenings=tuple(_happenings(document, data.get("events"))),
    )
    readings = _mapping(document, data.get("readings"), ("readings",))
    try:
        check(product, pack)
    except BadTimeline as refused:
        raise document.refuse(refused.says, *refused.where) from None
    for key, choice in readings.items():
        try:
            check_readings(pack, {key: choice})
        except Refusal as refused:
            raise document.refuse(refused.says, "readings", key) from None
    expect = tuple(
        _mapping(document, e, ("expect", i))
        for i, e in enumerate(_list(document, data.get("expect"), ("expect",)))
    )
    return CaseFile(product, readings, expect, document)


def known_fields(
    document: Document, data: dict[str, Any], known: tuple[str, ...], at: FieldPath, listed_by: str = ""
) -> None:
    """Refuse a field that is not ``known``, with the one that may have been meant."""
    from difflib import get_close_matches

    for key in data:
        if key in known:
            continue
        close = get_close_matches(str(key), known, n=1)
        hint = Text(f"known: {', '.join(known)}", f"可用字段：{'、'.join(known)}")
        if close:
            hint = Text(f"did you mean {close[0]}?", f"是否指{close[0]}？")
        elif listed_by:
            hint = Text(f"`{listed_by}` lists all", f"可用 {listed_by} 查看全部")
        raise document.refuse(Text(f"is no field here; {hint.en}", f"无此字段，{hint.zh}"), *at, str(key))


def _mapping(document: Document, value: Any, at: FieldPath) -> dict[str, Any]:  # noqa: ANN401
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise document.refuse(
            Text("must be a list of named values (name: value)", "应为“名称: 值”的形式"), *at
        )
    return value


def _words(document: Document, given: dict[str, Any], at: FieldPath) -> str:
    """Return the words of the field ``at`` ends in; nothing where it is not given."""
    value = given.get(str(at[-1]))
    if value is None:
        return ""
    if not isinstance(value, str):
        raise document.refuse(Text("must be words; put them in quotation marks", "应为文字，请加引号"), *at)
    return value


def _list(document: Document, value: Any, at: FieldPath) -> list[Any]:  # noqa: ANN401
    if value is None:
        return []
    if not isinstance(value, list):
        raise document.refuse(
            Text("must be a list (lines that start with -)", "应为列表（每项以 - 开头）"), *at
        )
    return value


def _changes(document: Document, value: Any) -> list[Change]:  # noqa: ANN401
    changes = []
    for i, entry in enumerate(_list(document, value, ("changes",))):
        at: FieldPath = ("changes", i)
        given = _mapping(document, entry, at)
        known_fields(document, given, ("on", "answers", "note"), at)
        on = given.get("on")
        if not isinstance(on, date) or isinstance(on, datetime):
            raise document.refuse(
                Text(
                    "give the day, such as 2026-05-01, without quotation marks",
                    "请填写日期，如2026-05-01，不加引号",
                ),
                *at,
                "on",
            )
        _words(document, given, (*at, "note"))
        if given.get("answers") is None:
            raise document.refuse(
                Text("say which answers change on this day", "请填写该日变更的答案"), *at, "answers"
            )
        changes.append(Change(on, _mapping(document, given.get("answers"), (*at, "answers"))))
    return changes


def _happenings(document: Document, value: Any) -> list[Happening]:  # noqa: ANN401
    happenings = []
    for i, entry in enumerate(_list(document, value, ("events",))):
        at: FieldPath = ("events", i)
        given = _mapping(document, entry, at)
        known_fields(document, given, ("event", "on", "note"), at)
        event, on = given.get("event"), given.get("on")
        if not isinstance(event, str):
            raise document.refuse(Text("name the event", "请填写事件名称"), *at, "event")
        if not isinstance(on, date):
            raise document.refuse(
                Text(
                    "give the day or time, such as 2026-05-01, without quotation marks",
                    "请填写日期或者时间，如2026-05-01，不加引号",
                ),
                *at,
                "on",
            )
        happenings.append(Happening(event, on, _words(document, given, (*at, "note"))))
    return happenings


__all__ = ["BadDocument", "CaseFile", "case_from", "parse_case", "read_case"]
