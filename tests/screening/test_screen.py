"""Screening a portfolio: every row judged or set aside with a reason, the result whole or not at all."""

from __future__ import annotations

import csv
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from qingdan.law.grammar.refusal import Refusal
from qingdan.law.in_force import InForce, in_force
from qingdan.law.model_law.tracks import TRACKS
from qingdan.law.negative_list.sample import SAMPLE_2026, SAMPLE_2027
from qingdan.law.pack import model_law
from qingdan.screening.faults import TableRefused
from qingdan.screening.question import OUTPUT, Screen
from qingdan.screening.screen import ScreeningReport, screen
from tests.law.sheets import as_table, random_sheets

ON = date(2026, 5, 1)
LAW = in_force(model_law(), edition=SAMPLE_2026)


def judged(folder: Path, text: str | bytes, out: str = "out.csv", **options: object) -> ScreeningReport:
    """Screen a small CSV file written from ``text``."""
    source = folder / "products.csv"
    source.write_bytes(text if isinstance(text, bytes) else text.encode())
    return screen(source, folder / out, law=LAW, on=ON, **options)  # type: ignore[arg-type]


def rejects(report: ScreeningReport) -> list[dict[str, str]]:
    assert report.rejected is not None
    with report.rejected.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def results(report: ScreeningReport) -> list[dict[str, str]]:
    with report.out.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def sheets() -> list[dict[str, bool | str | int]]:
    keys = {fact.key for fact in Screen(LAW, {}).facts}
    return [{k: v for k, v in s.items() if k in keys} for s in random_sheets(LAW.resolver, 400, seed=11)]


@pytest.mark.parametrize(
    ("suffix", "out"), [(".csv", ".csv"), (".parquet", ".parquet"), (".csv", ".parquet")]
)
def test_each_row_gets_the_track_and_findings_the_judge_gives(
    tmp_path: Path, sheets: Sequence[dict[str, bool | str | int]], suffix: str, out: str
) -> None:
    table = as_table(LAW.resolver, sheets).with_row_index("product_id")
    source, target = tmp_path / f"in{suffix}", tmp_path / f"out{out}"
    table.write_csv(source) if suffix == ".csv" else table.write_parquet(source)
    wanted = [finding.key for _, finding in TRACKS]
    report = screen(source, target, law=LAW, on=ON, findings=wanted, batch_rows=64)
    assert (report.rows, report.judged, report.set_aside) == (400, 400, 0)
    told = pl.read_csv(target) if out == ".csv" else pl.read_parquet(target)
    assert told["product_id"].cast(pl.Int64).to_list() == list(range(400))
    assert told.columns == ["product_id", *OUTPUT[:2], *wanted, *OUTPUT[2:]]
    for sheet, row in zip(sheets, told.iter_rows(named=True), strict=True):
        values = LAW.rules.judge(sheet)
        assert {key: row[key] for key in wanted} == {key: values[key] for key in wanted}
        open_tracks = [track.value for track, finding in TRACKS if values[finding.key] is not False]
        if row["track"] == "unknown":
            assert row["track_candidates"].split(";") == open_tracks
        else:
            assert [row["track"]] == open_tracks


@pytest.mark.parametrize("absent", [(), ("field", "is_ai", "registered_users")])
def test_the_questions_still_needed_are_exactly_those_that_can_change_the_track(
    tmp_path: Path, sheets: Sequence[dict[str, bool | str | int]], absent: tuple[str, ...]
) -> None:
    as_table(LAW.resolver, sheets).drop(absent).with_row_index("product_id").write_parquet(
        tmp_path / "in.parquet"
    )
    screen(tmp_path / "in.parquet", tmp_path / "out.parquet", law=LAW, on=ON)
    nodes = [LAW.node(finding) for _, finding in TRACKS]
    for sheet, row in zip(
        sheets, pl.read_parquet(tmp_path / "out.parquet").iter_rows(named=True), strict=True
    ):
        codes = LAW.resolver.encode({k: v for k, v in sheet.items() if k not in absent})
        left = [LAW.diagrams.support(LAW.diagrams.restrict(node, codes)) for node in nodes]
        needed = [LAW.resolver.facts[v].key for v in sorted(frozenset().union(*left))]
        if row["track"] == "unknown":
            assert row["needs"].split(";") == needed
        else:
            assert row["needs"] is None
        assert row["open_count"] == len(needed)


