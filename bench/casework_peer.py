"""A peer: the same ten-step case through DBOS, durable steps on the same PostgreSQL. ``python -m bench casework_peer``.

What DBOS does at each step: it records that the step ran and what it returned, so that a killed workflow goes on where it
was. What ours does besides: permission, four eyes, guards, clocks with their deadlines, the product's timeline, the
letter, the register, a salted and hashed event for the ledger, and an idempotency key. What DBOS does and ours does not:
it resumes any Python function by itself. Both commit each step to the disk. One process each, no HTTP.
"""

from __future__ import annotations

import json
import os
import statistics
from typing import Any

from bench.casework.server import database, has_postgresql, python
from bench.measure import machine

THREADS = 8


def main(*, quick: bool = False) -> bool:
    """Print both, in turns, and the ratios. There is no target: whatever it is, it is told."""
    print(machine())
    if not has_postgresql():
        return True
    cases, turns = (10, 1) if quick else (80, 5)
    found: dict[str, list[dict[str, Any]]] = {"ours": [], "straight": [], "driven": []}
    for _ in range(turns):
        with database("postgresql", "peer") as env:
            found["ours"].append(json.loads(python(env, "bench.casework.direct", str(cases), str(THREADS))))
        with database("postgresql", "peer") as env:
            peer = json.loads(python(env, "bench.casework.durable", str(cases), str(THREADS)))
            found["straight"].append(peer["straight"])
            found["driven"].append(peer["driven"])
    middle = {name: statistics.median(f["per_second"] for f in runs) for name, runs in found.items()}
    says = {
        "ours": "ours, the one writer alone",
        "straight": "DBOS, ten steps in a row",
        "driven": "DBOS, each step sent and awaited",
    }
    for name, runs in found.items():
        spent = statistics.median(f["cpu"] for f in runs)
        print(f"  {says[name]:34} {middle[name]:5.0f} steps/s, {spent:.2f} ms of processor a step in Python")
    for name in ("straight", "driven"):
        ratios = [a["per_second"] / b["per_second"] for a, b in zip(found["ours"], found[name], strict=True)]
        print(
            f"  ours : {says[name]} = {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
        )
    print(f"  load average {os.getloadavg()[0]:.1f}")
    return True


if __name__ == "__main__":
    main()
