"""The statutory periods that run in a product's case: the authority's, the applicant's, anyone's.

An authority that lets its term pass is overdue, as plainly as a party. A term that only says how
long something lasts, or until when a right can be used, simply ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from qingdan.law.clock import Deadline, Extension
from qingdan.law.grammar.periods import Period
from qingdan.law.grammar.rules import Role, Term
from qingdan.law.grammar.text import Text
from qingdan.law.grammar.units import Unit
from qingdan.law.judge.book import Book
from qingdan.law.judge.obligations import Obligation, Standing, last_day, placed
from qingdan.law.judge.timing import trigger
from qingdan.law.readings.periods import roll_for_authority
from qingdan.law.timeline import Moment, day_of, not_before

_OWN_AFFAIR = frozenset({Role.ANYONE, Role.APPLICANT, Role.USER, Role.AFFECTED})


def rolls(term: Term) -> bool:
    """Tell whether the reading of the rest-day rule for authorities can change this term."""
    return term.binds.official and term.period.roll and term.period.unit not in (Unit.WORKING_DAY, Unit.HOUR)


def running_terms(term: Term, book: Book) -> Iterator[Obligation]:
    """Yield the instances of ``term`` that run, or ran, in this product's case."""
    for moment in book.moments(trigger(term.period)):
        ground = book.ground(term.when, day_of(moment))
        if ground is None:
            continue
        given = _given_end(term, moment, book)
        deadline, remarks = (None, ()) if given is not None else _end_of(term, moment, book)
        stops = sorted(day_of(m) for e in term.stopped_by for m in book.moments(e) if not_before(m, moment))
        done = next((d for d in stops if d <= book.on), None)
        one = Obligation(
            term, ground, Standing.DUE, moment, deadline, given or last_day(deadline), done, remarks=remarks
        )
        if one.due is None and done is None:
            yield replace(one, standing=Standing.UNDECIDED)
        else:
            yield _lapsed(_extended(placed(one, book, done), term, moment, book), term)


def _given_end(term: Term, moment: Moment, book: Book) -> date | None:
    """Return the day a term ends where it was given as an event of its own, as the expiry of a licence is."""
    for event in book.law_on(book.on).pack.events:
        guess = event.estimated
        if guess is not None and guess.after is term.period.after and guess.amount is term.period.amount:
            return next((day_of(m) for m in book.moments(event) if not_before(m, moment)), None)
    return None


def _period(term: Term, book: Book) -> Period:
    """Return the term's period, with the reading of the rest-day rule that binds authorities."""
    if rolls(term) and book.law_on(book.on).taken(roll_for_authority) == "fixed":
        return replace(term.period, roll=False)
    return term.period


def _end_of(term: Term, moment: Moment, book: Book) -> tuple[Deadline | None, tuple[Text, ...]]:
    """Return where a term ends; an extension is counted from the raw end of the term it lengthens."""
    if term.extends is None:
        return book.run(_period(term, book), moment)
    base = [m for m in book.moments(trigger(term.extends.period)) if not_before(moment, m)]
    amount, remarks = book.amount(term.period.amount)
    if not base or amount is None:
        return None, remarks
    more = Extension(amount, book.unit(term.period.unit), term.says, term.cite)
    deadline, said = book.run(_period(term.extends, book), base[-1], extensions=(more,))
    plain = last_day(book.run(_period(term.extends, book), base[-1])[0])
    if plain is not None and day_of(moment) > plain:
        late = Text(
            f"the extension came after the term had ended on {plain}",
            f"延期决定作出时，原期限已于{plain}届满",
        )
        said = (*said, late)
    return deadline, (*remarks, *said)


def _extended(one: Obligation, term: Term, moment: Moment, book: Book) -> Obligation:
    """Return a term as ended where it was lengthened in time: the longer one takes its place."""
    longer = [
        t
        for t in book.law_on(book.on).pack.of(Term)
        if t.extends is term and trigger(t.period) is not trigger(term.period)
    ]
    for t in longer:
        for at in book.moments(trigger(t.period)):
            if (
                not_before(at, moment)
                and one.due is not None
                and day_of(at) <= one.due
                and one.done_on is None
            ):
                said = Text(f"extended on {day_of(at)}", f"{day_of(at)}已延期")
                return replace(one, standing=Standing.ENDED, remarks=(*one.remarks, said))
    return one


def _lapsed(one: Obligation, term: Term) -> Obligation:
    """Say what follows where a term has run out; nobody is late with what is nobody's duty."""
    if one.standing is not Standing.OVERDUE:
        return one
    quiet = not term.period.roll or term.binds in _OWN_AFFAIR
    return replace(
        one, standing=Standing.ENDED if quiet else Standing.OVERDUE, remarks=(*one.remarks, term.on_lapse)
    )
