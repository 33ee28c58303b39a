"""The agenda: the goals as diagrams, and what each answer leaves of them.

A goal without ``where`` is one condition looked at twice: where it certainly holds and where it
possibly holds, whatever the answers to questions nobody can answer. A goal with ``where`` is
looked at three times: certainly true, certainly false, certainly not arising. A question can
still change a goal exactly where one of these looks depends on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from itertools import chain
from typing import Protocol, TypeAlias

from qingdan.law.diagram import YES, Diagrams, Node
from qingdan.law.formula import Resolver
from qingdan.law.grammar.conditions import ALWAYS, Answer
from qingdan.law.grammar.refusal import UnknownFact
from qingdan.law.grammar.text import Text
from qingdan.law.interview.goals import Goal

Looks: TypeAlias = tuple[Node, ...]


class Law(Protocol):
    """What an interview needs of a law. ``InForce`` and ``RuleSet`` both have it."""

    @property
    def resolver(self) -> Resolver:
        """Conditions to formulas."""

    @property
    def diagrams(self) -> Diagrams:
        """The store of decision diagrams."""


class Standing(Enum):
    """How a goal stands: open, found true or false, beyond what can be known, or not arising."""

    OPEN = "open"
    TRUE = "true"
    FALSE = "false"
    UNKNOWABLE = "unknowable"
    NOT_ARISING = "not_arising"

    @property
    def found(self) -> bool | None:
        """True or false where that was found, else None."""
        return {"true": True, "false": False}.get(self.value)


class Agenda:
    """Goals over one law. Positions are places of a look in the tuple that an interview carries."""

    def __init__(self, law: Law, goals: Sequence[Goal]) -> None:
        self.resolver, self.diagrams = law.resolver, law.diagrams
        self.goals = tuple(goals)
        self.places: list[slice] = []
        looks: list[tuple[Node, bool]] = []
        for goal in self.goals:
            looks += self._looks_at(goal)
            self.places.append(slice(self.places[-1].stop if self.places else 0, len(looks)))
        self.certainly = tuple(certainly for _, certainly in looks)
        self.groups = tuple(self._groups())
        pass_over, nobody_decided = self.diagrams.whatever, self.resolver.undecided
        self.beginning: Looks = tuple(pass_over(n, *nobody_decided, certainly=c) for n, c in looks)
        self.touching: dict[int, list[int]] = {}
        for place, look in enumerate(self.beginning):
            for var in self.diagrams.support(look):
                self.touching.setdefault(var, []).append(place)

    def _looks_at(self, goal: Goal) -> Sequence[tuple[Node, bool]]:
        store, both = self.diagrams, True
        held = store.build(self.resolver.resolve(goal.condition))
        if goal.where is ALWAYS:
            return ((held, True), (held, False))
        where = store.build(self.resolver.resolve(goal.where))
        yes, no = (store.join_all(both, (where, node)) for node in (held, store.opposite(held)))
        return ((yes, True), (no, True), (store.opposite(where), True))

    def _groups(self) -> Iterable[slice]:
        first = 0
        for i, goal in enumerate(self.goals):
            following = self.goals[i + 1] if i + 1 < len(self.goals) else None
            if following is None or not goal.group or following.group != goal.group:
                yield slice(self.places[first].start, self.places[i].stop)
                first = i + 1

    def var(self, key: str) -> int:
        """Return the variable of a question. Raises UnknownFact if the law does not ask it."""
        try:
            return self.resolver.by_key[key]
        except KeyError:
            raise UnknownFact(Text(f"{key} is no question of this law", f"{key}不是本法所问的事项")) from None

    def left(self, answers: Mapping[str, Answer], never_known: Iterable[str]) -> Looks:
        """Return what is left after all of this. Raises UnknownFact or WrongAnswer."""
        looks = self.beginning
        for key, answer in answers.items():
            var = self.var(key)
            looks = self.answered(looks, var, self.resolver.cells[var].of(answer))
        for key in never_known:
            looks = self.never_known(looks, self.var(key))
        return looks

    def answered(self, looks: Looks, var: int, cell: int) -> Looks:
        """Return what is left once ``var`` is known to lie in ``cell``."""
        left = list(looks)
        for place in self.touching.get(var, ()):
            left[place] = self.diagrams.answered(left[place], var)[cell]
        return tuple(left)

    def never_known(self, looks: Looks, var: int) -> Looks:
        """Return what is left once it is clear that nobody can answer ``var``."""
        left = list(looks)
        for place in self.touching.get(var, ()):
            left[place] = self.diagrams.whatever(left[place], var, certainly=self.certainly[place])
        return tuple(left)

    def standing(self, index: int, looks: Looks) -> Standing:
        """Tell how the goal at ``index`` stands."""
        mine = looks[self.places[index]]
        if any(node.children for node in mine):
            return Standing.OPEN
        if len(mine) == 2:  # noqa: PLR2004 - certainly, possibly
            certainly, possibly = mine
            mine = (certainly, self.diagrams.opposite(possibly))
        ways = (Standing.TRUE, Standing.FALSE, Standing.NOT_ARISING)
        return next((way for way, node in zip(ways, mine, strict=False) if node is YES), Standing.UNKNOWABLE)

    def relevant(self, looks: Iterable[Node]) -> frozenset[int]:
        """Return the questions some answer to which can still make a difference to ``looks``."""
        return frozenset(chain.from_iterable(map(self.diagrams.support, looks)))
