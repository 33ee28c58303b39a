"""The register as open data: one row an entry, as it was last published, in CSV, JSON and Parquet, with a dictionary.

A file is made once for a state of the register and kept; while the register is large it is made at most once a day.
"""

from __future__ import annotations

import csv
import io
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import IO, Any, NamedTuple

from django.conf import settings
from django.db.models import Max

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.actions.writing import stamped
from qingdan.casework.models import RegisterVersion
from qingdan.casework.queries.register import current_versions
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.text import Text
from qingdan.law.numbers import Kind
from qingdan.procedures.grammar.effects import Status

LARGE = 20_000  # entries from which a file is made once a day only
_BATCH = 2000
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


class Column(NamedTuple):
    """One column: its name, type, meaning, an example, and its options where it has only some."""

    key: str
    type: str
    says: Text
    example: str
    options: dict[str, Text] | None = None
    required: bool = True


COLUMNS = (
    Column("number", "string", Text("the Qingdan number", "清单编号"), "L100000260000013"),
    Column(
        "kind",
        "string",
        Text("what the entry is", "登记类别"),
        "L",
        {k.value: k.says for k in Kind},
    ),
    Column("status", "string", Text("how it stands", "状态"), "active", {s.value: s.says for s in Status}),
    Column("status_since", "date", Text("since when it stands so", "状态起始日期"), "2026-04-01"),
    Column("holder", "string", Text("who holds it", "持有人"), "示例科技有限公司"),
    Column(
        "holder_en",
        "string",
        Text("the holder's name in English", "持有人英文名称"),
        "Example Ltd",
        required=False,
    ),
    Column(
        "uscc",
        "string",
        Text("unified social credit code", "统一社会信用代码"),
        "91440300MA00000016",
        required=False,
    ),
    Column("product", "string", Text("product or service", "产品、服务"), "示例问答服务", required=False),
    Column(
        "product_en", "string", Text("its name in English", "产品英文名称"), "Example answers", required=False
    ),
    Column("granted_on", "date", Text("entered on", "登记日期"), "2026-04-01"),
    Column("expires_on", "date", Text("valid until, if it ends", "有效期至"), "2029-04-01", required=False),
    Column("version", "integer", Text("how often it was published", "公布版本"), "1"),
    Column(
        "published_at",
        "datetime",
        Text("when this version was published", "本版公布时间"),
        "2026-04-01T10:00:00+08:00",
    ),
    Column(
        "shown",
        "json",
        Text("what else is public of it, by field of its procedure", "其他公开事项（按程序字段）"),
        '{"scope":"…"}',
    ),
)


def dictionary() -> dict[str, Any]:
    """Return the data dictionary as plain data."""
    return {
        "title": {"zh": "登记簿开放数据", "en": "Open data of the register"},
        "licence": "CC-BY-4.0",
        "formats": ["csv", "json", "parquet"],
        "columns": [
            {
                "key": c.key,
                "type": c.type,
                "says": c.says.as_data(),
                "example": c.example,
                "options": {k: t.as_data() for k, t in c.options.items()} if c.options else None,
                "required": c.required,
            }
            for c in COLUMNS
        ],
    }


def rows() -> Iterator[dict[str, Any]]:
    """Yield every entry as it was last published, in the order of its entry."""
    for version in current_versions().iterator(_BATCH):
        public = json.loads(version.public)
        yield {
            **{c.key: public.get(c.key) for c in COLUMNS if c.key in public},
            "version": version.version,
            "published_at": stamped(version.at),
            "shown": public.get("shown", {}),
        }


def harmless(value: object) -> str:
    """Return a cell that no spreadsheet takes for a formula (CWE-1236)."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _csv(out: IO[bytes]) -> None:
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow([c.key for c in COLUMNS])
    for row in rows():
        table.writerow([harmless(_flat(row.get(c.key))) for c in COLUMNS])
    text.detach()


def _flat(value: object) -> object:
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if isinstance(value, dict) else value


def _json(out: IO[bytes]) -> None:
    head = {"dictionary": "/api/open-data/dictionary", "licence": "CC-BY-4.0"}
    out.write(json.dumps(head, ensure_ascii=False)[:-1].encode() + b', "entries": [')
    for number, row in enumerate(rows()):
        line = {c.key: row.get(c.key) for c in COLUMNS}
        out.write((b",\n" if number else b"\n") + json.dumps(line, ensure_ascii=False).encode())
    out.write(b"\n]}\n")


def _parquet(out: IO[bytes]) -> None:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError:
        raise ActionRefused(
            "not_installed",
            Text("Parquet needs pyarrow here; ask for CSV or JSON", "此处未安装pyarrow，请改用CSV或者JSON"),
        ) from None
    kinds = {"date": pa.date32(), "integer": pa.int64()}
    schema = pa.schema([pa.field(c.key, kinds.get(c.type, pa.string())) for c in COLUMNS])
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for batch in _batches():
            table = {c.key: [_typed(c, row.get(c.key)) for row in batch] for c in COLUMNS}
            writer.write_table(pa.table(table, schema=schema))


def _batches() -> Iterator[tuple[dict[str, Any], ...]]:
    """Yield the rows in stretches."""
    left = rows()
    while batch := tuple(islice(left, _BATCH)):
        yield batch


def _typed(column: Column, value: Any) -> Any:  # noqa: ANN401 - a cell
    if column.type == "date":
        return datetime.fromisoformat(value).date() if value else None
    return _flat(value)


class Format(NamedTuple):
    """How the data are written."""

    media_type: str
    write: Callable[[IO[bytes]], None]


FORMATS = {
    "csv": Format("text/csv; charset=utf-8", _csv),
    "json": Format("application/json", _json),
    "parquet": Format("application/vnd.apache.parquet", _parquet),
}


class File(NamedTuple):
    """A file of the data: where it lies, and what names its content."""

    path: Path
    etag: str


def data_file(form: str, at: datetime) -> File:
    """Return the file of a format, made if it is not there yet."""
    folder = Path(settings.DATA) / "open-data"
    folder.mkdir(parents=True, exist_ok=True)
    last = RegisterVersion.objects.aggregate(last=Max("id"))["last"] or 0
    path = folder / f"register-{last}.{form}"
    if not path.exists():
        kept = _of_today(folder, form, at) if current_versions().count() > LARGE else None
        if kept is not None:
            return File(kept, f'"{kept.stem}-{form}"')
        _make(path, FORMATS[form].write)
        for old in folder.glob(f"register-*.{form}"):
            if old != path:
                old.unlink(missing_ok=True)
    return File(path, f'"{path.stem}-{form}"')


def _of_today(folder: Path, form: str, at: datetime) -> Path | None:
    today = at.astimezone(SHANGHAI).date()
    for path in folder.glob(f"register-*.{form}"):
        if datetime.fromtimestamp(path.stat().st_mtime, SHANGHAI).date() >= today:
            return path
    return None


def _make(path: Path, write: Callable[[IO[bytes]], None]) -> None:
    """Write a file whole, or not at all."""
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as out:
        try:
            write(out)
            out.flush()
            os.fsync(out.fileno())
            Path(out.name).replace(path)
        except BaseException:
            Path(out.name).unlink(missing_ok=True)
            raise
