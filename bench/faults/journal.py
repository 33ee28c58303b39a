"""What a client knows: what it meant to do, and what was acknowledged to it, forced to the disk line by line."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any


class Journal:
    """A file of lines. A line that was cut off by a kill was never written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        if path.exists() and not path.read_bytes().endswith(b"\n"):
            whole = path.read_bytes().rpartition(b"\n")
            path.write_bytes(whole[0] + whole[1])
        self._file = path.open("a", encoding="utf-8")

    def note(self, **line: Any) -> None:  # noqa: ANN401 - plain values
        """Write a line; on return it is on the disk."""
        self._file.write(json.dumps(line, ensure_ascii=False) + "\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def lines(self) -> list[dict[str, Any]]:
        """Return what was written, oldest first."""
        return list(lines_of(self.path))


def lines_of(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the lines of a journal that are whole."""
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        if line.endswith("\n"):
            yield json.loads(line)
