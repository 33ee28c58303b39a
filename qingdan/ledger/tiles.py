"""Tiles as C2SP tlog-tiles lays them out: where they are kept, how they grow, and the proofs read from them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from qingdan.ledger.refusals import Damaged
from qingdan.ledger.tree import (
    HASH_SIZE,
    TILE_HEIGHT,
    Frontier,
    folded,
    leaf_hash,
    node_hash,
    root_by_inclusion,
)

WIDTH = 1 << TILE_HEIGHT
LONGEST_ENTRY = 0xFFFF
CHECKPOINT = "checkpoint"
TILE_PATH = re.compile(
    r"tile/(?:entries|[0-9]|[1-5][0-9]|6[0-3])/(?:x[0-9]{3}/)*[0-9]{3}(?:\.p/[1-9][0-9]{0,2})?"
)

Read = Callable[[str], bytes | None]


class Tiles(Protocol):
    """Where tiles are kept. One process writes at a time: whoever holds the log's lock."""

    def read(self, path: str) -> bytes | None:
        """Return what is kept at ``path``, or None."""

    def write(self, files: Mapping[str, bytes]) -> None:
        """Keep new files that never change. On return they are durable and have been read back.

        A file that is already there with the same content is fine; with other content it is ``Damaged``.
        """

    def replace(self, path: str, data: bytes) -> None:
        """Keep the one version of a file that changes (``checkpoint``): whole, or as it was. Durable on return."""

    def drop_partials(self, path: str) -> None:
        """Forget the partial tiles ``path`` + ``.p/…``: the full tile ``path`` stands in for them."""


def tile_path(level: int | str, number: int, width: int = WIDTH) -> str:
    """Return where a tile is kept; ``level`` is a number or ``entries``."""
    parts = [f"{number % 1000:03d}"]
    while number := number // 1000:
        parts.insert(0, f"x{number % 1000:03d}")
    partial = "" if width == WIDTH else f".p/{width}"
    return f"tile/{level}/{'/'.join(parts)}{partial}"


def bundled(entries: Sequence[bytes]) -> bytes:
    """Return entries as an entry bundle: each behind its length in two bytes."""
    return b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)


def unbundled(data: bytes) -> list[bytes]:
    """Return the entries of a bundle."""
    entries, at = [], 0
    while at < len(data):
        end = at + 2 + int.from_bytes(data[at : at + 2], "big")
        entries.append(data[at + 2 : end])
        at = end
    if at != len(data):
        raise Damaged("damaged_tile", path="tile/entries")
    return entries


@dataclass(frozen=True, slots=True)
class Growth:
    """What appending comes to: the new frontier, the tiles to write, and the tiles that became full."""

    frontier: Frontier
    files: dict[str, bytes]
    filled: tuple[str, ...]


