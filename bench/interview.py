"""The interview: how long the next question takes, and how many are asked instead of the whole form.

Cold is the first question on goals never asked about; new is a state never seen before; warm is a
state seen before. A step is an answer and the next question together.
"""

from __future__ import annotations

import random
import statistics
from collections.abc import Sequence
from time import perf_counter_ns
from typing import NamedTuple

from bench.measure import print_table, verdict
from bench.rules11 import ours
from qingdan.law.diagram import Diagrams
from qingdan.law.formula import Resolver
from qingdan.law.grammar.conditions import Answer, Condition, YesNo
from qingdan.law.grammar.named import christen
from qingdan.law.grammar.rules import Finding
from qingdan.law.grammar.text import Cite, Statute, Text
from qingdan.law.in_force import InForce
from qingdan.law.interview import Goal, Interview, all_goals, track_goals
from qingdan.law.interview.agenda import Law
from qingdan.law.interview.goals import goal_of
from qingdan.law.negative_list.sample import SAMPLE_2026
from qingdan.law.pack import model_law
from qingdan.law.ruleset import RuleSet

_SAID = Text("it holds", "成立")
_CITE = Cite(Statute("bench", _SAID, _SAID), 1)
TARGET_US = 50


class Measured(NamedTuple):
    """A law with goals, loaded afresh."""

    name: str
    law: Law
    goals: Sequence[Goal]


def random_goal(chance: random.Random, facts: int, twice: int) -> Measured:
    """Return a random rule that truly turns on ``facts`` facts, ``twice`` of which occur twice."""
    while True:
        made = _random_goal(chance, facts, twice)
        if len(Interview(made.law, made.goals).relevant) == facts:
            return made


def _random_goal(chance: random.Random, facts: int, twice: int) -> Measured:
    asked = [YesNo(asks=_SAID, cite=_CITE, yes=_SAID, no=_SAID) for _ in range(facts)]
    christen({f"x{i}": fact for i, fact in enumerate(asked)}, YesNo)
    leaves: list[Condition] = [*asked, *chance.sample(asked, twice)]
    chance.shuffle(leaves)
    finding = Finding(cite=_CITE, says=_SAID, denies=_SAID, when=_tree(chance, leaves))
    christen({"sought": finding}, Finding)
    rules = RuleSet(Resolver([finding], facts=asked), [finding])
    return Measured(f"random rule, {facts} facts, {twice} twice", rules, [goal_of(finding)])


def _tree(chance: random.Random, leaves: Sequence[Condition]) -> Condition:
    if len(leaves) == 1:
        return leaves[0] if chance.random() < 0.6 else ~leaves[0]  # noqa: PLR2004
    cut = chance.randint(1, len(leaves) - 1)
    one, other = _tree(chance, leaves[:cut]), _tree(chance, leaves[cut:])
    return one & other if chance.random() < 0.5 else one | other  # noqa: PLR2004


def subjects(chance: random.Random) -> list[Measured]:
    """Return what is measured: the decision of the other benchmark, random rules, the whole law."""
    bench = RuleSet(ours().rules.resolver, ours().rules.findings, diagrams=Diagrams([2] * 13))
    law = InForce(model_law(), edition=SAMPLE_2026)
    return [
        Measured("eleven rules", bench, [goal_of(f) for f in bench.findings]),
        *(random_goal(chance, 16, twice) for twice in (0, 4, 8, 8)),
        Measured("Model Law, track", law, track_goals(law)),
        Measured("Model Law, all goals", law, all_goals(law)),
    ]


def world(law: Law, chance: random.Random) -> dict[str, Answer]:
    """Return an answer to every question, every cell equally likely."""
    return {c.fact.key: c.representative(chance.randrange(c.size)) for c in law.resolver.cells}


def timings(it: Measured, chance: random.Random, states: int) -> tuple[object, ...]:
    """Return name, facts and median times of one subject: cold in ms, the rest in µs."""
    cold, start = _microseconds(lambda: Interview(it.law, it.goals).next()), Interview(it.law, it.goals)
    relevant = [fact.key for fact in start.relevant]
    new: list[float] = []
    warm: list[float] = []
    step: list[float] = []
    while len(new) < states:
        answers = world(it.law, chance)
        known = chance.sample(relevant, chance.randrange(len(relevant)))
        state = Interview(it.law, it.goals, {key: answers[key] for key in known})
        if state.settled:
            continue
        new.append(_microseconds(state.next))
        warm.append(_microseconds(state.next))
        asked = state.next()
        if asked:
            state.answer(asked.key, answers[asked.key]).next()
            step.append(_microseconds(lambda: state.answer(asked.key, answers[asked.key]).next()))  # noqa: B023
    medians = (statistics.median(times) for times in (new, warm, step))
    return (it.name, len(relevant), cold / 1000, *medians, max(warm))


def _microseconds(work: object) -> float:
    begun = perf_counter_ns()
    work()  # type: ignore[operator]
    return (perf_counter_ns() - begun) / 1000


def lengths(it: Measured, chance: random.Random, runs: int, given: dict[str, Answer]) -> tuple[object, ...]:
    """Return how many questions are asked on average: by the interview, in plain order, by the form."""
    form = len(Interview(it.law, it.goals, given).relevant)
    asked, in_order = [], []
    for _ in range(runs):
        answers = {**world(it.law, chance), **given}
        talk = plain = Interview(it.law, it.goals, given)
        while question := talk.next():
            talk = talk.answer(question.key, answers[question.key])
        while not plain.settled:
            first = plain.relevant[0].key
            plain = plain.answer(first, answers[first])
        asked.append(len(talk.answers) - len(given))
        in_order.append(len(plain.answers) - len(given))
    mean = statistics.mean(asked)
    return (it.name, mean, max(asked), statistics.mean(in_order), form, form / mean)


def main(*, quick: bool = False) -> bool:
    """Measure and print; return whether the target was reached."""
    chance = random.Random(16)  # noqa: S311 - reproducible, not secret
    measured = subjects(chance)
    rows = [timings(it, chance, 60 if quick else 400) for it in measured]
    print_table(
        "Next question (exact; medians over random states)",
        ("goals", "facts", "cold ms", "new µs", "warm µs", "step µs", "warm max µs"),
        rows,
    )
    runs = 50 if quick else 300
    in_scope: dict[str, Answer] = {"is_ai": True, "activity_in_china": True, "offers_to_others": True}
    reached = [it._replace(name=f"{it.name}, in scope") for it in measured[-2:]]
    print_table(
        "Questions asked (mean, uniformly random answers)",
        ("goals", "asked", "most", "law's order", "full form", "form / asked"),
        [
            *(lengths(it, chance, runs, {}) for it in measured),
            *(lengths(it, chance, runs, in_scope) for it in reached),
        ],
    )
    small = [row for row in rows if isinstance(row[1], int) and row[1] <= 16]  # noqa: PLR2004
    return verdict("next question, up to 16 facts, warm µs", max(float(str(r[4])) for r in small), TARGET_US)


if __name__ == "__main__":
    main()
