"""The fault run: writers, sealers and the worker's sweep killed with SIGKILL at random, and nothing may be lost by it.

``python -m bench faults`` (500 rounds on SQLite and on PostgreSQL, some minutes), or ``python -m bench.faults KIND ROUNDS
[SEED]``. In each round one process or several are killed in the middle of what they do and started again.
"""

from __future__ import annotations

from bench.casework.server import database, has_postgresql, python
from bench.measure import machine

ROUNDS, FEW = 500, 20


def main(*, quick: bool = False) -> bool:
    """Print what was done and found; return whether nothing was wrong."""
    print(machine())
    rounds = FEW if quick else ROUNDS
    sound = []
    for kind in ("sqlite", "postgresql"):
        if kind == "postgresql" and not has_postgresql():
            continue
        with database(kind, "faults") as env:
            said = python(env, "bench.faults.run", str(rounds))
        print(f"{kind}:\n{said}", end="")
        sound.append("FAULT" not in said)
    return all(sound)
