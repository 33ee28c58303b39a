"""The demonstration, loaded once for the tests that look at it, and taken back afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from qingdan.casework import law_now
from qingdan.casework.demo.load import Loaded, load
from qingdan.law.clock import SHANGHAI

TOLD_AT = datetime(2026, 11, 24, 15, tzinfo=SHANGHAI)


@pytest.fixture
def demo_mode(tmp_path: Path) -> Iterator[None]:
    """As `make run` sets it, with files of its own."""
    with _settings(tmp_path):
        yield
    law_now.forget_calendars()


@pytest.fixture(scope="module")
def told(
    django_db_setup: None,  # noqa: ARG001 - the database is there
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Loaded]:
    """The whole demonstration, as if loaded on 24 November 2026."""
    with django_db_blocker.unblock(), _settings(tmp_path_factory.mktemp("demo")), transaction.atomic():
        made = load(TOLD_AT)
        assert made is not None
        yield made
        transaction.set_rollback(True)
    law_now.forget_calendars()


def _settings(folder: Path) -> override_settings:
    return override_settings(
        DEMO=True,
        DEMO_CLOCK=True,
        READINGS={"competence.delegate": "by_table"},
        TILES=folder / "tiles",
        KEYS=folder / "keys",
        MEDIA_ROOT=folder / "documents",
        EMAIL_FILE_PATH=str(folder / "mail"),
    )
