"""Numbers of the register: one after the other, never twice, whoever asks at the same time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from qingdan.casework.actions.projecting import next_number
from qingdan.casework.models import Serial
from qingdan.law.numbers import Kind, QingdanNumber

AT_ONCE, EACH = 4, 8


def test_they_count_up_by_kind_division_and_year_and_check_themselves(db: None) -> None:  # noqa: ARG001
    given = [
        next_number(Kind.REGISTRATION, "440300", 2026),
        next_number(Kind.REGISTRATION, "440300", 2026),
        next_number(Kind.REGISTRATION, "440300", 2027),
        next_number(Kind.PROVISION_LICENCE, "440300", 2026),
    ]
    assert [str(n)[:15] for n in given] == [
        "R44030026000001",
        "R44030026000002",
        "R44030027000001",
        "L44030026000001",
    ]
    assert [QingdanNumber.parse(str(n)) for n in given] == given


@pytest.mark.django_db(transaction=True)
def test_asked_for_at_once_none_is_given_twice_or_left_out() -> None:
    """On PostgreSQL by several threads; the embedded database is one writer at a time, and asked in turn."""
    threads = AT_ONCE if connection.vendor == "postgresql" else 1
    start = Barrier(threads)

    def ask(_: int) -> list[str]:
        start.wait(5)
        try:
            return [_one() for _ in range(EACH * AT_ONCE // threads)]
        finally:
            if threads > 1:
                connection.close()

    if threads == 1:
        found = [ask(0)]
    else:
        with ThreadPoolExecutor(threads) as pool:
            found = list(pool.map(ask, range(threads)))
    given = sorted(n[9:15] for numbers in found for n in numbers)
    assert given == [f"{n:06d}" for n in range(1, EACH * AT_ONCE + 1)]
    assert Serial.objects.get().last == EACH * AT_ONCE


@transaction.atomic
def _one() -> str:
    return str(next_number(Kind.REGISTRATION, "100000", 2026))


def test_what_is_rolled_back_gives_its_number_to_the_next(db: None) -> None:  # noqa: ARG001
    with transaction.atomic():
        lost = _one()
        transaction.set_rollback(True)
    assert _one() == lost
