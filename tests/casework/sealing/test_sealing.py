"""Acts become leaves, once each and in order; what is on record can be proved, erased, and not altered unseen."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from pytest_django import Settings

from qingdan.casework import actions, append_only, sealing
from qingdan.casework.models import Checkpoint, Event, Log, Payload, RegisterEntry, StatusList, User
from qingdan.casework.sealing import phases
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.refusal import Refusal
from qingdan.ledger.proof import read_bundle
from qingdan.ledger.refusals import LedgerRefused, WillNotSign
from qingdan.ledger.status import StatusList as SignedList
from qingdan.ledger.verify import Outcome, verify
from tests.casework import factories
from tests.casework.actions.test_taking import given
from tests.casework.factories import Company, Offices

AT = datetime(2026, 3, 2, 10, tzinfo=SHANGHAI)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folders(settings: Settings, tmp_path: Path) -> None:
    settings.TILES, settings.KEYS = tmp_path / "tiles", tmp_path / "keys"


@pytest.fixture
def granted(offices: Offices, company: Callable[..., Company], officer: Callable[..., User]) -> RegisterEntry:
    """A licence, from application to grant."""
    assert offices.national.national
    firm, reviewer, head = company("甲示例有限公司"), officer("reviewer"), officer("head")
    case = actions.open_case(
        "licence_application", by=firm.filer, at=AT, product=factories.product(firm.party).pk
    )
    for step, who, days in (("submit", firm.filer, 0), ("accept", reviewer, 1), ("grant", reviewer, 30)):
        at = AT + timedelta(days=days)
        content = given(case, step, who, at)
        actions.take(case.pk, step, content, by=who, at=at)
    actions.take(case.pk, "grant", content, by=head, at=AT + timedelta(days=30))
    return RegisterEntry.objects.get()


def at(days: int) -> datetime:
    return AT + timedelta(days=days)


def test_everything_is_sealed_once_and_nothing_twice(granted: RegisterEntry) -> None:
    assert granted.version == 1
    assert sealing.seal(at(31)) == Event.objects.count() + 1
    assert sealing.seal(at(31)) == 0
    places = Event.objects.order_by("leaf_index").values_list("leaf_index", flat=True)
    assert list(places) == list(range(Event.objects.count()))
    assert list(sealing.faults()) == []


def test_a_killed_worker_repeats_a_phase_and_changes_nothing(granted: RegisterEntry) -> None:
    assert granted.version == 1
    while phases.sequence("process"):
        pass
    before = Log.objects.get(name="process")
    phases.integrate("process")
    Log.objects.filter(name="process").update(
        size=before.size, frontier=before.frontier
    )  # died before keeping it
    phases.integrate("process")
    assert phases.publish("process", at(31)) is not None
    assert phases.publish("process", at(31)) is None
    assert list(sealing.faults()) == []


def test_a_certificate_proves_itself_offline(granted: RegisterEntry) -> None:
    sealing.seal(at(31))
    bundle = read_bundle(sealing.qr_of(granted))
    verdict = verify(bundle.compact(), sealing.trusted("register"))
    assert verdict.outcome is Outcome.GENUINE
    assert bundle.body is not None
    assert bundle.body.value["number"] == granted.number


def test_before_it_is_sealed_a_proof_is_refused_with_what_to_do(granted: RegisterEntry) -> None:
    with pytest.raises(Refusal, match="being sealed"):
        sealing.proof_of(granted)


def test_the_status_list_of_the_day_is_signed_once(granted: RegisterEntry) -> None:
    sealing.seal(at(31))
    assert sealing.daily_status(at(31)) is not None
    assert sealing.daily_status(at(31)) is None
    assert granted.expires_on is not None
    after = datetime.combine(granted.expires_on + timedelta(days=1), AT.timetz())
    assert actions.expire(after) == 1
    assert actions.expire(after) == 0
    sealing.seal(after)
    sealing.daily_status(after)
    newest = StatusList.objects.order_by("-day").first()
    assert newest is not None
    listed = SignedList.opened(newest.note, sealing.trusted("register"))
    found = listed.about(granted.number, 0)
    assert found is not None
    assert found.status == "expired"


def test_what_is_altered_behind_the_systems_back_is_not_signed(granted: RegisterEntry) -> None:
    assert granted.version == 1
    append_only.remove(connection)
    event = Event.objects.order_by("pk").first()
    assert event is not None
    Payload.objects.filter(pk=event.pk).update(body='{"forged":true}')
    append_only.install(connection)
    with pytest.raises(WillNotSign):
        sealing.seal(at(31))


def test_altered_after_sealing_it_is_found_by_fsck(granted: RegisterEntry) -> None:
    assert granted.version == 1
    sealing.seal(at(31))
    call_command("ledger", "fsck")
    append_only.remove(connection)
    event = Event.objects.order_by("pk").first()
    assert event is not None
    Event.objects.filter(pk=event.pk).update(header=event.header.replace("opened", "opend"))
    append_only.install(connection)
    with pytest.raises(CommandError, match="fault"):
        call_command("ledger", "fsck")


def test_erased_content_is_gone_and_the_ledger_is_sound(granted: RegisterEntry) -> None:
    sealing.seal(at(31))
    event = Event.objects.filter(case=granted.case, key="submit").get()
    sealing.erase(event.pk, "request of the person concerned", at(40))
    payload = Payload.objects.get(pk=event.pk)
    assert (payload.salt, payload.body) == (None, None)
    assert list(sealing.faults()) == []
    with pytest.raises(Refusal, match="already"):
        sealing.erase(event.pk, "again", at(40))
    with pytest.raises(Exception, match="append-only"):
        Payload.objects.filter(pk=event.pk).update(body="back", salt="00" * 16)


def test_a_restore_brings_nothing_back_that_was_erased(granted: RegisterEntry) -> None:
    event = Event.objects.filter(case=granted.case, key="submit").get()
    before = Payload.objects.get(pk=event.pk)
    sealing.erase(event.pk, "request of the person concerned", at(40))
    append_only.remove(connection)  # an older backup is restored: the payload is there again
    Payload.objects.filter(pk=event.pk).update(salt=before.salt, body=before.body, erased_at=None)
    event.erasure.delete()
    append_only.install(connection)
    assert sealing.replay() == 1
    assert sealing.replay() == 0
    assert Payload.objects.get(pk=event.pk).body is None


def test_restored_from_before_a_published_head_nothing_is_signed(granted: RegisterEntry) -> None:
    assert granted.version == 1
    sealing.seal(at(31))
    append_only.remove(connection)
    Checkpoint.objects.filter(log_id="process").delete()
    Log.objects.filter(name="process").update(size=1, frontier=_first_leaf(), published=0)
    append_only.install(connection)
    with pytest.raises(LedgerRefused):
        phases.publish("process", at(32))


def _first_leaf() -> list[str]:
    from qingdan.casework.sealing.sources import rows
    from qingdan.ledger.tree import Frontier

    entry = next(rows("process", 0, 1)).leaf.hash
    return [peak.hex() for peak in Frontier().grown([entry])[0].peaks]


def test_a_rotated_key_signs_and_the_old_one_stays_trusted_for_its_time(granted: RegisterEntry) -> None:
    sealing.seal(at(31))
    old = sealing.qr_of(granted)
    sealing.rotate("register", at(60).date())
    keys = sealing.trusted("register")
    assert len(keys) == 2
    assert keys[0].until == at(60).date()
    assert verify(old, keys).outcome is Outcome.GENUINE


def test_headers_say_nothing_about_a_person(granted: RegisterEntry) -> None:
    people = set(User.objects.values_list("email", flat=True)) | set(
        User.objects.values_list("name", flat=True)
    )
    for event in Event.objects.all():
        assert not [p for p in people if p and p in event.header]
        assert json.loads(event.header)["case"]
    assert granted.party.name not in "".join(Event.objects.values_list("header", flat=True))
