"""What every declared procedure owes: to be whole, lawful, spoken in both languages, and known to the law."""

from __future__ import annotations

import re

import pytest

from qingdan.law.grammar.named import Named
from qingdan.law.pack import model_law
from qingdan.procedures import stages as shared
from qingdan.procedures.catalogue import UnknownProcedure, letters, procedure, procedures, set_periods
from qingdan.procedures.grammar.clocks import SetDay, SetPeriod
from qingdan.procedures.grammar.fields import Asks
from qingdan.procedures.grammar.guards import Flag, Guard
from qingdan.procedures.grammar.procedure import Procedure
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.stages import Stage
from qingdan.procedures.grammar.steps import Lapse, Step

LAW = model_law()
ALL = procedures()
OF_ISSUE_3 = {
    "licence_application",
    "licence_renewal",
    "licence_scope_change",
    "licence_return",
    "licence_cancellation",
    "licence_suspension",
    "licence_revocation",
    "registry_filing",
    "registry_change",
    "registry_deregistration",
    "registry_cancellation_ex_officio",
    "registry_revocation",
    "exemption_claim",
    "exemption_challenge",
    "representative_appointment",
    "negative_list_edition",
}

every = pytest.mark.parametrize("proc", ALL, ids=lambda p: p.key)


# --- the catalogue


def test_every_procedure_of_the_issue_is_declared() -> None:
    assert OF_ISSUE_3 - {p.key for p in ALL} == set()


def test_every_procedure_is_named_by_an_article_and_those_of_the_issue_by_name() -> None:
    named = {key for article in LAW.articles for key in article.procedures}
    assert {p.key for p in ALL} - named == set()
    assert OF_ISSUE_3 - named == set()


def test_a_procedure_is_found_by_key_and_edition_or_refused() -> None:
    for proc in ALL:
        assert procedure(proc.key) is proc
        assert procedure(proc.key, proc.edition) is proc
    for key, edition in (("nothing", None), (ALL[0].key, 999), ("\ud800" * 900, 1)):
        with pytest.raises(UnknownProcedure) as refused:
            procedure(key, edition)
        assert refused.value.of("zh").encode()


def test_every_letter_and_set_period_has_a_name_of_its_own() -> None:
    for proc in ALL:
        for part in proc.parts:
            if part.serves is not None:
                assert letters()[part.serves.key] is part.serves, f"{proc.key}.{part.key}"
        for clock in proc.clocks:
            if isinstance(clock, SetPeriod):
                assert set_periods()[clock.key] is clock, f"{proc.key}: {clock.says.en}"
            assert clock.key, f"{proc.key}: a clock without a name"


def test_no_two_clocks_or_stages_share_a_name() -> None:
    for kind in (Stage, Named):
        known: dict[str, object] = {}
        for proc in ALL:
            for thing in proc.stages.values() if kind is Stage else proc.clocks:
                assert known.setdefault(thing.key, thing) is thing, f"two are named {thing.key}"
    assert all(getattr(shared, key, None) is s for p in ALL for key, s in p.stages.items())


# --- its shape


@every
def test_the_first_step_opens_it(proc: Procedure) -> None:
    first = proc.parts[0]
    assert isinstance(first, Step)
    assert first.at == (proc.opens_at,)
    openers = {b for s in proc.steps.values() if proc.opens_at in s.open_at for b in s.by}
    assert set(first.by) <= set(proc.opened_by) <= openers


@every
def test_every_stage_is_reached_and_left_and_an_ending_left_by_nothing(proc: Procedure) -> None:
    ways = {
        (a.key, p.to.key) for p in proc.parts if p.to for a in (p.open_at if isinstance(p, Step) else p.at)
    }
    reached = {proc.opens_at.key}
    while more := {b for a, b in ways if a in reached} - reached:
        reached |= more
    assert set(proc.stages) - reached == set(), "reached by nothing"
    leads_out = {key for key, stage in proc.stages.items() if stage.ends is not None}
    assert leads_out, "there is no ending"
    assert [p.key for p in proc.parts if any(s.ends is not None for s in p.at)] == []
    while more := {a for a, b in ways if b in leads_out} - leads_out:
        leads_out |= more
    assert set(proc.stages) - leads_out == set(), "no way to an ending"


