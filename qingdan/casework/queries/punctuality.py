"""How punctual the authority is: for each procedure, how many of its periods were kept. Public, as the law wants it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, F, Q

from qingdan.casework.models import Case, Clock
from qingdan.procedures.catalogue import procedures


def punctuality(on: date, year: int | None = None) -> list[dict[str, Any]]:
    """Return a row a procedure, for cases opened in ``year`` or ever. What is restricted is not counted out here."""
    cases = Q() if year is None else Q(opened_on__year=year)
    clocks = Q() if year is None else Q(case__opened_on__year=year)
    kept = Q(stopped_on__isnull=False, stopped_on__lte=F("due"))
    late = Q(lapsed_on__isnull=False) | Q(stopped_on__gt=F("due"))
    runs = Q(stopped_on__isnull=True, lapsed_on__isnull=True, paused=False, provisional=False)
    periods: dict[str, dict[str, Any]] = {
        row["case__procedure"]: dict(row)
        for row in Clock.objects.filter(clocks, official=True, due__isnull=False)
        .values("case__procedure")
        .annotate(in_time=Count("id", filter=kept), late=Count("id", filter=late & ~kept))
        .annotate(overdue=Count("id", filter=runs & Q(due__lt=on)))
        .order_by()
    }
    counted: dict[str, dict[str, Any]] = {
        row["procedure"]: dict(row)
        for row in Case.objects.filter(cases)
        .values("procedure")
        .annotate(opened=Count("id"), ended=Count("id", filter=Q(ended=True)))
        .order_by()
    }
    return [
        {
            "procedure": p.key,
            "says": p.says.as_data(),
            "opened": counted.get(p.key, {}).get("opened", 0),
            "ended": counted.get(p.key, {}).get("ended", 0),
            "in_time": periods.get(p.key, {}).get("in_time", 0),
            "late": periods.get(p.key, {}).get("late", 0),
            "overdue": periods.get(p.key, {}).get("overdue", 0),
        }
        for p in procedures()
        if not p.restricted
    ]
