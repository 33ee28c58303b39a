"""What the calendars refuse."""

from __future__ import annotations

from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text


class CalendarRefused(Refusal):
    """A year's calendar file contradicts itself, the week or the statutory holidays."""


class OutsideCalendar(Refusal):
    """A day lies before the first notice on file or beyond the projected years."""

    def __init__(self, year: int, first: int, last: int) -> None:
        super().__init__(
            Text(
                f"{year} is outside the calendars: holiday notices are on file from {first} and years are projected "
                f"up to {last}; choose dates within these years",
                f"日历不含{year}年：放假安排通知自{first}年起收录，推定年份至{last}年止；请改用此范围内的日期",
            )
        )
        self.year = year
