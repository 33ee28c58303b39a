"""Ids that occur twice, found in little memory.

While rows stream by, eight bytes of every id (its hash) go to a scratch file. At the end the
hashes are compared, a slice at a time. Nearly always there is nothing more to do; otherwise the
table is read once more and only rows whose hash occurred twice are compared by their true id.
"""

from __future__ import annotations

import tempfile
from types import TracebackType
from typing import TYPE_CHECKING, Self

from qingdan.law.grammar.text import Text
from qingdan.screening.faults import SHOWN, Fault, TableRefused, same_id
from qingdan.screening.source import LINE

if TYPE_CHECKING:
    import polars as pl

ID_COLUMNS = ("product_id", "id", "product", "编号", "产品编号")
_READ = 1 << 18
_SLICE = 1 << 18


def id_text(column: pl.Series) -> pl.Series:
    """Return ids as text. Raises TableRefused for a column that cannot be one."""
    import polars as pl

    try:
        return column.cast(pl.String)
    except pl.exceptions.PolarsError:
        raise TableRefused(
            Text(
                f"column {column.name} is {column.dtype}; an id must be text or a whole number",
                f"{column.name}列类型为{column.dtype}，产品编号应为文本或者整数",
            )
        ) from None


class Duplicates:
    """Watches the column ``name`` for values that occur again. Empty ids are never the same."""

    def __init__(self, name: str | None) -> None:
        self.name = name
        self._hashes = tempfile.TemporaryFile()  # noqa: SIM115 - closed in __exit__
        self._count = 0
        self._suspects: pl.Series | None = None
        self._first: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._hashes.close()

    def pass_on(self, rows: pl.DataFrame) -> tuple[pl.DataFrame, list[Fault]]:
        """Return the rows whose id is new. In a first reading all are, and are remembered."""
        if self.name is None:
            return rows, []
        if self._suspects is None:
            self._remember(rows[self.name])
            return rows, []
        return self._without_repeats(rows, self.name)

    def _ids(self, column: pl.Series) -> pl.Series:
        return id_text(column).str.strip_chars().replace("", None)

    def _remember(self, column: pl.Series) -> None:
        hashes = self._ids(column).drop_nulls().hash().rechunk()
        if len(hashes):
            self._hashes.write(hashes.to_arrow().buffers()[1])
            self._count += len(hashes)

    def must_read_again(self) -> bool:
        """Tell, at the end of the first reading, whether some id may have occurred twice."""
        import polars as pl

        if self._count < 2 or self._suspects is not None:  # noqa: PLR2004 - one id has no double
            return False
        slices = 1 + self._count // _SLICE
        found = []
        for number in range(slices):
            part = self._slice(number, slices)
            found.append(part.filter(part.is_duplicated()).unique())
        self._suspects = pl.concat(found)
        return len(self._suspects) > 0

    def _slice(self, number: int, slices: int) -> pl.Series:
        import polars as pl
        import pyarrow as pa

        parts: list[pl.Series] = []
        self._hashes.seek(0)
        while block := self._hashes.read(8 * _READ):
            array = pa.Array.from_buffers(pa.uint64(), len(block) // 8, [None, pa.py_buffer(block)])
            hashes = pl.Series("hash", array)
            parts.append(hashes.filter(hashes % slices == number) if slices > 1 else hashes)
        return pl.concat(parts)

    def _without_repeats(self, rows: pl.DataFrame, name: str) -> tuple[pl.DataFrame, list[Fault]]:
        import polars as pl

        ids = self._ids(rows[name])
        suspect = (
            (ids.hash().is_in(self._suspects.implode()) & ids.is_not_null())
            if self._suspects is not None
            else None
        )
        if suspect is None or not suspect.any():
            return rows, []
        faults: list[Fault] = []
        repeated: list[int] = []
        for line, value in zip(rows[LINE].filter(suspect), ids.filter(suspect), strict=True):
            first = self._first.setdefault(value, line)
            if first != line:
                faults.append(Fault(line, name, value[:SHOWN], same_id(first)))
                repeated.append(line)
        return rows.filter(~pl.col(LINE).is_in(repeated)), faults
