"""The law as it stands: one pack, the readings taken, and the Negative List edition in force."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache

from qingdan.law.diagram import Diagrams, Node
from qingdan.law.formula import Formula, Resolver
from qingdan.law.grammar.conditions import NEVER, Condition, Fact
from qingdan.law.grammar.readings import Chosen, Reading
from qingdan.law.grammar.refusal import UnknownReading
from qingdan.law.grammar.rules import Finding
from qingdan.law.grammar.text import Text
from qingdan.law.negative_list.edition import ListEdition
from qingdan.law.pack import Pack, conditions_of
from qingdan.law.ruleset import RuleSet

_KEPT = 32  # laws without some benefits: there are as many as sets of benefits


def check_readings(pack: Pack, chosen: Mapping[str, object]) -> dict[str, Chosen]:
    """Return ``chosen`` as choices; a whole number may be given as digits. Refuses unknown ones."""
    checked: dict[str, Chosen] = {}
    for name, given in chosen.items():
        reading = pack.reading_named.get(name)
        if reading is None:
            raise UnknownReading(
                Text(
                    f"{name} is not a reading of this law; `qingdan law list --readings` shows all",
                    f"本法没有名为{name}的解释选项；可用 qingdan law list --readings 查看全部",
                )
            )
        choice = (
            int(given) if isinstance(given, str) and given.isdigit() and reading.options is None else given
        )
        if not isinstance(choice, (str, int, type(None))) or not reading.admits(choice):
            options = ", ".join(reading.options) if reading.options else f"{reading.low}-{reading.high}"
            raise UnknownReading(
                Text(
                    f"{name} cannot be read as {given!r}; choose {options}",
                    f"{name}不能取{given!r}；可选：{options}",
                )
            )
        checked[name] = choice
    return checked


class InForce:
    """The law on a day. Builds what it is asked for, once.

    ``readings`` maps a reading's public name to the choice taken; the rest take their default.
    ``edition`` None means that no Negative List is in force, so nothing is listed.
    """

    def __init__(
        self,
        pack: Pack,
        *,
        readings: Mapping[str, Chosen] | None = None,
        edition: ListEdition | None = None,
        denied: frozenset[Finding] = frozenset(),
    ) -> None:
        self._denied = denied
        self.pack = pack
        self.edition = edition
        self.readings = check_readings(pack, readings or {})
        about_violations = set(pack.violation_facts)
        self.findings = tuple(f for f in pack.of(Finding) if not (facts_of(f) & about_violations))

    @cached_property
    def listed(self) -> Condition:
        """What it takes to be on the Negative List in force: nothing does where there is none."""
        return self.edition.listed() if self.edition else NEVER

    @cached_property
    def resolver(self) -> Resolver:
        """Conditions to formulas, over the questions about a product."""
        conditions = [c for r in self.pack.rules for c in conditions_of(r)]
        return Resolver(
            [*conditions, self.listed],
            facts=self.pack.facts,
            readings=self.readings,
            listed=self.listed,
            denied=self._denied,
        )

    @cached_property
    def diagrams(self) -> Diagrams:
        """The store of decision diagrams of this law."""
        return Diagrams([c.size for c in self.resolver.cells])

    @cached_property
    def rules(self) -> RuleSet:
        """All findings about a product, compiled."""
        return RuleSet(self.resolver, self.findings, diagrams=self.diagrams)

    def formula(self, condition: Condition) -> Formula:
        """Return ``condition`` over facts alone."""
        return self.resolver.resolve(condition)

    def node(self, condition: Condition) -> Node:
        """Return the decision diagram of ``condition``."""
        return self.diagrams.build(self.resolver.resolve(condition))

    def denying(self, benefits: frozenset[Finding]) -> InForce:
        """Return this law with ``benefits`` not granted: how it treats a party that has not shown them."""
        kept = self._denying
        found = kept.pop(benefits, None) or InForce(
            self.pack, readings=self.readings, edition=self.edition, denied=benefits
        )
        kept[benefits] = found  # the latest used stands last
        if len(kept) > _KEPT:
            del kept[next(iter(kept))]
        return found

    @cached_property
    def _denying(self) -> dict[frozenset[Finding], InForce]:
        return {}

    @cached_property
    def benefits(self) -> tuple[Finding, ...]:
        """The findings that favour a party, and are not granted while unknown."""
        return tuple(f for f in self.findings if f.benefit)

    def taken(self, reading: Reading) -> Chosen:
        """Return the choice this law takes for ``reading``."""
        return self.readings.get(reading.name, reading.default)


@lru_cache(maxsize=64)
def _in_force(pack: Pack, readings: tuple[tuple[str, Chosen], ...], edition: ListEdition | None) -> InForce:
    return InForce(pack, readings=dict(readings), edition=edition)


def in_force(
    pack: Pack, *, readings: Mapping[str, Chosen] | None = None, edition: ListEdition | None = None
) -> InForce:
    """Return the law under ``readings`` and ``edition``, reusing what was built before."""
    return _in_force(pack, tuple(sorted((readings or {}).items())), edition)


def facts_of(condition: Condition) -> set[Fact]:
    """Return the facts a condition mentions by itself (the Negative List's own not counted)."""
    return set(Resolver([condition]).facts)
