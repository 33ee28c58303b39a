"""``qingdan screen``: a table in, a table out, what was set aside, and who would change track."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call

ON = ("--on", "2026-06-01")
HEADER = (
    "id,is_ai,activity_in_china,develops,offers_to_others,for_business,to_the_public,free_of_charge,open_source,field,"
    "interacts_with_people,processes_sensitive_information,registered_users,exempted_by_rule\n"
)
COMPANION = "companion,yes,yes,yes,yes,yes,yes,no,no,media,yes,yes,2000000,no\n"
EMPTY = "empty,,,,,,,,,,,,,\n"
BAD = "bad,yes,maybe,yes,yes,yes,yes,no,no,media,yes,yes,2000000,no\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "products.csv"
    path.write_text(HEADER + COMPANION + EMPTY, encoding="utf-8")
    return path


def test_every_row_is_judged(call: Call, table: Path) -> None:
    out = table.with_name("judged.csv")
    done = call("screen", table, "-o", out, *ON)
    assert done.code == 0
    assert "2 rows: 2 judged, 0 set aside" in done.out
    rows = out.read_text(encoding="utf-8").splitlines()
    assert len(rows) == 3
    assert rows[1].startswith("companion,registry,")
    assert rows[2].startswith("empty,unknown,")


def test_a_bad_row_is_set_aside_with_its_line_and_exits_with_1(call: Call, table: Path) -> None:
    table.write_text(HEADER + BAD + COMPANION, encoding="utf-8")
    out = table.with_name("judged.csv")
    done = call("screen", table, "-o", out, *ON)
    assert done.code == 1
    rejected = table.with_name("judged.rejected.csv").read_text(encoding="utf-8")
    assert "2,activity_in_china,maybe," in rejected


def test_the_report_is_also_data(call: Call, table: Path) -> None:
    done = call("screen", table, "-o", table.with_name("judged.csv"), *ON, "--format", "json")
    assert done.data["tracks"] == {"registry": 1, "unknown": 1}
    assert done.data["negative_list"] == "sample-2026"


def test_findings_become_columns(call: Call, table: Path) -> None:
    out = table.with_name("judged.csv")
    assert call("screen", table, "-o", out, *ON, "--columns", "is_provider,is_developer").code == 0
    header = out.read_text(encoding="utf-8").splitlines()[0].split(",")
    assert {"is_provider", "is_developer"} <= set(header)
    assert call("screen", table, "-o", out, *ON, "--columns", "is_martian").code == 2


def test_a_new_list_can_be_tried_out_and_writes_nothing(call: Call, table: Path) -> None:
    done = call("screen", table, "--list", "sample-2027", "--against", "sample-2026", *ON)
    assert done.code == 0
    assert "1 of 2 products change track from sample-2026 to sample-2027" in done.out
    assert "companion  registration → licence" in done.out
    assert [p.name for p in table.parent.iterdir()] == ["products.csv"]
    moves = call(
        "screen", table, "--list", "sample-2027", "--against", "sample-2026", "--format", "json"
    ).data["moves"]
    assert moves == [{"line": 2, "product": "companion", "before": "registry", "after": "licence"}]


def test_a_place_to_write_or_a_list_to_compare_is_needed(call: Call, table: Path) -> None:
    assert "say where to write" in call("screen", table).err
    assert call("screen", table, "-o", "x.csv", "--against", "sample-2026").code == 2


def test_an_unusable_table_is_refused(call: Call, tmp_path: Path) -> None:
    assert call("screen", tmp_path / "absent.csv", "-o", tmp_path / "out.csv").code == 2
    text = tmp_path / "table.txt"
    text.write_text("x", encoding="utf-8")
    assert call("screen", text, "-o", tmp_path / "out.csv").code == 2
