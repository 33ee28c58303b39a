"""What can be wrong with a number, told so that the reader can put it right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text
from qingdan.law.numbers.check_character import ALPHABET, check_character
from qingdan.law.numbers.divisions import existed_in, history
from qingdan.law.numbers.kinds import Kind
from qingdan.law.numbers.written import Written

LENGTH = 16
_DIGITS = "0123456789"
_KINDS = "".join(Kind)
# What a letter was probably meant to be.
LOOKS_LIKE = {"I": "1", "O": "0", "S": "5", "V": "U", "Z": "2", "Q": "0", "B": "8", "G": "6", "U": "0"}


class Wrong(StrEnum):
    """The sorts of fault."""

    LENGTH = "length"
    CHARACTER = "character"
    KIND = "kind"
    PREFIX = "prefix"
    DIVISION = "division"
    YEAR = "year"
    SERIAL = "serial"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and the position (from one) if it is one character."""

    wrong: Wrong
    says: Text
    position: int | None = None


class WrongNumber(Refusal):
    """The text is not a Qingdan number. ``faults`` tells everything wrong; ``meant`` a few numbers it may be."""

    def __init__(self, faults: tuple[Fault, ...], meant: tuple[str, ...] = ()) -> None:
        hint = f" Perhaps one of these is meant: {', '.join(meant)}." if meant else ""
        advice = f"或系{'、'.join(meant)}之误。" if meant else ""
        super().__init__(
            Text(
                "; ".join(fault.says.en for fault in faults) + "." + hint + " Copy it again from the source.",
                "；".join(fault.says.zh for fault in faults) + "。" + advice + "请与来源核对后重新填写。",
            )
        )
        self.faults = faults
        self.meant = meant


def alphabet_at(position: int) -> str:
    """Return the characters allowed at ``position``, counted from zero."""
    if position == 0:
        return _KINDS
    return ALPHABET if position == LENGTH - 1 else _DIGITS


def faults_of(written: Written) -> tuple[Fault, ...]:
    """Return everything wrong with what was written; empty if it is a number."""
    characters = written.characters
    if len(characters) != LENGTH:
        return (_wrong_length(characters),)
    misplaced = tuple(
        _wrong_character(place, character)
        for place, character in enumerate(characters)
        if character not in alphabet_at(place)
    )
    return misplaced or tuple(fault for fault in _faults_of_meaning(written) if fault)


def _faults_of_meaning(written: Written) -> list[Fault | None]:
    characters = written.characters
    return [
        _wrong_check(characters),
        _wrong_prefix(written),
        _wrong_division(characters),
        _wrong_serial(characters),
    ]


def _wrong_length(characters: str) -> Fault:
    count = len(characters)
    return Fault(
        Wrong.LENGTH,
        Text(
            f"A Qingdan number has {LENGTH} characters without spaces and hyphens, and this has {count}",
            f"编号应为{LENGTH}位（不计空格和连字符），现为{count}位",
        ),
    )


def _wrong_character(place: int, character: str) -> Fault:
    shown = character if character.isprintable() else f"U+{ord(character):04X}"
    if place == 0:
        kinds = ", ".join(f"{kind.value} ({kind.says.en})" for kind in Kind)
        sorts = "、".join(f"{kind.value}（{kind.says.zh}）" for kind in Kind)
        return Fault(
            Wrong.KIND,
            Text(
                f"The first letter {shown} is no kind of number; the kinds are {kinds}",
                f"首字母{shown}无对应类别；类别为{sorts}",
            ),
            1,
        )
    meant = LOOKS_LIKE.get(character, "")
    last = place == LENGTH - 1
    confused = meant if meant and meant in alphabet_at(place) else ""
    expected = (
        Text("a digit or a capital other than I, O, S, V, Z", "数字或者I、O、S、V、Z以外的大写字母")
        if last
        else Text("a digit", "数字")
    )
    return Fault(
        Wrong.CHARACTER,
        Text(
            f"Character {place + 1} is {shown}; it must be {expected.en}"
            + (f", perhaps {confused}" if confused else ""),
            f"第{place + 1}位为{shown}，应为{expected.zh}" + (f"，或系{confused}之误" if confused else ""),
        ),
        place + 1,
    )


def _wrong_check(characters: str) -> Fault | None:
    if check_character(characters[:-1]) == characters[-1]:
        return None
    return Fault(
        Wrong.CHECK,
        Text(
            "The check character does not fit the rest: a character is wrong or two are swapped",
            "校验码不符：有一位有误或者两位互换",
        ),
    )


def _wrong_prefix(written: Written) -> Fault | None:
    kind = Kind(written.characters[0])
    if written.claimed in {None, kind}:
        return None
    claimed = written.claimed.prefix if written.claimed else ""
    return Fault(
        Wrong.PREFIX,
        Text(
            f"{claimed} stands before a number that begins with {kind.value}, which takes {kind.prefix}",
            f"编号首字母为{kind.value}，其前应为“{kind.prefix}”，而非“{claimed}”",
        ),
    )


def _wrong_division(characters: str) -> Fault | None:
    code, year = characters[1:7], 2000 + int(characters[7:9])
    if existed_in(code, year):
        return None
    if history(code):
        name = history(code)[-1].name
        says = Text(
            f"Division {code} ({name.en}) did not exist in {year}",
            f"{year}年不存在行政区划{code}（{name.zh}）",
        )
    else:
        says = Text(f"Division {code} is not in the table of divisions", f"行政区划代码{code}不在表内")
    return Fault(Wrong.DIVISION, says)


def _wrong_serial(characters: str) -> Fault | None:
    if int(characters[9:15]):
        return None
    return Fault(Wrong.SERIAL, Text("Serial numbers begin at 000001", "顺序号自000001起"))
