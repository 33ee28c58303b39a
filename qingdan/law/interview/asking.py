"""Which question comes next: the one that leaves the fewest further questions to expect.

Every answer counts as equally likely. Where few questions are left the expectation is exact;
where many are, it is that of asking the rest in the law's own order, an upper bound. Among
near-equals the law's order decides, so that a person finds it natural.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias
from weakref import WeakKeyDictionary

from qingdan.law.diagram import Diagrams, Node

State: TypeAlias = tuple[Node, ...]  # the unsettled looks, each once

EXACT_UP_TO = 6  # questions left; above, the exact expectation takes too long to find
ONE = 10**6  # one question: expectations are whole millionths
NEAR = 15  # per cent within which expectations are taken as equal: it costs no more questions (bench)
KEPT = 200_000  # states remembered for one law; beyond, all are worked out anew
WALKED = 400  # states; beyond that the span is not worked out but bounded


@dataclass
class _Found:
    """What was worked out for one store of diagrams, kept as long as the store."""

    def bounded(self) -> None:
        """Forget everything once it is too much for a process that runs for months."""
        if len(self.best) + len(self.in_order) + len(self.span) > KEPT:
            for memo in (self.best, self.in_order, self.span):
                memo.clear()

    best: dict[State, tuple[int, int]] = field(default_factory=dict)
    in_order: dict[State, int] = field(default_factory=dict)
    span: dict[State, tuple[int, int]] = field(default_factory=dict)


_FOUND: WeakKeyDictionary[Diagrams, _Found] = WeakKeyDictionary()


def unsettled(nodes: Iterable[Node]) -> State:
    """Return what of ``nodes`` is still open, each once."""
    return tuple(dict.fromkeys(node for node in nodes if node.children))


class _TooMany(Exception):
    """More states than are worth walking."""


class Asking:
    """Chooses questions over one store of diagrams; what it works out it remembers."""

    def __init__(self, diagrams: Diagrams) -> None:
        self._diagrams = diagrams
        self._found = _FOUND.setdefault(diagrams, _Found())
        self._found.bounded()

    def next(self, state: State) -> int:
        """Return the question to ask. ``state`` must hold something unsettled."""
        return self._best(state)[1]

    def expected(self, state: State) -> int:
        """Return how many questions are to be expected, in millionths of a question."""
        return self._best(state)[0] if state else 0

    def span(self, state: State) -> tuple[int, int]:
        """Return the fewest and the most questions that may follow if each is answered."""
        try:
            return self._span(state, [WALKED])
        except _TooMany:
            return (1, len(self._support(state)))

    def _after(self, state: State, var: int) -> list[State]:
        answered = self._diagrams.answered
        if len(state) == 1:
            return [(node,) if node.children else () for node in answered(state[0], var)]
        return [unsettled(nodes) for nodes in zip(*(answered(node, var) for node in state), strict=True)]

    def _support(self, state: State) -> frozenset[int]:
        first, *others = map(self._diagrams.support, state)
        return first.union(*others) if others else first

    def _best(self, state: State) -> tuple[int, int]:
        done = self._found.best.get(state)
        if done is None:
            support = sorted(self._support(state))
            value = self.expected if len(support) <= EXACT_UP_TO else self._in_order
            costs = [_one_more([value(after) for after in self._after(state, var)]) for var in support]
            least = min(costs)
            var = next(
                var for cost, var in zip(costs, support, strict=True) if cost * 100 <= least * (100 + NEAR)
            )
            done = self._found.best[state] = (least, var)
        return done

    def _in_order(self, state: State) -> int:
        """Return how many questions are to be expected if the law's own order is followed."""
        if not state:
            return 0
        done = self._found.in_order.get(state)
        if done is None:
            var = min(node.var for node in state)
            done = _one_more([self._in_order(after) for after in self._after(state, var)])
            self._found.in_order[state] = done
        return done

    def _span(self, state: State, budget: list[int]) -> tuple[int, int]:
        if not state:
            return (0, 0)
        done = self._found.span.get(state)
        if done is None:
            budget[0] -= 1
            if budget[0] < 0:
                raise _TooMany
            spans = [self._span(after, budget) for after in self._after(state, self.next(state))]
            done = (1 + min(low for low, _ in spans), 1 + max(high for _, high in spans))
            self._found.span[state] = done
        return done


def _one_more(expected: Sequence[int]) -> int:
    """Return what is to be expected of a question after whose answers so much is."""
    return ONE + sum(expected) // len(expected)
