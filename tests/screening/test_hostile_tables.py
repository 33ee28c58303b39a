"""Tables nobody should send and places nobody should write to."""

from __future__ import annotations

import csv
import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from qingdan.law.in_force import in_force
from qingdan.law.pack import model_law
from qingdan.screening.faults import TableRefused
from qingdan.screening.screen import ScreeningReport, screen
from qingdan.screening.target import WholeFile


def screened(table: Path, out: Path) -> ScreeningReport:
    return screen(table, out, law=in_force(model_law()), on=date(2026, 6, 1))


def stored(folder: Path, **columns: object) -> Path:
    path = folder / "in.parquet"
    pq.write_table(pa.table({"is_ai": [True], **columns}), path)
    return path


@pytest.mark.parametrize("cell", [pa.array([[1, 2]]), pa.array([b"\xff"]), pa.array([1], pa.duration("s"))])
def test_a_column_that_csv_cannot_hold_is_named_and_parquet_keeps_it(tmp_path: Path, cell: pa.Array) -> None:
    table, out = stored(tmp_path, odd=cell), tmp_path / "out.csv"
    out.write_text("earlier")
    with pytest.raises(TableRefused, match=r"the column odd is .*write a \.parquet file"):
        screened(table, out)
    assert out.read_text() == "earlier"
    assert screened(table, tmp_path / "out.parquet").judged == 1


def test_an_id_that_is_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TableRefused, match="column id is List"):
        screened(stored(tmp_path, id=pa.array([["a"]])), tmp_path / "out.csv")


def test_numbers_wider_than_any_sum_are_refused(tmp_path: Path) -> None:
    wide = pa.array([Decimal("1.1")], pa.decimal256(50, 2))
    with pytest.raises(TableRefused, match="column wide have more than 38 digits"):
        screened(stored(tmp_path, wide=wide), tmp_path / "out.csv")


def test_damage_in_the_midst_of_parquet_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    table = tmp_path / "in.parquet"
    pl.DataFrame({"id": [str(i) for i in range(100_000)], "is_ai": [True] * 100_000}).write_parquet(table)
    whole = table.read_bytes()
    table.write_bytes(whole[:2000] + b"\xff" * 3000 + whole[5000:])
    with pytest.raises(TableRefused, match="no readable Parquet file"):
        screened(table, tmp_path / "out.csv")
    assert [p.name for p in tmp_path.iterdir()] == ["in.parquet"]


def test_a_pipe_is_refused_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "in.csv")
    with pytest.raises(TableRefused, match="no regular file"):
        screened(tmp_path / "in.csv", tmp_path / "out.csv")


def test_a_link_stays_a_link_and_what_it_names_is_replaced(tmp_path: Path) -> None:
    table, real, link = tmp_path / "in.csv", tmp_path / "real.csv", tmp_path / "link.csv"
    table.write_text("id,is_ai\na,yes\n")
    real.write_text("earlier")
    link.symlink_to(real)
    screened(table, link)
    assert link.is_symlink()
    assert real.read_text().startswith("id,track")


def test_a_file_that_is_replaced_keeps_who_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("earlier")
    path.chmod(0o600)
    with WholeFile(path) as whole:
        whole.file.write(b"new")
        whole.publish()
    assert path.stat().st_mode & 0o777 == 0o600


def test_no_cell_set_aside_is_a_formula(tmp_path: Path) -> None:
    table = tmp_path / "in.csv"
    table.write_text("id,is_ai,registered_users\na,=cmd(),1\nb,@x,1\nc,yes,-5\nd,-x,1\n")
    screened(table, tmp_path / "out.csv")
    with (tmp_path / "out.rejected.csv").open(encoding="utf-8") as file:
        assert [row["value"] for row in csv.DictReader(file)] == ["'=cmd()", "'@x", "-5", "'-x"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_told_with_the_place(tmp_path: Path) -> None:
    with (
        pytest.raises(TableRefused, match="No space left on device") as refused,
        WholeFile(tmp_path / "o.csv"),
        Path("/dev/full").open("wb", buffering=0) as full,
    ):
        full.write(b"x")
    assert "空间不足" in refused.value.of("zh")
    assert not list(tmp_path.iterdir())
