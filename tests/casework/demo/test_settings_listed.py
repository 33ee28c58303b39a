"""docs/settings.md lists exactly the variables that the source reads."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
NAME = re.compile(r"QINGDAN_[A-Z][A-Z_]*[A-Z]")
MADE_UP = {f"QINGDAN_{who}_ADMIN" for who in ("SYSTEM", "SECURITY", "AUDIT")}  # put together in the command


def test_settings_are_listed_and_read() -> None:
    listed = set()
    for line in (ROOT / "docs/settings.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("| `"):
            listed |= set(NAME.findall(line.split("|")[1]))
    sources = [*(ROOT / "qingdan").rglob("*.py"), ROOT / "tools/test_on_postgresql.py"]
    read = {name for path in sources for name in NAME.findall(path.read_text(encoding="utf-8"))}
    assert read - listed == set(), "describe these in docs/settings.md"
    assert listed - read - MADE_UP == set(), "these are not read any more"
