"""The interview of the Model Law itself: short, in the law's order, and in agreement with the rules."""

from __future__ import annotations

import random
from functools import cache

from qingdan.law.grammar.conditions import Answer, Fact
from qingdan.law.in_force import InForce, in_force
from qingdan.law.interview import Interview, all_goals, track_goals
from qingdan.law.interview.agenda import Standing
from qingdan.law.pack import model_law


@cache
def law() -> InForce:
    return in_force(model_law())


def anything(fact: Fact, chance: random.Random) -> Answer:
    cells = law().resolver.cells[law().resolver.var[fact]]
    return cells.representative(chance.randrange(cells.size))


def test_what_is_no_ai_needs_one_question() -> None:
    asked = Interview(law(), track_goals(law())).next()
    assert asked is not None
    assert asked.key == "is_ai"
    assert Interview(law(), track_goals(law())).answer("is_ai", value=False).settled


def test_every_product_ends_on_a_track_as_the_rules_say() -> None:
    chance = random.Random(23)  # noqa: S311 - the same products each time
    for _ in range(200):
        talk = Interview(law(), track_goals(law()))
        while asked := talk.next():
            talk = talk.answer(asked.key, anything(asked.fact, chance))
        judged = law().rules.judge(talk.answers)
        assert talk.outcome == {goal.key: judged[goal.key] for goal in talk.goals}
        assert sum(value is True for value in talk.outcome.values()) == 1


def test_licence_conditions_do_not_arise_where_no_licence_is_required() -> None:
    talk = Interview(law(), all_goals(law())).answer("is_ai", value=False)
    standing = {goal.key: how for goal, how in talk.standings}
    assert standing["chinese_legal_person"] is Standing.NOT_ARISING


def test_saved_under_other_readings_it_says_what_changed() -> None:
    reading = next(r for r in model_law().readings if r.options and len(r.options) > 1)
    other = next(option for option in reading.options or () if option != reading.default)
    before = Interview(in_force(model_law(), readings={reading.name: other}), track_goals(law()))
    after = Interview.from_data(before.answer("is_ai", value=True).as_data(), law())
    assert after.answers == {"is_ai": True}
    assert [goal.key for goal in after.goals] == [goal.key for goal in track_goals(law())]
    assert [change.en for change in after.changes] == [
        f"the reading {reading.name} was {other}, is now the default"
    ]


def test_no_question_is_about_a_violation() -> None:
    of_product = set(model_law().facts)
    assert set(Interview(law(), all_goals(law())).relevant) <= of_product
