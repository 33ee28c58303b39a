"""Steps over HTTP through the whole stack: token, Idempotency-Key, one transaction each. ``python -m bench casework_steps``.

Two web processes and the database share the processors with the load generator. What counts is acknowledged: the
transaction has been committed and forced to the disk. On a busy machine read the processor time a step, not the rate.
"""

from __future__ import annotations

import json
import os
import statistics
from pathlib import Path
from typing import Any

from bench.casework.server import backends, cpu_of, database, has_postgresql, peak_of, python, web
from bench.measure import machine, verdict

STEPS_PER_SECOND, P99_MS = 300, 200
CONNECTIONS = 8


def measured(env: dict[str, str], cases: int, *, threads: int = 2) -> dict[str, Any]:
    """Drive ``cases`` ten-step cases on a fresh database; return the figures."""
    plan = Path(env["QINGDAN_DATA"]) / "plan.json"
    python(env, "bench.casework.world", str(cases), str(plan))
    with web(env, threads=threads) as served:
        before = served.cpu()
        warm = min(400, cases * 3)
        said = python(env, "bench.casework.load", str(served.port), str(plan), str(CONNECTIONS), str(warm))
        found: dict[str, Any] = json.loads(said)
        behind = backends(env)
        found["web_cpu"] = (served.cpu() - before) / found["all"] * 1000
        found["database_cpu"] = sum(map(cpu_of, behind)) / found["all"] * 1000
        found["web_mb"] = served.peak()
        found["database_mb"] = max(map(peak_of, behind), default=0.0)
    found["busy"] = os.getloadavg()[0]
    return found


def main(*, quick: bool = False) -> bool:
    """Print the figures of PostgreSQL and of SQLite; return whether the targets are reached."""
    cases, runs = (60, 1) if quick else (600, 3)
    print(f"{machine()}\nten-step licence cases over HTTP, {CONNECTIONS} connections, 2 web processes")
    reached = []
    for kind in ("postgresql", "sqlite"):
        if kind == "postgresql" and not has_postgresql():
            continue
        found = []
        for _ in range(runs):
            with database(kind, "steps") as env:
                found.append(measured(env, cases))
            print("  " + shown(kind, found[-1]))
        middle = sorted(found, key=lambda f: f["per_second"])[len(found) // 2]
        if kind == "postgresql":
            rate = statistics.median(f["per_second"] for f in found)
            reached += [
                verdict("steps acknowledged a second, PostgreSQL", rate, STEPS_PER_SECOND, at_least=True),
                verdict("p99, ms", middle["p99"], P99_MS),
            ]
    return all(reached)


def shown(kind: str, found: dict[str, Any]) -> str:
    """Return one run as a line."""
    return (
        f"{kind}: {found['per_second']:.0f}/s over {found['steps']} steps, p50 {found['p50']:.1f} ms, "
        f"p99 {found['p99']:.1f} ms, most {found['most']:.0f} ms; processor a step: web {found['web_cpu']:.2f} ms, "
        f"database {found['database_cpu']:.2f} ms, load generator {found['load_cpu']:.2f} ms; "
        f"peak {found['web_mb']:.0f} MB a web process, {found['database_mb']:.0f} MB a database process; "
        f"load average {found['busy']:.1f}"
    )


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
