"""How far an unpublished notice may move working days: every customary arrangement of each holiday.

A notice does two things at once: it stretches a holiday into a break and has weekends near it worked in exchange.
So the arrangements are enumerated holiday by holiday, each day moved paired with a weekend day worked:

- *nothing moved*: the statutory days, weekends made good (``projection``);
- *a customary break*: a run of 3 days (single days), 3-5 (Labour Day, 4-5 since it has two days), 7-9 (Spring Festival)
  or 7-8 (National Day) that contains the statutory days. Weekdays in it beyond the statutory ones are *moved*: one
  or (in the long breaks) two, and each is worked on a weekend day of the two weeks before or after the break;
- Mid-Autumn Festival near National Day may be pooled with it into one break.

Within this family the bounds are exact: no arrangement gives more or fewer working days between two dates.
A notice outside it (a one-off holiday such as 3 September 2015, an emergency such as January 2020) is not foreseen.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from qingdan.law.calendars.festivals import statutory_days
from qingdan.law.calendars.projection import made_good
from qingdan.law.calendars.span import WEEK
from qingdan.law.calendars.year import SATURDAY

FORTNIGHT = 14
_POOLED_BREAK = (7, 8)
_LATEST_POOLED = (10, 8)
_EARLIEST_POOLED = (9, 27)


class Custom(NamedTuple):
    """How a holiday is customarily stretched: lengths of the break, days it may start ahead, weekdays moved."""

    lengths: tuple[int, ...]
    ahead: int
    moved: range


SINGLE = Custom((3,), 2, range(1, 2))
LABOUR = {1: Custom((3, 4, 5), 4, range(1, 3)), 2: Custom((4, 5), 3, range(1, 3))}
SPRING = Custom((7, 8, 9), 1, range(3))
NATIONAL = Custom((7, 8), 0, range(3))


class Arrangement(NamedTuple):
    """One way to arrange a holiday: weekdays off, and ``moved`` of the ``weekends`` worked in exchange."""

    off: frozenset[int]
    moved: int = 0
    weekends: frozenset[int] = frozenset()

    def joined(self, other: Arrangement) -> Arrangement:
        """Return both arrangements together."""
        return Arrangement(self.off | other.off, self.moved + other.moved, self.weekends | other.weekends)


class Group:
    """One holiday (or two that may be pooled) of an unannounced year, with every customary arrangement."""

    __slots__ = ("_known", "arrangements", "first", "last")

    def __init__(self, arrangements: set[Arrangement]) -> None:
        self.arrangements = arrangements
        touched = [day for a in arrangements for day in (*a.off, *a.weekends)]
        self.first, self.last = min(touched), max(touched)
        self._known: dict[tuple[int, int], tuple[int, int]] = {}

    def bounds(self, after: int, until: int) -> tuple[int, int]:
        """Return the least and greatest change to the plain weekday count in (after, until]."""
        clipped = max(after, self.first - 1), min(until, self.last)
        if clipped[0] >= clipped[1]:
            return 0, 0
        if clipped not in self._known:
            changes = [_change(a, *clipped) for a in self.arrangements]
            self._known[clipped] = min(low for low, _ in changes), max(high for _, high in changes)
        return self._known[clipped]


def _change(arrangement: Arrangement, after: int, until: int) -> tuple[int, int]:
    off = sum(after < day <= until for day in arrangement.off)
    inside = sum(after < day <= until for day in arrangement.weekends)
    outside = len(arrangement.weekends) - inside
    return max(0, arrangement.moved - outside) - off, min(arrangement.moved, inside) - off


@lru_cache(maxsize=64)
def groups_of(year: int) -> tuple[Group, ...]:
    """Return the holidays of ``year`` with their customary arrangements, in the order of the year."""
    days = statutory_days(year)
    taken = {day for run in days.values() for day in run}
    single = {name: _customary(days[name], SINGLE, taken) for name in ("new_year", "qingming", "dragon_boat")}
    autumn = _autumn(days["mid_autumn"], days["national_day"], taken)
    spring = _customary(days["spring_festival"], SPRING, taken)
    labour = _customary(days["labour_day"], LABOUR[len(days["labour_day"])], taken)
    return tuple(Group(a) for a in (*single.values(), spring, labour, *autumn))


def _autumn(
    mid_autumn: tuple[date, ...], national: tuple[date, ...], taken: set[date]
) -> Iterator[set[Arrangement]]:
    apart = _customary(mid_autumn, SINGLE, taken), _customary(national, NATIONAL, taken)
    (festival,) = mid_autumn
    if not _EARLIEST_POOLED <= (festival.month, festival.day) <= _LATEST_POOLED:
        yield from apart
        return
    owed = len(national) + 1
    both = sorted({*national, festival})
    pooled = set(_breaks(both[0], both[-1], Custom((8, 9), 0, range(3)), owed))
    # Mid-Autumn on a weekend just before may instead be made good at the end of the National Day break.
    alone = Arrangement(frozenset({festival.toordinal()} if festival.weekday() < SATURDAY else ()))
    for long in _breaks(national[0], national[-1], Custom(_POOLED_BREAK, 0, range(3)), owed - len(alone.off)):
        pooled.add(alone.joined(long))
    yield pooled | {a.joined(b) for a, b in product(*apart)}


def _customary(days: tuple[date, ...], custom: Custom, taken: set[date]) -> set[Arrangement]:
    plain = _plain(days, set(taken))
    found = {Arrangement(frozenset(plain))}
    if len(days) > 1 or _natural_run(plain) < custom.lengths[0] or custom.lengths[-1] > SINGLE.lengths[-1]:
        found.update(_breaks(days[0], days[-1], custom, len(days)))
    return found


def _plain(days: tuple[date, ...], taken: set[date]) -> set[int]:
    off = set()
    for day in days:
        if day.toordinal() in off or day.weekday() >= SATURDAY:
            instead = made_good(day, taken)
            taken.add(instead)
            off.add(instead.toordinal())
        else:
            off.add(day.toordinal())
    return off


def _natural_run(off: set[int]) -> int:
    """Return the length of the rest that the days off make together with the weekends they touch."""
    first, last = min(off), max(off)
    while _is_weekend(first - 1):
        first -= 1
    while _is_weekend(last + 1):
        last += 1
    return last - first + 1


def _breaks(first: date, last: date, custom: Custom, owed: int) -> Iterator[Arrangement]:
    for length, ahead in product(custom.lengths, range(custom.ahead + 1)):
        start = first.toordinal() - ahead
        end = start + length - 1
        if end < last.toordinal():
            continue
        off = frozenset(day for day in range(start, end + 1) if not _is_weekend(day))
        if len(off) - owed in custom.moved:
            around = (*range(start - FORTNIGHT, start), *range(end + 1, end + 1 + FORTNIGHT))
            yield Arrangement(off, len(off) - owed, frozenset(day for day in around if _is_weekend(day)))


def _is_weekend(day: int) -> bool:
    return (day - 1) % WEEK >= SATURDAY
