"""The rules as one SQL query: three-valued AND, OR and NOT, common table expressions, CASE.

The text is plain enough for DuckDB (which the tests run), PostgreSQL and Spark; ``dialect``
decides how names are quoted and whole numbers divided, the two things on which they differ.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Literal, TypeAlias

from qingdan.law.columns.plan import YES_CELL, Plan, intervals, plan
from qingdan.law.columns.sums import written
from qingdan.law.columns.wanted import Asked, Rules, Wanted, asked
from qingdan.law.formula import Formula, Resolver, literals
from qingdan.law.grammar.amounts import Amount, bases
from qingdan.law.grammar.conditions import Choice, Number, YesNo

Dialect: TypeAlias = Literal["duckdb", "postgresql", "spark"]
_QUOTE = {"duckdb": '"', "postgresql": '"', "spark": "`"}
_DIVIDE = {"duckdb": "//", "postgresql": "/", "spark": "DIV"}


def sql_select(  # noqa: PLR0913 - three say what, four say where
    rules: Rules,
    findings: Wanted = None,
    amounts: Mapping[str, Amount] | None = None,
    *,
    table: str = "products",
    keep: Sequence[str] = (),
    columns: Collection[str] | None = None,
    dialect: Dialect = "duckdb",
) -> str:
    """Return a query over ``table`` that selects ``keep``, each finding and each amount by name.

    Fact columns must be BOOLEAN, text and BIGINT (fen). ``columns`` are the columns the table has
    (None: all facts); a fact without one is unknown in every row.
    """
    question = asked(rules, findings, amounts)
    present = question.present(columns)
    prefix = "_"
    while any(name.startswith(prefix) for name in keep):
        prefix += "_"
    steps = plan(question.formulas, question.resolver, prefix=prefix)
    writer = _Writer(question.resolver, present, steps, dialect)
    ends = {name: writer.formula(f) for name, f in question.formulas.items()}
    ends |= {name: written(a, question.resolver, writer) for name, a in question.amounts.items()}
    have = [writer.quoted(name) for name in dict.fromkeys((*keep, *sorted(_read(steps, question) & present)))]
    opening, source = _stages(steps, writer, have, writer.quoted(table))
    listed = [*map(writer.quoted, keep), *(f"{text} AS {writer.quoted(name)}" for name, text in ends.items())]
    # names are quoted above and no value of a row enters the text
    return f"{opening}SELECT\n  " + ",\n  ".join(listed) + f"\nFROM {source}"


def _stages(steps: Plan, writer: _Writer, have: list[str], source: str) -> tuple[str, str]:
    """Return the common table expressions, and the name of the last: where the rows come from."""
    stages = []
    for number, stage in enumerate(steps.stages):
        computed = [f"{writer.step(f)} AS {writer.quoted(steps.named[f])}" for f in stage]
        name = writer.quoted(f"stage_{number}")
        stages.append(f"{name} AS (\n  SELECT {', '.join([*have, *computed])}\n  FROM {source}\n)")  # noqa: S608
        have += [writer.quoted(steps.named[f]) for f in stage]
        source = name
    return f"WITH {', '.join(stages)}\n" if stages else "", source


def _read(steps: Plan, question: Asked) -> set[str]:
    """Return the facts that the query reads."""
    found = {base.key for amount in question.amounts.values() for base in bases(amount)}
    for formula in steps.results.values():
        found |= {question.resolver.facts[literal.var].key for literal in literals(formula)}
    return found


class _Writer:
    """Writes formulas as SQL; those that are steps of the plan are read from the column of that name."""

    def __init__(self, resolver: Resolver, present: frozenset[str], steps: Plan, dialect: Dialect) -> None:
        self._resolver = resolver
        self._present = present
        self._named = steps.named
        self._parts = steps.parts
        self._quote = _QUOTE[dialect]
        self._divide = _DIVIDE[dialect]

    def quoted(self, name: str) -> str:
        """Return ``name`` as an identifier, whatever it holds."""
        return self._quote + name.replace(self._quote, self._quote * 2) + self._quote

    def formula(self, f: Formula) -> str:
        """Return ``f``, read from its column where a stage has computed it."""
        return self.quoted(self._named[f]) if f in self._named else self.step(f)

    def step(self, f: Formula) -> str:
        """Return the computation of ``f`` itself."""
        if f.op == "constant":
            return "TRUE" if f.value else "FALSE"
        if f.op == "literal":
            return self._literal(f)
        return "(" + f" {f.op.upper()} ".join(self.formula(p) for p in self._parts[f]) + ")"

    def _literal(self, f: Formula) -> str:
        fact = self._resolver.facts[f.var]
        if fact.key not in self._present:
            return "CAST(NULL AS BOOLEAN)"
        answer = self.quoted(fact.key)
        if isinstance(fact, YesNo):
            return answer if f.cells == YES_CELL else f"(NOT {answer})"
        if isinstance(fact, Choice):
            options = [f"'{o}'" for i, o in enumerate(fact.options) if f.cells >> i & 1]
            return f"({answer} IN ({', '.join(options)}))"
        pieces = []
        for low, high in intervals(f.cells, self._resolver.cells[f.var].bounds):
            bounds = [f"{answer} >= {low}"] if low is not None else []
            bounds += [f"{answer} < {high}"] if high is not None else []
            pieces.append(" AND ".join(bounds))
        return "(" + " OR ".join(pieces) + ")"

    def fixed(self, fen: int | None) -> str:
        """Return a constant sum."""
        return f"CAST({'NULL' if fen is None else fen} AS BIGINT)"

    def percent(self, base: Number, percent: int) -> str:
        """Return whole percent of a column, rounded down."""
        if base.key not in self._present:
            return self.fixed(None)
        answer, divide = f"CAST({self.quoted(base.key)} AS BIGINT)", self._divide
        return f"({answer} {divide} 100 * {percent} + {answer} % 100 * {percent} {divide} 100)"

    def chosen(self, one: str, other: str, *, higher: bool) -> str:
        """Return the higher or lower sum; unknown while either is."""
        first, second = (">=", "<") if higher else ("<=", ">")
        return f"(CASE WHEN {one} {first} {other} THEN {one} WHEN {one} {second} {other} THEN {other} END)"
