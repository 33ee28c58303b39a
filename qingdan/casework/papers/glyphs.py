"""Which characters can be shown, and what stands for those that cannot."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from qingdan.casework.papers.press import press

# A run this long without a place to break would leave the sheet: an address, a key, or mischief.
_UNBROKEN = re.compile(r"[^\s\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF]{25,}")
_EVERY = 12
_BREAK_HERE = "\u200b"
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_SPACE = re.compile("[^\\S\n\u3000]")
_printable: dict[str, bool] = {}


def unprintable(text: str) -> str:
    """Return the characters of ``text`` that no typeface holds, each once, in the order of their first coming.

    Characters that show nothing (controls, marks of direction) are not counted: they are left out of papers.

    Raises:
        FontsMissing: the typefaces are not installed.
    """
    asked = dict.fromkeys(character for character in visible(text) if not character.isspace())
    _probe([character for character in asked if character not in _printable])
    return "".join(character for character in asked if not _printable[character])


def visible(text: str) -> str:
    """Drop what shows nothing: controls, zero-width characters, and the marks that make text run backwards.

    Every way to end a line becomes one, and every kind of space but the Chinese one. What remains is composed
    (NFC), as typefaces expect.
    """
    composed = unicodedata.normalize("NFC", _SPACE.sub(" ", _LINE_END.sub("\n", text)))
    return "".join(
        one for one in composed if one == "\n" or unicodedata.category(one) not in {"Cc", "Cf", "Cs"}
    )


def numbered(text: str, lacking: str) -> str:
    """Return what is visible of ``text``, with the characters of ``lacking`` by their number."""
    return "".join(f"〔U+{ord(one):04X}〕" if one in lacking else one for one in visible(text))


def breakable(text: str) -> str:
    """Return ``text`` with places to break in its long runs; the forms turn the sign into such a place."""
    return _UNBROKEN.sub(_broken, text)


def _broken(run: re.Match[str]) -> str:
    said = run.group()
    return _BREAK_HERE.join(said[start : start + _EVERY] for start in range(0, len(said), _EVERY))


def _probe(characters: list[str]) -> None:
    """Ask the typesetter itself, which fails on a glyph that is missing; halve until the culprits are alone."""
    if not characters:
        return
    if _can_set("".join(characters)):
        _printable.update(dict.fromkeys(characters, True))
    elif len(characters) == 1:
        _printable[characters[0]] = False
    else:
        middle = len(characters) // 2
        _probe(characters[:middle])
        _probe(characters[middle:])


def _can_set(characters: str) -> bool:
    from typst import TypstError

    _base_can_be_set()
    try:
        press("probe.typ", list(characters), created=0)
    except TypstError:
        return False
    return True


@cache
def _base_can_be_set() -> None:
    """Set one plain letter. A typesetter that fails here is broken: no verdict on a glyph may come of that."""
    press("probe.typ", ["a"], created=0)
