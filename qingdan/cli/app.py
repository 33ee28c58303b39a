"""The command and its parts."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from qingdan.cli.faults import report
from qingdan.cli.help_wording import word
from qingdan.cli.output import Exit, fail, ready_streams
from qingdan.cli.tongue import chosen_lang, lang, speak, t, take_lang
from qingdan.law.grammar.text import Lang

COMMANDS = (
    "assess",
    "interview",
    "deadline",
    "screen",
    "law",
    "facts",
    "penalty",
    "number",
    "verify",
    "schema",
)


def _version(wanted: bool) -> None:
    if wanted:
        from qingdan import __version__

        typer.echo(f"qingdan {__version__}")
        raise typer.Exit


def everywhere(
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang",
            metavar="zh|en",
            help=t("language of all output; accepted anywhere", "输出语言，位置不限"),
        ),
    ] = None,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help=t("show the version", "显示版本")),
    ] = False,
) -> None:
    """Accept the options that every command shares."""


class _Ended(Exception):
    """Carries an interruption past typer, which would swallow it."""


class _Commands(TyperGroup):
    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - typer brings its own copy of click
        try:
            return super().invoke(ctx)
        except (BrokenPipeError, KeyboardInterrupt) as ended:
            raise _Ended from ended


def build() -> typer.Typer:
    """Return the command with all its parts, described in the language now spoken."""
    app = typer.Typer(
        name="qingdan",
        cls=_Commands,
        help=t(
            "The Model Law on Artificial Intelligence as a working tool: what it wants of a product, by when, and why.",
            "人工智能示范法工作工具：对产品有何要求、何时完成、依据何在。",
        ),
        epilog=t(
            "Exit codes: 0 done · 1 the answer is no · 2 the input or the call is wrong · 3 not yet known · "
            "70 a bug · 130 interrupted.",
            "退出码：0 完成；1 答案为否；2 输入或者用法有误；3 尚不能判断；70 程序自身出错；130 已中断。",
        ),
        no_args_is_help=True,
        add_completion=True,
        rich_markup_mode="rich",
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(everywhere)
    for name in COMMANDS:
        import_module(f"qingdan.cli.{name}").add_to(app)
    return app


@cache
def _spoken(lang: Lang) -> Any:  # noqa: ANN401 - typer brings its own copy of click
    """Return the command described in ``lang``, the language now spoken."""
    del lang  # what ``t`` says
    return typer.main.get_command(build())


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Every error ends here, as a message."""
    ready_streams()
    words, asked = take_lang(sys.argv[1:] if arguments is None else arguments)
    speak(chosen_lang(asked, os.environ))
    try:
        if asked not in (None, "zh", "en"):
            fail(
                t(
                    f"--lang: zh or en, not {asked or 'nothing'}",
                    f"--lang：可选zh或者en，不能是{asked or '空'}",
                )
            )
        command = _spoken(lang())
        if len(words) < len(("law", "--help")) or {"--help", "-h"} & set(words):
            word(command, chinese=lang() == "zh")
        code = command(words, prog_name="qingdan", standalone_mode=False)
        sys.stdout.flush()
    except SystemExit as ended:  # typer's help, when its reader went away
        if not isinstance(ended.__context__, BrokenPipeError):
            raise
        return Exit.DONE
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - this is where all of them end
        cause = error.__cause__ if isinstance(error, _Ended) else None
        return report(cause or error, words)
    return code if isinstance(code, int) else Exit.DONE
