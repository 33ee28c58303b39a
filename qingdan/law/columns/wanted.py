"""What is asked of a table: which conclusions and sums, over which law."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from qingdan.law.diagram import Diagrams
from qingdan.law.exact import Exact
from qingdan.law.formula import Formula, Resolver
from qingdan.law.grammar.amounts import Amount, bases
from qingdan.law.grammar.conditions import Condition, Fact
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.rules import Finding
from qingdan.law.grammar.text import Text

Wanted: TypeAlias = Iterable[Finding] | Mapping[str, Condition] | None


class Rules(Protocol):
    """Rules that can be put to a table: a ``RuleSet``, or the whole law as an ``InForce``."""

    @property
    def resolver(self) -> Resolver:
        """What brings conditions down to facts."""

    @property
    def diagrams(self) -> Diagrams:
        """Where decision diagrams are kept."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every conclusion there is to draw."""


@dataclass(frozen=True)
class Asked:
    """The exact formulas asked for, by the name of their column, and the sums beside them."""

    resolver: Resolver
    formulas: Mapping[str, Formula]
    amounts: Mapping[str, Amount]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts a table may hold as columns."""
        measured = (base for amount in self.amounts.values() for base in bases(amount))
        asked_for = (self.resolver.facts[var] for var in self.resolver.by_key.values())
        return tuple(dict.fromkeys((*asked_for, *measured)))

    def present(self, columns: Collection[str] | None) -> frozenset[str]:
        """Return the facts that have a column in a table of ``columns`` (None: all of them)."""
        keys = frozenset(f.key for f in self.facts)
        return keys if columns is None else keys & frozenset(columns)


def asked(rules: Rules, findings: Wanted = None, amounts: Mapping[str, Amount] | None = None) -> Asked:
    """Return what is asked for. ``findings`` None means all of ``rules``; a mapping names conditions."""
    resolver = rules.resolver
    if findings is None:
        findings = rules.findings
    if not isinstance(findings, Mapping):
        findings = {f.key: f for f in findings}
    exact = Exact(resolver, rules.diagrams)
    formulas = {name: exact.formula(resolver.resolve(c)) for name, c in findings.items()}
    both = set(formulas) & set(amounts or {}) | (set(formulas) | set(amounts or {})) & set(resolver.by_key)
    if both:
        names = ", ".join(sorted(both))
        raise Refusal(Text(f"two columns would be called {names}; rename one", f"列名重复：{names}，请改名"))
    return Asked(resolver, formulas, dict(amounts or {}))
