"""Acts get their places in the log while others are still being written: none is missed, none gets two.

Numbers of rows are given out when a row is inserted, and seen when it is committed: whoever remembers the last number
seen overtakes a late commit for good. SQLite writes one transaction at a time, so that nothing can be overtaken there.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

import pytest
from django.db import OperationalError, connection, transaction

from qingdan.casework import actions
from qingdan.casework.models import Case, Event, Log
from qingdan.casework.sealing.phases import sequence
from qingdan.law.clock import SHANGHAI
from tests.casework import factories

AT = datetime(2026, 3, 2, 10, tzinfo=SHANGHAI)
WRITERS, ACTS = 8, 12
Sequencer = Callable[[], int]
T = TypeVar("T")
pytestmark = pytest.mark.django_db(transaction=True)


class Naive:
    """A sequencer that takes what comes after the last number it has seen."""

    def __init__(self) -> None:
        self.last = 0
        self.placed: list[int] = []

    def __call__(self) -> int:
        new = list(Event.objects.filter(pk__gt=self.last).order_by("pk").values_list("pk", flat=True))
        self.placed += new
        self.last = max(new, default=self.last)
        return len(new)


class Writers:
    """Eight who write, committing late; the first not before another act has got its place."""

    def __init__(self) -> None:
        factories.make_offices()
        firm = factories.company("甲示例有限公司")
        self._cases = [self._case(firm, n) for n in range(WRITERS)]
        self._begun, self.overtaken = threading.Event(), threading.Event()
        self.failed: list[BaseException] = []
        self._threads = [threading.Thread(target=self._run, args=(n,)) for n in range(WRITERS)]

    def _case(self, firm: factories.Company, number: int) -> Case:
        product = factories.product(firm.party, f"产品{number}")
        return actions.open_case("licence_application", by=firm.filer, at=AT, product=product.pk)

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    @property
    def writing(self) -> bool:
        return any(thread.is_alive() for thread in self._threads)

    def _run(self, number: int) -> None:
        luck = random.Random(number)  # noqa: S311 - no secret
        try:
            if number:
                self._begun.wait(5)
            for seq in range(2, ACTS + 2):
                _persistently(lambda seq=seq: self._write(number, seq, luck.random() / 50))  # type: ignore[misc]
        except BaseException as failed:  # noqa: BLE001 - the test shows it
            self.failed.append(failed)
        finally:
            connection.close()

    def _write(self, number: int, seq: int, late: float) -> None:
        with transaction.atomic():
            Event.objects.create(
                case=self._cases[number],
                seq=seq,
                what="taken",
                key="x",
                at=AT,
                header="{}",
                payload_digest="0" * 64,
            )
            if number == 0 and seq == 2:
                self._begun.set()
                self.overtaken.wait(0.3)
            time.sleep(late)


def _persistently(work: Callable[[], T]) -> T:
    """Do ``work``; while the database is busy, try again."""
    end = time.monotonic() + 15
    while True:
        try:
            return work()
        except OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.01)


def sequenced_meanwhile(sequencer: Sequencer, *, times: int = 1) -> None:
    """Let the sequencer work, ``times`` at once, while eight write, and once more when all have committed."""
    writers = Writers()
    _persistently(sequencer)

    def run() -> None:
        try:
            while writers.writing:
                if _persistently(sequencer):
                    writers.overtaken.set()
                time.sleep(0.002)
        except BaseException as failed:  # noqa: BLE001 - the test shows it
            writers.failed.append(failed)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(times)]
    writers.start()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    sequencer()
    assert writers.failed == []


def places() -> list[int | None]:
    return list(Event.objects.order_by("leaf_index").values_list("leaf_index", flat=True))


def test_every_act_gets_one_place_however_late_it_is_committed() -> None:
    sequenced_meanwhile(lambda: sequence("process"))
    assert places() == list(range(WRITERS * (ACTS + 1)))
    assert Log.objects.get(name="process").sequenced == WRITERS * (ACTS + 1)


def test_a_sequencer_that_remembers_the_last_number_loses_acts_where_commits_overtake_one_another() -> None:
    naive = Naive()
    sequenced_meanwhile(naive)
    missed = set(Event.objects.values_list("pk", flat=True)) - set(naive.placed)
    assert len(naive.placed) == len(set(naive.placed))
    assert bool(missed) is (connection.vendor == "postgresql")


def test_two_sequencers_at_once_share_the_work_without_gap_or_double() -> None:
    sequenced_meanwhile(lambda: sequence("process"), times=2)
    assert places() == list(range(WRITERS * (ACTS + 1)))
