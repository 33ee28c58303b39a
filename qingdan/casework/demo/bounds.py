"""Where the demonstration ends: its accounts are known to all, so nothing of it may ever meet real people or data."""

from __future__ import annotations

from django.conf import settings
from django.db import DatabaseError

from qingdan.casework.models import DemoClock, Office
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text


class OutOfBounds(Refusal):
    """Something of the demonstration was asked for outside it, or the other way round."""


_NOT_HERE = Text(
    "this is for the demonstration alone; start it with `make run`, which sets QINGDAN_DEMO=1",
    "该功能仅供演示；请用 make run 启动演示（自动设置 QINGDAN_DEMO=1）",
)
_REAL_DATA = Text(
    "this database is in use by a real authority: the demonstration is not loaded into it; name another one",
    "该数据库已由正式机关使用，不得载入演示数据；请另行指定数据库",
)
_DEMO_DATA = Text(
    "this database holds the demonstration, whose passwords are public: it is served in the demonstration only. Use another "
    "database, or start with QINGDAN_DEMO=1",
    "该数据库为演示数据，其口令公开，仅可在演示中使用；请更换数据库，或者以 QINGDAN_DEMO=1 启动",
)


def demand_demo() -> None:
    """Refuse outside the demonstration."""
    if not settings.DEMO:
        raise OutOfBounds(_NOT_HERE)


def loaded() -> bool:
    """Tell whether this database holds the demonstration."""
    return DemoClock.objects.exists()


def demand_empty() -> None:
    """Refuse to load the demonstration beside a real authority."""
    demand_demo()
    if Office.objects.exists() and not loaded():
        raise OutOfBounds(_REAL_DATA)


def refuse_demo_data() -> None:
    """Refuse to serve a demonstration's database in earnest. One that is not migrated yet, or away, serves nothing."""
    if settings.DEMO:
        return
    try:
        demonstration = loaded()
    except DatabaseError:
        return
    if demonstration:
        raise OutOfBounds(_DEMO_DATA)
