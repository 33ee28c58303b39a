"""How long it takes to examine the whole law, and how many sheets solver and judge agree on."""

from __future__ import annotations

import random
import statistics
import time
from typing import Any

from qingdan.law.grammar.conditions import Choice, YesNo
from qingdan.law.in_force import InForce
from qingdan.law.negative_list.sample import EDITIONS
from qingdan.law.pack import model_law
from qingdan.law.proof.agreement import Solved, disagreements
from qingdan.law.proof.asking import Asking
from qingdan.law.proof.examination import PROPERTIES, examine
from qingdan.law.worlds import ANY_LIST, model_law_setting

SEED = 73


def _examination(repeat: int) -> None:
    setting, times = model_law_setting(), []
    for _ in range(repeat):
        law = InForce(model_law(), edition=ANY_LIST)
        begun = time.perf_counter()
        found = examine(law, setting)
        times.append(time.perf_counter() - begun)
    print(
        f"whole law, {len(model_law().rules)} rules, {len(PROPERTIES)} properties: "
        f"{statistics.median(times):.2f} s (median of {repeat}; must stay under 5 s)"
    )
    print(f"  {len(found.proven)} proven, {len(found.refuted)} refuted, {len(found.observed)} to decide")


def _equivalence() -> None:
    for edition in (ANY_LIST, *EDITIONS):
        asking = Asking(InForce(model_law(), edition=edition))
        begun = time.perf_counter()
        wrong = list(disagreements(asking))
        took = time.perf_counter() - begun
        print(
            f"condition = formula = diagram on every sheet, list {edition.key}: {took:.2f} s, {len(wrong)} disagree"
        )


def _sheet(law: InForce, chance: random.Random) -> dict[str, Any]:
    share = chance.random()
    answers: dict[str, Any] = {}
    for cells in law.resolver.cells:
        if chance.random() < share:
            if isinstance(cells.fact, YesNo):
                answers[cells.fact.key] = chance.random() < 0.7  # noqa: PLR2004 - most rules need a yes
            elif isinstance(cells.fact, Choice):
                answers[cells.fact.key] = chance.choice(tuple(cells.fact.options))
            else:
                answers[cells.fact.key] = cells.representative(chance.randrange(cells.size))
    return answers


def _sampling(seconds: float, by_diagram: int) -> None:
    law, chance = InForce(model_law(), edition=EDITIONS[0]), random.Random(SEED)  # noqa: S311 - a sample, no secret
    solved, sheets, values, wrong = Solved(Asking(law)), 0, 0, 0
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        answers = _sheet(law, chance)
        judged = law.rules.judge(answers)
        wrong += sum(solved.judge(answers, f) is not judged[f.key] for f in law.findings)
        sheets, values = sheets + 1, values + len(law.findings)
    print(
        f"judge = solver on random partial sheets: {sheets:,} sheets, {values:,} values, {wrong} disagree ({seconds:.0f} s)"
    )
    nodes, begun, wrong = [(f, law.node(f)) for f in law.findings], time.perf_counter(), 0
    for _ in range(by_diagram):
        answers = _sheet(law, chance)
        codes, judged = law.resolver.encode(answers), law.rules.judge(answers)
        wrong += sum(law.diagrams.value(node, codes) is not judged[f.key] for f, node in nodes)
    took = time.perf_counter() - begun
    print(
        f"judge = proven diagram on random partial sheets: {by_diagram:,} sheets, {wrong} disagree ({took:.0f} s)"
    )


def main(*, quick: bool = False) -> None:
    """Print the figures."""
    _examination(1 if quick else 5)
    _equivalence()
    _sampling(2 if quick else 15, 2_000 if quick else 100_000)


if __name__ == "__main__":
    main()
