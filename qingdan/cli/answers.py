"""What a written answer means: yes and no in both languages, an option by number or name, a number, a sum."""

from __future__ import annotations

from typing import Final

from qingdan.cli.tongue import say, t
from qingdan.law.grammar.conditions import Answer, Choice, Number
from qingdan.law.grammar.refusal import Refusal, WrongAnswer
from qingdan.law.interview import Question
from qingdan.law.penalties.money import fen_of

_YES = frozenset({"y", "yes", "true", "是", "有"})
_NO = frozenset({"n", "no", "false", "否", "没有", "无"})
_UNKNOWN_WORDS = frozenset({"", "?", "？", "unknown", "未知", "不清楚"})


class NotAnAnswer(ValueError):
    """Something written that answers nothing; the message says what would."""


class Unknown:
    """Nobody knows."""


UNKNOWN: Final = Unknown()


def hint(question: Question) -> str:
    """Return what may be answered, in a few words."""
    if question.options:
        return f"1-{len(question.options)} / ?"
    if question.bounds is None:
        return t("y / n / ?", "是y / 否n / ?")
    if isinstance(question.fact, Number) and question.fact.money:
        return t("sum, such as 500,000 yuan / ?", "金额，如500000元 / ?")
    unit = say(question.unit) if question.unit is not None else ""
    return t(f"a whole number of {unit} / ?", f"整数（{unit}） / ?")


def read_answer(question: Question, written: str) -> Answer | Unknown:
    """Return the answer. Raises NotAnAnswer, in words a person can act on."""
    word = written.strip().lower()
    if word in _UNKNOWN_WORDS:
        return UNKNOWN
    if isinstance(question.fact, Choice):
        return _option(question.fact, written.strip())
    if isinstance(question.fact, Number):
        return _checked(question, _number(question.fact, written.strip()))
    if word in _YES or word in _NO:
        return word in _YES
    raise NotAnAnswer(t("answer y, n or ?", "请回答是（y）、否（n）或者?"))


def _option(fact: Choice, written: str) -> str:
    keys = list(fact.options)
    if written.isdecimal() and 1 <= int(written) <= len(keys):
        return keys[int(written) - 1]
    if written in fact.options:
        return written
    raise NotAnAnswer(
        t(f"answer a number from 1 to {len(keys)}, or ?", f"请回答1至{len(keys)}之间的序号，或者?")
    )


def _number(fact: Number, written: str) -> int:
    plain = written.replace(",", "").replace("，", "").replace("_", "").replace(" ", "")
    if plain.isdecimal() and plain.isascii() and len(plain) <= len(str(fact.high)) and not fact.money:
        return int(plain)
    if fact.money:
        try:
            return fen_of(f"{plain}元" if plain.isdecimal() else written, fact.key)
        except WrongAnswer:
            pass
    bounds = f"{fact.low:,}-{fact.high:,}"
    raise NotAnAnswer(t(f"answer a whole number ({bounds}), or ?", f"请回答整数（{bounds}），或者?"))


def _checked(question: Question, number: int) -> int:
    try:
        question.interview.answer(question.key, number)
    except Refusal as refused:
        raise NotAnAnswer(say(refused.says)) from None
    return number
