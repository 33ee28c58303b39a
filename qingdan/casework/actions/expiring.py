"""Terms run out: an entry past its last day is marked expired, unless a timely renewal is still open (Licensing Law 50, 70)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from qingdan.casework.actions.projecting import republish
from qingdan.casework.models import Case, RegisterEntry
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.text import Text
from qingdan.procedures.grammar.effects import Status

_OVER = Text("the term has run out", "许可期限届满")
RENEWAL = "licence_renewal"


def expire(at: datetime, limit: int = 200) -> int:
    """Mark entries whose term has run out by ``at``; return how many. Repeated, nothing happens twice."""
    on = at.astimezone(SHANGHAI).date()
    open_renewals = Case.objects.filter(procedure=RENEWAL, ended=False).values("entry")
    due = RegisterEntry.objects.filter(
        expires_on__lt=on, status__in=(Status.ACTIVE.value, Status.SUSPENDED.value)
    ).exclude(pk__in=open_renewals)
    return sum(
        _expire_one(pk, at) for pk in due.order_by("expires_on", "pk").values_list("pk", flat=True)[:limit]
    )


@transaction.atomic
def _expire_one(pk: int, at: datetime) -> bool:
    entry = RegisterEntry.objects.select_for_update().select_related("office", "case").get(pk=pk)
    if entry.status not in {Status.ACTIVE, Status.SUSPENDED} or entry.expires_on is None:
        return False
    entry.status, entry.status_since = Status.EXPIRED.value, entry.expires_on
    republish(entry, entry.case, at, {}, _OVER)
    return True
