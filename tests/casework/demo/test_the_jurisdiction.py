"""The demonstration is complete, consistent, sealed and evidently invented; and it comes out the same whatever the year."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from qingdan.casework import actions, sealing
from qingdan.casework.demo import accounts, clock
from qingdan.casework.demo.load import Loaded, load
from qingdan.casework.demo.script import stories
from qingdan.casework.demo.sights import sights
from qingdan.casework.letters import letter_pdf
from qingdan.casework.models import (
    Case,
    Comment,
    Delegation,
    Document,
    Event,
    Judged,
    ListEdition,
    Notice,
    Party,
    Posting,
    Recusal,
    RegisterEntry,
    User,
)
from qingdan.casework.moment import now
from qingdan.law.numbers import Verdict, check_uscc
from qingdan.procedures.catalogue import procedures
from qingdan.procedures.grammar.effects import Status
from tests.casework.demo.conftest import TOLD_AT

FICTITIOUS = ("示例", "演示", "虚构")


def stage_of(key: str) -> str:
    """The stage at which the case of a story stands."""
    return Case.objects.get(events__idempotency_key=f"demo:{key}").stage


def test_every_story_is_told_to_its_end(told: Loaded) -> None:
    assert told.stopped == ()
    assert 60 <= told.cases == len(stories()) <= 120


def test_there_are_cases_of_every_procedure(told: Loaded) -> None:  # noqa: ARG001
    assert set(Case.objects.values_list("procedure", flat=True)) == {p.key for p in procedures()}


@pytest.mark.parametrize(
    ("story", "stage"),
    [
        ("draft", "drafted"),
        ("about-to-lapse", "received"),
        ("four-defects", "supplement_due"),
        ("deemed-accepted", "accepted"),
        ("hearing-offered", "hearing_offered"),
        ("hearing-announced", "hearing_announced"),
        ("to-be-delivered", "granted"),
        ("denied", "denied"),
        ("withdrawn", "withdrawn"),
        ("counted-withdrawn", "counted_withdrawn"),
        ("not-accepted", "not_accepted"),
        ("rectifying", "suspended"),
        ("restored", "restored"),
        ("revoked", "struck_off"),
        ("deemed-renewed", "renewed"),
        ("renewal-under-way", "renewal_sought"),
        ("returned", "struck_off"),
        ("fraud-suspected", "withdrawal_intended"),
        ("r-filed", "filed"),
        ("r-missing", "supplement_due"),
        ("r-complete", "filing_complete"),
        ("r-spring", "registered"),
        ("d-done", "deregistered"),
        ("revoked-for-falsehood", "registration_revoked"),
        ("revocation-hearing", "hearing_offered"),
        ("gone", "registration_cancelled"),
        ("e-questioned", "exemption_questioned"),
        ("e-lost", "exemption_lost"),
        ("rep-recorded", "representative_recorded"),
        ("rep-missing", "representative_missing"),
        ("list-in-force", "list_in_force"),
        ("list-consulted", "list_in_consultation"),
    ],
)
def test_stories_stand_where_they_are_meant_to(told: Loaded, story: str, stage: str) -> None:  # noqa: ARG001
    assert stage_of(story) == stage


def test_what_the_law_does_by_itself_is_there_to_see(told: Loaded) -> None:  # noqa: ARG001
    lapsed = set(Event.objects.filter(what="lapsed").values_list("key", flat=True))
    assert {
        "deemed_accepted",
        "deemed_renewed",
        "nothing_found_missing",
        "undecided",
        "supplement_period",
    } <= lapsed
    assert Case.objects.filter(overdue=True, ended=False).count() >= 3, "authorities that let their time pass"


def test_a_decision_waits_for_a_second_person_and_an_officer_is_recused(told: Loaded) -> None:  # noqa: ARG001
    waiting = Case.objects.get(events__idempotency_key="demo:awaiting-second-person")
    assert waiting.state["proposal"]["step"] == "grant"
    assert Recusal.objects.get().user.email == "reviewer@demo.example"


def test_a_letter_was_served_by_post_with_proof(told: Loaded) -> None:  # noqa: ARG001
    served = Notice.objects.filter(means="post")
    assert served.count() >= 2
    assert all(n.proof is not None for n in served)


def test_the_register_shows_every_end_of_an_entry(told: Loaded) -> None:  # noqa: ARG001
    found = Counter(RegisterEntry.objects.values_list("status", flat=True))
    assert {"active", "suspended", "expired", "revoked", "withdrawn", "cancelled", "deregistered"} <= set(
        found
    )
    assert all(Status(s) for s in found)


def test_one_city_registers_by_delegation(told: Loaded) -> None:  # noqa: ARG001
    assert set(Delegation.objects.values_list("office__division", flat=True)) == {"440300"}
    assert RegisterEntry.objects.filter(number__startswith="R440300").count() >= 3


def test_officers_fill_every_post_and_the_administrators_are_three(told: Loaded) -> None:  # noqa: ARG001
    assert set(Posting.objects.values_list("role", flat=True)) == set(Posting.Role)
    assert {a.email for a in accounts.accounts()} == set(User.objects.values_list("email", flat=True))


def test_everybody_is_evidently_invented(told: Loaded) -> None:  # noqa: ARG001
    for party in Party.objects.all():
        assert any(word in party.name for word in FICTITIOUS), party.name
        if party.uscc:
            assert party.uscc[8:13] == "MADEM"
            assert check_uscc(party.uscc).verdict is Verdict.VALID
    assert all(email.endswith("@demo.example") for email in User.objects.values_list("email", flat=True))
    assert set(ListEdition.objects.values_list("sample", flat=True)) == {True}


def test_the_draft_list_has_been_commented_on(told: Loaded) -> None:  # noqa: ARG001
    assert Comment.objects.filter(edition__key="demo-2").count() == 3
    assert ListEdition.objects.get(key="demo-2").dry_run is not None


def test_all_is_judged_and_sealed_and_sound(told: Loaded) -> None:  # noqa: ARG001
    assert not Judged.objects.filter(wanted=True).exists()
    assert not Event.objects.filter(leaf_index=None).exists()
    assert list(sealing.faults()) == []


def test_documents_are_pdfs_that_can_be_had(told: Loaded) -> None:  # noqa: ARG001
    assert set(Document.objects.values_list("kind", "standing")) == {("pdf", "clean")}


def test_letters_say_that_they_are_of_a_demonstration(told: Loaded) -> None:  # noqa: ARG001
    from io import BytesIO

    from pypdf import PdfReader

    notice = Notice.objects.select_related("case__office", "event__payload").get(
        case__stage="denied", paper__adverse=True, letter="denial_of_licence"
    )
    said = "".join(page.extract_text() for page in PdfReader(BytesIO(letter_pdf(notice))).pages)
    assert "主要负责人" in said
    assert "演示" in said


def test_loading_again_changes_nothing(told: Loaded) -> None:  # noqa: ARG001
    before = Event.objects.count()
    assert load(TOLD_AT) is None
    assert Event.objects.count() == before


def test_visitors_are_shown_where_to_begin(told: Loaded) -> None:  # noqa: ARG001
    shown = sights()
    assert len(shown) == sum(s.look for s in stories())
    assert all(s.ref and s.stage.zh for s in shown)


def test_the_date_moves_forward_and_silence_accepts(told: Loaded) -> None:  # noqa: ARG001
    assert stage_of("about-to-lapse") == "received"
    clock.forward(2)
    assert timedelta(days=2) - (now() - timezone.now()) < timedelta(minutes=1)
    actions.sweep(TOLD_AT + timedelta(days=2))
    assert stage_of("about-to-lapse") == "accepted"


def test_signing_in_with_the_second_factor_goes_on_while_the_date_moves(told: Loaded) -> None:  # noqa: ARG001
    client = Client()
    client.post("/accounts/login/", {"login": "head@demo.example", "password": accounts.PASSWORD})
    client.post("/accounts/2fa/authenticate/", {"code": accounts.code()})
    assert [p["role"] for p in client.get("/api/me").json()["posts"]] == ["head"]
    clock.forward(30)
    assert client.get("/api/me").status_code == 200
