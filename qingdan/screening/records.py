"""CSV records with their line numbers: what cannot be read is a fault, the rest goes on.

Python's own reader decides what a record is (RFC 4180, strictly). When it stumbles, only the
line where the record began is set aside and reading resumes on the next one, so that a stray
quotation mark never swallows the rest of a file.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from typing import BinaryIO

from qingdan.law.grammar.text import Text
from qingdan.screening.faults import LINE_TOO_LONG, MISQUOTED, NOT_UTF8, OPEN_QUOTE, SHOWN, Fault, wrong_width

LONGEST_LINE = 1 << 20
MOST_LINES = 50


class _UnreadableLine(Exception):  # noqa: N818 - never leaves this module
    def __init__(self, reason: Text) -> None:
        self.reason = reason


class _Lines:
    """Physical lines for the CSV reader, numbered; those of the current record can be given back."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._again: deque[bytes] = deque()
        self.taken: list[bytes] = []
        self.number = 0
        self.read_bytes = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else self._fresh()
        if not line:
            raise StopIteration
        self.number += 1
        self.taken.append(line)
        if len(self.taken) > MOST_LINES:
            raise _UnreadableLine(OPEN_QUOTE)
        if len(line) > LONGEST_LINE:
            raise _UnreadableLine(LINE_TOO_LONG)
        try:
            return line.decode()
        except UnicodeDecodeError:
            raise _UnreadableLine(NOT_UTF8) from None

    def _fresh(self) -> bytes:
        line = self._file.readline(LONGEST_LINE + 1)
        self.read_bytes += len(line)
        if len(line) > LONGEST_LINE:  # the rest of an endless line is passed over, not kept
            while rest := self._file.readline(LONGEST_LINE):
                self.read_bytes += len(rest)
                if rest.endswith(b"\n"):
                    break
        return line

    def give_back(self) -> bytes:
        """Return the first line of the record; the others will be read again."""
        first, *others = self.taken
        self._again.extendleft(reversed(others))
        self.number -= len(others)
        self.taken.clear()
        return first


class Records:
    """The records of a CSV file from where ``file`` stands, with the line each begins on."""

    def __init__(self, file: BinaryIO, *, line: int, width: int | None = None) -> None:
        self._lines = _Lines(file)
        self._lines.number = line - 1
        self.width = width

    @property
    def read_bytes(self) -> int:
        """How much of the file has been read."""
        return self._lines.read_bytes

    def batch(self, rows: int) -> tuple[list[int], list[list[str]], list[Fault]]:
        """Read on until ``rows`` records or faults; all empty at the end of the file."""
        starts: list[int] = []
        records: list[list[str]] = []
        faults: list[Fault] = []
        while len(records) + len(faults) < rows:
            try:
                if not self._read(rows, starts, records, faults):
                    break
            except _UnreadableLine as unreadable:
                faults.append(self._fault(unreadable.reason))
            except csv.Error as error:
                faults.append(self._fault(MISQUOTED if "expected after" in str(error) else OPEN_QUOTE))
        return starts, records, faults

    def _read(self, rows: int, starts: list[int], records: list[list[str]], faults: list[Fault]) -> bool:
        lines, width = self._lines, self.width
        for record in csv.reader(lines, strict=True):
            start = lines.number - len(lines.taken) + 1
            if width is None or len(record) == width:
                starts.append(start)
                records.append(record)
            elif record:  # an empty line is no row
                shown = ",".join(record)[:SHOWN]
                faults.append(Fault(start, "", shown, wrong_width(width, len(record))))
            lines.taken.clear()
            if len(records) + len(faults) >= rows:
                return True
        return False

    def _fault(self, reason: Text) -> Fault:
        first = self._lines.give_back()
        shown = first[: SHOWN * 4].decode(errors="replace").rstrip("\r\n")[:SHOWN]
        return Fault(self._lines.number, "", shown, reason)


def batches(records: Records, rows: int) -> Iterator[tuple[list[int], list[list[str]], list[Fault]]]:
    """Yield batches of about ``rows`` rows until the file ends."""
    while True:
        batch = records.batch(rows)
        if not batch[1] and not batch[2]:
            return
        yield batch
