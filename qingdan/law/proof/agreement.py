"""Agreement: conditions, formulas and diagrams mean the same, proved for every answer sheet at once.

The solver reads conditions by itself; formulas and diagrams are what judgement, tables and SQL are
made from. A case in which they differ would be a fault of this program.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from qingdan.law.diagram import NO, YES, Node
from qingdan.law.formula import FALSE, TRUE, Formula, Resolver
from qingdan.law.grammar.rules import Finding
from qingdan.law.proof.asking import Asking
from qingdan.law.proof.terms import Term
from qingdan.law.proof.unknowns import Sheets


class Meanings:
    """Formulas and diagrams as solver terms, to be held against the conditions they came from."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._z3 = asking.terms.z3
        self._sheets = Sheets(asking)
        self._formulas: dict[Formula, Term] = {}
        self._nodes: dict[Node, Term] = {}

    def formula(self, f: Formula) -> Term:
        """Return what a formula means."""
        if f not in self._formulas:
            z3 = self._z3
            if f is TRUE or f is FALSE:
                term = z3.BoolVal(f is TRUE)
            elif f.op == "literal":
                term = self._sheets.literal(f.var, f.cells)
            else:
                parts = [self.formula(p) for p in f.parts]
                term = z3.And(parts) if f.op == "and" else z3.Or(parts)
            self._formulas[f] = term
        return self._formulas[f]

    def certain(self, f: Formula) -> Term:
        """Return where part-by-part evaluation of a partial sheet comes to true."""
        return self._sheets.certain(f)

    def node(self, node: Node) -> Term:
        """Return what a diagram means; each of its nodes gets a name."""
        if node not in self._nodes:
            z3 = self._z3
            if node is YES or node is NO:
                return z3.BoolVal(node is YES)
            cells = [
                z3.And(self._sheets.literal(node.var, 1 << i), self.node(child))
                for i, child in enumerate(node.children)
                if child is not NO
            ]
            name = z3.FreshBool("node")
            self._asking.solver.add(name == z3.Or(cells))
            self._nodes[node] = name
        return self._nodes[node]


def disagreements(asking: Asking) -> Iterator[tuple[Finding, str]]:
    """Yield each finding whose formula or diagram does not mean what its condition says.

    "partial sheet": evaluation part by part settles something that a missing answer could turn. Call with no standing assumptions: agreement is asked for in every world there is.
    """
    meanings, resolver, z3 = Meanings(asking), asking.law.resolver, asking.terms.z3
    for finding in asking.law.pack.of(Finding):
        for negated in (False, True):
            formula = resolver.resolve(finding, negated=negated)
            condition = asking.terms.fails(finding) if negated else asking.terms.holds(finding)
            if asking.satisfiable([z3.Xor(meanings.formula(formula), condition)]):
                yield finding, "formula"
            node = asking.law.diagrams.build(formula)
            if asking.satisfiable([z3.Xor(meanings.node(node), condition)]):
                yield finding, "diagram"
            opposite = asking.terms.holds(finding) if negated else asking.terms.fails(finding)
            if asking.satisfiable([meanings.certain(formula), opposite]):
                yield finding, "partial sheet"


class Solved:
    """The solver as a judge: three values for a partial sheet, by two questions each."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._facts = {f.key: f for f in asking.law.resolver.facts}
        self._mentioned: dict[Finding, frozenset[str]] = {}
        self._judged: dict[tuple[Finding, frozenset[tuple[str, Any]]], bool | None] = {}

    def judge(self, answers: Mapping[str, Any], finding: Finding) -> bool | None:
        """Return True or False where the sheet forces it, else None. Answers it does not mention are left out."""
        if finding not in self._mentioned:
            law = self._asking.law
            about = Resolver([finding], readings=law.readings, listed=law.listed)
            self._mentioned[finding] = frozenset(about.by_key)
        mentioned = {k: a for k, a in answers.items() if a is not None and k in self._mentioned[finding]}
        key = (finding, frozenset(mentioned.items()))
        if key not in self._judged:
            self._judged[key] = self._judge(mentioned, finding)
        return self._judged[key]

    def _judge(self, answers: Mapping[str, Any], finding: Finding) -> bool | None:
        terms = self._asking.terms
        stated = [terms.answered(self._facts[k], a) for k, a in answers.items()]
        if not self._asking.satisfiable([*stated, terms.z3.Not(terms.holds(finding))]):
            return True
        if not self._asking.satisfiable([*stated, terms.holds(finding)]):
            return False
        return None
