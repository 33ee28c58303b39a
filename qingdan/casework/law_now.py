"""The law as this installation applies it: readings taken, notices loaded, editions of the list published."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db.models import Max

from qingdan.casework.models import CalendarNotice, ListEdition
from qingdan.intake.document import Document
from qingdan.intake.edition import edition_from
from qingdan.law import in_force as law
from qingdan.law.calendars import Calendar, load_year, official_calendar
from qingdan.law.in_force import InForce, check_readings
from qingdan.law.negative_list import edition as listed
from qingdan.law.pack import model_law

_LOOKED_AFTER = 5.0  # seconds: how old a worker's knowledge of newly loaded notices may be


def readings_taken() -> dict[str, Any]:
    """Return the readings this installation takes where it departs from the defaults."""
    return dict(check_readings(model_law(), settings.READINGS))


def law_under(readings: Mapping[str, Any]) -> InForce:
    """Return the law under the readings a case is pinned to."""
    return law.in_force(model_law(), readings=readings)


class _Calendars:
    """The calendar with every notice loaded, looked up anew every few seconds."""

    def __init__(self) -> None:
        self._used: tuple[Calendar, dict[str, int]] | None = None
        self._latest: int | None = None
        self._looked = 0.0

    def now(self) -> tuple[Calendar, dict[str, int]]:
        if self._used is None or time.monotonic() - self._looked > _LOOKED_AFTER:
            latest = CalendarNotice.objects.aggregate(latest=Max("id"))["latest"]
            if self._used is None or latest != self._latest:
                stamps = notices_loaded()  # first: a notice loaded meanwhile must not be taken for applied
                self._used = with_notices(), stamps
                self._latest = latest
            self._looked = time.monotonic()
        return self._used

    def forget(self) -> None:
        self._used = None


_calendars = _Calendars()


def with_notices(before: int | None = None) -> Calendar:
    """Return the official calendar with the latest notice of each year that was loaded here, or was ``before`` one."""
    calendar = official_calendar()
    loaded = CalendarNotice.objects.order_by("id")
    for notice in loaded if before is None else loaded.filter(pk__lt=before):
        calendar = calendar.with_year(load_year(notice.content))
    return calendar


def notices_loaded() -> dict[str, int]:
    """Return by year the notice loaded here that holds for it."""
    return {str(year): pk for year, pk in CalendarNotice.objects.order_by("id").values_list("year", "id")}


def calendar_now() -> Calendar:
    """Return the calendar in use."""
    return _calendars.now()[0]


def notices_now() -> dict[str, int]:
    """Return by year the notice loaded here that the calendar in use rests on."""
    return _calendars.now()[1]


def forget_calendars() -> None:
    """Look at the notices again at once."""
    _calendars.forget()


@lru_cache(maxsize=64)
def _edition(digest: str, pk: int, published: date | None, effective: date | None) -> listed.ListEdition:
    row = ListEdition.objects.get(pk=pk, digest=digest)
    drafted = edition_from(Document(row.key, row.draft, {}), model_law())
    # what the act of publication says prevails over the days the draft had in view
    return replace(
        drafted, published=published or drafted.published, effective=effective or drafted.effective
    )


def law_edition(row: ListEdition) -> listed.ListEdition:
    """Return the edition a row holds, as the law reads it."""
    return _edition(row.digest, row.pk, row.published_on, row.in_force_from)


def editions() -> tuple[listed.ListEdition, ...]:
    """Return every published edition of the Negative List."""
    rows = ListEdition.objects.filter(published_on__isnull=False, abandoned_on__isnull=True).order_by(
        "in_force_from"
    )
    return tuple(law_edition(row) for row in rows)
