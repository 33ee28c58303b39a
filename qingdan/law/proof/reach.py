"""Reach: a rule that can never apply, or that always does, was not meant so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from qingdan.law.diagram import NO
from qingdan.law.grammar.conditions import All, Condition, Constant, Not
from qingdan.law.grammar.parts import readings_in
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
from qingdan.law.proof.mentions import others
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
            waits_for = _waits_for(asking, condition)
            if waits_for is None:
                alive[type(rule)] += 1
            else:
                yield _undecided(rule, waits_for)
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
    for reading in sorted(readings_in(condition, listed=law.listed), key=lambda r: r.name):
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


def _waits_for(asking: Asking, condition: Condition) -> Reading | None:
    """Return the figure nobody has decided without which ``condition`` holds in no case."""
    law = asking.law
    certain = law.diagrams.whatever(asking.node(condition), *law.resolver.undecided, certainly=True)
    if certain is not NO:
        return None
    mentioned = sorted(readings_in(condition, listed=law.listed), key=lambda r: r.name)
    return next((r for r in mentioned if law.taken(r) is None), None)


def _undecided(rule: Rule, waits_for: Reading) -> Result:
    why = Text(
        f"It waits for a figure that nobody has decided: {waits_for.asks.en}",
        f"其所依据的数值尚未确定：{waits_for.asks.zh}",
    )
    return _never(rule, why, (rule.cite, waits_for.cite), Text("Decide the figure.", "确定该数值。"))


def _dead(asking: Asking, rule: Rule, condition: Condition) -> Result:
    places = asking.core(conjuncts(condition, rule.cite))
    why = Text("Its own conditions exclude one another.", "其自身条件相互排斥。")
    if len(places) > 1:
        why = Text(
            f"These exclude one another: {', '.join(c.of('en') for c in places)}.",
            f"下列规定相互排斥：{'、'.join(c.of('zh') for c in places)}。",
        )
    mend = Text("Delete it, or mend the condition.", "删除该规定或者修正其条件。")
    return _never(rule, why, (rule.cite, *places), mend)


def _never(rule: Rule, why: Text, cites: Sequence[Cite], decide: Text) -> Result:
    says = Text("This {kind} can never apply: {rule}. {why}", "该{kind}永无适用之可能：{rule}。{why}")
    return Refuted(
        check="rules.reachable",
        concern=Concern.UNREACHABLE,
        says=says.filled(kind=kind_of(rule), rule=quoted(rule), why=why),
        about=(rule,),
        cites=tuple(dict.fromkeys(cites)),
        decide=decide,
    )


def conjuncts(condition: Condition, cite: Cite) -> list[tuple[Condition, Cite]]:
    """Take a condition apart into what must all hold, each with the place that says so."""
    if isinstance(condition, All):
        return [pair for part in condition.parts for pair in conjuncts(part, cite)]
    if isinstance(condition, Finding):
        pairs = conjuncts(condition.when, condition.cite)
        return pairs if condition.unless is None else [*pairs, (Not(condition.unless), condition.cite)]
    return [(condition, cite)]


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
