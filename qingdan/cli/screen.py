"""``qingdan screen``: judge a table of products into a table of judgements."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qingdan.cli import options
from qingdan.cli.output import Exit, Format, day, errors, fail, pairs, print_json
from qingdan.cli.tongue import t

if TYPE_CHECKING:
    from datetime import date

    from qingdan.law.in_force import InForce
    from qingdan.screening.screen import Progress


def add_to(app: typer.Typer) -> None:
    """Add this command to ``app``."""
    app.command(
        "screen",
        help=t(
            "Judge every product of a table (CSV or Parquet; columns are fact keys) into a table of judgements. "
            "Rows that cannot be read are set aside with line and reason, never dropped. Exit code 1 if there are any.",
            "逐行判断产品表，输出判断结果表。支持CSV和Parquet，列名为事项编号。无法读取的行另列行号和原因，不静默丢弃；有此类行的，退出码为1。",
        ),
        epilog=options.examples(
            "qingdan screen products.csv -o judged.parquet",
            "qingdan screen products.parquet -o judged.csv --columns is_provider,is_developer",
            "qingdan screen products.csv --list sample-2027 --against sample-2026",
        ),
    )(screen)


def screen(
    table: Annotated[
        Path, typer.Argument(metavar="TABLE", help=t("CSV or Parquet file", "CSV或者Parquet文件"))
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="OUT",
            help=t("where the judgements go (.csv or .parquet)", "结果文件（.csv或者.parquet）"),
        ),
    ] = None,
    on: Annotated[str | None, options.on_day()] = None,
    edition: Annotated[str | None, options.list_edition()] = None,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="EDITION",
            help=t(
                "dry run: who changes track, compared with this edition; writes nothing",
                "预演：与该清单版本相比，哪些产品的监管方式发生变化；不写入文件",
            ),
            autocompletion=options.complete_edition,
        ),
    ] = None,
    reading: Annotated[list[str] | None, options.readings()] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--columns",
            metavar="FINDING",
            help=t(
                "add a column for each finding named; commas between them", "增加所列认定的列，以英文逗号分隔"
            ),
        ),
    ] = None,
    id_column: Annotated[
        str | None,
        typer.Option("--id", metavar="COLUMN", help=t("column that names the product", "产品编号所在列")),
    ] = None,
    form: Annotated[Format, options.output_format()] = Format.TEXT,
) -> None:
    """Judge the table, or compare two editions over it."""
    if (out is None) == (against is None):
        fail(
            t(
                "say where to write with -o OUT, or compare with --against EDITION",
                "请用 -o OUT 指定结果文件，或者用 --against EDITION 进行比较",
            )
        )
    when = day(on, "--on")
    chosen = pairs(reading or [], "--reading")
    law = _law(chosen, edition, when)
    findings = [key.strip() for given in columns or [] for key in given.split(",") if key.strip()]
    if out is not None:
        set_aside = _screened(table, out, law, when, findings, id_column, form)
    elif against is not None:
        set_aside = _compared(table, _law(chosen, against, when), law, form)
    if set_aside:
        raise typer.Exit(Exit.NO)


def _law(readings: dict[str, str], edition: str | None, when: date) -> InForce:
    from qingdan.cli.editions import find_edition
    from qingdan.law.in_force import in_force
    from qingdan.law.judge import sample_editions
    from qingdan.law.negative_list.edition import edition_in_force
    from qingdan.law.pack import model_law

    listed = find_edition(edition) if edition is not None else edition_in_force(sample_editions(), when)
    return in_force(model_law(), readings=readings, edition=listed)


def _screened(
    table: Path, out: Path, law: InForce, when: date, findings: list[str], id_column: str | None, form: Format
) -> int:
    from qingdan.cli import screening_page
    from qingdan.screening.screen import screen as screen_table

    with _progress() as progress:
        report = screen_table(
            table, out, law=law, on=when, findings=findings, id_column=id_column, progress=progress
        )
    if form is Format.JSON:
        print_json(screening_page.report_as_data(report))
    else:
        screening_page.print_report(report)
    return report.set_aside


def _compared(table: Path, old: InForce, new: InForce, form: Format) -> int:
    from qingdan.cli import screening_page
    from qingdan.screening.compare import compare_editions

    with _progress() as progress:
        comparison = compare_editions(table, old, new, progress=progress)
    if form is Format.JSON:
        print_json(screening_page.comparison_as_data(comparison, old, new))
    else:
        screening_page.print_comparison(comparison, old, new)
    return comparison.set_aside


@contextmanager
def _progress() -> Iterator[Progress]:
    """Show a bar on standard error while a terminal is there to see it."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    bar = Progress(
        TextColumn(t("screening", "筛查")),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=errors,
        transient=True,
        disable=not errors.is_terminal,
    )
    task = bar.add_task("", total=None)

    def tell(done: int, total: int | None) -> None:
        bar.update(task, completed=done, total=max(done, total) if total is not None else None)

    with bar:
        yield tell
