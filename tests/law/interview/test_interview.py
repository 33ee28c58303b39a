"""An interview as people meet it: reasons, don't know, second thoughts, saving and resuming."""

from __future__ import annotations

import json
from typing import Any

import pytest

from qingdan.law.formula import Resolver
from qingdan.law.grammar.conditions import Choice, Fact, Number
from qingdan.law.grammar.named import christen
from qingdan.law.grammar.refusal import Refusal, UnknownFact, WrongAnswer
from qingdan.law.interview import BadInterview, Interview
from qingdan.law.interview.agenda import Standing
from qingdan.law.interview.goals import Goal, goal_of
from qingdan.law.ruleset import RuleSet
from tests.law.worlds import CITE, finding, question, said

harms, sways, private, mandated = (question(k) for k in ("harms", "sways", "private", "mandated"))
turnover = Number(asks=said("turnover?"), cite=CITE, unit=said("fen"), money=True)
trade = Choice(asks=said("trade?"), cite=CITE, options={o: said(o) for o in ("law", "rail", "tea", "silk")})
christen({"turnover": turnover, "trade": trade}, Fact)
exempt = finding("exempt", ~harms & ~sways & ~private & ~mandated)
large = finding("large", turnover >= 500_00)
railway = finding("railway", trade.is_("rail"))
either_way = finding("either_way", (harms & sways) | (~harms & sways))
FINDINGS = (exempt, large, railway, either_way)
LAW = RuleSet(Resolver(FINDINGS), FINDINGS)


def test_one_condition_not_met_ends_it_early() -> None:
    talk = Interview(LAW, [exempt]).answer("harms", value=True)
    assert talk.settled
    assert talk.next() is None
    assert talk.outcome == {"exempt": False}


def test_a_question_says_why_it_is_asked_and_what_each_answer_settles() -> None:
    asked = Interview(LAW, [exempt]).next()
    assert asked is not None
    assert asked.key == "harms"
    assert [goal.key for goal in asked.goals] == ["exempt"]
    assert asked.why.en == (
        "TL Art. 1. Still open: “exempt”; if yes: not exempt (TL Art. 1); if no: nothing is settled yet."
    )
    assert (
        asked.why.zh
        == "《试行法》第一条。待定：“exempt”；若是：not exempt（《试行法》第一条）；若否：尚不能确定。"
    )
    assert [standing for _, standing in asked.consequence(answer=True).settles] == [Standing.FALSE]
    assert asked.consequence(answer=False).settles == ()


def test_the_last_question_settles_it_both_ways() -> None:
    answers = {"harms": False, "sways": False, "private": False}
    asked = Interview(LAW, [exempt], answers).next()
    assert asked is not None
    assert asked.why.en.endswith("if yes: not exempt (TL Art. 1); if no: the opposite.")
    assert asked.if_not_known.says.en == "if you do not know: it cannot be told whether “exempt”"


def test_a_sum_is_asked_in_bounds_and_explained_in_yuan() -> None:
    asked = Interview(LAW, [large]).next()
    assert asked is not None
    assert asked.bounds == (0, 10**15)
    assert asked.unit is not None
    assert [c.given.en for c in asked.consequences] == ["less than CNY 500", "CNY 500 or more"]
    assert [c.given.zh for c in asked.consequences] == ["不足500元", "500元以上"]


def test_options_with_the_same_effect_are_said_together() -> None:
    asked = Interview(LAW, [railway]).next()
    assert asked is not None
    assert list(asked.options) == ["law", "rail", "tea", "silk"]
    assert [c.given.en for c in asked.consequences] == ["not rail", "rail"]
    assert asked.consequences[0].answers == ("law", "tea", "silk")


def test_what_holds_either_way_is_never_asked_about() -> None:
    assert [fact.key for fact in Interview(LAW, [either_way]).relevant] == ["sways"]


def test_dont_know_leaves_a_goal_open_only_where_it_mattered() -> None:
    talk = Interview(LAW, [exempt]).dont_know("harms")
    assert not talk.settled
    assert talk.answer("sways", value=True).outcome == {"exempt": False}
    never = talk.answer("sways", value=False).answer("private", value=False).answer("mandated", value=False)
    assert never.settled
    assert never.outcome == {"exempt": None}
    assert never.standings[0][1] is Standing.UNKNOWABLE


def test_a_goal_is_sought_only_where_it_arises() -> None:
    only_large = goal_of(exempt, where=large)
    talk = Interview(LAW, [only_large])
    small = talk.answer("turnover", 1)
    assert small.settled
    assert small.standings == ((only_large, Standing.NOT_ARISING),)
    assert not talk.answer("turnover", 500_00).settled


