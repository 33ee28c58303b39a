"""What runs by itself: once, whoever does it, however often they are killed, and whatever fails beside it."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from qingdan.casework import actions, chores, moment, worker
from qingdan.casework.actions.writing import clock_row
from qingdan.casework.health import health
from qingdan.casework.judging import judge_wanted
from qingdan.casework.models import Alert, Case, Chore, Clock, Event, Journal, Judged, Obligation, Setback
from qingdan.casework.setbacks import note
from qingdan.casework.tasks import tell_of_letter
from qingdan.law.clock import SHANGHAI
from qingdan.procedures.catalogue import procedure
from qingdan.procedures.engine import ClockRun, State
from qingdan.procedures.grammar.clocks import SetDay
from tests.casework import factories
from tests.casework.steps import step

AT = datetime(2026, 3, 2, 10, tzinfo=SHANGHAI)
OVER = AT + timedelta(days=20)


def submitted(count: int) -> list[Case]:
    factories.make_offices()
    firm = factories.company("甲示例有限公司")
    cases = []
    for n in range(count):
        product = factories.product(firm.party, f"产品{n}", {"is_ai": True})
        case = actions.open_case("licence_application", by=firm.filer, at=AT, product=product.pk)
        step(case, "submit", firm.filer, AT)
        cases.append(case)
    return cases


def persistently(work: Callable[[], object]) -> object:
    """Do ``work``; while the database is busy, try again, as the worker's loop does."""
    while True:
        try:
            return work()
        except OperationalError:
            time.sleep(0.01)


def at_once(work: Callable[[], object], times: int) -> list[object]:
    """What ``work`` returns when several workers do it at the same moment, each with a connection of its own."""
    found: list[object] = []
    gate = threading.Barrier(times)

    def run() -> None:
        try:
            gate.wait(5)
            found.append(persistently(work))
        except BaseException as failed:  # noqa: BLE001 - the test shows it
            found.append(failed)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return found


@pytest.mark.django_db(transaction=True)
def test_several_workers_let_each_clock_lapse_exactly_once() -> None:
    cases = submitted(4)
    found = at_once(lambda: worker.sweep(OVER), 3)
    while worker.sweep(OVER):
        pass
    assert not [f for f in found if isinstance(f, BaseException)]
    for case in cases:
        assert Event.objects.filter(case=case, what="lapsed", key="deemed_accepted").count() == 1
        case.refresh_from_db()
        assert case.stage == "accepted"
    assert not Clock.objects.filter(due_at__lte=OVER, stopped_on=None, lapsed_on=None).exists()


@pytest.mark.django_db(transaction=True)
def test_several_workers_judge_each_product_once() -> None:
    submitted(3)
    found = at_once(lambda: judge_wanted(AT), 3)
    while judge_wanted(AT):
        pass
    assert not [f for f in found if isinstance(f, BaseException)]
    assert not Judged.objects.filter(wanted=True).exists()
    assert Journal.objects.count() == Obligation.objects.count() > 0, "each row was entered once"


@pytest.mark.django_db(transaction=True)
def test_several_workers_tell_each_person_once() -> None:
    submitted(1)
    notice = DBTaskResult.objects.get(task_path__endswith="tell_of_letter").args_kwargs["args"][0]
    found = at_once(lambda: tell_of_letter.call(notice), 3)
    assert found == [None] * 3
    assert Alert.objects.count() == 2, "the manager and the filer"
    assert DBTaskResult.objects.filter(task_path__endswith="deliver").count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_middle_has_done_nothing_and_the_next_does_it_all() -> None:
    (case,) = submitted(1)
    with transaction.atomic():
        actions.sweep_case(case.pk, OVER)
        transaction.set_rollback(True)  # what a kill leaves behind: a transaction that never ended
    assert not Event.objects.filter(what="lapsed").exists()
    assert worker.sweep(OVER) == 1


@pytest.mark.django_db
def test_a_case_that_fails_is_left_alone_and_the_others_go_on(caplog: pytest.LogCaptureFixture) -> None:
    broken, sound = submitted(2)
    Case.objects.filter(pk=broken.pk).update(procedure="no_such_procedure")
    with caplog.at_level(logging.ERROR):
        assert worker.sweep(OVER) == 1
    sound.refresh_from_db()
    assert sound.stage == "accepted"
    setback = Setback.objects.get()
    assert (setback.kind, setback.ref, setback.attempts) == ("sweeping", broken.pk, 1)
    assert "甲示例" not in caplog.text
    assert worker.sweep(OVER) == 0
    worker.sweep(OVER + timedelta(minutes=2))
    assert Setback.objects.get().attempts == 2
    Case.objects.filter(pk=broken.pk).update(procedure="licence_application")
    assert worker.sweep(OVER + timedelta(days=1)) == 1
    assert not Setback.objects.exists()


