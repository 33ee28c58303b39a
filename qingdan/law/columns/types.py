"""Which columns and values can be answers: nothing that may have lost a digit is taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from qingdan.law.grammar.conditions import Choice, Fact, Number, YesNo
from qingdan.law.grammar.refusal import WrongAnswer
from qingdan.law.grammar.text import Text

if TYPE_CHECKING:
    import polars as pl

INT64_MAX = 2**63 - 1


def checked_columns(facts: Iterable[Fact], schema: Mapping[str, pl.DataType]) -> frozenset[str]:
    """Return the names in ``schema``, having refused every fact column of an unfit type."""
    for fact in facts:
        dtype = schema.get(fact.key)
        if dtype is not None and (wanted := unfit(fact, dtype)) is not None:
            raise WrongAnswer(
                Text(
                    "{key}: the column is {dtype}; it must be {wanted}",
                    "{key}：该列类型为{dtype}，应为{wanted}",
                ).filled(key=fact.key, dtype=str(dtype), wanted=wanted)
            )
    return frozenset(schema)


def unfit(fact: Fact, dtype: pl.DataType) -> Text | None:
    """Return what the column of ``fact`` would have to be, or None where ``dtype`` is fit.

    A column of nulls is fit for every fact. Money is taken as Int64 only: a narrower column may
    have overflowed before it came here, and a float cannot hold every fen.
    """
    import polars as pl

    if dtype == pl.Null:
        return None
    if isinstance(fact, YesNo):
        return None if dtype == pl.Boolean else Text("Boolean", "布尔型（Boolean）")
    if isinstance(fact, Choice):
        fit = dtype in (pl.String, pl.Categorical, pl.Enum)
        return None if fit else Text("String, Categorical or Enum", "文本型（String、Categorical 或 Enum）")
    if isinstance(fact, Number) and fact.money:
        return None if dtype == pl.Int64 else Text("Int64, in fen", "64 位整数（Int64），单位为分")
    fit = dtype.is_integer() and dtype not in (pl.UInt64, pl.Int128, pl.UInt128)
    return None if fit else Text("an integer type of at most 64 bits", "不超过 64 位的整数型")


def faults(facts: Iterable[Fact], schema: Mapping[str, pl.DataType]) -> dict[str, pl.Expr]:
    """Return, per fact column, an expression that is true where the value is no possible answer."""
    import polars as pl

    found: dict[str, pl.Expr] = {}
    for fact in facts:
        dtype = schema.get(fact.key)
        if dtype is None or dtype == pl.Null:
            continue
        answer = pl.col(fact.key)
        if isinstance(fact, Number):
            found[fact.key] = ~answer.is_between(fact.low, min(fact.high, INT64_MAX))
        elif isinstance(fact, Choice):
            found[fact.key] = ~answer.cast(pl.String).is_in(list(fact.options))
    return found


def check_values(facts: Iterable[Fact], table: pl.LazyFrame | pl.DataFrame) -> None:
    """Refuse a table that holds a value outside a fact's options or bounds (WrongAnswer)."""
    lazy = table.lazy()
    known = tuple(facts)
    schema = lazy.collect_schema()
    checked_columns(known, schema)
    counts = lazy.select(e.sum().alias(k) for k, e in faults(known, schema).items()).collect(
        engine="streaming"
    )
    for key, count in (counts.row(0, named=True) if counts.width else {}).items():
        if count:
            raise WrongAnswer(
                Text(f"{key}: {count} rows hold a value that is no answer", f"{key}：有{count}行的值无效")
            )
