"""Duties that come again: every period, or every year. What was fulfilled or missed so far, and the next one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from qingdan.law.clock import Occurrence, count, yearly
from qingdan.law.grammar.periods import Every, Yearly
from qingdan.law.grammar.rules import Duty
from qingdan.law.judge.book import Book
from qingdan.law.judge.obligations import Obligation, Standing, last_day, placed
from qingdan.law.timeline import day_of


def coming_again(duty: Duty, timing: Every | Yearly, book: Book) -> Iterator[Obligation]:
    """Yield every instance fulfilled or missed so far, and the next one."""
    ground = book.ground(duty.when, book.on)
    if ground is None:
        return
    first = next(iter(book.moments(timing.first_after)), None)
    if first is None:
        if not book.ended():
            yield Obligation(duty, ground, Standing.WAITING, waits_for=timing.first_after)
        return
    arisen = book.arises(duty.when, day_of(first))
    since = day_of(first) if arisen is None else arisen[0]
    amount, remarks = book.amount(timing.monthday if isinstance(timing, Yearly) else timing.amount)
    if amount is None:
        yield Obligation(duty, ground, Standing.UNDECIDED, since, remarks=remarks)
        return
    done = [day for m in book.done(timing.last_done) if (day := day_of(m)) > since]
    times = (
        _each_year(amount, since, done, book)
        if isinstance(timing, Yearly)
        else _each_period(timing, amount, since, done, book)
    )
    ended = book.ended()
    for occurrence, fulfilled in times:
        due = last_day(occurrence.deadline)
        one = Obligation(
            duty,
            ground,
            Standing.DUE,
            occurrence.anchor,
            occurrence.deadline,
            due,
            fulfilled,
            remarks=remarks,
        )
        if fulfilled is None and ended is not None and due is not None and due >= ended:
            yield replace(one, standing=Standing.ENDED)
            return
        yield placed(one, book, fulfilled)


def _each_period(
    timing: Every, amount: int, since: date, done: list[date], book: Book
) -> Iterator[tuple[Occurrence, date | None]]:
    """Yield each period with what fulfilled it: the next act after the one before, in time or late."""
    anchors = [since, *done]
    for i, anchor in enumerate(anchors):
        deadline = count(anchor, amount, timing.unit, calendar=book.calendar)
        yield Occurrence(i + 1, anchor, deadline), done[i] if i < len(done) else None


def _each_year(
    monthday: int, since: date, done: list[date], book: Book
) -> Iterator[tuple[Occurrence, date | None]]:
    """Yield each year's due day; an act serves the first open year it does not precede."""
    left = list(done)
    year_end = date(since.year, 12, 31)
    for occurrence in yearly(
        *divmod(monthday, 100), after=year_end, until=date(book.on.year + 1, 12, 31), calendar=book.calendar
    ):
        named = occurrence.anchor
        fulfilled = next((d for d in left if d >= date(named.year, 1, 1)), None)
        if fulfilled is not None:
            left.remove(fulfilled)
        yield occurrence, fulfilled
        if fulfilled is None and named >= book.on:
            return
