"""A holiday notice: its effect is seen before it is loaded; then dates follow, with reasons, and reliance is kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

import pytest
from pytest_django import Settings

from qingdan.casework import actions, law_now
from qingdan.casework.calendar_notices import follow_notices, load_notice, preview_notice
from qingdan.casework.judging import judge_product, judge_wanted
from qingdan.casework.models import (
    AdminAct,
    Alert,
    Case,
    Chore,
    Clock,
    Event,
    Journal,
    Obligation,
    Product,
    User,
)
from qingdan.law.calendars import CalendarRefused
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.refusal import Refusal
from qingdan.procedures.engine import State
from tests.casework import factories
from tests.casework.examples import stored
from tests.casework.factories import Company, Offices
from tests.casework.notices import notice
from tests.casework.steps import step

pytestmark = pytest.mark.django_db
AT = datetime(2026, 12, 28, 10, tzinfo=SHANGHAI)
LATER = AT + timedelta(minutes=1)
MOVES_LATER = notice(2027, off=["2027-01-04", "2027-01-05"])
MOVES_EARLIER = notice(2027, work=["2027-01-09", "2027-01-10"])


@pytest.fixture(autouse=True)
def _fresh_calendar() -> Iterator[None]:
    law_now.forget_calendars()
    yield
    law_now.forget_calendars()


@pytest.fixture
def firm(company: Callable[..., Company]) -> Company:
    return company("岁末示例有限公司")


@pytest.fixture
def administrator(officer: Callable[..., User]) -> User:
    return officer("system_admin")


@pytest.fixture
def case(firm: Company, offices: Offices) -> Case:
    """Submitted between the years: ten working days of preliminary review reach into a year not announced."""
    assert offices.national.national
    product = factories.product(firm.party)
    made = actions.open_case("licence_application", by=firm.filer, at=AT, product=product.pk)
    step(made, "submit", firm.filer, AT)
    return made


@pytest.fixture
def called(case: Case, officer: Callable[..., User]) -> Case:
    """Called to supplement: a period that binds the party."""
    step(case, "ask_supplement", officer("intake"), AT)
    return case


@pytest.fixture
def started(firm: Company) -> Product:
    made = stored(firm.party, "17-new-year-start")
    judge_product(made.pk, AT)
    return made


def review(case: Case) -> Clock:
    return Clock.objects.get(case=case, key="preliminary_review")


def filing(product: Product) -> Obligation:
    return Obligation.objects.get(product=product, rule="file_registry")


def test_a_date_in_a_year_not_announced_is_provisional_and_lapses_for_nobody(case: Case) -> None:
    assert (str(review(case).due), review(case).provisional) == ("2027-01-12", True)
    assert actions.sweep(AT + timedelta(days=90)) == 0


def test_what_would_move_is_seen_before(case: Case, started: Product) -> None:
    seen = {d.key: d for d in preview_notice(MOVES_LATER, AT)}
    clock, duty = seen["preliminary_review"], seen["file_registry"]
    assert (str(clock.before), str(clock.after), clock.provisional) == (
        "2027-01-12",
        "2027-01-14",
        (True, False),
    )
    assert (str(duty.before), str(duty.after), duty.product) == ("2027-01-12", "2027-01-14", started.pk)
    assert "2027 was projected and is now settled by 示例〔2026〕1号" in clock.why.en
    assert "由2027年1月12日" in duty.why.zh
    assert str(review(case).due) == "2027-01-12", "nothing has changed"
    assert str(filing(started).due) == "2027-01-12"
    assert not list(preview_notice(notice(2030), AT)), "no date lies there"


def test_a_notice_that_is_loaded_moves_the_clock_with_an_event_that_says_why(
    case: Case, administrator: User
) -> None:
    load_notice(MOVES_LATER, by=administrator, at=AT)
    assert follow_notices(AT) == 0, "until every process has seen the notice"
    assert follow_notices(LATER) == 1
    assert (str(review(case).due), review(case).provisional) == ("2027-01-14", False)
    event = Event.objects.get(case=case, what="reprojected")
    header = json.loads(event.header)
    assert header["capacity"] == "law"
    assert header["clocks"]["preliminary_review"]["to"] == "2027-01-14"
    assert "settled by" in json.loads(event.payload.body or "")["why"]["preliminary_review"]["en"]
    case.refresh_from_db()
    assert case.version == event.seq == State.from_data(case.state).version
    assert case.next_due == review(case).due_at
    assert AdminAct.objects.get(what="calendar_notice_loaded").about["year"] == 2027


def test_following_a_notice_again_or_from_the_start_changes_nothing(case: Case, administrator: User) -> None:
    load_notice(MOVES_LATER, by=administrator, at=AT)
    while follow_notices(LATER):
        pass
    Chore.objects.update(
        reached=0, done_at=None
    )  # as if the worker had been killed before it noted the batch
    assert follow_notices(LATER) == 0
    assert Event.objects.filter(case=case, what="reprojected").count() == 1


def test_an_authority_is_bound_by_the_earlier_day_but_a_party_keeps_the_later_one(
    called: Case, administrator: User
) -> None:
    bound = Clock.objects.get(case=called, official=False, stopped_on__isnull=True, due__gte=date(2027, 1, 5))
    shown = bound.due
    assert shown is not None
    load_notice(MOVES_EARLIER, by=administrator, at=AT)
    follow_notices(LATER)
    bound.refresh_from_db()
    called.refresh_from_db()
    assert bound.due == shown
    assert not bound.provisional
    run = State.from_data(called.state).clocks[bound.key]
    assert run.kept_due == str(shown), "the ledger of the clock itself keeps the day"
    facts = json.loads(Event.objects.get(case=called, what="reprojected").header)["clocks"][bound.key]
    assert facts["kept"]
    assert facts["counted"] < facts["to"] == str(shown)
    counted = datetime.combine(date.fromisoformat(facts["counted"]), datetime.max.time(), SHANGHAI)
    actions.sweep_case(called.pk, counted + timedelta(hours=1))
    assert State.from_data(Case.objects.get(pk=called.pk).state).clocks[bound.key].lapsed_on is None
    end = datetime.combine(shown + timedelta(days=1), datetime.min.time(), SHANGHAI)
    actions.sweep(end + timedelta(seconds=1))
    assert State.from_data(Case.objects.get(pk=called.pk).state).clocks[bound.key].lapsed_on == str(shown)


def test_a_case_that_cannot_be_counted_again_is_tried_later_and_the_others_follow(
    case: Case, firm: Company, administrator: User
) -> None:
    other = actions.open_case(
        "licence_application", by=firm.filer, at=AT, product=factories.product(firm.party, "另一产品").pk
    )
    step(other, "submit", firm.filer, AT)
    Case.objects.filter(pk=case.pk).update(procedure="no_such_procedure")
    load_notice(MOVES_LATER, by=administrator, at=AT)
    assert follow_notices(LATER) == 1
    assert str(review(other).due) == "2027-01-14"
    Case.objects.filter(pk=case.pk).update(procedure="licence_application")
    assert follow_notices(LATER + timedelta(minutes=2)) == 1
    assert str(review(case).due) == "2027-01-14"


def test_the_party_is_told_when_a_day_that_binds_it_moves(
    called: Case, administrator: User, firm: Company, work_off: Callable[[], None]
) -> None:
    load_notice(MOVES_LATER, by=administrator, at=AT)
    follow_notices(LATER)
    work_off()
    assert not called.ended
    told = Alert.objects.filter(kind=Alert.Kind.MOVED)
    assert {a.user for a in told} == {firm.filer, firm.manager}


def test_an_obligation_follows_the_notice_and_the_journal_names_it(
    started: Product, administrator: User
) -> None:
    assert filing(started).provisional
    load_notice(MOVES_LATER, by=administrator, at=AT)
    assert judge_wanted(LATER) == 1
    assert (str(filing(started).due), filing(started).provisional) == ("2027-01-14", False)
    entry = Journal.objects.filter(product=started, rule="file_registry").order_by("-id")[0]
    assert entry.why == [
        {
            "what": "calendar",
            "says": {
                "en": "a holiday notice was loaded for 2027: 示例〔2026〕1号",
                "zh": "载入2027年放假安排通知：示例〔2026〕1号",
            },
        }
    ]
    assert entry.before
    assert entry.after
    assert (entry.before["due"], entry.after["due"]) == ("2027-01-12", "2027-01-14")


def test_who_relied_on_a_later_day_keeps_it_however_often_it_is_judged(
    started: Product, administrator: User
) -> None:
    load_notice(MOVES_EARLIER, by=administrator, at=AT)
    judge_wanted(LATER)
    kept = filing(started)
    assert (str(kept.due), str(kept.shown_due), kept.provisional) == ("2027-01-12", "2027-01-12", False)
    assert kept.detail["deadline"]["due"] == "2027-01-10"
    assert any("kept for the party" in r["en"] for r in kept.detail["remarks"])
    assert judge_wanted(datetime(2027, 1, 11, tzinfo=SHANGHAI)) == 1, "the computed day has passed"
    assert filing(started).standing == "due"
    assert judge_wanted(datetime(2027, 1, 13, tzinfo=SHANGHAI)) == 1
    assert filing(started).standing == "overdue"


def test_without_the_reading_reliance_is_not_protected(
    started: Product, administrator: User, settings: Settings
) -> None:
    settings.READINGS = {"calendar.protect_reliance": "no"}
    load_notice(MOVES_EARLIER, by=administrator, at=AT)
    judge_wanted(LATER)
    assert str(filing(started).due) == "2027-01-10"


def test_a_notice_must_be_possible_new_and_loaded_by_who_may(
    administrator: User, officer: Callable[..., User]
) -> None:
    with pytest.raises(Refusal, match="only the system administrator"):
        load_notice(MOVES_LATER, by=officer("head"), at=AT)
    with pytest.raises(CalendarRefused, match="only a Saturday or Sunday"):
        load_notice(notice(2027, work=["2027-03-01"]), by=administrator, at=AT)
    with pytest.raises(CalendarRefused):
        list(preview_notice({"year": 2027}, AT))
    load_notice(MOVES_LATER, by=administrator, at=AT)
    with pytest.raises(Refusal, match="exactly this already"):
        load_notice(MOVES_LATER, by=administrator, at=AT)
    load_notice(notice(2027, version=2), by=administrator, at=AT)
    with pytest.raises(Refusal, match="version 2; this is version 1"):
        load_notice(MOVES_EARLIER, by=administrator, at=AT)
