"""Which way is open against an act of the authority (Art. 66), and until when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from qingdan.law.grammar.rules import Term
from qingdan.law.grammar.text import Lang
from qingdan.law.model_law import a66_redress as law
from qingdan.law.neighbours import litigation_law as suits
from qingdan.law.neighbours import reconsideration_law as reconsideration
from qingdan.law.penalties.code import penalty_code
from qingdan.law.penalties.timetable import DueDate, deadline


@dataclass(frozen=True, slots=True)
class Redress:
    """The ways open. None: not yet known. ``due`` holds the last day for each that can be counted."""

    final: bool | None
    reconsideration: bool | None
    direct_suit: bool | None
    due: tuple[DueDate, ...]

    def as_data(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "final": self.final,
            "reconsideration": self.reconsideration,
            "direct_suit": self.direct_suit,
            "says": (law.decision_final.says if self.final else law.decision_final.denies).as_data(),
            "cite": (law.decision_final.cite if self.final else law.reconsideration_open.cite).as_data(),
            "due": [d.as_data() for d in self.due],
        }

    def explain(self, lang: Lang) -> str:
        """Return it in words, one statement a line."""
        if self.final:
            return f"{law.decision_final.says.of(lang)} [{law.decision_final.cite.of(lang)}]"
        ways = []
        for finding, value in (
            (law.reconsideration_open, self.reconsideration),
            (law.direct_suit_open, self.direct_suit),
        ):
            if value is not None:
                ways.append((finding.says if value else finding.denies).of(lang))
        ways += [f"  {d.deadline.due}  {d.term.says.of(lang)} [{d.term.cite.of(lang)}]" for d in self.due]
        return "\n".join(ways)


def redress(answers: Mapping[str, object], dates: Mapping[str, date]) -> Redress:
    """Return what is open against an act. ``answers``: ``act_complained_of``, ``told_of_remedies``."""
    code = penalty_code()
    codes = code.encode(answers)
    final = code.value(law.decision_final, codes)
    asks, sues = code.value(law.reconsideration_open, codes), code.value(law.direct_suit_open, codes)
    wanted = (*_reconsideration(answers, dates), *_suits(sues)) if final is not True else ()
    found = ((t, deadline(t, dates)) for t in wanted)
    return Redress(final, asks, sues, tuple(DueDate(t, d) for t, d in found if d is not None))


def _reconsideration(answers: Mapping[str, object], dates: Mapping[str, date]) -> tuple[Term, ...]:
    if answers.get("told_of_remedies") is not False:
        return (reconsideration.reconsideration_application, reconsideration.reconsideration_outer)
    untold = (reconsideration.reconsideration_application_untold,) if "remedies_known" in dates else ()
    return (*untold, reconsideration.reconsideration_year, reconsideration.reconsideration_outer)


def _suits(direct: bool | None) -> tuple[Term, ...]:  # noqa: FBT001 - three values
    after = (suits.suit_after_reconsideration, suits.suit_after_silence, suits.inaction)
    return (*((suits.direct_suit, suits.direct_suit_outer) if direct else ()), *after)
