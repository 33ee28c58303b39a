"""Tables of products, read in batches of rows that remember their line; Parquet here."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qingdan.law.grammar.text import Text
from qingdan.screening.faults import Fault, TableRefused

if TYPE_CHECKING:
    import polars as pl
    import pyarrow as pa

LINE = "__line__"
_SAID = 200


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
            raise TableRefused(
                Text(f"{path}: column {empty[0]} has no name", f"{path}：第{empty[0]}列没有列名")
            )
        if twice or LINE in columns:
            name = twice[0] if twice else LINE
            raise TableRefused(
                Text(f"{path}: two columns are called {name}; rename one", f"{path}：列名{name}重复，请改名")
            )

    @abstractmethod
    def batches(self, rows: int) -> Iterator[Batch]:
        """Yield the rows in batches; at least one, even of a table without rows."""


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Refuse a Parquet file at the point where it proves damaged, which may be in its midst."""
    import polars as pl
    import pyarrow as pa

    try:
        yield
    except (pa.ArrowException, OSError, pl.exceptions.PolarsError, pl.exceptions.PanicException) as error:
        said = " ".join(str(error).split())[:_SAID]
        raise TableRefused(
            Text(
                f"{path}: this is no readable Parquet file ({said}); export it again",
                f"{path}：不是可读取的 Parquet 文件，请重新导出",
            )
        ) from error


def _check_width(path: Path, schema: pa.Schema) -> None:
    """Refuse the one type that Arrow writes and Polars cannot take in."""
    import pyarrow as pa

    wide = [field.name for field in schema if pa.types.is_decimal256(field.type)]
    if wide:
        raise TableRefused(
            Text(
                f"{path}: the numbers of column {wide[0]} have more than 38 digits; narrow it or leave it out",
                f"{path}：{wide[0]}列的数字超过38位，请缩减或者去掉该列",
            )
        )


class ParquetSource(Source):
    """A Parquet file. Cells keep their type; the line is the number of the row, from 1."""

    def __init__(self, path: Path) -> None:
        import pyarrow.parquet as pq

        with _readable(path), pq.ParquetFile(path) as file:
            self._rows = file.metadata.num_rows
            schema = file.schema_arrow
        super().__init__(path, tuple(schema.names))
        _check_width(path, schema)

    def batches(self, rows: int) -> Iterator[Batch]:
        """Yield the rows as they are stored."""
        import polars as pl
        import pyarrow.parquet as pq

        done = 0
        file = pq.ParquetFile(self.path, buffer_size=1 << 20, pre_buffer=False)
        with _readable(self.path), file:
            for arrow in file.iter_batches(batch_size=rows):
                frame = pl.DataFrame(arrow).with_row_index(LINE, offset=done + 1)
                done += frame.height
                yield Batch(frame.with_columns(pl.col(LINE).cast(pl.Int64)), [], done, self._rows)
            if not done:
                frame = pl.DataFrame(file.schema_arrow.empty_table())
                yield Batch(frame.with_columns(pl.lit(0, dtype=pl.Int64).alias(LINE)), [], 0, 0)
