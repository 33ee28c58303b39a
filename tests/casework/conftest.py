"""What every test of casework starts from. ``QINGDAN_DATABASE_URL`` chooses PostgreSQL; SQLite otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.db import connection
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from qingdan.casework import append_only
from qingdan.casework.models import Office, User
from tests.casework import factories
from tests.casework.factories import Company, Offices


@pytest.fixture
def offices(db: None) -> Offices:  # noqa: ARG001 - offices are in the database
    """The national authority, a province and a city."""
    return factories.make_offices()


@pytest.fixture
def officer(offices: Offices) -> Callable[..., User]:
    """``officer(role, office=national)``: somebody who holds that post."""

    def make(role: str, office: Office | None = None) -> User:
        return factories.officer(role, office or offices.national)

    return make


@pytest.fixture
def company(db: None) -> Callable[..., Company]:  # noqa: ARG001 - companies are in the database
    """``company(name)``: a party with a manager, a filer and a reader."""
    return factories.company


@pytest.fixture
def work_off(db: None) -> Callable[[], None]:  # noqa: ARG001 - the queue is in the database
    """Do what is queued, as a worker would, but in the test's own transaction; a task that fails, fails the test."""

    def run() -> None:
        for queued in iter(DBTaskResult.objects.ready().first, None):
            queued.claim("tests")
            worker.run_task(queued)
            assert queued.status == TaskResultStatus.SUCCESSFUL, queued.traceback

    worker = Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="tests",
        excluded_queue_names=[],
    )
    return run


@pytest.fixture(autouse=True)
def _append_only(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that commits empties the database afterwards, which the database itself refuses: for that moment it may."""
    marker = request.node.get_closest_marker("django_db")
    commits = "transactional_db" in request.fixturenames or (
        marker is not None and marker.kwargs.get("transaction", False)
    )
    if not commits:
        yield
        return
    request.getfixturevalue("transactional_db")
    append_only.install(connection)
    yield
    append_only.remove(connection)
