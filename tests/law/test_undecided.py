"""A figure nobody has decided leaves open what turns on it: for the judge, tables, the interview and proofs."""

from __future__ import annotations

import duckdb
import polars as pl
import pytest

from qingdan.law.columns.frames import judge_table
from qingdan.law.columns.sql import sql_select
from qingdan.law.grammar.refusal import UnknownFact
from qingdan.law.interview import Interview
from qingdan.law.interview.agenda import Standing
from qingdan.law.judge.reasons import conclude
from qingdan.law.proof.agreement import disagreements
from qingdan.law.proof.asking import Asking
from tests.law.planted import finding, law_of, number, question, reading

small, users, bound = question("small"), number("users"), reading("bound", None)
many = finding(2, "many", users >= bound)
few = finding(3, "few", users < bound)
either = finding(4, "either", many | few)
watched = finding(5, "watched", many & ~small)
LAW = law_of(
    {
        "small": small,
        "users": users,
        "bound": bound,
        "many": many,
        "few": few,
        "either": either,
        "watched": watched,
    }
)
SHEETS: tuple[dict[str, object], ...] = ({}, {"users": 0}, {"users": 100, "small": False}, {"small": True})
OPEN = {"many": None, "few": None, "either": True, "watched": None}


def test_it_is_neither_met_nor_missed_and_surely_one_of_the_two() -> None:
    for sheet in SHEETS:
        settled = {"watched": False} if sheet.get("small") else {}
        assert LAW.rules.judge(sheet) == {**OPEN, **settled}


def test_it_is_no_question_that_anybody_can_answer() -> None:
    (waiting,) = (LAW.resolver.facts[v].key for v in LAW.resolver.undecided)
    assert waiting == "users >= bound"
    with pytest.raises(UnknownFact):
        LAW.rules.judge({waiting: True})
    with pytest.raises(UnknownFact):
        LAW.resolver.encode({waiting: True})


def test_tables_leave_it_open_too() -> None:
    rows = pl.DataFrame(SHEETS, schema={"users": pl.Int64, "small": pl.Boolean})
    judged = pl.DataFrame([LAW.rules.judge(s) for s in SHEETS], schema=dict.fromkeys(OPEN, pl.Boolean))
    assert judge_table(LAW, rows).collect().equals(judged)
    with duckdb.connect() as connection:
        connection.register("products", rows.to_arrow())
        query = sql_select(LAW, columns=rows.columns)
        assert pl.DataFrame(connection.sql(query).to_arrow_table()).equals(judged)


def test_nobody_is_asked_for_it() -> None:
    talk = Interview(LAW, [many, either, watched])
    assert [f.key for f in talk.relevant] == ["small"]
    assert [s for _, s in talk.standings] == [Standing.UNKNOWABLE, Standing.TRUE, Standing.OPEN]
    assert talk.answer("small", value=True).outcome["watched"] is False


def test_what_waits_for_it_says_so_and_no_change_decides_it() -> None:
    waits = conclude(LAW, many, LAW.resolver.encode({"users": 5}), {"users": 5})
    assert waits.value is None
    assert [f.asks.en for f in waits.waits_for] == ["To be decided: bound?"]
    spared = conclude(LAW, watched, LAW.resolver.encode({"small": True}), {"small": True})
    assert spared.value is False
    assert spared.contrast is None


def test_the_solver_agrees() -> None:
    assert not list(disagreements(Asking(LAW)))
