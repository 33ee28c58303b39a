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
        import polars as pl

        self._pl = pl
        self.facts = tuple(fact for fact in facts if fact.key in schema)
        self._raw = {fact.key: f"{LINE}{fact.key}" for fact in self.facts}
        self._typed = [self._answer(fact, schema[fact.key]) for fact in self.facts]

    def read(self, batch: Batch) -> tuple[pl.DataFrame, list[Fault]]:
        """Return the rows that can be judged, typed, and the faults of those that cannot."""
        pl = self._pl
        raw = batch.rows.rename(self._raw)
        rows = raw.with_columns(self._typed)
        bad = {fact.key: self._is_bad(fact) for fact in self.facts}
        marks = rows.select(mark.alias(key) for key, mark in bad.items())
        counts = marks.select(pl.all().sum()).row(0, named=True) if marks.width and marks.height else {}
        faulty = [fact for fact in self.facts if counts.get(fact.key)]
        if not faulty:
            return rows.drop(self._raw.values()), list(batch.faults)
        faults = list(batch.faults)
        for fact in faulty:
            found = rows.filter(marks[fact.key]).select(LINE, pl.col(self._raw[fact.key]).cast(pl.String))
            reason = _reason(fact)
            faults += [Fault(line, fact.key, value[:SHOWN], reason) for line, value in found.iter_rows()]
        faults.sort(key=lambda fault: fault.line)
        good = ~marks.select(pl.any_horizontal(pl.col(fact.key) for fact in faulty)).to_series()
        return rows.filter(good).drop(self._raw.values()), faults

    def _answer(self, fact: Fact, dtype: pl.DataType) -> pl.Expr:
        pl = self._pl
        cell = pl.col(self._raw[fact.key])
        if dtype == pl.String or (isinstance(fact, YesNo) and dtype.is_integer()):
            return self._from_text(fact, cell.cast(pl.String).str.strip_chars()).alias(fact.key)
        if isinstance(fact, Number) and dtype == pl.UInt64:
            return self._within(fact, cell.cast(pl.Int64, strict=False)).alias(fact.key)
        if (wanted := unfit(fact, dtype)) is not None:
            raise TableRefused(
                Text(
                    f"column {fact.key} is {dtype}; it must be text or {wanted.en}",
                    f"{fact.key}列类型为{dtype}，应为文本或者{wanted.zh}",
                )
            )
        if isinstance(fact, YesNo):
            return cell.cast(pl.Boolean).alias(fact.key)
        if isinstance(fact, Number):
            return self._within(fact, cell.cast(pl.Int64)).alias(fact.key)
        return self._from_text(fact, cell.cast(pl.String)).alias(fact.key)

    def _from_text(self, fact: Fact, text: pl.Expr) -> pl.Expr:
        pl = self._pl
        if isinstance(fact, YesNo):
            said = text.str.to_lowercase()
            return pl.when(said.is_in(YES)).then(True).when(said.is_in(NO)).then(False).otherwise(None)
        if isinstance(fact, Choice):
            return pl.when(text.is_in(list(fact.options))).then(text).otherwise(None)
        return self._within(fact, text.str.to_integer(strict=False))

    def _within(self, fact: Fact, number: pl.Expr) -> pl.Expr:
        low, high = _bounds(fact)
        return self._pl.when(number.is_between(low, high)).then(number).otherwise(None)

    def _is_bad(self, fact: Fact) -> pl.Expr:
        """Something was written, it does not say "unknown", and it is no answer."""
        pl = self._pl
        cell = pl.col(self._raw[fact.key])
        open_ones = cell.cast(pl.String).str.strip_chars().str.to_lowercase().is_in(UNKNOWN)
        return pl.col(fact.key).is_null() & cell.is_not_null() & ~open_ones


def _bounds(fact: Fact) -> tuple[int, int]:
    return (fact.low, min(fact.high, INT64_MAX)) if isinstance(fact, Number) else (0, 0)


def _reason(fact: Fact) -> Text:
    if isinstance(fact, YesNo):
        return NOT_YES_OR_NO
    if isinstance(fact, Choice):
        return not_an_option(", ".join(fact.options))
    return not_a_number(*_bounds(fact))
