"""What to compute in which order: formulas met more than once become steps, computed once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qingdan.law.formula import Formula, Resolver
from qingdan.law.grammar.conditions import YesNo

YES_CELL = 0b10  # of the cells no and yes, the second alone


@dataclass(frozen=True)
class Plan:
    """``stages`` hold what is computed before ``results``; a stage builds on earlier ones only.

    ``named`` gives each formula of a stage the name of its column; ``parts`` says what a formula
    is joined from, which may be another formula that covers several of its parts.
    """

    stages: tuple[tuple[Formula, ...], ...]
    named: Mapping[Formula, str]
    parts: Mapping[Formula, tuple[Formula, ...]]
    results: Mapping[str, Formula]


def plan(results: Mapping[str, Formula], resolver: Resolver, *, prefix: str = "_") -> Plan:
    """Return the plan for ``results``; columns of steps are called ``prefix`` and a number."""
    parts = _covered(_all(results.values()))
    uses = Counter(results.values())
    ordered = _ordered(results.values(), parts)
    uses.update(part for f in ordered for part in parts.get(f, ()))
    shared = [f for f in ordered if uses[f] > 1 and not _is_a_column(f, resolver)]
    named = {f: f"{prefix}{i}" for i, f in enumerate(shared)}
    depth: dict[Formula, int] = {}
    for f in shared:
        depth[f] = 1 + max((depth[p] for p in _steps_below(f, named, parts)), default=-1)
    stages: list[list[Formula]] = [[] for _ in range(1 + max(depth.values(), default=-1))]
    for f, level in depth.items():
        stages[level].append(f)
    return Plan(tuple(tuple(s) for s in stages), named, parts, dict(results))


def _is_a_column(f: Formula, resolver: Resolver) -> bool:
    """A constant or the plain answer to a yes/no question needs no step of its own."""
    return f.op == "constant" or (
        f.op == "literal" and f.cells == YES_CELL and isinstance(resolver.facts[f.var], YesNo)
    )


def _all(roots: Iterable[Formula]) -> list[Formula]:
    """Return every formula once, in an order that is the same each time."""
    todo, seen = list(roots), dict[Formula, None]()
    while todo:
        f = todo.pop()
        if f not in seen:
            seen[f] = None
            todo.extend(f.parts)
    return list(seen)


def _covered(formulas: Iterable[Formula]) -> dict[Formula, tuple[Formula, ...]]:
    """Return each join as few parts: formulas were flattened, so ``a & b & c`` may hold ``a & b``."""
    joins = [f for f in formulas if f.parts]
    holding: dict[tuple[str, Formula], list[Formula]] = {}
    for f in sorted(joins, key=lambda f: -len(f.parts)):
        holding.setdefault((f.op, f.parts[0]), []).append(f)
    found: dict[Formula, tuple[Formula, ...]] = {}
    for f in joins:
        left = dict.fromkeys(f.parts)
        within: list[Formula] = []
        smaller = (g for p in f.parts for g in holding.get((f.op, p), ()) if len(g.parts) < len(f.parts))
        for g in sorted(smaller, key=lambda g: -len(g.parts)):
            if left.keys() >= set(g.parts):
                within.append(g)
                for p in g.parts:
                    del left[p]
        found[f] = (*within, *left)
    return found


def _ordered(roots: Iterable[Formula], parts: Mapping[Formula, tuple[Formula, ...]]) -> list[Formula]:
    """Return every formula once, parts before wholes."""
    done: dict[Formula, None] = {}

    def visit(f: Formula) -> None:
        if f not in done:
            for part in parts.get(f, ()):
                visit(part)
            done[f] = None

    for root in roots:
        visit(root)
    return list(done)


def _steps_below(
    f: Formula, named: Mapping[Formula, str], parts: Mapping[Formula, tuple[Formula, ...]]
) -> set[Formula]:
    found: set[Formula] = set()
    todo = list(parts.get(f, ()))
    while todo:
        part = todo.pop()
        if part in named:
            found.add(part)
        else:
            todo.extend(parts.get(part, ()))
    return found


def intervals(cells: int, bounds: tuple[int, ...]) -> list[tuple[int | None, int | None]]:
    """Return the half-open intervals ``[from, to)`` that ``cells`` cover; None is without end."""
    found: list[tuple[int | None, int | None]] = []
    size = len(bounds) + 1
    cell = 0
    while cell < size:
        if cells >> cell & 1:
            first = cell
            while cell + 1 < size and cells >> cell + 1 & 1:
                cell += 1
            found.append((bounds[first - 1] if first else None, bounds[cell] if cell + 1 < size else None))
        cell += 1
    return found
