"""The command and its parts."""

from __future__ import annotations

from typing import Annotated

import typer

from qingdan.cli.tongue import t

app = typer.Typer(
    name="qingdan",
    help=t(
        "The Model Law on Artificial Intelligence as a working tool: what it wants of a product, by when, and why.",
        "人工智能示范法工作工具：对产品有何要求、何时完成、依据何在。",
    ),
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode="rich",
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        from qingdan import __version__

        typer.echo(f"qingdan {__version__}")
        raise typer.Exit


@app.callback()
def everywhere(
    lang: Annotated[
        str | None, typer.Option("--lang", metavar="zh|en", help=t("language of all output", "输出语言"))
    ] = None,
    version: Annotated[  # noqa: ARG001 - handled by its callback
        bool, typer.Option("--version", callback=_version, is_eager=True, help=t("show the version", "显示版本"))
    ] = False,
) -> None:
    """Accept the options that every command shares; the language was read before (see tongue)."""
    if lang not in (None, "zh", "en"):
        raise typer.BadParameter(t("zh or en", "zh 或 en"), param_hint="--lang")


def run() -> None:
    """Load the commands and run the one that was called."""
    from qingdan.cli import assess, deadline, facts, interview, law, number, penalty, screen

    for module in (assess, interview, deadline, screen, law, facts, penalty, number):
        module.add_to(app)
    app()
