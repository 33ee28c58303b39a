"""``qingdan assess``: what the law wants of a product, or of a folder of products."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from qingdan.cli.judgement_page import print_judgement
from qingdan.cli.output import Exit, Format, console, day, files_in, friendly, pairs, print_json
from qingdan.cli.tongue import LANG, say, t
from qingdan.law.judge import Judgement


def add_to(app: typer.Typer) -> None:
    """Add this command to ``app``."""
    app.command("assess", help=t("Judge a product file, or every product file in a folder.", "判断一个产品文件或者目录内的全部产品文件。"))(assess)


def assess(
    case: Annotated[Path, typer.Argument(help=t("product file, or a folder of them", "产品文件或者目录"), metavar="CASE")],
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help=t("the day to judge (default: today)", "判断日（默认今日）"))] = None,
    reading: Annotated[
        list[str] | None,
        typer.Option("--reading", metavar="KEY=VALUE", help=t("take another reading; may be repeated", "采用其他解释，可重复")),
    ] = None,
    edition: Annotated[
        str | None,
        typer.Option("--list", metavar="EDITION", help=t("Negative List edition: a key or a file", "负面清单版本：名称或者文件")),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help=t("also what always applies, rights, prohibitions", "并列出持续性义务、权利和禁止事项"))] = False,
    alternatives: Annotated[
        bool, typer.Option("--alternatives/--no-alternatives", help=t("show what other readings would give", "显示其他解释的结果"))
    ] = True,
    form: Annotated[Format, typer.Option("--format", help=t("text or json", "文本或者JSON"))] = Format.TEXT,
) -> None:
    """Judge and print. Exit code 3 where a track is still open."""
    from qingdan.assessment import assess as assess_one
    from qingdan.cli.editions import find_editions

    with friendly():
        chosen = pairs(reading or [], "--reading")
        editions = find_editions(edition)
        when = day(on, "--on")
        judged = [
            (path, assess_one(path, on=when, readings=chosen, editions=editions)) for path in files_in(case)
        ]
        if form is Format.JSON:
            from qingdan.law.alternatives import alternatives as other_readings
            from qingdan.law.record import judgement, reading_effect

            pages = []
            for _, one in judged:
                data = judgement(one)
                if alternatives:
                    data["alternatives"] = [reading_effect(e) for e in other_readings(one)]
                pages.append(data)
            print_json(pages if case.is_dir() else pages[0])
        elif case.is_dir():
            _print_portfolio(judged)
        else:
            print_judgement(judged[0][1], full=full, alternatives=alternatives)
    if any(j.track.track is None for _, j in judged):
        raise typer.Exit(Exit.NOT_YET_KNOWN)


def _print_portfolio(judged: list[tuple[Path, Judgement]]) -> None:
    """Print one line a product: track, what decided it, what is due next."""
    table = Table(box=None, pad_edge=False, header_style="dim", expand=True)
    table.add_column(t("product", "产品"), ratio=3)
    table.add_column(t("track", "监管方式"), ratio=2)
    table.add_column(t("next due", "最近期限"), ratio=3)
    table.add_column(t("open", "待答"), justify="right")
    for _, one in judged:
        track = one.track
        name = say(track.track.says) if track.track else t("not yet known", "尚不能判断")
        if track.track is None:
            name += t(" (until then: ", "（此前按") + say(track.meanwhile.says) + t(")", "）")
        table.add_row(escape(one.product.name), name, _next_due(one), str(len(one.open_questions) or ""))
    console.print(table)


def _next_due(judged: Judgement) -> str:
    from qingdan.cli.judgement_page import pressing

    urgent = pressing(judged)
    if not urgent:
        return ""
    first = urgent[0]
    late = t("overdue ", "逾期 ") if first.standing.value == "overdue" else ""
    return escape(f"{late}{first.due} {say(first.says)} [{first.duty.cite.of(LANG)}]")
