"""The penalty rules compiled: what each condition comes to, why, and what is still to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from qingdan.law.diagram import Codes, Diagrams, Node
from qingdan.law.formula import Resolver
from qingdan.law.grammar.conditions import NEVER, Condition, Fact
from qingdan.law.grammar.readings import Chosen, Reading
from qingdan.law.grammar.rules import Bar, Factor, Finding, Penalty
from qingdan.law.grammar.text import Text
from qingdan.law.in_force import check_readings, facts_of
from qingdan.law.pack import conditions_of, model_law
from qingdan.law.stated import Stated


class PenaltyCode:
    """Penalties, bars and grounds of lenience under chosen readings, ready to be asked."""

    def __init__(self, readings: Mapping[str, Chosen]) -> None:
        self.pack = model_law()
        self.readings = readings
        self.penalties = {p.key: p for p in self.pack.of(Penalty)}
        self.bars = self.pack.of(Bar)
        self.factors = self.pack.of(Factor)
        about = set(self.pack.violation_facts)
        findings = [f for f in self.pack.of(Finding) if facts_of(f) & about]
        conditions = [c for r in (*self.penalties.values(), *self.bars, *findings) for c in conditions_of(r)]
        self.resolver = Resolver(
            conditions, facts=self.pack.violation_facts, readings=dict(readings), listed=NEVER
        )
        self.diagrams = Diagrams([c.size for c in self.resolver.cells])

    def taken(self, reading: Reading) -> Chosen:
        """Return the choice taken for ``reading``."""
        return self.resolver.taken(reading)

    def encode(self, answers: Mapping[str, object]) -> list[int]:
        """Return answers as codes. Raises UnknownFact or WrongAnswer."""
        return self.resolver.encode(answers)

    def node(self, condition: Condition) -> Node:
        """Return the decision diagram of ``condition``."""
        return self.diagrams.build(self.resolver.resolve(condition))

    def value(self, condition: Condition, codes: Codes) -> bool | None:
        """Return the exact three-valued value of ``condition``."""
        return self.diagrams.value(self.node(condition), codes)

    def concerns(self, condition: Condition, fact: Fact) -> bool:
        """Tell whether the value of ``condition`` can depend on ``fact``."""
        return self.resolver.var[fact] in self.diagrams.support(self.node(condition))

    def why(self, condition: Condition, codes: Codes, answers: Mapping[str, object]) -> tuple[Text, ...]:
        """Return the fewest answers that force the value, as statements."""
        facts = (self.resolver.facts[v] for v in self.diagrams.deciding(self.node(condition), codes))
        return tuple(Stated(fact, answers[fact.key]).says for fact in facts)

    def missing(self, condition: Condition, codes: Codes) -> tuple[str, ...]:
        """Return the unanswered facts on which the value still turns."""
        left = self.diagrams.restrict(self.node(condition), codes)
        return tuple(self.resolver.facts[v].key for v in sorted(self.diagrams.support(left)))


@lru_cache(maxsize=32)
def _code(readings: tuple[tuple[str, Chosen], ...]) -> PenaltyCode:
    return PenaltyCode(dict(readings))


def penalty_code(readings: Mapping[str, object] | None = None) -> PenaltyCode:
    """Return the penalty rules under ``readings``, built once. Raises UnknownReading."""
    return _code(tuple(sorted(check_readings(model_law(), readings or {}).items())))
