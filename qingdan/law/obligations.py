"""What is due when: each duty of one product with its start, its due day and how it stands.

A due day is always recomputed from the timeline; nothing is counted down. A provisional day
(a year whose holidays are not announced) never makes anything overdue.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from qingdan.law.book import Book, Ground
from qingdan.law.clock import Deadline, Extension, count
from qingdan.law.grammar.periods import (
    AtOnce,
    Before,
    Event,
    Every,
    Period,
    Timing,
    Yearly,
)
from qingdan.law.grammar.rules import Duty, Term
from qingdan.law.grammar.text import Text
from qingdan.law.timeline import Moment, day_of


class Standing(Enum):
    """How a duty stands on the day of judgement."""

    OVERDUE = "overdue"
    DUE = "due"
    UNDECIDED = "undecided"
    CONTINUOUS = "continuous"
    WAITING = "waiting"
    DONE_LATE = "done_late"
    DONE = "done"
    ENDED = "ended"


@dataclass(frozen=True)
class Obligation:
    """One duty (or term) in one instance.

    ``ground`` tells whether it applies for certain. ``due`` is the last
    day on which it can be done in time; ``deadline`` explains it where a period was counted.
    """

    duty: Duty | Term
    ground: Ground
    standing: Standing
    start: Moment | None = None
    deadline: Deadline | None = None
    due: date | None = None
    done_on: date | None = None
    waits_for: Event | None = None
    keep_until: date | None = None
    remarks: tuple[Text, ...] = ()

    @property
    def says(self) -> Text:
        """What is to be done."""
        return self.duty.must if isinstance(self.duty, Duty) else self.duty.says


def obligations(duty: Duty, book: Book) -> Iterator[Obligation]:
    """Yield the instances of ``duty`` that the product owes, owed or may come to owe."""
    timing = duty.within
    if timing is None:
        yield from _continuous(duty, book)
    elif isinstance(timing, Every):
        yield from _recurring(duty, timing, book)
    elif isinstance(timing, Yearly):
        yield from _yearly(duty, timing, book)
    else:
        yield from _once(duty, timing, book)


def _over(book: Book) -> date | None:
    """Return the day the service ended, if that lies behind the day of judgement."""
    ended = book.product.first("service_ended")
    day = day_of(ended) if ended is not None else None
    return day if day is not None and day <= book.on else None


def _continuous(duty: Duty, book: Book) -> Iterator[Obligation]:
    ground = book.ground(duty.when, book.on)
    if ground is None:
        return
    standing = Standing.ENDED if _over(book) else Standing.CONTINUOUS
    yield Obligation(duty, ground, standing, keep_until=_keep_until(duty, book))


def _trigger(timing: Timing) -> Event:
    if isinstance(timing, Period):
        found = timing.after or timing.before
        assert found is not None  # noqa: S101 - Period refuses to be built otherwise
        return found
    if isinstance(timing, Before):
        return timing.event
    if isinstance(timing, AtOnce):
        return timing.after
    return timing.first_after


def _once(duty: Duty, timing: Period | Before | AtOnce, book: Book) -> Iterator[Obligation]:
    event = _trigger(timing)
    moments = book.product.moments(event)
    if not moments:
        ground = book.ground(duty.when, book.on)
        if ground is not None and not _over(book):
            yield Obligation(duty, ground, Standing.WAITING, waits_for=event)
        return
    previous: date | None = None
    for moment in moments:
        arisen = book.arises(duty.when, day_of(moment))
        if arisen is not None:
            yield _instance(duty, timing, moment, arisen, previous, book)
        previous = day_of(moment)


def _instance(
    duty: Duty,
    timing: Period | Before | AtOnce,
    moment: Moment,
    arisen: tuple[date, Ground],
    previous: date | None,
    book: Book,
) -> Obligation:
    day, ground = arisen
    backward = isinstance(timing, Before) or (isinstance(timing, Period) and timing.before is not None)
    start: Moment = moment if day == day_of(moment) or backward else day
    remarks: tuple[Text, ...] = ()
    if day != day_of(moment):
        remarks = (Text(f"applies only since {day}", f"自{day}起方才适用"),)
    deadline, due = None, None
    if isinstance(timing, Before):
        due = day_of(moment) - timedelta(days=1)
    else:
        period = timing if isinstance(timing, Period) else timing.at_latest
        if period is not None:
            deadline, said = book.run(period, start)
            remarks += said
            due = last_day(deadline)
        elif isinstance(timing, AtOnce):
            remarks += (Text(f"at once, since {moment_text(start)}", f"自{moment_text(start)}起应当立即履行"),)
    done = _done(duty, book, since=previous if backward else day_of(start), until=day_of(moment) if backward else None)
    undecided = deadline is None and due is None and not (isinstance(timing, AtOnce) and timing.at_latest is None)
    standing = _standing(due, deadline, done, book) if not undecided or done else Standing.UNDECIDED
    return Obligation(
        duty, ground, standing, start, deadline, due, done, keep_until=_keep_until(duty, book), remarks=remarks
    )


def last_day(deadline: Deadline | None) -> date | None:
    """Return the last day of a deadline, None where it is stopped or undecided."""
    if deadline is None or deadline.due is None:
        return None
    return day_of(deadline.due)


def _standing(due: date | None, deadline: Deadline | None, done: date | None, book: Book) -> Standing:
    if done is not None:
        return Standing.DONE if due is None or done <= due else Standing.DONE_LATE
    certain_due = deadline is None or not deadline.provisional
    if due is not None and due < book.on and certain_due:
        return Standing.OVERDUE
    return Standing.DUE


def _done(duty: Duty, book: Book, *, since: date | None, until: date | None) -> date | None:
    """Return when this instance was fulfilled: the first fulfilling event that belongs to it."""
    if duty.done_by is None:
        return None
    days = [day_of(m) for m in book.product.moments(duty.done_by)]
    if not duty.done_by.repeats:
        return next((d for d in days if d <= book.on), None)
    in_reach = (d for d in days if d <= book.on and (since is None or d >= since) and (until is None or d <= until))
    return next(in_reach, None)


def _recurring(duty: Duty, timing: Every, book: Book) -> Iterator[Obligation]:
    first = book.product.first(timing.first_after)
    ground = book.ground(duty.when, book.on)
    if ground is None:
        return
    if first is None:
        yield Obligation(duty, ground, Standing.WAITING, waits_for=timing.first_after)
        return
    done = [m for m in book.product.moments(timing.last_done) if day_of(m) <= book.on]
    anchor = done[-1] if done else first
    period = Period(amount=timing.amount, unit=timing.unit, after=timing.first_after)
    deadline, remarks = book.run(period, anchor)
    due = last_day(deadline)
    standing = Standing.UNDECIDED if deadline is None else _standing(due, deadline, None, book)
    if _over(book) and standing is not Standing.OVERDUE:
        standing = Standing.ENDED
    yield Obligation(
        duty,
        ground,
        standing,
        anchor,
        deadline,
        due,
        day_of(done[-1]) if done else None,
        keep_until=_keep_until(duty, book),
        remarks=remarks,
    )


def _yearly(duty: Duty, timing: Yearly, book: Book) -> Iterator[Obligation]:
    ground = book.ground(duty.when, book.on)
    if ground is None:
        return
    first = book.product.first(timing.first_after)
    if first is None:
        yield Obligation(duty, ground, Standing.WAITING, waits_for=timing.first_after)
        return
    done = [m for m in book.product.moments(timing.last_done) if day_of(m) <= book.on]
    amount, remarks = book.amount(timing.monthday)
    if amount is None:
        yield Obligation(duty, ground, Standing.UNDECIDED, first, remarks=remarks)
        return
    due = date(day_of(first).year + 1 + len(done), *divmod(amount, 100))
    standing = Standing.ENDED if _over(book) and due >= book.on else _standing(due, None, None, book)
    yield Obligation(duty, ground, standing, first, due=due, remarks=remarks, keep_until=_keep_until(duty, book))


def _keep_until(duty: Duty, book: Book) -> date | None:
    """Return the day until which the duty's records must be kept, once every event it counts from is known."""
    if duty.keeps is None:
        return None
    moments = [m for e in duty.keeps.after for m in book.product.moments(e)]
    amount, _ = book.amount(duty.keeps.amount)
    if not moments or amount is None:
        return None
    latest = max(day_of(m) for m in moments)
    return last_day(count(latest, amount, duty.keeps.unit, calendar=book.calendar, roll=False))


