"""Write docs/command.md: every command with its options, examples and their real output.

    python tools/document_commands.py            write the page
    python tools/document_commands.py --check    tell whether it is up to date (exit code 1 if not)

The outputs are what the command prints, run here; nothing of them is written by hand.
"""

from __future__ import annotations

import io
import os
import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from enum import Enum
from pathlib import Path
from typing import Any
from unittest import mock

os.environ["COLUMNS"] = "100"
os.environ["NO_COLOR"] = "1"
for name in ("LC_ALL", "LC_MESSAGES", "QINGDAN_LANG", "QINGDAN_DEBUG"):
    os.environ.pop(name, None)
os.environ["LANG"] = "en_US.UTF-8"

import typer  # noqa: E402 - the width is read on import

from qingdan.cli.app import build, run  # noqa: E402
from qingdan.cli.tongue import speak  # noqa: E402
from qingdan.law.grammar.text import LANGS  # noqa: E402

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "command.md"
LONGEST_OUTPUT = 45

CHAT = "examples/products/01-public-chat-service.yaml"
LEDGER = "examples/ledger"
CALLS: dict[str, tuple[str, ...]] = {
    "assess": (
        f"qingdan assess {CHAT} --on 2026-03-20",
        "qingdan assess examples/products --on 2026-03-20 --lang zh",
    ),
    "interview": ("echo n | qingdan interview --on 2026-06-01",),
    "deadline": (
        "qingdan deadline --from 2026-02-12 --count 10 --unit working-days",
        "qingdan deadline --from 2026-09-01 --count 30 --unit working-days --backward --brief",
        "qingdan deadline --from 2035-02-01 --count 10 --brief",
    ),
    "screen": (
        "qingdan screen products.csv -o judged.csv --on 2026-06-01",
        "qingdan screen products.csv --list sample-2027 --against sample-2026",
    ),
    "law article": ("qingdan law article 44",),
    "law list": ("qingdan law list --penalties",),
    "law coverage": ("qingdan law coverage --format markdown",),
    "law check": ("qingdan law check",),
    "law diff": ("qingdan law diff --reading license.decision.unit=working",),
    "facts": ("qingdan facts opinion", "qingdan facts licence --events"),
    "penalty": ("qingdan penalty examples/violations/registry_by_deceit.yaml",),
    "number check": ("qingdan number check R110108250000420", "qingdan number check R110108250000421"),
    "verify": (
        f"qingdan verify {LEDGER}/certificate.json --key {LEDGER}/keys.txt",
        f"qingdan verify {LEDGER}/certificate-qr.txt --key {LEDGER}/keys.txt --status {LEDGER}/status-suspended.txt",
    ),
    "schema": ("qingdan schema case",),
}
TABLE = """\
id,is_ai,activity_in_china,develops,offers_to_others,for_business,to_the_public,free_of_charge,open_source,field,\
interacts_with_people,processes_sensitive_information,registered_users,exempted_by_rule
companion,yes,yes,yes,yes,yes,yes,no,no,media,yes,yes,2000000,no
half-known,yes,yes,,,,,,,,,,,
mistyped,yes,maybe,yes,yes,yes,yes,no,no,media,yes,yes,2000000,no
"""
HEAD = """\
# The command · 命令

Written by `python tools/document_commands.py` (part of `make docs`); do not edit. Outputs are real; long ones are cut.
本页自动生成，请勿手工修改。

`qingdan` needs no server and no network. `--help` after any command explains it.

**Exit codes · 退出码** for scripts:

| code | meaning | 含义 |
| --: | --- | --- |
| 0 | done | 完成 |
| 1 | the answer is no: a check failed, a number is wrong, a sanction would be unlawful, rows were set aside, two laws differ | 答案为否 |
| 2 | the input or the call is wrong; the message names file, line and field | 输入或者用法有误 |
| 3 | not yet known: answers are missing | 尚不能判断 |
| 70 | a bug of ours; `QINGDAN_DEBUG=1` shows the traceback to report | 程序自身出错 |
| 130 | interrupted | 已中断 |

**Output · 输出.** `--format json` prints one JSON document on standard output; errors are then one JSON object on standard
error, `{"error": {"message": …, "file": …, "line": …, "field": […]}}`. Into a pipe or a file, text is neither coloured nor
wrapped: one statement is one line; `COLUMNS=100` asks for the layout of a terminal of that width. `NO_COLOR` is respected.

**Language · 语言.** `--lang zh` or `--lang en`, anywhere on the line; else `QINGDAN_LANG`, else the locale.

**Files are safe · 文件安全.** What is written appears whole or not at all. `interview` never replaces a file it did not save.

**Completion · 补全.** `qingdan --install-completion` teaches your shell the commands, readings, editions and questions.
"""


