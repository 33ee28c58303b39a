"""What is said when a command cannot do what it was asked: in plain words, never as a traceback."""

from __future__ import annotations

import os
import re
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise
from typing import Any

import typer
from rich.markup import escape

from qingdan.cli.output import Exit, Stop, errors, json_text
from qingdan.cli.pages import clean
from qingdan.cli.tongue import lang, say, t
from qingdan.intake.obstacles import obstacle
from qingdan.law.grammar.refusal import Refusal

# The parent of every mistake in the call, whichever copy of click typer brings.
WRONG_CALL: type[Exception] = typer.BadParameter.__mro__[2]

LONGEST = 1500
# 18 characters with six digits for the place: a unified social credit code or an identity number
_NUMBER = re.compile(r"(?<![0-9A-Za-z])[0-9A-Z]{2}\d{6}[0-9A-Z]{9}[0-9A-Zx](?![0-9A-Za-z])", re.ASCII)
_EXTRAS = {"cryptography": "server", "polars": "table", "pyarrow": "table", "z3": "proof"}
_PLAINER = (
    (r"Value error, ", ""),
    (r"Input should be a valid integer\b.*", "not a whole number"),
    (r"Unable to parse input string as an integer.*", "not a whole number of modest size"),
    (r"embedded null byte", "a name holds no NUL character"),
    (r"\. Did you mean (.+)\?$", r"; did you mean \1?"),
)
_IN_CHINESE = (
    (r"No such option: (\S+?)\.?(?: .*)?", "没有选项{0}"),
    (r"No such command '(.+?)'; did you mean '(.+)'\?", "没有命令{0}，是否指{1}？"),
    (r"No such command '(.+?)'\.?(?: .*)?", "没有命令{0}"),
    (r"Missing argument '(.+?)'\.?", "缺少参数{0}"),
    (r"Missing argument '(.+?)'\. Choose from: (.+?)\.?", "缺少参数{0}，可选：{1}"),
    (r"Missing option '(.+?)'\.?", "缺少选项{0}"),
    (r"Missing command\.?", "缺少命令"),
    (r"Option '(.+?)' requires an argument\.?", "选项{0}应带取值"),
    (r"Got unexpected extra arguments? \((.+)\)", "多余的参数：{0}"),
    (r"Invalid value for '(.+?)': (.+) is not one of (.+?)\.?", "{0}的取值{1}无效，可选：{2}"),
    (r"Invalid value for '(.+?)': not a whole number.*", "{0}应为整数"),
    (r"Invalid value for '(.+?)': a name holds no NUL character", "{0}不能含有空字符"),
    (r"Invalid value for '(.+?)': path '(.+?)' is not readable", "{1}：无权读取"),
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
    place = getattr(error, "file", "") if message.startswith(getattr(error, "file", "")) else ""
    message = clean(_shortened(place + discreet(message.removeprefix(place))))
    if code is Exit.FAULT and os.environ.get("QINGDAN_DEBUG"):
        traceback.print_exception(error)
    with suppress(OSError):  # where even this cannot be said, the exit code still tells
        if _wants_json(words):
            sys.stderr.write(json_text({"error": _as_data(error, message, code)}, sys.stderr, indent=None))
        else:
            errors.print(f"[bold red]{t('error', '错误')}[/]  {escape(message)}")
        sys.stderr.flush()
    return code


def discreet(said: str) -> str:
    """Return a message without whole numbers of organisations and persons; messages end up in logs."""
    return _NUMBER.sub(lambda found: f"{found[0][:6]}…{found[0][-2:]}", said)


def _shortened(said: str) -> str:
    """Leave out the middle of what is too long: the place stands first, and the reason last."""
    return said if len(said) <= LONGEST else f"{said[: LONGEST // 2]}…{said[-LONGEST // 2 :]}"


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
        return where + say(obstacle(error)), Exit.BAD_INPUT
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
    said = " ".join(said.split())
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "qingdan"
    if lang() == "zh":
        said = _in_chinese(said)
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
            data[name] = (
                [discreet(p) if isinstance(p, str) else p for p in value] if name == "field" else value
            )
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
