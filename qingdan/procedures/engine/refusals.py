"""Why a step is refused: with the reason, the article, and what to do."""

from __future__ import annotations

import re

from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Cite, Text

CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_SHOWN = 60


def shown(name: object) -> str:
    """Return a name somebody made up so that it can be repeated to them: short, and safe to write anywhere."""
    return CONTROL.sub("\ufffd", str(name)[:_SHOWN])


class StepRefused(Refusal):
    """A step that may not be taken. ``code`` is stable, for programs; ``field`` names what was given wrongly."""

    def __init__(self, code: str, says: Text, cite: Cite | None = None, field: str | None = None) -> None:
        super().__init__(says, cite)
        self.code = code
        self.field = field
