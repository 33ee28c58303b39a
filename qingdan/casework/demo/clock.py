"""The demonstration's clock: a visitor moves the date forward, never back, and the law takes its course."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F

from qingdan.casework.demo.bounds import OutOfBounds, demand_demo, loaded
from qingdan.casework.demo.notices import announce
from qingdan.casework.models import DemoClock
from qingdan.casework.moment import now
from qingdan.law.grammar.text import Text

MOST = 400  # days, all visitors together, until somebody resets the demonstration
_AT_ONCE = 60


def forward(days: int) -> datetime:
    """Move the date forward for everybody; return what it is now. Sessions and second factors keep real time.

    Every process reads the clock from the database whenever it asks what time it is, so all agree at once.

    Raises OutOfBounds outside the demonstration, or for fewer than one day, too many at once or too many in all.
    """
    demand_demo()
    if not 1 <= days <= _AT_ONCE:
        raise OutOfBounds(
            Text(
                f"the date moves forward, by 1 to {_AT_ONCE} days at a time",
                f"日期只能向前推进，每次1至{_AT_ONCE}日",
            )
        )
    with transaction.atomic():  # whoever moves it at the same moment waits
        return _forward(days)


def _forward(days: int) -> datetime:
    moved = DemoClock.objects.filter(days_ahead__lte=MOST - days).update(days_ahead=F("days_ahead") + days)
    if not moved and loaded():
        raise OutOfBounds(
            Text(
                f"the date is {MOST} days ahead at most; begin anew with `make reset`",
                f"日期最多提前{MOST}日；请用 make reset 重新开始",
            )
        )
    at = now()
    announce(at)
    return at


def ahead() -> int:
    """Return by how many days the demonstration runs ahead."""
    return DemoClock.objects.values_list("days_ahead", flat=True).first() or 0
