"""The Qingdan number: ``T DDDDDD YY NNNNNN C``, sixteen characters that never change and are never reused.

T is the kind, D the division of the authority that handled the matter (100000 for the national one), Y the year,
N a serial number within kind, division and year, C the check character of GB 32100 over the fifteen before it.
The number holds no personal data and no risk class; status and versions live outside it.
"""

from __future__ import annotations

from dataclasses import dataclass

from qingdan.law.grammar.text import Lang, Text
from qingdan.law.numbers.check_character import check_character
from qingdan.law.numbers.divisions import NOT_A_CODE, is_code
from qingdan.law.numbers.faults import Fault, Wrong, WrongNumber, faults_of
from qingdan.law.numbers.kinds import Kind
from qingdan.law.numbers.suggestions import meant_numbers
from qingdan.law.numbers.written import Written, read_strictly, read_tolerantly

FIRST_YEAR, LAST_YEAR = 2000, 2099
LAST_SERIAL = 999_999


@dataclass(frozen=True, slots=True, order=True)
class QingdanNumber:
    """A number that is right: its division existed in its year, its serial number is from 1 to 999,999."""

    kind: Kind
    division: str
    year: int
    serial: int

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise WrongNumber((_out_of_range(Wrong.YEAR, "年份", self.year, FIRST_YEAR, LAST_YEAR),))
        if not 1 <= self.serial <= LAST_SERIAL:
            raise WrongNumber((_out_of_range(Wrong.SERIAL, "顺序号", self.serial, 1, LAST_SERIAL),))
        if not is_code(self.division):
            raise WrongNumber((Fault(Wrong.DIVISION, NOT_A_CODE),))
        faults = faults_of(Written(str(self), None))
        if faults:
            raise WrongNumber(faults)

    @classmethod
    def issue(cls, kind: Kind, division: str, year: int, serial: int) -> QingdanNumber:
        """Make the number for a new entry.

        Raises:
            WrongNumber: the division did not exist in that year, or the year or serial number is out of range.
        """
        return cls(kind, division, year, serial)

    @classmethod
    def parse(cls, text: str, *, strict: bool = False) -> QingdanNumber:
        """Read a number. Unless ``strict``, spaces, hyphens, small and full-width letters and 人智备 are allowed.

        Raises:
            WrongNumber: with everything that is wrong, and a few numbers that may be meant.
        """
        written = read_strictly(text) if strict else read_tolerantly(text)
        faults = faults_of(written)
        if faults:
            raise WrongNumber(faults, meant_numbers(written.characters))
        said = written.characters
        return cls(Kind(said[0]), said[1:7], 2000 + int(said[7:9]), int(said[9:15]))

    @property
    def body(self) -> str:
        """The fifteen characters that the check character covers."""
        return f"{self.kind.value}{self.division}{self.year % 100:02d}{self.serial:06d}"

    @property
    def check(self) -> str:
        """The check character."""
        return check_character(self.body)

    def __str__(self) -> str:
        """Return the sixteen characters, as machines exchange them."""
        return self.body + self.check

    def display(self, lang: Lang) -> str:
        """Return the number as people read it: 人智备 R110108-25-000042-0, in English without the words."""
        said = f"{self.kind.value}{self.division}-{self.year % 100:02d}-{self.serial:06d}-{self.check}"
        return f"{self.kind.prefix} {said}" if lang == "zh" else said

    def as_data(self) -> dict[str, object]:
        """Return the number and its parts as plain values for JSON."""
        return {
            "number": str(self),
            "kind": self.kind.value,
            "says": self.kind.says.as_data(),
            "division": self.division,
            "year": self.year,
            "serial": self.serial,
            "check": self.check,
            "display": {"en": self.display("en"), "zh": self.display("zh")},
        }


def _out_of_range(wrong: Wrong, said: str, value: int, low: int, high: int) -> Fault:
    return Fault(
        wrong,
        Text(
            f"The {wrong.value} must be from {low} to {high}, not {value}",
            f"{said}应为{low}至{high}，现为{value}",
        ),
    )
