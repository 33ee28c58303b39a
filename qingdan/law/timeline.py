"""A product over time: what is true of it from which day, and what has happened to it.

Answers hold from the beginning until a change says otherwise. Happenings are dated events; a
planned one may lie in the future. Nothing here judges; ``check`` refuses what cannot be.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeAlias

from qingdan.law.cells import Cells
from qingdan.law.formula import Resolver
from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.refusal import Refusal, UnknownFact, WrongAnswer
from qingdan.law.grammar.text import Text
from qingdan.law.grammar.units import SHANGHAI
from qingdan.law.pack import Pack

FIRST_DAY, LAST_DAY = date(2004, 1, 1), date(2050, 12, 31)  # calendars reach ten years further
Moment: TypeAlias = date | datetime


class BadTimeline(Refusal):
    """A product description that cannot be. ``where`` is the path of the field at fault."""

    def __init__(self, says: Text, where: tuple[str | int, ...]) -> None:
        super().__init__(says)
        self.where = where


@dataclass(frozen=True, slots=True)
class Change:
    """From ``on`` (inclusive) these answers hold instead of earlier ones."""

    on: date
    answers: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Happening:
    """An event on a day, or at a time (aware) where hours count. ``note`` names its evidence."""

    event: str
    at: Moment
    note: str = ""

    @property
    def day(self) -> date:
        """The day in Asia/Shanghai."""
        return day_of(self.at)


def day_of(moment: Moment) -> date:
    """Return the day a moment falls on in Asia/Shanghai."""
    return moment.astimezone(SHANGHAI).date() if isinstance(moment, datetime) else moment


@dataclass(frozen=True)
class Product:
    """One product or service in one use: the unit the law judges (Art. 23)."""

    name: str
    answers: Mapping[str, Any] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    happenings: tuple[Happening, ...] = ()
    description: str = ""

    def answers_on(self, on: date) -> dict[str, Any]:
        """Return the answers that hold on a day."""
        held = dict(self.answers)
        for change in sorted(self.changes, key=lambda c: c.on):
            if change.on <= on:
                held.update(change.answers)
        return held

    @cached_property
    def _moments(self) -> dict[str, tuple[Moment, ...]]:
        found: dict[str, list[Moment]] = {}
        for happening in self.happenings:
            found.setdefault(happening.event, []).append(happening.at)
        return {event: tuple(sorted(at, key=_order)) for event, at in found.items()}

    def moments(self, event: Event | str) -> tuple[Moment, ...]:
        """Return when ``event`` happened (or is planned), earliest first."""
        return self._moments.get(event if isinstance(event, str) else event.key, ())

    def first(self, event: Event | str) -> Moment | None:
        """Return the first time ``event`` happened, if it did."""
        return next(iter(self.moments(event)), None)

    def turning_days(self) -> list[date]:
        """Return the days on which answers change, in order."""
        return sorted({c.on for c in self.changes})


def _order(moment: Moment) -> datetime:
    if isinstance(moment, datetime):
        return moment.astimezone(SHANGHAI)
    return datetime(moment.year, moment.month, moment.day, tzinfo=SHANGHAI)


def not_before(one: Moment, other: Moment) -> bool:
    """Tell whether ``one`` lies on or after ``other``; a day without a time counts as the whole day."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one >= other
    return day_of(one) >= day_of(other)


def check(product: Product, pack: Pack) -> None:
    """Refuse a product whose answers or timeline cannot be, naming the field at fault."""
    resolver = Resolver((), facts=pack.facts)
    _check_answers(product.answers, resolver, ("answers",))
    seen: set[date] = set()
    for i, change in enumerate(product.changes):
        where = ("changes", i, "on")
        if isinstance(change.on, datetime):
            raise BadTimeline(
                Text("answers change from a day on, not from a time", "答案自某日起变更，不计时刻"), where
            )
        _check_day(change.on, where)
        if change.on in seen:
            raise BadTimeline(
                Text(
                    f"two changes are dated {change.on}; put them into one", f"{change.on}有两条变更，请合并"
                ),
                where,
            )
        seen.add(change.on)
        _check_answers(change.answers, resolver, ("changes", i, "answers"))
    _check_happenings(product, pack)


