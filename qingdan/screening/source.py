"""Tables of products, CSV or Parquet, read in batches of rows that remember their line."""

from __future__ import annotations

import csv
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qingdan.law.grammar.text import Text
from qingdan.screening.faults import Fault, TableRefused
from qingdan.screening.records import LONGEST_LINE, Records, batches

if TYPE_CHECKING:
    import polars as pl

LINE = "__line__"
_UTF8_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Batch:
    """Some rows as they were found, with their line in column ``LINE``; faults of rows left out.

    ``done`` is the number of rows read so far, ``total`` how many there are or are thought to be.
    """

    rows: pl.DataFrame
    faults: list[Fault]
    done: int
    total: int | None


class Source(ABC):
    """A table that can be read any number of times."""

    def __init__(self, path: Path, columns: tuple[str, ...]) -> None:
        self.path = path
        self.columns = columns
        empty = [str(i) for i, name in enumerate(columns, 1) if not name.strip()]
        twice = sorted({name for name in columns if columns.count(name) > 1})
        if empty:
            raise TableRefused(Text(f"{path}: column {empty[0]} has no name", f"{path}：第{empty[0]}列没有列名"))
        if twice or LINE in columns:
            name = twice[0] if twice else LINE
            raise TableRefused(
                Text(f"{path}: two columns are called {name}; rename one", f"{path}：列名{name}重复，请改名")
            )

    @abstractmethod
    def batches(self, rows: int) -> Iterator[Batch]:
        """Yield the rows in batches; at least one, even of a table without rows."""


class CsvSource(Source):
    """A CSV file: UTF-8, comma, one header line, double quotes. Cells stay text."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            _skip_mark(file.read(3), file)
            try:
                _, header, faults = Records(file, line=1).batch(1)
            except csv.Error:  # pragma: no cover - Records turns these into faults
                header, faults = [], []
        if faults:
            raise TableRefused(
                Text(f"{path}, line 1: {faults[0].reason.en}", f"{path}第1行：{faults[0].reason.zh}")
            )
        if not header or not header[0]:
            raise TableRefused(Text(f"{path}: the file has no header line", f"{path}：文件没有表头"))
        super().__init__(path, tuple(name.strip() for name in header[0]))

    def batches(self, rows: int) -> Iterator[Batch]:
        """Yield the rows as text; the total is an estimate from how much of the file was read."""
        size = max(1, self.path.stat().st_size)
        with self.path.open("rb") as file:
            _skip_mark(file.read(3), file)
            header = Records(file, line=1)
            header.batch(1)
            line, done = header.next_line, 0
            while True:
                offset = header.offset if not done and line == header.next_line else file.tell()
                block = plain_block(file, self.columns)
                if block is not None:
                    for part in block.iter_slices(rows):
                        done += part.height
                        numbered = part.with_row_index(LINE, offset=line).with_columns(pl_int(LINE))
                        line += part.height
                        yield Batch(numbered, [], done, max(done, round(done * size / file.tell())))
                    continue
                file.seek(offset)
    def _frame(self, starts: list[int], found: list[list[str]]) -> pl.DataFrame:
        import polars as pl

        by_column = zip(*found, strict=True) if found else ((),) * len(self.columns)
        text = {
            name: pl.Series(cells, dtype=pl.String) for name, cells in zip(self.columns, by_column, strict=True)
        }
        return pl.DataFrame({LINE: pl.Series(starts, dtype=pl.Int64), **text})


class ParquetSource(Source):
    """A Parquet file. Cells keep their type; the line is the number of the row, from 1."""

    def __init__(self, path: Path) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        try:
            with pq.ParquetFile(path) as file:
                self._rows = file.metadata.num_rows
                names = tuple(file.schema_arrow.names)
        except (pa.ArrowException, OSError) as error:
            raise TableRefused(
                Text(f"{path}: this is no readable Parquet file ({error})", f"{path}：不是可读取的 Parquet 文件")
            ) from error
        super().__init__(path, names)

    def batches(self, rows: int) -> Iterator[Batch]:
        """Yield the rows as they are stored."""
        import polars as pl
        import pyarrow.parquet as pq

        done = 0
        with pq.ParquetFile(self.path, buffer_size=LONGEST_LINE, pre_buffer=False) as file:
            for arrow in file.iter_batches(batch_size=rows):
                frame = pl.DataFrame(arrow).with_row_index(LINE, offset=done + 1)
                done += frame.height
                yield Batch(frame.with_columns(pl.col(LINE).cast(pl.Int64)), [], done, self._rows)
            if not done:
                frame = pl.DataFrame(file.schema_arrow.empty_table())
                yield Batch(frame.with_columns(pl.lit(0, dtype=pl.Int64).alias(LINE)), [], 0, 0)


def open_source(path: Path) -> Source:
    """Return the table at ``path``, told apart by what it holds; refuses what is no table."""
    try:
        with path.open("rb") as file:
            opening = file.read(4096)
    except FileNotFoundError:
        raise TableRefused(Text(f"{path}: there is no such file", f"{path}：文件不存在")) from None
    except IsADirectoryError:
        raise TableRefused(Text(f"{path} is a folder; name a file", f"{path}是文件夹，请指定文件")) from None
    except PermissionError:
        raise TableRefused(Text(f"{path}: no permission to read it", f"{path}：无权读取")) from None
    except OSError as error:
        raise TableRefused(Text(f"{path}: it cannot be read ({error})", f"{path}：无法读取")) from error
    if not opening.removeprefix(_UTF8_MARK).strip():
        raise TableRefused(Text(f"{path}: the file is empty", f"{path}：文件为空"))
    if opening.startswith(b"PAR1") or path.suffix.lower() == ".parquet":
        return ParquetSource(path)
    if opening.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise TableRefused(
            Text(f"{path} looks like a spreadsheet or archive; export it as CSV (UTF-8)",
                 f"{path}疑似电子表格或者压缩文件，请导出为 CSV（UTF-8）")
        )  # fmt: skip
    if b"\0" in opening or opening.startswith((b"\xff\xfe", b"\xfe\xff", b"\x1f\x8b")):
        raise TableRefused(
            Text(f"{path} is neither UTF-8 text nor Parquet; save it as CSV (UTF-8)",
                 f"{path}既非 UTF-8 文本也非 Parquet，请另存为 CSV（UTF-8）")
        )  # fmt: skip
    return CsvSource(path)


def _skip_mark(opening: bytes, file: object) -> None:
    """Stand behind the byte order mark that some programs write first, or at the very start."""
    if opening != _UTF8_MARK:
        file.seek(0)  # type: ignore[attr-defined]
