"""One rule in a few lines, whatever kind it is: who, what, when, what shows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qingdan.cli.tongue import say, t
from qingdan.law.grammar.amounts import Amount
from qingdan.law.grammar.conditions import ALWAYS
from qingdan.law.grammar.readings import Chosen, Reading
from qingdan.law.grammar.rules import (
    MEASURES,
    Bar,
    Deemed,
    Definition,
    Duty,
    Factor,
    Finding,
    Fine,
    Measure,
    Penalty,
    Right,
    Role,
    Rule,
    Term,
)
from qingdan.law.grammar.text import Text
from qingdan.law.judge.record import cite
from qingdan.law.proof.wording import amount_said, kind_of, said, timing_said

ROLES = {
    Role.DEVELOPER: Text("developer", "研发者"),
    Role.PROVIDER: Text("provider", "提供者"),
    Role.DEVELOPER_OR_PROVIDER: Text("developer or provider", "研发者、提供者"),
    Role.APPLICANT: Text("applicant", "申请人"),
    Role.HOLDER: Text("licence holder", "被许可人"),
    Role.REPRESENTATIVE: Text("representative", "境内代表"),
    Role.USER: Text("user", "使用者"),
    Role.AFFECTED: Text("person affected", "受影响者"),
    Role.ANYONE: Text("anyone", "任何组织、个人"),
    Role.AUTHORITY: Text("national authority", "国家主管机关"),
    Role.AUTHORITY_HEAD: Text("head of the authority", "主管机关负责人"),
    Role.LOCAL_AUTHORITY: Text("local authority", "地方主管机关"),
    Role.PROCURATORATE: Text("procuratorate", "检察机关"),
    Role.STATE_ORGAN: Text("state organ", "国家机关"),
}


# What else a rule of a kind says: how it is introduced, and the part that says it.
_ALSO: dict[type[Rule], tuple[Text | None, str]] = {
    Term: (Text("when it runs out", "届满后果"), "on_lapse"),
    Finding: (Text("otherwise", "否则"), "denies"),
    Bar: (Text("what to do", "处理"), "remedy"),
    Definition: (None, "means"),
    Deemed: (Text("when", "条件"), "when"),
    Factor: (None, "asks"),
}


def default(reading: Reading) -> Chosen:
    """Return the choice taken where nobody chose."""
    return reading.default


def timing(rule: Rule) -> Text | None:
    """Return when a rule wants something, under the default readings; None where it sets no time."""
    if isinstance(rule, Duty):
        return timing_said(rule.within, default)
    if isinstance(rule, Term):
        return timing_said(rule.period, default)
    if isinstance(rule, Right) and rule.answered_within is not None:
        return timing_said(rule.answered_within, default)
    return None


def who(rule: Rule) -> Role | None:
    """Return whom a rule speaks to."""
    for name in ("bearer", "binds", "holder"):
        found = getattr(rule, name, None)
        if isinstance(found, Role):
            return found
    return None


def rule_lines(rule: Rule) -> list[str]:
    """Return what a rule says, whom it binds, when, and what shows it."""
    return [say(said(rule)), *_details(rule)]


def _details(rule: Rule) -> Iterator[str]:
    role, when = who(rule), timing(rule)
    if role is not None:
        yield say(ROLES[role]) + (f" · {say(when)}" if when is not None else "")
    if isinstance(rule, Duty):
        yield from _duty(rule)
    elif isinstance(rule, Penalty):
        yield from _penalty(rule)
    elif type(rule) in _ALSO:
        label, attribute = _ALSO[type(rule)]
        said_ = say(getattr(rule, attribute))
        yield f"{say(label)}{t(': ', '：')}{said_}" if label is not None else said_
    if rule.note is not None:
        yield t("note: ", "说明：") + say(rule.note)


def _duty(rule: Duty) -> Iterator[str]:
    if rule.done_by is not None:
        yield t("done by the event ", "完成事件：") + rule.done_by.key
    if rule.evidence:
        yield t("shown by: ", "证据：") + t("; ", "；").join(say(e) for e in rule.evidence)
    if rule.keeps is not None:
        yield t("records: ", "记录：") + say(timing_said(rule.keeps, default))


def _penalty(rule: Penalty) -> Iterator[str]:
    colon = t(": ", "：")
    if rule.obliged:
        yield t("shall", "应当") + colon + _measures(rule.obliged)
    if rule.measures:
        yield t("may", "可以") + colon + _measures(rule.measures)
    if rule.entity is not None:
        yield t("fine on the party", "对单位罚款") + colon + _fine(rule.entity)
    if rule.persons is not None:
        yield t("fine on each person responsible", "对责任人员分别罚款") + colon + _fine(rule.persons)


def _measures(measures: tuple[Measure, ...]) -> str:
    return t(", ", "、").join(say(MEASURES[m]) for m in measures)


def _fine(fine: Fine) -> str:
    low, high = _amount(fine.low), _amount(fine.high)
    span = t(f"{low} to {high}", f"{low}至{high}")
    needs = (
        "" if fine.presupposes is ALWAYS or fine.otherwise is None else t("; ", "；") + say(fine.otherwise)
    )
    return span + needs


def _amount(amount: Amount) -> str:
    return say(amount_said(amount, default))


def rule_as_data(rule: Rule) -> dict[str, Any]:
    """Return a rule as plain data."""
    role, when = who(rule), timing(rule)
    data: dict[str, Any] = {
        "rule": rule.key,
        "kind": type(rule).__name__.lower(),
        "kind_said": kind_of(rule).as_data(),
        "says": said(rule).as_data(),
        "cite": cite(rule.cite),
        "readings": [r.name for r in rule.readings],
        "who": role.value if role is not None else None,
        "when": when.as_data() if when is not None else None,
        "note": rule.note.as_data() if rule.note is not None else None,
    }
    if isinstance(rule, Duty):
        data["done_by"] = rule.done_by.key if rule.done_by is not None else None
        data["evidence"] = [e.as_data() for e in rule.evidence]
        data["keeps"] = timing_said(rule.keeps, default).as_data() if rule.keeps is not None else None
    if isinstance(rule, Term):
        data["on_lapse"] = rule.on_lapse.as_data()
    if isinstance(rule, Penalty):
        data["obliged"] = [m.value for m in rule.obliged]
        data["measures"] = [m.value for m in rule.measures]
        for name, fine in (("entity", rule.entity), ("persons", rule.persons)):
            data[name] = None if fine is None else _fine_as_data(fine)
    return data


def _fine_as_data(fine: Fine) -> dict[str, Any]:
    return {
        "low": amount_said(fine.low, default).as_data(),
        "high": amount_said(fine.high, default).as_data(),
        "presupposes": fine.otherwise.as_data() if fine.otherwise is not None else None,
    }
