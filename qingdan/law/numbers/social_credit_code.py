"""The unified social credit code (统一社会信用代码, GB 32100) of an organisation: is it well formed?

A well-formed code proves neither that the organisation exists nor who is asking. The code of a sole trader can
lead to a person, so nothing here keeps, shows or logs it: a result holds the verdict and the reason only.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from qingdan.law.grammar.text import Text
from qingdan.law.numbers.check_character import ALPHABET
from qingdan.law.numbers.written import read_tolerantly

_LENGTH = 18
_DIVISION = slice(2, 8)
# GB 32100 gives the registering authority a letter where it is the Central Military Commission (A), agriculture
# (N) or another (Y). python-stdnum takes digits only, so the first character is judged here.
_AUTHORITIES = "123456789ANY"


class Verdict(StrEnum):
    """How a code stands."""

    VALID = "valid"
    DOUBTFUL = "doubtful"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class CodeCheck:
    """The verdict on a code, never the code. ``overridden`` says that evidence was shown for a doubtful one."""

    verdict: Verdict
    reason: Text
    overridden: bool = False

    @property
    def accepted(self) -> bool:
        """Whether the code may be used: it is valid, or doubtful and backed by evidence."""
        return self.verdict is Verdict.VALID or self.overridden

    def as_data(self) -> dict[str, object]:
        """Return the verdict as plain values for JSON."""
        return {
            "verdict": self.verdict.value,
            "accepted": self.accepted,
            "overridden": self.overridden,
            "reason": self.reason.as_data(),
        }


def check_uscc(code: str, *, evidence_seen: bool = False) -> CodeCheck:
    """Judge a code. Some early real codes fail the check: those are doubtful, and accepted once evidence was seen.

    Args:
        code: as written; spaces, hyphens, small and full-width letters are allowed.
        evidence_seen: an official has seen the business licence or an extract that shows this code.
    """
    characters = read_tolerantly(code).characters
    reason = _malformed(characters)
    if reason:
        return CodeCheck(Verdict.INVALID, reason)
    from stdnum.cn import uscc

    if uscc.calc_check_digit(characters[:-1]) == characters[-1]:
        return CodeCheck(Verdict.VALID, Text("The code is well formed", "代码格式正确"))
    return CodeCheck(Verdict.DOUBTFUL, _CHECK_FAILS, overridden=evidence_seen)


_CHECK_FAILS = Text(
    "The check character does not fit. Check the code against the business licence; some early real codes fail, "
    "and such a code can be accepted once the licence has been seen",
    "校验码不符。请与营业执照核对；部分早期赋码确有不符者，经查验证照后可予认可",
)


def _malformed(characters: str) -> Text | None:
    if len(characters) != _LENGTH:
        count = len(characters)
        return Text(
            f"A unified social credit code has {_LENGTH} characters, and this has {count}. Copy all of it from the licence",
            f"统一社会信用代码应为{_LENGTH}位，现为{count}位。请按证照完整填写",
        )
    for place, character in enumerate(characters, start=1):
        if character not in ALPHABET:
            return Text(
                f"Character {place} cannot occur: digits and capitals without I, O, S, V and Z are used. Check it",
                f"第{place}位字符不合规定：仅使用数字和I、O、S、V、Z以外的大写字母。请核对",
            )
    if characters[0] not in _AUTHORITIES:
        return Text(
            "The first character names no registering authority. Check it", "首位不是登记管理部门代码。请核对"
        )
    if not characters[_DIVISION].isdigit():
        return Text(
            "Characters 3 to 8 must be the six digits of a division. Check them",
            "第3至8位应为六位数字的行政区划代码。请核对",
        )
    return None
