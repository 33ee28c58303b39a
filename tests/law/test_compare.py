"""Two laws laid on one another: the smallest case that differs, both outcomes, figures, and what is new."""

from __future__ import annotations

import json
from typing import Any

from qingdan.law.compare import Difference, differences
from qingdan.law.grammar.amounts import ByReading, Fixed, Higher, Lower, PercentOf, yuan
from qingdan.law.grammar.conditions import OnNegativeList, taking
from qingdan.law.grammar.periods import Period, UnitByReading
from qingdan.law.grammar.rules import Fine, Penalty, Role, Term
from qingdan.law.grammar.units import Unit
from qingdan.law.in_force import InForce
from qingdan.law.negative_list.sample import EDITIONS
from qingdan.law.pack import model_law
from qingdan.law.worlds import model_law_setting
from tests.law.planted import (
    choice,
    duty,
    event,
    finding,
    law_of,
    number,
    pack_of,
    place,
    question,
    reading,
    text,
)


def only(found: list[Difference]) -> Difference:
    (difference,) = found
    return difference


def version(threshold: int, *, strict: bool) -> dict[str, Any]:
    big, old, users = question("big"), question("old"), number("users")
    when = (big & ~old) | (users >= threshold)
    return {
        "big": big,
        "old": old,
        "users": users,
        "required": finding(2, "required", when if strict else when & ~old),
        "spared": finding(3, "spared", ~big),
    }


def test_a_law_does_not_differ_from_itself() -> None:
    law = law_of(version(50, strict=True))
    assert differences(law, law) == []


def test_two_packs_with_facts_of_their_own_are_matched_by_key() -> None:
    one, other = law_of(version(50, strict=True)), law_of(version(50, strict=False))
    found = only(differences(one, other))
    assert found.rule.key == "required"
    assert found.case is not None
    assert found.case.answers == {"old": True, "users": 50}
    assert (found.one.en, found.other.en) == ("required", "not: required")


def test_a_moved_threshold_is_shown_between_the_two_figures() -> None:
    found = only(differences(law_of(version(50, strict=True)), law_of(version(60, strict=True))))
    assert found.case is not None
    assert 50 <= found.case.answers["users"] < 60
    assert found.one.en == "required"


def test_an_outcome_that_turns_round_is_no_case_of_nothing() -> None:
    big = question("big")
    one = law_of({"big": big, "f": finding(2, "f", big)})
    small = question("big")
    other = law_of({"big": small, "f": finding(2, "f", ~small)})
    found = only(differences(one, other))
    assert found.case is not None
    assert found.case.answers == {"big": True}


def test_an_assumption_silences_a_difference() -> None:
    facts = version(50, strict=True)
    one, other = law_of(facts), law_of(version(50, strict=False))
    assert differences(one, other, assume=[~facts["old"]]) == []


def test_new_and_removed_rules_are_listed() -> None:
    old, new = version(50, strict=True), version(50, strict=True)
    del new["spared"]
    new["added"] = finding(4, "added", new["big"])
    kinds = [(d.kind, d.rule.key) for d in differences(law_of(old), law_of(new))]
    assert kinds == [("removed", "spared"), ("new", "added")]


def test_an_option_that_only_one_law_knows_is_still_a_case() -> None:
    def law(*options: str) -> InForce:
        colour = choice("colour", *options)
        return law_of({"colour": colour, "f": finding(2, "f", colour.is_(*options[1:]))})

    found = only(differences(law("red", "blue"), law("red", "blue", "green")))
    assert found.case is not None
    assert found.case.answers == {"colour": "green"}


def test_two_readings_of_one_law() -> None:
    big, old, wide = question("big"), question("old"), reading("wide", "yes", "yes", "no")
    declared = {"big": big, "old": old, "wide": wide, "f": finding(2, "f", big | (old & taking(wide, "yes")))}
    one = law_of(declared)
    found = only(differences(one, InForce(one.pack, readings={"wide": "no"})))
    assert found.case is not None
    assert found.case.answers == {"big": False, "old": True}


