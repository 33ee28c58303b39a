"""Run the tests that use a database once more, on PostgreSQL: ``make test`` calls this after the half on SQLite.

``QINGDAN_TEST_POSTGRESQL`` names the server (default: the one on this machine, trusting user ``postgres``). Where no server
answers, one line says so; in CI that is a failure.
"""

from __future__ import annotations

import os
import subprocess
import sys

import psycopg

DEFAULT = "postgresql://postgres@127.0.0.1:5432/qingdan"
TESTS = ("tests/casework", "tests/api", "tests/portals")


def main() -> int:
    """Run them; return the exit code."""
    url = os.environ.get("QINGDAN_TEST_POSTGRESQL", DEFAULT)
    server = url.rpartition("/")[0] + "/postgres"
    try:
        psycopg.connect(server, connect_timeout=3).close()
    except psycopg.OperationalError:
        print("PostgreSQL half SKIPPED: no server answers (QINGDAN_TEST_POSTGRESQL names one)")  # noqa: T201
        return 1 if os.environ.get("CI") else 0
    there = [t for t in TESTS if os.path.isdir(t)]  # noqa: PTH112 - a name, from the root of the project
    command = [sys.executable, "-m", "pytest", *there, *sys.argv[1:]]
    return subprocess.run(command, env={**os.environ, "QINGDAN_DATABASE_URL": url}, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