def test_a_judgement_names_what_it_rests_on(tmp_path: Path) -> None:
    report = judged(tmp_path, "product_id,is_ai\nA,no\n")
    row = results(report)[0]
    assert (row["list_edition"], row["pack"], row["judged_on"]) == ("sample-2026", LAW.pack.key, "2026-05-01")
    assert (row["track"], row["needs"]) == ("none", "")
    assert (report.edition, report.pack, report.on, report.tracks) == (
        "sample-2026",
        LAW.pack.key,
        ON,
        {"none": 1},
    )


def test_readings_taken_are_named(tmp_path: Path) -> None:
    reading = next(r for r in LAW.pack.readings if r.options)
    other = next(o for o in reading.options or () if o != reading.default)
    law = in_force(LAW.pack, readings={reading.name: other}, edition=SAMPLE_2026)
    (tmp_path / "in.csv").write_text("id,is_ai\nA,no\n")
    report = screen(tmp_path / "in.csv", tmp_path / "out.csv", law=law, on=ON)
    assert results(report)[0]["readings"] == f"{reading.name}={other}"


def test_yes_and_no_are_understood_as_people_write_them(tmp_path: Path) -> None:
    spelled = {
        "yes": "",
        "TRUE": "",
        "1": "",
        "是": "",
        " Yes ": "",
        "no": "none",
        "False": "none",
        "0": "none",
        "否": "none",
    }
    spelled |= {"": "unknown", "unknown": "unknown", "未知": "unknown"}
    lines = "".join(f"{i},{word}\n" for i, word in enumerate(spelled))
    report = judged(tmp_path, f"id,is_ai\n{lines}")
    assert report.set_aside == 0
    for row, (word, track) in zip(results(report), spelled.items(), strict=True):
        assert row["track"] == (track or "unknown"), word
        assert ("is_ai" in row["needs"].split(";")) == (track == "unknown"), word


def test_rows_at_fault_are_set_aside_with_line_column_and_reason(tmp_path: Path) -> None:
    text = (
        "id,is_ai,field,registered_users,note\n"
        "A,yes,medicine,5,fine\n"
        "B,maybe,medicine,5,\n"
        "C,yes,cooking,5,\n"
        "D,yes,medicine,-1,\n"
        "E,yes,medicine,1.0,\n"
        "F,yes,medicine,99999999999999999999,\n"
        "G,perhaps,cooking,many,\n"
        "H,yes,medicine\n"
        "I,yes,medicine,5,a,b\n"
        "\n"
        'J,yes,medicine,5,"two\nlines"\n'
        "A,yes,medicine,5,again\n"
        "K,no,,,\n"
    )
    report = judged(tmp_path, text)
    told = [(f["line"], f["column"], f["value"]) for f in rejects(report)]
    assert told == [
        ("3", "is_ai", "maybe"),
        ("4", "field", "cooking"),
        ("5", "registered_users", "-1"),
        ("6", "registered_users", "1.0"),
        ("7", "registered_users", "99999999999999999999"),
        ("8", "is_ai", "perhaps"),
        ("8", "field", "cooking"),
        ("8", "registered_users", "many"),
        ("9", "", "H,yes,medicine"),
        ("10", "", "I,yes,medicine,5,a,b"),
        ("14", "id", "A"),
    ]
    assert (report.rows, report.judged, report.set_aside) == (12, 3, 9)
    assert [row["id"] for row in results(report)] == ["A", "J", "K"]
    assert results(report)[1]["note"] == "two\nlines"
    assert all(f["reason_en"] and f["reason_zh"] for f in rejects(report))
    assert "line 2" in rejects(report)[-1]["reason_en"]


def test_bytes_that_are_no_text_spoil_their_own_line_only(tmp_path: Path) -> None:
    text = "id,is_ai,名称\n1,是,智能\n".encode() + b"2,\xff\xfe,x\n" + "3,否,产品\n".encode()
    report = judged(tmp_path, text)
    assert [(f["line"], f["column"]) for f in rejects(report)] == [("3", "")]
    assert "UTF-8" in rejects(report)[0]["reason_zh"]
    assert [row["id"] for row in results(report)] == ["1", "3"]
    assert results(report)[1]["名称"] == "产品"


