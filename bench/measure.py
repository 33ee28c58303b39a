"""Measuring side by side: the alternatives take turns in one process, the median counts."""

from __future__ import annotations

import gc
import os
import platform
import statistics
from collections.abc import Callable, Mapping, Sequence
from time import perf_counter_ns
from typing import Any

Work = Callable[[], Any]


def machine() -> str:
    """Return what was measured on."""
    return f"Python {platform.python_version()}, {os.cpu_count()} CPUs, {platform.machine()}, {platform.system()}"


def medians(works: Mapping[str, Work], *, rounds: int, batch_ns: int = 2_000_000) -> dict[str, float]:
    """Return the median time of each piece of work in microseconds; in each round each has one turn."""
    sizes = {name: _batch(work, batch_ns) for name, work in works.items()}
    times: dict[str, list[float]] = {name: [] for name in works}
    gc.disable()
    try:
        for _ in range(rounds):
            for name, work in works.items():
                times[name].append(_timed(work, sizes[name]))
            gc.collect()
    finally:
        gc.enable()
    return {name: statistics.median(taken) for name, taken in times.items()}


def _batch(work: Work, batch_ns: int) -> int:
    work()  # the first turn warms up and does not count
    return max(1, int(batch_ns / max(1.0, _timed(work, 3) * 1000)))


def _timed(work: Work, times: int) -> float:
    """Return microseconds for one of ``times`` turns."""
    start = perf_counter_ns()
    for _ in range(times):
        work()
    return (perf_counter_ns() - start) / times / 1000


def print_table(title: str, head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print rows under a title, numbers to the right."""
    cells = [[f"{c:,.2f}" if isinstance(c, float) else str(c) for c in row] for row in (head, *rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    print(f"\n{title}\n{machine()}")
    for row in cells:
        first, *rest = (
            cell.ljust(w) if not i else cell.rjust(w)
            for i, (cell, w) in enumerate(zip(row, widths, strict=True))
        )
        print("  ".join([first, *rest]))


def verdict(name: str, figure: float, target: float, *, at_least: bool = False) -> bool:
    """Print whether a figure reaches its target, and return it."""
    reached = figure >= target if at_least else figure <= target
    sign = ">=" if at_least else "<="
    print(f"{'reached' if reached else 'MISSED '}  {name}: {figure:.3g} (target {sign} {target:.3g})")
    return reached
