"""``qingdan assess``: what the law wants of a product, or of a folder of products."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qingdan.cli import options
from qingdan.cli.faults import report
from qingdan.cli.output import Exit, Format, day, fail, files_in, pairs, print_json
from qingdan.cli.tongue import t
from qingdan.law.grammar.refusal import Refusal

if TYPE_CHECKING:
    from qingdan.law.judge import Judgement


def add_to(app: typer.Typer) -> None:
    """Add this command to ``app``."""
    app.command(
        "assess",
        help=t(
            "Judge a product file, or every product file in a folder. Exit code 3 where a track is still open.",
            "判断一个产品文件或者目录内的全部产品文件。监管方式尚不能判断的，退出码为3。",
        ),
        epilog=options.examples(
            "qingdan assess my-product.yaml",
            "qingdan assess my-product.yaml --on 2026-03-01 --reading license.decision.unit=working",
            "qingdan assess examples/products --format json",
        ),
    )(assess)


def assess(
    case: Annotated[
        Path, typer.Argument(help=t("product file, or a folder of them", "产品文件或者目录"), metavar="CASE")
    ],
    on: Annotated[str | None, options.on_day()] = None,
    reading: Annotated[list[str] | None, options.readings()] = None,
    edition: Annotated[str | None, options.list_edition()] = None,
    full: Annotated[
        bool,
        typer.Option(
            "--full",
            help=t(
                "also what always applies, rights, prohibitions, duties of authorities",
                "并列出持续性义务、权利、禁止事项和机关职责",
            ),
        ),
    ] = False,
    summary: Annotated[
        bool,
        typer.Option(
            "--summary", help=t("one line a product (default for a folder)", "每个产品一行（目录默认）")
        ),
    ] = False,
    alternatives: Annotated[
        bool,
        typer.Option(
            "--alternatives/--no-alternatives", help=t("what other readings would give", "其他解释的结果")
        ),
    ] = True,
    form: Annotated[Format, options.output_format()] = Format.TEXT,
) -> None:
    """Judge and print. A file of a folder that cannot be used is reported and the others are judged."""
    from qingdan.cli import judgement_page, portfolio_page

    judged, refused = _judged(files_in(case), on, reading, edition)
    if form is Format.JSON:
        pages = [_as_data(one, alternatives=alternatives) for one in judged]
        print_json(pages if case.is_dir() else pages[0])
    elif case.is_dir() or summary:
        portfolio_page.print_portfolio(judged)
    else:
        judgement_page.print_judgement(judged[0], full=full, alternatives=alternatives)
    if refused:
        for refusal in refused:
            report(refusal, ["--format", form.value])
        fail(
            t(
                f"{len(refused)} of {len(judged) + len(refused)} files could not be judged",
                f"{len(judged) + len(refused)}个文件中有{len(refused)}个无法判断",
            )
        )
    if any(j.track.track is None for j in judged):
        raise typer.Exit(Exit.NOT_YET_KNOWN)


def _judged(
    files: list[Path], on: str | None, reading: list[str] | None, edition: str | None
) -> tuple[list[Judgement], list[Refusal]]:
    from qingdan.assessment import assess as assess_one
    from qingdan.cli.editions import find_editions
    from qingdan.intake.document import BadDocument
    from qingdan.law.in_force import check_readings
    from qingdan.law.pack import model_law

    when = day(on, "--on")
    editions = find_editions(edition, when)
    chosen = check_readings(model_law(), pairs(reading or [], "--reading"))
    judged: list[Judgement] = []
    refused: list[Refusal] = []
    for file in files:
        try:
            judged.append(assess_one(file, on=when, readings=chosen, editions=editions))
        except BadDocument as bad:
            if len(files) == 1:
                raise
            refused.append(bad)
    return judged, refused


def _as_data(judged: Judgement, *, alternatives: bool) -> dict[str, object]:
    from qingdan.law.judge.alternatives import alternatives as other_readings
    from qingdan.law.judge.record import judgement, reading_effect

    data = judgement(judged)
    if alternatives:
        data["alternatives"] = [reading_effect(e) for e in other_readings(judged)]
    return data
