"""Due dates in one's own calendar: stable, honest about what is provisional, and nobody else's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from qingdan.casework import actions
from qingdan.casework.actions import NotFound
from qingdan.casework.feeds import calendar_feed, make_feed, revoke_feeds
from qingdan.casework.judging import judge_product
from qingdan.casework.models import FeedToken, Happening, Mandate, User
from qingdan.law.clock import SHANGHAI
from tests.casework import factories
from tests.casework.factories import LONG_AGO, Company
from tests.casework.steps import step

pytestmark = pytest.mark.django_db
AT = datetime(2026, 12, 28, 10, tzinfo=SHANGHAI)
ANSWERS = {
    "is_ai": True,
    "activity_in_china": True,
    "offers_to_others": True,
    "to_the_public": True,
    "for_business": True,
    "sways_public_opinion": True,
    "open_source": False,
    "established_in_china": True,
    "activity_began": "under_present_rules",
}


@pytest.fixture
def firm(company: Callable[..., Company], officer: Callable[..., User]) -> Company:
    made = company("甲示例有限公司")
    product = factories.product(made.party, "问答; 服务, 其一", ANSWERS)
    Happening.objects.create(product=product, event="service_started", moment="2026-12-28")
    judge_product(product.pk, AT)
    case = actions.open_case("licence_application", by=made.filer, at=AT, product=product.pk)
    step(case, "submit", made.filer, AT)
    step(case, "ask_supplement", officer("intake"), AT)
    return made


def events(feed: bytes) -> dict[str, Any]:
    return {str(e["uid"]): e for e in Calendar.from_ical(feed).walk("VEVENT")}


def test_duties_and_clocks_of_the_party_are_all_day_events_with_alarms(firm: Company) -> None:
    found = events(calendar_feed(firm.reader, AT))
    filing = next(e for e in found.values() if "十个工作日内登记备案" in e["summary"])
    assert filing["dtstart"].dt == date(2027, 1, 12)
    assert filing["dtend"].dt == date(2027, 1, 13)
    assert filing["status"] == "TENTATIVE"
    assert filing["summary"].startswith("（暂定）问答; 服务, 其一")
    assert "Register within ten working days" in filing["description"]
    assert [a["trigger"].dt for a in filing.walk("VALARM")] == [timedelta(days=-7), timedelta(days=-1)]
    assert any(uid.startswith("clock-") for uid in found)
    assert all("初审" not in e["summary"] for e in found.values()), "the authority's own clock is not theirs"


def test_the_same_date_keeps_its_identity_and_speaks_the_users_language(firm: Company) -> None:
    again = events(calendar_feed(firm.reader, AT + timedelta(days=1)))
    assert set(events(calendar_feed(firm.reader, AT))) == set(again)
    firm.reader.lang = "en"
    english = events(calendar_feed(firm.reader, AT))
    assert set(english) == set(again)
    assert any(e["summary"].startswith("(provisional) Example answers: Register") for e in english.values())


def test_what_is_done_leaves_the_feed(firm: Company) -> None:
    product = firm.party.products.get()
    Happening.objects.create(product=product, event="registry_filed", moment="2026-12-29")
    product.judged.wanted = True
    judge_product(product.pk, AT + timedelta(days=2))
    found = events(calendar_feed(firm.reader, AT + timedelta(days=2)))
    assert not any("十个工作日内登记备案" in e["summary"] for e in found.values())


def test_nobody_gets_the_dates_of_another_and_an_agent_those_of_its_mandate(
    firm: Company, company: Callable[..., Company]
) -> None:
    agent = company("代理示例有限公司")
    assert events(calendar_feed(agent.filer, AT)) == {}
    mandate = Mandate.objects.create(
        kind="agent", principal=firm.party, agent=agent.party, since=LONG_AGO, accepted_on=LONG_AGO
    )
    mandate.products.add(firm.party.products.get())
    assert set(events(calendar_feed(agent.filer, AT))) == set(events(calendar_feed(firm.filer, AT)))


def test_an_officer_gets_the_clocks_of_their_own_cases(firm: Company, officer: Callable[..., User]) -> None:
    case = firm.party.cases.get()
    step(case, "send_supplement", firm.filer, AT)
    reviewer = officer("reviewer")
    assert events(calendar_feed(reviewer, AT)) == {}
    actions.assign(case.pk, reviewer.pk, by=officer("head"), at=AT)
    assert events(calendar_feed(reviewer, AT))


def test_the_secret_is_kept_as_a_digest_and_can_be_revoked(firm: Company) -> None:
    secret = make_feed(firm.filer, AT)
    assert secret not in str(FeedToken.objects.values())
    assert events(calendar_feed(secret, AT))
    assert revoke_feeds(firm.filer, AT) == 1
    with pytest.raises(NotFound):
        calendar_feed(secret, AT)
    with pytest.raises(NotFound):
        calendar_feed("guessed", AT)


def test_the_number_of_queries_is_constant(
    firm: Company, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    with django_assert_max_num_queries(8):
        calendar_feed(firm.filer, AT)
