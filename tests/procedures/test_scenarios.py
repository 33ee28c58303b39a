"""Every scenario comes out as written; and a scenario that is badly written does not pass for one that holds."""

from __future__ import annotations

from typing import Any

import pytest

from qingdan.procedures.catalogue import procedures
from tests.procedures.scenario import run
from tests.procedures.scenario_file import FOLDER, Unmet, load, read
from tests.procedures.trial import TRIAL

SCENARIOS = [(p.stem, s) for p in sorted(FOLDER.glob("*.yaml")) for s in load(p)]


@pytest.mark.parametrize(
    "scenario", [s for _, s in SCENARIOS], ids=[f"{stem}: {s.get('name')}" for stem, s in SCENARIOS]
)
def test_it_comes_out_as_written(scenario: dict[str, Any]) -> None:
    run(scenario)


def test_every_procedure_has_scenarios_of_its_own() -> None:
    told = {s.get("procedure") for _, s in SCENARIOS}
    assert [p.key for p in procedures() if p.key not in told] == []


def test_no_two_scenarios_share_a_name() -> None:
    names = [str(s.get("name")) for _, s in SCENARIOS]
    assert sorted(n for n in names if names.count(n) > 1) == []


TRIED = """
name: accepted in silence, granted by two
procedure: trial
article: "27"
steps:
  - {on: 2026-03-02 23:30:00, take: submit, by: applicant:co, given: sample, stage: received,
     due: {preliminary_review: 2026-03-16, licence_decision: null}}
  - {on: 2026-03-17, settle: [deemed_accepted], stage: accepted, escalates: true,
     told: {licence_application_accepted: 2026-03-02}, started: [licence_decision]}
  - {on: 2026-03-18, choices: [extend], greyed: [], by: head}
  - {on: 2026-03-18, take: exclude_time, by: reviewer, given: {_sample: true, expected_by: 2026-03-20},
     due: {licence_decision: paused}}
  - {on: 2026-03-18, take: resume_time, by: reviewer, due: {licence_decision: 2026-04-16}}
  - {on: 2026-03-20, take: grant, by: reviewer:li, given: sample, proposed: true}
  - {on: 2026-03-20, take: grant, by: head:li, refused: four_eyes, says: 不得自行确认}
  - {on: 2026-03-21, send_back: write out the article, by: head:wang}
  - {on: 2026-03-22, take: grant, by: reviewer:li, given: sample, proposed: true}
  - {on: 2026-03-23, take: grant, by: reviewer+head:wang, stage: granted, effects: [Enters], serves: trial_letter,
     told: [licence_granted], stopped: [licence_decision], publishes: true}
"""


def tried(old: str = "", new: str = "") -> None:
    assert old in TRIED
    run(read(TRIED.replace(old, new, 1)), lambda _: TRIAL)


def test_a_scenario_that_holds_passes() -> None:
    tried()


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("procedure: trial", "procedures: trial", "unknown \\['procedures'\\], missing \\['procedure'\\]"),
        ("stage: received,", "stages: received,", "unknown here: \\['stages'\\]"),
        ("by: head}", "by: boss}", "'boss' is none of"),
        ("stage: received", "stage: accepted", "stage: written accepted, found received"),
        ("2026-03-16", "2026-03-17", "due of preliminary_review: written 2026-03-17, found 2026-03-16"),
        ("preliminary_review:", "prelim:", "there is no clock prelim; there are: preliminary_review"),
        ("settle: [deemed_accepted]", "settle: []", "lapsed by then: written \\[\\], found \\['deemed_acc"),
        ("on: 2026-03-17", "on: 2026-03-16", "lapsed by then: written \\['deemed_acc"),
        ("escalates: true", "escalates: false", "escalates: written False, found True"),
        ("accepted: 2026-03-02}", "accepted: 2026-03-17}", "told: written"),
        ("choices: [extend]", "choices: []", "open to take: written \\[\\], found \\['extend'\\]"),
        ("proposed: true", "stage: accepted", "grant was proposed; say `proposed: true`"),
        ("refused: four_eyes", "refused: not_yours", "written not_yours, found four_eyes"),
        ("says: 不得自行确认", "says: 另行", "it does not say '另行'"),
        ("head:li, refused: four_eyes", "head:wu, refused: four_eyes", "written as refused"),
        ("effects: [Enters]", "effects: []", "effects: written"),
        ("serves: trial_letter", "serves: null", "serves: written None, found trial_letter"),
        ("told: [licence_granted]", "told: []", "told: written"),
        ("stopped: [licence_decision]", "stopped: []", "stopped: written"),
        ("given: sample, stage", "given: {}, stage", "refused \\(bad_field\\): form: is missing"),
    ],
)
def test_one_that_does_not_fails_and_shows_the_path_so_far(old: str, new: str, why: str) -> None:
    with pytest.raises(Unmet, match=why):
        tried(old, new)


def test_the_failure_shows_what_happened_before() -> None:
    with pytest.raises(Unmet) as failed:
        tried("effects: [Enters]", "effects: [Marks]")
    told = str(failed.value).splitlines()
    assert told[0] == "accepted in silence, granted by two"
    assert told[1] == "  1. 2026-03-02 23:30:00 take submit by applicant:co → received"
    assert told[2] == "  2. 2026-03-17 by law: deemed_accepted → accepted"
    assert told[-1].startswith("  ✗ effects: written")


def test_one_that_checks_nothing_fails() -> None:
    nothing = {
        "name": "n",
        "procedure": "trial",
        "article": "27",
        "steps": [{"on": "2026-03-02", "take": "submit", "by": "applicant"}],
    }
    with pytest.raises(Unmet, match="checks nothing"):
        run(nothing, lambda _: TRIAL)
