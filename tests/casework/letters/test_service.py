"""Service: at once where the party agreed to it, else with a day and a proof; what is void is served no more."""

from __future__ import annotations

import pytest

from qingdan.casework import actions
from qingdan.casework.models import (
    Happening,
    Notice,
    Party,
)
from qingdan.casework.queries.cases import notices_for, timeline
from qingdan.law.grammar.refusal import Refusal
from tests.casework import factories
from tests.casework.journeys import Journey, found, on
from tests.casework.letters.kept import AT, asked, letter, read

pytestmark = pytest.mark.django_db


def test_whoever_agreed_is_served_online_at_once_and_opening_is_on_record() -> None:
    way = Journey()
    notice = letter(asked(way), "ask_supplement")
    assert (notice.served_on, notice.means) == (on("2026-03-04").date(), "online")
    assert read(way.officer("reviewer"), notice).opened_at is None, "the office's own look is no proof"
    assert read(way.company.reader, notice, on("2026-03-05")).opened_by == way.company.reader
    assert read(way.filer, notice, on("2026-03-06")).opened_at == on("2026-03-05"), "the first time counts"


def test_before_service_the_party_sees_neither_letter_nor_what_was_given() -> None:
    way = Journey(online=False)
    case = asked(way)
    notice = letter(case, "ask_supplement")
    day = on("2026-03-05").date()
    with pytest.raises(Refusal, match="no such letter"):
        read(way.filer, notice)
    assert read(way.officer("reviewer"), notice) == notice
    assert not notices_for(way.filer, day).exists()
    told = {h.event.key: h.given for h in timeline(case, way.filer, day)}
    assert told["ask_supplement"] is None
    assert told["submit"], "what it gave itself it reads"
    way.serve(case, "ask_supplement", on("2026-03-09"), "2026-03-06")
    told = {h.event.key: h.given for h in timeline(case, way.filer, day) if h.event.what == "taken"}
    assert told["ask_supplement"]
    assert read(way.filer, notice).served_on == on("2026-03-06").date()


def test_served_by_post_its_period_runs_from_that_day_and_the_party_is_told_the_date() -> None:
    way = Journey(online=False)
    case = asked(way)
    way.serve(case, "ask_supplement", on("2026-03-09"), "2026-03-06")
    notice = letter(case, "ask_supplement")
    assert (notice.means, notice.paper["due"]) == ("post", "2026-03-20")
    assert str(case.clocks.get(key="supplement_period").due) == "2026-03-20"


def test_service_needs_a_day_that_can_be_a_proof_and_consent() -> None:
    way = Journey(online=False)
    case, officer = asked(way), way.officer("reviewer")
    notice, at = letter(case, "ask_supplement"), on("2026-03-09")
    proof = str(way.document(officer, at, case).pk)
    post, means = Notice.Means.POST, Notice.Means
    wrong = (
        (on("2026-03-03"), post, proof, "bad_field"),
        (on("2026-03-10"), post, proof, "bad_field"),
        (on("2026-03-06"), post, None, "no_proof"),
        (on("2026-03-06"), post, "no identifier", "no_proof"),
        (on("2026-03-06"), means.IN_PERSON, str(way.document(way.filer, at, case).pk), "no_proof"),
        (on("2026-03-06"), means.ONLINE, proof, "not_agreed"),
    )
    for day, how, shown, code in wrong:
        with pytest.raises(Refusal) as refused:
            actions.record_service(
                case.pk, notice.pk, on=day.date(), means=how, proof=shown, by=officer, at=at
            )
        assert refused.value.code == code  # type: ignore[attr-defined]
    for stranger in (way.filer, factories.user()):
        with pytest.raises(actions.NotFound):
            actions.record_service(
                case.pk, notice.pk, on=at.date(), means=post, proof=proof, by=stranger, at=at
            )
    Party.objects.filter(pk=way.party.pk).update(served_online=True)
    actions.record_service(
        case.pk, notice.pk, on=on("2026-03-06").date(), means=means.ONLINE, proof=None, by=officer, at=at
    )
    with pytest.raises(Refusal, match="served on 2026-03-06"):
        actions.record_service(
            case.pk, notice.pk, on=at.date(), means=means.ANNOUNCEMENT, proof=None, by=officer, at=at
        )


def test_a_letter_that_the_law_has_overtaken_is_served_no_more() -> None:
    way = Journey(online=False)
    entry = way.licence(term_months=6)
    case = way.open("licence_renewal", way.filer, on("2026-06-01"), entry=entry.number)
    way.take(case, "apply", way.filer, on("2026-06-01"))
    way.take(case, "ask_documents", way.officer("reviewer"), on("2026-08-31"))
    actions.sweep(on("2026-09-04"))
    with pytest.raises(Refusal, match="void"):
        way.serve(case, "ask_documents", on("2026-09-05"))
    assert letter(case, "ask_documents").served_on is None


def test_one_that_still_has_its_place_is() -> None:
    way = Journey(online=False)
    case = way.open("licence_application", way.filer, AT, product=way.product.pk)
    way.take(case, "submit", way.filer, AT)
    way.take(case, "put_falsehood", way.officer("reviewer"), on("2026-03-13"), answer_within=5)
    actions.sweep(on("2026-03-17"))
    case.refresh_from_db()
    assert case.stage == "accepted", "by silence"
    way.serve(case, "put_falsehood", on("2026-03-18"), "2026-03-18")
    assert str(case.clocks.get(key="answer_to_falsehood").due) == "2026-03-25"


def test_of_two_letters_of_one_step_the_later_is_served() -> None:
    way = Journey(online=False)
    entry = way.licence()
    Happening.objects.create(
        product=way.product, event="incident_detected", moment="2026-04-30", note="extraordinary"
    )
    at, inspector = on("2026-05-06"), way.officer("inspector")
    case = way.open("licence_suspension", inspector, at, entry=entry.number)
    way.take(case, "open_case", inspector, at)
    proven = found("significant_incident", "2026-04-30")
    way.take(case, "record_findings", inspector, at, way.officer("inspector", "two"), **proven)
    way.take(case, "notify_intended_penalty", inspector, at)
    way.take(case, "reopen_investigation", inspector, at)
    first = letter(case, "notify_intended_penalty")
    way.take(case, "notify_intended_penalty", inspector, at)
    with pytest.raises(Refusal, match="a later one replaced it"):
        actions.record_service(
            case.pk,
            first.pk,
            on=at.date(),
            means=Notice.Means.ANNOUNCEMENT,
            proof=None,
            by=inspector,
            at=at,
        )
    way.serve(case, "notify_intended_penalty", on("2026-05-07"))