def test_a_stray_quotation_mark_spoils_its_own_line_only(tmp_path: Path) -> None:
    rows = "".join(f"{i},no\n" for i in range(200))
    report = judged(tmp_path, f'id,is_ai\n{rows}"open,no\n' + rows.replace(",", "x,") + '"a"b,no\n')
    assert [(f["line"], f["value"]) for f in rejects(report)] == [("202", '"open,no'), ("403", '"a"b,no')]
    assert (report.rows, report.judged) == (402, 400)


def test_an_endless_line_is_set_aside_without_being_kept(tmp_path: Path) -> None:
    report = judged(tmp_path, "id,is_ai\n1,no\n2," + "x" * (3 << 20) + "\n3,no\n")
    assert [f["line"] for f in rejects(report)] == ["3"]
    assert [row["id"] for row in results(report)] == ["1", "3"]


@pytest.mark.parametrize("batch_rows", [1, 7, 1000])
def test_the_size_of_batches_changes_nothing(tmp_path: Path, batch_rows: int) -> None:
    lines = [
        f'{i},{"maybe" if i % 5 == 4 else "no"},"n{i}\n{i}"' if i % 3 == 0 else f"{i},no,n" for i in range(40)
    ]
    lines[7:7] = ["", "x,no", '"y', "7,no,again"]
    report = judged(tmp_path, "\ufeffid,is_ai,note\r\n" + "\r\n".join(lines), batch_rows=batch_rows)
    whole = judged(tmp_path, "\ufeffid,is_ai,note\r\n" + "\r\n".join(lines), out="whole.csv")
    assert report.out.read_bytes() == whole.out.read_bytes()
    assert rejects(report) == rejects(whole)
    assert report.rows == report.judged + report.set_aside == 43


def test_ids_far_apart_are_still_found_to_be_the_same(tmp_path: Path) -> None:
    lines = "".join(f"{i % 990},no\n" for i in range(1000))
    report = judged(tmp_path, f"id,is_ai\n{lines},no\n,no\n", batch_rows=50)
    assert (report.rows, report.judged, report.set_aside) == (1002, 992, 10)
    assert [f["value"] for f in rejects(report)] == [str(i) for i in range(10)]


def test_the_id_column_can_be_named(tmp_path: Path) -> None:
    report = judged(tmp_path, "id,serial,is_ai\n1,a,no\n2,a,no\n", id_column="serial")
    assert (report.id_column, report.set_aside) == ("serial", 1)
    with pytest.raises(TableRefused, match="no column batch"):
        judged(tmp_path, "id,is_ai\n1,no\n", id_column="batch")


def test_missing_questions_and_other_columns_are_told(tmp_path: Path) -> None:
    report = judged(tmp_path, "name,is_ai\n甲,no\n")
    assert "field" in report.missing
    assert "is_ai" not in report.missing
    assert report.passed_through == ("name",)
    told = " ".join(note.en for note in report.notes)
    assert "passed through: name" in told
    assert "no id column" in told


def test_a_table_of_nothing_but_a_header_gives_an_empty_result(tmp_path: Path) -> None:
    report = judged(tmp_path, "id,is_ai\n")
    assert (report.rows, report.rejected) == (0, None)
    assert report.out.read_text().startswith("id,track,")
    parquet = judged(tmp_path, "id,is_ai\n", out="out.parquet")
    assert pl.read_parquet(parquet.out).height == 0


def test_progress_is_told_until_all_is_done(tmp_path: Path) -> None:
    heard: list[tuple[int, int | None]] = []
    judged(
        tmp_path, "id,is_ai\n" + "".join(f'"{i}",no\n' for i in range(100)), batch_rows=10,
        progress=lambda done, total: heard.append((done, total)),
    )  # fmt: skip
    assert [done for done, _ in heard] == list(range(10, 101, 10))
    assert heard[-1] == (100, 100)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("\ufeff \n", "empty"),
        ("product,colour\n1,red\n", "no column is a question"),
        ("id;is_ai\n1;yes\n", "no column is a question"),
        ("is_ai,is_ai\nyes,no\n", "two columns are called is_ai"),
        ("is_ai,\nyes,no\n", "column 2 has no name"),
        ("is_ai,track\nyes,no\n", "track would clash"),
        (b"PK\x03\x04rest", "export it as CSV"),
        ("is_ai\n".encode("utf-16"), "neither UTF-8 text nor Parquet"),
        ("is_ai,名\n".encode("gb18030"), "line 1"),
    ],
)
def test_what_is_no_table_of_products_is_refused(tmp_path: Path, text: str | bytes, why: str) -> None:
    with pytest.raises(TableRefused, match=why) as refused:
        judged(tmp_path, text)
    assert refused.value.says.zh
    assert [p.name for p in tmp_path.iterdir()] == ["products.csv"]


