"""Ten working days from each of 400 starts: the deadline, its explanation, and two calendar packages beside it.

chinesecalendar and holidays return a date and nothing else; ours is a deadline with its raw end, range, editions and
everything its explanation needs. All must agree on every start before anything is timed. Run: ``python -m bench.clocks``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from bench.measure import medians, print_table, verdict
from qingdan.law.calendars import official_calendar
from qingdan.law.clock import Deadline, Unit, count

TARGET_MICROSECONDS = 5.0
CALENDAR = official_calendar()
STARTS = [
    day for n in range(600) if CALENDAR.is_working_day(day := date(2024, 2, 1) + timedelta(n)) and n % 3 != 0
][:400]
PROVISIONAL = [date(2027, 1, 1) + timedelta(n) for n in range(0, 365, 3)]

Due = Callable[[date], date | None]


def ours(start: date) -> date | None:
    """Return the due date of ten working days."""
    return count(start, 10, Unit.WORKING_DAY, calendar=CALENDAR).due


def by_chinesecalendar(start: date) -> date | None:
    """Return the same by chinesecalendar's own search."""
    import chinese_calendar

    found: date = chinese_calendar.find_workday(10, start)
    return found


def by_holidays() -> Due:
    """Return the same by holidays, its years built beforehand."""
    import holidays

    china = holidays.country_holidays("CN", years=range(2024, 2027))
    return lambda start: china.get_nth_working_day(start, 10)


def deadlines(starts: list[date]) -> list[Deadline]:
    """Return the deadline from every start."""
    return [count(start, 10, Unit.WORKING_DAY, calendar=CALENDAR) for start in starts]


def over(due: Due) -> Callable[[], list[date | None]]:
    """Return the work of finding every due date one way."""
    return lambda: [due(start) for start in STARTS]


def main() -> bool:
    """Print the medians and ratios; return whether the target is reached."""
    peers = {"chinesecalendar": by_chinesecalendar, "holidays": by_holidays()}
    for name, due in peers.items():
        differing = [start for start in STARTS if due(start) != ours(start)]
        if differing:
            raise SystemExit(f"{name} disagrees from {differing[0]}: nothing is measured")
    shown = deadlines(STARTS)
    works = {
        "Qingdan, deadline": over(ours),
        **{name: over(due) for name, due in peers.items()},
        "Qingdan, explained in one language": lambda: [deadline.explain("zh") for deadline in shown],
        "Qingdan, every day as cells": lambda: [list(deadline.days()) for deadline in shown],
    }
    each = {name: total / len(STARTS) for name, total in medians(works, rounds=15).items()}
    provisional = medians({"Qingdan, provisional with its range": lambda: deadlines(PROVISIONAL)}, rounds=15)
    each |= {name: total / len(PROVISIONAL) for name, total in provisional.items()}
    base = each["Qingdan, deadline"]
    rows = [(name, taken, taken / base) for name, taken in each.items()]
    print_table("Ten working days", ("", "µs each", "x ours"), rows)
    return verdict("one deadline, µs", base, TARGET_MICROSECONDS)


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
