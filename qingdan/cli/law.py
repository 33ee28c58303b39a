"""``qingdan law``: the law itself: its articles, open points, what is modelled, what is proven, what differs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from qingdan.cli import law_check, law_diff, options
from qingdan.cli.output import Exit, Format, fail, print_json
from qingdan.cli.tongue import t


def add_to(app: typer.Typer) -> None:
    """Add this group of commands to ``app``."""
    group = typer.Typer(
        no_args_is_help=True,
        help=t("The law itself: articles, open points, proofs.", "法律本身：条文、未决问题、证明。"),
    )
    group.command(
        "article",
        help=t(
            "Show one article: gloss, rules with bearer, period and evidence, open points, procedures.",
            "显示一条：释义、规则（义务主体、期限、证据）、未决问题、程序。",
        ),
        epilog=options.examples("qingdan law article 43", "qingdan law article 33 --format json"),
    )(article)
    group.command(
        "list",
        help=t("List the articles, or one kind of rule.", "列出条文或者某一类规则。"),
        epilog=options.examples(
            "qingdan law list", "qingdan law list --readings", "qingdan law list --duties"
        ),
    )(list_)
    group.command(
        "coverage",
        help=t(
            "Show for each article whether it is modelled, or why it is not. Exit code 1 if one is passed over.",
            "逐条显示是否建模及未建模的理由。有遗漏的，退出码为1。",
        ),
        epilog=options.examples("qingdan law coverage", "qingdan law coverage --format markdown"),
    )(coverage)
    law_check.add_to(group)
    law_diff.add_to(group)
    app.add_typer(group, name="law")


def article(
    number: Annotated[int, typer.Argument(help=t("number of the article", "条文序号"), metavar="N")],
    form: Annotated[Format, options.output_format()] = Format.TEXT,
) -> None:
    """Show one article."""
    from qingdan.cli import article_page
    from qingdan.law.pack import model_law

    pack = model_law()
    known = [a.number for a in pack.articles]
    if number not in known:
        fail(
            t(
                f"the law has no article {number}; it has {known[0]} to {known[-1]}",
                f"本法没有第{number}条，条文为第{known[0]}条至第{known[-1]}条",
            )
        )
    if form is Format.JSON:
        print_json(article_page.as_data(pack, number))
    else:
        article_page.print_article(pack, number)


def list_(
    readings: Annotated[
        bool, typer.Option("--readings", help=t("open points of the text", "未决问题"))
    ] = False,
    duties: Annotated[bool, typer.Option("--duties", help=t("duties", "义务"))] = False,
    terms: Annotated[
        bool,
        typer.Option(
            "--terms", help=t("periods that bind authorities and applicants", "约束机关和申请人的期限")
        ),
    ] = False,
    penalties: Annotated[bool, typer.Option("--penalties", help=t("penalties", "处罚"))] = False,
    form: Annotated[Format, options.output_format()] = Format.TEXT,
) -> None:
    """List the articles, or the kind of rule asked for."""
    from qingdan.cli import law_list

    asked = {"readings": readings, "duties": duties, "terms": terms, "penalties": penalties}
    chosen = [name for name, wanted in asked.items() if wanted]
    if len(chosen) > 1:
        fail(
            t(
                f"one list at a time, not --{' and --'.join(chosen)}",
                f"一次只能列出一类，不能同时指定--{'、--'.join(chosen)}",
            )
        )
    law_list.show(chosen[0] if chosen else "articles", as_json=form is Format.JSON)


class CoverageFormat(StrEnum):
    """How coverage is printed."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def coverage(form: Annotated[CoverageFormat, options.output_format()] = CoverageFormat.TEXT) -> None:
    """Show how each article is accounted for."""
    from qingdan.cli import law_list
    from qingdan.law.coverage import coverage as rows_of
    from qingdan.law.coverage import faults
    from qingdan.law.pack import model_law

    pack = model_law()
    rows, wrong = rows_of(pack), faults(pack)
    if form is CoverageFormat.JSON:
        print_json([row.as_data() for row in rows])
    elif form is CoverageFormat.MARKDOWN:
        law_list.coverage_markdown(rows)
    else:
        law_list.coverage_text(rows, wrong)
    if wrong:
        raise typer.Exit(Exit.NO)
