"""Who reads a letter: its party once served, third parties what is addressed to all, the authority always."""

from __future__ import annotations

import pytest

from qingdan.casework import actions
from qingdan.casework.letters import paper_of
from qingdan.casework.models import (
    Interest,
    Mandate,
)
from qingdan.casework.queries.cases import notices_of, timeline
from qingdan.law.grammar.refusal import Refusal
from tests.casework import factories
from tests.casework.journeys import Journey
from tests.casework.letters.kept import AT, asked, letter, read

pytestmark = pytest.mark.django_db


def test_a_third_party_reads_what_is_addressed_to_all_concerned_and_nothing_else() -> None:
    way = Journey()
    case = way.open("licence_application", way.filer, AT, product=way.product.pk)
    way.take(case, "submit", way.filer, AT)
    officer = way.officer("reviewer")
    way.take(case, "accept", officer, AT)
    way.take(case, "tell_third_parties", officer, AT)
    other = factories.company("乙示例有限公司")
    Interest.objects.create(case=case, party=other.party, why="相邻权", admitted_by=officer, admitted_at=AT)
    to_all = letter(case, "tell_third_parties")
    assert paper_of(to_all).addressee == "各利害关系人"
    assert list(notices_of(case, other.filer, AT.date())) == [to_all]
    assert read(other.filer, to_all) == to_all
    with pytest.raises(Refusal):
        read(other.filer, letter(case, "submit"))
    assert [h.given for h in timeline(case, other.filer, AT.date())] == [None] * case.events.count()


def test_an_agent_for_one_product_reads_its_letters_and_no_others() -> None:
    way = Journey()
    agent = factories.company("代理示例有限公司")
    mandate = Mandate.objects.create(
        kind="agent",
        principal=way.party,
        agent=agent.party,
        since=factories.LONG_AGO,
        accepted_on=factories.LONG_AGO,
    )
    mandate.products.add(way.product)
    mine = letter(asked(way), "ask_supplement")
    assert read(agent.filer, mine).opened_by == agent.filer
    way.product = factories.product(way.party, "另一示例服务")
    with pytest.raises(Refusal):
        read(agent.filer, letter(asked(way), "ask_supplement"))


def test_a_recused_officer_reads_none_and_a_superior_office_reads_all() -> None:
    way = Journey(online=False)
    case = asked(way)
    notice = letter(case, "ask_supplement")
    officer = way.officer("reviewer", "recused")
    actions.recuse(case.pk, officer.pk, "与当事人有近亲属关系", by=officer, at=AT)
    with pytest.raises(Refusal):
        read(officer, notice)
    assert read(way.officer("auditor"), notice) == notice
    below = factories.officer("reviewer", way.office.children.get())
    with pytest.raises(Refusal):
        read(below, notice)
