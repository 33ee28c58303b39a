"""Lists of what the law holds: articles, open points, duties, periods, penalties, coverage."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Any

from qingdan.cli.output import print_json
from qingdan.cli.pages import Column, listing, put
from qingdan.cli.rule_page import rule_as_data, rule_lines
from qingdan.cli.tongue import say, t
from qingdan.cli.wording import place
from qingdan.law.coverage import Row
from qingdan.law.coverage import coverage as rows_of
from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.rules import Duty, Penalty, Term
from qingdan.law.grammar.text import Text
from qingdan.law.judge.record import cite
from qingdan.law.pack import Pack, model_law
from qingdan.law.proof.wording import taken_said


def show(what: str, *, as_json: bool) -> None:
    """Print the list called ``what``."""
    pack = model_law()
    if what == "readings":
        _show(as_json, [reading_as_data(r) for r in pack.readings], lambda: _readings(pack))
    elif what == "duties":
        _rules(as_json, pack.of(Duty))
    elif what == "terms":
        _rules(as_json, pack.of(Term))
    elif what == "penalties":
        _rules(as_json, pack.of(Penalty))
    else:
        rows = rows_of(pack)
        _show(as_json, [row.as_data() for row in rows], lambda: coverage_text(rows, ()))


def _show(as_json: bool, data: Any, page: Any) -> None:  # noqa: ANN401 - plain data, and what prints it
    if as_json:
        print_json(data)
    else:
        page()


def _rules(as_json: bool, rules: Sequence[Duty | Term | Penalty]) -> None:
    _show(as_json, [rule_as_data(r) for r in rules], lambda: _print_rules(rules))


def _print_rules(rules: Sequence[Duty | Term | Penalty]) -> None:
    columns = (
        Column(t("rule", "规则"), most=30),
        Column(t("what", "内容"), stretches=True),
        Column(t("article", "条文"), style="dim", most=22),
    )
    listing(columns, [[r.key, "\n".join(rule_lines(r)), place(r.cite)] for r in rules], header=True)


def _readings(pack: Pack) -> None:
    for reading in pack.readings:
        put()
        put(reading.name, "bold")
        put(f"{say(reading.asks)}  [{place(reading.cite)}]", indent=2)
        for line in reading_lines(reading):
            put(line, "dim", indent=4)


def reading_lines(reading: Reading) -> list[str]:
    """Return the choices of an open point, the default marked, and why it is open."""
    mark = t(" (taken)", "（默认）")
    if reading.options is not None:
        lines = [
            f"{o}{mark if o == reading.default else ''}{t(': ', '：')}{say(said)}"
            for o, said in reading.options.items()
        ]
    else:
        counts = f" {say(reading.counts)}" if reading.counts is not None else ""
        taken = say(taken_said(reading, reading.default))
        lines = [
            t(
                f"{reading.low:,} to {reading.high:,}{counts}; taken: {taken}",
                f"{reading.low:,}至{reading.high:,}{counts}；默认：{taken}",
            )
        ]
    lines.append(t("why open: ", "理由：") + say(reading.why))
    if reading.policy:
        lines.append(t("the default is our proposal, found in no text", "默认值系本软件建议，并无文本依据"))
    return lines


def reading_as_data(reading: Reading) -> dict[str, Any]:
    """Return an open point as plain data."""
    data: dict[str, Any] = {
        "reading": reading.name,
        "asks": reading.asks.as_data(),
        "why": reading.why.as_data(),
        "cite": cite(reading.cite),
        "default": reading.default,
        "policy": reading.policy,
    }
    if reading.options is not None:
        return {**data, "options": {o: said.as_data() for o, said in reading.options.items()}}
    return {**data, "low": reading.low, "high": reading.high}


def coverage_text(rows: Iterable[Row], wrong: Sequence[Text]) -> None:
    """Print a line an article, and what is wrong."""
    columns = (
        Column(t("article", "条文"), right=True),
        Column(t("title", "标题"), most=34),
        Column(t("standing", "状态")),
        Column(t("holds", "内容"), stretches=True),
    )
    listing(columns, [_row(row) for row in rows], header=True)
    for fault in wrong:
        put(f"✗ {say(fault)}", "red")


def _row(row: Row) -> list[str]:
    title = say(row.article.title) if row.article is not None else ""
    return [str(row.number), title, say(row.standing.says), say(row.says)]


def coverage_markdown(rows: Iterable[Row]) -> None:
    """Print coverage as a Markdown table."""
    heads = (t("Article", "条文"), t("Title", "标题"), t("Standing", "状态"), t("Holds", "内容"))
    lines = [f"| {' | '.join(heads)} |", "| ---: | --- | --- | --- |"]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in _row(row)) + " |" for row in rows]
    sys.stdout.write("\n".join(lines) + "\n")
