"""What a condition is made of: its direct parts, all it passes through, and the open points among them."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.law.grammar.conditions import All, AnyOf, AtLeast, Condition, Not, OnNegativeList, Taking
from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.rules import Finding


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """Return what a condition is directly made of; nothing for one that asks a fact."""
    if isinstance(condition, (All, AnyOf)):
        return condition.parts
    if isinstance(condition, Not):
        return (condition.part,)
    if isinstance(condition, Finding):
        return (condition.when,) if condition.unless is None else (condition.when, condition.unless)
    return ()


def within(*conditions: Condition, listed: Condition | None = None) -> Iterator[Condition]:
    """Yield the conditions and all they pass through, each once, in order of mention.

    ``listed`` is what it takes to be on the Negative List; without it the list is not looked into.
    """
    todo, seen = list(reversed(conditions)), set[Condition]()
    while todo:
        condition = todo.pop()
        if condition in seen:
            continue
        seen.add(condition)
        yield condition
        todo.extend(reversed(parts_of(condition)))
        if listed is not None and isinstance(condition, OnNegativeList):
            todo.append(listed)


def readings_in(*conditions: Condition, listed: Condition | None = None) -> set[Reading]:
    """Return the open points that conditions pass through, however deep."""
    found: set[Reading] = set()
    for condition in within(*conditions, listed=listed):
        if isinstance(condition, Taking):
            found.add(condition.reading)
        elif isinstance(condition, AtLeast) and isinstance(condition.bound, Reading):
            found.add(condition.bound)
    return found


def mentions_list(condition: Condition) -> bool:
    """Tell whether a condition turns on the Negative List."""
    return any(isinstance(c, OnNegativeList) for c in within(condition))
