"""Answer sheets for tests: every partial one of a small law, random ones of a large law."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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


def random_sheets(
    resolver: Resolver, n: int, seed: int, *, facts: Collection[Fact] | None = None
) -> list[Sheet]:
    """Return ``n`` partial sheets about ``facts`` (None: all). From nothing to everything is answered.

    Numbers are drawn at, just below and just above the thresholds, and at both ends of what a
    64-bit column holds.
    """
    draw = random.Random(seed).random  # noqa: S311 - repeatable, not secret
    asked = [c for c in resolver.cells if facts is None or c.fact in facts]
    answers = [(c.fact.key, options, len(options)) for c in asked for options in [_answers(c)]]
    sheets = []
    for _ in range(n):
        share = draw()
        # one draw decides both: below the share it is answered, and where below says with what
        given = [(k, a, size, draw()) for k, a, size in answers]
        sheets.append({k: a[int(at / share * size)] for k, a, size, at in given if at < share})
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


def as_table(
    resolver: Resolver, sheets: Iterable[Mapping[str, object]], *, facts: Collection[Fact] | None = None
) -> pl.DataFrame:
    """Return ``sheets`` as a table, one column for each of ``facts`` (None: all); null is unanswered."""
    rows = list(sheets)
    columns = [fact for fact in resolver.facts if facts is None or fact in facts]
    return pl.DataFrame(
        {f.key: pl.Series([r.get(f.key) for r in rows], dtype=column_type(f)) for f in columns},
        height=len(rows),
    )
