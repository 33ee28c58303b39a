"""What a conclusion relies on directly: the fewest of its own parts that already force its value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from qingdan.law.grammar.conditions import (
    All,
    Among,
    AnyOf,
    AtLeast,
    Condition,
    Constant,
    Not,
    OnNegativeList,
    Taking,
    YesNo,
)
from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.rules import Finding
from qingdan.law.in_force import InForce

Codes = tuple[int, ...]
_ATOMS = (Finding, YesNo, Among, AtLeast, OnNegativeList)


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """Return what a condition is directly made of."""
    if isinstance(condition, (All, AnyOf)):
        return condition.parts
    if isinstance(condition, Not):
        return (condition.part,)
    if isinstance(condition, Finding):
        return (condition.when,) if condition.unless is None else (condition.when, condition.unless)
    return ()


def own_parts(condition: Condition) -> Iterator[Condition]:
    """Yield the findings and facts ``condition`` itself names, in order of mention."""
    todo = list(parts_of(condition)) or [condition]
    while todo:
        part = todo.pop(0)
        if isinstance(part, _ATOMS):
            yield part
        elif part is not condition:
            todo = [*parts_of(part), *todo]


def relied_on(law: InForce, condition: Condition, codes: Codes) -> tuple[Condition, ...]:
    """Return the parts of ``condition`` that force its value, none of them superfluous.

    Later mentions are given up first. Where only the parts' common facts force the value (``x or
    not x``), no part can be given up, and all that are known are returned.
    """
    values = {part: law.diagrams.value(law.node(part), codes) for part in own_parts(condition)}
    known = {part: value for part, value in values.items() if value is not None}
    value = _kleene(condition, known, law)
    if value is None:
        return tuple(known)
    for part in reversed(tuple(known)):
        fewer = {p: v for p, v in known.items() if p is not part}
        if _kleene(condition, fewer, law) is not None:
            known = fewer
    return tuple(known)


def _kleene(c: Condition, known: Mapping[Condition, bool], law: InForce, *, top: bool = True) -> bool | None:
    if isinstance(c, _ATOMS) and not top:
        return known.get(c)
    if isinstance(c, Constant):
        return c.value
    if isinstance(c, Taking):
        return law.taken(c.reading) in c.choices
    values = [_kleene(part, known, law, top=False) for part in parts_of(c)]
    if isinstance(c, Not):
        return None if values[0] is None else not values[0]
    if isinstance(c, Finding) and c.unless is not None:
        values[1] = None if values[1] is None else not values[1]
    settles = isinstance(c, AnyOf)
    if any(v is settles for v in values):
        return settles
    return None if None in values else not settles


def readings_in(*conditions: Condition) -> set[Reading]:
    """Return the open points that conditions pass through, however deep."""
    found: set[Reading] = set()
    todo, seen = list(conditions), set[int]()
    while todo:
        condition = todo.pop()
        if id(condition) in seen:
            continue
        seen.add(id(condition))
        if isinstance(condition, Taking):
            found.add(condition.reading)
        if isinstance(condition, AtLeast) and isinstance(condition.bound, Reading):
            found.add(condition.bound)
        todo.extend(parts_of(condition))
    return found
