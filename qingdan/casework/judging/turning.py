"""When time alone may next change a judgement: the first day on which it must be made again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from qingdan.law.judge import Judgement
from qingdan.law.judge.obligations import Obligation
from qingdan.law.profiles import keys, versions
from qingdan.law.timeline import day_of

_DAY = timedelta(days=1)


def next_turn(judged: Judgement, kept: Iterable[Obligation] = ()) -> date:
    """Return the first day after a judgement on which it may come out otherwise by time alone.

    That is when answers, list editions or supplied figures change, a planned event comes, a period has run out, a
    record need be kept no longer; and each New Year, for what comes again every year. ``kept`` are obligations as they
    stand after reliance was protected.
    """
    return min(day for day in _turns(judged, kept) if day > judged.on)


def _turns(judged: Judgement, kept: Iterable[Obligation]) -> Iterator[date]:
    yield date(judged.on.year + 1, 1, 1)
    yield from judged.book.turning_days
    yield from _figures_change()
    yield from (h.day for h in judged.product.happenings)
    for one in (*judged.obligations, *judged.authority_duties, *judged.terms, *kept):
        for day in (one.due, one.keep_until, one.done_on, None if one.start is None else day_of(one.start)):
            if day is not None:
                yield from (day, day + _DAY)


@cache
def _figures_change() -> tuple[date, ...]:
    """Return the days on which a version of a national regulation's figures begins or has ended."""
    found = [v for key in keys() for v in versions(key)]
    return (*(v.start for v in found), *(v.end + _DAY for v in found if v.end is not None))
