"""The words of the help page that typer brings in English only, in Chinese."""

from __future__ import annotations

import re
from typing import Any

_PANELS = {
    "ARGUMENTS_PANEL_TITLE": ("Arguments", "参数"),
    "OPTIONS_PANEL_TITLE": ("Options", "选项"),
    "COMMANDS_PANEL_TITLE": ("Commands", "命令"),
    "DEFAULT_STRING": ("[default: {}]", "[默认：{}]"),
    "REQUIRED_LONG_STRING": ("[required]", "[必填]"),
}
_HELPS = {
    "--help": "显示本说明",
    "--install-completion": "为当前命令行环境安装补全",
    "--show-completion": "显示补全脚本，供复制或者修改",
}


def word(command: Any, *, chinese: bool) -> None:  # noqa: ANN401 - typer brings its own copy of click
    """Word the help of ``command`` and everything below it."""
    from typer import rich_utils

    for name, wordings in _PANELS.items():
        setattr(rich_utils, name, wordings[chinese])
    _shorten(command)
    if chinese:
        _word(command)


def _shorten(command: Any) -> None:  # noqa: ANN401
    """Let a list of commands show the first sentence of each."""
    command.short_help = re.split(r"(?<=\.) |(?<=。)", command.help or "")[0]
    for inner in getattr(command, "commands", {}).values():
        _shorten(inner)


def _word(command: Any) -> None:  # noqa: ANN401
    for option in command.params:
        option.help = _HELPS.get(option.opts[0], getattr(option, "help", None))
    if "get_help_option" in vars(command):  # worded before
        return
    make = command.get_help_option

    def help_option(context: Any) -> Any:  # noqa: ANN401
        option = make(context)
        if option is not None:
            option.help = _HELPS["--help"]
        return option

    command.get_help_option = help_option
    for inner in getattr(command, "commands", {}).values():
        _word(inner)
