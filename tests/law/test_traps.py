"""Three traps of the best peers, side by side: each test shows the peer fall in, and ours stay out.

Should a peer mend its ways, its half of the test fails and tells us so: good news, then the page
that compares us with it must change too.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import polars as pl
import pytest
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable
from zen import ZenEngine

from qingdan.law.columns.frames import judge_table
from qingdan.law.formula import Resolver
from qingdan.law.grammar.amounts import PercentOf
from qingdan.law.grammar.conditions import Fact, Number, YesNo
from qingdan.law.grammar.named import christen
from qingdan.law.grammar.rules import Finding
from qingdan.law.grammar.text import Cite, Statute, Text
from qingdan.law.ruleset import RuleSet

WORD = Text("word", "词")
CITE = Cite(Statute("test", WORD, WORD), 1)
MONTH = "2026-01"
FIVE_BILLION = 5_000_000_000

provider, listed = (YesNo(asks=WORD, cite=CITE, yes=WORD, no=WORD) for _ in range(2))
turnover = Number(asks=WORD, cite=CITE, unit=WORD, money=True)
christen({"provider": provider, "listed": listed, "turnover": turnover}, Fact)
register = Finding(cite=CITE, says=WORD, denies=WORD, when=provider & ~listed)
large = Finding(cite=CITE, says=WORD, denies=WORD, when=turnover >= FIVE_BILLION)
christen({"register": register, "large": large}, Finding)
OURS = RuleSet(Resolver([register, large]), [register, large])


@pytest.fixture(scope="module")
def openfisca() -> TaxBenefitSystem:
    """The same two rules as OpenFisca variables."""
    product = build_entity(key="product", plural="products", label="Product", is_person=True)
    system = TaxBenefitSystem([product])

    def add(name: str, kind: type, formula: Callable[..., Any] | None = None) -> None:
        body = {"value_type": kind, "entity": product, "definition_period": DateUnit.MONTH, "label": name}
        system.add_variable(
            type(name, (Variable,), body if formula is None else {**body, "formula": formula})
        )

    add("provider", bool)
    add("listed", bool)
    add("turnover", int)
    add("register", bool, lambda entity, period: entity("provider", period) & ~entity("listed", period))
    add("large", bool, lambda entity, period: entity("turnover", period) >= FIVE_BILLION)
    return system


def test_money_above_two_billion_keeps_its_digits(openfisca: TaxBenefitSystem) -> None:
    simulation = SimulationBuilder().build_default_simulation(openfisca, 1)
    simulation.set_input("turnover", MONTH, np.array([FIVE_BILLION]))
    assert simulation.calculate("turnover", MONTH).tolist() == [705_032_704]
    assert simulation.calculate("large", MONTH).tolist() == [False]

    assert OURS.judge({"turnover": FIVE_BILLION})["large"] is True
    table = pl.DataFrame({"turnover": [FIVE_BILLION]})
    judged = judge_table(OURS, table, amounts={"four_percent": PercentOf(4, turnover)}).collect()
    assert judged.row(0, named=True) == {"register": None, "large": True, "four_percent": 200_000_000}


def test_a_missing_answer_is_not_a_no(openfisca: TaxBenefitSystem) -> None:
    product = {"provider": {MONTH: True}, "register": {MONTH: None}}
    simulation = SimulationBuilder().build_from_entities(openfisca, {"products": {"bot": product}})
    assert simulation.calculate("register", MONTH).tolist() == [True]

    assert OURS.judge({"provider": True})["register"] is None
    told = OURS.trace({"provider": True})["register"]
    assert [fact.key for fact in told.facts] == ["listed"]  # "is it on the Negative List?"
    judged = judge_table(OURS, pl.DataFrame({"provider": [True], "listed": [None]})).collect()
    assert judged["register"].to_list() == [None]


def test_a_missing_answer_does_not_fall_through_to_the_last_row() -> None:
    table = {
        "hitPolicy": "first",
        "inputs": [{"id": f, "name": f, "field": f} for f in ("provider", "listed")],
        "outputs": [{"id": "duty", "name": "duty", "field": "duty"}],
        "rules": [
            {"_id": "1", "provider": "true", "listed": "true", "duty": '"licence"'},
            {"_id": "2", "provider": "true", "listed": "false", "duty": '"register"'},
            {"_id": "3", "provider": "", "listed": "", "duty": '"none"'},
        ],
    }
    graph = {
        "nodes": [
            {"id": "in", "type": "inputNode", "name": "in"},
            {"id": "table", "type": "decisionTableNode", "name": "table", "content": table},
            {"id": "out", "type": "outputNode", "name": "out"},
        ],
        "edges": [
            {"id": "a", "type": "edge", "sourceId": "in", "targetId": "table"},
            {"id": "b", "type": "edge", "sourceId": "table", "targetId": "out"},
        ],
    }
    decision = ZenEngine().create_decision(json.dumps(graph))
    assert decision.evaluate({"provider": True, "listed": False})["result"] == {"duty": "register"}
    assert decision.evaluate({"provider": True})["result"] == {"duty": "none"}

    assert OURS.judge({"provider": True, "listed": False})["register"] is True
    assert OURS.judge({"provider": True})["register"] is None
