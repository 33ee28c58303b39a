"""How the command prints: one console, text or JSON, and errors that say what to do next."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Any, NoReturn

import typer
from rich.console import Console
from rich.markup import escape

from qingdan.cli.tongue import LANG, t
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.timeline import SHANGHAI


class Exit(IntEnum):
    """What a script can rely on."""

    DONE = 0
    NO = 1
    BAD_INPUT = 2
    NOT_YET_KNOWN = 3
    INTERRUPTED = 130


class Format(StrEnum):
    """How results are printed."""

    TEXT = "text"
    JSON = "json"


console = Console(highlight=False, soft_wrap=False)
errors = Console(stderr=True, highlight=False, soft_wrap=True)


def print_json(data: Any) -> None:  # noqa: ANN401 - any JSON-able data
    """Print plain data as JSON, one document, UTF-8, keys in the order of declaration."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2, default=_plain) + "\n")


def _plain(value: object) -> str:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")


def fail(message: str, code: Exit = Exit.BAD_INPUT) -> NoReturn:
    """Print an error and end the command."""
    errors.print(f"[bold red]{t('error', '错误')}[/]  {escape(message)}")
    raise typer.Exit(code)


@contextmanager
def friendly() -> Iterator[None]:
    """Turn refusals into messages and exit codes; anything else is a bug and shows as one."""
    try:
        yield
    except Refusal as refused:
        fail(refused.of(LANG))
    except BrokenPipeError:
        # the reader of a pipe went away (``qingdan … | head``): nothing to report
        sys.stderr.close()
        raise typer.Exit(Exit.DONE) from None
    except KeyboardInterrupt:
        errors.print(t("interrupted; nothing was written", "已中断，未写入任何内容"))
        raise typer.Exit(Exit.INTERRUPTED) from None


def day(written: str | None, name: str) -> date:
    """Return the date of an option; today in Shanghai where none was given."""
    if written is None:
        return datetime.now(SHANGHAI).date()
    try:
        return date.fromisoformat(written)
    except ValueError:
        fail(t(f"{name}: {written} is no date; write it as 2026-02-24", f"{name}：{written}不是日期，请写作2026-02-24"))


def pairs(given: list[str], name: str) -> dict[str, Any]:
    """Return ``KEY=VALUE`` options as a mapping."""
    found: dict[str, Any] = {}
    for entry in given:
        key, sign, value = entry.partition("=")
        if not sign or not key:
            fail(t(f"{name}: write KEY=VALUE, not {entry}", f"{name}：请写作 名称=取值，而非{entry}"))
        found[key.strip()] = value.strip()
    return found


def files_in(path: Path, suffixes: tuple[str, ...] = (".yaml", ".yml", ".json")) -> list[Path]:
    """Return the files of a folder in order of name, or the file itself."""
    if path.is_dir():
        found = sorted(p for p in path.iterdir() if p.suffix in suffixes)
        if not found:
            fail(t(f"{path}: no {', '.join(suffixes)} file in this folder", f"{path}：目录中没有{'、'.join(suffixes)}文件"))
        return found
    return [path]
