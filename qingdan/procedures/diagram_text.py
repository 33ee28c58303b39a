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


BOLD = 1.12


def width(said: str, size: float) -> float:
    """Return how wide ``said`` is at most, in the unit of ``size``; bold Latin letters take ``BOLD`` times that."""
    return sum(map(_em, said)) * size


def _em(sign: str) -> float:
    if east_asian_width(sign) in "WF":
        return 1.0
    if sign in _NARROW:
        return 0.39
    if sign in _WIDE:
        return 1.0
    return 0.74 if sign.isupper() else 0.63


def wrapped(said: str, room: float, size: float) -> tuple[str, ...]:
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
