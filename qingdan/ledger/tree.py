"""The Merkle tree of RFC 6962 over SHA-256: hashes, the frontier that lets it grow, and checks of its proofs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from qingdan.ledger.encoding import LARGEST
from qingdan.ledger.refusals import Unreadable

HASH_SIZE = 32
TILE_HEIGHT = 8
EMPTY_ROOT = sha256(b"").digest()


def leaf_hash(entry: bytes) -> bytes:
    """Return the hash of an entry."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of an inner node."""
    return sha256(b"\x01" + left + right).digest()


def folded(peaks: Sequence[bytes]) -> bytes:
    """Return the root over complete subtrees, widest first."""
    if not peaks:
        return EMPTY_ROOT
    *rest, root = peaks
    for peak in reversed(rest):
        root = node_hash(peak, root)
    return root


@dataclass(frozen=True, slots=True)
class Frontier:
    """All that must be remembered of a tree so that it can grow: the roots of its complete subtrees, widest first.

    There is one for each 1 in the binary size, so that nothing is ever rebuilt.
    """

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        if (
            not 0 <= self.size <= LARGEST
            or len(self.peaks) != self.size.bit_count()
            or any(len(peak) != HASH_SIZE for peak in self.peaks)
        ):
            raise Unreadable("bad_frontier")

    @property
    def root(self) -> bytes:
        """The root hash."""
        return folded(self.peaks)

    def grown(self, leaves: Sequence[bytes]) -> tuple[Frontier, list[list[bytes]]]:
        """Return the frontier after further leaf hashes, and the new hashes of each level of tiles above them."""
        size, peaks = self.size, list(self.peaks)
        rows: list[list[bytes]] = [[] for _ in range(LARGEST.bit_length() // TILE_HEIGHT)]
        for leaf in leaves:
            node, left, height = leaf, size, 0
            while left & 1:
                node = sha256(b"\x01" + peaks.pop() + node).digest()
                left >>= 1
                height += 1
                if height % TILE_HEIGHT == 0:
                    rows[height // TILE_HEIGHT - 1].append(node)
            peaks.append(node)
            size += 1
        return Frontier(size, tuple(peaks)), [row for row in rows if row]

    def __str__(self) -> str:
        return f"{self.size}:{b''.join(self.peaks).hex()}"

    @classmethod
    def parse(cls, text: str) -> Frontier:
        """Read what ``str`` wrote."""
        size, _, joined = text.partition(":")
        try:
            data = bytes.fromhex(joined)
            peaks = tuple(data[i : i + HASH_SIZE] for i in range(0, len(data), HASH_SIZE))
            frontier = cls(int(size), peaks)
        except ValueError:
            raise Unreadable("bad_frontier") from None
        if str(frontier) != text:
            raise Unreadable("bad_frontier")
        return frontier


def path_lengths(index: int, size: int) -> tuple[int, int]:
    """Return how many hashes of an inclusion path lie within, and how many on the border of, the tree."""
    if not 0 <= index < size <= LARGEST:
        raise Unreadable("bad_path")
    inner = (index ^ (size - 1)).bit_length()
    return inner, (index >> inner).bit_count()


def _climbed(node: bytes, path: Sequence[bytes], turns: int) -> bytes:
    for height, sibling in enumerate(path):
        node = node_hash(sibling, node) if turns >> height & 1 else node_hash(node, sibling)
    return node


def _along_border(node: bytes, path: Sequence[bytes]) -> bytes:
    for sibling in path:
        node = node_hash(sibling, node)
    return node


def root_by_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes:
    """Return the root of the tree of ``size`` in which ``leaf`` stands at ``index``, as ``path`` has it."""
    inner, border = path_lengths(index, size)
    if len(path) != inner + border:
        raise Unreadable("bad_path")
    return _along_border(_climbed(leaf, path[:inner], index), path[inner:])


def is_consistent(
    old_size: int, old_root: bytes, new_size: int, new_root: bytes, path: Sequence[bytes]
) -> bool:
    """Tell whether ``path`` shows that the new tree begins with the old one."""
    if old_size in (0, new_size):
        return not path and old_root == (new_root if old_size else EMPTY_ROOT)
    try:
        inner, border = path_lengths(old_size - 1, new_size)
    except Unreadable:
        return False
    whole = (old_size & -old_size).bit_length() - 1  # the height of the last complete subtree of the old tree
    inner -= whole
    if old_size.bit_count() == 1:
        path = (old_root, *path)
    if len(path) != 1 + inner + border:
        return False
    seed, within, beyond = path[0], path[1 : 1 + inner], path[1 + inner :]
    turns = (old_size - 1) >> whole
    old = _along_border(seed, [h for height, h in enumerate(within) if turns >> height & 1])
    return (
        _along_border(old, beyond) == old_root
        and _along_border(_climbed(seed, within, turns), beyond) == new_root
    )
