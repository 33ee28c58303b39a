"""One thing that fails must not hold up the others: it is noted, left alone for a while, and tried again."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from traceback import extract_tb

from django.db import OperationalError
from django.db.models import Exists, F, OuterRef, Q

from qingdan.casework.models import Setback

log = logging.getLogger(__name__)
_LONGEST = 6  # hours between two tries, at most
_HOUR = 3600


def not_set_back(kind: str, at: datetime, ref: str = "pk") -> Q:
    """Return the condition that what the column ``ref`` names does not wait for another try at ``kind``."""
    return ~Q(Exists(Setback.objects.filter(kind=kind, ref=OuterRef(ref), next_at__gt=at)))


@contextmanager
def withstood(kind: str, ref: int, at: datetime) -> Iterator[None]:
    """Do one thing; if it fails, note that and go on. A database that is busy or gone is not the thing's fault."""
    try:
        yield
    except OperationalError:
        raise
    except Exception as failed:  # noqa: BLE001 - whatever it is, the next case must not wait for it
        note(kind, ref, at, failed)
    else:
        overcome = Setback.objects.filter(kind=kind, ref=ref)
        if overcome.exists():  # rarely: a look costs less than a write
            overcome.delete()


def note(kind: str, ref: int, at: datetime, failed: Exception) -> None:
    """Note that something failed: the kind of error and the place in the program, never what the data said."""
    fault = fault_of(failed)
    row, new = Setback.objects.get_or_create(
        kind=kind, ref=ref, defaults={"fault": fault, "since": at, "next_at": at + timedelta(minutes=1)}
    )
    if not new:
        wait = min(60 * 2 ** min(row.attempts, 10), _LONGEST * _HOUR)
        Setback.objects.filter(pk=row.pk).update(
            attempts=F("attempts") + 1, fault=fault, next_at=at + timedelta(seconds=wait)
        )
    log.error("%s %s failed, try %s: %s", kind, ref, row.attempts + (not new), fault)


def fault_of(failed: Exception) -> str:
    """Return the kind of an error and where in the program it arose."""
    ours = [f for f in extract_tb(failed.__traceback__) if "qingdan" in f.filename]
    place = f" at {ours[-1].filename.rpartition('qingdan/')[2]}:{ours[-1].lineno}" if ours else ""
    return f"{type(failed).__name__}{place}"[:200]
