"""What a refused part of a proposal looks like, and the sheet it is judged on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from qingdan.law.diagram import Codes
from qingdan.law.grammar.conditions import Condition
from qingdan.law.grammar.rules import MEASURES
from qingdan.law.grammar.text import Cite, Lang, Text
from qingdan.law.penalties.code import PenaltyCode
from qingdan.law.penalties.file import Violation


@dataclass(frozen=True, slots=True)
class Refused:
    """One part of a proposal that cannot stand.

    ``key`` names the bar or check, ``hits`` what it strikes (``fine``, ``person:NAME`` or a measure). ``unlawful``
    says that it is unlawful as things are; otherwise something (``missing``) must be shown first.
    """

    key: str
    hits: tuple[str, ...]
    because: Text
    remedy: Text
    cite: Cite
    unlawful: bool = True
    missing: tuple[str, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "key": self.key,
            "hits": list(self.hits),
            "unlawful": self.unlawful,
            "because": self.because.as_data(),
            "remedy": self.remedy.as_data(),
            "cite": self.cite.as_data(),
            "missing": list(self.missing),
        }

    def explain(self, lang: Lang) -> str:
        """Return it in one line."""
        cite = self.cite.of(lang)
        hits = ("、" if lang == "zh" else ", ").join(_named(hit).of(lang) for hit in self.hits)
        if lang == "zh":
            lead = "违法" if self.unlawful else f"尚待查明（{'、'.join(self.missing)}）"
            return f"{lead}［{hits}］{self.because.zh}；{self.remedy.zh}［{cite}］"
        lead = "unlawful" if self.unlawful else f"not yet shown ({', '.join(self.missing)})"
        return f"{lead} [{hits}]: {self.because.en}; {self.remedy.en} [{cite}]"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A violation with every answer that follows, encoded once."""

    code: PenaltyCode
    violation: Violation
    answers: Mapping[str, object]
    codes: Codes

    @classmethod
    def of(cls, code: PenaltyCode, violation: Violation, answers: Mapping[str, object]) -> Sheet:
        """Return the sheet. Raises UnknownFact or WrongAnswer."""
        return cls(code, violation, answers, code.encode(answers))

    def given(self, **more: object) -> Sheet:
        """Return the sheet with further answers."""
        return Sheet.of(self.code, self.violation, {**self.answers, **more})

    def without(self, *keys: str) -> Sheet:
        """Return the sheet with these answers left open."""
        return Sheet.of(self.code, self.violation, {k: v for k, v in self.answers.items() if k not in keys})

    def value(self, condition: Condition) -> bool | None:
        """Return the value of ``condition``."""
        return self.code.value(condition, self.codes)

    def missing(self, condition: Condition) -> tuple[str, ...]:
        """Return what its value still turns on."""
        return self.code.missing(condition, self.codes)

    def why(self, condition: Condition) -> tuple[Text, ...]:
        """Return the fewest answers that force its value."""
        return self.code.why(condition, self.codes, self.answers)

    def net_gains(self) -> int | None:
        """Return unlawful gains less refunds, in fen; None while the gains are unknown.

        Refunds that nobody reported count as none, since the gains are the party's to hold against.
        """
        gains, refunds = self.answers.get("unlawful_gains"), self.answers.get("refunded_gains", 0)
        if not isinstance(gains, int) or not isinstance(refunds, int):
            return None
        return max(gains - refunds, 0)


_PARTS = {
    "fine": Text("fine", "罚款"),
    "rule": Text("rule relied on", "处罚依据"),
    "procedure": Text("procedure", "程序"),
    **{measure.value: words for measure, words in MEASURES.items()},
}


def _named(hit: str) -> Text:
    person = hit.removeprefix("person:")
    return Text(f"fine on {person}", f"对{person}的罚款") if person != hit else _PARTS[hit]


def softer(refused: Refused, missing: tuple[str, ...]) -> Refused:
    """Return the same refusal as something still to be shown."""
    return replace(refused, unlawful=False, missing=missing)
