"""Formulas made exact: evaluated part by part with unknowns, they still say all that can be known.

Three-valued connectives alone are too weak: ``x or not x`` stays unknown. Where a fact speaks
both for and against a formula, the formula is split on that fact, and the case "it comes out the
same either way" is added (the consensus). The result is an ordinary formula, so a table engine
that knows nothing but three-valued AND and OR computes it.

Proof in one line: with c1..ck exact and x open, ``(x in S1 and c1) or .. or (c1 and .. and ck)``
is true where all ci are, false where all are false, and unknown otherwise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from qingdan.law.diagram import NO, YES, Diagrams, Node
from qingdan.law.formula import FALSE, TRUE, Formula, Resolver, literals, settled_by_parts, torn_facts

# Splitting keeps the shape of the law but doubles with every torn fact; a diagram never does.
_FEW = 3


class Exact:
    """Makes formulas of one resolver exact. Equal formulas stay the same object."""

    def __init__(self, resolver: Resolver, diagrams: Diagrams) -> None:
        self._resolver = resolver
        self._diagrams = diagrams
        self._sizes = tuple(c.size for c in resolver.cells)
        self._done: dict[Formula, Formula] = {TRUE: TRUE, FALSE: FALSE}
        self._meant: dict[Node, Formula] = {YES: TRUE, NO: FALSE}

    def formula(self, formula: Formula) -> Formula:
        """Return a formula of the same meaning for which evaluation part by part is exact."""
        done = self._done.get(formula)
        if done is None:
            done = formula if settled_by_parts(formula, self._sizes) else self._mended(formula)
            self._done[formula] = done
        return done

    def meant_by(self, node: Node) -> Formula:
        """Return the exact formula of a decision diagram."""
        done = self._meant.get(node)
        if done is None:
            self._meant[node] = done = self._split(node.var, [self.meant_by(c) for c in node.children])
        return done

    def _mended(self, formula: Formula) -> Formula:
        node = self._diagrams.build(formula)
        if node is YES or node is NO:
            return self._meant[node]
        torn = torn_facts(formula, self._sizes)
        groups = self._groups(formula, torn)
        if formula.op in ("and", "or") and len(groups) > 1:
            # groups that share no torn fact can be made exact one by one
            return self._resolver.join(
                formula.op, [self.formula(self._resolver.join(formula.op, g)) for g in groups]
            )
        if len(torn) > _FEW:
            return self.meant_by(node)
        var = self._most_torn(formula, torn)
        cases = [self.formula(self._given(formula, var, cell, {})) for cell in range(self._sizes[var])]
        return self._split(var, cases)

    def _groups(self, formula: Formula, torn: set[int]) -> list[list[Formula]]:
        groups: list[tuple[set[int], list[Formula]]] = []
        for part in formula.parts:
            tied = {literal.var for literal in literals(part)} & torn
            members = [part]
            apart = []
            for facts, others in groups:
                if facts & tied:
                    tied |= facts
                    members = others + members
                else:
                    apart.append((facts, others))
            groups = [*apart, (tied, members)]
        return [members for _, members in groups]

    def _most_torn(self, formula: Formula, torn: set[int]) -> int:
        uses: Counter[int] = Counter()
        todo, seen = [formula], set[Formula]()
        while todo:
            node = todo.pop()
            uses.update(p.var for p in node.parts if p.op == "literal" and p.var in torn)
            todo.extend(p for p in node.parts if p not in seen)
            seen.update(node.parts)
        # the smallest split first, then the fact that settles most
        return min(torn, key=lambda v: (self._sizes[v], -uses[v], v))

    def _given(self, formula: Formula, var: int, cell: int, memo: dict[Formula, Formula]) -> Formula:
        """Return what is left of ``formula`` when the answer to ``var`` lies in ``cell``."""
        if formula.op == "constant":
            return formula
        if formula.op == "literal":
            if formula.var != var:
                return formula
            return TRUE if formula.cells >> cell & 1 else FALSE
        if formula not in memo:
            memo[formula] = self._resolver.join(
                formula.op, [self._given(p, var, cell, memo) for p in formula.parts]
            )
        return memo[formula]

    def _split(self, var: int, cases: Sequence[Formula]) -> Formula:
        cells: dict[Formula, int] = {}
        for cell, case in enumerate(cases):
            cells[case] = cells.get(case, 0) | 1 << cell
        if len(cells) == 1:
            return cases[0]
        join, literal = self._resolver.join, self._resolver.literal
        choices = [join("and", [literal(var, mask), case]) for case, mask in cells.items()]
        return join("or", [*choices, join("and", cells)])
