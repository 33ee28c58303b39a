"""Long work in small pieces: each batch in a transaction of its own, which also notes how far it got."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from qingdan.casework.models import Chore


def begin(name: str, at: datetime) -> None:
    """See to it that a chore of this name is on the list, once."""
    Chore.objects.get_or_create(name=name, defaults={"begun_at": at})


def advance(name: str, at: datetime, batch: Callable[[int], int | None]) -> bool:
    """Do one batch of a chore; tell whether there was one to do.

    ``batch`` takes how far the chore has got and returns how far it got now; None when nothing is left. Killed in
    between, nothing of the batch has happened; whoever finds another at work on the chore leaves it alone.
    """
    with transaction.atomic():
        chore = Chore.objects.select_for_update(skip_locked=True).filter(name=name, done_at=None).first()
        if chore is None:
            return False
        reached = batch(chore.reached)
        if reached is None:
            chore.done_at = at
        else:
            chore.reached = reached
        chore.save(update_fields=["reached", "done_at"])
    return True
