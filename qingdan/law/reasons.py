"""Why a conclusion holds: the few facts that decided it, the articles, and what would turn it.

A reason is never a dump: a smallest set of answers that forces the conclusion, the steps from
them to it with their articles, the smallest change that would reverse it, and the reading taken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from qingdan.law.grammar.conditions import (
    All,
    AnyOf,
    AtLeast,
    Choice,
    Condition,
    Fact,
    Not,
    Number,
    OnNegativeList,
    Taking,
    YesNo,
)
from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.rules import Finding
from qingdan.law.grammar.text import Cite, Lang, Text
from qingdan.law.in_force import InForce


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact with its answer, as a sentence. ``answer`` None: not answered."""

    fact: Fact
    answer: Any

    @property
    def says(self) -> Text:
        """The answer in words."""
        fact, answer = self.fact, self.answer
        if answer is None:
            return Text(f"not answered: {fact.asks.en}", f"尚未回答：{fact.asks.zh}")
        if isinstance(fact, YesNo):
            return fact.yes if answer else fact.no
        if isinstance(fact, Choice):
            option = fact.options[answer]
            return Text(f"{_topic(fact.asks.en)}: {option.en}", f"{_topic(fact.asks.zh)}：{option.zh}")
        unit = fact.unit if isinstance(fact, Number) else Text(" ", " ")
        amount = f"{answer:,}"
        if isinstance(fact, Number) and fact.money:
            amount, unit = f"{answer // 100:,}", Text("yuan", "元")
        return Text(
            f"{_topic(fact.asks.en)}: {amount} {unit.en}", f"{_topic(fact.asks.zh)}：{amount}{unit.zh}"
        )


