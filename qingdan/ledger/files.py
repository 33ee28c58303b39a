"""Tiles in a folder. The one module of the ledger that reads and writes files.

A file appears whole under its name or not at all: it is written elsewhere, forced to the disk, renamed, its folder
forced to the disk, and read back. Any web server can serve the folder as a C2SP tiled log.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from qingdan.ledger.refusals import Damaged
from qingdan.ledger.tiles import CHECKPOINT, TILE_PATH

AT_ONCE = 8  # files on their way to the disk: its queue is what takes time
UNFINISHED = ".writing-"
LOCK = ".lock"


class FileTiles:
    """``Tiles`` in a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Lend the folder to one writer; yields False where another has it. Who dies gives it back."""
        import fcntl  # not on Windows, where a log can still be verified

        handle = os.open(self.root / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
            else:
                yield True
        finally:
            os.close(handle)

    def read(self, path: str) -> bytes | None:
        """Return what is kept at ``path``; None also for whatever is not a tile or the checkpoint."""
        if path != CHECKPOINT and not TILE_PATH.fullmatch(path):
            return None
        try:
            return (self.root / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None

    def write(self, files: Mapping[str, bytes]) -> None:
        """Keep new files that never change."""
        new: dict[str, bytes] = {}
        for path, data in files.items():
            kept = self.read(path)
            if kept is None:
                new[path] = data
            elif kept != data:
                raise Damaged("tile_exists", path=path)
        # Those already there may come from a run that died before their folders were safe.
        self._put(new, also=files)

    def replace(self, path: str, data: bytes) -> None:
        """Keep the one version of a file that changes."""
        self._put({path: data}, also=())

    def drop_partials(self, path: str) -> None:
        """Forget the partial tiles of a full one."""
        shutil.rmtree(self.root / f"{path}.p", ignore_errors=True)

    def _put(self, files: Mapping[str, bytes], also: Iterable[str]) -> None:
        names = [self.root / path for path in files]
        folders = self._folders([*names, *(self.root / path for path in also)])
        with self._scratch() as scratch, ThreadPoolExecutor(AT_ONCE) as threads:
            drafts = [scratch / str(n) for n in range(len(files))]
            list(threads.map(_written, drafts, files.values()))
            for draft, name in zip(drafts, names, strict=True):
                draft.rename(name)
            list(threads.map(_forced, folders))
        for path, data in files.items():
            if (self.root / path).read_bytes() != data:
                raise Damaged("damaged_tile", path=path)

    def _folders(self, names: Iterable[Path]) -> list[Path]:
        """Make and return every folder on the way to ``names``: a new folder is safe once its parent is."""
        found: dict[Path, None] = {}
        for folder in {name.parent for name in names}:
            folder.mkdir(parents=True, exist_ok=True)
            found |= dict.fromkeys(f for f in (folder, *folder.parents) if f.is_relative_to(self.root))
        return [*found]

    @contextmanager
    def _scratch(self) -> Iterator[Path]:
        """Lend a folder for drafts, and clear what killed runs left: nobody else writes now."""
        for left in self.root.glob(f"{UNFINISHED}*"):
            shutil.rmtree(left, ignore_errors=True)
        folder = Path(mkdtemp(prefix=UNFINISHED, dir=self.root))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _written(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _forced(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
