"""Letters of a case as they are kept, and read by somebody."""

from __future__ import annotations

from datetime import datetime

from qingdan.casework.letters import letter_for
from qingdan.casework.models import (
    Case,
    Notice,
    User,
)
from tests.casework.journeys import Journey, on

AT = on("2026-03-02")


def asked(way: Journey) -> Case:
    """An application that lacks something, and was told so."""
    case = way.open("licence_application", way.filer, AT, product=way.product.pk)
    way.take(case, "submit", way.filer, AT)
    way.take(case, "ask_supplement", way.officer("reviewer"), on("2026-03-04"))
    return case


def letter(case: Case, step: str) -> Notice:
    rows = Notice.objects.select_related("case__office", "event__payload", "party")
    return rows.filter(case=case, event__key=step).latest("pk")


def read(user: User, notice: Notice, at: datetime = AT) -> Notice:
    return letter_for(user, notice.pk, at.date(), at)
