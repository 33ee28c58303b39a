"""Our own words where Django expects its translated ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.functional import lazystr
from django.utils.translation import get_language

from qingdan.law.grammar.text import Lang, Text

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


class Said:
    """A text that is put into words, in the language of the moment, when it is shown."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def __str__(self) -> str:
        return self._text.of(lang_now())


def lang_now() -> Lang:
    """Return the language of the present request."""
    return "en" if (get_language() or "").startswith("en") else "zh"


def said(text: Text) -> StrPromise:
    """Return ``text`` as a lazy string."""
    return lazystr(Said(text))
