"""How dates and stretches of days are said."""

from __future__ import annotations

from datetime import date, datetime

from qingdan.law.grammar.text import Text

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# fmt: off
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
# fmt: on
_CHINESE_DAYS = "一二三四五六日"


def on(day: date) -> Text:
    """Return a day with its weekday: ``Monday 12 October 2026``, ``2026年10月12日（周一）``."""
    return Text(
        f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}",
        f"{day.year}年{day.month}月{day.day}日（周{_CHINESE_DAYS[day.weekday()]}）",
    )


def at(instant: datetime) -> Text:
    """Return an instant in Chinese time, to the second only where it has seconds."""
    shown = instant.strftime("%H:%M:%S" if instant.second or instant.microsecond else "%H:%M")
    day = on(instant.date())
    return Text(f"{shown} on {day.en} (Beijing time)", f"{day.zh}{shown}（北京时间）")


def stretch(first: date, last: date) -> Text:
    """Return the days from ``first`` to ``last``."""
    if first == last:
        return on(first)
    return Text(f"{on(first).en} to {on(last).en}", f"{on(first).zh}至{on(last).zh}")


def days(number: int) -> Text:
    """Return a number of days."""
    return Text(f"{number} day{'' if number == 1 else 's'}", f"{number}日")


def listed(texts: list[Text]) -> Text:
    """Return several texts as one enumeration."""
    return Text("; ".join(t.en for t in texts), "；".join(t.zh for t in texts))
