"""What runs by itself: time running out, judgements, seals, messages. Any number of workers, killed at any moment.

Each unit of work is one transaction that begins by claiming its row; whoever finds it claimed goes on to the next. So
nothing happens twice, and what a killed worker had not finished has not happened. Queued tasks alone may run again
where a worker died over one: they find what is done already.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from importlib import import_module
from uuid import uuid4

from django.core.management import call_command
from django.db import InterfaceError, OperationalError, close_old_connections
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker as TaskWorker
from django_tasks_db.models import DBTaskResult

from qingdan.casework import answered, calendar_notices, chores, documents, moment, sealing, warning
from qingdan.casework.actions.expiring import expire
from qingdan.casework.actions.sweeping import due_cases, sweep_case
from qingdan.casework.judging import judge_wanted
from qingdan.casework.setbacks import fault_of, withstood

log = logging.getLogger(__name__)
SWEEPING = "sweeping"
_PAUSE = 1.0  # seconds to wait when nothing was to be done
_AFTER_TROUBLE = 5.0
_AT_ONCE = 50  # units of one kind before the others get their turn
_TASK_LEASE = timedelta(minutes=15)  # no task of ours takes nearly that long
_TASKS_KEPT_DAYS = 14

Job = Callable[[datetime], int]


def sweep(at: datetime) -> int:
    """Let clocks lapse that have run out."""
    done = 0
    for pk in due_cases(at, _AT_ONCE, skip=SWEEPING):
        with withstood(SWEEPING, pk, at):
            done += len(sweep_case(pk, at))
    return done


def judge(at: datetime) -> int:
    """Judge products that wait for it."""
    return judge_wanted(at, _AT_ONCE)


def warn(at: datetime) -> int:
    """Warn parties of what runs out soon."""
    return int(warning.warn(at))


def seal(at: datetime) -> int:
    """Seal what was written into the ledger, and publish the status list of the day."""
    sealed = sealing.seal(at)
    sealing.daily_status(at)
    return sealed


def deliver(at: datetime) -> int:
    """Deliver webhooks."""
    try:
        webhooks = import_module("qingdan.casework.webhooks")
    except ModuleNotFoundError:
        return 0
    return int(webhooks.deliver(at) or 0)


def run_tasks(at: datetime) -> int:
    """Run queued tasks; first put those back whose worker died over them."""
    del at  # the queue has its own clock, which no demonstration moves
    left = DBTaskResult.objects.running().filter(started_at__lt=timezone.now() - _TASK_LEASE)
    if left.exists():  # rarely: a look costs less than a write
        left.update(status="READY")
    if not DBTaskResult.objects.ready().exists():
        return 0
    worker = TaskWorker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=_AT_ONCE,
        worker_id=f"work-{uuid4().hex}",
        excluded_queue_names=[],
    )
    worker.run()
    return worker._run_tasks  # noqa: SLF001 - it counts what it did


def prune(at: datetime) -> int:
    """Once a day, throw away what nobody needs any more: ended sessions, finished tasks, chores of the past."""
    name = f"prune {at.date()}"
    chores.begin(name, at)
    return int(chores.advance(name, at, lambda _: _prune(at)))


def _prune(at: datetime) -> None:
    from qingdan.casework.models import Chore

    call_command("clearsessions")
    call_command("prune_db_task_results", min_age_days=_TASKS_KEPT_DAYS, verbosity=0)
    past = Chore.objects.filter(begun_at__lt=at - timedelta(days=_TASKS_KEPT_DAYS))
    past.exclude(name__startswith="notice ").delete()
    answered.forget(at)


JOBS: tuple[Job, ...] = (
    sweep,
    expire,
    judge,
    calendar_notices.follow_notices,
    seal,
    documents.scan_waiting,
    warn,
    run_tasks,
    deliver,
    prune,
)


class Worker:
    """Does one round after the other until it is told to stop; then it finishes the unit at hand."""

    def __init__(self, jobs: tuple[Job, ...] = JOBS, now: Callable[[], datetime] = moment.now) -> None:
        self._jobs = jobs
        self._now = now
        self._stopped = threading.Event()

    def stop(self, *_: object) -> None:
        """Stop after what is being done now."""
        self._stopped.set()

    def round(self) -> int:
        """Give each job its turn; return how much was done. A job that fails does not keep the others waiting."""
        done = 0
        for job in self._jobs:
            if self._stopped.is_set():
                break
            try:
                done += job(self._now())
            except (OperationalError, InterfaceError):
                raise  # no database: nothing else would work either
            except Exception as failed:  # noqa: BLE001 - whatever it is, the other jobs go on
                # never its words: they may hold what somebody wrote
                log.error("%s failed: %s", job.__name__, fault_of(failed))  # noqa: TRY400 - no traceback
        return done

    def run(self) -> None:
        """Work until stopped."""
        while not self._stopped.is_set():
            close_old_connections()
            try:
                done = self.round()
            except (OperationalError, InterfaceError) as failed:
                log.warning("the database is busy or away: %s", type(failed).__name__)
                close_old_connections()
                self._stopped.wait(_AFTER_TROUBLE)
                continue
            if not done:
                self._stopped.wait(_PAUSE)
