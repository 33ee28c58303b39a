"""Signing keys: 32 secret bytes a file, readable by the system alone; and the public list of those to be trusted."""

from __future__ import annotations

import os
import secrets
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from qingdan.ledger.note import Key, Signer, keys_from

LOGS = ("register", "process")


def origin(log: str) -> str:
    """Return the name a log signs under: the address it was first published at, without the scheme.

    It is part of every checkpoint, so it stays with the keys whatever address the system moves to.
    """
    path = _folder() / f"{log}.trusted"
    if path.exists():
        return _trusted(str(path), path.stat().st_mtime_ns)[0].name
    return f"{settings.BASE_URL.split('://', 1)[1]}/{log}"


def _folder() -> Path:
    folder = Path(settings.KEYS)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _write(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())


def signers(log: str) -> tuple[Signer, ...]:
    """Return who signs a log now: the newest key, made on first use."""
    paths = sorted(_folder().glob(f"{log}.*.key"))
    if not paths:
        paths = [_new(log, 1)]
    return (Signer(origin(log), paths[-1].read_bytes()),)


def _new(log: str, number: int, since: date | None = None) -> Path:
    path = _folder() / f"{log}.{number:04d}.key"
    try:
        _write(path, secrets.token_bytes(32))
    except FileExistsError:  # another worker was quicker
        return path
    public = Signer(origin(log), path.read_bytes()).key
    _append(log, Key(public.name, public.public, since))
    return path


def _append(log: str, key: Key) -> None:
    listed = _folder() / f"{log}.trusted"
    with listed.open("a") as out:
        out.write(f"{key}\n")
        out.flush()
        os.fsync(out.fileno())
    _trusted.cache_clear()


def trusted(log: str) -> tuple[Key, ...]:
    """Return the public keys trusted for a log, old ones with the day they were rotated out."""
    signers(log)
    path = _folder() / f"{log}.trusted"
    return _trusted(str(path), path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _trusted(path: str, changed: int) -> tuple[Key, ...]:
    del changed
    return keys_from(Path(path).read_text())


def rotate(log: str, on: date) -> Key:
    """Make a new key for a log; from ``on`` it signs, and the old ones are trusted only for what is older.

    What was signed before stays genuine: the old keys remain on the list with their period.
    """
    kept = [k if k.until else Key(k.name, k.public, k.since, on) for k in trusted(log)]
    number = len(list(_folder().glob(f"{log}.*.key"))) + 1
    listed = _folder() / f"{log}.trusted"
    scratch = listed.with_suffix(".new")
    scratch.unlink(missing_ok=True)
    _write(scratch, "".join(f"{k}\n" for k in kept).encode())
    scratch.replace(listed)
    _trusted.cache_clear()
    made = Signer(origin(log), _new(log, number, on).read_bytes()).key
    return Key(made.name, made.public, on)
