"""``python -m bench.faults KIND ROUNDS [SEED]``: one database, as many rounds as wanted."""

import sys

from bench.casework.server import database, python

with database(sys.argv[1], "faults") as env:
    said = python(env, "bench.faults.run", *sys.argv[2:])
print(said, end="")
raise SystemExit("FAULT" in said)
