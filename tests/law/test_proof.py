"""Faults planted in small laws must be found, each with the right case; sound laws must be proven."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from itertools import product
from typing import Any

import pytest

from qingdan.law.diagram import Diagrams
from qingdan.law.formula import Resolver
from qingdan.law.grammar.amounts import Fixed, Higher, Lower, PercentOf, yuan
from qingdan.law.grammar.conditions import ALWAYS, Condition, taking
from qingdan.law.grammar.periods import Before, Period
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.rules import Bar, DossierItem, Fine, LicenceCondition, Measure, Penalty, Role, Term
from qingdan.law.grammar.units import Unit
from qingdan.law.proof.agreement import Solved, disagreements
from qingdan.law.proof.asking import Asking
from qingdan.law.proof.cases import smallest
from qingdan.law.proof.examination import examine
from qingdan.law.proof.results import Observed, Proven, Refuted, Result
from qingdan.law.proof.setting import Demanded, Opposed, Order, Setting
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


def found(results: Iterable[Result], check: str, kind: type[Result] = Refuted) -> list[Any]:
    return [r for r in results if r.check == check and isinstance(r, kind)]


def tracked(**planted: Condition) -> tuple[Any, Setting]:
    """A law with the questions listed, free, harmless and the tracks given."""
    declared: dict[str, Any] = dict(planted)
    tracks = {k: finding(i + 2, k, c) for i, (k, c) in enumerate(declared.items())}
    return tracks, Setting(tracks=tuple(tracks.values()))


class TestTracks:
    listed, free, old = question("listed"), question("free"), question("old")

    def law(self, **tracks: Condition) -> tuple[Any, Setting]:
        named, setting = tracked(**tracks)
        facts = {"listed": question("listed"), "free": question("free"), "old": question("old")}
        facts.update(listed=self.listed, free=self.free, old=self.old)
        return law_of({**facts, **named}), setting

    def test_an_overlap_is_found_with_the_two_facts_that_make_it(self) -> None:
        law, setting = self.law(licence=self.listed, registry=~self.free & ~self.old)
        (overlap,) = found(examine(law, setting).results, "tracks.exclusive")
        assert overlap.case.answers == {"listed": True, "free": False, "old": False}
        assert [r.key for r in overlap.about] == ["licence", "registry"]

    def test_exclusive_tracks_are_proven(self) -> None:
        law, setting = self.law(licence=self.listed, registry=~self.listed & ~self.free)
        assert not found(examine(law, setting).results, "tracks.exclusive")
        assert found(examine(law, setting).results, "tracks.exclusive", Proven)

    def test_a_gap_is_found_with_what_falls_into_it(self) -> None:
        law, setting = self.law(licence=self.listed, registry=~self.listed & ~self.free)
        (gap,) = found(examine(law, setting).results, "tracks.complete")
        assert gap.case.answers == {"listed": False, "free": True}

    def test_complete_tracks_are_proven(self) -> None:
        law, setting = self.law(licence=self.listed, registry=~self.listed)
        assert found(examine(law, setting).results, "tracks.complete", Proven)

    def test_assuming_that_a_world_is_impossible_silences_it(self) -> None:
        law, setting = self.law(licence=self.listed, registry=~self.listed & ~self.free)
        results = examine(law, setting, assume=[self.listed | ~self.free]).results
        assert not found(results, "tracks.complete")
        assert found(results, "tracks.complete", Proven)

    def test_an_assumption_does_not_swell_the_case(self) -> None:
        law, setting = self.law(licence=self.listed, registry=~self.free)
        results = examine(law, setting, assume=[self.old]).results
        (overlap,) = found(results, "tracks.exclusive")
        assert overlap.case.answers == {"listed": True, "free": False}


class TestReach:
    def test_a_dead_rule_is_found_with_the_places_that_exclude_one_another(self) -> None:
        big = question("big")
        large = finding(2, "large", big)
        small = finding(3, "small", ~big)
        dead = finding(4, "both", large & small)
        law = law_of({"big": big, "large": large, "small": small, "dead": dead})
        (never,) = found(examine(law).results, "rules.reachable")
        assert never.about == (dead,)
        assert [c.article for c in never.cites] == [4, 2, 3]

    def test_a_dead_duty_is_found_too(self) -> None:
        big = question("big")
        law = law_of({"big": big, "never": duty(2, "never", big & ~big), "now": duty(3, "now", big)})
        assert [r.about[0].key for r in found(examine(law).results, "rules.reachable")] == ["never"]

    def test_a_rule_that_another_reading_would_wake_is_no_dead_rule(self) -> None:
        big, wide = question("big"), reading("wide", "no", "no", "yes")
        owed = duty(2, "owed", big & taking(wide, "yes"))
        results = examine(law_of({"big": big, "wide": wide, "owed": owed})).results
        assert not found(results, "rules.reachable")
        assert [r.about for r in found(results, "rules.asleep", Observed)] == [(owed,)]

    def test_a_threshold_nobody_decided_is_named(self) -> None:
        users, bound = number("users"), reading("bound", None)
        law = law_of({"users": users, "bound": bound, "many": finding(2, "many", users >= bound)})
        (never,) = found(examine(law).results, "rules.reachable")
        assert "bound?" in never.says.en

    def test_a_finding_that_always_holds_is_found(self) -> None:
        big = question("big")
        law = law_of({"big": big, "vain": finding(2, "vain", big | ~big), "fair": finding(3, "fair", big)})
        (constant,) = found(examine(law).results, "findings.contingent")
        assert constant.about[0].key == "vain"
        assert constant.case.stated == ()

    def test_a_sound_law_has_no_refutation(self) -> None:
        big = question("big")
        law = law_of({"big": big, "fair": finding(2, "fair", big), "owed": duty(3, "owed", big)})
        assert examine(law).refuted == ()


class TestDuties:
    def test_a_duty_owed_where_what_it_presupposes_is_not(self) -> None:
        big, old = question("big"), question("old")
        file = duty(2, "file", big)
        show = duty(3, "show", big | old, presupposes=(file,))
        law = law_of({"big": big, "old": old, "file": file, "show": show})
        (broken,) = found(examine(law).results, "duties.presuppose", Observed)
        assert broken.case.answers == {"big": False, "old": True}

    def test_a_duty_that_presupposes_what_then_can_never_be(self) -> None:
        big = question("big")
        small = finding(2, "small", ~big)
        show = duty(3, "show", big, presupposes=(small,))
        law = law_of({"big": big, "small": small, "show": show})
        (broken,) = found(examine(law).results, "duties.presuppose")
        assert broken.case.answers == {"big": True}

    def test_a_duty_that_its_bearer_can_never_owe(self) -> None:
        uses = question("used")
        serve = duty(2, "serve", ~uses, bearer=Role.USER)
        results = examine(law_of({"uses": uses, "serve": serve}), Setting(roles={Role.USER: uses})).results
        (stray,) = found(results, "duties.borne")
        assert stray.case is None

    def test_a_duty_that_falls_on_somebody_else(self) -> None:
        uses, big = question("used"), question("big")
        serve = duty(2, "serve", big, bearer=Role.USER)
        law = law_of({"uses": uses, "big": big, "serve": serve})
        (stray,) = found(examine(law, Setting(roles={Role.USER: uses})).results, "duties.borne")
        assert stray.case.answers == {"uses": False, "big": True}

    def test_a_licence_demanded_of_whom_it_can_never_be_given(self) -> None:
        listed, native, staffed = question("listed"), question("native"), question("staffed")
        required = finding(2, "licence required", listed)
        own = LicenceCondition(cite=place(3), says=text("native"), met_when=native)
        staff = LicenceCondition(cite=place(4), says=text("staffed"), met_when=staffed)
        declared = {
            "listed": listed,
            "native": native,
            "staffed": staffed,
            "required": required,
            "own": own,
            "staff": staff,
        }
        setting = Setting(demanded=(Demanded(by=required, conditions=(own, staff), lasting=(native,)),))
        (hopeless,) = found(examine(law_of(declared), setting).results, "duties.fulfillable")
        assert hopeless.case.answers == {"listed": True, "native": False}
        assert hopeless.about == (required, own)

    def test_duties_that_undo_each_other(self) -> None:
        ended, logged = question("ended"), question("logged")
        delete, keep = duty(2, "delete", ended), duty(3, "keep", logged)
        law = law_of({"ended": ended, "logged": logged, "delete": delete, "keep": keep})
        setting = Setting(opposed=(Opposed(one=delete, other=keep, because=text("Kept is not deleted.")),))
        (conflict,) = found(examine(law, setting).results, "duties.unopposed")
        assert conflict.case.answers == {"ended": True, "logged": True}

    def test_one_act_with_two_periods(self) -> None:
        big, done, ended = question("big"), event("returned"), event("ended")
        short = duty(2, "return soon", big, done_by=done, within=Period(amount=3, unit=Unit.DAY, after=ended))
        long = duty(
            3, "return later", big, done_by=done, within=Period(amount=3, unit=Unit.MONTH, after=ended)
        )
        law = law_of({"big": big, "done": done, "ended": ended, "short": short, "long": long})
        (conflict,) = found(examine(law).results, "duties.one_period")
        assert "3 days" in conflict.says.en
        assert "3 months" in conflict.says.en

    def test_an_order_of_acts_that_runs_in_a_circle(self) -> None:
        big, granted, assessed, begun = question("big"), event("granted"), event("assessed"), event("begun")
        licence = duty(2, "licence first", big, done_by=granted, within=Before(event=begun))
        assess = duty(3, "assess", big, done_by=assessed, within=Period(amount=9, unit=Unit.DAY, after=begun))
        report = DossierItem(cite=place(4), says=text("report"), needed_when=big)
        declared = {
            "big": big, "granted": granted, "assessed": assessed, "begun": begun,
            "licence": licence, "assess": assess, "report": report,
        }  # fmt: skip
        law = law_of(declared)
        assert found(examine(law).results, "duties.order", Proven)
        setting = Setting(orders=(Order(first=assessed, then=granted, rule=report),))
        (circle,) = found(examine(law, setting).results, "duties.order")
        assert set(circle.about) == {licence, assess, report}

    def test_a_licence_condition_that_no_document_shows(self) -> None:
        fit = question("fit")
        own = LicenceCondition(cite=place(3), says=text("fit"), met_when=fit)
        paper = DossierItem(cite=place(4), says=text("paper"), shows=(own,))
        assert found(examine(law_of({"fit": fit, "own": own})).results, "conditions.shown")
        assert not found(
            examine(law_of({"fit": fit, "own": own, "paper": paper})).results, "conditions.shown"
        )


def fined(article: int, when: Condition, low: Any = None, high: Any = None, **more: Any) -> Penalty:  # noqa: ANN401
    fine = Fine(low=low or Fixed(0), high=high or yuan(100), presupposes=more.pop("presupposes", ALWAYS))
    return Penalty(cite=place(article), when=when, says=text("fine"), entity=fine, **more)


class TestSanctions:
    def test_a_penalty_that_can_never_be_imposed(self) -> None:
        late, warned = question("late"), question("warned")
        fine = fined(2, late & ~warned, presupposes=warned)
        results = examine(law_of({"late": late, "warned": warned, "fine": fine})).results
        assert [r.about for r in found(results, "penalties.imposable")] == [(fine,)]

    def test_a_measure_that_a_bar_always_stops(self) -> None:
        late = question("late")
        fine = fined(2, late, measures=(Measure.WARNING,))
        bar = Bar(cite=place(3), when=late, because=text("late"), remedy=text("wait"), fines=False)
        (stopped,) = found(
            examine(law_of({"late": late, "fine": fine, "bar": bar})).results, "penalties.imposable"
        )
        assert "warning" in stopped.says.en

    @pytest.mark.parametrize(("join", "sound"), [(Higher, True), (Lower, False)])
    def test_a_range_whose_least_can_exceed_its_most(self, join: Any, sound: bool) -> None:  # noqa: FBT001, ANN401
        late, turnover = question("late"), number("turnover", high=10**21)
        fine = fined(2, late, yuan(100), join(yuan(1000), PercentOf(4, turnover)))
        results = examine(law_of({"late": late, "turnover": turnover, "fine": fine})).results
        refuted = found(results, "penalties.range")
        assert bool(refuted) is not sound
        if refuted:
            assert refuted[0].case.answers["turnover"] * 4 // 100 < 100_00

    def test_a_breach_that_no_penalty_answers(self) -> None:
        late, by = question("late"), choice("who", "maker", "user")
        fine = fined(2, late & by.is_("maker"))
        make, use = (
            duty(3, "make well", ALWAYS, bearer=Role.DEVELOPER),
            duty(4, "use well", ALWAYS, bearer=Role.USER),
        )
        setting = Setting(
            breaches={
                Role.DEVELOPER: ((text("by the maker"), by.is_("maker")),),
                Role.USER: ((text("by the user"), by.is_("user")),),
            }
        )
        law = law_of({"late": late, "by": by, "fine": fine, "make": make, "use": use})
        (bare,) = found(examine(law, setting).results, "penalties.sanctioned")
        assert bare.about == (use,)
        assert bare.case.answers == {"by": "user"}

    def test_a_breach_that_cannot_be_ordered_to_be_corrected(self) -> None:
        breach = choice("what", "late", "false")
        late = fined(2, breach.is_("late"), obliged=(Measure.WARNING,))
        false = fined(3, breach.is_("false"), obliged=(Measure.ORDER_CORRECTION,))
        law = law_of({"breach": breach, "late": late, "false": false})
        (bare,) = found(examine(law, Setting(breach=breach)).results, "penalties.corrigible")
        assert bare.case.answers == {"breach": "late"}


class TestSilences:
    def test_a_benefit_that_is_free_for_the_asking_is_found(self) -> None:
        big = question("big")
        law = law_of({"big": big, "gift": finding(2, "gift", big | ~big, benefit=True)})
        assert found(examine(law).results, "unknown.earns_nothing")

    def test_a_benefit_that_must_be_shown_is_proven_safe(self) -> None:
        big, users = question("big"), number("users")
        law = law_of(
            {"big": big, "users": users, "gift": finding(2, "gift", ~big & (users < 9), benefit=True)}
        )
        assert found(examine(law).results, "unknown.earns_nothing", Proven)

    def test_a_period_that_lapses_into_nothing(self) -> None:
        start = event("filed")
        term = Term(
            cite=place(2), binds=Role.AUTHORITY, says=text("decide"), on_lapse=text("complain"),
            period=Period(amount=5, unit=Unit.WORKING_DAY, after=start),
        )  # fmt: skip
        (silent,) = found(examine(law_of({"start": start, "term": term})).results, "periods.lapse", Observed)
        assert silent.about == (term,)

    def test_what_rests_on_a_reading_is_shown_by_the_smallest_case(self) -> None:
        big, old, wide = question("big"), question("old"), reading("wide", "yes", "yes", "no")
        required = finding(2, "required", big | (old & taking(wide, "yes")))
        (rests,) = found(
            examine(law_of({"big": big, "old": old, "wide": wide, "required": required})).results,
            "readings.rest",
            Observed,
        )
        assert rests.case.answers == {"big": False, "old": True}
        assert rests.reading is wide


class TestAgreement:
    def law(self) -> Any:  # noqa: ANN401
        a, b, c = question("a"), question("b"), question("c")
        n, k, bound = number("n"), choice("k", "x", "y", "z"), reading("bound", 7)
        r1 = finding(2, "r1", (a & ~b) | (b & c), unless=k.is_("x", "z"))
        r2 = finding(3, "r2", (n >= bound) | r1)
        r3 = finding(4, "r3", ~r2 & ((n > 40) | ~k.is_("y")))
        r4 = finding(5, "r4", (a & b) | (~a & c))
        named = {
            "a": a,
            "b": b,
            "c": c,
            "n": n,
            "k": k,
            "bound": bound,
            "r1": r1,
            "r2": r2,
            "r3": r3,
            "r4": r4,
        }
        return law_of(named)

    def test_conditions_formulas_and_diagrams_mean_the_same(self) -> None:
        assert list(disagreements(Asking(self.law()))) == []

    def test_a_wrong_formula_would_be_noticed(self) -> None:
        law = self.law()
        asking = Asking(law)
        one, other, *_ = law.findings
        law.resolver._resolved[one, False] = law.resolver.resolve(other)
        assert (one, "formula") in list(disagreements(asking))

    def test_solver_and_judge_agree_on_every_partial_sheet(self) -> None:
        law = self.law()
        solved = Solved(Asking(law))
        values: list[list[Any]] = [[None, True, False]] * 3 + [[None, 3, 7, 41], [None, "x", "y", "z"]]
        for given in product(*values):
            sheet = dict(zip(("a", "b", "c", "n", "k"), given, strict=True))
            judged = law.rules.judge(sheet)
            assert judged == {f.key: solved.judge(sheet, f) for f in law.findings}, sheet


class TestSmallestCases:
    def test_a_fact_that_a_diagram_asks_first_is_left_out_where_it_does_not_matter(self) -> None:
        a, b, c, d, e = (question(w) for w in "abcde")
        goal = finding(2, "goal", (a & b & c) | (~a & d & e & c) | (b & c & d & e))
        pack_of({"a": a, "b": b, "c": c, "d": d, "e": e, "goal": goal})
        resolver = Resolver([goal], facts=(a, b, c, d, e))
        diagrams = Diagrams([s.size for s in resolver.cells])
        assert smallest(diagrams, diagrams.build(resolver.resolve(goal))) == ((0, 1), (1, 1), (2, 1))

    def test_no_smaller_case_exists_by_exhaustion(self) -> None:
        facts = [question(w) for w in "abcde"]
        a, b, c, d, e = facts
        goals = [(a & b) | (~a & c), (a & ~b & c) | (b & d) | (e & ~d & c), (a | b) & (c | d) & (~a | e)]
        for when in goals:
            goal = finding(2, "goal", when)
            resolver = Resolver([goal], facts=facts)
            diagrams = Diagrams([s.size for s in resolver.cells])
            node = diagrams.build(resolver.resolve(goal))
            cells = smallest(diagrams, node)
            assert cells is not None
            sizes = [
                sum(code > 0 for code in codes)
                for codes in product((0, 1, 2), repeat=5)
                if diagrams.value(node, codes) is True
            ]
            assert len(cells) == min(sizes)


def test_without_the_solver_the_refusal_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "z3", None)
    with pytest.raises(Refusal, match=r"install qingdan\[proof\]"):
        examine(law_of({"big": question("big")}))


def test_comparing_and_covering_need_no_solver() -> None:
    code = "import sys, qingdan.law.compare, qingdan.law.coverage; sys.exit('z3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
