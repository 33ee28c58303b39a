"""Which language the command speaks: ``--lang``, else the locale, else English."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from qingdan.law.grammar.text import Lang, Text


def chosen_lang(arguments: Sequence[str], environment: Mapping[str, str]) -> Lang:
    """Return the language asked for on the command line or by the locale."""
    for i, word in enumerate(arguments):
        asked = word.partition("=")[2] if word.startswith("--lang=") else ""
        if word == "--lang" and i + 1 < len(arguments):
            asked = arguments[i + 1]
        if asked in ("zh", "en"):
            return "zh" if asked == "zh" else "en"
    for name in ("QINGDAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


LANG: Lang = chosen_lang(sys.argv[1:], os.environ)


def t(english: str, chinese: str) -> str:
    """Return the wording in the language of this process."""
    return chinese if LANG == "zh" else english


def say(text: Text) -> str:
    """Return a text in the language of this process."""
    return text.of(LANG)
