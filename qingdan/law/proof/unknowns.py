"""Unknowns: nothing that has not been answered may ever earn a benefit.

Proved for all partial answer sheets at once: every fact is doubled into "answered or not" and its
true answer, and the three-valued evaluation is asked for a benefit that the true answer denies.
"""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.law.formula import FALSE, TRUE, Formula, settled_by_parts
from qingdan.law.grammar.conditions import Choice, YesNo
from qingdan.law.grammar.rules import Finding
from qingdan.law.grammar.text import Text
from qingdan.law.proof.asking import Asking
from qingdan.law.proof.results import Concern, Proven, Refuted, Result
from qingdan.law.proof.setting import Setting
from qingdan.law.proof.terms import Term
from qingdan.law.proof.wording import quoted


class Sheets:
    """The three-valued evaluation over every partial sheet, as solver terms."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._z3 = asking.terms.z3
        self._answered: dict[int, Term] = {}
        self._true: dict[Formula, Term] = {}

    def answered(self, var: int) -> Term:
        """Return the Boolean that fact ``var`` is answered on the sheet."""
        return self._answered.setdefault(var, self._z3.Bool(f"answered {var}"))

    def literal(self, var: int, mask: int) -> Term:
        """Return the term that the true answer to ``var`` lies in the cells of ``mask``."""
        cells, z3 = self._asking.law.resolver.cells[var], self._z3
        answer = self._asking.terms.fact(cells.fact)
        if isinstance(cells.fact, YesNo):
            return answer if mask == 2 else z3.Not(answer)  # noqa: PLR2004 - cell 1 alone: yes
        chosen = [i for i in range(cells.size) if mask >> i & 1]
        if isinstance(cells.fact, Choice):
            return z3.Or([answer == i for i in chosen])
        return z3.Or([self._between(answer, cells.bounds, i) for i in chosen])

    def _between(self, answer: Term, bounds: tuple[int, ...], cell: int) -> Term:
        parts = [answer >= bounds[cell - 1]] if cell else []
        parts += [answer < bounds[cell]] if cell < len(bounds) else []
        return self._z3.And(parts)

    def certain(self, formula: Formula) -> Term:
        """Return the term that part-by-part evaluation of the sheet yields true."""
        if formula not in self._true:
            self._true[formula] = self._certain(formula)
        return self._true[formula]

    def _certain(self, f: Formula) -> Term:
        z3 = self._z3
        if f is TRUE or f is FALSE:
            return z3.BoolVal(f is TRUE)
        if f.op == "literal":
            return z3.And(self.answered(f.var), self.literal(f.var, f.cells))
        parts = [self.certain(p) for p in f.parts]
        return z3.And(parts) if f.op == "and" else z3.Or(parts)


def unknown_earns_nothing(asking: Asking, _setting: Setting) -> Iterator[Result]:
    """Each benefit: on no sheet is it granted while an answer that is still missing could deny it."""
    sheets, resolver = Sheets(asking), asking.law.resolver
    benefits = [f for f in asking.law.pack.of(Finding) if f.benefit]
    broken = False
    sizes = [c.size for c in resolver.cells]
    for finding in benefits:
        formula = resolver.resolve(finding)
        granted = sheets.certain(formula)
        denied = asking.terms.fails(finding)
        free = asking.case(finding)
        if free is not None and not free.stated:
            problem = Text(
                "{rule} is granted with nothing answered at all.", "未回答任何问题即可成立：{rule}。"
            )
        elif asking.satisfiable([granted, denied]):
            problem = Text(
                "{rule} is granted while a missing answer could deny it.",
                "答案尚缺、仍可能被否定时即成立：{rule}。",
            )
        else:
            continue
        broken = True
        yield Refuted(
            check="unknown.earns_nothing",
            concern=Concern.CONTRADICTION,
            says=problem.filled(rule=quoted(finding)),
            about=(finding,),
            cites=(finding.cite,),
            case=free,
            decide=Text("Ask for the answer before granting.", "先行查明再予认定。"),
        )
    if benefits and not broken:
        exact = sum(settled_by_parts(resolver.resolve(f), sizes) for f in benefits)
        yield Proven(
            check="unknown.earns_nothing",
            concern=Concern.CONTRADICTION,
            says=Text(
                f"On no partial answer sheet does a missing answer earn one of {len(benefits)} benefits "
                f"({exact} of them evaluated part by part, the rest by diagram).",
                f"任何未答全的答卷均不因缺项而获得{len(benefits)}项有利认定中的任何一项。",
            ),
        )
