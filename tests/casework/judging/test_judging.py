"""What a product owes follows its timeline, the calendar and the day; every change has a reason on record."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from qingdan.casework import products
from qingdan.casework.judging import judge_product, judge_wanted, law_in_use, product_of
from qingdan.casework.judging.judge import JUDGING
from qingdan.casework.judging.owing import rows
from qingdan.casework.judging.turning import next_turn
from qingdan.casework.models import Answers, Happening, Journal, Judged, Obligation, Product, Setback
from qingdan.intake.case import read_case
from qingdan.law import judge as law
from qingdan.law.clock import SHANGHAI
from qingdan.law.timeline import Product as Timeline
from tests.casework import factories
from tests.casework.examples import EXAMPLES, stored
from tests.casework.factories import Company

pytestmark = pytest.mark.django_db
AT = datetime(2026, 2, 11, 10, tzinfo=SHANGHAI)


@pytest.fixture
def firm(company: Callable[..., Company]) -> Company:
    return company("青芽示例科技有限公司")


@pytest.fixture
def chat(firm: Company) -> Product:
    """The registry example, started just before the Spring Festival of 2026."""
    made = stored(firm.party, "17-new-year-start")
    Happening.objects.filter(product=made).update(moment="2026-02-10")
    return made


def owed(product: Product, rule: str) -> Obligation:
    return Obligation.objects.get(product=product, rule=rule)


def reasons(product: Product, rule: str) -> list[str]:
    last = Journal.objects.filter(product=product, rule=rule).order_by("-id")[0]
    return [w["says"]["en"] for w in last.why]


def test_the_rows_are_the_product_that_the_law_judges(firm: Company) -> None:
    for path in EXAMPLES:
        case = read_case(path).product
        again = product_of(stored(firm.party, path.stem))
        assert again.answers == case.answers
        assert [(h.event, h.at) for h in again.happenings] == [(h.event, h.at) for h in case.happenings]
        assert law.judge(again, AT.date()).track == law.judge(case, AT.date()).track


def test_ten_working_days_over_the_spring_festival(chat: Product) -> None:
    assert judge_product(chat.pk, AT)
    filing = owed(chat, "file_registry")
    start = date.fromisoformat(filing.instance)
    assert (str(start), str(filing.due)) == ("2026-02-10", "2026-03-02"), "14 and 28 February are worked"
    assert filing.standing == "due"
    assert [e["year"] for e in filing.detail["deadline"]["editions"]] == [2026]


def test_judging_twice_writes_nothing(chat: Product) -> None:
    judge_product(chat.pk, AT)
    before = Journal.objects.count()
    with CaptureQueriesContext(connection) as seen:
        assert not judge_product(chat.pk, AT + timedelta(hours=3))
    assert not [q for q in seen.captured_queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    Judged.objects.update(wanted=True, basis={}, on=None)
    assert judge_product(chat.pk, AT), "made again from nothing"
    assert Journal.objects.count() == before, "it comes out the same, and nothing is entered"


def test_a_day_is_overdue_on_the_day_after_and_time_is_the_reason(chat: Product) -> None:
    judge_product(chat.pk, AT)
    last = datetime(2026, 3, 2, 23, 59, tzinfo=SHANGHAI)
    judge_product(chat.pk, last)
    assert owed(chat, "file_registry").standing == "due"
    assert Judged.objects.get(pk=chat.pk).next_on == date(2026, 3, 3)
    assert judge_wanted(last) == 0
    assert judge_wanted(last + timedelta(minutes=1)) == 1
    assert owed(chat, "file_registry").standing == "overdue"
    assert reasons(chat, "file_registry") == ["time has passed: 2026-03-03"]


def test_a_report_fulfils_the_duty_and_the_journal_says_so(chat: Product, firm: Company) -> None:
    judge_product(chat.pk, AT)
    day = AT + timedelta(days=2)
    said = products.report(chat.pk, "registry_filed", date(2026, 2, 13), by=firm.filer, at=day)
    assert judge_wanted(day) == 1
    assert (owed(chat, "file_registry").standing, owed(chat, "file_registry").done_on) == (
        "done",
        date(2026, 2, 13),
    )
    assert reasons(chat, "file_registry") == ["reported: the product is filed for registration (2026-02-13)"]
    products.withdraw_report(said.pk, by=firm.filer, at=day)
    judge_wanted(day)
    assert owed(chat, "file_registry").standing == "due"
    assert reasons(chat, "file_registry")[0].startswith("report withdrawn")


def test_an_answer_changes_what_is_owed_from_its_day_on(chat: Product, firm: Company) -> None:
    judge_product(chat.pk, AT)
    assert Judged.objects.get(pk=chat.pk).summary["provider"] is True
    products.answer(chat.pk, None, {"is_ai": False}, by=firm.filer, at=AT)
    judge_wanted(AT)
    gone = Journal.objects.filter(product=chat, rule="file_registry").order_by("-id")[0]
    assert gone.before is not None
    assert gone.after is None
    assert gone.why[0]["facts"] == ["is_ai"]
    assert not Obligation.objects.filter(product=chat, rule="file_registry").exists()


def test_the_guards_find_what_they_ask_for(firm: Company) -> None:
    product = stored(firm.party, "01-public-chat-service")
    judge_product(product.pk, AT)
    judged = Judged.objects.get(pk=product.pk)
    assert judged.track == judged.summary["track"] == "registry"
    assert (judged.summary["provider"], judged.summary["listed"], judged.summary["exempt"]) == (
        True,
        False,
        False,
    )
    nothing = factories.product(firm.party, "空白产品")
    judge_product(nothing.pk, AT)
    assert Judged.objects.get(pk=nothing.pk).summary["listed"] is False, (
        "no list is published, so nothing is listed"
    )
    assert Judged.objects.get(pk=nothing.pk).summary["track"] is None


def test_what_comes_again_is_fulfilled_once_and_owed_anew(firm: Company) -> None:
    product = stored(firm.party, "20-audit-from-leap-day")
    judge_product(product.pk, AT)
    coming = Obligation.objects.filter(
        product=product, rule__contains="audit", due__isnull=False, standing="due"
    )
    first = coming.get()
    products.report(product.pk, "audit_completed", AT.date(), by=firm.filer, at=AT)
    judge_wanted(AT)
    assert Obligation.objects.get(pk=first.pk).standing in {"done", "done_late"}
    again = coming.get()
    assert again.instance == "2026-02-11"
    assert again.due is not None
    assert again.due > AT.date()


def test_until_when_records_are_kept_is_told(firm: Company) -> None:
    for path in EXAMPLES:
        judge_product(stored(firm.party, path.stem).pk, AT)
    kept = [o for o in Obligation.objects.all() if o.detail["keep_until"]]
    assert kept
    assert all(o.detail["keep_until"] > o.detail["start"][:10] for o in kept if o.detail["start"])


def test_between_two_turns_nothing_changes() -> None:
    """Whoever looks on any day before the next turn would find the same rows: so nobody need look."""
    used = law_in_use()
    for path in EXAMPLES:
        product = read_case(path).product

        def seen(on: date, product: Timeline = product) -> tuple[law.Judgement, list[tuple[object, ...]]]:
            judged = law.judge(
                product, on, readings=used.readings, editions=used.editions, calendar=used.calendar
            )
            return judged, [(r.rule, r.instance, r.told) for r in rows(judged, 0, {}, {})]

        judged, before = seen(AT.date())
        turn = next_turn(judged)
        assert turn > AT.date()
        for day in {turn - timedelta(days=1), AT.date() + (turn - AT.date()) / 2}:
            assert seen(day)[1] == before, (path.stem, day)


def test_what_an_act_put_on_record_prevails_over_what_was_reported(chat: Product) -> None:
    Happening.objects.create(product=chat, event="service_ended", moment="2026-02-20")
    Happening.objects.create(product=chat, event="service_ended", moment="2026-02-24")
    assert [str(m) for m in product_of(chat).moments("service_ended")] == ["2026-02-24"], "judged, not stuck"


def test_a_product_that_cannot_be_judged_does_not_hold_up_the_others(firm: Company, chat: Product) -> None:
    broken = factories.product(firm.party, "旧答复产品", {"asked_by_an_older_law": True})
    for product in (broken, chat):
        Judged.objects.create(product=product)
    assert judge_wanted(AT) == 1
    setback = Setback.objects.get(kind=JUDGING, ref=broken.pk)
    assert setback.fault.startswith("BadTimeline at law/timeline.py")
    assert judge_wanted(AT) == 0, "left alone for a minute"
    Answers.objects.create(product=broken, answers={"is_ai": True})
    assert judge_wanted(AT + timedelta(minutes=2)) == 1
    assert not Setback.objects.exists()


def test_a_judgement_takes_a_constant_number_of_queries(
    chat: Product, django_assert_max_num_queries: Callable[..., AbstractContextManager[object]]
) -> None:
    with django_assert_max_num_queries(20):  # SQLite writes many rows in a few batches
        judge_product(chat.pk, AT)
