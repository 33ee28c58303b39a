"""Tables of products, read in batches of rows that remember their line; Parquet here."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qingdan.law.grammar.text import Text
from qingdan.screening.faults import Fault, TableRefused

if TYPE_CHECKING:
    import polars as pl

LINE = "__line__"


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
                Text(
                    f"{path}: this is no readable Parquet file ({error})",
                    f"{path}：不是可读取的 Parquet 文件",
                )
            ) from error
        super().__init__(path, names)

    def batches(self, rows: int) -> Iterator[Batch]:
        """Yield the rows as they are stored."""
        import polars as pl
        import pyarrow.parquet as pq

        done = 0
        with pq.ParquetFile(self.path, buffer_size=1 << 20, pre_buffer=False) as file:
            for arrow in file.iter_batches(batch_size=rows):
                frame = pl.DataFrame(arrow).with_row_index(LINE, offset=done + 1)
                done += frame.height
                yield Batch(frame.with_columns(pl.col(LINE).cast(pl.Int64)), [], done, self._rows)
            if not done:
                frame = pl.DataFrame(file.schema_arrow.empty_table())
                yield Batch(frame.with_columns(pl.lit(0, dtype=pl.Int64).alias(LINE)), [], 0, 0)
