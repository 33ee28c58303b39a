"""Sealing acts into tile files, forced to the disk; proofs from those files; the verifier. Run: ``python -m bench ledger``.

Sealing is measured whole: every entry is hashed, tiles and bundles are written, fsynced, renamed and read back, every
entry is derived a second time from its source, and the head is signed. A million entries stand on the disk before
proofs are timed; each proof opens its tile files anew (they are in the page cache, as on a server in use).
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from time import perf_counter

from bench.measure import machine, medians, verdict
from qingdan.ledger import Body, FileTiles, Frontier, Leaf, Signer, verify
from qingdan.ledger.sealing import Log

ORIGIN = "bench.example/log"
SIGNER = Signer(ORIGIN, bytes(range(32)))
SEALED_PER_SECOND, PROOF_MS = 50_000, 1.0
HERE = Path(__file__).parent


def entries(first: int, count: int) -> list[bytes]:
    """Return entries as the casework writes them: header and digest."""
    digest = bytes(32)
    header = b'{"at":"2026-02-24T10:15:00+08:00","kind":"registration","number":"R%015d"}'
    return [Leaf(header % index, digest).entry for index in range(first, first + count)]


@contextmanager
def on_disk() -> Iterator[tuple[Log, Path]]:
    """Lend a log in a folder beside this file: a temporary file system would force nothing to a disk."""
    with tempfile.TemporaryDirectory(dir=HERE, prefix=".ledger-") as folder:
        yield Log(ORIGIN, FileTiles(Path(folder)), (SIGNER.key,), (SIGNER,)), Path(folder)


def sealed(log: Log, frontier: Frontier, note: str | None, batch: list[bytes]) -> tuple[Frontier, str]:
    """Integrate and publish one batch."""
    first = frontier.size
    frontier = log.integrate(frontier, batch)
    published = [note] if note else []
    return frontier, log.publish(
        frontier, published=published, source=lambda index: batch[index - first], swap=lambda _: True
    )


def sealing(log: Log, total: int, batch: int) -> tuple[Frontier, str, float]:
    """Seal ``total`` entries in batches; return how many a second, by the median batch."""
    frontier, note, rates = Frontier(), "", []
    while frontier.size < total:
        fresh = entries(frontier.size, batch)
        begun = perf_counter()
        frontier, note = sealed(log, frontier, note, fresh)
        rates.append(batch / (perf_counter() - begun))
    return frontier, note, statistics.median(rates)


def main(*, quick: bool = False) -> bool:
    """Print the figures; return whether the targets are reached."""
    total = 100_000 if quick else 1_000_000
    print(f"{machine()}\nsealed and published, fsynced, entries a second (median batch)")
    rates = {}
    for batch in (100, 1_000, 10_000):
        with on_disk() as (log, _):
            rates[batch] = sealing(log, min(total, 100 * batch), batch)[2]
        print(f"  in batches of {batch:>6,}: {rates[batch]:>9,.0f}")
    body = Body.of(bytes(16), {"product": "example", "holder": "example", "valid_from": "2026-02-24"})
    header = {"at": "2026-02-24T10:15:00+08:00", "kind": "registration", "number": "R110108250000420"}
    made = medians({"leaf": lambda: Leaf.of(header, body).entry}, rounds=5)["leaf"]
    print(f"one entry from its header, canonical JSON: {made:.1f} µs")
    with on_disk() as (log, folder):
        frontier, note, _ = sealing(log, total // 2, total // 10)
        leaf, at = Leaf.of(header, body), frontier.size
        rest = [leaf.entry, *entries(at + 1, total - at - 1)]
        frontier, note = sealed(log, frontier, note, rest)
        random = Random(7)  # noqa: S311 - a sample, no secret
        places = random.sample([*range(at), *range(at + 1, total)], 200)
        leaves = {i: Leaf.parse(entries(i, 1)[0]) for i in places}
        each = iter(places * 100)

        def proof() -> object:
            index = next(each)
            return log.prove(index, leaves[index], note)

        bundle = log.prove(at, leaf, note, body)
        written, compact = bundle.as_json(), bundle.compact()
        times = medians(
            {
                "inclusion proof from tile files": proof,
                "verify a proof file": lambda: verify(written, log.keys),
                "verify a QR text": lambda: verify(compact, log.keys),
            },
            rounds=3 if quick else 15,
            batch_ns=20_000_000,
        )
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        begun = perf_counter()
        faults = list(log.fsck(frontier))
        fsck = perf_counter() - begun
    print(
        f"at {frontier.size:,} entries ({size / 1e6:,.0f} MB of tiles and bundles; a QR text is {len(compact) * 2 // 5:,} bytes)"
    )
    for name, taken in times.items():
        print(f"  {name}: {taken / 1000:.3f} ms")
    print(f"  fsck of the whole log: {fsck:.1f} s, {len(faults)} faults")
    reached = [
        verdict("sealed a second, in batches of 10,000", rates[10_000], SEALED_PER_SECOND, at_least=True),
        verdict("inclusion proof, ms", times["inclusion proof from tile files"] / 1000, PROOF_MS),
    ]
    return all(reached) and not faults


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
