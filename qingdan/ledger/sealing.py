"""How a log grows: in three phases, each durable before the next begins, and never merged.

1. **Sequence**, in the database and under the log's lock: acts get their indexes, without gaps.
2. ``Log.integrate``: the tiles of those acts are written, and the new frontier is then kept in the database.
3. ``Log.publish``: everything new is derived once more from its source, the head is moved by compare-and-swap, and
   only then is it signed.

A run that dies may be repeated from any phase: the same entries give the same tiles, head and signature.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from qingdan.ledger.checkpoint import Checkpoint
from qingdan.ledger.leaf import Body, Leaf
from qingdan.ledger.note import Key, Signer, sign
from qingdan.ledger.proof import Bundle
from qingdan.ledger.refusals import Damaged, LedgerRefused, UnknownKey, WillNotSign
from qingdan.ledger.tiles import CHECKPOINT, WIDTH, TileReader, Tiles, growth
from qingdan.ledger.tree import TILE_HEIGHT, Frontier, leaf_hash

Source = Callable[[int], bytes]
Swap = Callable[[Checkpoint], bool]


@dataclass(frozen=True, slots=True)
class Log:
    """One log: its name, where its tiles are, the keys trusted for it, and who signs.

    ``signers`` bear the log's name; during a rotation there are two. ``with_entries`` also keeps entry bundles, for
    a log whose entries are public: of others the tiles show hashes only.
    """

    origin: str
    tiles: Tiles
    keys: tuple[Key, ...]
    signers: tuple[Signer, ...] = ()
    with_entries: bool = True

    def integrate(self, frontier: Frontier, entries: Sequence[bytes]) -> Frontier:
        """Write the tiles of the entries that follow ``frontier``; return the new frontier, for the caller to keep."""
        grown = growth(self.tiles.read, frontier, entries, with_entries=self.with_entries)
        self.tiles.write(grown.files)
        for path in grown.filled:
            self.tiles.drop_partials(path)
        return grown.frontier

    def publish(self, frontier: Frontier, *, published: Sequence[str], source: Source, swap: Swap) -> str:
        """Sign the head, put the checkpoint in its place and return it.

        Args:
            frontier: The frontier on record.
            published: Every checkpoint known to have been published, from wherever copies are kept.
            source: Gives the entry at an index, derived anew from what it records.
            swap: Moves the head on record and tells whether it now is this one, which it may have been before:
                ``UPDATE … WHERE size < :size OR (size = :size AND root = :root)`` touched a row.

        Raises:
            WillNotSign: Signing would fork the log, or an entry is not what its source says.
            Damaged: The tiles do not lead to the head.
        """
        head = Checkpoint(self.origin, frontier.size, frontier.root)
        reader = TileReader(self.tiles.read, frontier.size)
        if reader.root() != head.root:
            raise Damaged("tiles_differ", size=head.size)
        for index in range(self._published(reader, published), head.size):
            if leaf_hash(source(index)) != reader.leaf_hash(index):
                raise WillNotSign("entry_differs", index=index)
        if not swap(head):
            raise WillNotSign("head_moved")
        note = sign(head.text, self.signers)
        Checkpoint.opened(note, self.keys)  # what readers would refuse must not leave the house
        self.tiles.replace(CHECKPOINT, note.encode())
        return note

    def _published(self, reader: TileReader, published: Sequence[str]) -> int:
        """Return how far the log was published, all of it being part of the tiles here."""
        largest = 0
        for note in published:
            try:
                seen, _ = Checkpoint.opened(note, self.keys)
            except UnknownKey:
                raise WillNotSign("published_by_stranger") from None
            if seen.size > reader.size:
                raise WillNotSign("published_is_larger", published=seen.size, size=reader.size)
            if seen.origin != self.origin or seen.root != reader.root(0, seen.size):
                raise WillNotSign("published_differs", published=seen.size)
            largest = max(largest, seen.size)
        return largest

    def prove(self, index: int, leaf: Leaf, note: str, body: Body | None = None) -> Bundle:
        """Return the proof that ``leaf`` stands at ``index`` of the log whose checkpoint is ``note``."""
        head, _ = Checkpoint.opened(note, self.keys)
        path = TileReader(self.tiles.read, head.size).proven(index, leaf.hash, head.root)
        return Bundle(leaf, index, path, note, body)

    def fsck(self, frontier: Frontier, source: Source | None = None) -> Iterator[LedgerRefused]:
        """Derive the whole log again and yield every fault: in tiles, in entry bundles, and against the source."""
        reader = TileReader(self.tiles.read, frontier.size)
        derived: Frontier | None = Frontier()
        named: set[str] = set()
        for number in range(-(-frontier.size // WIDTH)):
            try:
                leaves = reader.leaves(number)
            except Damaged as fault:
                yield fault
                derived = None
                continue
            if self.with_entries:
                yield from _bundle_faults(reader, number)
            for index, leaf in enumerate(leaves if source else (), number * WIDTH):
                if source and leaf_hash(source(index)) != leaf:
                    yield WillNotSign("entry_differs", index=index)
            if derived:
                first = derived.size
                derived, above = derived.grown(leaves)
                yield from _tile_faults(reader, first, above, named)
        if derived and derived != frontier:
            yield Damaged("tiles_differ", size=frontier.size)


def _bundle_faults(reader: TileReader, number: int) -> Iterator[Damaged]:
    try:
        reader.entries(number)
    except Damaged as fault:
        yield fault


def _tile_faults(
    reader: TileReader, first: int, above: Sequence[Sequence[bytes]], named: set[str]
) -> Iterator[Damaged]:
    """Yield, once each, the tiles above the leaves in which hashes that became due at ``first`` are not as derived."""
    for level, row in enumerate(above, 1):
        for index, derived in enumerate(row, first >> TILE_HEIGHT * level):
            path = reader.path(level, index // WIDTH)
            try:
                if reader.node(level * TILE_HEIGHT, index) == derived:
                    continue
                fault = Damaged("damaged_tile", path=path)
            except Damaged as found:
                fault = found
            if path not in named:
                named.add(path)
                yield fault
