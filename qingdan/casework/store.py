"""The store of documents: bytes under their SHA-256, each content once, durable on return.

A content is written whole under another name and then renamed, so that a name never stands for half a document. What
is read is hashed again: bytes that a restore lost or a disk altered are found out and not handed to anybody.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from hashlib import file_digest
from pathlib import Path
from typing import IO

from django.conf import settings


class Damaged(Exception):
    """The store does not hold these bytes, or holds others. ``args`` tell which key."""


def path_of(key: str) -> Path:
    """Return where the bytes of a key lie."""
    return Path(settings.MEDIA_ROOT) / key[:2] / key


def keep(stream: IO[bytes], key: str) -> None:
    """Keep the content of ``stream``, whose SHA-256 is ``key``; what is held already, and sound, is left as it is."""
    path = path_of(key)
    try:
        read(key).close()
    except Damaged:
        stream.seek(0)
        _write(stream, path)


def _write(stream: IO[bytes], path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as out:
        try:
            shutil.copyfileobj(stream, out)
            out.flush()
            os.fsync(out.fileno())
            Path(out.name).replace(path)
        except BaseException:
            Path(out.name).unlink(missing_ok=True)
            raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)  # the name too
    finally:
        os.close(folder)


def read(key: str) -> IO[bytes]:
    """Return the bytes of a key from their beginning; the caller closes them.

    Raises:
        Damaged: they are missing, or are not what the key says.
    """
    try:
        found = path_of(key).open("rb")
    except FileNotFoundError:
        raise Damaged(key) from None
    if file_digest(found, "sha256").hexdigest() != key:
        found.close()
        raise Damaged(key)
    found.seek(0)
    return found


def aside(key: str) -> Path | None:
    """Take the bytes of a key out of reach, to be thrown away or put back; None where there are none."""
    path = path_of(key)
    gone = path.with_suffix(".gone")
    try:
        return path.rename(gone)
    except FileNotFoundError:
        return None
