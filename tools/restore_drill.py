"""Rehearse backup and restore, with the very commands of docs/operate.md, on SQLite and on PostgreSQL.

    python tools/restore_drill.py             both; without a PostgreSQL server one line says so (in CI: a failure)
    python tools/restore_drill.py sqlite      one of them

A small installation works, is backed up, works on (an erasure, an act), and is lost. Then it is restored twice: from the backup of the
last moment, which must prove sound with the erasure done again and must go on sealing; and from one that lacks a published act,
which must be refused.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_BLOCK = re.compile(r"<!-- drill: ([a-z-]+) -->\n```sh\n(.*?)```", re.DOTALL)
BLOCKS: Mapping[str, str] = dict(_BLOCK.findall((ROOT / "docs" / "operate.md").read_text(encoding="utf-8")))
SERVER = os.environ.get("QINGDAN_TEST_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432/qingdan").rpartition(
    "/"
)[0]
_WORK = """
from qingdan.casework.demo.load import load
from qingdan.casework.demo.script import stories
from qingdan.casework.moment import now
made = load(now(), [s for s in stories() if s.key in {"r-help", "c-done", "four-defects"}])
assert made is not None and not made.stopped, made
"""
_ACT = """
from qingdan.casework import actions
from qingdan.casework.models import Case, User
from qingdan.casework.moment import now
case = Case.objects.get(procedure="licence_application", ended=False)
actions.take(case.pk, "withdraw", {}, by=User.objects.get(email="kangxun@demo.example"), at=now())
"""


class Failed(AssertionError):
    """The drill did not come out as it must."""


class Drill:
    """One rehearsal in a folder of its own."""

    def __init__(self, folder: Path, databases: tuple[str, str]) -> None:
        self.folder = folder
        self.postgresql = bool(databases[0])
        self.databases = databases
        self.kind = "postgresql" if self.postgresql else "sqlite"
        self.env = {
            **{k: v for k, v in os.environ.items() if not k.startswith("QINGDAN_")},
            "QINGDAN_DEMO": "1",
            "QINGDAN_READINGS": "competence.delegate=by_table",
            "PYTHON": sys.executable,
            "BACKUP": str(folder / "backup"),
            "ELSEWHERE": str(folder / "elsewhere"),
        }
        self.live("live", databases[0])

    def live(self, name: str, database: str) -> None:
        """Work in another place from now on."""
        self.env["QINGDAN_DATA"] = str(self.folder / name)
        self.env["QINGDAN_DATABASE_URL"] = database

    def run(self, script: str, *, fails_with: str | None = None) -> str:
        """Run shell commands; they must succeed, or fail saying ``fails_with``."""
        head = 'set -euo pipefail; manage() { "$PYTHON" -m qingdan.manage "$@"; }\n'
        done = subprocess.run(  # noqa: S603 - our own commands
            ["/bin/bash", "-c", head + script],
            cwd=ROOT,
            env=self.env,
            text=True,
            capture_output=True,
            check=False,
        )
        said = done.stdout + done.stderr
        if (done.returncode != 0) is not (fails_with is not None) or (fails_with or "") not in said:
            raise Failed(f"{self.kind}: exit {done.returncode}\n{script}\n{said}")
        return said

    def block(self, *names: str) -> str:
        """Run blocks of the page, as they stand there."""
        return "".join(self.run(BLOCKS[name]) for name in names)

    def python(self, code: str) -> None:
        """Run Python in the installation."""
        self.run(f"manage shell -v0 <<'PYTHON'\n{code}\nPYTHON")

    def back_up(self, name: str) -> None:
        """Back up into a folder of its own."""
        self.env["BACKUP"] = str(self.folder / name)
        self.block("back-up-files", f"back-up-{self.kind}", "back-up-documents")

    def restore(self, name: str, place: str) -> None:
        """Restore a backup into a new place."""
        self.env["BACKUP"] = str(self.folder / name)
        if self.postgresql:
            _recreate(self.databases[1])
        self.live(place, self.databases[1])
        self.block("restore-files", f"restore-{self.kind}")


def rehearse(drill: Drill) -> None:
    """Work, back up, lose everything, restore."""
    drill.run("manage migrate -v0")
    drill.python(_WORK)
    drill.back_up("early")
    drill.run('manage ledger erase 3 --ground "withdrawn consent"')
    drill.block("keep-published")
    drill.restore("early", "restored")
    said = drill.block("prove")
    _demand("1 payloads erased again" in said, "the erasure was not done again", said)
    drill.python(_ACT)
    _demand("1 leaves sealed" in drill.run("manage ledger seal"), "the restored ledger does not go on", said)
    drill.block("rotate")
    drill.live("live", drill.databases[0])
    drill.python(_ACT)
    drill.run("manage ledger seal")
    drill.block("keep-published")  # this act was published, and no backup has it
    drill.restore("early", "too-old")
    drill.run(BLOCKS["prove"], fails_with="was published, but here are only")


def _demand(held: bool, what: str, said: str) -> None:  # noqa: FBT001 - a condition
    if not held:
        raise Failed(f"{what}\n{said}")


def _install(folder: Path) -> None:
    """The first installation, in earnest: no demonstration."""
    drill = Drill(folder, ("", ""))
    del drill.env["QINGDAN_DEMO"]
    _demand("Appointed" in drill.block("install"), "nobody was appointed", "")


def _recreate(url: str) -> None:
    import psycopg

    name = url.rpartition("/")[2]
    with psycopg.connect(f"{SERVER}/postgres", autocommit=True) as server:
        server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')  # type: ignore[arg-type, unused-ignore]
        server.execute(f'CREATE DATABASE "{name}"')  # type: ignore[arg-type, unused-ignore]


def _drop(url: str) -> None:
    import psycopg

    with psycopg.connect(f"{SERVER}/postgres", autocommit=True) as server:
        server.execute(f'DROP DATABASE IF EXISTS "{url.rpartition("/")[2]}" WITH (FORCE)')  # type: ignore[arg-type, unused-ignore]


def _on_postgresql(folder: Path) -> bool:
    """Rehearse there; tell whether that is well: a server that is not there is well outside CI."""
    import psycopg

    try:
        psycopg.connect(f"{SERVER}/postgres", connect_timeout=3).close()
    except psycopg.OperationalError:
        print("restore drill on PostgreSQL SKIPPED: no server answers (QINGDAN_TEST_POSTGRESQL names one)")  # noqa: T201
        return not os.environ.get("CI")
    names = (f"{SERVER}/qingdan_drill_{os.getpid()}", f"{SERVER}/qingdan_drill_{os.getpid()}_restored")
    try:
        _recreate(names[0])
        rehearse(Drill(folder, names))
    finally:
        for name in names:
            _drop(name)
    print("restored and proved on PostgreSQL")  # noqa: T201
    return True


def main(wanted: list[str]) -> int:
    """Rehearse; return the exit code."""
    folder = Path(tempfile.mkdtemp(prefix="qingdan-drill-"))
    try:
        if "postgresql" not in wanted:
            _install(folder / "installed")
            rehearse(Drill(folder / "sqlite", ("", "")))
            print("restored and proved on SQLite")  # noqa: T201
        if "sqlite" not in wanted and not _on_postgresql(folder / "postgresql"):
            return 1
    except Failed as failed:
        print(failed, file=sys.stderr)  # noqa: T201
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
