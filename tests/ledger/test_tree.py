from __future__ import annotations

from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingdan.ledger import Frontier, Unreadable, is_consistent, root_by_inclusion
from qingdan.ledger.tiles import TileReader, growth
from qingdan.ledger.tree import EMPTY_ROOT, leaf_hash, node_hash, path_lengths
from tests.ledger.sample import Memory, entry, nothing

# The entries and roots that every implementation of RFC 6962 tests itself against.
VECTORS = [
    ("", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
    ("00", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
    ("10", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
    ("2021", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
    ("3031", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
    ("40414243", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"),
    ("5051525354555657", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
    ("606162636465666768696a6b6c6d6e6f", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
]
SIZES = st.integers(1, 700)
MEMORY = Memory()
MEMORY.write(growth(MEMORY.read, Frontier(), [entry(i) for i in range(700)]).files)
LEAVES = [leaf_hash(entry(i)) for i in range(700)]


def by_definition(entries: list[bytes]) -> bytes:
    """MTH as RFC 6962, 2.1 writes it: a second implementation, slow and plain."""
    if not entries:
        return sha256(b"").digest()
    if len(entries) == 1:
        return sha256(b"\x00" + entries[0]).digest()
    half = 1
    while half * 2 < len(entries):
        half *= 2
    return sha256(b"\x01" + by_definition(entries[:half]) + by_definition(entries[half:])).digest()


def root(size: int) -> bytes:
    return Frontier().grown(LEAVES[:size])[0].root


def reader(size: int) -> TileReader:
    """The tree of the first ``size`` entries, read from tiles of a larger one as monitors do."""
    files = dict(MEMORY.files)
    small = growth(nothing, Frontier(), [entry(i) for i in range(size)])
    return TileReader((files | small.files).get, size)


def test_the_vectors_of_rfc_6962() -> None:
    entries = [bytes.fromhex(written) for written, _ in VECTORS]
    for size, (_, expected) in enumerate(VECTORS, 1):
        frontier, _ = Frontier().grown([leaf_hash(e) for e in entries[:size]])
        assert frontier.root.hex() == expected
        assert by_definition(entries[:size]).hex() == expected
    assert Frontier().root == EMPTY_ROOT == by_definition([])


@given(st.lists(st.binary(max_size=40), max_size=80), st.lists(st.integers(0, 80), max_size=6))
def test_however_entries_are_batched_the_root_is_that_of_the_definition(
    entries: list[bytes], cuts: list[int]
) -> None:
    frontier, leaves = Frontier(), [leaf_hash(e) for e in entries]
    bounds = sorted({0, len(leaves), *(cut for cut in cuts if cut < len(leaves))})
    for start, end in pairwise(bounds):
        frontier, _ = frontier.grown(leaves[start:end])
        assert frontier.root == by_definition(entries[:end])
    assert Frontier.parse(str(frontier)) == frontier


@given(SIZES, st.data())
def test_every_inclusion_proof_leads_to_the_root_and_no_altered_one_does(
    size: int, data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, size - 1))
    path = reader(size).inclusion(index)
    assert root_by_inclusion(LEAVES[index], index, size, path) == root(size)
    assert len(path) == sum(path_lengths(index, size))
    other = data.draw(st.integers(0, size - 1).filter(lambda i: i != index)) if size > 1 else None
    if other is not None:
        assert root_by_inclusion(LEAVES[other], index, size, path) != root(size)
        if sum(path_lengths(other, size)) == len(path):
            assert root_by_inclusion(LEAVES[index], other, size, path) != root(size)
    if path:
        place, bit = data.draw(st.integers(0, len(path) - 1)), data.draw(st.integers(0, 255))
        flipped = bytearray(path[place])
        flipped[bit // 8] ^= 1 << bit % 8
        altered = (*path[:place], bytes(flipped), *path[place + 1 :])
        assert root_by_inclusion(LEAVES[index], index, size, altered) != root(size)
    for wrong in (path[1:], (*path, bytes(32))):
        if wrong != path:
            with pytest.raises(Unreadable):
                root_by_inclusion(LEAVES[index], index, size, wrong)


@given(SIZES, st.data())
def test_every_consistency_proof_holds_and_no_altered_one_does(new: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(0, new))
    path = reader(new).consistency(old)
    assert is_consistent(old, root(old), new, root(new), path)
    assert not is_consistent(old, sha256(root(old)).digest(), new, root(new), path)
    assert not is_consistent(old, root(old), new, sha256(root(new)).digest(), path) or old == 0
    assert not is_consistent(old, root(old), new, root(new), (*path, bytes(32)))
    assert not path or not is_consistent(old, root(old), new, root(new), path[1:])
    if path:
        place, bit = data.draw(st.integers(0, len(path) - 1)), data.draw(st.integers(0, 255))
        flipped = bytearray(path[place])
        flipped[bit // 8] ^= 1 << bit % 8
        altered = (*path[:place], bytes(flipped), *path[place + 1 :])
        assert not is_consistent(old, root(old), new, root(new), altered)


def test_an_inner_node_cannot_pass_for_an_entry() -> None:
    assert leaf_hash(LEAVES[0] + LEAVES[1]) != root(2) == node_hash(LEAVES[0], LEAVES[1])


def test_no_proof_makes_a_tree_the_continuation_of_a_larger_one() -> None:
    for path in ((), (bytes(32),), reader(9).consistency(5)):
        assert not is_consistent(9, root(9), 5, root(5), path)


@pytest.mark.parametrize(
    ("index", "size"), [(-1, 5), (5, 5), (0, 0), (2**53, 2**53 + 1), (0, 2**53), (2**80, 2**81)]
)
def test_a_place_outside_any_tree_is_refused(index: int, size: int) -> None:
    with pytest.raises(Unreadable):
        path_lengths(index, size)


@pytest.mark.parametrize(
    "text", ["", "x:", "1:", "0:00", "2:" + "00" * 64, "1:" + "00" * 31, " 0:", "00:", "-1:"]
)
def test_a_stored_frontier_that_cannot_be_one_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        Frontier.parse(text)
