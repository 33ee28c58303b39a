"""Files that appear whole or not at all: written beside the target, flushed, then renamed."""

from __future__ import annotations

import csv
import io
import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Self

from qingdan.law.grammar.text import Text
from qingdan.screening.faults import Fault, TableRefused

if TYPE_CHECKING:
    import polars as pl


class WholeFile:
    """A file under way. ``publish`` puts it in the target's place; leaving without that removes it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._under_way = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
        self._published = False
        try:
            # the usual permissions of a new file, never an existing one
            handle = os.open(self._under_way, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        except OSError as error:
            raise TableRefused(
                Text(
                    f"{path}: nothing can be written there ({error.strerror}); choose another place",
                    f"{path}：无法写入，请另选位置",
                )
            ) from error
        self.file: BinaryIO = os.fdopen(handle, "wb")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.file.close()
        if not self._published:
            self._under_way.unlink(missing_ok=True)

    def publish(self) -> None:
        """Put what was written in the target's place, in one step."""
        self.file.flush()
        os.fsync(self.file.fileno())
        self.file.close()
        self._under_way.replace(self.path)
        self._published = True
        folder = os.open(self.path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


class TableWriter:
    """Writes batches of one table as CSV or Parquet, by the suffix of the target."""

    def __init__(self, whole: WholeFile) -> None:
        self._whole = whole
        self._parquet = whole.path.suffix.lower() == ".parquet"
        self._writer: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._parquet and self._writer is not None:
            self._writer.close()  # writes what a Parquet file needs at its end

    def write(self, rows: pl.DataFrame) -> None:
        """Write one batch; the first one, even if empty, decides the columns."""
        if not self._parquet:
            rows.write_csv(self._whole.file, include_header=self._writer is None)
            self._writer = True
            return
        import pyarrow.parquet as pq

        arrow = rows.to_arrow()
        if self._writer is None:
            self._writer = pq.ParquetWriter(self._whole.file, arrow.schema, compression="zstd")
        self._writer.write_table(arrow.cast(self._writer.schema))


class FaultWriter:
    """Writes the rows set aside: line, column, value and reason in both languages."""

    HEADER = ("line", "column", "value", "reason_en", "reason_zh")

    def __init__(self, whole: WholeFile) -> None:
        self._file = whole.file
        self._write([self.HEADER])

    def write(self, faults: Iterable[Fault]) -> None:
        """Write one line per fault."""
        self._write((f.line, f.column, f.value, f.reason.en, f.reason.zh) for f in faults)

    def _write(self, rows: Iterable[Iterable[object]]) -> None:
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(rows)
        self._file.write(text.getvalue().encode())


def check_target(out: Path, source: Path) -> Path:
    """Return where set-aside rows go, having refused a target that cannot be."""
    if out.suffix.lower() not in {".csv", ".parquet"}:
        raise TableRefused(
            Text(f"{out}: end the name with .csv or .parquet", f"{out}：文件名应以 .csv 或者 .parquet 结尾")
        )
    rejected = out.with_suffix(".rejected.csv")
    for target in (out, rejected):
        if target.is_dir():
            raise TableRefused(Text(f"{target} is a folder; name a file", f"{target}是文件夹，请指定文件"))
        if target.exists() and source.exists() and target.samefile(source):
            raise TableRefused(
                Text(
                    f"{target} is the table being read; choose another name",
                    f"{target}即输入文件，请另取文件名",
                )
            )
    if not out.parent.is_dir():
        raise TableRefused(Text(f"{out.parent}: there is no such folder", f"{out.parent}：文件夹不存在"))
    return rejected
