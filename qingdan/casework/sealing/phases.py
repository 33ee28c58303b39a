"""The three phases, each durable before the next: sequence, integrate, publish. Any of them may be killed and repeated."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from qingdan.casework.models import Checkpoint, Log
from qingdan.casework.sealing.keys import LOGS, signers, trusted
from qingdan.casework.sealing.keys import origin as origin_of
from qingdan.casework.sealing.sources import TABLES, rows
from qingdan.ledger import checkpoint as heads
from qingdan.ledger import sealing as ledger
from qingdan.ledger.files import FileTiles
from qingdan.ledger.refusals import WillNotSign
from qingdan.ledger.tree import Frontier

BATCH = 10_000


def log_of(name: str) -> ledger.Log:
    """Return a log with its tiles and keys. Entries of the process log are nobody's to read."""
    return ledger.Log(
        origin_of(name),
        FileTiles(Path(settings.TILES) / name),
        trusted(name),
        signers(name),
        with_entries=name == "register",
    )


def sequence(name: str, limit: int = BATCH) -> int:
    """Give places to acts that have none yet; return how many got one.

    The queue is "has no place", under the log's lock: an act whose transaction commits late is never overtaken for
    good, as it would be by remembering the last number seen.
    """
    table = TABLES[name]
    Log.objects.get_or_create(name=name, defaults={"frontier": []})
    with transaction.atomic():
        log = Log.objects.select_for_update().get(name=name)
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {table} SET leaf_index = waiting.place FROM ("  # noqa: S608 - table is one of two constants
                f"SELECT id, %s + row_number() OVER (ORDER BY id) - 1 AS place FROM {table} "
                "WHERE leaf_index IS NULL ORDER BY id LIMIT %s"
                f") AS waiting WHERE {table}.id = waiting.id AND {table}.leaf_index IS NULL",
                [log.sequenced, limit],
            )
            found: int = cursor.rowcount
        if found:
            log.sequenced += found
            log.save(update_fields=["sequenced"])
    return found


def frontier_of(row: Log) -> Frontier:
    """Return the frontier as it is kept."""
    return Frontier(row.size, tuple(bytes.fromhex(peak) for peak in row.frontier))


def integrate(name: str) -> int:
    """Write the tiles of what has a place; return how many leaves were added."""
    row = Log.objects.get(name=name)
    if row.sequenced == row.size:
        return 0
    last = min(row.sequenced, row.size + BATCH)
    before = frontier_of(row)
    entries = [sealed.leaf.entry for sealed in rows(name, row.size, last)]
    if len(entries) != last - row.size:
        raise WillNotSign("entry_differs", index=row.size + len(entries))
    grown = log_of(name).integrate(before, entries)
    peaks = [peak.hex() for peak in grown.peaks]
    kept = Log.objects.filter(name=name, size=before.size).update(size=grown.size, frontier=peaks)
    return len(entries) if kept else 0  # otherwise another worker has just done the same


def publish(name: str, at: datetime) -> str | None:
    """Sign the head and put it in its place; return the checkpoint, or None if nothing is new."""
    row = Log.objects.get(name=name)
    if row.size == 0 or Checkpoint.objects.filter(log=row, size=row.size).exists():
        return None
    newest = Checkpoint.objects.filter(log=row).order_by("-size").first()
    log = log_of(name)
    aside = log.tiles.read("checkpoint")
    known = [newest.note] if newest else []
    known += [aside.decode()] if aside is not None else []
    first = newest.size if newest else 0
    entries = {s.index: s.leaf.entry for s in rows(name, first, row.size)}

    def swap(head: heads.Checkpoint) -> bool:
        return bool(Log.objects.filter(name=name, published__lte=head.size).update(published=head.size))

    note = log.publish(frontier_of(row), published=known, source=entries.__getitem__, swap=swap)
    Checkpoint.objects.get_or_create(log=row, size=row.size, defaults={"note": note, "at": at})
    return note


def seal(at: datetime) -> int:
    """Bring every log up to date; return how many leaves were added. Of several workers one does it, the others go on."""
    added = 0
    for name in LOGS:
        while sequence(name):
            pass
        with FileTiles(Path(settings.TILES) / name).alone() as alone:
            while alone and (grown := integrate(name)):
                added += grown
            if alone:
                publish(name, at)
    return added
