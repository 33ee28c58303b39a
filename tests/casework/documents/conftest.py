"""Each test has a store of its own, and a scanner if it asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from tests.casework.documents.scanner import Scanner
from tests.casework.journeys import Journey


@pytest.fixture(autouse=True)
def _own_folders(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT, settings.TILES, settings.KEYS = (tmp_path / n for n in ("media", "tiles", "keys"))


@pytest.fixture
def scanner(settings: Settings) -> Iterator[Scanner]:
    serving = Scanner()
    settings.CLAMAV = serving.address
    yield serving
    serving.close()


@pytest.fixture
def way() -> Journey:
    return Journey()
