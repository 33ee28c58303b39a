"""Who is competent where: Article 12 names the national authority, the provincial ones and three kinds of city."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from qingdan.law.grammar.text import Text
from qingdan.law.numbers.divisions import NATIONAL, Division, Level, division
from qingdan.law.numbers.table import Source, Span, source, table

# Article 12 speaks of provinces, autonomous regions and municipalities; no authority is established in these.
_WITHOUT_PROVINCIAL_AUTHORITY = frozenset({"710000", "810000", "820000"})


class Ground(StrEnum):
    """Why an authority of this division is competent under Article 12."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"
    CAPITAL = "capital"
    SPECIAL_ECONOMIC_ZONE = "special_economic_zone"
    LARGER_CITY = "larger_city"

    @property
    def says(self) -> Text:
        """The ground in words."""
        return _GROUNDS[self]


_GROUNDS = {
    Ground.NATIONAL: Text("the national authority", "国家主管部门"),
    Ground.PROVINCIAL: Text("a province, autonomous region or municipality", "省、自治区、直辖市"),
    Ground.CAPITAL: Text("seat of a provincial government", "省、自治区人民政府所在地的市"),
    Ground.SPECIAL_ECONOMIC_ZONE: Text("city in a special economic zone", "经济特区所在地的市"),
    Ground.LARGER_CITY: Text("larger city approved by the State Council", "国务院批准的较大的市"),
}


@dataclass(frozen=True, slots=True)
class Authority:
    """A division whose authority is competent, and why."""

    division: Division
    ground: Ground
    source: Source

    @property
    def verified(self) -> bool:
        """Whether sources were read for the division and for its competence."""
        return self.division.verified and self.source.verified

    def as_data(self) -> dict[str, object]:
        """Return the authority as plain values for JSON."""
        return {
            "division": self.division.as_data(),
            "ground": self.ground.value,
            "says": self.ground.says.as_data(),
            "article": 12,
            "verified": self.verified,
            "source": self.source.says.as_data(),
        }


def competent_authorities(code: str, on: date) -> tuple[Authority, ...]:
    """Return the authorities competent for matters in division ``code`` on ``on``, nearest first.

    The last one is always the national authority. Which of them decides is not said here: licences, the
    register, fines and suspensions are the national authority's unless it delegates.

    Raises:
        UnknownDivision: ``code`` names no division in the table on that day.
    """
    found: list[Authority] = []
    here: str | None = code
    while here is not None:
        place = division(here, on)
        own = _own_authority(place, on)
        found += [own] if own else []
        here = place.parent
    return tuple(found)


def _own_authority(place: Division, on: date) -> Authority | None:
    if place.code == NATIONAL:
        return Authority(place, Ground.NATIONAL, place.source)
    if place.level is Level.PROVINCIAL:
        without = place.code in _WITHOUT_PROVINCIAL_AUTHORITY
        return None if without else Authority(place, Ground.PROVINCIAL, place.source)
    for row in table()["competence"]:
        if row["code"] == place.code and Span.of(row).covers(on):
            return Authority(place, Ground(row["ground"]), source(row["source"]))
    return None
