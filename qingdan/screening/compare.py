"""Who changes track under another Negative List edition (or reading): a dry run over a portfolio."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from qingdan.law.in_force import InForce
from qingdan.screening.duplicates import ID_COLUMNS, id_text
from qingdan.screening.opening import open_source
from qingdan.screening.question import Screen
from qingdan.screening.screen import BATCH_ROWS, Progress, known_columns, readable
from qingdan.screening.source import LINE

SHOWN_MOVES = 1000


@dataclass(frozen=True, slots=True)
class Move:
    """One product that changes track. ``line`` is where it stands, ``product`` its id if it has one."""

    line: int
    product: str
    before: str
    after: str


@dataclass
class Comparison:
    """``matrix`` counts products by track before and after; ``moves`` holds the first that change."""

    matrix: Counter[tuple[str, str]] = field(default_factory=Counter)
    moves: list[Move] = field(default_factory=list)
    set_aside: int = 0

    @property
    def judged(self) -> int:
        """How many products were compared."""
        return self.matrix.total()

    @property
    def moved(self) -> int:
        """How many change track."""
        return sum(count for (before, after), count in self.matrix.items() if before != after)

    def add(self, tracks: pl.DataFrame, most: int = SHOWN_MOVES) -> None:
        """Count rows of columns line, product, before, after; keep up to ``most`` moves."""
        for before, after, count in tracks.group_by("before", "after").len().iter_rows():
            self.matrix[before, after] += count
        room = most - len(self.moves)
        if room > 0:
            changed = tracks.filter(pl.col("before") != pl.col("after")).head(room)
            self.moves += [
                Move(*row) for row in changed.select("line", "product", "before", "after").iter_rows()
            ]


def compare_editions(  # noqa: PLR0913 - what, twice under which law, and how
    source: Path,
    old: InForce,
    new: InForce,
    *,
    progress: Progress | None = None,
    batch_rows: int = BATCH_ROWS,
    most: int = SHOWN_MOVES,
) -> Comparison:
    """Judge every row of ``source`` under both laws and tell who changes track.

    ``old`` and ``new`` may differ in edition or readings. Rows at fault are counted in
    ``set_aside``; ``screen`` tells what is wrong with them.
    """
    table = open_source(source)
    kept = known_columns(table, old)
    product = next((name for name in ID_COLUMNS if name in kept), None)
    compared = Comparison()
    screens: tuple[Screen, Screen] | None = None
    for batch, rows, faults in readable(table, old, batch_rows):
        screens = screens or (Screen(old, rows.schema), Screen(new, rows.schema))
        compared.add(_both(rows, screens, product), most)
        compared.set_aside += len({fault.line for fault in faults})
        if progress:
            progress(batch.done, batch.total)
    return compared


def _both(rows: pl.DataFrame, screens: tuple[Screen, Screen], product: str | None) -> pl.DataFrame:
    before, after = (screen.tracks(rows)["track"] for screen in screens)
    ids = id_text(rows[product]).fill_null("") if product else pl.repeat("", rows.height, eager=True)
    columns: Mapping[str, pl.Series] = {"line": rows[LINE], "product": ids, "before": before, "after": after}
    return pl.DataFrame(columns)
