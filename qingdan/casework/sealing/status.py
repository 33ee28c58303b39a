"""The signed list of a day: which entries of the register no longer stand as they were sealed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Max

from qingdan.casework.models import Checkpoint, RegisterEntry, StatusList
from qingdan.casework.sealing.keys import signers, trusted
from qingdan.law.clock import SHANGHAI
from qingdan.ledger import checkpoint as heads
from qingdan.ledger import status as ledger
from qingdan.procedures.grammar.effects import Status

_SAID = {
    Status.SUSPENDED: ledger.Status.SUSPENDED,
    Status.EXPIRED: ledger.Status.EXPIRED,
    Status.WITHDRAWN: ledger.Status.WITHDRAWN,
    Status.RECALLED: ledger.Status.RECALLED,
    Status.REVOKED: ledger.Status.REVOKED,
    Status.CANCELLED: ledger.Status.CANCELLED,
    Status.DEREGISTERED: ledger.Status.CANCELLED,
}


def _adverse(size: int) -> Iterator[ledger.Adverse]:
    """Yield every entry with an adverse status, and every one that changed after an earlier version was sealed."""
    sealed = RegisterEntry.objects.filter(versions__leaf_index__lt=size)
    for entry in sealed.annotate(latest=Max("versions__leaf_index")).order_by("number").iterator(2000):
        status = Status(entry.status)
        if status is not Status.ACTIVE:
            yield ledger.Adverse(entry.number, _SAID[status], entry.status_since, entry.latest)
        elif entry.version > 1:
            yield ledger.Adverse(entry.number, ledger.Status.CHANGED, entry.status_since, entry.latest)


def daily_status(at: datetime) -> StatusList | None:
    """Sign the list of the day ``at`` falls on, once; None if it is signed already or nothing is sealed yet."""
    on = at.astimezone(SHANGHAI).date()
    head = Checkpoint.objects.filter(log_id="register").order_by("-size").first()
    if head is None or StatusList.objects.filter(day=on).exists():
        return None
    checkpoint, _ = heads.Checkpoint.opened(head.note, trusted("register"))
    listed = ledger.StatusList.of(on, checkpoint, _adverse(checkpoint.size))
    row, made = StatusList.objects.get_or_create(
        day=on, defaults={"note": listed.signed(signers("register")), "at": at}
    )
    return row if made else None


def status_list() -> StatusList | None:
    """Return the latest signed list."""
    return StatusList.objects.order_by("-day").first()
