"""Cells to answers: yes/no, options and whole numbers; what cannot be an answer becomes a fault.

An empty cell, a null, ``unknown`` or ``未知`` leaves the question open. Spaces around a value and
the case of letters in yes/no do not matter. Nothing is guessed: ``1.0``, ``1,000`` and ``maybe``
are faults.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from qingdan.law.columns.types import INT64_MAX, unfit
from qingdan.law.grammar.conditions import Choice, Fact, Number, YesNo
from qingdan.law.grammar.text import Text
from qingdan.screening.faults import (
    NOT_YES_OR_NO,
    SHOWN,
    Fault,
    TableRefused,
    not_a_number,
    not_an_option,
)
from qingdan.screening.source import LINE, Batch

if TYPE_CHECKING:
    import polars as pl

YES = ("true", "yes", "1", "是")
NO = ("false", "no", "0", "否")
UNKNOWN = ("", "unknown", "未知")


class Answers:
    """Reads the fact columns of a table with a given schema."""

    def __init__(self, facts: Iterable[Fact], schema: Mapping[str, pl.DataType]) -> None:
        self.facts = tuple(fact for fact in facts if fact.key in schema)
        for fact in self.facts:
            _check_type(fact, schema[fact.key])

    def read(self, batch: Batch) -> tuple[pl.DataFrame, list[Fault]]:
        """Return the rows that can be judged, typed, and the faults of all that cannot."""
        import polars as pl

        answers: list[pl.Series] = []
        faults = list(batch.faults)
        for fact in self.facts:
            cells = batch.rows[fact.key]
            answer = _answer(fact, cells).alias(fact.key)
            answers.append(answer)
            if answer.null_count() > cells.null_count():
                faults += _faults(fact, cells, answer, batch.rows[LINE])
        rows = batch.rows.with_columns(answers)
        if len(faults) == len(batch.faults):
            return rows, faults
        faults.sort(key=lambda fault: fault.line)
        bad = pl.Series([fault.line for fault in faults], dtype=pl.Int64)
        return rows.filter(~pl.col(LINE).is_in(bad.implode())), faults


def _check_type(fact: Fact, dtype: pl.DataType) -> None:
    import polars as pl

    taken = dtype == pl.String or (isinstance(fact, (YesNo, Number)) and dtype == pl.UInt64)
    taken = taken or (isinstance(fact, YesNo) and dtype.is_integer())
    wanted = None if taken else unfit(fact, dtype)
    if wanted is not None:
        raise TableRefused(
            Text(
                f"column {fact.key} is {dtype}; it must be text or {wanted.en}",
                f"{fact.key}列类型为{dtype}，应为文本或者{wanted.zh}",
            )
        )


def _answer(fact: Fact, cells: pl.Series) -> pl.Series:
    """Return the answers in ``cells``; null where there is none."""
    import polars as pl

    if isinstance(fact, Number):
        if cells.dtype == pl.String:
            numbers = cells.str.strip_chars().str.to_integer(strict=False)
        else:
            numbers = cells.cast(pl.Int64, strict=False)
        low, high = _bounds(fact)
        if numbers.len() == numbers.null_count() or (low <= numbers.min() and numbers.max() <= high):  # type: ignore[operator]
            return numbers
        return numbers.set(~numbers.is_between(low, high).fill_null(value=True), None)
    if cells.dtype in (pl.Boolean, pl.Null):
        return cells.cast(pl.Boolean if isinstance(fact, YesNo) else pl.String)
    # tables repeat few spellings: each is understood once
    text = cells.cast(pl.String)
    spellings = text.unique().drop_nulls().to_list()
    if isinstance(fact, YesNo):
        meant = [_yes_or_no(spelling) for spelling in spellings]
        return text.replace_strict(spellings, meant, default=None, return_dtype=pl.Boolean)
    options = fact.options if isinstance(fact, Choice) else {}
    said = [spelling.strip() if spelling.strip() in options else None for spelling in spellings]
    return text.replace_strict(spellings, said, default=None, return_dtype=pl.String)


def _yes_or_no(spelling: str) -> bool | None:
    said = spelling.strip().lower()
    return True if said in YES else False if said in NO else None


def _faults(fact: Fact, cells: pl.Series, answers: pl.Series, lines: pl.Series) -> list[Fault]:
    """Return a fault wherever something was written that is neither an answer nor "unknown"."""
    import polars as pl

    text = cells.cast(pl.String)
    odd = answers.is_null() & (text != "").fill_null(value=False)
    if not odd.any():
        return []
    reason = _reason(fact)
    pairs = zip(lines.filter(odd), text.filter(odd), strict=True)
    return [
        Fault(line, fact.key, value[:SHOWN], reason)
        for line, value in pairs
        if value.strip().lower() not in UNKNOWN
    ]


def _bounds(fact: Fact) -> tuple[int, int]:
    return (fact.low, min(fact.high, INT64_MAX)) if isinstance(fact, Number) else (0, 0)


def _reason(fact: Fact) -> Text:
    if isinstance(fact, YesNo):
        return NOT_YES_OR_NO
    if isinstance(fact, Choice):
        return not_an_option(", ".join(fact.options))
    return not_a_number(*_bounds(fact))
