"""The same request twice is one act: what was answered is kept for three days under the key its sender gave."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256

from django.db import transaction

from qingdan.casework.accounts.secrecy import seal, unseal
from qingdan.casework.actions.refusals import KeyReused
from qingdan.casework.models import Answered, User

KEPT = timedelta(days=3)


def once(who: User | None, key: str, asked: bytes, at: datetime, act: Callable[[], str]) -> tuple[str, bool]:
    """Do ``act`` once for a key; return its answer, and whether it was given before.

    Two at once do so one after the other. What is refused is not kept: the key is free for another try. Answers may
    hold secrets and names, so they are sealed.

    Raises KeyReused for a key that stands for another request.
    """
    digest = sha256(asked).hexdigest()
    with transaction.atomic():
        row, new = Answered.objects.get_or_create(
            who="" if who is None else str(who.pk), key=key, defaults={"asked": digest, "at": at}
        )
        if not new:
            if row.asked != digest:
                raise KeyReused
            return unseal(row.answer), True
        answer = act()
        Answered.objects.filter(pk=row.pk).update(answer=seal(answer))
    return answer, False


def forget(at: datetime) -> int:
    """Forget what was answered more than three days ago; return how many."""
    return Answered.objects.filter(at__lt=at - KEPT).delete()[0]
