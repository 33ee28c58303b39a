"""Which language the command speaks: ``--lang`` anywhere on the line, else the locale, else English."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from qingdan.law.grammar.text import Lang, Text


def take_lang(words: Sequence[str]) -> tuple[list[str], str | None]:
    """Return the command line without ``--lang``, wherever it stands, and what it asked for."""
    rest: list[str] = []
    asked: str | None = None
    left = iter(words)
    for word in left:
        if word == "--":
            return [*rest, word, *left], asked
        if word == "--lang":
            asked = next(left, "")
        elif word.startswith("--lang="):
            asked = word.partition("=")[2]
        else:
            rest.append(word)
    return rest, asked


def chosen_lang(asked: str | None, environment: Mapping[str, str]) -> Lang:
    """Return the language asked for on the command line or by the locale."""
    if asked in ("zh", "en"):
        return "zh" if asked == "zh" else "en"
    for name in ("QINGDAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


class _Speaker:
    """The language of this process. One command runs at a time, so there is one."""

    lang: Lang = chosen_lang(take_lang(sys.argv[1:])[1], os.environ)


def speak(lang: Lang) -> None:
    """Speak ``lang`` from now on."""
    _Speaker.lang = lang


def lang() -> Lang:
    """Return the language now spoken."""
    return _Speaker.lang


def t(english: str, chinese: str) -> str:
    """Return the wording in the language now spoken."""
    return chinese if _Speaker.lang == "zh" else english


def say(text: Text) -> str:
    """Return a text in the language now spoken."""
    return text.of(_Speaker.lang)
