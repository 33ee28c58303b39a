"""What time it is: the one place that asks. In a demonstration a visitor may have moved the date forward."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings

from qingdan.law.clock import SHANGHAI


def now() -> datetime:
    """Return the present instant in China; actions and tasks take it from here and pass it on."""
    present = datetime.now(tz=SHANGHAI)
    if not settings.DEMO_CLOCK:
        return present
    from qingdan.casework.models import DemoClock

    ahead = DemoClock.objects.values_list("days_ahead", flat=True).first()
    return present + timedelta(days=ahead or 0)
