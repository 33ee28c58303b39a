"""The same rules over a table say what the judge says, in Polars and in SQL, unknowns included."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from itertools import count

import duckdb
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qingdan.law.columns.frames import judge_table, polars_exprs
from qingdan.law.columns.sql import sql_select
from qingdan.law.columns.types import check_values
from qingdan.law.exact import Exact
from qingdan.law.formula import Resolver, settled_by_parts
from qingdan.law.grammar.amounts import Amount, ByReading, Fixed, Higher, Lower, PercentOf, yuan
from qingdan.law.grammar.conditions import ALWAYS, NEVER, Choice, Condition, Fact, Number, YesNo
from qingdan.law.grammar.named import christen
from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.refusal import Refusal, WrongAnswer
from qingdan.law.grammar.rules import Finding
from qingdan.law.grammar.text import Cite, Statute, Text
from qingdan.law.in_force import in_force
from qingdan.law.negative_list.sample import SAMPLE_2026
from qingdan.law.pack import model_law
from qingdan.law.ruleset import RuleSet
from tests.law.sheets import as_table, every_sheet, random_sheets

WORD = Text("word", "词")
CITE = Cite(Statute("test", WORD, WORD), 1)

a, b, c, d, e, f = (YesNo(asks=WORD, cite=CITE, yes=WORD, no=WORD) for _ in range(6))
use = Choice(asks=WORD, cite=CITE, options={"medicine": WORD, "driving": WORD, "other": WORD})
users = Number(asks=WORD, cite=CITE, unit=WORD)
turnover = Number(asks=WORD, cite=CITE, unit=WORD, money=True, high=10**16)
FACTS: dict[str, Fact] = {
    "a": a, "b": b, "c": c, "d": d, "e": e, "f": f, "use": use, "users": users, "turnover": turnover,
}  # fmt: skip
christen(FACTS, Fact)


def law(*conditions: Condition, known: Iterable[Fact] = ()) -> RuleSet:
    """Return a rule set with one finding, called r0, r1 ..., for each condition."""
    findings = [Finding(cite=CITE, says=WORD, denies=WORD, when=condition) for condition in conditions]
    christen({f"r{i}": finding for i, finding in zip(count(), findings, strict=False)}, Finding)
    return RuleSet(Resolver(findings, facts=tuple(known)), findings)


def in_duckdb(query: str, products: pl.DataFrame) -> pl.DataFrame:
    with duckdb.connect() as connection:
        connection.register("products", products.to_arrow())
        return pl.DataFrame(connection.sql(query).to_arrow_table())


def agree(rules: RuleSet, sheets: Iterable[Mapping[str, object]]) -> None:
    """Check that judge, Polars (staged and in one go) and SQL say the same of every sheet."""
    rows = list(sheets)
    table = as_table(rules.resolver, rows)
    types = {finding.key: pl.Boolean for finding in rules.findings}
    judged = pl.DataFrame([rules.judge(row) for row in rows], schema=types)
    assert judge_table(rules, table).collect().equals(judged)
    assert table.with_columns(polars_exprs(rules)).select(*types).equals(judged)
    assert in_duckdb(sql_select(rules), table).equals(judged)


SHAPES: dict[str, Condition] = {
    "a fact": a,
    "its opposite": ~a,
    "both": a & b,
    "either": a | b,
    "unless": a & ~(b | c),
    "deep": (a | (b & (c | ~d))) & (e | ~f),
    "it or not it": a | ~a,
    "it and not it": a & ~a,
    "same either way": (a & b) | (~a & b),
    "true either way for two reasons": (a & (b | c)) | (~a & (b | d)),
    "every option between them": (use.is_("medicine", "driving") & a) | (use.is_("driving", "other") & a),
    "choice of two": (a & b) | (~a & c),
    "exactly one": (a & ~b) | (~a & b),
    "odd number": (((a & ~b) | (~a & b)) & ~c) | (~((a & ~b) | (~a & b)) & c),
    "torn on one side": (a | (b & ~b) | (c & d)) & (e | ~e),
    "two torn, apart": ((a & b) | (~a & c)) & ((d & e) | (~d & f)),
    "two torn, together": (a & b & c) | (~a & ~b & d) | (a & ~b & e),
    "a threshold": users >= 1000,
    "between": (users >= 10) & (users < 1000),
    "outside": (users < 10) | (users >= 1000),
    "anything": (users < 1000) | (users >= 10),
    "nothing": (users < 10) & (users >= 1000),
    "a choice": use.is_("medicine", "driving") & a,
    "every option": use.is_("medicine") | use.is_("driving", "other"),
    "split by option": (use.is_("medicine") & a) | (use.is_("driving") & b) | (use.is_("other") & ~a),
    "split by size": ((users >= 10) & a) | ((users < 1000) & b),
    "all kinds": (use.is_("medicine") & (turnover >= 10**15)) | (~use.is_("medicine") & (users > 99) & a),
    "always": ALWAYS | a,
    "never": NEVER & a,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_judge_polars_and_sql_agree_on_every_partial_sheet(shape: str) -> None:
    rules = law(SHAPES[shape])
    agree(rules, every_sheet(rules.resolver))


def test_many_findings_that_build_on_one_another_agree_on_every_partial_sheet() -> None:
    scope = Finding(cite=CITE, says=WORD, denies=WORD, when=a | b, unless=c)
    listed = Finding(cite=CITE, says=WORD, denies=WORD, when=scope & use.is_("driving"))
    rest = Finding(cite=CITE, says=WORD, denies=WORD, when=scope & ~listed, unless=d & (turnover < 10**12))
    rules = law(scope, listed, rest, listed | rest, listed & ~rest, ~scope | listed | rest)
    agree(rules, every_sheet(rules.resolver))


def _conditions() -> st.SearchStrategy[Condition]:
    leaves = st.sampled_from(
        [a, b, c, d, use.is_("medicine"), use.is_("driving", "other"), users >= 5, users >= 50]
    )

    def grow(children: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        pairs = st.tuples(children, children)
        return st.one_of(
            children.map(lambda x: ~x), pairs.map(lambda p: p[0] & p[1]), pairs.map(lambda p: p[0] | p[1])
        )

    return st.recursive(leaves, grow, max_leaves=14)


@settings(max_examples=40)
@given(st.lists(_conditions(), min_size=1, max_size=3))
def test_judge_polars_and_sql_agree_on_any_formula(conditions: list[Condition]) -> None:
    rules = law(*conditions)
    agree(rules, every_sheet(rules.resolver))


@settings(max_examples=150)
@given(_conditions())
def test_a_formula_made_exact_says_what_its_diagram_says(condition: Condition) -> None:
    rules = law(condition)
    exact = Exact(rules.resolver, rules.diagrams)
    node = rules.diagrams.build(rules.formulas[0])
    forms = (exact.formula(rules.formulas[0]), exact.meant_by(node))
    for sheet in every_sheet(rules.resolver):
        codes = rules.resolver.encode(sheet)
        meant = rules.diagrams.value(node, codes)
        assert [rules.diagrams.value(rules.diagrams.build(form), codes) for form in forms] == [meant, meant]


def test_what_parts_already_settle_is_left_as_it_is() -> None:
    rules = law((a & b) | (~c & users_at_least(10)))
    sizes = [cells.size for cells in rules.resolver.cells]
    assert settled_by_parts(rules.formulas[0], sizes)
    assert Exact(rules.resolver, rules.diagrams).formula(rules.formulas[0]) is rules.formulas[0]


def users_at_least(number: int) -> Condition:
    return users >= number


def test_a_missing_column_is_unknown_in_every_row() -> None:
    rules = law(a & b, a | ~b, b | ~b)
    table = pl.DataFrame({"product": ["x", "y"], "a": [True, False]})
    wanted = {"r0": [None, False], "r1": [True, None], "r2": [True, True]}
    assert judge_table(rules, table).collect().to_dict(as_series=False) == wanted
    assert table.select(polars_exprs(rules, columns=table.columns)).to_dict(as_series=False) == wanted
    query = sql_select(rules, columns=table.columns, keep=["product"])
    assert in_duckdb(query, table).drop("product").to_dict(as_series=False) == wanted


def test_a_column_of_nulls_is_unknown_whatever_its_type() -> None:
    rules = law(~a, use.is_("other"), users >= 5, b | ~b)
    table = pl.DataFrame({"a": [None], "use": [None], "users": [None], "b": [None]})
    assert judge_table(rules, table).collect().row(0) == (None, None, None, True)


def test_a_table_without_any_fact_still_has_all_its_rows() -> None:
    judged = judge_table(law(a, b | ~b), pl.DataFrame({"product": ["x", "y", "z"]})).collect()
    assert judged.to_dict(as_series=False) == {"r0": [None] * 3, "r1": [True] * 3}


def test_other_columns_pass_through_even_if_named_like_steps() -> None:
    rules = law((a & b) | c, (a & b) | d)
    table = pl.DataFrame({"_0": [7], "a": [True], "b": [True], "c": [False], "d": [False]})
    assert judge_table(rules, table, keep=["_0"]).collect().row(0) == (7, True, True)
    assert in_duckdb(sql_select(rules, keep=["_0"]), table).row(0) == (7, True, True)


@pytest.mark.parametrize("dtype", [pl.Categorical, pl.Enum(["other", "medicine", "unused"])])
def test_choices_may_be_categories(dtype: pl.DataType) -> None:
    rules = law(use.is_("medicine"), ~use.is_("medicine"), use.is_("driving", "other"))
    table = pl.DataFrame({"use": pl.Series(["medicine", "other", None], dtype=dtype)})
    assert judge_table(rules, table).collect().rows() == [
        (True, False, False),
        (False, True, True),
        (None,) * 3,
    ]


@pytest.mark.parametrize("fen", [2**31 - 1, 2**31, 5_000_000_000, 2**53, 2**53 + 1, 10**15, 9 * 10**15])
def test_thresholds_on_money_are_exact_at_any_size(fen: int) -> None:
    rules = law(turnover >= fen, turnover > fen)
    sheets = [{"turnover": v} for v in (fen - 1, fen, fen + 1) if v <= turnover.high]
    agree(rules, sheets)
    assert rules.judge({"turnover": fen})["r0"] is True
    assert rules.judge({"turnover": fen - 1})["r0"] is False


@pytest.mark.parametrize("dtype", [pl.Int32, pl.UInt64, pl.Float64, pl.String, pl.Decimal(18, 2), pl.Boolean])
def test_money_that_may_have_lost_a_digit_is_refused(dtype: pl.DataType) -> None:
    table = pl.DataFrame({"turnover": [1]}).cast(dtype)
    with pytest.raises(WrongAnswer, match=r"turnover: the column is .*Int64, in fen"):
        judge_table(law(turnover >= 5), table)


@pytest.mark.parametrize(("key", "values"), [("a", ["yes"]), ("a", [1]), ("use", [1]), ("users", [1.0])])
def test_a_column_of_the_wrong_type_is_refused(key: str, values: list[object]) -> None:
    with pytest.raises(WrongAnswer, match=f"^{key}: the column is"):
        judge_table(law(a | use.is_("other") | (users >= 5)), pl.DataFrame({key: values}))


@pytest.mark.parametrize(
    ("key", "values"), [("use", ["trains", None]), ("users", [-1]), ("turnover", [10**16 + 1])]
)
def test_a_value_that_is_no_answer_is_refused_when_checked(key: str, values: list[object]) -> None:
    with pytest.raises(WrongAnswer, match=f"^{key}: 1 rows"):
        check_values(FACTS.values(), pl.DataFrame({key: values}))
    check_values(
        FACTS.values(), pl.DataFrame({"a": [None, True], "use": ["other", None], "users": [0, None]})
    )


def test_a_column_name_is_given_once() -> None:
    rules = law(a)
    with pytest.raises(Refusal, match="two columns would be called r0"):
        judge_table(rules, pl.DataFrame({"a": [True]}), amounts={"r0": Fixed(1)})
    with pytest.raises(Refusal, match="two columns would be called a"):
        sql_select(rules, {"a": a})


CAP = Reading(
    name="test.cap",
    cite=CITE,
    asks=WORD,
    why=WORD,
    default="higher",
    options={"higher": WORD, "none": WORD, "bare": WORD},
)
SUMS: dict[str, tuple[Amount, Callable[[int], int]]] = {
    "fixed": (yuan(10), lambda _: 1000),
    "percent": (PercentOf(4, turnover), lambda t: t * 4 // 100),
    "all": (PercentOf(100, turnover), lambda t: t),
    "more_than_all": (PercentOf(700, turnover), lambda t: t * 7),
    "higher": (Higher(yuan(10), PercentOf(5, turnover)), lambda t: max(1000, t * 5 // 100)),
    "lower": (Lower(yuan(10), PercentOf(5, turnover)), lambda t: min(1000, t * 5 // 100)),
    "read": (
        ByReading(CAP, {"higher": Higher(Fixed(7), PercentOf(1, turnover)), "none": Fixed(0)}),
        lambda t: max(7, t // 100),
    ),
}
BASES = [0, 1, 24, 25, 99, 100, 20_000, 2**31, 2**53 - 1, 2**53 + 1, 10**15 + 1, 9 * 10**15 - 1, 10**16]


@pytest.mark.parametrize("name", SUMS)
def test_sums_are_exact_to_the_fen(name: str) -> None:
    amount, wanted = SUMS[name]
    rules = law(turnover >= 1)
    table = pl.DataFrame({"turnover": [*BASES, None]})
    open_sum = 1000 if name == "fixed" else None
    expected = pl.Series("sum", [*map(wanted, BASES), open_sum], dtype=pl.Int64)
    assert judge_table(rules, table, amounts={"sum": amount}).collect()["sum"].equals(expected)
    assert in_duckdb(sql_select(rules, amounts={"sum": amount}), table)["sum"].equals(expected)


def test_a_sum_that_nobody_has_decided_is_unknown() -> None:
    rules = RuleSet(Resolver([a], readings={"test.cap": "bare"}), ())
    judged = judge_table(rules, pl.DataFrame({"turnover": [5]}), amounts={"sum": SUMS["read"][0]}).collect()
    assert judged["sum"].to_list() == [None]


@pytest.mark.parametrize("amount", [Fixed(2**63), PercentOf(200_000, turnover)])
def test_a_sum_that_cannot_fit_is_refused_and_never_wraps(amount: Amount) -> None:
    with pytest.raises(Refusal, match="64-bit"):
        judge_table(law(a), pl.DataFrame({"turnover": [1]}), amounts={"sum": amount})


def test_the_query_is_written_in_each_dialect() -> None:
    rules = law(~a | use.is_("other"))
    sums = {"sum": PercentOf(5, turnover)}
    plain = sql_select(rules, amounts=sums, keep=['a "product"'], dialect="postgresql")
    assert '"a ""product"""' in plain
    assert "/ 100" in plain
    assert "//" not in plain
    spark = sql_select(rules, amounts=sums, table="national`register", dialect="spark")
    assert "FROM `national``register`" in spark
    assert "DIV 100" in spark
    assert '"' not in spark


