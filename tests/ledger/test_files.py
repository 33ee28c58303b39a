from __future__ import annotations

import os
from pathlib import Path

import pytest

from qingdan.ledger import Damaged, FileTiles, Frontier
from qingdan.ledger.files import UNFINISHED
from qingdan.ledger.sealing import Log
from qingdan.ledger.tiles import growth
from tests.ledger.sample import KEY, ORIGIN, SIGNER, Memory, entry

TILE, PARTIAL = "tile/0/x001/000", "tile/0/x001/000.p/7"


def everything(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_folder_holds_the_same_tiles_as_memory(tmp_path: Path) -> None:
    memory, files = Memory(), FileTiles(tmp_path)
    for tiles in (memory, files):
        log, frontier = Log(ORIGIN, tiles, (KEY,), (SIGNER,)), Frontier()
        for count in (3, 300, 0, 256, 70):
            frontier = log.integrate(
                frontier, [entry(i) for i in range(frontier.size, frontier.size + count)]
            )
        log.publish(frontier, published=[], source=entry, swap=lambda _: True)
    assert everything(tmp_path) == memory.files


def test_a_file_that_is_there_may_be_written_again_but_never_otherwise(tmp_path: Path) -> None:
    tiles = FileTiles(tmp_path)
    tiles.write({TILE: b"sealed"})
    tiles.write({TILE: b"sealed"})
    with pytest.raises(Damaged, match="already holds"):
        tiles.write({TILE: b"other", "tile/0/000": b"new"})
    assert everything(tmp_path) == {TILE: b"sealed"}


def test_the_checkpoint_is_the_one_file_that_changes(tmp_path: Path) -> None:
    tiles = FileTiles(tmp_path)
    for text in (b"first", b"second"):
        tiles.replace("checkpoint", text)
        assert tiles.read("checkpoint") == text
    assert list(everything(tmp_path)) == ["checkpoint"]


def test_partial_tiles_make_room_for_the_full_one(tmp_path: Path) -> None:
    tiles = FileTiles(tmp_path)
    tiles.write({PARTIAL: b"7", TILE: b"full"})
    tiles.drop_partials(TILE)
    tiles.drop_partials(TILE)
    assert tiles.read(PARTIAL) is None
    assert tiles.read(TILE) == b"full"


def test_what_a_killed_run_left_is_cleared_and_never_read(tmp_path: Path) -> None:
    left = tmp_path / f"{UNFINISHED}abc"
    left.mkdir()
    (left / "0").write_bytes(b"half")
    tiles = FileTiles(tmp_path)
    assert tiles.read(f"{UNFINISHED}abc/0") is None
    tiles.write({TILE: b"sealed"})
    assert everything(tmp_path) == {TILE: b"sealed"}


@pytest.mark.parametrize("stage", ["fsync", "rename"])
def test_a_write_that_fails_leaves_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    tiles = FileTiles(tmp_path)
    tiles.replace("checkpoint", b"before")
    with monkeypatch.context() as patched:
        patched.setattr(*((os, "fsync", full) if stage == "fsync" else (Path, "rename", full)))
        with pytest.raises(OSError, match="No space"):
            tiles.write({TILE: b"x"})
        with pytest.raises(OSError, match="No space"):
            tiles.replace("checkpoint", b"after")
    assert everything(tmp_path) == {"checkpoint": b"before"}


def test_every_file_and_every_folder_on_the_way_reaches_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forced: set[str] = set()
    real = os.fsync

    def watched(handle: int) -> None:
        forced.add(str(Path(f"/proc/self/fd/{handle}").readlink()))
        real(handle)

    monkeypatch.setattr(os, "fsync", watched)
    FileTiles(tmp_path).write({TILE: b"x"})
    folders = {str(tmp_path / path) for path in ("", "tile", "tile/0", "tile/0/x001")}
    assert folders < forced
    assert any(UNFINISHED in path for path in forced)


@pytest.mark.parametrize(
    "path",
    ["", ".", "..", "../secret", "tile/../../secret", "/etc/hostname", "tile", "tile/0", "tile/0/", "tile/64/000", "tile/0/1",
     "tile/0/000.p/0", "tile/0/000.p/01", "tile/0/000\n", "tile/00/000", "secret", "tile/0/000.p/1000", "tile/0/000/"],
)  # fmt: skip
def test_only_tiles_and_the_checkpoint_can_be_asked_for(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret").write_text("secret")
    FileTiles(tmp_path / "log").write({"tile/0/000": b"x"})
    (tmp_path / "log" / "secret").write_text("secret")
    assert FileTiles(tmp_path / "log").read(path) is None


def test_growth_reads_only_the_right_edge(tmp_path: Path) -> None:
    log = Log(ORIGIN, FileTiles(tmp_path), (KEY,))
    frontier = log.integrate(Frontier(), [entry(i) for i in range(70_000)])
    asked: list[str] = []

    def watched(path: str) -> bytes | None:
        asked.append(path)
        return log.tiles.read(path)

    growth(watched, frontier, [b"one more"])
    assert asked == ["tile/0/273.p/112", "tile/entries/273.p/112"]
