"""What cannot be counted is refused, in both languages, each for its own reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest

from qingdan.law.calendars import OutsideCalendar
from qingdan.law.clock import SHANGHAI, ClockRefused, Extension, Pause, Unit, count, recurring, yearly
from qingdan.law.clock import refusals as no
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text

WHY = Text("a reason", "理由")
DAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, tzinfo=SHANGHAI)
PAUSE = Pause(date(2026, 3, 5), date(2026, 3, 6), WHY)
MORE = Extension(5, Unit.DAY, WHY)

CASES: list[tuple[type[Refusal], Callable[[], object]]] = [
    (no.AmountNotPositive, lambda: count(DAY, 0, Unit.DAY)),
    (no.AmountNotPositive, lambda: count(DAY, -3, Unit.DAY)),
    (no.AmountNotPositive, lambda: count(DAY, True, Unit.DAY)),
    (no.AmountNotPositive, lambda: count(DAY, 1.5, Unit.DAY)),  # type: ignore[arg-type]
    (no.AmountNotPositive, lambda: Extension(0, Unit.DAY, WHY)),
    (no.AmountNotPositive, lambda: list(recurring(DAY, 0, Unit.YEAR, until=DAY))),
    (no.TimeZoneMissing, lambda: count(datetime(2026, 3, 2, 12), 4, Unit.HOUR)),  # noqa: DTZ001 - what is refused
    (no.TimeZoneMissing, lambda: count(datetime(2026, 3, 2, 12), 4, Unit.DAY)),  # noqa: DTZ001 - what is refused
    (no.TimeOfDayMissing, lambda: count(DAY, 4, Unit.HOUR)),
    (no.HoursNeverStop, lambda: count(NOON, 4, Unit.HOUR, pauses=[PAUSE])),
    (no.HoursNeverStop, lambda: count(NOON, 4, Unit.HOUR, extensions=[MORE])),
    (no.HoursNeverStop, lambda: Extension(2, Unit.HOUR, WHY)),
    (no.BackwardNeverStops, lambda: count(DAY, 4, Unit.DAY, backward=True, pauses=[PAUSE])),
    (no.BackwardNeverStops, lambda: count(DAY, 4, Unit.DAY, backward=True, extensions=[MORE])),
    (no.ClearDaysMisplaced, lambda: count(DAY, 4, Unit.DAY, clear_days=True)),
    (no.ClearDaysMisplaced, lambda: count(NOON, 4, Unit.HOUR, backward=True, clear_days=True)),
    (no.PauseReversed, lambda: Pause(DAY, DAY, WHY)),
    (no.PauseReversed, lambda: Pause(DAY, date(2026, 3, 1), WHY)),
    (no.PauseBeforeStart, lambda: count(date(2026, 3, 6), 4, Unit.DAY, pauses=[PAUSE])),
    (no.BeyondCalendars, lambda: count(date(2003, 12, 31), 4, Unit.DAY)),
    (OutsideCalendar, lambda: count(date(2060, 12, 31), 4, Unit.WORKING_DAY)),
    (OutsideCalendar, lambda: count(date(2026, 1, 1), 40, Unit.YEAR)),
    (OutsideCalendar, lambda: count(date(2004, 1, 5), 10, Unit.WORKING_DAY, backward=True)),
    (no.NoSuchDay, lambda: list(yearly(2, 30, after=DAY, until=DAY))),
    (no.NoSuchDay, lambda: list(yearly(13, 1, after=DAY, until=DAY))),
]


@pytest.mark.parametrize(("kind", "attempt"), CASES)
def test_it_is_refused_for_its_own_reason(kind: type[Refusal], attempt: Callable[[], object]) -> None:
    with pytest.raises(kind) as refused:
        attempt()
    assert isinstance(refused.value, ValueError)
    assert refused.value.of("zh") != refused.value.of("en")
    assert len(refused.value.of("zh")) > 10


def test_every_refusal_of_the_clock_is_tried_here() -> None:
    declared = {
        kind for kind in vars(no).values() if isinstance(kind, type) and issubclass(kind, ClockRefused)
    }
    assert declared - {ClockRefused} == {kind for kind, _ in CASES if issubclass(kind, ClockRefused)}


def test_a_pause_may_begin_on_the_day_the_period_starts() -> None:
    paused = count(DAY, 1, Unit.DAY, pauses=[Pause(DAY, date(2026, 3, 4), WHY)])
    assert paused.due == date(2026, 3, 4)


def test_a_far_date_that_needs_no_calendar_is_given() -> None:
    assert count(date(2026, 1, 1), 50, Unit.YEAR, roll=False).due == date(2076, 1, 1)
