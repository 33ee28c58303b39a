"""A deadline as plain data. The keys are part of the public format: add, never rename."""

from __future__ import annotations

from datetime import date
from typing import Any

from qingdan.law.calendars import Edition, Notice
from qingdan.law.clock import prose
from qingdan.law.clock.cells import DayCell, cells
from qingdan.law.clock.ended import Ended
from qingdan.law.clock.ledger import Extension, Pause
from qingdan.law.grammar.text import LANGS


def record(deadline: Ended) -> dict[str, Any]:
    """Return ``deadline`` as data that JSON can hold."""
    left = deadline.remaining
    return {
        "start": deadline.start.isoformat(),
        "started_at": None if deadline.started_at is None else deadline.started_at.isoformat(),
        "amount": deadline.amount,
        "unit": deadline.unit.value,
        "backward": deadline.backward,
        "clear_days": deadline.clear_days,
        "roll": deadline.roll,
        "raw_end": _iso(deadline.raw_end),
        "due": _iso(deadline.due),
        "due_at": None if deadline.due_at is None else deadline.due_at.isoformat(),
        "safe_by": _iso(deadline.safe_by),
        "earliest": _iso(deadline.earliest),
        "latest": _iso(deadline.latest),
        "provisional": deadline.provisional,
        "stopped": deadline.stopped,
        "remaining": left and {"amount": left.amount, "unit": left.unit.value},
        "pauses": [_pause(pause) for pause in deadline.pauses],
        "extensions": [_extension(extension) for extension in deadline.extensions],
        "editions": [edition_data(edition) for edition in deadline.editions],
        "days": [_cell(cell) for cell in cells(deadline, every=False)],
        "explanation": {lang: list(prose.explained(deadline, lang)) for lang in LANGS},
    }


def edition_data(edition: Edition) -> dict[str, Any]:
    """Return a calendar edition as data."""
    return {
        "year": edition.year,
        "version": edition.version,
        "verified": edition.verified,
        "provisional": edition.provisional,
        "notice": edition.notice and _notice(edition.notice),
        "amended_by": [_notice(notice) for notice in edition.amended_by],
    }


def _notice(notice: Notice) -> dict[str, Any]:
    return {
        "number": notice.number,
        "title": notice.title,
        "issuer": notice.issuer,
        "published_at": _iso(notice.published_at),
        "url": notice.url,
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _pause(pause: Pause) -> dict[str, Any]:
    return {
        "since": _iso(pause.since),
        "until": _iso(pause.until),
        "reason": pause.reason.as_data(),
        "cite": pause.cite and pause.cite.as_data(),
    }


def _extension(extension: Extension) -> dict[str, Any]:
    return {
        "amount": extension.amount,
        "unit": extension.unit.value,
        "reason": extension.reason.as_data(),
        "cite": extension.cite and extension.cite.as_data(),
    }


def _cell(cell: DayCell) -> dict[str, Any]:
    return {
        "date": _iso(cell.on),
        "until": _iso(cell.until),
        "kind": cell.kind.value,
        "counted": cell.counted,
        "step": cell.step,
        "day": cell.day and cell.day.value,
        "holiday": cell.holiday and cell.holiday.as_data(),
    }
