"""What a clock refuses: each refusal says what is wrong, why, and what to do instead."""

from __future__ import annotations

from datetime import date, datetime

from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import CIVIL_CODE


class ClockRefused(Refusal):
    """A period that cannot be counted as asked."""


class AmountNotPositive(ClockRefused):
    """A period or extension of nothing, or of less."""

    def __init__(self, amount: object) -> None:
        super().__init__(
            Text(
                f"a period is a whole number of at least 1, not {amount!r}; for a duty due at once use no clock",
                f"期间应为不小于1的整数，不能是{amount!r}；即时履行的义务无须计算期间",
            )
        )


class TimeZoneMissing(ClockRefused):
    """A time of day without a zone could mean any of several instants."""

    def __init__(self, start: datetime) -> None:
        super().__init__(
            Text(
                f"{start.isoformat()} has no time zone; give one, for Beijing time {start.isoformat()}+08:00",
                f"{start.isoformat()}未注明时区；请注明，北京时间写作{start.isoformat()}+08:00",
            )
        )


class TimeOfDayMissing(ClockRefused):
    """Hours run from a stated time (Civil Code Art. 201)."""

    def __init__(self, start: date) -> None:
        super().__init__(
            Text(
                f"hours run from a stated time and {start} names only a day; give the time with its zone",
                f"按小时计算的期间自具体时刻起算，而{start}只有日期；请给出含时区的时刻",
            ),
            Cite(CIVIL_CODE, 201, 2),
        )


class HoursNeverStop(ClockRefused):
    """A period in hours runs through nights and holidays; nothing pauses or extends it."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "a period in hours cannot be paused or extended: it runs through nights and holidays; "
                "if a rule allows more time, count the longer period from the start",
                "按小时计算的期间昼夜及节假日连续计算，不得中止或延长；如规定允许更长时间，请自起点按更长期间计算",
            ),
            Cite(CIVIL_CODE, 201, 2),
        )


class BackwardNeverStops(ClockRefused):
    """A period counted backward has no running time that could be paused or extended."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "a period counted backward from an event cannot be paused or extended; move the event instead",
                "自某一事件向前倒算的期间不得中止或延长；请改变该事件的日期",
            )
        )


class ClearDaysMisplaced(ClockRefused):
    """Clear days are a way of counting days backward."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "clear days apply to days, months or years counted backward from an event; "
                "forward, the start day is never counted anyway, and hours are exact",
                "“净日”仅用于自事件向前倒算的日、月、年；向后计算时开始的当日本不计入，小时则按时刻计算",
            ),
            Cite(CIVIL_CODE, 201, 1),
        )


class PauseReversed(ClockRefused):
    """A pause must end after it begins."""

    def __init__(self, since: date, until: date) -> None:
        super().__init__(
            Text(
                f"the pause from {since} ends on {until}, which is not later; its end is the first day that counts again",
                f"中止自{since}起、至{until}止，终点不晚于起点；终点应为恢复计算的首日",
            )
        )


class PauseBeforeStart(ClockRefused):
    """A clock that does not run yet cannot be paused."""

    def __init__(self, since: date, start: date) -> None:
        super().__init__(
            Text(
                f"the pause begins on {since}, before the period starts on {start}; correct one of the two",
                f"中止始于{since}，早于期间开始之日{start}；请更正其一",
            )
        )


class BeyondCalendars(ClockRefused):
    """The start lies before the first holiday notice on file."""

    def __init__(self, start: date, first: int) -> None:
        super().__init__(
            Text(
                f"{start} lies before {first}, the first year whose holiday notice is on file; "
                "count such a period by hand",
                f"{start}早于{first}年，此前的放假安排通知未收录；请人工计算",
            )
        )


class NoSuchDay(ClockRefused):
    """A month and day that no year has."""

    def __init__(self, month: int, day: int) -> None:
        super().__init__(
            Text(
                f"there is no day {day} in month {month}; give a month from 1 to 12 and a day it has",
                f"{month}月没有{day}日；请给出存在的月、日",
            )
        )
