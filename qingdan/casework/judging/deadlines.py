"""A deadline from its record: the same period, counted again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from qingdan.law.calendars import Calendar
from qingdan.law.clock import Deadline, Extension, Pause, Unit, count
from qingdan.law.grammar.text import Text


def deadline_from(data: Mapping[str, Any], calendar: Calendar, *, due: date | None = None) -> Deadline:
    """Return the deadline that ``Deadline.as_data`` wrote, counted with ``calendar``.

    ``due`` stands for the day that was shown, where that is not the one counted.
    """
    start = data["started_at"]
    counted = count(
        datetime.fromisoformat(start) if start else date.fromisoformat(data["start"]),
        data["amount"],
        Unit(data["unit"]),
        calendar=calendar,
        backward=data["backward"],
        roll=data["roll"],
        clear_days=data["clear_days"],
        pauses=tuple(_pause(p) for p in data["pauses"]),
        extensions=tuple(
            Extension(e["amount"], Unit(e["unit"]), Text(**e["reason"])) for e in data["extensions"]
        ),
    )
    return counted if due is None else replace(counted, due=due)


def _pause(data: Mapping[str, Any]) -> Pause:
    until = data["until"]
    return Pause(
        date.fromisoformat(data["since"]),
        date.fromisoformat(until) if until else None,
        Text(**data["reason"]),
    )
