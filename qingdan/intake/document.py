"""Read a YAML (or JSON) document safely, remembering the line of every field.

Only plain data gets in: no tags, no anchors (so no alias bombs), no duplicate keys, bounded
size, depth and number of entries. Keys are taken as written; ``on`` and ``no`` stay words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeAlias

import yaml
from yaml.reader import ReaderError

from qingdan.intake.malformed import malformed
from qingdan.intake.obstacles import obstacle
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Cite, Lang, Text

FieldPath: TypeAlias = tuple[str | int, ...]

LARGEST = 2_000_000
DEEPEST = 20
MOST_ENTRIES = 50_000

_TRUE = frozenset({"true", "True", "TRUE", "yes", "Yes", "YES", "是"})
_FALSE = frozenset({"false", "False", "FALSE", "no", "No", "NO", "否"})
_UNKNOWN = frozenset({"", "null", "Null", "NULL", "~", "unknown", "Unknown", "UNKNOWN", "未知", "不清楚"})
_WHOLE = re.compile(r"[+-]?(0|[1-9][0-9_]*)\Z")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?\Z", re.ASCII)
_SHOWN = 60


class BadDocument(Refusal):
    """A file that cannot be used. Names the file and, where known, line and field."""

    def __init__(
        self,
        file: str,
        says: Text,
        *,
        line: int | None = None,
        field: FieldPath = (),
        cite: Cite | None = None,
    ) -> None:
        super().__init__(says, cite)
        self.file, self.line, self.field = file, line, field

    def of(self, lang: Lang) -> str:
        """Return ``file:line: field: what is wrong``."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        field = f"{field_name(self.field)}: " if self.field else ""
        return f"{place}: {field}{super().of(lang)}"

    def __str__(self) -> str:
        return self.of("en")


def field_name(field: FieldPath) -> str:
    """Return a field path as people write it: ``changes[0].on``."""
    name = ""
    for part in field:
        name += f"[{part}]" if isinstance(part, int) else f".{part}" if name else part
    return name


@dataclass(frozen=True)
class Document:
    """Plain data with the line (from one) of each field."""

    file: str
    data: Any
    lines: dict[FieldPath, int]

    def refuse(self, says: Text, *field: str | int, cite: Cite | None = None) -> BadDocument:
        """Return the refusal that points at ``field``, or at the nearest enclosing one that has a line."""
        known = field
        while known and known not in self.lines:
            known = known[:-1]
        if field:  # the field is named anyway: not twice
            name = field[-1]
            says = Text(
                says.en.removeprefix(f"{name}: "), says.zh.removeprefix(f"{name}：").removeprefix(f"{name}: ")
            )
        return BadDocument(self.file, says, line=self.lines.get(known), field=field, cite=cite)


def read_document(path: Path | str, *, largest: int = LARGEST) -> Document:
    """Read a document from a file. Raises BadDocument for anything that is not plain, modest data."""
    path = Path(path)
    name = str(path)
    try:
        if not path.is_file():
            raise BadDocument(name, _no_file(path))
        size = path.stat().st_size
        if size > largest:
            raise BadDocument(
                name,
                Text(
                    f"the file has {size:,} bytes; at most {largest:,} are read (for tables use `qingdan screen`)",
                    f"文件大小为{size:,}字节，上限为{largest:,}字节（批量数据请用 qingdan screen）",
                ),
            )
        raw = path.read_bytes()
    except OSError as failed:
        reason = obstacle(failed)
        raise BadDocument(name, Text(f"cannot be read: {reason.en}", f"无法读取：{reason.zh}")) from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as failed:
        line = raw[: failed.start].count(b"\n") + 1
        raise BadDocument(
            name, Text("is not UTF-8 text; save it as UTF-8", "不是UTF-8编码的文本，请另存为UTF-8"), line=line
        ) from None
    return parse_document(text, name)


def _no_file(path: Path) -> Text:
    if path.is_dir():
        return Text("this is a directory, not a file", "此为目录而非文件")
    if path.exists():
        return Text("this is no regular file; save what it holds as a file", "此非普通文件，请将内容存为文件")
    return Text("there is no such file", "文件不存在")


