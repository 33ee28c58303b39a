"""Ten times the rows in hardly more memory, and two ways to read CSV that read the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from qingdan.screening.csv_source import CsvSource
from qingdan.screening.source import LINE

_SCREEN = """
import resource, sys
from datetime import date
from pathlib import Path
from qingdan.law.in_force import in_force
from qingdan.law.negative_list.sample import SAMPLE_2026
from qingdan.law.pack import model_law
from qingdan.screening.screen import screen
law = in_force(model_law(), edition=SAMPLE_2026)
screen(Path(sys.argv[1]), Path(sys.argv[2]), law=law, on=date(2026, 5, 1), batch_rows=2000)
status = Path("/proc/self/status")  # getrusage would tell the parent's peak if that was higher
if status.exists():
    print(next(line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM")))
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
_ROW = "yes,no,是,,no,medicine,{}," + "x" * 100


def peak(source: Path) -> int:
    """Return the most memory a run over ``source`` takes, in the unit of the system."""
    done = subprocess.run(
        [sys.executable, "-c", _SCREEN, str(source), str(source.with_name(f"out{source.suffix}"))],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return int(done.stdout)


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_ten_times_the_rows_take_hardly_more_memory(tmp_path: Path, suffix: str) -> None:
    peaks = []
    for rows in (12_000, 120_000):
        source = tmp_path / f"{rows}{suffix}"
        header = "id,is_ai,develops,offers_to_others,open_source,to_the_public,field,registered_users,name"
        lines = "\n".join(f"{i}," + _ROW.format(i) for i in range(rows))
        if suffix == ".csv":
            source.write_text(f"{header}\n{lines}\n", encoding="utf-8")
        else:
            csv = tmp_path / "table.csv"
            csv.write_text(f"{header}\n{lines}\n", encoding="utf-8")
            pl.read_csv(csv, infer_schema=False).write_parquet(source, row_group_size=12_000)
        peaks.append(peak(source))
    assert peaks[1] < 1.3 * peaks[0]


def test_plain_stretches_and_records_read_the_same(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    lines = []
    for i in range(300):
        lines.append(f"{i},no, 名{i} " if i % 40 else f'{i},no,"a,\n""b"""')
        lines += [""] if i % 77 == 0 else []
    source.write_text("id,is_ai,name\n" + "\n".join(lines), encoding="utf-8")
    by_block = [b.rows for b in CsvSource(source, block=300).batches(10)]
    by_record = [b.rows for b in CsvSource(source, block=1).batches(10)]
    columns = ["id", "is_ai", "name", LINE]
    assert pl.concat(by_block).select(columns).equals(pl.concat(by_record).select(columns))
    assert pl.concat(by_block).height == 300
