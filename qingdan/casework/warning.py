"""Warn a party before its time is up: seven working days ahead and one, each once, for each date shown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from qingdan.casework import alerts, chores, law_now
from qingdan.casework.models import Alert, Clock, Obligation
from qingdan.law.clock import SHANGHAI, working_days_between
from qingdan.law.grammar.rules import Role

AHEAD = (1, 7)  # working days, nearest first
_BATCH = 100
_MORNING = 8  # o'clock in China: nobody is woken by a mail
_OFFICIAL = [r.value for r in Role if r.official]


def warn(at: datetime) -> bool:
    """Do a batch of today's warnings; tell whether there was any to do. A day missed is made up for the next."""
    on = alerts.day(at)
    if at.astimezone(SHANGHAI).hour < _MORNING:
        return False
    done = False
    for what, batch in (("clocks", _clocks), ("duties", _obligations)):
        name = f"warn {what} {on}"
        chores.begin(name, at)
        done = chores.advance(name, at, lambda reached, of=batch: of(reached, on, at)) or done  # type: ignore[misc]
    return done


def _last(on: date) -> date:
    """Return the last day that is warned of today."""
    calendar = law_now.calendar_now()
    return date.fromordinal(calendar.nth_after(on.toordinal(), AHEAD[-1]))


def _ahead(on: date, due: date) -> tuple[int, int]:
    """Return which warning a due date calls for today, and how many working days are left."""
    left = working_days_between(on, due, calendar=law_now.calendar_now())
    return next(n for n in AHEAD if left <= n), left


def _clocks(reached: int, on: date, at: datetime) -> int | None:
    rows = (
        Clock.objects.filter(
            official=False,
            stopped_on__isnull=True,
            lapsed_on__isnull=True,
            paused=False,
            due__range=(on, _last(on)),
            pk__gt=reached,
            case__party__isnull=False,
        )
        .select_related("case")
        .order_by("pk")[:_BATCH]
    )
    for row in rows:
        case, due = row.case, row.due
        assert due is not None  # noqa: S101 - the query asked for it
        stage, left = _ahead(on, due)
        about = {"case": case.ref, "due": due.isoformat(), "days": left, "provisional": row.provisional}
        _tell(case.party_id, case.product_id, Alert.Kind.CLOCK, f"clock:{row.pk}:{due}:{stage}", about, at)
    return rows[len(rows) - 1].pk if rows else None


def _obligations(reached: int, on: date, at: datetime) -> int | None:
    rows = (
        Obligation.objects.filter(standing="due", due__range=(on, _last(on)), pk__gt=reached)
        .exclude(bearer__in=_OFFICIAL)
        .exclude(ground="open")
        .select_related("product")
        .order_by("pk")[:_BATCH]
    )
    for row in rows:
        due = row.due
        assert due is not None  # noqa: S101 - the query asked for it
        stage, left = _ahead(on, due)
        about = {
            "product": row.product_id,
            "due": due.isoformat(),
            "days": left,
            "provisional": row.provisional,
        }
        marker = f"duty:{row.product_id}:{row.rule}:{row.instance}:{due}:{stage}"
        _tell(row.product.party_id, row.product_id, Alert.Kind.OBLIGATION, marker, about, at)
    return rows[len(rows) - 1].pk if rows else None


def _tell(  # noqa: PLR0913, PLR0917 - as ``alerts.tell``
    party: int | None,
    product: int | None,
    kind: Alert.Kind,
    marker: str,
    about: Mapping[str, Any],
    at: datetime,
) -> None:
    assert party is not None  # noqa: S101 - the queries ask for it
    alerts.tell(alerts.filers(party, product, alerts.day(at)), kind, marker, about, at)
