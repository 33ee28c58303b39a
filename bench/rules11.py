"""One decision in three systems: eleven rules over twelve yes/no facts and one sum of money.

``ours`` states it in Qingdan's grammar, ``openfisca`` and ``zen`` in the peers' own way. The
rules are the shape of the Model Law (scope, roles, two tracks, exemption), cut down to what all
three can say. Only ours knows "not yet known".
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from qingdan.law.formula import Resolver
from qingdan.law.grammar.conditions import Condition, Fact, Number, YesNo
from qingdan.law.grammar.named import christen
from qingdan.law.grammar.rules import Finding
from qingdan.law.grammar.text import Cite, Statute, Text
from qingdan.law.ruleset import RuleSet

YES_NO = (
    "develops",
    "provides",
    "in_china",
    "affects_china",
    "military",
    "pure_research",
    "open_source",
    "sells_access",
    "listed",
    "sways_opinion",
    "touches_safety",
    "sensitive_information",
)
MONEY = "turnover"
LARGE_TURNOVER = 5_000_000_00  # fen; below 2**31 so that every peer can state the threshold
RULES = (
    "in_scope",
    "carved_out",
    "is_developer",
    "is_provider",
    "licence_required",
    "exempt",
    "registry_required",
    "representative_needed",
    "assessment_needed",
    "label_needed",
    "turnover_counts",
)

_STATUTE = Statute("bench", Text("Benchmark", "基准"), Text("Bench", "基准"))
_CITE = Cite(_STATUTE, 1)


@dataclass(frozen=True)
class Ours:
    """The decision in our grammar."""

    facts: dict[str, Fact]
    findings: dict[str, Finding]
    rules: RuleSet


def _said(name: str) -> Text:
    words = name.replace("_", " ")
    return Text(words, words)


def _finding(when: Condition, unless: Condition | None = None) -> Finding:
    return Finding(
        cite=_CITE,
        says=Text("holds", "成立"),
        denies=Text("does not hold", "不成立"),
        when=when,
        unless=unless,
    )


@cache
def ours() -> Ours:
    """Return the decision as a rule set of ours."""
    ask: dict[str, YesNo] = {
        k: YesNo(asks=_said(k), cite=_CITE, yes=_said(k), no=_said(f"not {k}")) for k in YES_NO
    }
    turnover = Number(asks=_said(MONEY), cite=_CITE, unit=Text("fen", "分"), money=True)
    facts: dict[str, Fact] = {**ask, MONEY: turnover}
    christen(facts, Fact)
    in_scope = _finding((ask["in_china"] | ask["affects_china"]) & ~ask["military"], ask["pure_research"])
    carved_out = _finding(ask["open_source"] & ~ask["sells_access"])
    is_developer = _finding(in_scope & ask["develops"], carved_out)
    is_provider = _finding(in_scope & ask["provides"])
    licence_required = _finding(ask["listed"] & (is_developer | is_provider))
    exempt = _finding(~ask["sways_opinion"] & ~ask["touches_safety"] & ~ask["sensitive_information"])
    findings = {
        "in_scope": in_scope,
        "carved_out": carved_out,
        "is_developer": is_developer,
        "is_provider": is_provider,
        "licence_required": licence_required,
        "exempt": exempt,
        "registry_required": _finding(is_provider & ~ask["listed"], exempt),
        "representative_needed": _finding(is_provider & ~ask["in_china"]),
        "assessment_needed": _finding(licence_required | (is_provider & ask["sways_opinion"])),
        "label_needed": _finding(is_provider & (ask["sways_opinion"] | ask["sensitive_information"])),
        "turnover_counts": _finding((is_developer | is_provider) & (turnover >= LARGE_TURNOVER)),
    }
    christen(findings, Finding)
    resolver = Resolver(findings.values(), facts=tuple(facts.values()))
    return Ours(facts, findings, RuleSet(resolver, findings.values()))


@cache
def openfisca() -> Any:  # noqa: ANN401 - the peer's own type
    """Return the decision as an OpenFisca tax and benefit system."""
    from openfisca_core.entities import build_entity
    from openfisca_core.periods import DateUnit
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem
    from openfisca_core.variables import Variable

    product = build_entity(key="product", plural="products", label="Product", is_person=True)
    system = TaxBenefitSystem([product])

    def add(name: str, kind: type, formula: Any = None) -> None:  # noqa: ANN401
        body: dict[str, Any] = {
            "value_type": kind,
            "entity": product,
            "definition_period": DateUnit.MONTH,
            "label": name,
        }
        if formula is not None:
            body["formula"] = formula
        system.add_variable(type(name, (Variable,), body))

    def rule(says: Any) -> Any:  # noqa: ANN401
        # written through a getter to spare OpenFisca's boilerplate, not its work
        return lambda entity, period: says(lambda name: entity(name, period))

    for key in YES_NO:
        add(key, bool)
    add(MONEY, int)
    formulas = {
        "in_scope": lambda v: (v("in_china") | v("affects_china")) & ~v("military") & ~v("pure_research"),
        "carved_out": lambda v: v("open_source") & ~v("sells_access"),
        "is_developer": lambda v: v("in_scope") & v("develops") & ~v("carved_out"),
        "is_provider": lambda v: v("in_scope") & v("provides"),
        "licence_required": lambda v: v("listed") & (v("is_developer") | v("is_provider")),
        "exempt": lambda v: ~v("sways_opinion") & ~v("touches_safety") & ~v("sensitive_information"),
        "registry_required": lambda v: v("is_provider") & ~v("listed") & ~v("exempt"),
        "representative_needed": lambda v: v("is_provider") & ~v("in_china"),
        "assessment_needed": lambda v: v("licence_required") | (v("is_provider") & v("sways_opinion")),
        "label_needed": lambda v: v("is_provider") & (v("sways_opinion") | v("sensitive_information")),
        "turnover_counts": lambda v: (v("is_developer") | v("is_provider")) & (v(MONEY) >= LARGE_TURNOVER),
    }
    for name, says in formulas.items():
        add(name, bool, rule(says))
    return system


ZEN = {
    "in_scope": "(in_china or affects_china) and not military and not pure_research",
    "carved_out": "open_source and not sells_access",
    "is_developer": "$.in_scope and develops and not $.carved_out",
    "is_provider": "$.in_scope and provides",
    "licence_required": "listed and ($.is_developer or $.is_provider)",
    "exempt": "not sways_opinion and not touches_safety and not sensitive_information",
    "registry_required": "$.is_provider and not listed and not $.exempt",
    "representative_needed": "$.is_provider and not in_china",
    "assessment_needed": "$.licence_required or ($.is_provider and sways_opinion)",
    "label_needed": "$.is_provider and (sways_opinion or sensitive_information)",
    "turnover_counts": f"($.is_developer or $.is_provider) and {MONEY} >= {LARGE_TURNOVER}",
}


def zen_graph() -> str:
    """Return the decision as a zen graph: input, one node of expressions, output."""
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in"},
        {
            "id": "rules",
            "type": "expressionNode",
            "name": "rules",
            "content": {"expressions": [{"id": k, "key": k, "value": v} for k, v in ZEN.items()]},
        },
        {"id": "out", "type": "outputNode", "name": "out"},
    ]
    edges = [
        {"id": "a", "type": "edge", "sourceId": "in", "targetId": "rules"},
        {"id": "b", "type": "edge", "sourceId": "rules", "targetId": "out"},
    ]
    return json.dumps({"nodes": nodes, "edges": edges})


@cache
def zen() -> Any:  # noqa: ANN401 - the peer's own type
    """Return the decision as a compiled zen decision."""
    from zen import ZenEngine

    return ZenEngine().create_decision(zen_graph())
