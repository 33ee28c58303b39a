"""Violation files: a violation with its circumstances, proceedings and, perhaps, a proposed sanction.

The fields are those of ``qingdan.law.penalties.file``; here every refusal gets its file, line and field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qingdan.intake.case import known_fields
from qingdan.intake.document import BadDocument, Document, FieldPath, parse_document, read_document
from qingdan.law.grammar.conditions import Number
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text
from qingdan.law.in_force import check_readings
from qingdan.law.pack import Pack, model_law
from qingdan.law.penalties.bounds import Bounds, bound
from qingdan.law.penalties.code import penalty_code
from qingdan.law.penalties.file import SECTIONS, Violation, read

FIELDS = (
    "title",
    *SECTIONS,
    "turnover",
    "dates",
    "excluded_time",
    "persons",
    "proposed",
    "readings",
    "expected",
)
_PLACE = re.compile(r"[A-Za-z_][\w.\[\]-]*")


@dataclass(frozen=True)
class ViolationFile:
    """A violation file. ``expected`` holds the bounds its author expects, for tests."""

    violation: Violation
    title: Text | None
    expected: Mapping[str, Any]
    document: Document

    def bounds(self, readings: Mapping[str, object] | None = None) -> Bounds:
        """Return what the law allows; ``readings`` win over those of the file. Raises BadDocument."""
        with located(self.document):
            return bound(self.violation, readings=readings)


def read_violation(path: Path | str) -> ViolationFile:
    """Read a violation file. Raises BadDocument naming file, line and field."""
    return violation_from(read_document(path), model_law())


def parse_violation(text: str, name: str = "<text>") -> ViolationFile:
    """Read a violation file from text."""
    return violation_from(parse_document(text, name), model_law())


def violation_from(document: Document, pack: Pack) -> ViolationFile:
    """Turn a document into a violation, checking every field."""
    data = document.data
    if not isinstance(data, dict):
        raise document.refuse(
            Text("a violation file is a list of named fields", "违法行为文件应由具名字段组成")
        )
    known_fields(document, data, FIELDS, ())
    _check_sections(document, pack)
    _check_readings(document, pack)
    with located(document):
        violation = read(data)
    return ViolationFile(violation, _title(document), data.get("expected") or {}, document)


def _title(document: Document) -> Text | None:
    title = document.data.get("title")
    if title is None:
        return None
    words = title if isinstance(title, dict) else {"en": title, "zh": title}
    if words.keys() != {"en", "zh"} or not all(isinstance(w, str) and w.strip() for w in words.values()):
        raise document.refuse(
            Text("give a title, or {en: …, zh: …}", "请填写标题，或者{en: …, zh: …}"), "title"
        )
    return Text(words["en"], words["zh"])


def _check_sections(document: Document, pack: Pack) -> None:
    resolver = penalty_code({}).resolver
    money = {f.key for f in pack.violation_facts if isinstance(f, Number) and f.money}
    for section in SECTIONS:
        answers = document.data.get(section)
        if answers is None:
            continue
        if not isinstance(answers, dict):
            raise document.refuse(
                Text("must be a list of named values (name: value)", "应为“名称: 值”的形式"), section
            )
        known_fields(document, answers, tuple(resolver.by_key), (section,), "qingdan facts --violations")
        for key, answer in answers.items():
            if answer is None or key in money:
                continue
            try:
                resolver.cells[resolver.by_key[key]].of(answer)
            except Refusal as refused:
                raise document.refuse(refused.says, section, key) from None


def _check_readings(document: Document, pack: Pack) -> None:
    readings = document.data.get("readings")
    if not isinstance(readings, dict):
        return
    for key, choice in readings.items():
        try:
            check_readings(pack, {key: choice})
        except Refusal as refused:
            raise document.refuse(refused.says, "readings", key) from None


@contextmanager
def located(document: Document) -> Iterator[None]:
    """Point every refusal inside at the field it names."""
    try:
        yield
    except BadDocument:
        raise
    except Refusal as refused:
        field, says = _field_named(refused.says, document)
        raise document.refuse(says, *field) from None


def _field_named(says: Text, document: Document) -> tuple[FieldPath, Text]:
    """Return the field a refusal begins with, and what it says of it."""
    place, colon, en = says.en.partition(": ")
    _, full_colon, zh = says.zh.partition("：")
    if not (colon and full_colon) or not _PLACE.fullmatch(place):
        return (), says
    path: FieldPath = tuple(int(p) if p.isdigit() and dotted != p else p for dotted, p in _steps(place))
    if path in document.lines or path[:1] in document.lines:
        return path, Text(en, zh)
    for section in SECTIONS:
        if (section, *path) in document.lines:
            return (section, *path), Text(en, zh)
    return (), says


def _steps(place: str) -> Iterator[tuple[str, str]]:
    """Yield the steps of ``a.b[0].c``; an index is marked by its brackets."""
    for step in re.findall(r"\[\d+\]|[^.\[\]]+", place):
        yield step, step.strip("[]")
