"""The state of the law that judgements rest on, with a digest that tells whether it is still the one in use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

from qingdan import __version__
from qingdan.casework import law_now
from qingdan.law.calendars import Calendar
from qingdan.law.negative_list.edition import ListEdition
from qingdan.law.pack import model_law
from qingdan.ledger.encoding import canonical


@dataclass(frozen=True)
class LawInUse:
    """Readings, list editions and calendar, and what names them: ``parts`` are compared to say what changed."""

    readings: dict[str, Any]
    editions: tuple[ListEdition, ...]
    calendar: Calendar
    parts: dict[str, Any]

    @cached_property
    def digest(self) -> str:
        """What fixes this state of the law."""
        return sha256(canonical(self.parts)).hexdigest()


def law_in_use() -> LawInUse:
    """Return the law as this installation applies it now."""
    notices = law_now.notices_now()
    readings, editions = law_now.readings_taken(), law_now.editions()
    return LawInUse(
        readings,
        editions,
        law_now.calendar_now(),
        {
            # the rules come with the program: another release may judge otherwise
            "law": [model_law().key, __version__],
            "readings": readings,
            "editions": {e.key: e.effective.isoformat() for e in editions},
            "notices": notices,
        },
    )
