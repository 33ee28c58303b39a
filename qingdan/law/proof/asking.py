"""Asking the solver about the whole law: can this be, must this be, and what is the smallest case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from qingdan.law.diagram import Node
from qingdan.law.formula import Formula
from qingdan.law.grammar.conditions import Condition
from qingdan.law.grammar.text import Cite
from qingdan.law.in_force import InForce
from qingdan.law.proof.cases import Case, case_of, smallest
from qingdan.law.proof.terms import Term, Terms, solver_module


class Disagreement(AssertionError):
    """The solver and the diagrams gave different answers: a fault of this program, never of the law."""


class Asking:
    """One law under examination, in the worlds that ``assume`` leaves possible."""

    def __init__(self, law: InForce, assume: Iterable[Condition] = ()) -> None:
        z3 = solver_module()
        self.law = law
        self.assume: tuple[Condition, ...] = tuple(assume)
        self.solver: Term = z3.Solver()
        self.terms = Terms(law.readings, law.listed, self.solver)
        for condition in self.assume:
            self.solver.add(self.terms.holds(condition))
        self.unsatisfied: Any = z3.unsat

    @cached_property
    def worlds(self) -> Node:
        """The diagram of what is assumed."""
        return self.node(*self.assume)

    def node(self, *holds: Condition, fails: Sequence[Condition] = ()) -> Node:
        """Return the diagram of all of ``holds`` and none of ``fails``."""
        resolver = self.law.resolver
        parts: list[Formula] = [resolver.resolve(c) for c in holds]
        parts += [resolver.resolve(c, negated=True) for c in fails]
        return self.law.diagrams.build(resolver.join("and", parts))

    def possible(self, *holds: Condition, fails: Sequence[Condition] = ()) -> bool:
        """Tell whether some case has all of ``holds`` and none of ``fails``, by the solver."""
        return self.satisfiable(self._wanted(holds, fails))

    def satisfiable(self, wanted: Sequence[Term]) -> bool:
        """Tell whether the solver finds a world in which the terms hold together."""
        return bool(self.solver.check(*wanted) != self.unsatisfied)

    def always(self, *conditions: Condition) -> bool:
        """Tell whether the conditions hold together in every world."""
        return not any(self.satisfiable([self.terms.z3.Not(self.terms.holds(c))]) for c in conditions)

    def _wanted(self, holds: Iterable[Condition], fails: Iterable[Condition]) -> list[Term]:
        return [*(self.terms.holds(c) for c in holds), *(self.terms.fails(c) for c in fails)]

    def case(self, *holds: Condition, fails: Sequence[Condition] = ()) -> Case | None:
        """Return the smallest case that forces all of ``holds`` and none of ``fails``; None if impossible.

        The solver decides, the diagrams make small, the solver checks again.
        """
        possible = self.possible(*holds, fails=fails)
        case = self.shown(self.node(*holds, fails=fails), holds, fails)
        if possible != (case is not None):
            raise Disagreement(f"solver says {possible}, diagrams say {case} for {holds} without {fails}")
        return case

    def shown(self, goal: Node, holds: Sequence[Condition], fails: Sequence[Condition]) -> Case | None:
        """Return the smallest case of ``goal``, which must have all of ``holds`` and none of ``fails``.

        Raises Disagreement where the solver does not confirm that it has.
        """
        cells = smallest(self.law.diagrams, goal, self.worlds)
        if cells is None:
            return None
        case = case_of(self.law.resolver, cells)
        stated = self.stated(case)
        wanted = self.terms.z3.And(self._wanted(holds, fails))
        if not self.satisfiable(stated) or self.satisfiable([*stated, self.terms.z3.Not(wanted)]):
            raise Disagreement(f"the solver does not confirm the case {case.answers}")
        return case

    def stated(self, case: Case) -> list[Term]:
        """Return the terms of what a case states."""
        return [self.terms.answered(s.fact, s.answer) for s in case.stated]

    def core(self, conditions: Sequence[tuple[Condition, Cite]]) -> tuple[Cite, ...]:
        """Return the places of a smallest set (by inclusion) of conditions that cannot hold together."""
        kept = list(conditions)
        for one in conditions:
            rest = [pair for pair in kept if pair is not one]
            if not self.possible(*(c for c, _ in rest)):
                kept = rest
        return tuple(dict.fromkeys(cite for _, cite in kept))
