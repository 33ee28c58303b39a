"""What the other readings would give: exactly what judging again under each of them gives."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from qingdan.intake.case import read_case
from qingdan.law.judge import Judgement, judge, rejudge
from qingdan.law.judge.alternatives import FEW, ReadingEffect, alternatives
from qingdan.law.judge.resting import resting_on

FOLDER = Path(__file__).parents[3] / "examples" / "products"
CASES = {
    "04-foreign-translation-bot": date(2026, 4, 2),
    "11-terminated-service": date(2026, 11, 30),
    "18-licence-granted": date(2026, 4, 30),
    "19-incident-on-new-years-eve": date(2026, 3, 24),
}


def judged(name: str, on: date) -> Judgement:
    case = read_case(FOLDER / f"{name}.yaml")
    return judge(case.product, on, readings=case.readings)


def outcome(one: Judgement) -> tuple[Any, ...]:
    """Return all that a reading may change: track, what is owed when and why, records, licence conditions."""
    owed = (*one.obligations, *one.authority_duties, *one.terms)
    seen = {(o.duty.key, str(o.start)): (o.due, o.keep_until, o.ground) for o in owed if o.waits_for is None}
    return one.track.candidates, seen, {c.rule.key: c.value for c in one.conditions}


@pytest.mark.parametrize(("name", "on"), CASES.items(), ids=CASES)
def test_an_effect_is_shown_where_judging_again_gives_another_outcome_and_nowhere_else(
    name: str, on: date
) -> None:
    one = judged(name, on)
    shown = {(e.reading.name, e.other) for e in alternatives(one)}
    really = set()
    for reading in one.law.pack.readings:
        few = range(reading.low, reading.high + 1) if reading.high - reading.low < FEW else ()
        for other in reading.options or few:
            if other != one.law.taken(reading) and outcome(rejudge(one, reading, other)) != outcome(one):
                really.add((reading.name, other))
    assert shown == really
    assert shown


def effects(name: str, on: date) -> dict[tuple[str, object], ReadingEffect]:
    return {(e.reading.name, e.other): e for e in alternatives(judged(name, on))}


def test_the_change_of_a_date_is_told_with_both_dates() -> None:
    effect = effects("11-terminated-service", date(2026, 11, 30))["notice.advance.clear_days", 31]
    assert [c.en for c in effect.changes] == [
        "Publish the termination plan and users' rights at least thirty working days ahead: 2026-09-14 becomes 2026-09-11"
    ]
    assert effect.changes[0].zh.endswith("：2026-09-14变为2026-09-11")


def test_a_change_of_track_is_told_first() -> None:
    effect = effects("04-foreign-translation-bot", date(2026, 4, 2))["scope.abroad", "effect_found"]
    assert effect.changes[0].en == "track: exempt from registration becomes neither licence nor registration"


def test_a_licence_condition_that_turns_on_a_reading_is_told() -> None:
    effect = effects("18-licence-granted", date(2026, 4, 30))["license.risk_system_condition", "described"]
    assert any("not met becomes met" in c.en for c in effect.changes)


def test_no_change_is_told_twice() -> None:
    for name, on in CASES.items():
        for effect in alternatives(judged(name, on)):
            assert len(set(effect.changes)) == len(effect.changes)


def test_a_number_with_a_wide_range_is_a_decision_and_has_no_alternative() -> None:
    assert not [
        e
        for e in alternatives(judged("13-exemption-lost", date(2026, 4, 27)))
        if e.reading.name == "exemption.loss_wd"
    ]


@pytest.mark.parametrize(("name", "on"), CASES.items(), ids=CASES)
def test_what_turns_on_a_reading_rests_on_it(name: str, on: date) -> None:
    """A change of what is owed now names a reading that the judgement rests on."""
    one = judged(name, on)
    resting = {r.name for r in resting_on(one)}
    for effect in alternatives(one):
        if any("becomes" in c.en for c in effect.changes):
            assert effect.reading.name in resting
