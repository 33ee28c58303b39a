"""Run every measurement: ``python -m bench [--quick] [name ...]``.

Every module of this folder that has a ``main`` takes part. What they print is also kept in
``bench/results/<day>.json``; docs/benchmarks.md quotes it with the machine it was measured on.
Ends with 3 if a target was missed.
"""

from __future__ import annotations

import argparse
import contextlib
import inspect
import io
import json
import pkgutil
import sys
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.measure import machine

HERE = Path(__file__).parent
MISSED = 3  # so that a target missed is not taken for a crash


class _Both(io.StringIO):
    """Keeps what is printed and prints it too."""

    def write(self, text: str) -> int:
        sys.__stdout__.write(text)  # type: ignore[union-attr]
        sys.__stdout__.flush()  # type: ignore[union-attr]
        return super().write(text)


def modules() -> dict[str, Any]:
    """Return what can be measured, by name."""
    names = sorted(m.name for m in pkgutil.iter_modules([str(HERE)]) if not m.name.startswith("_"))
    found = {name: import_module(f"bench.{name}") for name in names}
    return {name: module for name, module in found.items() if callable(getattr(module, "main", None))}


def run(module: Any, *, quick: bool) -> dict[str, Any]:  # noqa: ANN401 - a module
    """Run one measurement and return what it printed, whether it reached its targets, and how long it took."""
    takes_quick = "quick" in inspect.signature(module.main).parameters
    start = perf_counter()
    with contextlib.redirect_stdout(_Both()) as said:
        outcome = module.main(quick=quick) if takes_quick else module.main()
    seconds = round(perf_counter() - start, 1)
    return {"reached": outcome is not False, "seconds": seconds, "printed": said.getvalue().splitlines()}


def main() -> int:
    """Run what was asked for, print it and keep it."""
    known = modules()
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, smaller tables")
    parser.add_argument("names", nargs="*", choices=[[], *known], help="which (default: all)")
    given = parser.parse_args()
    results = {name: run(known[name], quick=given.quick) for name in given.names or known}
    today = datetime.now(UTC).date().isoformat()
    kept = HERE / "results" / f"{today}.json"
    kept.parent.mkdir(exist_ok=True)
    kept.write_text(
        json.dumps({"machine": machine(), "quick": given.quick, **results}, indent=1, ensure_ascii=False)
    )
    print(f"\nkept in {kept.relative_to(Path.cwd()) if kept.is_relative_to(Path.cwd()) else kept}")
    return 0 if all(result["reached"] for result in results.values()) else MISSED


if __name__ == "__main__":
    sys.exit(main())
