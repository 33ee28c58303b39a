"""Who is told what: the party of its letters and dates, the officer of what the party does. Once, and nothing secret."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.db import transaction
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from qingdan.casework import actions, alerts, warning
from qingdan.casework.judging import judge_product
from qingdan.casework.models import Alert, Case, Happening, Mandate, User
from qingdan.law.clock import SHANGHAI
from tests.casework import factories
from tests.casework.factories import LONG_AGO, Company
from tests.casework.steps import step

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 10, tzinfo=SHANGHAI)


@pytest.fixture(autouse=True)
def _mail_in_memory(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    logging.getLogger("django_tasks").setLevel(logging.WARNING)


@pytest.fixture
def firm(company: Callable[..., Company]) -> Company:
    return company("甲示例有限公司")


@pytest.fixture
def reviewer(officer: Callable[..., User]) -> User:
    return officer("reviewer")


@pytest.fixture
def case(firm: Company, reviewer: User) -> Case:
    product = factories.product(firm.party, "秘密产品")
    made = actions.open_case("licence_application", by=firm.filer, at=AT, product=product.pk)
    step(made, "submit", firm.filer, AT)
    assert reviewer.is_active
    return made


def test_a_letter_that_is_served_is_announced_to_who_files_and_says_nothing_secret(
    case: Case, firm: Company, work_off: Callable[[], None]
) -> None:
    firm.manager.lang = "en"
    firm.manager.save()
    work_off()
    letters = {m.to[0]: m for m in mail.outbox}
    assert set(letters) == {firm.filer.email, firm.manager.email}, "a reader does not answer letters"
    chinese, english = letters[firm.filer.email], letters[firm.manager.email]
    assert case.ref in chinese.subject
    assert "待阅" in chinese.subject
    assert "A letter waits for you" in english.subject
    for sent in mail.outbox:
        assert f"/cases/{case.ref}" in sent.body
        assert "2026-03-16" in sent.body, "the day that runs"
        for secret in ("秘密产品", firm.party.name, firm.filer.name):
            assert secret not in f"{sent.subject}{sent.body}"


def test_an_act_that_is_rolled_back_tells_nobody(firm: Company, reviewer: User) -> None:
    product = factories.product(firm.party)
    case = actions.open_case("licence_application", by=firm.filer, at=AT, product=product.pk)
    assert reviewer.is_active
    with transaction.atomic():
        step(case, "submit", firm.filer, AT)
        transaction.set_rollback(True)
    assert not DBTaskResult.objects.exists()


def test_a_letter_that_goes_by_post_is_not_announced(firm: Company, reviewer: User) -> None:
    firm.party.served_online = False
    firm.party.save()
    product = factories.product(firm.party)
    case = actions.open_case("licence_application", by=firm.filer, at=AT, product=product.pk)
    step(case, "submit", firm.filer, AT)
    assert reviewer.is_active
    assert not DBTaskResult.objects.exists()


def test_whoever_handles_the_case_hears_that_the_party_has_acted(
    case: Case, firm: Company, reviewer: User, officer: Callable[..., User], work_off: Callable[[], None]
) -> None:
    actions.assign(case.pk, reviewer.pk, by=officer("head"), at=AT)
    step(case, "ask_supplement", officer("intake"), AT)
    step(case, "send_supplement", firm.filer, AT + timedelta(days=1))
    work_off()
    (told,) = Alert.objects.filter(user=reviewer)
    assert told.kind == Alert.Kind.ANSWER
    assert [m.subject for m in mail.outbox if m.to == [reviewer.email]] == [
        f"[清单 Qingdan] 案件{case.ref}的当事人有新的提交"
    ]


def test_a_party_is_warned_of_its_own_clock_seven_working_days_ahead_and_one_once_each(
    case: Case, firm: Company, officer: Callable[..., User]
) -> None:
    step(case, "ask_supplement", officer("intake"), AT)
    due = case.clocks.get(official=False, stopped_on=None, lapsed_on=None).due
    assert due is not None
    told = []
    for days in range(40):
        at = AT + timedelta(days=days)
        if at.date() > due:
            break
        before = Alert.objects.filter(kind=Alert.Kind.CLOCK, user=firm.filer).count()
        for _ in range(2):
            while warning.warn(at):
                pass
        if Alert.objects.filter(kind=Alert.Kind.CLOCK, user=firm.filer).count() > before:
            told.append(
                Alert.objects.filter(user=firm.filer, kind=Alert.Kind.CLOCK).latest("pk").about["days"]
            )
    assert told == [7, 1] or told[-1] == 1
    assert len(told) == 2


def test_nobody_is_woken(case: Case) -> None:
    assert case.pk
    assert not warning.warn(AT.replace(hour=7, minute=59))
    assert warning.warn(AT.replace(hour=8))


def test_a_party_is_warned_of_a_duty_of_its_product_even_if_the_worker_was_away(firm: Company) -> None:
    answers = {
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
    product = factories.product(firm.party, "备案产品", answers)
    Happening.objects.create(product=product, event="service_started", moment="2026-02-10")
    judge_product(product.pk, AT - timedelta(days=10))
    assert str(product.obligations.get(rule="file_registry").due) == "2026-03-02"
    while warning.warn(AT - timedelta(days=3)):
        pass
    while warning.warn(AT):
        pass
    told = Alert.objects.filter(user=firm.filer, kind=Alert.Kind.OBLIGATION, marker__contains="file_registry")
    assert [(a.about["due"], a.about["days"]) for a in told.order_by("pk")] == [
        ("2026-03-02", 2),
        ("2026-03-02", 0),
    ]


def test_agents_are_told_of_the_products_they_act_for(firm: Company, company: Callable[..., Company]) -> None:
    agent, other = company("代理示例有限公司"), company("丙示例有限公司")
    mine, not_mine = factories.product(firm.party, "一"), factories.product(firm.party, "二")
    mandate = Mandate.objects.create(
        kind="agent", principal=firm.party, agent=agent.party, since=LONG_AGO, accepted_on=LONG_AGO
    )
    mandate.products.add(mine)
    assert agent.filer in alerts.filers(firm.party, mine.pk, AT.date())
    assert agent.filer not in alerts.filers(firm.party, not_mine.pk, AT.date())
    assert other.filer not in alerts.filers(firm.party, mine.pk, AT.date())
    assert list(alerts.filers(firm.party, mine.pk, LONG_AGO - timedelta(days=1))) == []


def test_telling_again_tells_nobody(firm: Company) -> None:
    users = [firm.filer, firm.manager]
    about = {"case": "2026-0000001"}
    assert alerts.tell(users[:1], Alert.Kind.LETTER, "notice:1", about, AT) == 1
    assert alerts.tell(users, Alert.Kind.LETTER, "notice:1", about, AT) == 1
    assert alerts.tell(users, Alert.Kind.LETTER, "notice:1", about, AT) == 0
    assert DBTaskResult.objects.count() == 2
