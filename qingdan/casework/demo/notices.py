"""Holiday notices of the demonstration: years that no real notice has announced yet are announced by a fictitious one.

Without a notice every date of a year is provisional, and nothing can lapse by it. As in the world, next year's notice
comes late in the year before: until then a visitor sees provisional dates, and then how they settle.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from qingdan.casework import law_now
from qingdan.casework.calendar_notices import load_notice
from qingdan.casework.models import Posting
from qingdan.law.calendars.festivals import FESTIVALS
from qingdan.law.clock import SHANGHAI

_DECEMBER, _TENTH = 12, 10


def announce(at: datetime, *, since: datetime | None = None) -> int:
    """Load the notices of the years from ``since`` to ``at`` that are still projected; return how many.

    From 10 December on next year's comes too.
    """
    on = at.astimezone(SHANGHAI).date()
    last = on.year + ((on.month, on.day) >= (_DECEMBER, _TENTH))
    first = (since or at).astimezone(SHANGHAI).year
    loaded = 0
    for year in range(first, last + 1):
        if law_now.with_notices().year_of(year).provisional:
            by = Posting.objects.filter(role=Posting.Role.SYSTEM_ADMIN).earliest("pk").user
            load_notice(_content(year), by=by, at=since or at)
            loaded += 1
    return loaded


def _content(year: int) -> dict[str, Any]:
    """Return a notice with exactly the days off that the law itself gives, and no make-up working days."""
    names = {says.en: key for key, says in FESTIVALS.items()}
    days = sorted(law_now.with_notices().year_of(year).off_days.items())
    return {
        "year": year,
        "version": 1,
        "verified": False,
        "notice": {
            "number": None,
            "title": f"{year}年放假安排（演示用，虚构，非官方通知）",
            "issuer": "演示",
            "published_at": None,
            "url": None,
        },
        "amended": [],
        "off_days": [{"date": day.isoformat(), "name": names[says.en]} for day, says in days],
        "makeup_workdays": [],
    }
