"""A dry run of a new Negative List: who changes track."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from qingdan.law.in_force import in_force
from qingdan.law.model_law.tracks import TRACKS
from qingdan.law.negative_list.sample import SAMPLE_2026, SAMPLE_2027
from qingdan.law.pack import model_law
from qingdan.screening.compare import Comparison, Move, compare_editions
from tests.law.sheets import as_table, random_sheets

OLD = in_force(model_law(), edition=SAMPLE_2026)
NEW = in_force(model_law(), edition=SAMPLE_2027)


def test_the_matrix_counts_every_product_and_the_moves_name_those_that_change(tmp_path: Path) -> None:
    sheets = random_sheets(OLD.resolver, 600, seed=5)
    keys = [fact.key for fact in OLD.resolver.facts if fact in OLD.pack.facts]
    table = as_table(OLD.resolver, sheets).select(keys).with_row_index("id", offset=100)
    table.write_parquet(tmp_path / "in.parquet")
    compared = compare_editions(tmp_path / "in.parquet", OLD, NEW, batch_rows=100)
    assert compared.judged == 600
    expected = []
    for row, sheet in enumerate(sheets):
        before, after = (
            next((t.value for t, f in TRACKS if law.rules.judge(sheet)[f.key]), "unknown")
            for law in (OLD, NEW)
        )
        if before != after:
            expected.append(Move(row + 1, str(row + 100), before, after))
    assert expected
    assert compared.moves == expected
    assert compared.moved == len(expected)


def test_rows_at_fault_are_counted_beside_the_comparison(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id,is_ai\n1,no\n2,what\n")
    compared = compare_editions(tmp_path / "in.csv", OLD, NEW)
    assert (compared.matrix, compared.set_aside) == ({("none", "none"): 1}, 1)


def test_only_the_first_moves_are_kept_but_all_are_counted() -> None:
    compared = Comparison()
    moving = pl.DataFrame(
        {"line": [1, 2, 3], "product": ["a", "b", "c"], "before": "none", "after": "licence"}
    )
    compared.add(moving, most=2)
    assert [move.product for move in compared.moves] == ["a", "b"]
    assert compared.moved == 3
