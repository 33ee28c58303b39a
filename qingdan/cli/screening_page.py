"""What became of a table, on the terminal: how many rows on which track, what was set aside, what moved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qingdan.cli.pages import Column, head, listing, put
from qingdan.cli.tongue import say, t
from qingdan.law.in_force import InForce
from qingdan.law.model_law.tracks import Track
from qingdan.screening.compare import Comparison
from qingdan.screening.screen import ScreeningReport

SHOWN_MOVES = 20


def print_report(report: ScreeningReport) -> None:
    """Print what became of every row."""
    put(
        t(
            f"{report.rows:,} rows: {report.judged:,} judged, {report.set_aside:,} set aside",
            f"共{report.rows:,}行：已判断{report.judged:,}行，另列{report.set_aside:,}行",
        ),
        "bold",
    )
    listing(
        (Column(), Column(right=True)), [[_track(k), f"{n:,}"] for k, n in _ordered(report.tracks)], indent=2
    )
    put(t("judgements: ", "判断结果：") + str(report.out))
    if report.rejected is not None:
        put(t("set aside, with line and reason: ", "另列的行及原因：") + str(report.rejected), "yellow")
        rows = [[name or t("whole row", "整行"), f"{n:,}"] for name, n in sorted(report.faults.items())]
        listing((Column(), Column(right=True)), rows, indent=2)
    for note in report.notes:
        put(f"! {say(note)}", "dim")
    edition = report.edition or t("none", "无")
    put(
        t(
            f"Law: {report.pack} · Negative List: {edition} · judged for {report.on}",
            f"法律版本：{report.pack} · 负面清单：{edition} · 判断日：{report.on}",
        ),
        "dim",
    )


def _ordered(tracks: Mapping[str, int]) -> list[tuple[str, int]]:
    known = [*(track.value for track in Track), "unknown"]
    return sorted(tracks.items(), key=lambda pair: known.index(pair[0]) if pair[0] in known else len(known))


def _track(key: str) -> str:
    if key in [track.value for track in Track]:
        return say(Track(key).says)
    return t("not yet known", "尚不能判断")


def report_as_data(report: ScreeningReport) -> dict[str, Any]:
    """Return a report as plain data."""
    return {
        "rows": report.rows,
        "judged": report.judged,
        "set_aside": report.set_aside,
        "tracks": dict(_ordered(report.tracks)),
        "faults": dict(report.faults),
        "missing": list(report.missing),
        "passed_through": list(report.passed_through),
        "id_column": report.id_column,
        "out": str(report.out),
        "rejected": None if report.rejected is None else str(report.rejected),
        "law": report.pack,
        "negative_list": report.edition,
        "readings": dict(report.readings),
        "on": report.on.isoformat(),
        "notes": [n.as_data() for n in report.notes],
    }


def print_comparison(compared: Comparison, old: InForce, new: InForce) -> None:
    """Print who changes track."""
    before, after = _edition(old), _edition(new)
    put(
        t(
            f"{compared.moved:,} of {compared.judged:,} products change track from {before} to {after}",
            f"由{before}改为{after}，{compared.judged:,}个产品中{compared.moved:,}个监管方式发生变化",
        ),
        "bold",
    )
    changed = [(k, n) for k, n in compared.matrix.most_common() if k[0] != k[1]]
    rows = [[f"{_track(one)} → {_track(other)}", f"{n:,}"] for (one, other), n in changed]
    listing((Column(), Column(right=True)), rows, indent=2)
    if compared.moves:
        head(t("Who", "涉及产品"))
        lines = [
            [t(f"line {m.line}", f"第{m.line}行"), m.product, f"{_track(m.before)} → {_track(m.after)}"]
            for m in compared.moves[:SHOWN_MOVES]
        ]
        listing((Column(style="dim"), Column(most=30), Column(stretches=True)), lines, indent=2)
        if compared.moved > SHOWN_MOVES:
            more = compared.moved - SHOWN_MOVES
            put(
                t(
                    f"and {more:,} more; --format json lists up to 1,000",
                    f"另有{more:,}个，--format json 最多列出1,000个",
                ),
                "dim",
                indent=2,
            )
    if compared.set_aside:
        put(
            t(
                f"! {compared.set_aside:,} rows could not be read and were not compared; screen with -o tells why",
                f"! {compared.set_aside:,}行无法读取，未参与比较；用 -o 筛查可查看原因",
            ),
            "yellow",
        )


def _edition(law: InForce) -> str:
    return law.edition.key if law.edition is not None else t("no list", "无清单")


def comparison_as_data(compared: Comparison, old: InForce, new: InForce) -> dict[str, Any]:
    """Return a comparison as plain data."""
    return {
        "from": old.edition.key if old.edition else None,
        "to": new.edition.key if new.edition else None,
        "judged": compared.judged,
        "moved": compared.moved,
        "set_aside": compared.set_aside,
        "matrix": [{"before": a, "after": b, "products": n} for (a, b), n in sorted(compared.matrix.items())],
        "moves": [
            {"line": m.line, "product": m.product, "before": m.before, "after": m.after}
            for m in compared.moves
        ],
    }
