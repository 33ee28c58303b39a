"""What is said when a command cannot do what it was asked: in plain words, never as a traceback."""

from __future__ import annotations

import json
import os
import re
import sys
import traceback
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import typer
from rich.markup import escape

from qingdan.cli.output import Exit, Stop, errors
from qingdan.cli.pages import clean
from qingdan.cli.tongue import lang, t
from qingdan.law.grammar.refusal import Refusal

# The parent of every mistake in the call, whichever copy of click typer brings.
WRONG_CALL: type[Exception] = typer.BadParameter.__mro__[2]

LONGEST = 1500
_EXTRAS = {"polars": "table", "pyarrow": "table", "z3": "proof"}
_PLAINER = (
    (r"Value error, ", ""),
    (r"Input should be a valid integer\b.*", "not a whole number"),
    (r"\. Did you mean (.+)\?$", r"; did you mean \1?"),
)
_IN_CHINESE = (
    (r"No such option: (\S+?)\.?(?: .*)?", "没有选项{0}"),
    (r"No such command '(.+?)'; did you mean '(.+)'\?", "没有命令{0}，是否指{1}？"),
    (r"No such command '(.+?)'\.?(?: .*)?", "没有命令{0}"),
    (r"Missing argument '(.+?)'\.?", "缺少参数{0}"),
    (r"Missing option '(.+?)'\.?", "缺少选项{0}"),
    (r"Missing command\.?", "缺少命令"),
    (r"Option '(.+?)' requires an argument\.?", "选项{0}应带取值"),
    (r"Got unexpected extra arguments? \((.+)\)", "多余的参数：{0}"),
    (r"Invalid value for '(.+?)': (.+) is not one of (.+?)\.?", "{0}的取值{1}无效，可选：{2}"),
    (r"Invalid value for '(.+?)': not a whole number", "{0}应为整数"),
    (r"Invalid value for '?(.+?)'?: (.+)", "{0}的取值无效：{1}"),
)


def report(error: BaseException, words: Sequence[str]) -> Exit:
    """Say what went wrong on standard error and return the exit code."""
    if isinstance(error, BrokenPipeError):
        _let_go_of_pipe()
        return Exit.DONE
    message, code = _told(error)
    if not message:  # help was shown instead
        return code
    message = clean(message if len(message) <= LONGEST else f"{message[:LONGEST]}…")
    if code is Exit.FAULT and os.environ.get("QINGDAN_DEBUG"):
        traceback.print_exception(error)
    if _wants_json(words):
        sys.stderr.write(json.dumps({"error": _as_data(error, message, code)}, ensure_ascii=False) + "\n")
    else:
        errors.print(f"[bold red]{t('error', '错误')}[/]  {escape(message)}")
    return code


def _told(error: BaseException) -> tuple[str, Exit]:  # noqa: PLR0911 - one line a kind
    if isinstance(error, Stop):
        return error.message, error.code
    if isinstance(error, Refusal):
        return error.of(lang()), Exit.BAD_INPUT
    if isinstance(error, WRONG_CALL):
        return _wrong_call(error), Exit.BAD_INPUT
    if isinstance(error, (KeyboardInterrupt, typer.Abort)):
        return t("interrupted", "已中断"), Exit.INTERRUPTED
    if isinstance(error, MemoryError):
        return t("there is not enough memory for this", "内存不足"), Exit.BAD_INPUT
    if isinstance(error, ModuleNotFoundError) and error.name in _EXTRAS:
        return _lacks(error.name), Exit.BAD_INPUT
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return where + (error.strerror or type(error).__name__), Exit.BAD_INPUT
    return _bug(error), Exit.FAULT


def _lacks(module: str) -> str:
    extra = _EXTRAS[module]
    return t(
        f"this command needs {module}; install it with: pip install 'qingdan[{extra}]'",
        f"该命令需要{module}，请安装：pip install 'qingdan[{extra}]'",
    )


def _bug(error: BaseException) -> str:
    what = "".join(traceback.format_exception_only(error)).strip()
    return t(
        f"this is a bug in qingdan, not a fault of yours ({what}). Nothing was written. Please report it with the "
        "command and its input, without anything confidential; QINGDAN_DEBUG=1 shows the details to enclose",
        f"qingdan自身出错，并非您的操作有误（{what}）。未写入任何内容。请附上命令和输入内容（去除敏感信息）报告该问题；"
        "设置QINGDAN_DEBUG=1可显示详细信息",
    )


def _wrong_call(error: Exception) -> str:
    said: str = error.format_message()  # type: ignore[attr-defined] # every ClickException has it
    if not said:
        return ""
    for pattern, plain in _PLAINER:
        said = re.sub(pattern, plain, said)
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "qingdan"
    if lang() == "zh":
        said = _in_chinese(said.replace("\n", " "))
    said = said.rstrip(".。")
    stop = "" if said.endswith(("?", "？")) else t(".", "。")
    return said + stop + t(f" See: {path} --help", f"用法见：{path} --help")


def _in_chinese(said: str) -> str:
    for pattern, wording in _IN_CHINESE:
        found = re.fullmatch(pattern, said)
        if found:
            return wording.format(*found.groups())
    return said


def _as_data(error: BaseException, message: str, code: Exit) -> dict[str, Any]:
    data: dict[str, Any] = {"message": message, "exit_code": int(code)}
    for name in ("file", "line", "field"):
        value = getattr(error, name, None)
        if value:
            data[name] = list(value) if isinstance(value, tuple) else value
    return data


def _wants_json(words: Sequence[str]) -> bool:
    return "--format=json" in words or any(
        word == "--format" and following == "json" for word, following in pairwise(words)
    )


def _let_go_of_pipe() -> None:
    """Point standard output at nothing, so that the interpreter can end in peace."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # pragma: no cover - standard output is no file
        return
