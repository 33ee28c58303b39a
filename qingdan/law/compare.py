"""Comparing two laws: for each rule, the smallest case whose outcome differs, tracks first.

Two packs, two readings of one pack, or two editions of the Negative List. Rules are matched by
key. Figures that no condition turns on (periods, retention, sums) are compared as they are said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from qingdan.law.diagram import NO, Node
from qingdan.law.grammar.conditions import Condition
from qingdan.law.grammar.rules import Duty, Finding, Fine, Penalty, Right, Rule, Term
from qingdan.law.grammar.text import Cite, Lang, Text
from qingdan.law.in_force import InForce
from qingdan.law.joint import Joint, worlds_of
from qingdan.law.proof.cases import Case, case_of, smallest
from qingdan.law.proof.reach import turns_on
from qingdan.law.proof.wording import amount_said, quoted, timing_said

Kind = Literal["outcome", "new", "removed", "figure"]


@dataclass(frozen=True, eq=False, kw_only=True)
class Difference:
    """One thing in which two laws differ. ``rule`` is the first law's where it has one.

    ``case`` is the smallest case decided differently: ``one`` and ``other`` say how, ``because``
    by which places. Several rules that differ in the same way are told once, in ``also``.
    """

    kind: Kind
    rule: Rule
    one: Text
    other: Text
    case: Case | None = None
    because: tuple[Cite, ...] = ()
    also: tuple[Rule, ...] = ()

    def explain(self, lang: Lang = "en") -> str:
        """Return the difference in words."""
        one, other, name = self.one.of(lang), self.other.of(lang), quoted(self.rule).of(lang)
        where = "" if self.case is None else self.case.of(lang)
        if lang == "zh":
            head = f"{name}：前者“{one}”，后者“{other}”。"
            return head + (f"最小差异案例：{where}。" if self.case else "")
        head = f"{name}: the first says “{one}”, the second says “{other}”."
        return head + (f" Smallest case that differs: {where}." if self.case else "")

    def as_data(self) -> dict[str, Any]:
        """Return the difference for JSON."""
        return {
            "kind": self.kind,
            "rule": self.rule.key,
            "cite": self.rule.cite.of("en"),
            "one": self.one.as_data(),
            "other": self.other.as_data(),
            "case": None if self.case is None else self.case.as_data(),
            "because": [c.of("en") for c in self.because],
            "also": [r.key for r in self.also],
            "en": self.explain("en"),
            "zh": self.explain("zh"),
        }


def differences(
    one: InForce,
    other: InForce,
    findings: Iterable[Rule] | None = None,
    assume: Sequence[Condition] = (),
    first: Sequence[Rule] = (),
) -> list[Difference]:
    """Return all in which two laws differ: ``first`` (the tracks) ahead, then in the order of the law.

    ``findings`` limits the search to those rules of ``one``. ``assume`` silences impossible worlds.
    """
    wanted = one.pack.rules if findings is None else tuple(findings)
    ordered = [*first, *(r for r in wanted if r not in set(first))]
    theirs = {r.key: r for r in other.pack.rules}
    matched = [(r, theirs[r.key]) for r in ordered if r.key in theirs]
    found = [*_outcomes(one, other, matched, assume), *_figures(one, other, matched)]
    found += [_gone(r, "removed") for r in ordered if r.key not in theirs]
    if findings is None:
        known = {r.key for r in one.pack.rules}
        found += [_gone(r, "new") for r in other.pack.rules if r.key not in known]
    return found


_THERE, _NOT_THERE = Text("it is there", "有此规定"), Text("it is not there", "无此规定")


def _gone(rule: Rule, kind: Literal["new", "removed"]) -> Difference:
    here, there = (_THERE, _NOT_THERE) if kind == "removed" else (_NOT_THERE, _THERE)
    return Difference(kind=kind, rule=rule, one=here, other=there)


def _outcomes(
    one: InForce, other: InForce, matched: Sequence[tuple[Rule, Rule]], assume: Sequence[Condition]
) -> Iterator[Difference]:
    turning = [(r, s, turns_on(r), turns_on(s)) for r, s in matched]
    pairs = [(a, b) for _, _, a, b in turning if a is not None and b is not None]
    rules = [(r, s) for r, s, a, b in turning if a is not None and b is not None]
    joint = Joint(one, other, [*pairs, *((c, c) for c in assume)])
    worlds = worlds_of(joint, len(assume))
    alike: dict[tuple[Node, Node], list[tuple[Rule, Rule]]] = {}
    for both, (a, b) in zip(rules, joint.pairs, strict=False):
        nodes = (joint.node(a), joint.node(b))
        if nodes[0] is not nodes[1]:
            alike.setdefault(nodes, []).append(both)
    for (first, second), told in alike.items():
        difference = _outcome(joint, worlds, first, second, told)
        if difference is not None:
            yield difference


def _outcome(
    joint: Joint, worlds: Node, first: Node, second: Node, told: Sequence[tuple[Rule, Rule]]
) -> Difference | None:
    found = [
        (cells, holds)
        for holds, node in ((True, joint.both(first, second)), (False, joint.both(second, first)))
        if node is not NO and (cells := smallest(joint.diagrams, node, worlds)) is not None
    ]
    if not found:
        return None
    cells, holds = min(found, key=lambda pair: (len(pair[0]), not pair[1]))
    (rule, theirs), *rest = told
    one = _outcome_said(rule, holds=holds)
    other = _outcome_said(theirs, holds=not holds)
    return Difference(
        kind="outcome",
        rule=rule,
        one=one,
        other=other,
        case=case_of(joint.resolver, cells),
        because=tuple(dict.fromkeys((rule.cite, theirs.cite, *(r.cite for r in rule.readings)))),
        also=tuple(r for r, _ in rest),
    )


def _outcome_said(rule: Rule, *, holds: bool) -> Text:
    if isinstance(rule, Finding):
        return rule.says if holds else rule.denies
    return Text("it applies", "适用") if holds else Text("it does not apply", "不适用")


def _figures(one: InForce, other: InForce, matched: Sequence[tuple[Rule, Rule]]) -> Iterator[Difference]:
    for rule, theirs in matched:
        for ours, their in zip(_said_figures(rule, one), _said_figures(theirs, other), strict=False):
            if ours != their:
                yield Difference(
                    kind="figure",
                    rule=rule,
                    one=ours,
                    other=their,
                    because=tuple(r.cite for r in rule.readings),
                )


def _said_figures(rule: Rule, law: InForce) -> list[Text]:
    """Return every period, retention and sum of a rule in words, always in the same order."""
    taken = law.taken
    if isinstance(rule, Duty):
        kept = timing_said(rule.keeps, taken) if rule.keeps else Text("nothing to keep", "无保存要求")
        return [timing_said(rule.within, taken), kept]
    if isinstance(rule, Term):
        return [timing_said(rule.period, taken)]
    if isinstance(rule, Right):
        return [timing_said(rule.answered_within, taken)]
    if isinstance(rule, Penalty):
        return [_fine_said(fine, law) for fine in (rule.entity, rule.persons)]
    return []


def _fine_said(fine: Fine | None, law: InForce) -> Text:
    if fine is None:
        return Text("no fine", "无罚款")
    taken: Callable[..., Any] = law.taken
    low, high = amount_said(fine.low, taken), amount_said(fine.high, taken)
    return Text(f"from {low.en} to {high.en}", f"{low.zh}至{high.zh}")
