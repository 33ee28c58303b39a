from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tlog_scales import tlog
from tlog_scales.reader import TilesReader
from tlog_scales.signing import PlainEd25519Signer
from tlog_scales.writer import TilesWriter

from qingdan.ledger import Damaged, FileTiles, Frontier, TileReader, is_consistent
from qingdan.ledger.sealing import Log
from qingdan.ledger.tiles import TILE_PATH, bundled, growth, tile_path, unbundled
from qingdan.ledger.tree import leaf_hash
from tests.ledger.sample import KEY, ORIGIN, SIGNER, Memory, entry, log, nothing

GOLDEN = json.loads((Path(__file__).parent / "golden_tree.json").read_text(encoding="utf-8"))


class Theirs:
    """Our tiles for the other implementation to read."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory

    def get(self, *path: str) -> bytes | None:
        return self.memory.read("/".join(path))


@pytest.mark.parametrize(
    ("level", "number", "width", "path"),
    [
        (0, 0, 256, "tile/0/000"),
        (3, 1_234_067, 256, "tile/3/x001/x234/067"),
        (1, 5, 17, "tile/1/005.p/17"),
        ("entries", 1_000, 255, "tile/entries/x001/000.p/255"),
    ],
)
def test_tiles_lie_where_c2sp_puts_them(level: int | str, number: int, width: int, path: str) -> None:
    assert tile_path(level, number, width) == path
    assert TILE_PATH.fullmatch(path)


def test_a_tree_of_70_000_has_the_tiles_that_the_specification_counts() -> None:
    grown = growth(nothing, Frontier(), [entry(i) for i in range(70_000)], with_entries=False)
    full = {
        level: sum(p.startswith(f"tile/{level}/") and ".p/" not in p for p in grown.files)
        for level in range(4)
    }
    assert full == {0: 273, 1: 1, 2: 0, 3: 0}
    assert sorted(p for p in grown.files if ".p/" in p) == [
        "tile/0/273.p/112",
        "tile/1/001.p/17",
        "tile/2/000.p/1",
    ]


@pytest.mark.parametrize("size", [int(size) for size in GOLDEN])
def test_the_golden_tree_stays_as_it_is(size: int) -> None:
    grown = growth(nothing, Frontier(), [entry(i) for i in range(size)])
    written = sha256(b"".join(p.encode() + b"\0" + grown.files[p] for p in sorted(grown.files)))
    assert {"root": grown.frontier.root.hex(), "files": written.hexdigest()} == GOLDEN[str(size)]


@settings(max_examples=40)
@given(st.lists(st.integers(0, 600), min_size=1, max_size=5))
def test_any_batching_leaves_the_same_tiles(batches: list[int]) -> None:
    made, frontier = log(memory := Memory()), Frontier()
    for count in batches:
        frontier = made.integrate(frontier, [entry(i) for i in range(frontier.size, frontier.size + count)])
    at_once = growth(nothing, Frontier(), [entry(i) for i in range(frontier.size)])
    assert frontier == at_once.frontier == TileReader(memory.read, frontier.size).frontier()
    assert at_once.files.items() <= memory.files.items()
    stale = [path for path in memory.files if ".p/" in path and path.partition(".p/")[0] in memory.files]
    assert stale == []


@settings(max_examples=40)
@given(st.integers(1, 900), st.data())
def test_another_implementation_reads_the_same_tree(size: int, data: st.DataObject) -> None:
    made, memory = log(), Memory()
    made = Log(ORIGIN, memory, (KEY,), (SIGNER,))
    frontier = made.integrate(Frontier(), [entry(i) for i in range(size)])
    made.publish(frontier, published=[], source=entry, swap=lambda _: True)
    theirs, ours = TilesReader(Theirs(memory)), TileReader(memory.read, size)
    head = theirs.get_checkpoint()
    assert (head.origin, head.size, head.root_hash) == (ORIGIN, size, frontier.root)
    assert theirs.calculate_root_hash() == frontier.root
    index, old = data.draw(st.integers(0, size - 1)), data.draw(st.integers(1, size))
    assert theirs.get_entry(index) == entry(index)
    assert tuple(theirs.get_inclusion_proof(index, size).node_hashes) == ours.inclusion(index)
    tlog.InclusionProof(index, size, list(ours.inclusion(index))).check(
        leaf_hash(entry(index)), frontier.root
    )
    assert tuple(theirs.get_consistency_proof(old, size).node_hashes) == ours.consistency(old)
    old_root = ours.root(0, old)
    tlog.ConsistencyProof(old, size, list(ours.consistency(old))).check(old_root, frontier.root)
    assert is_consistent(
        old, old_root, size, frontier.root, tuple(theirs.get_consistency_proof(old, size).node_hashes)
    )


@pytest.mark.parametrize("size", [1, 255, 256, 257, 700])
def test_we_read_what_another_implementation_wrote(tmp_path: Path, size: int) -> None:
    theirs = TilesWriter.create(tmp_path / "log", ORIGIN)
    for i in range(size):
        theirs.add_leaf(entry(i))
    theirs.commit([PlainEd25519Signer(ORIGIN, SIGNER.secret)])
    tiles = FileTiles(tmp_path / "log")
    made = Log(ORIGIN, tiles, (KEY,), (SIGNER,))
    frontier = TileReader(tiles.read, size).frontier()
    assert list(made.fsck(frontier, entry)) == []
    written = tiles.read("checkpoint")
    assert written
    assert (
        made.publish(frontier, published=[written.decode()], source=entry, swap=lambda _: True).encode()
        == written
    )


@pytest.mark.parametrize("path", ["tile/0/002.p/88", "tile/1/000.p/2", "tile/entries/002.p/88"])
@pytest.mark.parametrize("fault", ["flipped", "cut", "missing"])
def test_nothing_is_built_on_a_damaged_edge(path: str, fault: str) -> None:
    made, memory = log(), Memory()
    made = Log(ORIGIN, memory, (KEY,), (SIGNER,))
    frontier = made.integrate(Frontier(), [entry(i) for i in range(600)])
    data = memory.files.pop(path)
    if fault != "missing":
        memory.files[path] = data[:-1] if fault == "cut" else data[:-1] + bytes([data[-1] ^ 1])
    before = dict(memory.files)
    with pytest.raises(Damaged):
        made.integrate(frontier, [entry(i) for i in range(600, 900)])
    assert memory.files == before


def test_entries_longer_than_a_bundle_can_say_are_refused() -> None:
    assert unbundled(bundled([b"", b"x" * 0xFFFF])) == [b"", b"x" * 0xFFFF]
    with pytest.raises(Damaged):
        growth(nothing, Frontier(), [b"x" * 0x10000])
    for cut in (1, 2, 5):
        with pytest.raises(Damaged):
            unbundled(bundled([b"four"])[:-cut])