def test_a_place_that_cannot_be_read_or_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id,is_ai\n1,no\n")
    (tmp_path / "false.parquet").write_text("id,is_ai\n")
    good, out = tmp_path / "in.csv", tmp_path / "out.csv"
    for source, target, why in [
        (tmp_path / "absent.csv", out, "no such file"),
        (tmp_path, out, "is a folder"),
        (tmp_path / "false.parquet", out, "no readable Parquet"),
        (good, good, "is the table being read"),
        (good, tmp_path / "out.xlsx", "end the name"),
        (good, tmp_path / "absent" / "out.csv", "no such folder"),
        (good, Path("/proc/out.csv"), "nothing can be written"),
    ]:
        with pytest.raises(TableRefused, match=why):
            screen(source, target, law=LAW, on=ON)
    if os.geteuid() != 0:  # root may read everything
        good.chmod(0)
        with pytest.raises(TableRefused, match="no permission"):
            screen(good, out, law=LAW, on=ON)


def test_an_unknown_finding_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="nonsense is no finding"):
        judged(tmp_path, "id,is_ai\n1,no\n", findings=["nonsense"])


@pytest.mark.parametrize("out", ["out.csv", "out.parquet"])
def test_a_run_that_fails_leaves_earlier_results_as_they_were(tmp_path: Path, out: str) -> None:
    (tmp_path / out).write_text("earlier")
    (tmp_path / "out.rejected.csv").write_text("earlier")

    def stop(done: int, _: int | None) -> None:
        if done >= 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        judged(tmp_path, "id,is_ai\n1,no\n2,no\n3,oops\n4,no\n5,no\n", out=out, batch_rows=2, progress=stop)
    assert (tmp_path / out).read_text() == "earlier"
    assert (tmp_path / "out.rejected.csv").read_text() == "earlier"
    assert {p.name for p in tmp_path.iterdir()} == {"products.csv", out, "out.rejected.csv"}


def test_rejects_of_an_earlier_run_do_not_outlive_it(tmp_path: Path) -> None:
    judged(tmp_path, "id,is_ai\n1,oops\n")
    assert (tmp_path / "out.rejected.csv").exists()
    report = judged(tmp_path, "id,is_ai\n1,no\n")
    assert report.rejected is None
    assert {p.name for p in tmp_path.iterdir()} == {"products.csv", "out.csv"}


def test_parquet_of_other_types_is_read_or_refused_never_bent(tmp_path: Path) -> None:
    source = tmp_path / "in.parquet"
    rows = {"id": [1, 2, 3, 4], "is_ai": [1, 0, 2, None], "registered_users": ["5", "", "x", None]}
    pl.DataFrame(rows).write_parquet(source)
    report = screen(source, tmp_path / "out.csv", law=LAW, on=ON)
    assert [(f["line"], f["column"], f["value"]) for f in rejects(report)] == [
        ("3", "is_ai", "2"),
        ("3", "registered_users", "x"),
    ]
    pl.DataFrame({"id": [1], "registered_users": [1.0]}).write_parquet(source)
    with pytest.raises(TableRefused, match="registered_users is Float64"):
        screen(source, tmp_path / "out.csv", law=LAW, on=ON)


def test_without_an_edition_nothing_is_listed_and_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id,is_ai\n1,yes\n")
    report = screen(tmp_path / "in.csv", tmp_path / "out.csv", law=InForce(LAW.pack), on=ON)
    assert report.edition is None
    assert any("nothing counts as listed" in note.en for note in report.notes)
    assert "licence" not in results(report)[0]["track_candidates"]


def test_an_edition_of_the_future_is_called_a_dry_run(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id,is_ai\n1,yes\n")
    law = in_force(LAW.pack, edition=SAMPLE_2027)
    report = screen(tmp_path / "in.csv", tmp_path / "out.csv", law=law, on=ON)
    assert any("dry run" in note.en for note in report.notes)