@every
def test_every_stage_waits_for_somebody_who_can_act(proc: Procedure) -> None:
    for stage in proc.stages.values():
        here = [s for s in proc.steps.values() if stage in s.open_at]
        parties = any(not b.official for s in here for b in s.by)
        officers = any(b.official for s in here for b in s.by)
        by_itself = any(stage in lapse.at for lapse in proc.lapses.values())
        if stage.ends is None:
            assert parties if stage.waits_for_party else (officers or by_itself), stage.key


@every
def test_every_step_is_in_somebody_s_hands(proc: Procedure) -> None:
    for step in proc.steps.values():
        assert step.by, step.key
        assert By.LAW not in step.by, step.key
        assert step.at, step.key


@every
def test_steps_are_verbs_and_no_step_is_named_as_a_stage(proc: Procedure) -> None:
    for step in proc.steps.values():
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", step.key), step.key
        assert not re.search(r"(ed|ing|tion)$", step.key.split("_")[0]), f"{step.key} is no verb"
        assert step.says.en[:1].isupper(), step.key
    assert set(proc.steps) & set(proc.stages) == set()
    assert all(s.says.en[:1].islower() for s in proc.stages.values()), "stages are participles, in a sentence"


@every
def test_what_is_asked_is_asked_once_and_kept_under_one_meaning(proc: Procedure) -> None:
    kinds: dict[str, Asks] = {}
    for step in proc.steps.values():
        keys = [f.key for f in step.asks]
        assert len(keys) == len(set(keys)), step.key
        for field in step.asks:
            assert kinds.setdefault(field.key, field.asks) is field.asks, f"{step.key}.{field.key}"
    asked = {f.key: f for s in proc.steps.values() for f in s.asks}
    for field in asked.values():
        if field.to is not None:
            assert asked[field.to].asks is Asks.ITEMS, field.key


@every
def test_what_a_declaration_names_is_there(proc: Procedure) -> None:
    asked = {f.key: f for s in proc.steps.values() for f in s.asks}
    for step in proc.steps.values():
        own = {f.key: f for f in step.asks}
        judgements: tuple[Guard | Flag, ...] = (*step.guards, *step.flags)
        for judged in judgements:
            assert set(judged.asks) <= set(own), f"{step.key}: {judged.says.en}"
        assert set(step.apart_from) <= set(proc.steps), step.key
        assert {*step.pauses, *step.resumes} <= set(proc.clocks), step.key
        days = [step.told_on] if isinstance(step.told_on, str) else list((step.told_on or {}).values())
        for day in (d for d in days if isinstance(d, str)):
            assert own[day].asks is Asks.DAY, step.key
            assert own[day].required, f"{step.key}: {day} dates an event"
        assert not step.on_service or step.serves is not None, f"{step.key}: nothing to serve"
        assert not step.binds_on_service or step.on_service, f"{step.key}: its service would begin nothing"
        for effect in step.effects:
            names = [*getattr(effect, "shows", ()), getattr(effect, "term_months", None)]
            kind = getattr(effect, "kind", None)
            names += [kind] if type(kind) is str else []
            assert {n for n in names if n} <= set(asked), f"{step.key}: {effect}"
    for clock in proc.clocks:
        if isinstance(clock, SetPeriod) and isinstance(clock.length, str):
            assert asked[clock.length].asks is Asks.NUMBER, clock.key
            assert asked[clock.length].required, clock.key
        if isinstance(clock, SetDay):
            assert asked[clock.day].asks is Asks.DAY, clock.key


def test_a_part_is_a_step_or_a_lapse() -> None:
    assert {type(part) for proc in ALL for part in proc.parts} <= {Step, Lapse}
