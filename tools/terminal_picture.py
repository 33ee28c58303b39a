"""Draw what a command prints as an SVG for the README: ``python tools/terminal_picture.py``.

Nothing is fetched when the picture is shown: the web fonts that rich would name are taken out.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "assess.svg"
WIDTH = 104
COMMAND = (
    "assess",
    "examples/products/01-public-chat-service.yaml",
    "--on",
    "2026-02-20",
    "--no-alternatives",
)
# ink on paper (docs/…: the colours of the portals)
PAPER = TerminalTheme(
    (251, 250, 246),
    (26, 29, 33),
    [
        (26, 29, 33),
        (155, 28, 49),
        (27, 111, 80),
        (138, 82, 0),
        (27, 79, 143),
        (120, 60, 130),
        (20, 110, 120),
        (90, 98, 108),
    ],
)


def printed() -> str:
    """Return what the command prints on a terminal of ``WIDTH`` columns."""
    environment = {**os.environ, "COLUMNS": str(WIDTH), "FORCE_COLOR": "1", "QINGDAN_LANG": "en"}
    run = subprocess.run(  # noqa: S603 - this project's own command
        [sys.executable, "-m", "qingdan.cli", *COMMAND],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout


def main() -> None:
    """Write the picture."""
    console = Console(width=WIDTH, record=True, file=open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
    console.print(Text.from_ansi("\n".join(printed().splitlines()[:46])))
    svg = console.export_svg(title="qingdan " + " ".join(COMMAND[:2]), theme=PAPER)
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(
        r"[ \t]+$", "", svg.replace("Fira Code", "ui-monospace, Menlo, Consolas"), flags=re.MULTILINE
    )
    PICTURE.write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
