"""The ledger's health: everything derived again from the database and compared with tiles, heads and keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qingdan.casework.models import Checkpoint, Log, StatusList
from qingdan.casework.sealing.keys import LOGS, origin, trusted
from qingdan.casework.sealing.phases import frontier_of, log_of
from qingdan.casework.sealing.sources import rows
from qingdan.ledger import checkpoint as heads
from qingdan.ledger.note import opened
from qingdan.ledger.refusals import LedgerRefused
from qingdan.ledger.tiles import TileReader

_STEP = 5_000


def faults(published: Sequence[str] = ()) -> Iterator[tuple[str, LedgerRefused]]:
    """Yield every fault as log and reason. Nothing is yielded of a healthy ledger.

    ``published`` are checkpoints that others have kept: after a restore they tell what the backup lacks.
    """
    for name in LOGS:
        row = Log.objects.filter(name=name).first()
        if row is None:
            continue
        seen = [note for note in published if note.startswith(f"{origin(name)}\n")]
        for fault in _of_log(name, row, seen):
            yield name, fault
    for listed in StatusList.objects.order_by("day").iterator():
        try:
            opened(listed.note, trusted("register"))
        except LedgerRefused as fault:
            yield "status", fault


def _of_log(name: str, row: Log, published: Sequence[str]) -> Iterator[LedgerRefused]:
    log, frontier = log_of(name), frontier_of(row)
    derived = _Derived(name)
    try:
        yield from log.fsck(frontier, derived)
    except LedgerRefused as fault:
        yield fault
    reader = TileReader(log.tiles.read, frontier.size)
    kept = Checkpoint.objects.filter(log=row).order_by("size").values_list("note", flat=True)
    aside = log.tiles.read("checkpoint")
    for note in (*kept.iterator(), *published, *([aside.decode()] if aside is not None else [])):
        try:
            head, _ = heads.Checkpoint.opened(note, log.keys)
            if head.size > frontier.size:  # an older backup was restored: acts that others saw are missing
                yield LedgerRefused("published_is_larger", published=head.size, size=frontier.size)
            elif reader.root(0, head.size) != head.root:
                yield LedgerRefused("published_differs", published=head.size)
        except LedgerRefused as fault:
            yield fault


class _Derived:
    """Gives entries by index, reading the database in stretches."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._held: dict[int, bytes] = {}

    def __call__(self, index: int) -> bytes:
        if index not in self._held:
            first = index - index % _STEP
            self._held = {s.index: s.leaf.entry for s in rows(self._name, first, first + _STEP)}
        return self._held.get(index, b"")
