"""How the command prints: one console, text or JSON, exit codes, and the end of a command."""

from __future__ import annotations

import io
import json
import os
import sys
from datetime import date, datetime
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Any, NoReturn, TextIO

from rich.console import Console, ConsoleDimensions

from qingdan.cli.tongue import t
from qingdan.law.grammar.units import SHANGHAI

NARROWEST, WIDEST = 20, 1000


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
    """A console that leaves a broken pipe to the end of the command, and no line less than readable."""

    def on_broken_pipe(self) -> None:
        """Raise again: the reader went away, and that is nobody's fault."""
        raise BrokenPipeError

    @property
    def size(self) -> ConsoleDimensions:
        """How large it is; a width nobody could read, or fill, is brought within bounds."""
        width, height = super().size
        return ConsoleDimensions(min(max(width, NARROWEST), WIDEST), height)

    @size.setter
    def size(self, new: tuple[int, int]) -> None:
        Console.size.fset(self, new)  # type: ignore[attr-defined] # the setter of the parent

    @property
    def width(self) -> int:
        """How many cells a line has."""
        return self.size.width

    @width.setter
    def width(self, width: int) -> None:
        self._width = width


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
    sys.stdout.write(json_text(data, sys.stdout))


def json_text(data: Any, stream: TextIO, *, indent: int | None = 2) -> str:  # noqa: ANN401 - any JSON-able data
    """Return plain data as one JSON document, all ASCII where ``stream`` is not Unicode."""
    unicode = (stream.encoding or "utf-8").lower().startswith("utf")
    return json.dumps(data, ensure_ascii=not unicode, indent=indent, default=_plain) + "\n"


def ready_streams() -> None:
    """See to it that whatever must be said can be written.

    A stream that somebody closed leads nowhere; letters its encoding lacks are written as escapes.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - to the end
        elif mode == "w" and isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


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
    from qingdan.screening.target import WholeFile

    with WholeFile(path) as whole:
        whole.file.write(text.encode())
        whole.publish()
