"""Numbers that national regulations supply: dated data, each with its source and whether it was verified.

The Model Law leaves hours, counts and thresholds to "national regulations". Each regulation is one
profile; each version of it one JSON file, named ``<key>.json`` or ``<key>@<date>.json``. A figure
that was not checked against the official text has ``verified`` false, and so has all that rests on it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qingdan.law.grammar.readings import Figure

UNITS = frozenset(
    {
        "minutes",
        "hours",
        "working-days",
        "days",
        "months",
        "years",
        "percent",
        "count",
        "seconds",
        "fen",
        "monthday",
    }
)


class NoSuchProfile(Refusal):
    """A profile was asked for that is not shipped."""


class NoSuchFigure(Refusal):
    """A profile has no figure of that name."""


class ProfileNotInForce(Refusal):
    """No version of the profile is in force on that day."""


class BrokenProfile(Refusal):
    """A profile file does not have the form a profile must have."""


@dataclass(frozen=True, slots=True)
class Value:
    """One figure: a whole number in ``unit``; ``says`` states it, ``verified`` tells if it was checked."""

    value: int
    unit: str
    verified: bool
    says: Text


@dataclass(frozen=True, slots=True)
class Profile:
    """One version of a regulation's figures, in force from ``start`` through ``end`` (None: open)."""

    key: str
    name: Text
    source: Text
    start: date
    end: date | None
    verified: bool
    figures: Mapping[str, Value]

    def in_force(self, on: date) -> bool:
        """Tell whether this version applies on a day."""
        return self.start <= on and (self.end is None or on <= self.end)

    def value(self, field: str) -> Value:
        """Return one figure; raises NoSuchFigure and names those there are."""
        if field not in self.figures:
            known = ", ".join(sorted(self.figures))
            raise NoSuchFigure(
                Text(
                    f"{self.key} has no figure {field}; it has {known}",
                    f"{self.key}中无{field}；现有：{known}",
                )
            )
        return self.figures[field]


@dataclass(frozen=True, slots=True)
class Sourced:
    """A figure with the version it comes from; verified only where both are."""

    figure: Value
    profile: Profile

    @property
    def value(self) -> int:
        """The number."""
        return self.figure.value

    @property
    def unit(self) -> str:
        """What the number counts."""
        return self.figure.unit

    @property
    def verified(self) -> bool:
        """Whether the number was checked against the official text."""
        return self.figure.verified and self.profile.verified

    @property
    def source(self) -> Text:
        """The regulation it comes from."""
        return self.profile.source


def keys() -> tuple[str, ...]:
    """Return the keys of all profiles."""
    names = (f.name for f in files(__package__).iterdir() if f.name.endswith(".json"))
    return tuple(sorted({name.removesuffix(".json").partition("@")[0] for name in names}))


@cache
def versions(key: str) -> tuple[Profile, ...]:
    """Return all versions of one profile, oldest first; raises NoSuchProfile or BrokenProfile."""
    found = [
        parsed(key, f.read_text("utf-8"))
        for f in files(__package__).iterdir()
        if f.name.endswith(".json") and f.name.removesuffix(".json").partition("@")[0] == key
    ]
    if not found:
        known = ", ".join(keys())
        raise NoSuchProfile(
            Text(f"no profile is called {key}; there are {known}", f"无参数文件{key}；现有：{known}")
        )
    found.sort(key=lambda p: p.start)
    for earlier, later in pairwise(found):
        if earlier.end is None or earlier.end >= later.start:
            raise _broken(key, f"version of {earlier.start} does not end before that of {later.start}")
    return tuple(found)


def profile(key: str, on: date) -> Profile:
    """Return the version of a profile in force on a day."""
    for version in versions(key):
        if version.in_force(on):
            return version
    spans = ", ".join(f"{v.start}–{v.end or ''}" for v in versions(key))
    raise ProfileNotInForce(
        Text(
            f"{key} is not in force on {on}; its versions: {spans}",
            f"{key}在{on}无有效版本；现有版本：{spans}",
        )
    )


def figure(named: Figure, on: date) -> Sourced:
    """Return the number that ``named`` refers to, as in force on a day."""
    version = profile(named.profile, on)
    return Sourced(version.value(named.field), version)


def parsed(key: str, text: str) -> Profile:
    """Return the profile written in ``text``; raises BrokenProfile saying which entry is wrong."""
    try:
        raw = json.loads(text)
        start, end = raw["in_force_from"], raw["in_force_to"]
        read = Profile(
            key=raw["key"],
            name=Text(**raw["name"]),
            source=Text(**raw["source"]),
            start=date.fromisoformat(start),
            end=None if end is None else date.fromisoformat(end),
            verified=_flag(raw["verified"]),
            figures=MappingProxyType(
                {field: _value(field, entry) for field, entry in raw["figures"].items()}
            ),
        )
    except KeyError as missing:
        raise _broken(key, f"{missing} is missing") from missing
    except (TypeError, ValueError, AttributeError) as wrong:
        raise _broken(key, str(wrong)) from wrong
    if read.key != key:
        raise _broken(key, f"the file says it is {read.key}")
    if read.end is not None and read.end < read.start:
        raise _broken(key, "it ends before it starts")
    return read


def _value(field: str, entry: Mapping[str, Any]) -> Value:
    value, unit = entry["value"], entry["unit"]
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(f"{field}: {value!r} is not a whole number")
    if unit not in UNITS:
        raise ValueError(f"{field}: {unit!r} is not a unit; units are {', '.join(sorted(UNITS))}")
    return Value(value, unit, _flag(entry["verified"]), Text(**entry["says"]))


def _flag(given: object) -> bool:
    if not isinstance(given, bool):
        raise TypeError(f"verified is true or false, not {given!r}")
    return given


def _broken(key: str, why: str) -> BrokenProfile:
    return BrokenProfile(Text(f"profile {key} cannot be used: {why}", f"参数文件{key}无法使用：{why}"))
