"""What is due when: each duty of one product with its start, its due day and how it stands.

A due day is always recomputed from the timeline; nothing is counted down. A provisional day
(a year whose holidays are not announced) never makes anything overdue or late, and neither does
a duty that the answers do not show to apply. Terms of a procedure are in ``running_terms``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum

from qingdan.law.book import Book, Ground
from qingdan.law.clock import Deadline, Occurrence, count, recurring, yearly
from qingdan.law.grammar.periods import AtOnce, Before, Event, Every, Period, Yearly
from qingdan.law.grammar.rules import Duty, Term
from qingdan.law.grammar.text import Text
from qingdan.law.timeline import Moment, day_of, not_before
from qingdan.law.timing import counts_back, period_of, trigger


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

    @property
    def provisional(self) -> bool:
        """Whether the due day lies in a year whose holidays are not announced."""
        return self.deadline is not None and self.deadline.provisional


_UNSHOWN = Text(
    "the date has passed, but the answers do not yet show that the duty applies: not counted as overdue",
    "期限已过，但现有答复尚不足以确定该义务适用，不视为逾期",
)
_PROVISIONAL = Text(
    "the date has passed, but rests on holidays not announced when it was computed: not counted as overdue",
    "期限已过，但系依尚未公布的放假安排推算，不视为逾期",
)
_ONLY_RECORDS = Text("the service has ended; what remains is to keep the records", "服务已终止，仅余记录保存义务")
_MAYBE_NEEDED = Text(
    "the period is over; do not dispose of the records while a claim or case may need them",
    "保存期限已满；索赔或者案件未了结前不得销毁",
)


def obligations(duty: Duty, book: Book) -> Iterator[Obligation]:
    """Yield the instances of ``duty`` that the product owes, owed or may come to owe."""
    timing = duty.within
    if timing is None:
        owed = _continuous(duty, book)
    elif isinstance(timing, (Every, Yearly)):
        owed = _coming_again(duty, timing, book)
    else:
        owed = _once(duty, timing, book)
    for one in owed:
        yield _with_records(one, duty, book)


def _continuous(duty: Duty, book: Book) -> Iterator[Obligation]:
    ground = book.ground(duty.when, book.on)
    if ground is None:
        return
    ended = book.ended() is not None
    done = [day_of(m) for m in book.moments(duty.done_by)] if duty.done_by is not None else []
    standing = Standing.ENDED if ended else Standing.CONTINUOUS
    yield Obligation(duty, ground, standing, done_on=done[-1] if done else None)


def _once(duty: Duty, timing: Period | Before | AtOnce, book: Book) -> Iterator[Obligation]:
    event = trigger(timing)
    moments, said = book.moments(event), ()
    if not moments:
        moments, said = book.estimate(event)
    if not moments:
        ground = book.ground(duty.when, book.on)
        if ground is not None and not book.ended():
            yield Obligation(duty, ground, Standing.WAITING, waits_for=event)
        return
    left = list(book.moments(duty.done_by)) if duty.done_by is not None else []
    for i, moment in enumerate(moments):
        following = moments[i + 1] if i + 1 < len(moments) else None
        arisen = book.arises(duty.when, day_of(moment))
        if arisen is not None:
            one = _instance(duty, timing, moment, arisen, _taken(duty, timing, moment, following, left, book), book)
            yield replace(one, remarks=(*said, *one.remarks))


def _taken(
    duty: Duty, timing: Period | Before | AtOnce, moment: Moment, following: Moment | None, left: list[Moment], book: Book
) -> Moment | None:
    """Return what fulfilled this instance and strike it from ``left``: one act serves one instance.

    What must come before its event may come late, but then before the next such event. A duty
    fulfilled by something that happens only once is fulfilled whenever it happened.
    """
    once = duty.done_by is not None and not duty.done_by.repeats
    in_reach = (
        done
        for done in left
        if day_of(done) <= book.on
        and (once or counts_back(timing) or not_before(done, moment))
        and (following is None or not counts_back(timing) or not not_before(done, following))
    )
    found = next(in_reach, None)
    if found is not None and not once:
        left.remove(found)
    return found


def _instance(
    duty: Duty,
    timing: Period | Before | AtOnce,
    moment: Moment,
    arisen: tuple[date, Ground],
    done: Moment | None,
    book: Book,
) -> Obligation:
    """Return one instance. Where the duty arises after its event, that day takes the event's place."""
    day, ground = arisen
    start: Moment = moment if day == day_of(moment) else day
    remarks: tuple[Text, ...] = ()
    if start is not moment:
        remarks = (Text(f"applies only since {day}", f"自{day}起方才适用"),)
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
    one = Obligation(duty, ground, Standing.DUE, start, deadline, due, None if done is None else day_of(done), remarks=remarks)
    return placed(one, book, done) if decided or done is not None else replace(one, standing=Standing.UNDECIDED)


