"""How wide words are when drawn, and where they break: estimated on the safe side, so that any sans-serif face fits."""

from __future__ import annotations

import re
from unicodedata import east_asian_width

_NARROW, _WIDE = frozenset("iljtfrI.,;:'|!()[]·-/ "), frozenset("mwMW@—")
_BREAKABLE = re.compile(
    r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+\s*|\s+"
)
_NO_START = frozenset("，。；：、！？）》”’」』")  # these never begin a line
_NO_END = frozenset("（《“‘「『")  # and these never end one


BOLD = 112  # how wide bold letters are, in hundredths of plain ones


def width(said: str, size: int) -> int:
    """Return how wide ``said`` is at most, in pixels, in type of ``size`` tenths of a pixel; bold type is wider still."""
    return -(-sum(map(_em, said)) * size // 1000)


def lead(size: int) -> int:
    """Return how far it is from line to line, in pixels."""
    return -(-size * 132 // 1000)


def _em(sign: str) -> int:
    """Return the width of a sign in hundredths of its size."""
    if east_asian_width(sign) in "WF":
        return 100
    if sign in _NARROW:
        return 39
    if sign in _WIDE:
        return 100
    return 74 if sign.isupper() else 63


def wrapped(said: str, room: int, size: int) -> tuple[str, ...]:
    """Return ``said`` in lines that fit into ``room``; Chinese breaks between signs, other words between words."""
    lines, line = [], ""
    for piece in _pieces(said):
        if line and width((line + piece).rstrip(), size) > room:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return (*lines, line.rstrip()) if line.strip() else tuple(lines)


def _pieces(said: str) -> list[str]:
    """Cut into what must stay together."""
    pieces: list[str] = []
    for piece in _BREAKABLE.findall(said):
        if pieces and (piece[0] in _NO_START or pieces[-1][-1] in _NO_END):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces
