"""A number as people write it, brought to the sixteen characters it means."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from qingdan.law.numbers.kinds import KIND_OF_PREFIX, Kind

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SMALL = {ord(small): small.upper() for small in "abcdefghijklmnopqrstuvwxyz"}
_WORDS = re.compile(rf"^({'|'.join(KIND_OF_PREFIX)})?(.*?)号?$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the characters of the number, and the kind that the words before it claim."""

    characters: str
    claimed: Kind | None


def read_tolerantly(text: str) -> Written:
    """Strip what the display adds: spaces, hyphens, the words 人智备 and 号; full-width and small letters.

    Nothing else is guessed at: a letter O stays a letter O, so that it can be pointed out.
    """
    plain = text.translate(_FULL_WIDTH).translate(_SMALL)
    kept = "".join(character for character in plain if not _is_separator(character))
    words = _WORDS.match(kept)
    if words is None:
        return Written(kept, None)
    return Written(words.group(2), KIND_OF_PREFIX.get(words.group(1) or ""))


def read_strictly(text: str) -> Written:
    """Take the text as it is, as machines exchange it."""
    return Written(text, None)


def _is_separator(character: str) -> bool:
    """White space, any dash (Unicode category Pd), and characters that only format, such as a zero-width space."""
    return character.isspace() or unicodedata.category(character) in {"Pd", "Cf"} or character == "\u2212"
