"""The rules as Polars expressions, exact where answers are missing (extra ``table``)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from qingdan.law.columns.plan import YES_CELL, Plan, intervals, plan
from qingdan.law.columns.sums import written
from qingdan.law.columns.types import checked_columns
from qingdan.law.columns.wanted import Asked, Rules, Wanted, asked
from qingdan.law.formula import Formula, Resolver
from qingdan.law.grammar.amounts import Amount
from qingdan.law.grammar.conditions import Choice, Number, YesNo

if TYPE_CHECKING:
    import polars as pl


def polars_exprs(
    rules: Rules,
    findings: Wanted = None,
    amounts: Mapping[str, Amount] | None = None,
    *,
    columns: Collection[str] | None = None,
) -> list[pl.Expr]:
    """Return one expression per finding (Boolean) and amount (Int64, fen), named by key.

    ``columns`` are the columns the table has (None: all facts); a fact without one is unknown in
    every row. Values are taken to be valid: see ``check_values``. For many findings at once
    ``judge_table`` is faster, since it computes what they share only once.
    """
    question = asked(rules, findings, amounts)
    at_once = Plan((), {}, plan(question.formulas, question.resolver).parts, question.formulas)
    writer = _Writer(question.resolver, question.present(columns), at_once)
    exprs = [writer.formula(f).alias(name) for name, f in question.formulas.items()]
    return exprs + writer.sums(question.amounts)


def judge_table(
    rules: Rules,
    table: pl.LazyFrame | pl.DataFrame,
    findings: Wanted = None,
    amounts: Mapping[str, Amount] | None = None,
    *,
    keep: Iterable[str] = (),
) -> pl.LazyFrame:
    """Return the columns ``keep`` of ``table`` with one column per finding and amount.

    Refuses columns whose type could have lost digits or cannot be the answer (WrongAnswer).
    Nothing is computed before the result is collected; the streaming engine keeps memory flat.
    """
    lazy = table.lazy()
    question = asked(rules, findings, amounts)
    return TableJudge(question, lazy.collect_schema()).over(lazy, keep=keep)


class TableJudge:
    """A question made ready for tables of one schema: planned once, asked batch after batch."""

    def __init__(self, question: Asked, schema: Mapping[str, pl.DataType]) -> None:
        import polars as pl

        columns = checked_columns(question.facts, schema)
        present = question.present([name for name, dtype in schema.items() if dtype != pl.Null])
        prefix = "_"
        while any(name.startswith(prefix) for name in columns):
            prefix += "_"
        steps = plan(question.formulas, question.resolver, prefix=prefix)
        writer = _Writer(question.resolver, present, steps)
        # an Enum that lacks an option of the law could not be compared with it
        writer.cast = frozenset(name for name, dtype in schema.items() if dtype == pl.Enum)
        self._stages = [[writer.step(f).alias(steps.named[f]) for f in stage] for stage in steps.stages]
        self._ends = [*writer.results(steps), *writer.sums(question.amounts)]
        self._names = (*question.formulas, *question.amounts)

    def over(self, table: pl.LazyFrame, *, keep: Iterable[str] = ()) -> pl.LazyFrame:
        """Return the columns ``keep`` of ``table`` and what was asked for."""
        for stage in self._stages:
            table = table.with_columns(stage)
        return table.with_columns(self._ends).select(*keep, *self._names)


class _Writer:
    """Writes formulas as expressions; those that are steps of the plan are read from the column of that name."""

    def __init__(self, resolver: Resolver, present: frozenset[str], steps: Plan) -> None:
        import polars as pl

        self._pl = pl
        self._resolver = resolver
        self._present = present
        self.cast: frozenset[str] = frozenset()
        self._named = steps.named
        self._parts = steps.parts

    def results(self, steps: Plan) -> list[pl.Expr]:
        return [self.formula(f).alias(name) for name, f in steps.results.items()]

    def formula(self, f: Formula) -> pl.Expr:
        """Return ``f``, read from its column where a step has computed it."""
        return self._pl.col(self._named[f]) if f in self._named else self.step(f)

    def step(self, f: Formula) -> pl.Expr:
        """Return the computation of ``f`` itself."""
        if f.op == "constant":
            return self._pl.lit(f.value, dtype=self._pl.Boolean)
        if f.op == "literal":
            return self._literal(f)
        parts = [self.formula(p) for p in self._parts[f]]
        whole = parts[0]
        for part in parts[1:]:
            whole = whole & part if f.op == "and" else whole | part
        return whole

    def _literal(self, f: Formula) -> pl.Expr:
        fact = self._resolver.facts[f.var]
        if fact.key not in self._present:
            return self._pl.lit(None, dtype=self._pl.Boolean)
        answer = self._pl.col(fact.key)
        if isinstance(fact, YesNo):
            return answer if f.cells == YES_CELL else ~answer
        if isinstance(fact, Choice):
            answer = answer.cast(self._pl.String) if fact.key in self.cast else answer
            return self._among(answer, [o for i, o in enumerate(fact.options) if f.cells >> i & 1])
        return self._within(answer, f)

    def _among(self, answer: pl.Expr, options: list[str]) -> pl.Expr:
        if len(options) == 1:
            return answer == options[0]
        whole = answer == options[0]
        for option in options[1:]:
            whole = whole | (answer == option)
        return whole

    def _within(self, answer: pl.Expr, f: Formula) -> pl.Expr:
        whole: pl.Expr | None = None
        for low, high in intervals(f.cells, self._resolver.cells[f.var].bounds):
            pieces = [answer >= low] if low is not None else []
            pieces += [answer < high] if high is not None else []
            piece = pieces[0] if len(pieces) == 1 else pieces[0] & pieces[1]
            whole = piece if whole is None else whole | piece
        assert whole is not None  # noqa: S101 - a literal is neither empty nor full
        return whole

    def sums(self, amounts: Mapping[str, Amount]) -> list[pl.Expr]:
        """Return the amounts as Int64 columns of fen."""
        return [written(a, self._resolver, self).alias(name) for name, a in amounts.items()]

    def fixed(self, fen: int | None) -> pl.Expr:
        """Return a constant sum."""
        return self._pl.lit(fen, dtype=self._pl.Int64)

    def percent(self, base: Number, percent: int) -> pl.Expr:
        """Return whole percent of a column, rounded down."""
        if base.key not in self._present:
            return self.fixed(None)
        answer = self._pl.col(base.key).cast(self._pl.Int64)
        return answer // 100 * percent + answer % 100 * percent // 100

    def chosen(self, one: pl.Expr, other: pl.Expr, *, higher: bool) -> pl.Expr:
        """Return the higher or lower sum; unknown while either is."""
        first = one >= other if higher else one <= other
        return self._pl.when(first).then(one).when(first.not_()).then(other).otherwise(None)
