"""``qingdan deadline``: count a period, and show each day of the count."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import typer

from qingdan.cli import options
from qingdan.cli.output import Format, fail, print_json
from qingdan.cli.pages import put
from qingdan.cli.tongue import lang, t
from qingdan.law.grammar.units import Unit


def add_to(app: typer.Typer) -> None:
    """Add this command to ``app``."""
    app.command(
        "deadline",
        help=t("Count a period and show how.", "计算期限并说明过程。"),
        epilog=options.examples(
            "qingdan deadline --from 2026-02-12 --count 10 --unit working-days",
            "qingdan deadline --from 2026-09-01 --count 30 --unit working-days --backward --brief",
            "qingdan deadline --from 2026-02-17T23:30+08:00 --count 4 --unit hours",
        ),
    )(deadline)


def deadline(
    start: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="DATE",
            help=t("the day (or time, for hours) it runs from", "起算日（按小时计算的填写时间）"),
        ),
    ],
    amount: Annotated[int, typer.Option("--count", metavar="N", help=t("how many", "数量"))],
    unit: Annotated[
        Unit,
        typer.Option(
            "--unit", help=t("working-days, days, months, years or hours", "工作日、日、月、年或者小时")
        ),
    ] = Unit.WORKING_DAY,
    backward: Annotated[
        bool, typer.Option("--backward", help=t("count back from the day", "自该日起向前倒算"))
    ] = False,
    no_roll: Annotated[
        bool, typer.Option("--no-roll", help=t("do not move off a rest day", "遇休息日不顺延"))
    ] = False,
    brief: Annotated[bool, typer.Option("--brief", help=t("the date alone", "仅显示日期"))] = False,
    form: Annotated[Format, options.output_format()] = Format.TEXT,
) -> None:
    """Count; a provisional result is shown as a range."""
    from qingdan.law.clock import count

    end = count(_moment(start), amount, unit, backward=backward, roll=not no_roll)
    if form is Format.JSON:
        print_json(end.as_data())
    elif brief:
        put(
            f"{end.earliest}/{end.latest}"
            if end.provisional
            else str(end.due_at if unit is Unit.HOUR else end.due)
        )
    else:
        for line in end.explain(lang()):
            put(line)


def _moment(written: str) -> date | datetime:
    try:
        return (
            date.fromisoformat(written)
            if len(written) <= len("2026-02-24")
            else datetime.fromisoformat(written)
        )
    except ValueError:
        fail(
            t(
                f"--from: {written} is neither a date (2026-02-24) nor a time (2026-02-24T09:30+08:00)",
                f"--from：{written}既不是日期（2026-02-24）也不是时间（2026-02-24T09:30+08:00）",
            )
        )