def running_terms(term: Term, book: Book) -> Iterator[Obligation]:
    """Yield the statutory periods that run against an authority or applicant in this product's case."""
    for moment in book.product.moments(_trigger(term.period)):
        ground = book.ground(term.when, day_of(moment))
        if ground is None:
            continue
        deadline, remarks = _end_of(term, moment, book)
        stops = [day_of(m) for e in term.stopped_by for m in book.product.moments(e)]
        done = min((d for d in stops if day_of(moment) <= d <= book.on), default=None)
        due = last_day(deadline)
        standing = Standing.UNDECIDED if deadline is None and done is None else _standing(due, deadline, done, book)
        yield Obligation(term, ground, standing, moment, deadline, due, done, remarks=remarks)


def _end_of(term: Term, moment: Moment, book: Book) -> tuple[Deadline | None, tuple[Text, ...]]:
    """Return where a term ends; an extension is counted from the raw end of the term it lengthens."""
    if term.extends is None:
        return book.run(term.period, moment)
    base = [m for m in book.product.moments(_trigger(term.extends.period)) if day_of(m) <= day_of(moment)]
    amount, remarks = book.amount(term.period.amount)
    if not base or amount is None:
        return None, remarks
    more = Extension(amount, book.unit(term.period.unit), term.says, term.cite)
    deadline, said = book.run(term.extends.period, base[-1], extensions=(more,))
    return deadline, (*remarks, *said)


def moment_text(moment: Moment) -> str:
    """Return a moment as the law writes it: a date, or date and minute in Asia/Shanghai."""
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()
