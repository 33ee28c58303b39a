"""How far behind the worker is, and what it could not do: for whoever runs the system. Says nothing about anybody."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Min
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from qingdan.casework.judging.judge import waiting
from qingdan.casework.judging.law_in_use import law_in_use
from qingdan.casework.models import Chore, Clock, Event, Judged, Setback

LATE = 300  # seconds behind from which something is wrong
_COUNTED = 1000  # no need to count further
_NAMED = 20


def readiness(at: datetime) -> dict[str, bool]:
    """Tell whether the worker keeps up and acts are sealed in time: yes or no, and nothing more."""
    unsealed = Event.objects.filter(leaf_index__isnull=True).aggregate(first=Min("at"))["first"]
    return {
        "worker": max(_behind(at).values()) < LATE,
        "ledger": unsealed is None or (at - unsealed).total_seconds() < LATE,
    }


def _behind(at: datetime) -> dict[str, int]:
    """Return by how many seconds clocks and queued tasks wait for the worker."""
    lapse = Clock.objects.filter(
        due_at__lte=at,
        stopped_on__isnull=True,
        lapsed_on__isnull=True,
        paused=False,
        provisional=False,
    ).aggregate(first=Min("due_at"))["first"]
    queued = DBTaskResult.objects.ready().aggregate(first=Min("enqueued_at"))["first"]
    return {
        "clocks": 0 if lapse is None else int((at - lapse).total_seconds()),
        "tasks": 0 if queued is None else int((timezone.now() - queued).total_seconds()),
    }


def health(at: datetime) -> dict[str, Any]:
    """Return how the worker stands. ``well`` is false where work piles up, or something failed."""
    used = law_in_use()
    failed = DBTaskResult.objects.failed().count()
    setbacks = Setback.objects.order_by("since", "id")
    behind = _behind(at)
    troubles = setbacks.count()
    return {
        "well": max(behind.values()) < LATE and not failed and not troubles,
        "behind_seconds": behind,
        "products_waiting": max(Judged.objects.filter(q)[:_COUNTED].count() for q in waiting(at, used)),
        "notices_to_follow": Chore.objects.filter(done_at=None, name__startswith="notice ").count(),
        "tasks_failed": failed,
        "setbacks": troubles,
        "setbacks_first": [
            {
                "kind": s.kind,
                "ref": s.ref,
                "attempts": s.attempts,
                "fault": s.fault,
                "since": s.since.isoformat(),
            }
            for s in setbacks[:_NAMED]
        ],
    }