def test_an_answer_can_be_changed_and_taken_back() -> None:
    talk = Interview(LAW, [exempt]).answer("harms", value=True)
    changed = talk.answer("harms", value=False)
    assert changed.answers == {"harms": False}
    assert not changed.settled
    assert talk.take_back("harms").answers == {}
    assert talk.settled, "an earlier state of the interview is left as it was"
    assert talk.dont_know("harms").unknown == ("harms",)
    assert talk.dont_know("harms").answer("harms", value=True).unknown == ()
    assert not talk.dont_know("harms").take_back("harms").unknown


def test_answers_known_beforehand_are_not_asked() -> None:
    talk = Interview(LAW, [exempt, large], {"harms": None, "sways": True, "turnover": 5})
    assert talk.settled
    assert talk.outcome == {"exempt": False, "large": False}


def test_the_first_goal_is_asked_about_first() -> None:
    for goals in ([exempt, large], [large, exempt]):
        asked = Interview(LAW, goals).next()
        assert asked is not None
        assert asked.goals[0].key == goals[0].key


def test_near_equals_are_asked_in_the_laws_order() -> None:
    talk, order = Interview(LAW, [exempt]), []
    while asked := talk.next():
        order.append(asked.key)
        talk = talk.answer(asked.key, value=False)
    assert order == ["harms", "sways", "private", "mandated"]


def test_the_shortest_way_is_taken() -> None:
    a, b, c, d = (question(k) for k in "abcd")
    deep = finding("deep", (a & b & c) | ~d)
    law = RuleSet(Resolver([deep]), [deep])
    asked = Interview(law, [deep]).next()
    assert asked is not None
    assert asked.key == "d", "half of all cases are settled by it at once"


@pytest.mark.parametrize("step", ["answer", "dont_know", "take_back"])
def test_a_question_of_another_law_is_refused(step: str) -> None:
    talk = Interview(LAW, [exempt])
    with pytest.raises(UnknownFact, match="nonsense is no question of this law"):
        getattr(talk, step)("nonsense", *([True] if step == "answer" else []))


def test_a_wrong_answer_is_refused_and_nothing_changes() -> None:
    talk = Interview(LAW, [exempt])
    with pytest.raises(WrongAnswer, match="give yes or no"):
        talk.answer("harms", "perhaps")
    with pytest.raises(WrongAnswer, match="give yes or no"):
        Interview(LAW, [exempt], {"harms": 1})
    assert talk.answers == {}


def test_what_was_never_answered_cannot_be_taken_back() -> None:
    with pytest.raises(Refusal, match="nothing can be taken back"):
        Interview(LAW, [exempt]).take_back("harms")


def test_saved_and_resumed_it_goes_on_where_it_stopped() -> None:
    talk = Interview(LAW, [exempt, large]).answer("sways", value=False).dont_know("harms")
    again = Interview.from_data(json.loads(json.dumps(talk.as_data())), LAW, [exempt, large])
    assert again.answers == talk.answers
    assert again.unknown == talk.unknown
    assert again.changes == ()
    was, now = talk.next(), again.next()
    assert was is not None
    assert now is not None
    assert now.key == was.key


def saved(**changed: Any) -> dict[str, Any]:  # noqa: ANN401 - wrong types are the point
    return {**Interview(LAW, [exempt]).answer("harms", value=False).as_data(), **changed}


def test_an_answer_to_a_question_the_same_law_never_asked_is_refused() -> None:
    with pytest.raises(UnknownFact, match="nonsense"):
        Interview.from_data(saved(answers={"nonsense": True}), LAW, [exempt])


def test_under_another_law_what_still_is_an_answer_is_kept_and_the_rest_is_told() -> None:
    old = saved(
        law={"pack": "older", "list": "first", "readings": {"way": "one"}},
        answers={"harms": False, "gone": True, "trade": "coal"},
        dont_know=["sways", "lost"],
    )
    talk = Interview.from_data(old, LAW, [exempt])
    assert talk.answers == {"harms": False}
    assert talk.unknown == ("sways",)
    assert [change.en for change in talk.changes] == [
        "the law was older, is now none",
        "the Negative List edition was first, is now none",
        "the reading way was one, is now the default",
        "gone is no longer asked",
        "lost is no longer asked",
        "to be answered again: trade: 'coal' is no answer here; give one of law, rail, tea, silk",
    ]


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        {"answers": {}},
        saved(interview=99),
        saved(answers=[]),
        saved(dont_know={}),
        saved(goals=[1]),
        saved(law={}),
        saved(law={"pack": None, "list": None, "readings": None}),
        saved(answers={1: True}),
    ],
)
def test_what_is_no_saved_interview_is_refused(data: object) -> None:
    with pytest.raises(BadInterview):
        Interview.from_data(data, LAW, [exempt])


def test_goals_may_be_findings_or_goals() -> None:
    goal = goal_of(exempt)
    assert isinstance(goal, Goal)
    assert Interview(LAW, [goal]).goals == (goal,)
