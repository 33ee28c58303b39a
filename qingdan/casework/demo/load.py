"""Load the demonstration, once: all of it in one transaction, then sealed. Interrupted, nothing of it is there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import connection, transaction
from django_tasks_db.models import DBTaskResult

from qingdan.casework import law_now, sealing
from qingdan.casework.demo.bounds import demand_demo, demand_empty, loaded
from qingdan.casework.demo.founding import found
from qingdan.casework.demo.notices import announce
from qingdan.casework.demo.script import Story, stories
from qingdan.casework.demo.telling import Stopped, Telling
from qingdan.casework.judging import judge_wanted
from qingdan.casework.models import Case, DemoClock
from qingdan.law.clock import SHANGHAI

BEGAN = timedelta(days=460)  # so long before today the jurisdiction was set up


class Loaded(NamedTuple):
    """What came of it: how many cases, and which stories could not be told to the end."""

    cases: int
    stopped: tuple[Stopped, ...]


def load(at: datetime, told: Iterable[Story] | None = None) -> Loaded | None:
    """Load the demonstration as of ``at``; None where it is loaded already.

    Raises OutOfBounds outside the demonstration, or where a real authority uses the database.
    """
    demand_empty()
    if loaded():
        return None
    began = datetime.combine((at - BEGAN).astimezone(SHANGHAI).date(), time(9), SHANGHAI)
    with transaction.atomic():
        cast = found(began)
        announce(at, since=began)
        telling = Telling(cast, at)
        telling.play(stories() if told is None else tuple(told), began)
        while judge_wanted(at, 200):
            pass
        DBTaskResult.objects.ready().delete()  # what happened long ago is no news: nobody is mailed about it
        DemoClock.objects.create()
    sealing.seal(at)
    sealing.daily_status(at)
    return Loaded(Case.objects.count(), tuple(telling.stopped))


def reset() -> None:
    """Throw the demonstration away: database, documents, tiles, mail and keys. Raises OutOfBounds for anything else."""
    demand_demo()
    demand_empty()
    law_now.forget_calendars()
    if connection.vendor == "sqlite":
        connection.close()
        name = Path(settings.DATABASES["default"]["NAME"])
        for path in (name, *(name.with_name(name.name + end) for end in ("-wal", "-shm"))):
            path.unlink(missing_ok=True)
    else:
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        connection.close()
    import shutil

    for folder in (settings.MEDIA_ROOT, settings.TILES, settings.EMAIL_FILE_PATH, settings.KEYS):
        shutil.rmtree(folder, ignore_errors=True)