def test_the_query_is_the_same_each_time() -> None:
    asked = "from qingdan.law.columns.sql import sql_select; from bench.rules11 import ours; print(sql_select(ours().rules))"
    said = {
        subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True).stdout
        for _ in range(2)
    }
    assert len(said) == 1


def test_a_lazy_table_can_be_judged_as_a_stream() -> None:
    rules = law((a & b) | (~a & c))
    table = as_table(rules.resolver, random_sheets(rules.resolver, 5000, seed=1))
    streamed = judge_table(rules, table.lazy(), keep=["a"]).collect(engine="streaming")
    assert streamed.equals(judge_table(rules, table, keep=["a"]).collect())


def test_the_whole_law_says_the_same_of_a_hundred_thousand_random_sheets() -> None:
    whole = in_force(model_law(), edition=SAMPLE_2026)
    asked = {whole.resolver.facts[v] for f in whole.findings for v in whole.diagrams.support(whole.node(f))}
    sheets = random_sheets(whole.resolver, 100_000, seed=26, facts=asked)
    table = as_table(whole.resolver, sheets, facts=asked)
    names = [finding.key for finding in whole.findings]
    values = (tuple(whole.rules.judge(sheet).values()) for sheet in sheets)
    judged = pl.DataFrame(list(values), schema=dict.fromkeys(names, pl.Boolean), orient="row")
    assert judge_table(whole, table).collect().equals(judged)
    assert in_duckdb(sql_select(whole, columns=table.columns), table).equals(judged)
