"""CSV records with their line numbers: what cannot be read is a fault, the rest goes on.

Python's own reader decides what a record is (RFC 4180, strictly). When it stumbles, only the
line where the record began is set aside and reading resumes on the next one, so that a stray
quotation mark never swallows the rest of a file.
"""

from __future__ import annotations

import csv
from collections import deque
from typing import BinaryIO

from qingdan.law.grammar.text import Text
from qingdan.screening.faults import (
    LINE_TOO_LONG,
    MISQUOTED,
    NOT_UTF8,
    OPEN_QUOTE,
    SHOWN,
    STRAY_RETURN,
    Fault,
    wrong_width,
)

LONGEST_LINE = 1 << 20
MOST_LINES = 50


class _UnreadableLine(Exception):
    def __init__(self, reason: Text) -> None:
        self.reason = reason


class _Lines:
    """Physical lines for the CSV reader, numbered; those of the current record can be given back."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        # a line (cut short if endless) with its true length
        self._again: deque[tuple[bytes, int]] = deque()
        self.taken: list[tuple[bytes, int]] = []
        self.number = 0
        self.offset = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line, length = self._again.popleft() if self._again else self._fresh()
        if not line:
            raise StopIteration
        self.number += 1
        self.offset += length
        self.taken.append((line, length))
        if len(self.taken) > MOST_LINES:
            raise _UnreadableLine(OPEN_QUOTE)
        if len(line) > LONGEST_LINE:
            raise _UnreadableLine(LINE_TOO_LONG)
        try:
            return line.decode()
        except UnicodeDecodeError:
            raise _UnreadableLine(NOT_UTF8) from None

    def _fresh(self) -> tuple[bytes, int]:
        line = self._file.readline(LONGEST_LINE + 1)
        length = len(line)
        if length > LONGEST_LINE and not line.endswith(b"\n"):
            # the rest of an endless line is passed over, not kept
            while rest := self._file.readline(LONGEST_LINE):
                length += len(rest)
                if rest.endswith(b"\n"):
                    break
        return line, length

    def give_back(self) -> bytes:
        """Return the first line of the record; the others will be read again."""
        (first, _), *others = self.taken
        self._again.extendleft(reversed(others))
        self.number -= len(others)
        self.offset -= sum(length for _, length in others)
        self.taken.clear()
        return first


class Records:
    """The records of a CSV file from ``offset``, which is on ``line``, with the line each begins on."""

    def __init__(self, file: BinaryIO, *, offset: int, line: int, width: int | None = None) -> None:
        file.seek(offset)
        self._lines = _Lines(file)
        self._lines.offset = offset
        self._lines.number = line - 1
        self._width = width

    @property
    def offset(self) -> int:
        """Where in the file the next record begins."""
        return self._lines.offset

    @property
    def line(self) -> int:
        """The line on which the next record begins."""
        return self._lines.number + 1

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
                faults.append(self._fault(_reason(str(error))))
        return starts, records, faults

    def _read(self, rows: int, starts: list[int], records: list[list[str]], faults: list[Fault]) -> bool:
        lines, width = self._lines, self._width
        for record in csv.reader(lines, strict=True):
            start = lines.number - len(lines.taken) + 1
            if record and (width is None or len(record) == width):
                starts.append(start)
                records.append(record)
            elif record and width is not None:  # an empty line is no row
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


def _reason(said: str) -> Text:
    if "expected after" in said:
        return MISQUOTED
    return STRAY_RETURN if "new-line" in said else OPEN_QUOTE
