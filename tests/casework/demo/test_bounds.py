"""The demonstration's passwords are public: none of it can be reached outside, and it meets no real data."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from qingdan.casework.demo import accounts, bounds, clock
from qingdan.casework.demo.bounds import OutOfBounds
from qingdan.casework.demo.load import load, reset
from qingdan.casework.demo.sights import sights
from qingdan.casework.models import DemoClock, User
from tests.casework.demo.conftest import TOLD_AT
from tests.casework.factories import Offices

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "act", [lambda: load(TOLD_AT), reset, accounts.code, sights, lambda: clock.forward(1)]
)
def test_nothing_of_it_works_outside(act: Callable[[], object]) -> None:
    with pytest.raises(OutOfBounds, match="make run"):
        act()
    assert not User.objects.exists()


@pytest.mark.parametrize("words", [("demo",), ("demo", "code"), ("demo", "ahead", "3"), ("demo", "--reset")])
def test_nor_do_its_commands(words: tuple[str, ...]) -> None:
    with pytest.raises(CommandError, match="仅供演示"):
        call_command(*words)


@pytest.mark.usefixtures("demo_mode")
def test_it_is_not_loaded_beside_a_real_authority(offices: Offices) -> None:
    assert offices.national.national
    with pytest.raises(OutOfBounds, match="real authority"):
        load(TOLD_AT)
    with pytest.raises(OutOfBounds, match="real authority"):
        reset()


def test_its_database_is_not_served_in_earnest() -> None:
    bounds.refuse_demo_data()
    DemoClock.objects.create()
    with pytest.raises(OutOfBounds, match="public"):
        bounds.refuse_demo_data()
    with override_settings(DEMO=True):
        bounds.refuse_demo_data()


@pytest.mark.usefixtures("demo_mode")
@pytest.mark.parametrize("days", [0, -1, 61, 10**9])
def test_the_date_moves_forward_by_lawful_steps_only(days: int) -> None:
    DemoClock.objects.create()
    with pytest.raises(OutOfBounds, match="forward"):
        clock.forward(days)
    assert clock.ahead() == 0


@pytest.mark.usefixtures("demo_mode")
def test_and_not_further_than_four_hundred_days() -> None:
    DemoClock.objects.create(days_ahead=390)
    with pytest.raises(OutOfBounds, match="make reset"):
        clock.forward(11)
    assert clock.ahead() == 390
