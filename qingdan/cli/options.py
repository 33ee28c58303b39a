"""Options that several commands share, each described once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from qingdan.cli.tongue import t


def on_day() -> Any:  # noqa: ANN401 - typer's own type is not public
    """Return ``--on DATE``."""
    return typer.Option(
        "--on", metavar="DATE", help=t("the day to judge (default: today)", "判断日（默认今日）")
    )


def readings() -> Any:  # noqa: ANN401
    """Return ``--reading KEY=VALUE``."""
    return typer.Option(
        "--reading",
        metavar="KEY=VALUE",
        help=t("take another reading of an open point; may be repeated", "对未决问题采用其他解释，可重复"),
        autocompletion=complete_reading,
    )


def list_edition(name: str = "--list", *, by_date: bool = True) -> Any:  # noqa: ANN401
    """Return ``--list EDITION``. Without it the edition goes by date, or stands for any there can be."""
    default = t("the one in force", "当时有效的版本") if by_date else t("any list there can be", "任意清单")
    return typer.Option(
        name,
        metavar="EDITION",
        help=t(
            f"Negative List edition: a key or a file (default: {default})",
            f"负面清单版本：名称或者文件（默认：{default}）",
        ),
        autocompletion=complete_edition,
    )


def output_format() -> Any:  # noqa: ANN401
    """Return ``--format text|json``."""
    return typer.Option("--format", help=t("how to print", "输出格式"))


def examples(*calls: str) -> str:
    """Return the examples of a command for the end of its help."""
    return t("Examples:", "示例：") + "".join(f"\n\n[dim]$[/] {call}" for call in calls)


def complete_reading(incomplete: str) -> Iterator[str]:
    """Yield readings, and their options once the key is there."""
    from qingdan.law.pack import model_law

    key, sign, _ = incomplete.partition("=")
    for reading in model_law().readings:
        if sign and reading.name == key:
            yield from (f"{key}={o}" for o in reading.options or () if f"{key}={o}".startswith(incomplete))
        elif not sign and reading.name.startswith(key):
            yield f"{reading.name}="


def complete_edition(incomplete: str) -> Iterator[str]:
    """Yield the shipped editions and the files that could hold one."""
    from qingdan.law.judge import sample_editions

    yield from (e.key for e in sample_editions() if e.key.startswith(incomplete))
    folder = Path(incomplete).parent
    if folder.is_dir():
        yield from (str(p) for p in sorted(folder.glob("*.y*ml")) if str(p).startswith(incomplete))


def complete_fact(incomplete: str) -> Iterator[str]:
    """Yield the keys of questions and events."""
    from qingdan.law.pack import model_law

    pack = model_law()
    known = (*pack.facts, *pack.violation_facts, *pack.events)
    yield from (thing.key for thing in known if thing.key.startswith(incomplete))
