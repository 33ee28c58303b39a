"""Conditions as solver terms, straight from the grammar: a second path beside formulas and diagrams.

Yes/no questions become Booleans, choices and numbers become bounded integers. Every condition gets
a name of its own, so that the solver shares what rules share and can be asked by name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from types import ModuleType
from typing import Any, TypeAlias

from qingdan.law.formula import still_undecided
from qingdan.law.grammar.amounts import Amount, ByReading, Fixed, Higher, Lower, PercentOf
from qingdan.law.grammar.conditions import (
    All,
    Among,
    AnyOf,
    AtLeast,
    Choice,
    Condition,
    Constant,
    Fact,
    Not,
    Number,
    OnNegativeList,
    Taking,
    YesNo,
)
from qingdan.law.grammar.readings import Chosen, Reading
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.rules import Finding
from qingdan.law.grammar.text import Text

Term: TypeAlias = Any  # the solver ships no types


def solver_module() -> ModuleType:
    """Return the solver. Raises Refusal where the extra is not installed."""
    try:
        import z3
    except ImportError:
        raise Refusal(
            Text(
                "proving needs a solver: install qingdan[proof]",
                "证明功能需要求解器，请安装 qingdan[proof]",
            )
        ) from None
    module: ModuleType = z3
    return module


class Terms:
    """Translates conditions under chosen readings; ``listed`` is what it takes to be on the list."""

    def __init__(self, readings: Mapping[str, Chosen], listed: Condition, solver: Term) -> None:
        self.z3 = solver_module()
        self._readings = readings
        self._listed = listed
        self._solver = solver
        self._facts: dict[Fact, Term] = {}
        self._named: dict[tuple[Condition, bool], Term] = {}
        self._numbers = count()

    def fact(self, fact: Fact) -> Term:
        """Return the variable that holds the answer to ``fact``, bounded to what may be answered."""
        if fact not in self._facts:
            variable = self.z3.Bool(fact.key) if isinstance(fact, YesNo) else self.z3.Int(fact.key)
            if isinstance(fact, Choice):
                self._solver.add(variable >= 0, variable < len(fact.options))
            elif isinstance(fact, Number):
                self._solver.add(variable >= fact.low, variable <= fact.high)
            self._facts[fact] = variable
        return self._facts[fact]

    def answered(self, fact: Fact, answer: Any) -> Term:  # noqa: ANN401 - an answer of any kind
        """Return the term that ``fact`` is answered with ``answer``."""
        variable = self.fact(fact)
        if isinstance(fact, YesNo):
            return variable if answer else self.z3.Not(variable)
        if isinstance(fact, Choice):
            return variable == tuple(fact.options).index(answer)
        return variable == answer

    def holds(self, condition: Condition) -> Term:
        """Return a Boolean name that is true exactly where ``condition`` holds."""
        return self._name(condition, negated=False)

    def fails(self, condition: Condition) -> Term:
        """Return a Boolean name that is true exactly where ``condition`` is false."""
        return self._name(condition, negated=True)

    def _name(self, c: Condition, *, negated: bool) -> Term:
        key = (c, negated)
        if key not in self._named:
            term = self._term(c, negated)
            if isinstance(c, (Finding, All, AnyOf)):
                name = self.z3.Bool(f"#{next(self._numbers)}")
                self._solver.add(name == term)
                term = name
            self._named[key] = term
        return self._named[key]

    def _term(self, c: Condition, negated: bool) -> Term:  # noqa: FBT001, PLR0911 - one case a kind
        z3 = self.z3
        if isinstance(c, Constant):
            return z3.BoolVal(c.value != negated)
        if isinstance(c, YesNo):
            return self._sign(self.fact(c), negated)
        if isinstance(c, Among):
            options = tuple(c.fact.options)
            chosen = [self.fact(c.fact) == options.index(o) for o in sorted(c.options)]
            return self._sign(z3.Or(chosen), negated)
        if isinstance(c, AtLeast):
            bound = self.taken(c.bound) if isinstance(c.bound, Reading) else c.bound
            if bound is None:  # undecided: met or missed, whichever is decided one day
                return self._sign(self.fact(still_undecided(c)), negated)
            return self._sign(self.fact(c.fact) >= int(bound) + c.plus, negated)
        if isinstance(c, Taking):
            return z3.BoolVal((self.taken(c.reading) in c.choices) != negated)
        if isinstance(c, Not):
            return self._name(c.part, negated=not negated)
        if isinstance(c, OnNegativeList):
            return self._name(self._listed, negated=negated)
        parts = [self._name(part, negated=negated != flip) for part, flip in _parts(c)]
        return z3.Or(parts) if isinstance(c, AnyOf) != negated else z3.And(parts)

    def _sign(self, term: Term, negated: bool) -> Term:  # noqa: FBT001
        return self.z3.Not(term) if negated else term

    def taken(self, reading: Reading) -> Chosen:
        """Return the choice taken for ``reading``: the one given, else its default."""
        return self._readings.get(reading.name, reading.default)

    def amount(self, amount: Amount) -> Term:
        """Return a sum in fen as an integer term."""
        z3 = self.z3
        if isinstance(amount, Fixed):
            return z3.IntVal(amount.fen)
        if isinstance(amount, PercentOf):
            return self.fact(amount.base) * amount.percent / 100
        if isinstance(amount, ByReading):
            return self.amount(amount.each[self.taken(amount.reading)])
        if isinstance(amount, (Higher, Lower)):
            one, other = self.amount(amount.one), self.amount(amount.other)
            first = one >= other if isinstance(amount, Higher) else one <= other
            return z3.If(first, one, other)
        raise TypeError(f"no term for {type(amount).__name__}")


def _parts(c: Condition) -> Iterator[tuple[Condition, bool]]:
    """Yield the parts of a conjunction or disjunction; True marks a part to be turned round."""
    if isinstance(c, (All, AnyOf)):
        yield from ((part, False) for part in c.parts)
    elif isinstance(c, Finding):
        yield c.when, False
        if c.unless is not None:
            yield c.unless, True
    else:
        raise TypeError(f"no term for {type(c).__name__}")
