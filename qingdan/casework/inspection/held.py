"""The upload while it is inspected: read once, in pieces, never past the limit, hashed on the way."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import IO, Protocol

from qingdan.casework.inspection.refusals import EMPTY, DocumentRefused, Why, too_large

_PIECE = 1 << 16
_IN_MEMORY = 1 << 21


class Readable(Protocol):
    """A binary file that can at least be read."""

    def read(self, size: int, /) -> bytes:
        """Return at most ``size`` bytes, and none at the end."""


@dataclass(frozen=True, slots=True)
class Held:
    """The content, its size in bytes and its SHA-256."""

    file: IO[bytes]
    size: int
    sha256: str

    def head(self, size: int = 4096) -> bytes:
        """Return the beginning."""
        self.file.seek(0)
        return self.file.read(size)

    def whole(self) -> bytes:
        """Return everything; the limit bounds it."""
        self.file.seek(0)
        return self.file.read()


def hold(content: bytes | Readable, limit: int) -> Held:
    """Take the content in; the caller closes ``file``.

    Raises:
        DocumentRefused: there is none, or more than ``limit`` bytes; no more than one byte past it is asked for.
    """
    source = BytesIO(content) if isinstance(content, bytes) else content
    file: IO[bytes] = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - the caller closes it
    try:
        return _copied(source, file, limit)
    except BaseException:
        file.close()
        raise


def _copied(source: Readable, file: IO[bytes], limit: int) -> Held:
    digest, size = hashlib.sha256(), 0
    while piece := source.read(min(_PIECE, limit + 1 - size)):
        size += len(piece)
        if size > limit:
            raise too_large(limit)
        digest.update(piece)
        file.write(piece)
    if not size:
        raise DocumentRefused(Why.EMPTY, EMPTY)
    return Held(file, size, digest.hexdigest())
