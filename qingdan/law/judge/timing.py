"""What the timing of a rule is made of: its trigger, and the readings and figures its lengths come from."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.law.grammar.periods import (
    AtOnce,
    Before,
    Count,
    Event,
    Every,
    Period,
    Timing,
    UnitByReading,
    Yearly,
)
from qingdan.law.grammar.readings import Figure, Reading
from qingdan.law.grammar.rules import Duty, Term


def trigger(timing: Timing) -> Event:
    """Return the event a timing runs from, or counts back from."""
    if isinstance(timing, Period):
        found = timing.after or timing.before
        assert found is not None  # noqa: S101 - Period refuses to be built otherwise
        return found
    if isinstance(timing, Before):
        return timing.event
    if isinstance(timing, AtOnce):
        return timing.after
    return timing.first_after


def counts_back(timing: Timing) -> bool:
    """Tell whether the act must come before the event."""
    return isinstance(timing, Before) or (isinstance(timing, Period) and timing.before is not None)


def period_of(timing: Timing) -> Period | None:
    """Return the period that is counted once, if there is one; at once without an outer limit has none."""
    if isinstance(timing, AtOnce):
        return timing.at_latest
    return timing if isinstance(timing, Period) else None


def figures_of(rule: Duty | Term) -> Iterator[Figure]:
    """Yield the figures of national regulations a rule's dates are computed with."""
    return (c for c in _counts(rule) if isinstance(c, Figure))


def readings_of(rule: Duty | Term) -> Iterator[Reading]:
    """Yield the open points a rule's dates depend on."""
    timing = rule.period if isinstance(rule, Term) else rule.within
    period = timing if isinstance(timing, Every) else None if timing is None else period_of(timing)
    if period is not None and isinstance(period.unit, UnitByReading):
        yield period.unit.reading
    yield from (c for c in _counts(rule) if isinstance(c, Reading))
    event = None if timing is None else trigger(timing)
    if event is not None and event.estimated is not None and isinstance(event.estimated.amount, Reading):
        yield event.estimated.amount


def _counts(rule: Duty | Term) -> Iterator[Count]:
    timing = rule.period if isinstance(rule, Term) else rule.within
    if isinstance(timing, Yearly):
        yield timing.monthday
    elif isinstance(timing, Every):
        yield timing.amount
    elif timing is not None and (period := period_of(timing)) is not None:
        yield period.amount
    if isinstance(rule, Duty) and rule.keeps is not None:
        yield rule.keeps.amount
