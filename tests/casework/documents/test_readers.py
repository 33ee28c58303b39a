"""Who reads a document, and who may make it part of a case."""

from __future__ import annotations

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from qingdan.casework import actions
from qingdan.casework.documents import documents_in, documents_seen_by, opened
from qingdan.casework.models import Document, Enclosure, Event, Interest, Mandate, User
from qingdan.law.grammar.refusal import Refusal
from tests.casework import factories
from tests.casework.documents.sent import AT, DAY, TEXT, read, sent, submitted
from tests.casework.journeys import Journey

pytestmark = pytest.mark.django_db


def test_a_partys_document_serves_all_its_cases_and_nobody_elses(way: Journey) -> None:
    document = sent(way.filer, party=way.party.pk)
    first = submitted(way, document=document)
    way.product = factories.product(way.party, "另一示例服务")
    second = submitted(way, document=document)
    assert {e.case_id for e in Enclosure.objects.filter(document=document)} == {first.pk, second.pk}
    other = factories.company("乙示例有限公司")
    case = actions.open_case(
        "licence_application", by=other.filer, at=AT, product=factories.product(other.party).pk
    )
    events = Event.objects.count()
    with pytest.raises(Refusal, match="not uploaded for this party"):
        way.take(case, "submit", other.filer, AT, licence_form=[str(document.pk)])
    assert Event.objects.count() == events
    for stranger in (other.filer, factories.user()):
        with pytest.raises(Refusal, match="no such document"):
            read(document, stranger)


def test_officers_read_it_once_it_is_enclosed_and_not_before(way: Journey) -> None:
    document, reviewer = sent(way.filer, party=way.party.pk), way.officer("reviewer")
    with pytest.raises(Refusal):
        read(document, reviewer)
    submitted(way, document=document)
    for role in ("reviewer", "head", "auditor"):
        assert read(document, way.officer(role)) == TEXT
    assert read(document, way.company.reader) == TEXT
    for outsider in (
        way.officer("system_admin"),
        factories.officer("reviewer", way.office.children.get()),
    ):
        with pytest.raises(Refusal):
            read(document, outsider)


def test_a_recused_officer_reads_none_of_it(way: Journey) -> None:
    document, reviewer = sent(way.filer, party=way.party.pk), way.officer("reviewer")
    case = submitted(way, document=document)
    actions.recuse(case.pk, reviewer.pk, "与当事人有近亲属关系", by=reviewer, at=AT)
    with pytest.raises(Refusal):
        read(document, reviewer)


def test_what_an_officer_uploads_stays_inside_and_in_its_case(way: Journey) -> None:
    case, reviewer = submitted(way), way.officer("reviewer")
    way.take(case, "accept", reviewer, AT)
    document = sent(reviewer, case=case.pk)
    assert (document.case_id, document.party_id) == (case.pk, None)
    assert read(document, way.officer("head")) == TEXT
    with pytest.raises(Refusal):
        read(document, way.filer)
    assert document not in documents_in(case, way.filer, DAY)
    assert document in documents_in(case, reviewer, DAY)
    with pytest.raises(Refusal, match="not uploaded for this party"):
        way.take(case, "state_views", way.filer, AT, views_documents=[str(document.pk)])


def test_an_agent_for_some_products_uploads_for_its_case_and_reads_no_more(way: Journey) -> None:
    agent = factories.company("代理示例有限公司")
    mandate = Mandate.objects.create(
        kind="agent",
        principal=way.party,
        agent=agent.party,
        since=factories.LONG_AGO,
        accepted_on=factories.LONG_AGO,
    )
    mandate.products.add(way.product)
    case = way.open("licence_application", agent.filer, AT, product=way.product.pk)
    own = sent(agent.filer, case=case.pk)
    assert own.party == way.party
    theirs = sent(way.filer, b"secret", party=way.party.pk)
    assert read(own, agent.filer) == TEXT
    with pytest.raises(Refusal):
        read(theirs, agent.filer)
    with pytest.raises(Refusal):
        sent(agent.filer, party=way.party.pk)
    way.take(case, "submit", agent.filer, AT, licence_form=[str(own.pk)])
    other = factories.product(way.party, "另一示例服务")
    elsewhere = way.open("licence_application", way.filer, AT, product=other.pk)
    way.take(elsewhere, "submit", way.filer, AT, licence_form=[str(theirs.pk)])
    with pytest.raises(Refusal):
        read(theirs, agent.filer)


def test_a_third_party_reads_its_own_alone_and_may_enclose_it(way: Journey) -> None:
    document = sent(way.filer, party=way.party.pk)
    case, reviewer = submitted(way, document=document), way.officer("reviewer")
    way.take(case, "accept", reviewer, AT)
    other = factories.company("乙示例有限公司")
    Interest.objects.create(case=case, party=other.party, why="相邻权", admitted_by=reviewer, admitted_at=AT)
    with pytest.raises(Refusal):
        read(document, other.filer)
    own = sent(other.filer, b"our view", case=case.pk)
    assert own.party == other.party
    way.take(case, "state_views", other.filer, AT, views_documents=[str(own.pk)])
    assert read(own, reviewer) == b"our view"
    with pytest.raises(Refusal):
        read(own, way.filer)


def test_who_may_not_upload_is_told_nothing_of_the_case(way: Journey) -> None:
    case = submitted(way)
    refused: tuple[tuple[User, dict[str, Any]], ...] = (
        (way.company.reader, {"party": way.party.pk}),
        (way.company.reader, {"case": case.pk}),
        (factories.user(), {"case": case.pk}),
        (factories.user(), {"party": way.party.pk}),
        (way.filer, {"case": 10**9}),
        (way.filer, {}),
        (way.filer, {"party": way.party.pk, "case": case.pk}),
    )
    for who, where in refused:
        with pytest.raises(Refusal):
            sent(who, **where)
    assert not Document.objects.filter(name="评估报告.txt").exists()


def test_asking_what_one_may_read_costs_the_same_however_much_there_is(
    way: Journey, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    reviewer = way.officer("reviewer")
    for n in range(12):
        submitted(way, document=sent(way.filer, b"%d" % n, party=way.party.pk))
        way.product = factories.product(way.party, f"服务{n}")
    with django_assert_num_queries(2):  # posts, documents
        assert documents_seen_by(reviewer, DAY).count() > 12


@pytest.mark.parametrize("identifier", ["", "x", "00000000-0000-0000-0000-000000000000", "../etc", "1" * 400])
def test_what_names_no_document_is_not_found(way: Journey, identifier: str) -> None:
    with pytest.raises(actions.NotFound):
        opened(identifier, by=way.filer, on=DAY)