@dataclass(frozen=True)
class Conclusion:
    """What a finding comes to under an answer sheet, able to say why."""

    finding: Finding
    value: bool | None
    law: InForce
    codes: tuple[int, ...]
    answers: Mapping[str, Any]

    @property
    def says(self) -> Text:
        """The conclusion in words."""
        if self.value is None:
            said = self.finding.says
            return Text(f"Not yet known: {said.en[0].lower()}{said.en[1:]}", f"尚不能判断：{said.zh}")
        return self.finding.says if self.value else self.finding.denies

    @cached_property
    def facts(self) -> tuple[Stated, ...]:
        """A smallest set of answers that forces the conclusion (empty while it is open)."""
        node = self.law.node(self.finding)
        return self._stated(self.law.diagrams.deciding(node, self.codes))

    @cached_property
    def waits_for(self) -> tuple[Fact, ...]:
        """The unanswered questions that can still change the value."""
        diagrams = self.law.diagrams
        left = diagrams.support(diagrams.restrict(self.law.node(self.finding), self.codes))
        return tuple(self.law.resolver.facts[v] for v in sorted(left))

    @cached_property
    def contrast(self) -> tuple[Stated, ...] | None:
        """The fewest changed answers that would turn the conclusion; None if nothing can."""
        if self.value is None:
            return None
        node = self.law.node(self.finding)
        changes = self.law.diagrams.nearest(node, self.codes, wanted=not self.value)
        if changes is None:
            return None
        cells = self.law.resolver.cells
        return tuple(Stated(cells[v].fact, cells[v].representative(c)) for v, c in sorted(changes.items()))

    @cached_property
    def steps(self) -> tuple[Conclusion, ...]:
        """The conclusions this one was drawn from directly, with their own values."""
        inner = direct_findings(self.finding)
        return tuple(conclude(self.law, f, self.codes, self.answers) for f in inner)

    @cached_property
    def cites(self) -> tuple[Cite, ...]:
        """The articles relied on, this conclusion's first."""
        found = [self.finding.cite, *(s.finding.cite for s in self.steps)]
        return tuple(dict.fromkeys(found))

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The open points of the text that this conclusion passes through."""
        found: dict[Reading, None] = {}
        todo: list[Condition] = [self.finding]
        seen: set[int] = set()
        while todo:
            condition = todo.pop()
            if id(condition) in seen:
                continue
            seen.add(id(condition))
            if isinstance(condition, Taking):
                found[condition.reading] = None
            if isinstance(condition, AtLeast) and isinstance(condition.bound, Reading):
                found[condition.bound] = None
            todo.extend(parts_of(condition))
        return tuple(sorted(found, key=lambda r: r.name))

    @cached_property
    def entries(self) -> tuple[Text, ...]:
        """The entries of the Negative List that decided, where the list did."""
        edition = self.law.edition
        if edition is None or not mentions_list(self.finding.when):
            return ()
        value = self.law.diagrams.value
        return tuple(e.says for e in edition.entries if value(self.law.node(e.criteria), self.codes))

    def lines(self, lang: Lang) -> list[str]:
        """Return at most five lines: the conclusion, its steps with their facts, and the contrast."""
        head = f"{self.says.of(lang)} [{self.finding.cite.of(lang)}]"
        if self.value is None:
            return [head, _waiting(self.waits_for, lang)]
        relied = [s for s in self.steps if s.value is not None and s.facts and s.finding is not self.finding]
        decisive = set(self.facts)
        relied = [s for s in relied if decisive & set(s.facts)]
        if relied:
            steps = [_step(s, self.finding.cite, lang) for s in relied[:3]]
        else:
            steps = [_say(lang, "because ", "理由：") + _list(self.facts, lang)] if self.facts else []
        if self.contrast:
            other = self.finding.denies if self.value else self.finding.says
            were = _list(self.contrast, lang)
            steps.append(_say(lang, f"otherwise, if {were}: {other.en}", f"反之，如{were}，则{other.zh}"))
        return [head, *steps]

    def _stated(self, variables: Sequence[int]) -> tuple[Stated, ...]:
        facts = self.law.resolver.facts
        return tuple(Stated(facts[v], self.answers.get(facts[v].key)) for v in variables)


def conclude(
    law: InForce, finding: Finding, codes: Sequence[int], answers: Mapping[str, Any]
) -> Conclusion:
    """Return what ``finding`` comes to. ``codes`` are the answers encoded by ``law.resolver``."""
    value = law.diagrams.value(law.node(finding), codes)
    return Conclusion(finding, value, law, tuple(codes), answers)


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """Return what a condition is directly made of."""
    if isinstance(condition, (All, AnyOf)):
        return condition.parts
    if isinstance(condition, Not):
        return (condition.part,)
    if isinstance(condition, Finding):
        return (condition.when,) if condition.unless is None else (condition.when, condition.unless)
    return ()


def direct_findings(finding: Finding) -> tuple[Finding, ...]:
    """Return the findings ``finding`` is directly drawn from, in order of mention."""
    found: dict[Finding, None] = {}
    todo = list(parts_of(finding))
    while todo:
        part = todo.pop(0)
        if isinstance(part, Finding):
            found[part] = None
        else:
            todo = [*parts_of(part), *todo]
    return tuple(found)


def mentions_list(condition: Condition) -> bool:
    """Tell whether a condition turns on the Negative List."""
    return isinstance(condition, OnNegativeList) or any(mentions_list(p) for p in parts_of(condition))


def _topic(question: str) -> str:
    """Return a question without its mark, to stand before its answer."""
    return question.rstrip("?？ ")


def _step(step: Conclusion, home: Cite, lang: Lang) -> str:
    """Return one step: what it comes to, where that stands, and what decided it."""
    said = f"{step.says.of(lang)} ({_place(step.finding.cite, home, lang)})"
    edition = step.law.edition
    if edition is not None and mentions_list(step.finding.when) and OnNegativeList in _kinds(step.finding):
        if step.entries:
            return f"{said}: {step.entries[0].of(lang)}"
        number = len(edition.entries)
        return said + _say(lang, f": none of the {number} entries of {edition.key} fits", f"：不属于{edition.key}所列{number}项")
    return f"{said}: {_list(step.facts, lang)}"


def _kinds(condition: Condition) -> set[type[Condition]]:
    """Return the kinds of condition a finding states itself, its inner findings left out."""
    found: set[type[Condition]] = set()
    todo = list(parts_of(condition))
    while todo:
        part = todo.pop()
        found.add(type(part))
        if not isinstance(part, Finding):
            todo.extend(parts_of(part))
    return found


def _list(stated: Sequence[Stated], lang: Lang, most: int = 4) -> str:
    stop = "；" if lang == "zh" else "; "
    said = stop.join(s.says.of(lang) for s in stated[:most])
    more = len(stated) - most
    return said + (_say(lang, f" and {more} more", f"等{len(stated)}项") if more > 0 else "")


def _waiting(facts: Sequence[Fact], lang: Lang) -> str:
    stop = " " if lang == "en" else ""
    said = stop.join(f.asks.of(lang) for f in facts[:3])
    more = len(facts) - 3
    return _say(lang, "waits for: ", "有待回答：") + said + (
        _say(lang, f" (and {more} more)", f"（另有{more}项）") if more > 0 else ""
    )


def _say(lang: Lang, english: str, chinese: str) -> str:
    return chinese if lang == "zh" else english


def _place(cite: Cite, home: Cite, lang: Lang) -> str:
    """Return the article alone where the statute has just been named."""
    said = cite.of(lang)
    if cite.statute is not home.statute:
        return said
    short = cite.statute.short.of(lang)
    return said.replace(f"《{short}》", "").replace(f"{short} ", "")
