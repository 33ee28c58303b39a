"""Money: whole fen inside; outside also ``"1,000,000 yuan"`` or ``"80元"``, exact to the fen."""

from __future__ import annotations

import re

from qingdan.law.grammar.amounts import FEN_A_YUAN, in_yuan
from qingdan.law.grammar.refusal import WrongAnswer
from qingdan.law.grammar.text import Text

_WRITTEN = re.compile(r"(\d{1,3}(?:[,_ ]\d{3})+|\d{1,30})(?:\.(\d{1,2}))? ?(?:yuan|CNY|元)")


def fen_of(given: object, where: str) -> int:
    """Return a sum as fen: a whole number is fen, a text is yuan with its unit. Raises WrongAnswer naming ``where``."""
    if isinstance(given, int) and not isinstance(given, bool) and given >= 0:
        return given
    if isinstance(given, str) and (match := _WRITTEN.fullmatch(given.strip())):
        whole, cents = match.groups()
        return int(re.sub(r"[,_ ]", "", whole)) * FEN_A_YUAN + int((cents or "").ljust(2, "0"))
    raise WrongAnswer(
        Text(
            f"{where}: give whole fen, or yuan with the unit such as '500,000 yuan'",
            f"{where}：请填写以分为单位的整数，或者带单位的金额，如“500000元”",
        )
    )


def said(fen: int) -> Text:
    """Return a sum in yuan, in words: ``CNY 1,000,000``, ``1,000,000元``."""
    amount = in_yuan(fen)
    return Text(f"CNY {amount}", f"{amount}元")