def growth(read: Read, before: Frontier, entries: Sequence[bytes], *, with_entries: bool = True) -> Growth:
    """Return what appending ``entries`` comes to. Only the partial tiles at the right edge are read, and checked.

    ``with_entries`` also writes entry bundles, for a log whose entries are public.
    """
    if any(len(entry) > LONGEST_ENTRY for entry in entries):
        raise Damaged("entry_too_long")
    leaves = [leaf_hash(entry) for entry in entries]
    after, above = before.grown(leaves)
    files: dict[str, bytes] = {}
    filled: list[str] = []

    def put(level: int | str, old: list[bytes], first: int, new: Sequence[bytes], join: Join) -> None:
        row, number = [*old, *new], first // WIDTH
        for start in range(0, len(row), WIDTH):
            part = row[start : start + WIDTH]
            path = tile_path(level, number + start // WIDTH, len(part))
            files[path] = join(part)
            if start == 0 and old and len(part) == WIDTH:
                filled.append(path)

    reader = TileReader(read, before.size)
    for level, row in enumerate([leaves, *above]):
        put(level, reader.edge(level, before), before.size >> TILE_HEIGHT * level, row, b"".join)
    if with_entries and entries:
        put("entries", reader.edge_entries(), before.size, entries, bundled)
    return Growth(after, files, tuple(filled))


Join = Callable[[list[bytes]], bytes]


class TileReader:
    """Reads the tree of ``size`` from its tiles. Nothing read is believed before it leads to a known root."""

    def __init__(self, read: Read, size: int) -> None:
        self.size = size
        self._read = read
        self._rows = lru_cache(maxsize=64)(self._rows_of)

    def _fetch(self, level: int | str, number: int, width: int) -> bytes:
        """Return a tile; the full one stands in for a partial one that was dropped."""
        data = self._read(tile_path(level, number, width))
        if data is None and width < WIDTH:
            data = self._read(tile_path(level, number))
        if data is None:
            raise Damaged("missing_tile", path=tile_path(level, number, width))
        return data

    def _width(self, level: int, number: int) -> int:
        return min(WIDTH, (self.size >> TILE_HEIGHT * level) - number * WIDTH)

    def path(self, level: int, number: int) -> str:
        """Return where a tile of this tree is kept."""
        return tile_path(level, number, self._width(level, number))

    def _rows_of(self, level: int, number: int) -> list[list[bytes]]:
        """Return the hashes of a tile and all that follow from them, lowest first."""
        width = self._width(level, number)
        data = self._fetch(level, number, width)
        if len(data) not in (HASH_SIZE * width, HASH_SIZE * WIDTH):
            raise Damaged("damaged_tile", path=self.path(level, number))
        rows = [[data[i : i + HASH_SIZE] for i in range(0, HASH_SIZE * width, HASH_SIZE)]]
        while len(rows) < TILE_HEIGHT and len(below := rows[-1]) > 1:
            rows.append([node_hash(below[i], below[i + 1]) for i in range(0, len(below) - 1, 2)])
        return rows

    def node(self, height: int, number: int) -> bytes:
        """Return the root of the complete subtree that covers ``2**height`` leaves, the ``number``-th of them."""
        level, within = divmod(height, TILE_HEIGHT)
        tile, at = divmod(number << within, WIDTH)
        return self._rows(level, tile)[within][at >> within]

    def root(self, start: int = 0, end: int | None = None) -> bytes:
        """Return the hash over the leaves from ``start`` to before ``end``; of the whole tree by default."""
        end = self.size if end is None else end
        return folded([self.node(height, number) for height, number in _complete(start, end)])

    def frontier(self) -> Frontier:
        """Return the frontier, as it is after a restore."""
        return Frontier(self.size, tuple(self.node(*place) for place in _complete(0, self.size)))

    def leaves(self, number: int) -> list[bytes]:
        """Return the leaf hashes of one tile."""
        return self._rows(0, number)[0]

    def leaf_hash(self, index: int) -> bytes:
        """Return the hash of the entry at ``index``."""
        return self.node(0, index)

    def entries(self, number: int) -> list[bytes]:
        """Return the entries of one bundle, each checked against its leaf hash."""
        width = self._width(0, number)
        found = unbundled(self._fetch("entries", number, width))[:width]
        if [leaf_hash(entry) for entry in found] != self.leaves(number):
            raise Damaged("damaged_tile", path=tile_path("entries", number, width))
        return found

    def edge(self, level: int, frontier: Frontier) -> list[bytes]:
        """Return the hashes of the partial tile at the right edge, checked against the frontier."""
        count = self.size >> TILE_HEIGHT * level
        number, width = divmod(count, WIDTH)
        if not width:
            return []
        above = (count >> TILE_HEIGHT).bit_count()
        known = frontier.peaks[above : above + width.bit_count()]
        start = number * WIDTH
        peaks = (self.node(level * TILE_HEIGHT + h, n) for h, n in _complete(start, start + width))
        if tuple(peaks) != known:
            raise Damaged("damaged_tile", path=self.path(level, number))
        return self._rows(level, number)[0][:]

    def edge_entries(self) -> list[bytes]:
        """Return the entries of the partial bundle at the right edge."""
        number, width = divmod(self.size, WIDTH)
        return self.entries(number) if width else []

    def inclusion(self, index: int) -> tuple[bytes, ...]:
        """Return the path from the entry at ``index`` to the root (RFC 6962, 2.1.1)."""
        start, end, path = 0, self.size, []
        while end - start > 1:
            middle = start + _split(end - start)
            if index < middle:
                path.append(self.root(middle, end))
                end = middle
            else:
                path.append(self.root(start, middle))
                start = middle
        return tuple(reversed(path))

    def consistency(self, old_size: int) -> tuple[bytes, ...]:
        """Return the proof that this tree begins with that of ``old_size`` (RFC 6962, 2.1.2)."""
        if old_size in (0, self.size):
            return ()
        start, end, path, whole = 0, self.size, [], True
        while old_size != end:
            middle = start + _split(end - start)
            if old_size <= middle:
                path.append(self.root(middle, end))
                end = middle
            else:
                path.append(self.root(start, middle))
                start, whole = middle, False
        if not whole:
            path.append(self.root(start, end))
        return tuple(reversed(path))

    def proven(self, index: int, leaf: bytes, root: bytes) -> tuple[bytes, ...]:
        """Return the path of an entry after checking that it leads from ``leaf`` to ``root``."""
        path = self.inclusion(index)
        if root_by_inclusion(leaf, index, self.size, path) != root:
            raise Damaged("tiles_differ", size=self.size)
        return path


def _split(size: int) -> int:
    """Return the largest power of two below ``size``."""
    return 1 << (size - 1).bit_length() - 1


def _complete(start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield height and number of the complete subtrees from ``start``, a multiple of all of them, to ``end``."""
    while start < end:
        height = (end - start).bit_length() - 1
        yield height, start >> height
        start += 1 << height
