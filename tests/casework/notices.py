"""Holiday notices to test with: the projected year as a notice might give it, with days changed. No real notice."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from qingdan.law.calendars import official_calendar


def notice(
    year: int, *, off: Iterable[str] = (), work: Iterable[str] = (), version: int = 1
) -> dict[str, Any]:
    """The content of a notice for ``year``: as projected, with these days off and these made up for."""
    projected = official_calendar().year_of(year)
    days = {d: name.as_data() for d, name in projected.off_days.items()}
    days.update({date.fromisoformat(d): {"zh": "调休", "en": "day off"} for d in off})
    nothing: dict[str, list[str]] = {"off_days": [], "makeup_workdays": []}
    amendment = {"notice": _named(f"示例〔{year}〕2号"), "adds": nothing, "removes": nothing}
    return {
        "year": year,
        "version": version,
        "verified": True,
        "notice": _named(f"示例〔{year - 1}〕1号"),
        "amended": [amendment] * (version - 1),
        "off_days": [{"date": d.isoformat(), "name": name} for d, name in sorted(days.items())],
        "makeup_workdays": sorted({*(d.isoformat() for d in projected.makeup_workdays), *work}),
    }


def _named(number: str) -> dict[str, Any]:
    return {
        "number": number,
        "title": "关于节假日安排的通知（示例）",
        "issuer": "示例机关",
        "published_at": None,
        "url": None,
    }
