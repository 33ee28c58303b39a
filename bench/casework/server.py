"""Databases and web processes to measure with, thrown away afterwards."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

HERE = Path(__file__).parents[1]
ROOT = HERE.parent
# the server the tests use too; databases here have names of their own
POSTGRESQL = os.environ.get(
    "QINGDAN_TEST_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432/qingdan"
).rpartition("/")[0]
_TICK = os.sysconf("SC_CLK_TCK")


def has_postgresql() -> bool:
    """Tell whether a PostgreSQL server listens; say so in one line where none does."""
    import psycopg

    try:
        psycopg.connect(f"{POSTGRESQL}/postgres", connect_timeout=3).close()
    except psycopg.OperationalError:
        print("SKIPPED: no PostgreSQL answers (QINGDAN_TEST_POSTGRESQL names one); that half is not measured")
        return False
    return True


def _sql(statement: str) -> None:
    import psycopg

    with psycopg.connect(f"{POSTGRESQL}/postgres", autocommit=True) as connection:
        connection.execute(statement.encode())


@contextmanager
def database(kind: str, name: str) -> Iterator[dict[str, str]]:
    """Lend an empty database (``postgresql`` or ``sqlite``) as the environment of processes that use it."""
    folder = Path(tempfile.mkdtemp(prefix=f".{name}-", dir=HERE))  # on a disk, as the database would be
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "qingdan.settings",
        "QINGDAN_DATA": str(folder),
        "QINGDAN_DATABASE_URL": "",
        "QINGDAN_LOG": "ERROR",
        "PYTHONPATH": str(ROOT),
    }
    named = f"bench_{name}_{os.getpid()}"
    if kind == "postgresql":
        _sql(f"CREATE DATABASE {named}")
        env["QINGDAN_DATABASE_URL"] = f"{POSTGRESQL}/{named}"
    try:
        yield env
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if kind == "postgresql":
            _sql(f"DROP DATABASE IF EXISTS {named} WITH (FORCE)")


def python(env: dict[str, str], *arguments: str) -> str:
    """Run a module in a process of its own; return what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments], env=env, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


def free_port() -> int:
    """Return a port nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Web:
    """Web processes at a port, and what they use."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.process = process
        self.port = port

    @property
    def children(self) -> list[int]:
        """The numbers of the worker processes."""
        found = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(pid) for pid in found.split()]

    def cpu(self) -> float:
        """Seconds of processor the workers have used."""
        return sum(cpu_of(pid) for pid in self.children)

    def peak(self) -> float:
        """Megabytes of the largest worker, at its largest."""
        return max(peak_of(pid) for pid in self.children)


def cpu_of(pid: int) -> float:
    """Return the seconds of processor a process has used."""
    with suppress(FileNotFoundError):
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / _TICK
    return 0.0


def peak_of(pid: int) -> float:
    """Return the megabytes a process held at its peak."""
    with suppress(FileNotFoundError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return 0.0


def backends(env: dict[str, str]) -> list[int]:
    """Return the processes of the PostgreSQL server that serve a database; none on SQLite."""
    import psycopg

    url = env["QINGDAN_DATABASE_URL"]
    if not url:
        return []
    with psycopg.connect(url) as connection:
        rows = connection.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return [pid for (pid,) in rows]


@contextmanager
def web(env: dict[str, str], *, workers: int = 2, threads: int = 2) -> Iterator[Web]:
    """Serve the application as ``docs/operate.md`` says."""
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "--no-ws"]
    command += ["--workers", str(workers), "--blocking-threads", str(threads), "--log-level", "warning"]
    process = subprocess.Popen([*command, "qingdan.wsgi:application"], env=env, cwd=ROOT)
    try:
        _wait_for(port)
        yield Web(process, port)
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()


def _wait_for(port: int) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise TimeoutError("the web processes did not start")
