"""Which instances of a duty a product owes, owed or may come to owe.

A duty runs from its event; where it comes to apply only later, that day takes the event's place:
nobody is bound backward.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from qingdan.law.clock import count
from qingdan.law.grammar.periods import AtOnce, Before, Event, Every, Period, Timing, Yearly
from qingdan.law.grammar.rules import Duty
from qingdan.law.grammar.text import Text
from qingdan.law.judge.book import Book, Ground
from qingdan.law.judge.coming_again import coming_again
from qingdan.law.judge.obligations import Obligation, Standing, last_day, moment_text, placed
from qingdan.law.judge.timing import counts_back, period_of, trigger
from qingdan.law.timeline import Moment, day_of, not_before

_ONLY_RECORDS = Text(
    "the service has ended; what remains is to keep the records", "服务已终止，仅余记录保存义务"
)
_MAYBE_NEEDED = Text(
    "the period is over; do not dispose of the records while a claim or case may need them",
    "保存期限已满；索赔或者案件未了结前不得销毁",
)


class _Start(NamedTuple):
    """The event a duty runs from, since when the duty applies, and on what ground."""

    event: Moment
    arisen: date
    ground: Ground


def obligations(duty: Duty, book: Book) -> Iterator[Obligation]:
    """Yield the instances of ``duty`` that the product owes, owed or may come to owe."""
    timing = duty.within
    if timing is None:
        owed = _continuous(duty, book)
    elif isinstance(timing, (Every, Yearly)):
        owed = coming_again(duty, timing, book)
    else:
        owed = _once(duty, timing, book)
    for one in owed:
        yield _with_records(one, duty, book)


def _continuous(duty: Duty, book: Book) -> Iterator[Obligation]:
    ground = book.ground(duty.when, book.on)
    if ground is None:
        return
    ended = book.ended() is not None
    done = book.done(duty.done_by)
    standing = Standing.ENDED if ended else Standing.CONTINUOUS
    yield Obligation(duty, ground, standing, done_on=day_of(done[-1]) if done else None)


def _once(duty: Duty, timing: Period | Before | AtOnce, book: Book) -> Iterator[Obligation]:
    event = trigger(timing)
    moments = book.moments(event)
    said: tuple[Text, ...] = ()
    if not moments:
        moments, said = book.estimate(event)
    if not moments:
        ground = book.ground(duty.when, book.on)
        if ground is not None and not book.ended():
            yield Obligation(duty, ground, Standing.WAITING, waits_for=event)
        return
    left = list(book.done(duty.done_by))
    for i, moment in enumerate(moments):
        arisen = book.arises(duty.when, day_of(moment), later=not _passing(timing))
        if arisen is not None and not (arisen[0] != day_of(moment) and _replaced(duty, book)):
            done = _taken(duty, timing, moments[i : i + 2], left)
            one = _instance(duty, timing, _Start(moment, *arisen), done, book)
            yield replace(one, remarks=(*said, *one.remarks))


def _replaced(duty: Duty, book: Book) -> bool:
    """Tell whether another duty has taken this one's place."""
    others = (d for d in book.law_on(book.on).pack.of(Duty) if d.replaces is duty)
    return any(book.moments(trigger(d.within)) for d in others if d.within is not None)


def _passing(timing: Timing) -> bool:
    """Tell whether the event passes: a duty that comes to apply later does not reach back to it.

    What started goes on, and what must be dealt with at once stays at hand; a request or a change is over.
    """
    return isinstance(timing, Period) and timing.after is not None and timing.after.repeats


def _taken(
    duty: Duty, timing: Period | Before | AtOnce, moments: Sequence[Moment], left: list[Moment]
) -> Moment | None:
    """Return what fulfilled the first of ``moments`` and strike it from ``left``: one act serves one instance.

    What must come before its event may come late, but then before the second of ``moments``, the
    next such event. What can happen only once fulfils whenever it happened.
    """
    once = duty.done_by is not None and not duty.done_by.repeats
    if counts_back(timing):
        found = next((d for d in left if len(moments) == 1 or not not_before(d, moments[1])), None)
    else:
        found = next((d for d in left if once or not_before(d, moments[0])), None)
    if found is not None and not once:
        left.remove(found)
    return found


def _instance(
    duty: Duty,
    timing: Period | Before | AtOnce,
    begun: _Start,
    done: Moment | None,
    book: Book,
) -> Obligation:
    """Return one instance. Where the duty arises after its event, that day takes the event's place."""
    start: Moment = begun.event if begun.arisen == day_of(begun.event) else begun.arisen
    remarks: tuple[Text, ...] = ()
    if start is not begun.event:
        remarks = (Text(f"applies only since {begun.arisen}", f"自{begun.arisen}起方才适用"),)
    deadline, due, decided = None, None, True
    period = period_of(timing)
    if isinstance(timing, Before):
        due = day_of(start) - timedelta(days=1)
    elif period is not None:
        deadline, said = book.run(period, start)
        remarks += said
        due, decided = last_day(deadline), deadline is not None
    else:
        remarks += (Text(f"at once, since {moment_text(start)}", f"自{moment_text(start)}起应当立即履行"),)
    one = Obligation(
        duty,
        begun.ground,
        Standing.DUE,
        start,
        deadline,
        due,
        None if done is None else day_of(done),
        remarks=remarks,
    )
    if not decided and done is None:
        return replace(one, standing=Standing.UNDECIDED)
    return placed(one, book, done)


def _known(event: Event, one: Obligation, book: Book) -> list[date]:
    """Return the days of ``event`` that concern one instance: its own fulfilment, or whatever has happened."""
    if isinstance(one.duty, Duty) and event is one.duty.done_by:
        return [] if one.done_on is None else [one.done_on]
    return [day_of(m) for m in book.done(event)]


def _with_records(one: Obligation, duty: Duty, book: Book) -> Obligation:
    """Add until when the duty's records are kept. Nothing is said before every event it counts from is known."""
    if duty.keeps is None:
        return one
    happened = [_known(e, one, book) for e in duty.keeps.after]
    amount, _ = book.amount(duty.keeps.amount)
    if amount is not None and all(happened):
        latest = max(day for days in happened for day in days)
        until = last_day(count(latest, amount, duty.keeps.unit, calendar=book.calendar, roll=False))
        one = replace(one, keep_until=until)
    over = one.keep_until is not None and one.keep_until < book.on
    if over:
        return replace(one, remarks=(*one.remarks, _MAYBE_NEEDED))
    if one.standing is Standing.ENDED and duty.within is None:
        return replace(one, standing=Standing.CONTINUOUS, remarks=(*one.remarks, _ONLY_RECORDS))
    return one
