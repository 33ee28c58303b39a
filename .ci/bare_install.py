"""Proves what a bare install promises: it imports, without extras, quickly, from the wheel.

Run it with the interpreter of an environment that holds the wheel and its core dependencies only.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import statistics
import subprocess
import sys
import time

ABSENT = ("django", "duckdb", "polars", "pyarrow", "z3")
# The promise is about what the import adds to a bare interpreter.
LIMIT_MS = 150
RUNS = 15


def start_up_ms(code: str) -> list[float]:
    """Return how long a fresh interpreter takes to run ``code``, in milliseconds, once a run."""
    took = []
    for _ in range(RUNS):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-I", "-c", code], check=True)
        took.append((time.perf_counter() - began) * 1000)
    return took


def main() -> None:
    """Check each promise; leave with a message that names the broken one."""
    import qingdan

    if "site-packages" not in str(qingdan.__file__):
        sys.exit(f"imported from {qingdan.__file__}, not from the wheel")
    for module in ABSENT:
        if importlib.util.find_spec(module):
            sys.exit(f"{module} is installed: this environment is not bare")
    qingdan.assess  # noqa: B018 - the law itself must load without extras, not only the package's front page

    print(f"qingdan {importlib.metadata.version('qingdan')}, what importing adds to a bare interpreter:")
    bare = start_up_ms("pass")
    for code in ("import qingdan", "from qingdan import assess"):
        took = start_up_ms(code)
        median = statistics.median(took) - statistics.median(bare)
        # The verdict is on the fastest run: a busy machine makes a run slower, never faster.
        fastest = min(took) - min(bare)
        print(f"  {code}: {median:.0f} ms (median), {fastest:.0f} ms (fastest)")
        if code == "import qingdan" and fastest > LIMIT_MS:
            sys.exit(f"import qingdan is too slow: the limit is {LIMIT_MS} ms")


if __name__ == "__main__":
    main()
