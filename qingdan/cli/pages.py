"""How a page is laid out: for the width of a terminal, or as plain lines that other programs can read.

Into a pipe or a file nothing is wrapped, cut or padded: one statement is one line. ``COLUMNS``
asks for the layout of a terminal of that width all the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Line

from qingdan.cli.output import console

RULE_LENGTH = 60
NARROW = 50  # columns side by side would be a letter wide


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``stretches`` takes what is left of the width, ``most`` wraps beyond that many cells."""

    title: str = ""
    style: str = ""
    stretches: bool = False
    most: int | None = None
    right: bool = False


def wraps() -> bool:
    """Tell whether lines are laid out for a width."""
    return console.is_terminal or "COLUMNS" in os.environ


def clean(said: str) -> str:
    """Return text without the control characters that could steer a terminal; new lines stay."""
    return "".join(c if c == "\n" or c.isprintable() else f"\\x{ord(c):02x}" for c in said)


def put(said: str | Line = "", style: str = "", *, indent: int = 0) -> None:
    """Print one statement. Square brackets in a ``str`` are printed as they are."""
    line = Line(clean(said), style=style) if isinstance(said, str) else said
    if not wraps():
        for part in line.split("\n"):
            console.print(Line(" " * indent).append_text(part), soft_wrap=True)
    elif indent:
        console.print(Padding(line, (0, 0, 0, indent), expand=False))
    else:
        console.print(line)


def head(title: str) -> None:
    """Print a heading."""
    put()
    put(title, "bold")


def rule() -> None:
    """Print a line across the page."""
    put("─" * (console.width if wraps() else RULE_LENGTH), "dim")


def styled(*parts: tuple[str, str] | str) -> Line:
    """Return text made of plain and styled parts."""
    return Line.assemble(*(clean(p) if isinstance(p, str) else (clean(p[0]), p[1]) for p in parts))


def listing(
    columns: Sequence[Column], rows: Iterable[Sequence[str | Line]], *, header: bool = False, indent: int = 0
) -> None:
    """Print rows below each other. Further lines of a cell stay in its column."""
    filled = [[Line(clean(cell)) if isinstance(cell, str) else cell for cell in row] for row in rows]
    if not filled:
        return
    if not wraps() or console.width < NARROW:
        for row in filled:
            _flow(row, indent)
        return
    table = Table(
        box=None,
        show_header=header,
        header_style="dim",
        pad_edge=False,
        padding=(0, 2, 0, 0),
        expand=any(c.stretches for c in columns),
    )
    for c in columns:
        table.add_column(
            c.title,
            style=c.style,
            no_wrap=not c.stretches and c.most is None,
            max_width=c.most,
            min_width=console.width // 3 if c.stretches else None,
            ratio=1 if c.stretches else None,
            overflow="fold",
            justify="right" if c.right else "left",
        )
    for row in filled:
        table.add_row(*row)
    console.print(Padding(table, (0, 0, 0, indent)))


def _flow(row: Sequence[Line], indent: int) -> None:
    cells = [list(cell.split("\n")) for cell in row]
    first = Line("  ").join(c[0] for c in cells if c[0].plain)
    put(first, indent=indent)
    for further in (line for c in cells for line in c[1:]):
        put(further, indent=indent + 4)
