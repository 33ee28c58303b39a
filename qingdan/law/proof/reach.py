"""Reach: a rule that can never apply, or that always does, was not meant so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from qingdan.law.grammar.conditions import NEVER, All, AtLeast, Condition, Constant, Not
from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.rules import (
    Bar,
    DossierItem,
    Duty,
    Finding,
    LicenceCondition,
    Penalty,
    Power,
    Prohibition,
    Right,
    Rule,
)
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.in_force import InForce
from qingdan.law.proof.asking import Asking
from qingdan.law.proof.mentions import Mentions, others
from qingdan.law.proof.results import Concern, Observed, Proven, Refuted, Result
from qingdan.law.proof.setting import Setting
from qingdan.law.proof.wording import kind_of, quoted

_TURNING = (Finding, Duty, Prohibition, Right, Power, Penalty, Bar, LicenceCondition, DossierItem)


def turns_on(rule: Rule) -> Condition | None:
    """Return the condition on which a rule applies; None where it turns on nothing."""
    if isinstance(rule, Finding):
        return rule
    if isinstance(rule, LicenceCondition):
        return rule.met_when
    if isinstance(rule, DossierItem):
        return rule.needed_when
    if isinstance(rule, (Duty, Prohibition, Right, Power, Penalty, Bar)):
        return rule.when
    return None


def reachable(asking: Asking, _setting: Setting) -> Iterator[Result]:
    """Each rule: is there a case in which it applies? If not: which places exclude one another?"""
    alive: Counter[type[Rule]] = Counter()
    asleep: list[tuple[Rule, Reading]] = []
    for rule in asking.law.pack.rules:
        condition = turns_on(rule)
        if condition is None:
            continue
        if asking.possible(condition):
            alive[type(rule)] += 1
        elif (woken := _woken(asking, condition)) is not None:
            asleep.append((rule, woken))
        else:
            yield _dead(asking, rule, condition)
    if asleep:
        yield _asleep(asleep)
    kinds = [(kind, alive[kind]) for kind in _TURNING if alive[kind]]
    yield Proven(
        check="rules.reachable",
        concern=Concern.UNREACHABLE,
        says=Text(
            f"{sum(alive.values())} rules can apply (kinds of rule: {len(kinds)}).",
            f"{sum(alive.values())}条规则均有可能适用（规则种类{len(kinds)}）。",
        ),
    )


def _woken(asking: Asking, condition: Condition) -> Reading | None:
    """Return a reading of which another option would let a rule apply that now cannot."""
    law = asking.law
    mentioned = Mentions(law.edition.listed() if law.edition else NEVER).of(condition)
    for reading in sorted(mentioned, key=lambda r: r.name):
        for option in others(reading, law):
            readings = {**law.readings, reading.name: option}
            read_so = Asking(InForce(law.pack, readings=readings, edition=law.edition), asking.assume)
            if read_so.possible(condition):
                return reading
    return None


def _asleep(asleep: list[tuple[Rule, Reading]]) -> Result:
    told = [
        Text(
            f"{quoted(rule).en}, by the reading {reading.name}",
            f"{quoted(rule).zh}（解释选项{reading.name}）",
        )
        for rule, reading in asleep
    ]
    return Observed(
        check="rules.asleep",
        concern=Concern.READING,
        says=Text("These apply only if the text is read another way:", "下列规定仅在采其他解释时适用："),
        items=tuple(told),
        about=tuple(rule for rule, _ in asleep),
        cites=tuple(dict.fromkeys(rule.cite for rule, _ in asleep)),
    )


def _dead(asking: Asking, rule: Rule, condition: Condition) -> Result:
    places = asking.core(conjuncts(condition, rule.cite))
    undecided = _undecided(asking, conjuncts(condition, rule.cite))
    if undecided is not None:
        why = Text(
            f"It waits for a figure that nobody has decided: {undecided.asks.en}",
            f"其所依据的数值尚未确定：{undecided.asks.zh}",
        )
    elif len(places) > 1:
        why = Text(
            f"These exclude one another: {', '.join(c.of('en') for c in places)}.",
            f"下列规定相互排斥：{'、'.join(c.of('zh') for c in places)}。",
        )
    else:
        why = Text("Its own conditions exclude one another.", "其自身条件相互排斥。")
    says = Text("This {kind} can never apply: {rule}. {why}", "该{kind}永无适用之可能：{rule}。{why}")
    return Refuted(
        check="rules.reachable",
        concern=Concern.UNREACHABLE,
        says=says.filled(kind=kind_of(rule), rule=quoted(rule), why=why),
        about=(rule,),
        cites=tuple(dict.fromkeys((rule.cite, *places))),
        decide=Text("Delete it, or mend the condition.", "删除该规定或者修正其条件。"),
    )


def conjuncts(condition: Condition, cite: Cite) -> list[tuple[Condition, Cite]]:
    """Take a condition apart into what must all hold, each with the place that says so."""
    if isinstance(condition, All):
        return [pair for part in condition.parts for pair in conjuncts(part, cite)]
    if isinstance(condition, Finding):
        pairs = conjuncts(condition.when, condition.cite)
        return pairs if condition.unless is None else [*pairs, (Not(condition.unless), condition.cite)]
    return [(condition, cite)]


def _undecided(asking: Asking, parts: list[tuple[Condition, Cite]]) -> Reading | None:
    """Return a figure that nobody has decided and on which a condition turns."""
    for part, _ in parts:
        inner = part.part if isinstance(part, Not) else part
        if (
            isinstance(inner, AtLeast)
            and isinstance(inner.bound, Reading)
            and asking.law.taken(inner.bound) is None
        ):
            return inner.bound
    return None


def never_constant(asking: Asking, _setting: Setting) -> Iterator[Result]:
    """Each finding: is there a case in which it does not hold? One that always holds says nothing."""
    constant = False
    for finding in asking.law.pack.of(Finding):
        if isinstance(finding.when, Constant) or not asking.always(finding):
            continue
        constant = True
        yield Refuted(
            check="findings.contingent",
            concern=Concern.UNREACHABLE,
            says=Text("{rule} holds in every case.", "{rule}在任何情形下均成立。").filled(
                rule=quoted(finding)
            ),
            about=(finding,),
            cites=(finding.cite,),
            case=asking.case(finding),
            decide=Text("Its condition decides nothing: mend it.", "其条件不起作用，应予修正。"),
        )
    if not constant:
        yield Proven(
            check="findings.contingent",
            concern=Concern.UNREACHABLE,
            says=Text("No finding holds in every case.", "无恒成立之认定。"),
        )