@pytest.mark.django_db
def test_a_row_that_is_out_of_step_with_its_ledger_is_set_right() -> None:
    (case,) = submitted(1)
    Clock.objects.filter(case=case).update(due_at=AT)
    assert worker.sweep(AT + timedelta(hours=1)) == 0
    assert str(Clock.objects.get(case=case).due) == "2026-03-16"
    assert not Clock.objects.filter(due_at__lte=AT + timedelta(days=10)).exists()


@pytest.mark.parametrize("days", [0, 200])
def test_a_day_that_was_set_has_come_when_it_begins(days: int) -> None:
    declared = procedure("negative_list_edition")
    clock = next(c for c in declared.clocks if isinstance(c, SetDay))
    row = clock_row(Case(), clock, ClockRun(start="2026-03-02", amount=days), None)
    assert row.due == date(2026, 3, 2) + timedelta(days=days)
    assert row.due_at == datetime.combine(row.due, datetime.min.time(), SHANGHAI)


@pytest.mark.django_db
def test_what_a_cases_end_began_lapses_too() -> None:
    (case,) = submitted(1)
    Case.objects.filter(pk=case.pk).update(ended=True, next_due=None)
    assert worker.sweep(OVER) == 1
    assert (
        State.from_data(Case.objects.get(pk=case.pk).state).clocks["preliminary_review"].lapsed_on
        == "2026-03-16"
    )


@pytest.mark.django_db(transaction=True)  # the queue closes connections between tasks
def test_a_task_whose_worker_died_is_run_again_and_tells_nobody_twice() -> None:
    submitted(1)
    task = DBTaskResult.objects.get(task_path__endswith="tell_of_letter")
    tell_of_letter.call(*task.args_kwargs["args"])
    task.status, task.started_at = "RUNNING", timezone.now() - timedelta(hours=1)
    task.save()
    while worker.run_tasks(AT):
        pass
    task.refresh_from_db()
    assert task.status == "SUCCESSFUL"
    assert Alert.objects.count() == 2


@pytest.mark.django_db
def test_a_job_that_fails_keeps_no_other_waiting_and_a_stop_is_heeded() -> None:
    done: list[str] = []

    def fails(_: datetime) -> int:
        raise ValueError("说了不该说的话")

    def works(_: datetime) -> int:
        done.append("worked")
        working.stop()
        return 1

    def never(_: datetime) -> int:
        done.append("never")
        return 1

    working = worker.Worker((fails, works, never), now=lambda: AT)
    working.run()
    assert done == ["worked"]


@pytest.mark.django_db
def test_a_database_that_is_busy_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_AFTER_TROUBLE", 0.01)
    tries: list[int] = []

    def busy(_: datetime) -> int:
        tries.append(1)
        if len(tries) < 3:
            raise OperationalError("database is locked")
        working.stop()
        return 1

    working = worker.Worker((busy,), now=lambda: AT)
    working.run()
    assert len(tries) == 3


@pytest.mark.django_db
def test_a_chore_goes_on_where_it_stood_and_ends_once() -> None:
    chores.begin("count to three", AT)
    chores.begin("count to three", AT)
    reached: list[int] = []

    def batch(so_far: int) -> int | None:
        reached.append(so_far)
        return so_far + 1 if so_far < 2 else None

    def killed(_: int) -> int | None:
        Chore.objects.update(reached=99)
        raise KeyboardInterrupt

    assert chores.advance("count to three", AT, batch)
    with pytest.raises(KeyboardInterrupt):
        chores.advance("count to three", AT, killed)
    while chores.advance("count to three", AT, batch):
        pass
    assert reached == [0, 1, 2]


@pytest.mark.django_db
def test_health_shows_what_waits_and_what_failed() -> None:
    (case,) = submitted(1)
    for queued in DBTaskResult.objects.all():
        queued.delete()
    assert health(AT)["well"]
    late = health(OVER)
    assert not late["well"]
    assert late["behind_seconds"]["clocks"] > 4 * 86400
    assert late["products_waiting"] == 1
    note("sweeping", case.pk, OVER, ValueError("张三"))
    found = health(OVER)
    assert found["setbacks"] == 1
    assert "张三" not in str(found)


@pytest.mark.django_db(transaction=True)  # the queue closes connections between tasks
def test_the_command_does_all_that_is_to_be_done_and_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    (case,) = submitted(1)
    monkeypatch.setattr(moment, "now", lambda: OVER)
    monkeypatch.setattr(worker.Worker.__init__, "__defaults__", (worker.JOBS, lambda: OVER))
    call_command("work", once=True)
    case.refresh_from_db()
    assert case.stage == "accepted"
    assert not Judged.objects.filter(wanted=True).exists()
    assert not DBTaskResult.objects.ready().exists()
    assert not DBTaskResult.objects.failed().exists()
    assert Chore.objects.get(name__startswith="prune").done_at is not None
