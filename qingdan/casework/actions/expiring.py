"""Terms run out: an entry past its last day is marked expired, unless a timely renewal is still open (Licensing Law 50, 70)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef

from qingdan.casework.actions.projecting import republish
from qingdan.casework.models import Case, RegisterEntry
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.text import Text
from qingdan.procedures.grammar.effects import Status
from qingdan.procedures.licence_renewal import PROCEDURE as RENEWAL

_OVER = Text("the term has run out", "许可期限届满")
# Renewal was sought and is not decided: a case that was only begun, and never filed, keeps nothing alive.
_RENEWED = Case.objects.filter(procedure=RENEWAL.key, ended=False).exclude(stage=RENEWAL.opens_at.key)


def expire(at: datetime, limit: int = 200) -> int:
    """Mark entries whose term has run out by ``at``; return how many. Repeated, nothing happens twice."""
    on = at.astimezone(SHANGHAI).date()
    due = RegisterEntry.objects.filter(
        ~Exists(_RENEWED.filter(entry=OuterRef("pk"))),
        expires_on__lt=on,
        status__in=(Status.ACTIVE.value, Status.SUSPENDED.value),
    )
    return sum(
        _expire_one(pk, at) for pk in due.order_by("expires_on", "pk").values_list("pk", flat=True)[:limit]
    )


@transaction.atomic
def _expire_one(pk: int, at: datetime) -> bool:
    rows = RegisterEntry.objects.select_for_update(of=("self",), skip_locked=True)
    entry = rows.select_related("office", "party", "product", "case").filter(pk=pk).first()
    if entry is None or entry.status not in {Status.ACTIVE, Status.SUSPENDED} or entry.expires_on is None:
        return False
    if entry.expires_on >= at.astimezone(SHANGHAI).date() or _RENEWED.filter(entry=pk).exists():
        return False  # prolonged, or renewal sought, since it was looked up
    entry.status, entry.status_since = Status.EXPIRED.value, entry.expires_on + timedelta(days=1)
    republish(entry, entry.case, at, {}, _OVER)
    return True