def _check_answers(answers: Mapping[str, Any], resolver: Resolver, where: tuple[str | int, ...]) -> None:
    for key, answer in answers.items():
        if key not in resolver.by_key:
            raise BadTimeline(unknown_question(key, resolver), (*where, key))
        if answer is not None:
            cells: Cells = resolver.cells[resolver.by_key[key]]
            try:
                cells.of(answer)
            except (WrongAnswer, UnknownFact) as refused:
                raise BadTimeline(refused.says, (*where, key)) from None


def unknown_question(key: str, resolver: Resolver) -> Text:
    """Say that the law does not ask ``key``, and which question may have been meant."""
    from difflib import get_close_matches

    close = get_close_matches(str(key), resolver.by_key, n=1)
    hint = (
        Text(f"; did you mean {close[0]}?", f"，是否指{close[0]}？")
        if close
        else Text("; `qingdan facts` lists all questions", "；可用 qingdan facts 查看全部事项")
    )
    return Text(f"{key} is no question of this law{hint.en}", f"{key}不是本法所问的事项{hint.zh}")


def _check_day(moment: Moment, where: tuple[str | int, ...]) -> None:
    if not isinstance(moment, date):
        raise BadTimeline(Text("give a date, not text", "应为日期，而非文字"), where)
    if isinstance(moment, datetime) and moment.tzinfo is None:
        raise BadTimeline(
            Text(
                "a time needs its zone, such as 2026-02-17T23:30:00+08:00",
                "时间须注明时区，如2026-02-17T23:30:00+08:00",
            ),
            where,
        )
    # not its day in Shanghai: at the ends of the calendar the zone could reach beyond all dates
    if not FIRST_DAY <= (moment.date() if isinstance(moment, datetime) else moment) <= LAST_DAY:
        raise BadTimeline(
            Text(
                f"{moment} lies outside {FIRST_DAY} to {LAST_DAY}; choose a day within",
                f"{moment}不在{FIRST_DAY}至{LAST_DAY}之间，请改用此范围内的日期",
            ),
            where,
        )


def _check_happenings(product: Product, pack: Pack) -> None:
    for i, happening in enumerate(product.happenings):
        _check_day(happening.at, ("events", i, "on"))
    events = {e.key: e for e in pack.events}
    for i, happening in enumerate(product.happenings):
        where: tuple[str | int, ...] = ("events", i)
        event = events.get(happening.event)
        if event is None:
            raise BadTimeline(
                Text(
                    f"{happening.event} is no event of this law; `qingdan facts --events` lists all",
                    f"{happening.event}不是本法所称的事件；可用 qingdan facts --events 查看全部",
                ),
                (*where, "event"),
            )
        if event.timed and not isinstance(happening.at, datetime):
            raise BadTimeline(
                Text(
                    f"{event.key} starts an hour clock: give the time, such as 2026-02-17T23:30:00+08:00",
                    f"{event.key}按小时计算期限，请填写具体时间，如2026-02-17T23:30:00+08:00",
                ),
                (*where, "on"),
            )
        if not event.repeats and len(product.moments(event)) > 1:
            raise BadTimeline(
                Text(f"{event.key} can happen only once", f"{event.key}只能发生一次"), (*where, "event")
            )
        _check_order(product, event, where)


def _check_order(product: Product, event: Event, where: tuple[str | int, ...]) -> None:
    if event.follows is None:
        return
    earlier, then = product.first(event.follows), product.first(event)
    if earlier is not None and then is not None and not not_before(then, earlier):
        raise BadTimeline(
            Text(
                f"{event.key} ({day_of(then)}) lies before {event.follows.key} ({day_of(earlier)})",
                f"{event.key}（{day_of(then)}）早于{event.follows.key}（{day_of(earlier)}）",
            ),
            (*where, "on"),
        )
