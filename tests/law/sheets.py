"""Answer sheets for tests: every partial one of a small law, random ones of a large law."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import TypeAlias

import polars as pl

from qingdan.law.cells import Cells
from qingdan.law.columns.types import INT64_MAX
from qingdan.law.formula import Resolver
from qingdan.law.grammar.conditions import Choice, Fact, Number, YesNo

Sheet: TypeAlias = dict[str, bool | str | int]


def every_sheet(resolver: Resolver) -> Iterator[Sheet]:
    """Yield one sheet for each way to leave facts open or to answer them with one of their cells."""
    answers = [(None, *(c.representative(i) for i in range(c.size))) for c in resolver.cells]
    for given in product(*answers):
        pairs = zip(resolver.facts, given, strict=True)
        yield {fact.key: answer for fact, answer in pairs if answer is not None}


def random_sheets(resolver: Resolver, n: int, seed: int) -> list[Sheet]:
    """Return ``n`` partial sheets. How much is answered varies from nothing to everything.

    Numbers are drawn at, just below and just above the thresholds, and at both ends of what a
    64-bit column holds.
    """
    draw = random.Random(seed)  # noqa: S311 - repeatable, not secret
    answers = [(c.fact.key, _answers(c)) for c in resolver.cells]
    sheets = []
    for _ in range(n):
        answered = draw.random()
        sheets.append({k: draw.choice(a) for k, a in answers if draw.random() < answered})
    return sheets


def _answers(cells: Cells) -> Sequence[bool | str | int]:
    fact = cells.fact
    if isinstance(fact, YesNo):
        return (False, True)
    if isinstance(fact, Choice):
        return tuple(fact.options)
    low, high = (fact.low, fact.high) if isinstance(fact, Number) else (0, 0)
    high = min(high, INT64_MAX)
    near = {low, high, *(b + d for b in cells.bounds for d in (-1, 0, 1))}
    return tuple(sorted(v for v in near if low <= v <= high))


def column_type(fact: Fact) -> type[pl.DataType]:
    """Return the type of the column that holds the answers to ``fact``."""
    if isinstance(fact, YesNo):
        return pl.Boolean
    return pl.String if isinstance(fact, Choice) else pl.Int64


def as_table(resolver: Resolver, sheets: Iterable[Mapping[str, object]]) -> pl.DataFrame:
    """Return ``sheets`` as a table with one column per fact; what is not answered is null."""
    rows = list(sheets)
    return pl.DataFrame(
        {f.key: pl.Series([r.get(f.key) for r in rows], dtype=column_type(f)) for f in resolver.facts},
        height=len(rows),
    )
