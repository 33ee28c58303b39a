"""A violation file as plain data, checked into a ``Violation``.

    title: str | {zh: str, en: str}        what the case is called (optional)
    violation: {fact: answer}              facts of facts/violation.py, and ``organisation``
    circumstances: {fact: answer}          facts of facts/circumstances.py
    proceedings: {fact: answer}            facts of facts/proceedings.py
    turnover: {2025: {entity_world: money, entity_prc: …, group_world: …, group_prc: …}}
    dates: {event: 2026-03-02}             events of events/enforcement.py; ``penalty_decided`` may lie ahead
    excluded_time: [{since: date, until: date}]   hearings and tests, if the reading lets them count
    persons: [{name: str, person_directly_responsible: true | false}]
    proposed:                              the sanction to be checked (optional)
      rule: general_ordinary               key of the penalty relied on
      fine: money
      persons: [{name: str, fine: money}]
      measures: [warning, …]               values of Measure
      confiscate: money
      scale: fixed | turnover              which cap is elected (reading fine.tier2.cap_rule: elected)
      counted_prior: int                   prior violations counted against the party
      replaces_correction: true | false    the fine takes the place of an order to correct
      factors: {gravity: "why", …}         the sheet of Article 62, by key of the factor
    readings: {name: choice}

Money is whole fen, or text such as ``"500,000 yuan"``. An answer of null is "not known". A fact may stand in any
of the three sections, but only once. Facts that follow from dates or the proposal may be left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from qingdan.law.clock import Pause
from qingdan.law.facts.proceedings import proposed_fine
from qingdan.law.grammar.conditions import Number
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.rules import Measure
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.pack import model_law
from qingdan.law.penalties.money import fen_of
from qingdan.law.statutes import PENALTY_LAW
from qingdan.law.timeline import FIRST_DAY, LAST_DAY

SECTIONS = ("violation", "circumstances", "proceedings")
SCALES = ("fixed", "turnover")
_PARTS = (
    *SECTIONS,
    *["title", "turnover", "dates", "excluded_time", "persons", "proposed", "readings", "expected"],
)
_PROPOSED = "rule fine persons measures confiscate scale counted_prior replaces_correction factors".split()  # noqa: SIM905
_TURNOVERS = ("entity_world", "entity_prc", "group_world", "group_prc")


class BadViolation(Refusal):
    """A violation file has a field that cannot be right; the message names it."""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who may be fined beside the party."""

    name: str
    person_directly_responsible: bool | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """The sanction somebody means to impose. Sums in fen."""

    rule: str
    fine: int = 0
    persons: tuple[tuple[str, int], ...] = ()
    measures: frozenset[Measure] = frozenset()
    confiscate: int = 0
    scale: str | None = None
    counted_prior: int | None = None
    replaces_correction: bool = False
    factors: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Violation:
    """A violation with its circumstances, proceedings, dates and, perhaps, a proposed sanction."""

    answers: Mapping[str, object] = field(default_factory=dict)
    turnover: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    dates: Mapping[str, date] = field(default_factory=dict)
    excluded_time: tuple[Pause, ...] = ()
    persons: tuple[Person, ...] = ()
    proposed: Proposal | None = None
    readings: Mapping[str, object] = field(default_factory=dict)


def bad(where: str, en: str, zh: str) -> BadViolation:
    """Return the refusal of one field."""
    return BadViolation(Text(f"{where}: {en}", f"{where}：{zh}"))


def read(data: object) -> Violation:
    """Return plain data as a ``Violation``. Raises BadViolation or WrongAnswer, naming the field."""
    given = _mapping(data, "violation file")
    _only(given, _PARTS, "violation file")
    return Violation(
        answers=_answers(given),
        turnover={
            _year(year): {
                k: _fen(v, f"turnover.{year}.{k}")
                for k, v in _only(_mapping(row, f"turnover.{year}"), _TURNOVERS, f"turnover.{year}").items()
            }
            for year, row in _mapping(given.get("turnover"), "turnover").items()
        },
        dates=_dates(_mapping(given.get("dates"), "dates")),
        excluded_time=tuple(_pause(p, f"excluded_time[{i}]") for i, p in _rows(given, "excluded_time")),
        persons=_persons(given),
        proposed=None if given.get("proposed") is None else _proposal(given["proposed"]),
        readings=dict(_mapping(given.get("readings"), "readings")),
    )


def _fen(given: object, where: str) -> int:
    fen = fen_of(given, where)
    if fen > proposed_fine.high:
        raise bad(where, "no sum is that large; count the zeros", "金额过大，请核对位数")
    return fen


def _answers(given: Mapping[str, Any]) -> dict[str, object]:
    answers: dict[str, object] = {}
    money = {f.key for f in model_law().violation_facts if isinstance(f, Number) and f.money}
    for section in SECTIONS:
        for key, answer in _mapping(given.get(section), section).items():
            if key in answers:
                raise bad(f"{section}.{key}", "answered twice", "重复填写")
            known = answer is not None and key in money
            answers[key] = _fen(answer, f"{section}.{key}") if known else answer
    return answers


