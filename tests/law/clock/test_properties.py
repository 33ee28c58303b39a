"""What holds for every period, whatever its start and length."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from qingdan.law.calendars import Calendar, official_calendar
from qingdan.law.clock import CellKind, Extension, Pause, Unit, count, working_days_between
from qingdan.law.grammar.text import Text

CALENDAR = official_calendar()
WHY = Text("a reason", "理由")
OFFICIAL = st.dates(date(2004, 1, 5), date(2026, 6, 30))
ANY = st.dates(date(2004, 1, 5), date(2056, 12, 31))
AMOUNTS = st.integers(1, 120)
DAYS = st.sampled_from([Unit.WORKING_DAY, Unit.DAY])
UNITS = st.sampled_from([Unit.WORKING_DAY, Unit.DAY, Unit.MONTH])
ONE_DAY = timedelta(1)


def naive_working_days_after(start: date, n: int, calendar: Calendar) -> date:
    day = start
    while n:
        day += ONE_DAY
        n -= calendar.is_working_day(day)
    return day


def due(start: date, amount: int, unit: Unit, *pauses: Pause) -> date:
    found = count(start, amount, unit, calendar=CALENDAR, pauses=pauses).due
    assert found is not None
    return found


@st.composite
def paused_periods(draw: st.DrawFn) -> tuple[date, int, Unit, list[Pause]]:
    start = draw(OFFICIAL)
    pauses = []
    for _ in range(draw(st.integers(1, 4))):
        since = start + timedelta(draw(st.integers(0, 60)))
        pauses.append(Pause(since, since + timedelta(draw(st.integers(1, 30))), WHY))
    return start, draw(st.integers(1, 60)), draw(DAYS), pauses


@given(ANY, AMOUNTS)
def test_the_fast_count_is_the_day_by_day_count(start: date, n: int) -> None:
    assert due(start, n, Unit.WORKING_DAY) == naive_working_days_after(start, n, CALENDAR)


@given(ANY, AMOUNTS, UNITS)
def test_a_longer_period_never_ends_earlier(start: date, n: int, unit: Unit) -> None:
    n = min(n, 36) if unit is Unit.MONTH else n
    assert due(start, n, unit) <= due(start, n + 1, unit)


@given(ANY, AMOUNTS, UNITS)
def test_a_later_start_never_ends_earlier(start: date, n: int, unit: Unit) -> None:
    n = min(n, 36) if unit is Unit.MONTH else n
    assert due(start, n, unit) <= due(start + ONE_DAY, n, unit)


@given(OFFICIAL, AMOUNTS)
def test_counting_back_from_the_end_reaches_the_first_counted_day(start: date, n: int) -> None:
    end = due(start, n, Unit.WORKING_DAY)
    back = count(end + ONE_DAY, n, Unit.WORKING_DAY, calendar=CALENDAR, backward=True).due
    assert back == due(start, 1, Unit.WORKING_DAY)


@given(OFFICIAL, AMOUNTS)
def test_the_working_days_between_start_and_end_are_the_amount(start: date, n: int) -> None:
    end = due(start, n, Unit.WORKING_DAY)
    assert working_days_between(start, end, CALENDAR) == n
    assert working_days_between(end, start, CALENDAR) == -n


@given(st.dates(date(2004, 1, 1), date(2056, 12, 31)), st.integers(0, 1500))
def test_working_days_between_counts_every_day(first: date, length: int) -> None:
    last = min(first + timedelta(length), date(2056, 12, 31))
    days = (first + timedelta(offset) for offset in range(1, (last - first).days + 1))
    assert working_days_between(first, last, CALENDAR) == sum(map(CALENDAR.is_working_day, days))


@given(ANY, AMOUNTS, st.sampled_from([Unit.DAY, Unit.MONTH, Unit.YEAR]))
def test_a_period_never_ends_on_a_rest_day(start: date, n: int, unit: Unit) -> None:
    n = n if unit is Unit.DAY else n % 3 + 1
    found = count(start, n, unit, calendar=CALENDAR)
    assert found.due is not None
    assert found.raw_end is not None
    assert CALENDAR.is_working_day(found.due)
    between = (found.raw_end.toordinal() + o for o in range((found.due - found.raw_end).days))
    assert not any(CALENDAR.is_working_day(date.fromordinal(day)) for day in between)


@given(OFFICIAL, AMOUNTS, st.sampled_from([Unit.DAY, Unit.MONTH, Unit.YEAR]), st.booleans())
def test_counted_back_a_day_never_moves_later(event: date, n: int, unit: Unit, clear: bool) -> None:  # noqa: FBT001
    n = n if unit is Unit.DAY else n % 3 + 1
    if event.year < 2009:
        event = event.replace(year=2009, day=1)
    back = count(event, n, unit, calendar=CALENDAR, backward=True, clear_days=clear)
    assert back.due == back.raw_end
    assert back.safe_by is not None
    assert back.due is not None
    assert back.safe_by <= back.due
    assert CALENDAR.is_working_day(back.safe_by)


@given(OFFICIAL.filter(lambda d: d.year > 2004), AMOUNTS)
def test_clear_days_leave_the_whole_amount_between(event: date, n: int) -> None:
    back = count(event, n, Unit.WORKING_DAY, calendar=CALENDAR, backward=True, clear_days=True).due
    assert back is not None
    assert working_days_between(back, event - ONE_DAY, CALENDAR) == n
    assert CALENDAR.is_working_day(back)


@given(paused_periods())
def test_a_pause_never_makes_a_period_end_earlier(period: tuple[date, int, Unit, list[Pause]]) -> None:
    start, n, unit, pauses = period
    assert due(start, n, unit, *pauses) >= due(start, n, unit)


@given(paused_periods())
def test_a_paused_period_counts_exactly_its_amount_outside_the_pauses(
    period: tuple[date, int, Unit, list[Pause]],
) -> None:
    start, n, unit, pauses = period
    day, left = start, n
    while left:
        day += ONE_DAY
        stands_still = any(p.since <= day and (p.until is None or day < p.until) for p in pauses)
        left -= not stands_still and (unit is Unit.DAY or CALENDAR.is_working_day(day))
    assert count(start, n, unit, calendar=CALENDAR, pauses=pauses).raw_end == day


@given(paused_periods(), st.randoms())
def test_the_order_in_which_pauses_are_written_does_not_matter(
    period: tuple[date, int, Unit, list[Pause]],
    shuffle: object,
) -> None:
    start, n, unit, pauses = period
    turned = list(pauses)
    shuffle.shuffle(turned)  # type: ignore[attr-defined]
    assert due(start, n, unit, *turned) == due(start, n, unit, *pauses)


@given(paused_periods())
def test_computing_twice_gives_the_same_date(period: tuple[date, int, Unit, list[Pause]]) -> None:
    # A clock decremented each night loses a day when a run fails; a recomputed one cannot.
    start, n, unit, pauses = period
    first, again = (count(start, n, unit, calendar=CALENDAR, pauses=pauses) for _ in range(2))
    assert first == again


@given(OFFICIAL, st.integers(1, 60), st.integers(1, 30), DAYS)
def test_an_extension_in_the_same_unit_is_a_longer_period(start: date, n: int, more: int, unit: Unit) -> None:
    extended = count(start, n, unit, calendar=CALENDAR, extensions=[Extension(more, unit, WHY)])
    assert extended.due == due(start, n + more, unit)


@given(OFFICIAL, st.integers(1, 60), DAYS)
def test_the_cells_count_the_amount_and_end_on_the_due_day(start: date, n: int, unit: Unit) -> None:
    found = count(start, n, unit, calendar=CALENDAR)
    walked = list(found.days())
    assert [c.counted for c in walked if c.counted] == list(range(1, n + 1))
    assert walked[0].kind is CellKind.START
    assert walked[-1].kind is CellKind.DUE
    assert walked[-1].on == found.due
    assert [c.on for c in walked] == [start + timedelta(i) for i in range(len(walked))]


@given(ANY, AMOUNTS, UNITS)
def test_a_date_lies_within_its_range(start: date, n: int, unit: Unit) -> None:
    found = count(start, n if unit is not Unit.MONTH else n % 24 + 1, unit, calendar=CALENDAR)
    assert found.earliest is not None
    assert found.due is not None
    assert found.latest is not None
    assert found.safe_by is not None
    assert found.safe_by <= found.earliest <= found.due <= found.latest
    if not found.provisional:
        assert found.earliest == found.latest


@given(st.dates(date(2007, 1, 1), date(2055, 12, 31)), st.integers(1, 120), st.booleans())
def test_a_date_counted_back_lies_within_its_range(event: date, n: int, clear: bool) -> None:  # noqa: FBT001
    back = count(event, n, Unit.WORKING_DAY, calendar=CALENDAR, backward=True, clear_days=clear)
    assert back.earliest is not None
    assert back.due is not None
    assert back.latest is not None
    assert back.safe_by == back.earliest <= back.due <= back.latest < event


@given(st.datetimes(datetime(2004, 1, 1), datetime(2059, 1, 1), timezones=st.just(UTC)), st.integers(1, 500))  # noqa: DTZ001
def test_hours_are_exact(start: datetime, hours: int) -> None:
    found = count(start, hours, Unit.HOUR, calendar=CALENDAR)
    assert found.due_at == start + timedelta(hours=hours)
    assert not found.is_overdue(start + timedelta(hours=hours))
    assert found.is_overdue(start + timedelta(hours=hours, microseconds=1))