def last_day(deadline: Deadline | None) -> date | None:
    """Return the last day of a deadline, None where it is stopped or undecided."""
    if deadline is None or deadline.due is None:
        return None
    return day_of(deadline.due)


def placed(one: Obligation, book: Book, done: Moment | None) -> Obligation:
    """Return an instance with its standing: late or overdue only where date and duty are certain."""
    certain = one.ground is Ground.SHOWN and not one.provisional
    if done is not None:
        late = one.due is not None and not _in_time(one, done)
        return replace(one, standing=Standing.DONE_LATE if late and certain else Standing.DONE)
    if one.due is None or one.due >= book.on:
        return replace(one, standing=Standing.DUE)
    if certain:
        return replace(one, standing=Standing.OVERDUE)
    why = _PROVISIONAL if one.ground is Ground.SHOWN else _UNSHOWN
    return replace(one, standing=Standing.DUE, remarks=(*one.remarks, why))


def _in_time(one: Obligation, done: Moment) -> bool:
    """Tell whether ``done`` met the due day; to the minute where hours were counted and the time is known."""
    exact = one.deadline.due_at if one.deadline is not None and isinstance(one.start, datetime) else None
    if exact is not None and isinstance(done, datetime) and day_of(exact) == one.due:
        return done <= exact
    return one.due is None or day_of(done) <= one.due


def _coming_again(duty: Duty, timing: Every | Yearly, book: Book) -> Iterator[Obligation]:
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
    done = [day_of(m) for m in book.moments(timing.last_done) if day_of(m) > since]
    times = _each_year(amount, since, done, book) if isinstance(timing, Yearly) else _each_period(timing, amount, since, done, book)
    ended = book.ended()
    for occurrence, fulfilled in times:
        due = last_day(occurrence.deadline)
        one = Obligation(duty, ground, Standing.DUE, occurrence.anchor, occurrence.deadline, due, fulfilled, remarks=remarks)
        if fulfilled is None and ended is not None and due is not None and due >= ended:
            yield replace(one, standing=Standing.ENDED)
        else:
            yield placed(one, book, fulfilled)


def _each_period(
    timing: Every, amount: int, since: date, done: list[date], book: Book
) -> Iterator[tuple[Occurrence, date | None]]:
    """Yield each period with what fulfilled it: the next act after the one before, in time or late."""
    anchors = [since, *done]
    for i, anchor in enumerate(anchors):
        deadline = count(anchor, amount, timing.unit, calendar=book.calendar)
        yield Occurrence(i + 1, anchor, deadline), done[i] if i < len(done) else None


def _each_year(monthday: int, since: date, done: list[date], book: Book) -> Iterator[tuple[Occurrence, date | None]]:
    """Yield each year's due day; an act serves the first open year it does not precede."""
    left = list(done)
    year_end = date(since.year, 12, 31)
    for occurrence in yearly(*divmod(monthday, 100), after=year_end, until=date(book.on.year + 1, 12, 31), calendar=book.calendar):
        named = occurrence.anchor
        fulfilled = next((d for d in left if d >= date(named.year, 1, 1)), None)
        if fulfilled is not None:
            left.remove(fulfilled)
        yield occurrence, fulfilled
        if fulfilled is None and named >= book.on:
            return


def _with_records(one: Obligation, duty: Duty, book: Book) -> Obligation:
    """Add until when the duty's records are kept. Nothing is said before every event it counts from is known."""
    if duty.keeps is None:
        return one
    happened = [[m for m in book.moments(e) if day_of(m) <= book.on] for e in duty.keeps.after]
    amount, _ = book.amount(duty.keeps.amount)
    if amount is not None and all(happened):
        latest = max(day_of(m) for moments in happened for m in moments)
        until = last_day(count(latest, amount, duty.keeps.unit, calendar=book.calendar, roll=False))
        one = replace(one, keep_until=until)
    over = one.keep_until is not None and one.keep_until < book.on
    if over:
        return replace(one, remarks=(*one.remarks, _MAYBE_NEEDED))
    if one.standing is Standing.ENDED and duty.within is None:
        return replace(one, standing=Standing.CONTINUOUS, remarks=(*one.remarks, _ONLY_RECORDS))
    return one


def moment_text(moment: Moment) -> str:
    """Return a moment as the law writes it: a date, or date and minute in Asia/Shanghai."""
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()
