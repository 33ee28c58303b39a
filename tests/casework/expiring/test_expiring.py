"""Terms run out by themselves; a renewal sought in time keeps the licence alive, one merely begun does not."""

from __future__ import annotations

from datetime import date

import pytest

from qingdan.casework import actions
from qingdan.casework.models import RegisterEntry
from tests.casework import factories
from tests.casework.journeys import Journey, on

pytestmark = pytest.mark.django_db


@pytest.fixture
def way() -> Journey:
    return Journey()


@pytest.fixture
def entry(way: Journey) -> RegisterEntry:
    found = way.licence(term_months=6)
    assert found.expires_on == date(2026, 9, 2)
    return found


def test_its_last_day_is_still_in_force_and_the_next_is_not(entry: RegisterEntry) -> None:
    assert actions.expire(on("2026-09-02", 23)) == 0
    assert actions.expire(on("2026-09-03", 0)) == 1
    entry.refresh_from_db()
    assert (entry.status, entry.status_since, entry.version) == ("expired", date(2026, 9, 3), 2)


def test_found_late_or_twice_it_expired_once_and_on_its_day(entry: RegisterEntry) -> None:
    assert actions.expire(on("2027-01-04")) == 1
    assert actions.expire(on("2027-01-04")) == 0
    entry.refresh_from_db()
    assert (entry.status_since, entry.version) == (date(2026, 9, 3), 2)


def test_a_renewal_sought_and_undecided_keeps_it(way: Journey, entry: RegisterEntry) -> None:
    case = way.open("licence_renewal", way.filer, on("2026-06-01"), entry=entry.number)
    way.take(case, "apply", way.filer, on("2026-06-01"))
    assert actions.expire(on("2026-09-10")) == 0


def test_one_that_was_only_begun_does_not(way: Journey, entry: RegisterEntry) -> None:
    way.open("licence_renewal", way.filer, on("2026-06-01"), entry=entry.number)
    assert actions.expire(on("2026-09-10")) == 1


def test_denied_it_runs_out_on_its_day(way: Journey, entry: RegisterEntry) -> None:
    case = way.open("licence_renewal", way.filer, on("2026-06-01"), entry=entry.number)
    way.take(case, "apply", way.filer, on("2026-06-01"))
    way.take(case, "deny_renewal", way.officer("reviewer"), on("2026-07-01"), way.officer("head"))
    assert actions.expire(on("2026-09-02")) == 0
    assert actions.expire(on("2026-09-03")) == 1


def test_a_suspended_licence_expires_too_and_a_registration_never(way: Journey, entry: RegisterEntry) -> None:
    way.suspended(entry)
    assert actions.expire(on("2026-09-03")) == 1
    entry.refresh_from_db()
    assert entry.status == "expired"
    filed = way.registration("2026-09-04")
    assert actions.expire(on("2099-01-01")) == 0
    filed.refresh_from_db()
    assert filed.status == "active"


def test_so_many_at_a_time(way: Journey, entry: RegisterEntry) -> None:
    assert entry.status == "active"
    way.product = factories.product(way.party, "另一示例服务")
    way.licence(term_months=6)
    assert [actions.expire(on("2026-12-01"), limit=1) for _ in range(3)] == [1, 1, 0]
