"""Of several workers one seals at a time; the others go on, and what they gave a place waits for whoever comes next."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings as current
from pytest_django import Settings

from qingdan.casework import actions, sealing
from qingdan.casework.models import Event, Log
from qingdan.law.clock import SHANGHAI
from qingdan.ledger.files import FileTiles
from tests.casework import factories

AT = datetime(2026, 3, 2, 10, tzinfo=SHANGHAI)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folders(settings: Settings, tmp_path: Path) -> None:
    settings.TILES, settings.KEYS = tmp_path / "tiles", tmp_path / "keys"


def test_a_folder_has_one_writer_and_is_given_back() -> None:
    tiles = FileTiles(Path(current.TILES) / "process")
    with tiles.alone() as first, FileTiles(tiles.root).alone() as second:
        assert (first, second) == (True, False)
    with tiles.alone() as again:
        assert again


def test_while_another_seals_acts_get_their_places_and_nothing_more() -> None:
    factories.make_offices()
    firm = factories.company("甲示例有限公司")
    product = factories.product(firm.party)
    actions.open_case("licence_application", by=firm.filer, at=AT, product=product.pk)
    with FileTiles(Path(current.TILES) / "process").alone():
        assert sealing.seal(AT) == 0
    log = Log.objects.get(name="process")
    assert (log.sequenced, log.size) == (1, 0)
    assert sealing.seal(AT) == Event.objects.count() == 1
    assert list(sealing.faults()) == []
