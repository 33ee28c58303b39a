"""A million cases beside ten thousand: a step costs the same, and pages stay fast. ``python -m bench casework_million``.

Both databases stand side by side and take turns, one connection at a time, so that a busy moment hurts both alike.
Pages go through the whole application in one process. Loading takes some minutes and some ten gigabytes a database.
"""

from __future__ import annotations

import json
import os
import statistics
import time
from pathlib import Path
from typing import Any

from bench.casework.server import backends, cpu_of, database, has_postgresql, python, web
from bench.measure import machine, verdict

RATIO, PAGE_MS = 1.3, 100
CASES = 30  # of ten steps, driven in each turn


def main(*, quick: bool = False) -> bool:
    """Print the figures; return whether the targets are reached."""
    few, many, turns = (1_000, 10_000, 2) if quick else (10_000, 1_000_000, 7)
    print(machine())
    reached = []
    for kind in ("postgresql", "sqlite"):
        if kind == "postgresql" and not has_postgresql():
            continue
        with database(kind, "few") as small, database(kind, "many") as large:
            for env, cases in ((small, few), (large, many)):
                begun = time.perf_counter()
                python(env, "bench.casework.many", str(cases))
                print(f"{kind}: {cases:,} cases loaded in {time.perf_counter() - begun:.0f} s")
            reached += compared(kind, small, large, turns)
            reached += looked_at(kind, large, 3 if quick else 15)
    return all(reached)


def compared(kind: str, small: dict[str, str], large: dict[str, str], turns: int) -> list[bool]:
    """Drive cases on both in turns; print and judge what a step costs."""
    times: dict[str, list[dict[str, Any]]] = {"few": [], "many": []}
    for _ in range(turns):
        times["few"].append(turn(small))
        times["many"].append(turn(large))
    for figure, says in (("p50", "ms, median of a step"), ("cpu", "ms of processor a step")):
        one, other = (statistics.median(t[figure] for t in times[which]) for which in ("few", "many"))
        pairs = [b[figure] / a[figure] for a, b in zip(times["few"], times["many"], strict=True)]
        print(f"  {says}: {one:.2f} and {other:.2f}; ratio of the pairs {min(pairs):.2f} to {max(pairs):.2f}")
    ratio = statistics.median(b["p50"] / a["p50"] for a, b in zip(times["few"], times["many"], strict=True))
    print(f"  load average {os.getloadavg()[0]:.1f}")
    return [verdict(f"a step among many against few, {kind}", ratio, RATIO)]


def turn(env: dict[str, str]) -> dict[str, Any]:
    """Drive a few cases, one step after the other; return what a step took."""
    plan = Path(env["QINGDAN_DATA"]) / "plan.json"
    python(env, "bench.casework.world", str(CASES), str(plan))
    with web(env, workers=1, threads=1) as served:
        before = served.cpu()
        found: dict[str, Any] = json.loads(
            python(env, "bench.casework.load", str(served.port), str(plan), "1", "60")
        )
        spent = served.cpu() - before + sum(map(cpu_of, backends(env)))
    found["cpu"] = spent / found["all"] * 1000
    return found


def looked_at(kind: str, env: dict[str, str], rounds: int) -> list[bool]:
    """Look at worklists and the register; print and judge the slowest page."""
    figures: dict[str, list[float]] = json.loads(python(env, "bench.casework.pages", str(rounds)))
    for what, (taken, queries, rows) in figures.items():
        print(f"  {what:35} {taken:7.1f} ms, {queries:.0f} queries, {rows:.0f} rows")
    return [verdict(f"slowest page, ms, {kind}", max(taken for taken, _, _ in figures.values()), PAGE_MS)]


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