def test_forty_five_days_that_become_working_days() -> None:
    unit, filed = reading("unit", "calendar", "calendar", "working"), event("filed")
    term = Term(
        cite=place(27), binds=Role.AUTHORITY, says=text("decide"), on_lapse=text("complain"),
        period=Period(
            amount=45, after=filed, unit=UnitByReading(unit, {"calendar": Unit.DAY, "working": Unit.WORKING_DAY})
        ),
    )  # fmt: skip
    one = law_of({"unit": unit, "filed": filed, "term": term})
    found = only(differences(one, InForce(one.pack, readings={"unit": "working"})))
    assert found.kind == "figure"
    assert "45 days" in found.one.en
    assert "45 working days" in found.other.en
    assert "45个工作日" in found.explain("zh")


def test_a_cap_that_reads_lower_instead_of_higher() -> None:
    late, turnover = question("late"), number("turnover")
    rule = reading("cap", "higher", "higher", "lower")
    fixed, share = yuan(10_000_000), PercentOf(4, turnover)
    cap = ByReading(rule, {"higher": Higher(fixed, share), "lower": Lower(fixed, share)})
    fine = Penalty(cite=place(61), when=late, says=text("fine"), entity=Fine(low=Fixed(0), high=cap))
    one = law_of({"late": late, "turnover": turnover, "rule": rule, "fine": fine})
    found = only(differences(one, InForce(one.pack, readings={"cap": "lower"})))
    assert "the higher of 10,000,000 yuan" in found.one.en
    assert "the lower of 10,000,000 yuan" in found.other.en


def test_rules_that_differ_alike_are_told_once() -> None:
    big, wide = question("big"), reading("wide", "yes", "yes", "no")
    f = finding(2, "f", big & taking(wide, "yes"))
    one = law_of({"big": big, "wide": wide, "f": f, "owed": duty(3, "owed", f)})
    found = only(differences(one, InForce(one.pack, readings={"wide": "no"})))
    assert [r.key for r in (found.rule, *found.also)] == ["f", "owed"]


def test_a_difference_is_data_and_two_languages() -> None:
    found = only(differences(law_of(version(50, strict=True)), law_of(version(50, strict=False))))
    data = json.loads(json.dumps(found.as_data(), ensure_ascii=False))
    assert data["case"]["answers"] == {"old": True, "users": 50}
    assert data["en"] != data["zh"]


def test_without_an_edition_nothing_is_listed() -> None:
    big = question("big")
    listed = finding(2, "listed", big & OnNegativeList())
    pack = pack_of({"big": big, "listed": listed})
    assert differences(InForce(pack), InForce(pack)) == []


class TestTheModelLaw:
    def test_two_editions_of_the_list_differ_first_in_the_track(self) -> None:
        setting = model_law_setting()
        one, other = (InForce(model_law(), edition=e) for e in EDITIONS[:2])
        found = differences(one, other, assume=setting.assume, first=setting.tracks)
        assert found[0].rule in setting.tracks
        case = found[0].case
        assert case is not None
        key = found[0].rule.key
        values = [law.rules.judge(case.answers)[key] for law in (one, other)]
        assert sorted(values, key=bool) == [False, True]

    def test_every_case_is_decided_differently_by_the_two_judges(self) -> None:
        one = InForce(model_law(), edition=EDITIONS[0])
        other = InForce(model_law(), edition=EDITIONS[0], readings={"scope.abroad": "effect_found"})
        compared = 0
        for difference in differences(one, other, one.findings):
            if difference.case is not None:
                key = difference.rule.key
                judged = [law.rules.judge(difference.case.answers)[key] for law in (one, other)]
                assert None not in judged
                assert judged[0] is not judged[1]
                compared += 1
        assert compared > 3
