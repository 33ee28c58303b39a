"""The demonstration comes out the same in years that no real notice has announced: a fictitious one does."""

from __future__ import annotations

from datetime import datetime

import pytest

from qingdan.casework.demo.load import load
from qingdan.casework.demo.script import stories
from qingdan.casework.models import CalendarNotice, Case
from qingdan.law.clock import SHANGHAI

WANTED = {
    "deemed-accepted",
    "counted-withdrawn",
    "r-silence",
    "r-spring",
}  # all of them wait for a period to run out


@pytest.mark.django_db
@pytest.mark.usefixtures("demo_mode")
@pytest.mark.parametrize("day", ["2027-06-14", "2031-02-10"])
def test_periods_run_out_there_too(day: str) -> None:
    at = datetime.fromisoformat(f"{day}T15:00").replace(tzinfo=SHANGHAI)
    made = load(at, [s for s in stories() if s.key in WANTED])
    assert made is not None
    assert made.stopped == ()
    assert Case.objects.get(events__idempotency_key="demo:deemed-accepted").stage == "accepted"
    assert CalendarNotice.objects.filter(year=at.year, content__verified=False).exists()
