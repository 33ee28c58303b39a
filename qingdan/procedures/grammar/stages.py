"""Where a case can stand. A stage is a participle; an ending stage is left by nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from qingdan.law.grammar.named import Named
from qingdan.law.grammar.text import Text


class Ends(StrEnum):
    """What an ending means for the party."""

    WELL = "well"
    ILL = "ill"
    PLAIN = "plain"


@dataclass(frozen=True, eq=False, kw_only=True)
class Stage(Named):
    """A stage. ``waits_for_party`` says whose move it is: the party's, or the authority's."""

    says: Text
    ends: Ends | None = None
    waits_for_party: bool = False
