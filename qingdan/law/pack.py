"""A pack: one version of the law with everything it declares, each under its own name."""

from __future__ import annotations

import pkgutil
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from types import ModuleType
from typing import TypeVar

from qingdan.law.grammar.conditions import Condition, Fact
from qingdan.law.grammar.named import Named, declared_in
from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.rules import (
    Article,
    Bar,
    Deemed,
    DossierItem,
    Duty,
    Finding,
    LicenceCondition,
    Penalty,
    Power,
    Prohibition,
    Right,
    Rule,
    Term,
)
from qingdan.law.grammar.text import Statute

R = TypeVar("R", bound=Rule)
N = TypeVar("N", bound=Named)

FACT_ORDER = ("actor", "product", "listing", "licence", "conduct")
ABOUT_VIOLATIONS = ("violation", "circumstances", "proceedings", "oversight")


@dataclass(frozen=True, eq=False)
class Pack:
    """One version of the law: its articles, questions, events, open points and rules.

    ``facts`` are the questions about a product in the order of asking; ``violation_facts`` those
    about a violation. Rules of neighbouring laws are in ``rules`` too and cite their own statute.
    """

    key: str
    statute: Statute
    articles: tuple[Article, ...]
    facts: tuple[Fact, ...]
    violation_facts: tuple[Fact, ...]
    events: tuple[Event, ...]
    readings: tuple[Reading, ...]
    rules: tuple[Rule, ...]

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """Return the rules of one kind, in the order of the law."""
        return tuple(r for r in self.rules if type(r) is kind)

    def check_names(self) -> None:
        """Refuse two facts, two events or two rules of one name, or two readings of one public name."""
        for things in ((*self.facts, *self.violation_facts), self.events, self.rules):
            twice = sorted(k for k, times in Counter(thing.key for thing in things).items() if times > 1)
            if twice:
                raise ValueError(f"declared twice: {', '.join(twice)}")
        if len(self.reading_named) < len(self.readings):
            raise ValueError("two readings have one name")

    @cached_property
    def reading_named(self) -> dict[str, Reading]:
        """The open points by their public name."""
        return {r.name: r for r in self.readings}

    def article(self, number: int) -> Article:
        """Return one article; raises KeyError if the law has none of that number."""
        return {a.number: a for a in self.articles}[number]

    def rules_of(self, number: int) -> tuple[Rule, ...]:
        """Return the rules that cite article ``number`` of this law itself."""
        return tuple(r for r in self.rules if r.cite.statute is self.statute and r.cite.article == number)


def conditions_of(rule: Rule) -> Iterator[Condition]:
    """Yield every condition a rule turns on."""
    if isinstance(rule, Finding):
        yield rule
    elif isinstance(rule, (Duty, Prohibition, Right, Power, Bar, Penalty, Term)):
        yield rule.when
    elif isinstance(rule, LicenceCondition):
        yield rule.met_when
    elif isinstance(rule, DossierItem):
        yield rule.needed_when
    elif isinstance(rule, Deemed):
        yield rule.provided
    if isinstance(rule, Penalty):
        for fine in (rule.entity, rule.persons):
            if fine is not None:
                yield fine.presupposes


def _modules(package: str) -> Iterator[ModuleType]:
    parent = import_module(package)
    for found in sorted(pkgutil.iter_modules(parent.__path__), key=lambda m: m.name):
        yield import_module(f"{package}.{found.name}")


def _declared(modules: Iterable[ModuleType], kind: type[N]) -> tuple[N, ...]:
    return tuple(thing for module in modules for thing in declared_in(module, kind))


def _rank(module: ModuleType) -> int:
    name = module.__name__.rpartition(".")[2]
    return FACT_ORDER.index(name) if name in FACT_ORDER else len(FACT_ORDER)


@cache
def model_law() -> Pack:
    """Return the Model Law on AI, expert draft v1.1, with the general law that fills its gaps."""
    from qingdan.law.statutes import MODEL_LAW  # loaded with the pack, not with the package

    law = "qingdan.law"
    fact_modules = sorted(_modules(f"{law}.facts"), key=_rank)
    events = _declared(_modules(f"{law}.events"), Event)
    readings = _declared(_modules(f"{law}.readings"), Reading)
    by_home = {m.__name__.rpartition(".")[2]: declared_in(m, Fact) for m in fact_modules}
    articles: list[Article] = []
    rules: list[Rule] = []
    for module in (*_modules(f"{law}.model_law"), *_modules(f"{law}.neighbours")):
        single = getattr(module, "ARTICLE", None)
        articles.extend(getattr(module, "ARTICLES", ()) if single is None else (single,))
        rules.extend(declared_in(module, Rule))
    return Pack(
        key=MODEL_LAW.key,
        statute=MODEL_LAW,
        articles=tuple(sorted(articles, key=lambda a: a.number)),
        facts=tuple(f for home, facts in by_home.items() if home not in ABOUT_VIOLATIONS for f in facts),
        violation_facts=tuple(f for home in ABOUT_VIOLATIONS for f in by_home.get(home, ())),
        events=events,
        readings=readings,
        rules=tuple(sorted(rules, key=lambda r: (r.cite.statute is not MODEL_LAW, r.cite.article))),
    )
