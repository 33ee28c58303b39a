"""CSV tables: UTF-8, comma, one header line, double quotes. Cells stay text.

Stretches without any quotation mark, where a line is a record, are read by Arrow; wherever there
is a mark or something is wrong, ``records`` reads on, record by record. Both read the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from qingdan.law.grammar.text import Text
from qingdan.screening.faults import TableRefused
from qingdan.screening.records import Records
from qingdan.screening.source import LINE, Batch, Source

if TYPE_CHECKING:
    import polars as pl

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# how much is read at a time: first, and at most
_BLOCK = 1 << 20
_LARGEST_BLOCK = 1 << 25


class CsvSource(Source):
    """A CSV file. Empty lines are no rows; a row's line is the one it begins on."""

    def __init__(self, path: Path, *, block: int = _BLOCK) -> None:
        with path.open("rb") as file:
            start = len(BYTE_ORDER_MARK) if file.read(3) == BYTE_ORDER_MARK else 0
            records = Records(file, offset=start, line=1)
            _, header, faults = records.batch(1)
        if faults:
            raise TableRefused(
                Text(f"{path}, line 1: {faults[0].reason.en}", f"{path}第1行：{faults[0].reason.zh}")
            )
        if not header:
            raise TableRefused(Text(f"{path}: the file has no header line", f"{path}：文件没有表头"))
        super().__init__(path, tuple(name.strip() for name in header[0]))
        self._first_block = block
        self._first = (records.offset, records.line)

    def batches(self, rows: int) -> Iterator[Batch]:
        """Yield about ``rows`` rows of text at a time; the total is an estimate by bytes read."""
        size = self.path.stat().st_size
        offset, line = self._first
        done, block = 0, self._first_block
        with self.path.open("rb") as file:
            while offset < size:
                plain = self._plain(file, offset, block)
                if plain is None:
                    records = Records(file, offset=offset, line=line, width=len(self.columns))
                    starts, found, faults = records.batch(rows)
                    frame = self._frame(starts, found)
                    offset, line = records.offset, records.line
                else:
                    (frame, length), faults = plain, []
                    frame = frame.with_columns(_numbers(line, frame.height))
                    offset, line = offset + length, line + frame.height
                    block = min(_LARGEST_BLOCK, 1 + length * rows // frame.height)
                done += frame.height + len(faults)
                yield Batch(frame, faults, done, max(done, round(done * size / offset)))
        if not done:
            yield Batch(self._frame([], []), [], 0, 0)

    def _plain(self, file: BinaryIO, offset: int, size: int) -> tuple[pl.DataFrame, int] | None:
        """Return the next block of rows and its length in bytes, if its lines are plain records."""
        import polars as pl
        import pyarrow as pa
        from pyarrow import csv

        file.seek(offset)
        block = file.read(size)
        length = block.rfind(b"\n") + 1
        if not length or b'"' in block or block[0] in b"\r\n" or b"\n\n" in block or b"\n\r" in block:
            return None
        if block.count(b"\r") != block.count(b"\r\n"):
            return None
        try:
            table = csv.read_csv(
                pa.py_buffer(memoryview(block)[:length]),
                read_options=csv.ReadOptions(column_names=list(self.columns), block_size=length + 1),
                parse_options=csv.ParseOptions(quote_char=False, ignore_empty_lines=False),
                convert_options=csv.ConvertOptions(
                    column_types=dict.fromkeys(self.columns, pa.string()), strings_can_be_null=False
                ),
            )
        except pa.ArrowInvalid:
            return None
        return pl.DataFrame(table), length

    def _frame(self, starts: list[int], found: list[list[str]]) -> pl.DataFrame:
        import polars as pl

        by_column = zip(*found, strict=True) if found else ((),) * len(self.columns)
        text = {
            name: pl.Series(cells, dtype=pl.String)
            for name, cells in zip(self.columns, by_column, strict=True)
        }
        return pl.DataFrame({**text, LINE: pl.Series(starts, dtype=pl.Int64)})


def _numbers(first: int, count: int) -> pl.Series:
    import polars as pl

    return pl.int_range(first, first + count, dtype=pl.Int64, eager=True).alias(LINE)
