"""Files that appear whole or not at all: written beside the target, flushed, then renamed."""

from __future__ import annotations

import csv
import errno
import io
import os
import re
import secrets
import stat
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Self

from qingdan.intake.obstacles import obstacle
from qingdan.law.grammar.text import Text
from qingdan.screening.faults import Fault, TableRefused

if TYPE_CHECKING:
    import polars as pl


_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS})


def _not_writable(path: Path, error: OSError) -> TableRefused:
    said = obstacle(error)
    return TableRefused(
        Text(f"{path}: nothing can be written there: {said.en}", f"{path}：无法写入：{said.zh}")
    )


class WholeFile:
    """A file under way. ``publish`` puts it in the target's place; leaving without that removes it.

    A symbolic link stays one: what it points at is replaced. A file that is replaced keeps who may read it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._target = Path(os.path.realpath(path))
        self._published = False
        if self._target.is_dir():
            raise TableRefused(Text(f"{path} is a folder; name a file", f"{path}是文件夹，请指定文件"))
        self._under_way = self._target.with_name(f".{self._target.name[:80]}.{secrets.token_hex(4)}.part")
        self.file: BinaryIO

    def __enter__(self) -> Self:
        try:
            self.file = self._opened()
        except BaseException:  # an interruption may come at any moment: no trace is left
            self._under_way.unlink(missing_ok=True)
            raise
        return self

    def _opened(self) -> BinaryIO:
        try:
            # the usual permissions of a new file, never an existing one
            handle = os.open(self._under_way, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
            if self._target.exists():
                os.fchmod(handle, stat.S_IMODE(self._target.stat().st_mode))
        except OSError as error:
            raise _not_writable(self.path, error) from error
        return os.fdopen(handle, "wb")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.file.close()
        except OSError as full:
            error = error or full
        finally:
            if not self._published:
                self._under_way.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.errno in _NO_ROOM:
            raise _not_writable(self._target.parent, error) from error

    def publish(self) -> None:
        """Put what was written in the target's place, in one step."""
        self.file.flush()
        os.fsync(self.file.fileno())
        self.file.close()
        self._under_way.replace(self._target)
        self._published = True
        folder = os.open(self._target.parent, os.O_RDONLY)
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
            try:
                self._writer.close()  # writes what a Parquet file needs at its end
            except OSError:
                if error is None:  # else the first mishap is the one to tell
                    raise

    def write(self, rows: pl.DataFrame) -> None:
        """Write one batch; the first one, even if empty, decides the columns."""
        if not self._parquet:
            if self._writer is None:
                _check_cells(rows, self._whole.path)
            rows.write_csv(self._whole.file, include_header=self._writer is None)
            self._writer = True
            return
        import pyarrow.parquet as pq

        arrow = rows.to_arrow()
        if self._writer is None:
            self._writer = pq.ParquetWriter(self._whole.file, arrow.schema, compression="zstd")
        self._writer.write_table(arrow.cast(self._writer.schema))


def _check_cells(rows: pl.DataFrame, path: Path) -> None:
    """Refuse a column passed through that no CSV cell can hold: lists, bytes and the like."""
    import polars as pl

    for column in rows.iter_columns():
        try:
            pl.DataFrame({column.name: pl.Series([None], dtype=column.dtype)}).write_csv()
        except pl.exceptions.PolarsError:
            raise TableRefused(
                Text(
                    f"{path}: the column {column.name} is {column.dtype}, which CSV cannot hold; "
                    "write a .parquet file, or leave the column out",
                    f"{path}：{column.name}列类型为{column.dtype}，CSV无法表示，请输出为 .parquet，或者去掉该列",
                )
            ) from None


_FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d.,_]*\Z)")


def _plain(cell: str) -> str:
    """Return ``cell`` so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


class FaultWriter:
    """Writes the rows set aside: line, column, value and reason in both languages."""

    HEADER = ("line", "column", "value", "reason_en", "reason_zh")

    def __init__(self, whole: WholeFile) -> None:
        self._file = whole.file
        self._write([self.HEADER])

    def write(self, faults: Iterable[Fault]) -> None:
        """Write one line per fault."""
        self._write((f.line, f.column, _plain(f.value), f.reason.en, f.reason.zh) for f in faults)

    def _write(self, rows: Iterable[Iterable[object]]) -> None:
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(rows)
        self._file.write(text.getvalue().encode(errors="backslashreplace"))


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
