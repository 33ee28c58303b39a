"""One writer: a case moves by lawful steps, each written once, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from qingdan.casework import actions
from qingdan.casework.actions.taking import setting_of
from qingdan.casework.models import (
    Case,
    Clock,
    Document,
    Event,
    Happening,
    Mandate,
    Notice,
    RegisterEntry,
    User,
)
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.refusal import Refusal
from qingdan.procedures.catalogue import procedure
from qingdan.procedures.engine import State
from qingdan.procedures.engine.clockwork import Sight
from qingdan.procedures.grammar.fields import Asks
from qingdan.procedures.samples import sample
from tests.casework import factories
from tests.casework.factories import Company, Offices

AT = datetime(2026, 3, 2, 10, tzinfo=SHANGHAI)
pytestmark = pytest.mark.django_db


def later(days: int) -> datetime:
    return AT + timedelta(days=days)


def given(case: Case, step: str, by: User, at: datetime, **said: object) -> dict[str, Any]:
    """What a step needs, with real documents uploaded by ``by``."""
    case.refresh_from_db()
    declared = procedure(case.procedure, case.edition)
    sight = Sight(declared, State.from_data(case.state), setting_of(case), at)
    found = sample(declared.steps[step], sight, **said)
    for field in declared.steps[step].asks:
        if field.asks is Asks.DOCUMENTS and field.key in found:
            found[field.key] = [str(uploaded(by, at).pk)]
    return found


def uploaded(by: User, at: datetime) -> Document:
    return Document.objects.create(
        uploaded_by=by,
        uploaded_at=at,
        name="材料.pdf",
        kind="pdf",
        media_type="application/pdf",
        size=1,
        sha256="0" * 64,
        key="none",
        standing=Document.Standing.CLEAN,
    )


@pytest.fixture
def reviewer(officer: Callable[..., User]) -> User:
    return officer("reviewer")


@pytest.fixture
def head(officer: Callable[..., User]) -> User:
    return officer("head")


@pytest.fixture
def applicant(offices: Offices, company: Callable[..., Company]) -> Company:
    assert offices.national.national
    return company("甲示例有限公司")


@pytest.fixture
def case(applicant: Company) -> Case:
    product = factories.product(applicant.party)
    return actions.open_case("licence_application", by=applicant.filer, at=AT, product=product.pk)


@pytest.fixture
def submitted(case: Case, applicant: Company) -> Case:
    actions.take(case.pk, "submit", given(case, "submit", applicant.filer, AT), by=applicant.filer, at=AT)
    case.refresh_from_db()
    return case


def test_a_submission_is_an_event_a_stage_a_clock_a_letter_and_a_happening(submitted: Case) -> None:
    assert submitted.stage == "received"
    assert [e.what for e in submitted.events.order_by("seq")] == ["opened", "taken"]
    clock = Clock.objects.get(case=submitted, key="preliminary_review")
    assert str(clock.due) == "2026-03-16"
    assert submitted.next_due == clock.due_at
    assert Notice.objects.get(case=submitted).served_on == AT.date()
    assert Happening.objects.get(case=submitted).event == "licence_application_received"


def test_silence_accepts_however_late_the_worker_comes(submitted: Case) -> None:
    assert actions.sweep(later(14)) == 0, "the sixteenth is the last day"
    assert actions.sweep(later(40)) == 1
    submitted.refresh_from_db()
    assert submitted.stage == "accepted"
    assert State.from_data(submitted.state).clocks["licence_decision"].start == "2026-03-02"
    assert actions.sweep(later(40)) == 0, "and never twice"


def test_what_the_law_has_done_comes_before_what_an_officer_does(submitted: Case, reviewer: User) -> None:
    with pytest.raises(Refusal, match="accepted"):
        actions.take(submitted.pk, "accept", {}, by=reviewer, at=later(20))


def test_the_same_key_acts_once_and_another_content_is_refused(case: Case, applicant: Company) -> None:
    content = given(case, "submit", applicant.filer, AT)
    first = actions.take(case.pk, "submit", content, by=applicant.filer, at=AT, key="k1")
    again = actions.take(case.pk, "submit", content, by=applicant.filer, at=later(1), key="k1")
    assert first.pk == again.pk
    with pytest.raises(actions.KeyReused):
        actions.take(
            case.pk, "submit", {**content, "scope_sought": "other"}, by=applicant.filer, at=AT, key="k1"
        )
    assert Event.objects.filter(case=case, what="taken").count() == 1


def test_a_stale_page_is_refused_and_nothing_changes(submitted: Case, reviewer: User) -> None:
    with pytest.raises(actions.Stale):
        actions.take(submitted.pk, "accept", {}, by=reviewer, at=AT, seen=1)
    submitted.refresh_from_db()
    assert submitted.stage == "received"


def test_strangers_find_nothing(submitted: Case, company: Callable[..., Company]) -> None:
    with pytest.raises(actions.NotFound):
        actions.take(submitted.pk, "accept", {}, by=company("乙示例有限公司").filer, at=AT)


def test_a_grant_needs_two_and_enters_the_register(submitted: Case, reviewer: User, head: User) -> None:
    actions.take(submitted.pk, "accept", {}, by=reviewer, at=later(1))
    content = given(submitted, "grant", reviewer, later(30))
    proposed = actions.take(submitted.pk, "grant", content, by=reviewer, at=later(30))
    assert proposed.what == "proposed"
    assert not RegisterEntry.objects.exists()
    with pytest.raises(Refusal) as refused:
        actions.take(submitted.pk, "grant", content, by=reviewer, at=later(30))
    assert refused.value.code == "needs_confirmation"  # type: ignore[attr-defined]
    actions.take(submitted.pk, "grant", content, by=head, at=later(31))
    entry = RegisterEntry.objects.get()
    assert entry.status == "active"
    assert entry.versions.count() == 1
    submitted.refresh_from_db()
    assert submitted.stage == "granted"
    assert Clock.objects.get(case=submitted, key="licence_decision").stopped_on is not None
    actions.take(
        submitted.pk, "deliver", {"delivered_on": later(31).date().isoformat()}, by=reviewer, at=later(31)
    )
    submitted.refresh_from_db()
    assert submitted.ended
    assert submitted.next_due is None


def test_events_cannot_be_changed_even_by_hand(submitted: Case) -> None:
    if "0002" not in str(list(_applied())):
        pytest.fail("the append-only triggers are not in place")
    event = submitted.events.first()
    assert event is not None
    with pytest.raises(Exception, match="append-only"):
        Event.objects.filter(pk=event.pk).update(key="forged")


def _applied() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM django_migrations WHERE app = 'casework'")
        return [row[0] for row in cursor.fetchall()]


def test_an_agent_for_one_product_opens_no_case_about_another(
    applicant: Company, company: Callable[..., Company]
) -> None:
    agent = company("代理示例有限公司")
    mine, other = factories.product(applicant.party, "甲产品"), factories.product(applicant.party, "乙产品")
    mandate = Mandate.objects.create(
        kind="agent",
        principal=applicant.party,
        agent=agent.party,
        since=factories.LONG_AGO,
        accepted_on=factories.LONG_AGO,
    )
    mandate.products.add(mine)
    assert (
        actions.open_case("licence_application", by=agent.filer, at=AT, product=mine.pk).party
        == applicant.party
    )
    with pytest.raises(actions.NotFound):
        actions.open_case("licence_application", by=agent.filer, at=AT, product=other.pk)