def parse_document(text: str, name: str = "<text>") -> Document:
    """Parse a document from text; ``name`` stands for the file in messages."""
    if text.lstrip().startswith(("{", "[")):
        text = text.replace("\t", " ")  # JSON may be indented by tabs, and means nothing by them
    try:
        _refuse_sharing(text, name)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except BadDocument:
        raise
    except yaml.MarkedYAMLError as failed:
        mark = failed.problem_mark
        raise BadDocument(
            name, malformed(failed.problem or ""), line=mark.line + 1 if mark else None
        ) from None
    except ReaderError as failed:
        line = text[: failed.position].count("\n") + 1
        raise BadDocument(name, malformed(failed.reason), line=line) from None
    except (yaml.YAMLError, RecursionError, ValueError) as failed:
        raise BadDocument(name, malformed(str(failed))) from None
    if node is None:
        raise BadDocument(name, Text("is empty", "文件为空"))
    builder = _Builder(name)
    data = builder.build(node, ())
    return Document(name, data, builder.lines)


def _refuse_sharing(text: str, name: str) -> None:
    """Refuse anchors, aliases and tags before anything is built, and bound the number of entries."""
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=yaml.SafeLoader)):
        line = event.start_mark.line + 1 if event.start_mark else None
        if count > MOST_ENTRIES:
            raise BadDocument(name, Text("has too many entries", "条目过多"), line=line)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise BadDocument(
                name,
                Text(
                    "anchors and aliases (& and *) are not accepted: write the value out",
                    "不接受锚点和别名（& 和 *），请直接写明",
                ),
                line=line,
            )
        tag = getattr(event, "tag", None)
        if tag is not None:
            raise BadDocument(
                name, Text(f"tags such as {tag} are not accepted", f"不接受标签{tag}"), line=line
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                raise BadDocument(name, Text("is nested too deeply", "嵌套过深"), line=line)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


class _Builder:
    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[FieldPath, int] = {}

    def build(self, node: yaml.Node, at: FieldPath) -> Any:  # noqa: ANN401 - plain data of any shape
        self.lines[at] = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, at)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(child, (*at, i)) for i, child in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)  # noqa: S101 - YAML knows no fourth kind of node
        try:
            return _whole_characters(node.value) if node.style else plain(node.value)
        except ValueError:
            raise BadDocument(self.name, _impossible(node.value), line=self.lines[at], field=at) from None

    def _mapping(self, node: yaml.MappingNode, at: FieldPath) -> dict[str, Any]:
        built: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                raise BadDocument(
                    self.name, Text("a field name must be a word", "字段名须为单词"), line=line, field=at
                )
            key = str(key_node.value)
            if key in built:
                raise BadDocument(self.name, Text("is given twice", "重复填写"), line=line, field=(*at, key))
            built[key] = self.build(value_node, (*at, key))
            self.lines[*at, key] = line  # where the name stands, not where a longer value begins
        return built


def _whole_characters(written: str) -> str:
    """Join the halves by which JSON may escape one character. Raises ValueError for half a character."""
    return written.encode("utf-16", "surrogatepass").decode("utf-16")


def _impossible(written: str) -> Text:
    """Say why an answer of known form cannot be."""
    shown = written if len(written) <= _SHOWN else f"{written[:_SHOWN]}…"
    if _WHOLE.match(written):
        return Text(f"the number {shown} is too long", f"数字{shown}过长")
    if _TIME.match(written):
        return Text(
            f"{shown} is no time of any day; hours run from 00 to 23",
            f"{shown}不是有效时刻，小时应为00至23",
        )
    if _DATE.match(written):
        return Text(f"{shown} is no day of any calendar", f"{shown}不是有效日期")
    return Text("holds half a character (a lone surrogate); write it out", "含有不完整的字符，请重新填写")


def plain(written: str) -> Any:  # noqa: ANN401 - bool, int, date, datetime, str or None
    """Return what an unquoted word means: yes/no, a whole number, a date, a time, nothing, or itself.

    Raises ValueError for a date or time that does not exist and a number too long to read.
    """
    readers: tuple[tuple[Callable[[str], Any], Callable[[str], Any]], ...] = (
        (_UNKNOWN.__contains__, lambda _: None),
        (_TRUE.__contains__, lambda _: True),
        (_FALSE.__contains__, lambda _: False),
        (_WHOLE.match, lambda w: int(w.replace("_", ""))),
        (_DATE.match, date.fromisoformat),
        (_TIME.match, lambda w: datetime.fromisoformat(w.replace(" ", "T"))),
    )
    for matches, read in readers:
        if matches(written):
            return read(written)
    return written
