"""Every event is told once, in order, to whoever may know of it; what does not arrive is tried again, and visibly given up."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from pytest_django import Settings

from qingdan.casework import actions, outgoing, sealing, webhooks
from qingdan.casework.models import Case, Delivery, Event, User, Webhook
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.refusal import Refusal
from tests.api.receiver import Receiver, receiver
from tests.casework import factories
from tests.casework.factories import Company, Offices
from tests.casework.steps import step

AT = datetime(2026, 3, 2, 10, tzinfo=SHANGHAI)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folders(settings: Settings, tmp_path: object) -> None:
    settings.TILES, settings.KEYS = tmp_path / "tiles", tmp_path / "keys"  # type: ignore[operator]
    settings.DEMO = True  # this machine may be told


@pytest.fixture
def listener() -> Iterator[Receiver]:
    with receiver() as found:
        yield found


@pytest.fixture
def firm(offices: Offices, company: Callable[..., Company]) -> Company:
    assert offices.national.national
    return company("甲示例有限公司")


def opened(firm: Company, name: str = "问答") -> Case:
    product = factories.product(firm.party, name)
    return actions.open_case("licence_application", by=firm.filer, at=AT, product=product.pk)


def numbers(listener: Receiver) -> list[int]:
    return [json.loads(g.body)["event"] for g in listener.got]


def deliver(at: datetime = AT) -> int:
    sealing.seal(at)
    return webhooks.deliver(at)


def test_what_happens_is_told_once_in_the_ledgers_order(firm: Company, listener: Receiver) -> None:
    webhooks.register(firm.reader, listener.url, (), AT)
    case = opened(firm)
    step(case, "submit", firm.filer, AT)
    assert deliver() == 2
    assert deliver() == 0
    assert numbers(listener) == list(Event.objects.order_by("leaf_index").values_list("pk", flat=True))
    assert listener.got[0].path == "/hook?a=b"


def test_what_happened_before_registration_is_not_told(firm: Company, listener: Receiver) -> None:
    opened(firm)
    sealing.seal(AT)
    webhooks.register(firm.reader, listener.url, (), AT)
    opened(firm, "第二")
    assert deliver() == 1


def test_only_the_procedures_asked_for_are_told(firm: Company, listener: Receiver) -> None:
    webhooks.register(firm.reader, listener.url, ("registry_filing",), AT)
    opened(firm)
    assert deliver() == 0
    with pytest.raises(Refusal):
        webhooks.register(firm.reader, listener.url, ("no_such",), AT)


def test_strangers_and_those_who_left_are_told_nothing(
    firm: Company, company: Callable[..., Company], listener: Receiver
) -> None:
    webhooks.register(company("乙示例有限公司").manager, listener.url, (), AT)
    webhooks.register(firm.reader, listener.url, (), AT)
    firm.reader.memberships.update(until=AT.date() - timedelta(days=1))
    opened(firm)
    assert deliver() == 0


def test_what_is_inside_the_authority_is_told_to_its_officers_alone(
    firm: Company, officer: Callable[..., User], listener: Receiver
) -> None:
    reviewer = officer("reviewer")
    webhooks.register(firm.reader, listener.url + "&party", (), AT)
    webhooks.register(reviewer, listener.url + "&office", (), AT)
    case = opened(firm)
    step(case, "submit", firm.filer, AT)
    actions.assign(case.pk, reviewer.pk, by=reviewer, at=AT)
    deliver()
    told = {
        w: [json.loads(g.body)["type"] for g in listener.got if g.path.endswith(w)]
        for w in ("party", "office")
    }
    assert told == {
        "party": ["case.opened", "case.taken"],
        "office": ["case.opened", "case.taken", "case.assigned"],
    }


def test_what_does_not_arrive_waits_longer_each_time_and_keeps_its_order(
    firm: Company, listener: Receiver
) -> None:
    webhooks.register(firm.reader, listener.url, (), AT)
    step(opened(firm), "submit", firm.filer, AT)
    listener.answers = [500, 302]
    assert deliver() == 1, "the second waits for the first"
    assert deliver(AT + timedelta(seconds=4)) == 0
    assert deliver(AT + timedelta(seconds=5)) == 1
    assert deliver(AT + timedelta(seconds=34)) == 0
    assert deliver(AT + timedelta(seconds=35)) == 2
    first, second = Event.objects.order_by("leaf_index").values_list("pk", flat=True)
    assert numbers(listener) == [first, first, first, second]
    assert len({g.headers["webhook-id"] for g in listener.got[:3]}) == 1, "known again by its id"
    assert not any(g.path == "/elsewhere" for g in listener.got), "redirects are not followed"


def test_after_three_days_it_is_given_up_and_says_so_and_goes_on_when_resumed(
    firm: Company, listener: Receiver
) -> None:
    hook, _ = webhooks.register(firm.reader, listener.url, (), AT)
    step(opened(firm), "submit", firm.filer, AT)
    listener.answers = [500] * 100
    at, tries = AT, 0
    while Webhook.objects.get().stopped_at is None:
        tries += deliver(at)
        at = Delivery.objects.order_by("pk")[0].next_at
    assert timedelta(days=3) <= at - AT < timedelta(days=3, hours=5)
    assert 20 < tries < 40
    assert Webhook.objects.get().stopped_why == "unreachable"
    opened(firm, "第三")
    assert deliver(at) == 0, "a stopped one is left alone"
    listener.answers, before = [], len(listener.got)
    webhooks.resume(firm.reader, hook.pk, at)
    deliver(at)
    assert numbers(listener)[before:] == list(
        Event.objects.order_by("leaf_index").values_list("pk", flat=True)
    )


def test_gone_is_gone_at_once(firm: Company, listener: Receiver) -> None:
    webhooks.register(firm.reader, listener.url, (), AT)
    opened(firm)
    listener.answers = [410]
    deliver()
    assert Webhook.objects.get().stopped_why == "gone"


def test_a_worker_that_dies_before_noting_sends_again_under_the_same_id(
    firm: Company, listener: Receiver
) -> None:
    webhooks.register(firm.reader, listener.url, (), AT)
    opened(firm)
    sealing.seal(AT)
    webhooks.fan_out(AT)
    ((_, message),) = webhooks._claimed(AT)
    webhooks._send(message, AT)  # ... and dies
    assert webhooks.deliver(AT + timedelta(seconds=60)) == 0, "another waits until it is surely dead"
    assert webhooks.deliver(AT + timedelta(minutes=3)) == 1
    assert len({g.headers["webhook-id"] for g in listener.got}) == 1


def test_the_secret_is_not_to_be_read_in_the_database(firm: Company, listener: Receiver) -> None:
    hook, secret = webhooks.register(firm.reader, listener.url, (), AT)
    assert secret not in hook.secret
    assert secret.removeprefix("whsec_") not in hook.secret


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://localhost/",
        "https://10.0.0.1/",
        "https://192.168.1.1:8443/",
        "https://169.254.169.254/latest/meta-data",
        "https://0.0.0.0/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://[::ffff:127.0.0.1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/",
        "https://[fe80::1%25eth0]/",
        "https://user:pass@example.com/",
        "https://example.com:99999/",
        "https://exa mple.com/",
        "https://example.com\\@127.0.0.1/",
        "https:///",
        "ftp://example.com/",
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
        "https://no-such-host.invalid/",
        "https://" + "a" * 600 + ".com/",
        "https://例子.测试/",
    ],
)
def test_nothing_is_sent_to_what_is_not_public(url: str, firm: Company, settings: Settings) -> None:
    settings.DEMO = False
    with pytest.raises(Refusal):
        webhooks.register(firm.reader, url, (), AT)
    assert not outgoing.post(url, b"", {}).arrived


def test_a_name_that_turns_to_a_private_address_is_refused_when_sent_to(
    firm: Company, listener: Receiver, settings: Settings
) -> None:
    """Checked at registration is not enough: what a name means is looked at again, and connected to as looked at."""
    webhooks.register(firm.reader, listener.url.replace("http:", "https:"), (), AT)
    opened(firm)
    settings.DEMO = False
    deliver()
    assert listener.got == []
    assert "public internet" in Delivery.objects.get().last_answer


def test_public_addresses_are_public() -> None:
    assert outgoing.public("93.184.216.34")
    assert outgoing.public("2606:2800:220:1::1")
