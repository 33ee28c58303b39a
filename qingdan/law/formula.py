"""Formulas: conditions brought down to facts, with readings taken and the list edition filled in.

A formula is in negation normal form over *cells*. A cell is one distinguishable answer to a
fact: no / yes, an option, or an interval between the thresholds that occur in the law. Sets of
cells are bit masks. Formulas are interned, so equal ones are the same object.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from qingdan.law.cells import Cells, cells_of
from qingdan.law.grammar.conditions import (
    All,
    Among,
    AnyOf,
    AtLeast,
    Condition,
    Constant,
    Fact,
    Not,
    OnNegativeList,
    Taking,
    YesNo,
)
from qingdan.law.grammar.named import named
from qingdan.law.grammar.parts import parts_of, within
from qingdan.law.grammar.readings import Chosen, Reading
from qingdan.law.grammar.refusal import UnknownFact
from qingdan.law.grammar.rules import Finding
from qingdan.law.grammar.text import Text

Op = Literal["constant", "literal", "and", "or"]


@dataclass(frozen=True, eq=False, slots=True)
class Formula:
    """One node. ``var`` and ``cells`` belong to literals, ``parts`` to ``and`` / ``or``."""

    op: Op
    value: bool = False
    var: int = -1
    cells: int = 0
    parts: tuple[Formula, ...] = ()


TRUE = Formula("constant", value=True)
FALSE = Formula("constant", value=False)


class Resolver:
    """Brings conditions down to formulas, under chosen readings and a list edition.

    ``conditions`` must hold everything that will be resolved, so that thresholds are known.
    ``facts`` fixes the order of variables (the order in which the law asks); facts not listed
    follow in order of occurrence. ``listed`` is what it takes to be on the Negative List.
    ``denied`` findings count as false: benefits that have not been shown.
    ``undecided`` are the variables nobody can answer, since a figure has yet to be decided.
    """

    def __init__(
        self,
        conditions: Iterable[Condition],
        *,
        facts: Sequence[Fact] = (),
        readings: Mapping[str, Chosen] | None = None,
        listed: Condition | None = None,
        denied: Collection[Finding] = (),
    ) -> None:
        self._denied = frozenset(denied)
        self._readings = dict(readings or {})
        self._listed = listed
        self._interned: dict[object, Formula] = {}
        self._resolved: dict[tuple[Condition, bool], Formula] = {}
        self._waiting: dict[str, YesNo] = {}
        order: dict[Fact, None] = dict.fromkeys(facts)
        bounds: dict[Fact, set[int]] = {}
        for condition in within(*conditions, listed=listed):
            self._survey(condition, order, bounds)
        self.facts: tuple[Fact, ...] = tuple(order)
        self.cells: tuple[Cells, ...] = tuple(cells_of(f, bounds.get(f, set())) for f in self.facts)
        self.var: dict[Fact, int] = {fact: i for i, fact in enumerate(self.facts)}
        self.undecided = frozenset(self.var[fact] for fact in self._waiting.values())
        self.by_key: dict[str, int] = {f.key: i for f, i in self.var.items() if i not in self.undecided}

    def taken(self, reading: Reading) -> Chosen:
        """Return the choice taken for ``reading``: the one given, else its default."""
        return self._readings.get(reading.name, reading.default)

    def _survey(self, c: Condition, order: dict[Fact, None], bounds: dict[Fact, set[int]]) -> None:
        if isinstance(c, YesNo):
            order.setdefault(c)
        elif isinstance(c, Among):
            order.setdefault(c.fact)
        elif isinstance(c, AtLeast):
            order.setdefault(c.fact)
            bound = self._bound(c)
            if bound is None:
                waiting = still_undecided(c)
                order.setdefault(self._waiting.setdefault(waiting.key, waiting))
            elif c.fact.low < bound <= c.fact.high:
                bounds.setdefault(c.fact, set()).add(bound)

    def _bound(self, c: AtLeast) -> int | None:
        bound = self.taken(c.bound) if isinstance(c.bound, Reading) else c.bound
        return None if bound is None else int(bound) + c.plus

    def resolve(self, condition: Condition, *, negated: bool = False) -> Formula:
        """Return the formula of ``condition``, or of its opposite."""
        memo = (condition, negated)
        if memo not in self._resolved:
            self._resolved[memo] = self._resolve(condition, negated)
        return self._resolved[memo]

    def _resolve(self, c: Condition, negated: bool) -> Formula:  # noqa: C901, FBT001, PLR0911 - one case a kind
        if isinstance(c, Constant):
            return TRUE if c.value != negated else FALSE
        if isinstance(c, YesNo):
            return self.literal(self._known(c), 1 if negated else 2)
        if isinstance(c, Among):
            return self._set(
                c.fact, sum(1 << i for i, o in enumerate(c.fact.options) if o in c.options), negated
            )
        if isinstance(c, AtLeast):
            return self._at_least(c, negated)
        if isinstance(c, Taking):
            return TRUE if (self.taken(c.reading) in c.choices) != negated else FALSE
        if isinstance(c, Not):
            return self.resolve(c.part, negated=not negated)
        if isinstance(c, OnNegativeList):
            if self._listed is None:
                raise UnknownFact(
                    Text(
                        "no edition of the Negative List is in force on that day; name one",
                        "该日无有效的负面清单版本，请指定版本",
                    )
                )
            return self.resolve(self._listed, negated=negated)
        if isinstance(c, Finding):
            if c in self._denied:
                return TRUE if negated else FALSE
            parts = [self.resolve(c.when, negated=negated)]
            if c.unless is not None:
                parts.append(self.resolve(c.unless, negated=not negated))
            return self.join("or" if negated else "and", parts)
        if not isinstance(c, (All, AnyOf)):
            raise TypeError(f"{c!r} is no condition: a choice or a number needs .is_(…) or a comparison")
        op: Literal["and", "or"] = "and" if isinstance(c, All) != negated else "or"
        return self.join(op, [self.resolve(p, negated=negated) for p in parts_of(c)])

    def _at_least(self, c: AtLeast, negated: bool) -> Formula:  # noqa: FBT001
        bound = self._bound(c)
        if bound is None:
            waiting = self._waiting.get(still_undecided(c).key)
            if waiting is None:
                raise ValueError(
                    f"{c.fact} is compared with a figure that was not among the conditions surveyed"
                )
            return self.resolve(waiting, negated=negated)
        cells = self.cells[self._known(c.fact)]
        if bound <= c.fact.low:
            return FALSE if negated else TRUE
        if bound > c.fact.high:
            return TRUE if negated else FALSE
        if bound not in cells.bounds:
            raise ValueError(
                f"{c.fact} is compared with {bound}, which was not among the conditions surveyed"
            )
        first = cells.bounds.index(bound) + 1
        return self._set(c.fact, ((1 << cells.size) - 1) ^ ((1 << first) - 1), negated)

    def _known(self, fact: Fact) -> int:
        try:
            return self.var[fact]
        except KeyError:
            raise UnknownFact(
                Text(f"{fact.key or fact.asks.en} is no question of this law", f"本法不问：{fact.asks.zh}")
            ) from None

    def _set(self, fact: Fact, mask: int, negated: bool) -> Formula:  # noqa: FBT001
        var = self._known(fact)
        full = (1 << self.cells[var].size) - 1
        return self.literal(var, full ^ mask if negated else mask)

    def literal(self, var: int, mask: int) -> Formula:
        """Return the formula "the answer to ``var`` lies in ``mask``"."""
        if mask == 0:
            return FALSE
        if mask == (1 << self.cells[var].size) - 1:
            return TRUE
        return self._intern((var, mask), Formula("literal", var=var, cells=mask))

    def join(self, op: Literal["and", "or"], parts: Iterable[Formula]) -> Formula:
        """Return the conjunction or disjunction of ``parts``: flat, no repeats, one literal a fact."""
        neutral, absorbing = (TRUE, FALSE) if op == "and" else (FALSE, TRUE)
        flat: dict[object, Formula] = {}
        for part in parts:
            for one in part.parts if part.op == op else (part,):
                key: object = one.var if one.op == "literal" else one
                if one.op == "literal" and key in flat:
                    cells = flat[key].cells
                    flat[key] = self.literal(one.var, cells & one.cells if op == "and" else cells | one.cells)
                elif one is not neutral:
                    flat[key] = one
                if flat.get(key) is absorbing:
                    return absorbing
        if len(flat) <= 1:
            return next(iter(flat.values()), neutral)
        kept = tuple(flat.values())
        return self._intern((op, kept), Formula(op, parts=kept))

    def _intern(self, key: object, formula: Formula) -> Formula:
        return self._interned.setdefault(key, formula)

    def encode(self, answers: Mapping[str, object]) -> list[int]:
        """Return answers as numbers by variable: 0 not known, else 1 + cell.

        Raises UnknownFact or WrongAnswer, each naming the fact and what would be right.
        """
        codes = [0] * len(self.facts)
        for key, answer in answers.items():
            if key not in self.by_key:
                raise UnknownFact(Text(f"{key} is no question of this law", f"{key}不是本法所问的事项"))
            if answer is not None:
                var = self.by_key[key]
                codes[var] = 1 + self.cells[var].of(answer)
        return codes


def still_undecided(c: AtLeast) -> YesNo:
    """Return the question whether a figure that nobody has decided yet is reached: it has no answer so far."""
    reading = c.bound
    if not isinstance(reading, Reading):
        raise TypeError(f"{c.fact} is compared with {reading}, which is decided")
    more = f" + {c.plus}" if c.plus else ""
    question = YesNo(
        asks=Text("To be decided: {it}", "尚待决定：{it}").filled(it=reading.asks),
        cite=reading.cite,
        yes=Text(
            f"the figure still to be decided ({reading.name}) is reached",
            f"达到尚待决定的数值（{reading.name}）",
        ),
        no=Text(
            f"the figure still to be decided ({reading.name}) is not reached",
            f"未达到尚待决定的数值（{reading.name}）",
        ),
    )
    return named(question, f"{c.fact.key} >= {reading.name}{more}")


def literals(formula: Formula) -> Iterator[Formula]:
    """Yield every distinct literal of ``formula`` once."""
    todo, seen = [formula], set[Formula]()
    while todo:
        node = todo.pop()
        if node not in seen:
            seen.add(node)
            if node.op == "literal":
                yield node
            todo.extend(node.parts)


def torn_facts(formula: Formula, sizes: Sequence[int]) -> set[int]:
    """Return the facts that speak both for and against ``formula``.

    Any other fact has a cell that makes all its literals true and one that makes all of them
    false, so that an unknown can be completed either way at will.
    """
    inside: dict[int, int] = {}
    outside: dict[int, int] = {}
    for literal in literals(formula):
        inside[literal.var] = inside.get(literal.var, -1) & literal.cells
        outside[literal.var] = outside.get(literal.var, 0) | literal.cells
    full = {v: (1 << sizes[v]) - 1 for v in inside}
    return {v for v, cells in inside.items() if not cells & full[v] or outside[v] == full[v]}


def settled_by_parts(formula: Formula, sizes: Sequence[int]) -> bool:
    """Tell whether three-valued evaluation part by part is exact for ``formula``: no fact is torn (``x or not x``)."""
    return not torn_facts(formula, sizes)
