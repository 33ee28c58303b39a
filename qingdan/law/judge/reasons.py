"""Why a conclusion holds: the few facts that decided it, the articles, and what would turn it.

A reason is never a dump: a smallest set of answers that forces the conclusion, the steps from
them to it with their articles, the smallest change that would reverse it, and the reading taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from qingdan.law.diagram import Node
from qingdan.law.grammar.conditions import Condition, Fact, OnNegativeList
from qingdan.law.grammar.parts import mentions_list, readings_in
from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.rules import Finding
from qingdan.law.grammar.text import Cite, Lang, Text
from qingdan.law.in_force import InForce
from qingdan.law.judge.relied_on import relied_on
from qingdan.law.negative_list.edition import Entry
from qingdan.law.stated import Stated, listed

STEPS = 3
_FIRM = 500  # one step of firmness, in the diagram's cost of a changed answer


@dataclass(frozen=True)
class Conclusion:
    """What a finding comes to under an answer sheet, able to say why."""

    finding: Finding
    value: bool | None
    law: InForce
    codes: tuple[int, ...]
    answers: Mapping[str, Any]

    @property
    def _node(self) -> Node:
        return self.law.node(self.finding)

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
        return self._stated(self.law.diagrams.deciding(self._node, self.codes))

    @cached_property
    def waits_for(self) -> tuple[Fact, ...]:
        """The unanswered questions that can still change the value."""
        diagrams = self.law.diagrams
        left = diagrams.support(diagrams.restrict(self._node, self.codes))
        return tuple(self.law.resolver.facts[v] for v in sorted(left))

    @cached_property
    def contrast(self) -> tuple[Stated, ...] | None:
        """The nearest change of answers that would turn the conclusion; None if nothing can.

        Nearest is what changes the fewest and least firm answers (``Fact.firm``): how the product
        is made before what it is, what it is before what another law says of it.
        """
        if self.value is None:
            return None
        node, cells, undecided = self._node, self.law.resolver.cells, self.law.resolver.undecided
        cost = {v: _FIRM * cells[v].fact.firm for v in self.law.diagrams.support(node)}
        changes = self.law.diagrams.nearest(
            node, self.codes, wanted=not self.value, fixed=undecided, cost=cost
        )
        if changes is None:
            return None
        return tuple(
            Stated(cells[v].fact, cells[v].representative(c), cells[v].span(c))
            for v, c in sorted(changes.items())
        )

    @cached_property
    def grounds(self) -> tuple[Condition, ...]:
        """The findings and facts it relies on directly, none superfluous (empty while it is open)."""
        return () if self.value is None else relied_on(self.law, self.finding, self.codes)

    @cached_property
    def steps(self) -> tuple[Conclusion, ...]:
        """The conclusions this one was drawn from directly, with their own values."""
        found = (f for f in self.grounds if isinstance(f, Finding))
        return tuple(conclude(self.law, f, self.codes, self.answers) for f in found)

    @cached_property
    def cites(self) -> tuple[Cite, ...]:
        """The articles relied on, this conclusion's first."""
        return tuple(dict.fromkeys([self.finding.cite, *(s.finding.cite for s in self.steps)]))

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The open points of the text that this conclusion passes through."""
        return tuple(sorted(readings_in(self.finding), key=lambda r: r.name))

    @cached_property
    def listing(self) -> tuple[Entry, ...]:
        """The entries of the Negative List that fit the product, where the conclusion turns on the list."""
        return self._entries(wanted=True)

    @cached_property
    def listing_open(self) -> tuple[Entry, ...]:
        """The entries that may still turn out to fit."""
        return self._entries(wanted=None)

    @property
    def entries(self) -> tuple[Text, ...]:
        """The entries that fit, in words."""
        return tuple(e.says for e in self.listing)

    def _entries(self, *, wanted: bool | None) -> tuple[Entry, ...]:
        edition = self.law.edition
        if edition is None or not mentions_list(self.finding):
            return ()
        value = self.law.diagrams.value
        return tuple(e for e in edition.entries if value(self.law.node(e.criteria), self.codes) is wanted)

    @cached_property
    def because(self) -> Text:
        """The facts that decided, in words; for the list, the entry that fits or that none does."""
        edition = self.law.edition
        if edition is not None and self.decided_by_list:
            if self.listing:
                entry = self.listing[0].says
                return Text(f'it fits the entry "{entry.en}"', f"属于“{entry.zh}”")
            number, key = len(edition.entries), edition.key
            return Text(f"none of the {number} entries of {key} fits", f"不属于{key}所列{number}项")
        if not self.facts:  # the answers have no part in it: without a list, nothing is listed
            return Text("no Negative List is in force on that day", "该日无有效的负面清单")
        return Text(listed(self.facts, "en"), listed(self.facts, "zh"))

    @cached_property
    def decided_by_list(self) -> bool:
        """Tell whether it rests on being on the Negative List or not, directly or through a step."""
        on_list = any(isinstance(g, OnNegativeList) for g in self.grounds)
        return on_list or any(s.decided_by_list for s in self.steps)

    def lines(self, lang: Lang) -> list[str]:
        """Return at most five lines: the conclusion, its steps with their facts, and the contrast."""
        head = f"{self.says.of(lang)} [{self.finding.cite.of(lang)}]"
        if self.value is None:
            return [head, _waiting(self.waits_for, lang)]
        said = [head, *self._steps_said(lang)]
        if self.contrast:
            other = self.finding.denies if self.value else self.finding.says
            were = listed(self.contrast, lang)
            said.append(_say(lang, f"otherwise, if {were}: {other.en}", f"反之，如{were}，则{other.zh}"))
        return said

    def _steps_said(self, lang: Lang) -> Iterator[str]:
        own = self._own_reason(lang)
        one_reason = len(self.steps) > 1 and len({s.because for s in self.steps}) == 1
        if not own and (not self.steps or one_reason):
            own = self.because.of(lang) if self.facts else ""
        if own:
            yield _say(lang, "because ", "理由：") + own
        if not (own and one_reason):
            for step in self.steps[: STEPS - 1 if own else STEPS]:
                yield _step(step, self.finding.cite, lang)

    def _own_reason(self, lang: Lang) -> str:
        """Return what the finding itself names among its grounds: an entry of the list, or facts."""
        grounds = [g for g in self.grounds if not isinstance(g, Finding)]
        if any(isinstance(g, OnNegativeList) for g in grounds):
            return self.because.of(lang)
        decided = {v for g in grounds for v in self.law.diagrams.deciding(self.law.node(g), self.codes)}
        return listed(self._stated(sorted(decided)), lang)

    def _stated(self, variables: Sequence[int]) -> tuple[Stated, ...]:
        facts = self.law.resolver.facts
        return tuple(Stated(facts[v], self.answers.get(facts[v].key)) for v in variables)


def conclude(law: InForce, finding: Finding, codes: Sequence[int], answers: Mapping[str, Any]) -> Conclusion:
    """Return what ``finding`` comes to. ``codes`` are the answers encoded by ``law.resolver``."""
    value = law.diagrams.value(law.node(finding), codes)
    return Conclusion(finding, value, law, tuple(codes), answers)


def _step(step: Conclusion, home: Cite, lang: Lang) -> str:
    """Return one step: what it comes to, where that stands, and what decided it."""
    said, place = step.says.of(lang), _place(step.finding.cite, home, lang)
    because = step.because.of(lang)
    return _say(lang, f"{said} ({place}): {because}", f"{said}（{place}）：{because}")


def _waiting(facts: Sequence[Fact], lang: Lang) -> str:
    stop = " " if lang == "en" else ""
    said = stop.join(f.asks.of(lang) for f in facts[:3])
    more = len(facts) - 3
    return (
        _say(lang, "waits for: ", "有待回答：")
        + said
        + (_say(lang, f" (and {more} more)", f"（另有{more}项）") if more > 0 else "")
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
