"""The examination of the draft: what it proves and finds, and the document made of it."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from qingdan.law import examined
from qingdan.law.grammar.conditions import Choice, YesNo
from qingdan.law.in_force import InForce
from qingdan.law.negative_list.sample import EDITIONS
from qingdan.law.pack import model_law
from qingdan.law.proof.agreement import Solved, disagreements
from qingdan.law.proof.asking import Asking
from qingdan.law.proof.examination import Examination, examine
from qingdan.law.worlds import ANY_LIST, WORLDS, model_law_setting


@cache
def examination() -> Examination:
    return examine(InForce(model_law(), edition=ANY_LIST), model_law_setting())


@cache
def document() -> str:
    return examined.the_draft_examined(model_law())


def cites(check: str) -> list[set[int]]:
    return [{c.article for c in r.cites} for r in examination().results if r.check == check]


def test_the_committed_document_is_up_to_date() -> None:
    assert Path(examined.PAGE).read_text(encoding="utf-8") == document(), (
        "run: python -m qingdan.law.examined"
    )


def test_tracks_are_exclusive_and_complete_for_every_list() -> None:
    proven = {r.check for r in examination().proven}
    assert {"tracks.exclusive", "tracks.complete"} <= proven


def test_no_benefit_is_earned_by_what_is_unknown() -> None:
    assert "unknown.earns_nothing" in {r.check for r in examination().proven}


def test_a_foreign_developer_of_a_listed_product_can_never_be_licensed() -> None:
    assert {24, 25} in cites("duties.fulfillable")


def test_a_mere_user_breaks_articles_14_32_and_34_without_sanction() -> None:
    assert {14, 32, 34} in cites("penalties.sanctioned")


def test_licence_and_assessment_wait_for_each_other() -> None:
    assert {24, 26, 27, 41} in cites("duties.order")


def test_the_45_days_of_article_27_are_an_open_point() -> None:
    assert any(
        r.reading.name == "license.decision.unit" for r in examination().observed if r.reading is not None
    )


def test_every_refutation_has_a_case_or_needs_none() -> None:
    for result in examination().refuted:
        assert result.case is not None or result.check in {"rules.reachable", "conditions.shown"}, (
            result.says.en
        )


def test_every_case_can_be_judged_as_it_stands() -> None:
    law = examination().law
    for result in (*examination().refuted, *examination().observed):
        if result.case is not None:
            law.resolver.encode(result.case.answers)


def test_every_standing_assumption_is_possible_and_says_something() -> None:
    asking = Asking(examination().law)
    assert asking.possible(*(w.holds for w in WORLDS))
    for world in WORLDS:
        assert asking.possible(fails=(world.holds,)), world.says.en


def test_the_document_speaks_both_languages_and_names_no_day() -> None:
    text = document()
    assert not re.search(r"20[2-9]\d-\d\d-\d\d", text)
    for result in examination().results:
        assert result.says.zh.rstrip("。") in text


@pytest.mark.parametrize("edition", [ANY_LIST, *EDITIONS], ids=lambda e: e.key)
def test_conditions_formulas_and_diagrams_mean_the_same_on_every_sheet(edition: Any) -> None:  # noqa: ANN401
    asking = Asking(InForce(model_law(), edition=edition))
    assert [(f.key, path) for f, path in disagreements(asking)] == []


def sheet(law: InForce, chance: random.Random) -> dict[str, Any]:
    """A random partial sheet: numbers near the thresholds, about half of the facts answered."""
    answers: dict[str, Any] = {}
    for cells in law.resolver.cells:
        if chance.random() < 0.5:
            continue
        if isinstance(cells.fact, YesNo):
            answers[cells.fact.key] = chance.random() < 0.7
        elif isinstance(cells.fact, Choice):
            answers[cells.fact.key] = chance.choice(list(cells.fact.options))
        else:
            answers[cells.fact.key] = cells.representative(chance.randrange(cells.size))
    return answers


def test_judge_and_solver_agree_on_random_partial_sheets_of_the_whole_law() -> None:
    law = InForce(model_law(), edition=EDITIONS[0])
    solved, chance = Solved(Asking(law)), random.Random(23)  # noqa: S311
    known = {f.key for f in law.resolver.facts}
    for _ in range(60):
        answers = {k: v for k, v in sheet(law, chance).items() if k in known}
        judged = law.rules.judge(answers)
        for finding in chance.sample(law.findings, 8):
            assert solved.judge(answers, finding) == judged[finding.key], (finding.key, answers)
