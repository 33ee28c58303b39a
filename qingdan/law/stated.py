"""A fact with its answer, as a sentence: what reasons and contrasts are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from qingdan.law.grammar.amounts import in_yuan
from qingdan.law.grammar.conditions import Choice, Fact, Number, YesNo
from qingdan.law.grammar.text import Lang, Text


class _Words(NamedTuple):
    """Part of a sentence; unlike a Text it may be empty."""

    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact with its answer. ``answer`` None: not answered.

    ``span`` widens a number to the range that comes to the same: from the first, below the second.
    """

    fact: Fact
    answer: Any
    span: tuple[int | None, int | None] | None = None

    @property
    def says(self) -> Text:
        """The answer in words."""
        fact, answer = self.fact, self.answer
        if answer is None:
            return Text(f"not answered: {fact.asks.en}", f"尚未回答：{fact.asks.zh}")
        if isinstance(fact, YesNo):
            return fact.yes if answer else fact.no
        topic = fact.topic or Text(fact.asks.en.rstrip("? "), fact.asks.zh.rstrip("？ "))
        low, below = self.span or (None, None)
        if low is None and below is None:
            said = fact.options[answer] if isinstance(fact, Choice) else self._figure(answer)
            return Text(f"{topic.en}: {said.en}", f"{topic.zh}：{said.zh}")
        least, less = self._limit(low, "at {} or more", "{}以上"), self._limit(below, "below {}", "不足{}")
        both = " but " if least.en and less.en else ""
        return Text(f"{topic.en} {least.en}{both}{less.en}", f"{topic.zh}{least.zh}{less.zh}")

    def _limit(self, limit: int | None, english: str, chinese: str) -> _Words:
        if limit is None:
            return _Words("", "")
        figure = self._figure(limit)
        return _Words(english.format(figure.en), chinese.format(figure.zh))

    def _figure(self, amount: int) -> Text:
        """Return a number as written: money in yuan; the unit in English only where no topic implies it."""
        fact = self.fact
        if isinstance(fact, Number) and fact.money:
            said = in_yuan(amount)
            return Text(f"{said} yuan", f"{said}元")
        unit = fact.unit if isinstance(fact, Number) else Text("-", "-")
        return Text(f"{amount:,}" if fact.topic else f"{amount:,} {unit.en}", f"{amount:,}{unit.zh}")


def listed(stated: Sequence[Stated], lang: Lang, most: int = 5) -> str:
    """Return facts in one sentence, at most ``most`` of them."""
    stop = "；" if lang == "zh" else "; "
    said = stop.join(s.says.of(lang) for s in stated[:most])
    more = len(stated) - most
    if more <= 0:
        return said
    return said + (f"；另有{more}项" if lang == "zh" else f"; and {more} more")
