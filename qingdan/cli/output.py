"""How the command prints: one console, text or JSON, exit codes, and the end of a command."""

from __future__ import annotations

import json
import os
import sys
from datetime import date, datetime
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Any, NoReturn

from rich.console import Console

from qingdan.cli.tongue import t
from qingdan.law.timeline import SHANGHAI


class Exit(IntEnum):
    """What a script can rely on."""

    DONE = 0
    NO = 1
    BAD_INPUT = 2
    NOT_YET_KNOWN = 3
    FAULT = 70
    INTERRUPTED = 130


class Format(StrEnum):
    """How results are printed."""

    TEXT = "text"
    JSON = "json"


class Screen(Console):
    """A console that leaves a broken pipe to the end of the command."""

    def on_broken_pipe(self) -> None:
        """Raise again: the reader went away, and that is nobody's fault."""
        raise BrokenPipeError


console = Screen(highlight=False)
errors = Screen(stderr=True, highlight=False, soft_wrap=True)


class Stop(Exception):
    """The end of a command before its end, with the message to print."""

    def __init__(self, message: str, code: Exit = Exit.BAD_INPUT) -> None:
        super().__init__(message)
        self.message, self.code = message, code


def fail(message: str, code: Exit = Exit.BAD_INPUT) -> NoReturn:
    """End the command with an error."""
    raise Stop(message, code)


def print_json(data: Any) -> None:  # noqa: ANN401 - any JSON-able data
    """Print plain data as JSON, one document, UTF-8, keys in the order of declaration."""
    sys.stdout.write(json_text(data))


def json_text(data: Any) -> str:  # noqa: ANN401 - any JSON-able data
    """Return plain data as one JSON document."""
    return json.dumps(data, ensure_ascii=False, indent=2, default=_plain) + "\n"


def _plain(value: object) -> str:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")


def day(written: str | None, name: str) -> date:
    """Return the date of an option; today in Shanghai where none was given."""
    if written is None:
        return datetime.now(SHANGHAI).date()
    try:
        return date.fromisoformat(written)
    except ValueError:
        fail(
            t(
                f"{name}: {written} is no date; write it as 2026-02-24",
                f"{name}：{written}不是日期，请写作2026-02-24",
            )
        )


def pairs(given: list[str], name: str) -> dict[str, Any]:
    """Return ``KEY=VALUE`` options as a mapping."""
    found: dict[str, Any] = {}
    for entry in given:
        key, sign, value = (part.strip() for part in entry.partition("="))
        if not sign or not key:
            fail(t(f"{name}: write KEY=VALUE, not {entry}", f"{name}：请写作 名称=取值，而非{entry}"))
        if key in found:
            fail(t(f"{name}: {key} is given twice", f"{name}：{key}重复填写"))
        found[key] = value
    return found


def files_in(path: Path, suffixes: tuple[str, ...] = (".yaml", ".yml", ".json")) -> list[Path]:
    """Return the files of a folder in order of name, or the file itself."""
    if not path.is_dir():
        return [path]
    found = sorted(p for p in path.iterdir() if p.suffix in suffixes)
    if not found:
        fail(
            t(
                f"{path}: no {', '.join(suffixes)} file in this folder",
                f"{path}：目录中没有{'、'.join(suffixes)}文件",
            )
        )
    return found


def write_whole(path: Path, text: str) -> None:
    """Write a file completely or not at all: what stood there stays until the new text is complete."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
