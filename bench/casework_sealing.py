"""Sealing out of the database: rows read, hashed, written as tiles, read again, signed. ``python -m bench casework_sealing``.

``bench ledger`` measures the log alone. Here every phase is measured where it runs: places given out in the database,
entries derived from its rows, tiles forced to the disk, everything new derived once more before the head is signed.
"""

from __future__ import annotations

import json
import os
import statistics
from typing import Any

from bench.casework.server import database, has_postgresql, python
from bench.measure import machine

PHASES = ("sequence", "integrate", "publish")


def main(*, quick: bool = False) -> bool:
    """Print the figures; the target is that of ``bench ledger``, this is what the database adds."""
    cases, turns = (2_000, 1) if quick else (60_000, 3)
    print(machine())
    for kind in ("postgresql", "sqlite"):
        if kind == "postgresql" and not has_postgresql():
            continue
        runs: list[dict[str, Any]] = []
        for _ in range(turns):
            with database(kind, "seal") as env:
                python(env, "bench.casework.many", str(cases), "unsealed")
                runs.append(json.loads(python(env, "bench.casework.seal")))
        middle = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
        each = ", ".join(f"{phase} {middle[f'{phase}_per_second']:,.0f}" for phase in PHASES)
        print(
            f"  {kind}: {middle['leaves']:,.0f} leaves, {middle['per_second']:,.0f} a second from first to last ({each}); "
            f"a proof with its entry from the database {middle['proof_ms']:.2f} ms; load average {os.getloadavg()[0]:.1f}"
        )
    return True


if __name__ == "__main__":
    main()
