"""One case: eleven rules over twelve yes/no facts and one sum, judged and explained, beside the peers.

Each system gets one product as a plain dictionary and must return all eleven results. "Traced"
is each system's own explanation: OpenFisca's full trace, zen's trace of every expression, our
deciding facts of every finding, read out: they suffice and none can be spared.
"""

from __future__ import annotations

import random
from typing import Any

from bench.measure import medians, print_table, verdict
from bench.rules11 import MONEY, RULES, YES_NO, openfisca, ours, zen

MONTH = "2026-01"


def sheets(count: int) -> list[dict[str, Any]]:
    """Return complete answer sheets, the same ones each time."""
    chance = random.Random(11)  # noqa: S311 - reproducible, not secret
    return [
        {**{key: chance.random() < 0.5 for key in YES_NO}, MONEY: chance.randrange(2**30)}  # noqa: PLR2004
        for _ in range(count)
    ]


def by_openfisca(sheet: dict[str, Any], *, trace: bool) -> dict[str, bool]:
    """Return OpenFisca's results for one product."""
    from openfisca_core.simulation_builder import SimulationBuilder

    product = {key: {MONTH: value} for key, value in sheet.items()}
    simulation = SimulationBuilder().build_from_entities(openfisca(), {"products": {"it": product}})
    simulation.trace = trace
    results = {rule: bool(simulation.calculate(rule, MONTH)[0]) for rule in RULES}
    if trace:
        simulation.tracer.get_flat_trace()
    return results


def by_zen(sheet: dict[str, Any], *, trace: bool) -> dict[str, bool]:
    """Return zen's results for one product."""
    answer = zen().evaluate(sheet, {"trace": trace})["result"]
    return {rule: answer[rule] for rule in RULES}


def ours_traced(sheet: dict[str, Any]) -> dict[str, tuple[bool | None, tuple[object, ...]]]:
    """Return our results, each with the facts that decided it."""
    return {key: (traced.value, traced.facts) for key, traced in ours().rules.trace(sheet).items()}


def check(cases: list[dict[str, Any]]) -> None:
    """Make sure that all three decide alike before any of them is timed."""
    for sheet in cases:
        expected = ours().rules.judge(sheet)
        if not expected == by_openfisca(sheet, trace=False) == by_zen(sheet, trace=False):
            raise AssertionError(f"the systems disagree on {sheet}")


def main(*, quick: bool = False) -> bool:
    """Measure and print; return whether every target was reached."""
    cases = sheets(64)
    check(cases)
    rules = ours().rules

    def each(judge: Any) -> Any:  # noqa: ANN401 - any system's judge
        return lambda: [judge(sheet) for sheet in cases]

    works = {
        "ours": each(rules.judge),
        "ours, traced": each(rules.trace),
        "ours, traced and read out": each(ours_traced),
        "zen": each(lambda sheet: by_zen(sheet, trace=False)),
        "zen, traced": each(lambda sheet: by_zen(sheet, trace=True)),
        "OpenFisca": each(lambda sheet: by_openfisca(sheet, trace=False)),
        "OpenFisca, traced": each(lambda sheet: by_openfisca(sheet, trace=True)),
    }
    taken = {name: us / len(cases) for name, us in medians(works, rounds=7 if quick else 41).items()}
    best = taken["ours, traced and read out"]
    plain = taken["ours"]
    rows = [(name, us, us / (best if "traced" in name else plain)) for name, us in taken.items()]
    print_table(
        "One case, eleven rules (median µs; times ours of the same kind)", ("system", "µs", "ratio"), rows
    )
    return all(
        [
            verdict("untraced, µs", taken["ours"], 5),
            verdict("traced and read out, of OpenFisca's", best / taken["OpenFisca, traced"], 1 / 40),
            verdict("traced and read out, of zen's", best / taken["zen, traced"], 1 / 4),
        ]
    )


if __name__ == "__main__":
    main()