def page() -> str:
    """Return the whole page."""
    english, chinese = (_commands(lang) for lang in LANGS[::-1])
    parts = [HEAD]
    for path, command in english.items():
        parts += _section(path, command, chinese[path])
    return "\n".join(parts).rstrip() + "\n"


def _commands(lang: Any) -> dict[str, Any]:  # noqa: ANN401 - typer's commands
    """Return every command by its path, described in ``lang``."""
    speak(lang)
    found: dict[str, Any] = {}

    def walk(group: Any, path: str) -> None:  # noqa: ANN401
        for key, command in group.commands.items():
            inner = f"{path} {key}".strip()
            if hasattr(command, "commands"):
                walk(command, inner)
            else:
                found[inner] = command

    walk(typer.main.get_command(build()), "")
    return found


def _section(path: str, english: Any, chinese: Any) -> Iterator[str]:  # noqa: ANN401
    yield f"## `qingdan {path}`\n\n{english.help}\n\n{chinese.help}\n"
    yield "| | | |\n| --- | --- | --- |"
    for one, other in zip(english.params, chinese.params, strict=True):
        yield f"| {_name(one)} | {one.help} | {other.help} |"
    yield ""
    for call in CALLS[path]:
        yield f"```console\n$ {call}\n{_output(call)}```\n"


def _name(param: Any) -> str:  # noqa: ANN401
    if param.param_type_name == "argument":
        return f"`{param.metavar or param.name.upper()}`"
    value = "" if param.is_flag else f" {param.metavar or _choices(param.default)}"
    names = [*param.opts, *param.secondary_opts]
    return ", ".join(f"`{n}{value}`" for n in names)


def _choices(default: object) -> str:
    """Return what an option without a name for its value takes."""
    return "/".join(str(o.value) for o in type(default)) if isinstance(default, Enum) else "N"


def _output(call: str) -> str:
    """Return what a call prints, its exit code after it where that is not 0."""
    typed, _, line = call.rpartition(" | ")
    out, words = io.StringIO(), shlex.split(line)[1:]
    with tempfile.TemporaryDirectory() as folder, chdir(folder), redirect_stdout(out), redirect_stderr(out):
        Path("examples").symlink_to(ROOT / "examples")
        Path("products.csv").write_text(TABLE, encoding="utf-8")
        with mock.patch("sys.stdin", io.StringIO(typed.removeprefix("echo ") + "\n")):
            code = run(words)
    lines = [text.rstrip() for text in out.getvalue().strip("\n").splitlines()]
    if len(lines) > LONGEST_OUTPUT:
        lines = [*lines[:LONGEST_OUTPUT], f"… ({len(lines) - LONGEST_OUTPUT} more lines)"]
    if code:
        lines.append(f"(exit code {int(code)})")
    return "".join(f"{text}\n" for text in lines)


def main(arguments: list[str]) -> int:
    """Write the page, or check it."""
    written = page()
    if "--check" not in arguments:
        PAGE.write_text(written, encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == written:
        return 0
    sys.stderr.write("docs/command.md is out of date; run: python tools/document_commands.py\n")
    return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