def _proposal(raw: object) -> Proposal:
    given = _only(_mapping(raw, "proposed"), _PROPOSED, "proposed")
    if not isinstance(given.get("rule"), str):
        raise bad("proposed.rule", "name the rule relied on", "请填写所依据的规定")
    scale = given.get("scale")
    if scale is not None and scale not in SCALES:
        raise bad("proposed.scale", f"give one of {', '.join(SCALES)}", f"可填：{'、'.join(SCALES)}")
    replaces = given.get("replaces_correction", False)
    if not isinstance(replaces, bool):
        raise bad("proposed.replaces_correction", "give true or false", "请填true或者false")
    counted = given.get("counted_prior")
    if counted is not None and (type(counted) is not int or counted < 0):
        raise bad("proposed.counted_prior", "give a whole number", "请填整数")
    return Proposal(
        rule=given["rule"],
        fine=_fen(given.get("fine", 0), "proposed.fine"),
        persons=_person_fines(given),
        measures=_measures(given),
        confiscate=_fen(given.get("confiscate", 0), "proposed.confiscate"),
        scale=scale,
        counted_prior=counted,
        replaces_correction=replaces,
        factors=_factors(given),
    )


def _measures(given: Mapping[str, Any]) -> frozenset[Measure]:
    known = {m.value: m for m in Measure}
    rows = list(_rows(given, "measures", "proposed.measures"))
    wrong = [str(m) for _, m in rows if not isinstance(m, str) or m not in known]
    if wrong:
        raise bad(
            "proposed.measures",
            f"no measure is called {', '.join(wrong)}; there are {', '.join(known)}",
            f"无此措施：{'、'.join(wrong)}；可填：{'、'.join(known)}",
        )
    return frozenset(known[m] for _, m in rows)


def _person_fines(given: Mapping[str, Any]) -> tuple[tuple[str, int], ...]:
    fines: dict[str, int] = {}
    for i, raw in _rows(given, "persons", "proposed.persons"):
        where = f"proposed.persons[{i}]"
        row = _only(_mapping(raw, where), ("name", "fine"), where)
        name = _name(row, where)
        if name in fines:
            raise bad(f"{where}.name", "named twice", "姓名重复")
        fines[name] = _fen(row.get("fine", 0), f"{where}.fine")
    return tuple(fines.items())


def _factors(given: Mapping[str, Any]) -> Mapping[str, str] | None:
    if given.get("factors") is None:
        return None
    factors = _mapping(given["factors"], "proposed.factors")
    for key, text in factors.items():
        if not isinstance(text, str):
            raise bad(f"proposed.factors.{key}", "write down how it was weighed", "请填写考量说明")
    return dict(factors)


def _persons(given: Mapping[str, Any]) -> tuple[Person, ...]:
    persons: dict[str, Person] = {}
    for i, raw in _rows(given, "persons"):
        where = f"persons[{i}]"
        row = _only(_mapping(raw, where), ("name", "person_directly_responsible"), where)
        name, responsible = _name(row, where), row.get("person_directly_responsible")
        if name in persons:
            raise bad(f"{where}.name", "named twice", "姓名重复")
        if responsible is not None and not isinstance(responsible, bool):
            raise bad(
                f"{where}.person_directly_responsible", "give true, false or null", "请填true、false或者null"
            )
        persons[name] = Person(name, responsible)
    return tuple(persons.values())


def _dates(given: Mapping[str, Any]) -> dict[str, date]:
    events = {e.key for e in model_law().events}
    found: dict[str, date] = {}
    for key, day in given.items():
        if key not in events:
            raise bad(f"dates.{key}", "no such event", "无此事件")
        if day is not None:
            found[key] = _day(day, f"dates.{key}")
    return found


def _pause(raw: object, where: str) -> Pause:
    row = _only(_mapping(raw, where), ("since", "until"), where)
    since = _day(row.get("since"), f"{where}.since")
    until = None if row.get("until") is None else _day(row["until"], f"{where}.until")
    if until is not None and until <= since:
        raise bad(f"{where}.until", "must lie after since", "应晚于since")
    return Pause(
        since,
        until,
        Text("hearing, test or expert opinion", "听证、检测、鉴定"),
        Cite(PENALTY_LAW, 60),
    )


def _day(given: object, where: str) -> date:
    try:
        day = date.fromisoformat(given) if isinstance(given, str) else given
    except ValueError:
        day = None
    if not isinstance(day, date) or isinstance(day, datetime) or not FIRST_DAY <= day <= LAST_DAY:
        raise bad(
            where,
            f"give a date as YYYY-MM-DD, from {FIRST_DAY} to {LAST_DAY}",
            f"请填写日期，格式为YYYY-MM-DD，自{FIRST_DAY}至{LAST_DAY}",
        )
    return day


def _year(given: object) -> int:
    try:
        year = int(given) if isinstance(given, (int, str)) and str(given).isascii() else 0
    except ValueError:
        year = 0
    if not 1900 <= year <= 9999:  # noqa: PLR2004 - a calendar year
        raise bad(f"turnover.{given}", "give a year", "请填写年度")
    return year


def _name(row: Mapping[str, Any], where: str) -> str:
    name = row.get("name")
    if not isinstance(name, str) or not name.strip():
        raise bad(f"{where}.name", "give a name", "请填写姓名")
    return name


def _mapping(given: object, where: str) -> Mapping[str, Any]:
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise bad(where, "give named fields", "应为若干字段")
    return given


def _rows(given: Mapping[str, Any], key: str, where: str | None = None) -> Iterable[tuple[int, Any]]:
    rows = given.get(key)
    if rows is None:
        return ()
    if not isinstance(rows, (list, tuple)):
        raise bad(where or key, "give a list", "应为列表")
    return tuple(enumerate(rows))


def _only(given: Mapping[str, Any], allowed: Iterable[str], where: str) -> Mapping[str, Any]:
    extra = [str(k) for k in given if k not in allowed]
    if extra:
        raise bad(
            where,
            f"unknown field {', '.join(extra)}; there are {', '.join(allowed)}",
            f"未知字段{'、'.join(extra)}；可填：{'、'.join(allowed)}",
        )
    return given
