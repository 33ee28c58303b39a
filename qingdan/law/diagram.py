"""Decision diagrams: the exact meaning of a formula, one node a distinct state of affairs.

A diagram asks facts in a fixed order; each node has one child per cell of its fact. Equal
states are one node, so two conditions mean the same exactly where their diagrams are the same
object. From a diagram one can read what no part-by-part evaluation can: whether an unanswered
question can still matter, which answers decided, and the smallest change that would turn the
result.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from qingdan.law.formula import FALSE, TRUE, Formula

Codes: TypeAlias = Sequence[int]
_END = 1 << 30
_UNREACHABLE = 1 << 40
_CHANGE = 1000
_AS_IS = -1


@dataclass(frozen=True, eq=False, slots=True)
class Node:
    """A state of affairs: the fact to look at next and what follows from each of its cells."""

    var: int
    children: tuple[Node, ...] = ()


YES = Node(_END)
NO = Node(_END)


class Diagrams:
    """A store of diagrams over facts with ``sizes`` cells each. Nodes of two stores do not mix."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self.sizes = tuple(sizes)
        self._nodes: dict[tuple[int, tuple[Node, ...]], Node] = {}
        self._joined: dict[tuple[bool, Node, Node], Node] = {}
        self._opposite: dict[Node, Node] = {YES: NO, NO: YES}
        self._built: dict[Formula, Node] = {TRUE: YES, FALSE: NO}
        self._support: dict[Node, frozenset[int]] = {YES: frozenset(), NO: frozenset()}
        self._answered: dict[tuple[Node, int], tuple[Node, ...]] = {}

    def node(self, var: int, children: tuple[Node, ...]) -> Node:
        """Return the node that asks ``var``, or its only child where all children agree."""
        first = children[0]
        if all(child is first for child in children):
            return first
        key = (var, children)
        return self._nodes.get(key) or self._nodes.setdefault(key, Node(var, children))

    def build(self, formula: Formula) -> Node:
        """Return the diagram of ``formula``."""
        done = self._built.get(formula)
        if done is None:
            if formula.op == "literal":
                size = self.sizes[formula.var]
                children = tuple(YES if formula.cells >> i & 1 else NO for i in range(size))
                done = self.node(formula.var, children)
            else:
                done = self.join_all(formula.op == "and", [self.build(p) for p in formula.parts])
            self._built[formula] = done
        return done

    def join_all(self, conjunction: bool, nodes: Iterable[Node]) -> Node:  # noqa: FBT001
        """Return the conjunction (or disjunction) of ``nodes``."""
        result = YES if conjunction else NO
        for node in sorted(nodes, key=lambda n: -n.var):
            result = self.join(conjunction, node, result)
        return result

    def join(self, conjunction: bool, one: Node, other: Node) -> Node:  # noqa: FBT001
        """Return ``one and other`` (or ``one or other``)."""
        neutral, absorbing = (YES, NO) if conjunction else (NO, YES)
        if one is absorbing or other is absorbing:
            return absorbing
        if one is neutral or one is other:
            return other
        if other is neutral:
            return one
        key = (conjunction, one, other) if id(one) <= id(other) else (conjunction, other, one)
        done = self._joined.get(key)
        if done is None:
            var = min(one.var, other.var)
            ones = one.children if one.var == var else (one,) * self.sizes[var]
            others = other.children if other.var == var else (other,) * self.sizes[var]
            done = self.node(
                var, tuple(self.join(conjunction, a, b) for a, b in zip(ones, others, strict=True))
            )
            self._joined[key] = done
        return done

    def opposite(self, node: Node) -> Node:
        """Return the diagram that is true where ``node`` is false."""
        done = self._opposite.get(node)
        if done is None:
            done = self.node(node.var, tuple(self.opposite(c) for c in node.children))
            self._opposite[node] = done
            self._opposite[done] = node
        return done

    def value(self, node: Node, codes: Codes) -> bool | None:
        """Return the exact value under ``codes``: None only where both outcomes are still open."""
        while node.var != _END:
            code = codes[node.var]
            if not code:
                break
            node = node.children[code - 1]
        if node.var == _END:
            return node is YES
        return self._open_value(node, codes, {})

    def _open_value(self, node: Node, codes: Codes, memo: dict[Node, bool | None]) -> bool | None:
        if node.var == _END:
            return node is YES
        if node in memo:
            return memo[node]
        code = codes[node.var]
        if code:
            result = self._open_value(node.children[code - 1], codes, memo)
        else:
            result = self._open_value(node.children[0], codes, memo)
            if result is not None and any(
                self._open_value(c, codes, memo) is not result for c in node.children[1:]
            ):
                result = None
        memo[node] = result
        return result

    def restrict(self, node: Node, codes: Codes) -> Node:
        """Return what is left of ``node`` once the known answers are filled in."""
        return self._restrict(node, codes, {})

    def _restrict(self, node: Node, codes: Codes, memo: dict[Node, Node]) -> Node:
        if node.var == _END:
            return node
        done = memo.get(node)
        if done is None:
            code = codes[node.var]
            if code:
                done = self._restrict(node.children[code - 1], codes, memo)
            else:
                done = self.node(node.var, tuple(self._restrict(c, codes, memo) for c in node.children))
            memo[node] = done
        return done

    def support(self, node: Node) -> frozenset[int]:
        """Return the facts ``node`` truly depends on."""
        done = self._support.get(node)
        if done is None:
            done = frozenset((node.var,)).union(*(self.support(c) for c in node.children))
            self._support[node] = done
        return done

    def answered(self, node: Node, var: int) -> tuple[Node, ...]:
        """Return what is left of ``node`` after each possible answer to ``var``, cell by cell."""
        if node.var >= var:
            return node.children if node.var == var else (node,) * self.sizes[var]
        done = self._answered.get((node, var))
        if done is None:
            below = [self.answered(child, var) for child in node.children]
            done = tuple(self.node(node.var, after) for after in zip(*below, strict=True))
            self._answered[node, var] = done
        return done

    def whatever(self, node: Node, *variables: int, certainly: bool) -> Node:
        """Return where ``node`` holds for all answers to ``variables`` (``certainly``) or for some."""
        for var in variables:
            node = self.join_all(certainly, self.answered(node, var))
        return node

    def deciding(self, node: Node, codes: Codes) -> tuple[int, ...]:
        """Return a smallest-by-inclusion set of known facts that alone force the value.

        Later questions are dropped first, so what remains is what the law asks early. Empty where the value is open.
        """
        value = self.value(node, codes)
        if value is None:
            return ()
        kept = list(codes)
        for var in sorted((v for v in self.support(node) if codes[v]), reverse=True):
            code, kept[var] = kept[var], 0
            if self.value(node, kept) is None:
                kept[var] = code
        return tuple(v for v in sorted(self.support(node)) if kept[v])

    def nearest(
        self,
        node: Node,
        codes: Codes,
        *,
        wanted: bool,
        fixed: Iterable[int] = (),
        cost: Mapping[int, int] | None = None,
    ) -> dict[int, int] | None:
        """Return the fewest changed answers (variable -> cell) that make ``node`` come out ``wanted``.

        An unknown is left unknown where it need not be known; filling one in costs 1, changing
        an answer ``cost`` (1000 if not given). ``fixed`` facts stay as they are, known or not.
        None where it cannot be had.
        """
        memo: dict[Node, tuple[int, int, Node]] = {YES: (0, 0, YES), NO: (_UNREACHABLE, 0, NO)}
        held = frozenset(fixed)
        weights = cost or {}

        def best(at: Node) -> tuple[int, int, Node]:
            done = memo.get(at)
            if done is None:
                known = codes[at.var] - 1
                free = at.var not in held
                step = 1 if known < 0 else weights.get(at.var, _CHANGE)
                options = [(c, step, child) for c, child in enumerate(at.children) if free]
                if known >= 0:
                    options.append((_AS_IS, 0, at.children[known]))
                else:
                    options.append((_AS_IS, 0, self.join_all(True, at.children)))  # noqa: FBT003
                done = memo[at] = min(
                    ((best(child)[0] + step, cell, child) for cell, step, child in options),
                    key=lambda o: o[:2],
                )
            return done

        at = node if wanted else self.opposite(node)
        if best(at)[0] >= _UNREACHABLE:
            return None
        changes: dict[int, int] = {}
        while at.var != _END:
            _, cell, child = best(at)
            if cell != _AS_IS:
                changes[at.var] = cell
            at = child
        return changes

    def size(self, node: Node) -> int:
        """Return how many questions the diagram holds."""
        seen: set[Node] = set()
        todo = [node]
        while todo:
            at = todo.pop()
            if at.var != _END and at not in seen:
                seen.add(at)
                todo.extend(at.children)
        return len(seen)
