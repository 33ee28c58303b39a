"""What a conclusion relies on directly: the fewest of its own parts that already force its value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from qingdan.law.grammar.conditions import (
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
from qingdan.law.grammar.parts import parts_of
from qingdan.law.grammar.rules import Finding
from qingdan.law.in_force import InForce

Codes = tuple[int, ...]
_ASKED = (YesNo, Among, AtLeast, OnNegativeList)  # what asks a fact, and has no parts


def own_parts(condition: Condition) -> Iterator[Condition]:
    """Yield the findings and facts ``condition`` itself names, in order of mention."""
    todo = list(parts_of(condition)) or [condition]
    while todo:
        part = todo.pop(0)
        if isinstance(part, (Finding, *_ASKED)):
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
    if isinstance(c, _ASKED) or (isinstance(c, Finding) and not top):
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
