"""What due days are computed from: the product, the law on each day, the calendar."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import cached_property
from typing import TypeAlias

from qingdan.law.calendars import Calendar
from qingdan.law.clock import Deadline, Extension, count
from qingdan.law.grammar.conditions import Condition
from qingdan.law.grammar.periods import Count, Event, Period, UnitByReading, Units
from qingdan.law.grammar.readings import Figure, Reading
from qingdan.law.grammar.text import Text
from qingdan.law.grammar.units import SHANGHAI, Unit
from qingdan.law.in_force import InForce
from qingdan.law.profiles import ProfileNotInForce, figure
from qingdan.law.timeline import Moment, Product, day_of

LawOn: TypeAlias = Callable[[date], InForce]


class Ground(Enum):
    """Why a duty is taken to apply.

    SHOWN by the answers; PRESUMED until the party shows a benefit such as an exemption (unknown
    never earns one); OPEN while answers are missing that decide whether it applies at all.
    """

    SHOWN = "shown"
    PRESUMED = "presumed"
    OPEN = "open"


class _Page:
    """The law and the answers between two turning days, with what was already worked out."""

    def __init__(self, law: InForce, answers: Mapping[str, object]) -> None:
        self.law = law
        self.answers = answers
        self._codes = law.resolver.encode(answers)
        self._values: dict[Condition, bool | None] = {}

    def held(self, condition: Condition) -> bool | None:
        """Return the exact value of ``condition``."""
        if condition not in self._values:
            self._values[condition] = self.law.diagrams.value(self.law.node(condition), self._codes)
        return self._values[condition]

    @cached_property
    def strict(self) -> _Page:
        """The same page with every benefit that is not shown not granted."""
        unshown = frozenset(b for b in self.law.benefits if self.held(b) is None)
        return _Page(self.law.denying(unshown), self.answers) if unshown else self


@dataclass(frozen=True)
class Book:
    """One product with the law on each of its days, the calendar and the day of judgement.

    ``turning_days`` are the days on which answers or the list edition change.
    """

    product: Product
    law_on: LawOn
    calendar: Calendar
    on: date
    turning_days: tuple[date, ...] = ()
    _pages: dict[date, _Page] = field(default_factory=dict)

    def _page(self, day: date) -> _Page:
        start = max((t for t in self.turning_days if t <= day), default=date.min)
        if start not in self._pages:
            law = self.law_on(day)
            self._pages[start] = _Page(law, self.product.answers_on(day))
        return self._pages[start]

    def held(self, condition: Condition, day: date) -> bool | None:
        """Return whether ``condition`` held on a day, under that day's answers and list edition."""
        return self._page(day).held(condition)

    def presumed(self, condition: Condition, day: date) -> bool | None:
        """Return whether ``condition`` held with every benefit not yet shown counted as not granted."""
        page = self._page(day)
        held = page.held(condition)
        return page.strict.held(condition) if held is None else held

    def arises(self, condition: Condition, day: date, *, later: bool = True) -> tuple[date, Ground] | None:
        """Return from which day on or after ``day`` a duty applies, and on what ground; None if it never does.

        What is shown comes before what is presumed, even where it is shown for a later day only.
        Without ``later``, only ``day`` itself is looked at.
        """
        until = max(self.on, day) if later else day
        days = (day, *(t for t in self.turning_days if day < t <= until))
        for ground, test in ((Ground.SHOWN, self.held), (Ground.PRESUMED, self.presumed)):
            found = next((d for d in days if test(condition, d)), None)
            if found is not None:
                return found, ground
        open_since = next((d for d in days if self.held(condition, d) is None), None)
        return None if open_since is None else (open_since, Ground.OPEN)

    def ground(self, condition: Condition, day: date) -> Ground | None:
        """Return on what ground a duty applies on a day; None if it does not."""
        held = self.held(condition, day)
        if held is None:
            return Ground.PRESUMED if self.presumed(condition, day) else Ground.OPEN
        return Ground.SHOWN if held else None

    def moments(self, event: Event) -> tuple[Moment, ...]:
        """Return when ``event`` happened by the day of judgement, or is planned for, earliest first."""
        found = self.product.moments(event)
        return found if event.planned else tuple(m for m in found if day_of(m) <= self.on)

    def done(self, event: Event | None) -> tuple[Moment, ...]:
        """Return when ``event`` happened by the day of judgement: what is planned fulfils nothing yet."""
        return () if event is None else tuple(m for m in self.moments(event) if day_of(m) <= self.on)

    def estimate(self, event: Event) -> tuple[tuple[Moment, ...], tuple[Text, ...]]:
        """Return when ``event`` is expected where no day was given for it, and a remark that it is an estimate."""
        period = event.estimated
        if period is None or period.after is None:
            return (), ()
        ends = [self.run(period, m)[0] for m in self.moments(period.after)]
        found = tuple(e.raw_end for e in ends if e is not None and e.raw_end is not None)
        amount, _ = self.amount(period.amount)
        if not found or amount is None:
            return (), ()
        length = self.unit(period.unit).said(amount)
        en, zh = "", ""
        if isinstance(period.amount, Reading):
            en, zh = f" ({period.amount.name})", f"（{period.amount.name}）"
        said = Text(
            f"estimated: no day was given, so {length.en} are counted from the day on which {period.after.says.en}{en}",
            f"估算：未填写日期，暂自{period.after.says.zh}之日起按{length.zh}计算{zh}",
        )
        return found, (said,)

    def ended(self) -> date | None:
        """Return the day the service ended, if it had ended by the day of judgement."""
        moment = self.product.first("service_ended")
        day = None if moment is None else day_of(moment)
        return day if day is not None and day <= self.on else None

    def amount(self, count_: Count, day: date | None = None) -> tuple[int | None, tuple[Text, ...]]:
        """Return a period's length and what must be said about where it comes from.

        Figures of national regulations are those in force on ``day`` (default: the day of judgement).
        """
        if isinstance(count_, Reading):
            taken = self.law_on(self.on).taken(count_)
            if taken is None:
                return None, (
                    Text(
                        f"cannot be computed until somebody decides: {count_.asks.en} ({count_.name})",
                        f"尚待决定，无法计算：{count_.asks.zh}（{count_.name}）",
                    ),
                )
            return int(taken), ()
        if isinstance(count_, Figure):
            try:
                supplied = figure(count_, day or self.on)
            except ProfileNotInForce as refused:
                return None, (refused.says,)
            if supplied.verified:
                return supplied.value, ()
            return supplied.value, (
                Text(
                    f"figure not verified against the official text: {supplied.source.en}",
                    f"数值尚未与官方文本核对：{supplied.source.zh}",
                ),
            )
        return count_, ()

    def unit(self, units: Units) -> Unit:
        """Return the unit of a period under the readings taken."""
        if isinstance(units, UnitByReading):
            return units.each[self.law_on(self.on).taken(units.reading)]
        return units

    def run(
        self, period: Period, start: Moment, extensions: tuple[Extension, ...] = ()
    ) -> tuple[Deadline | None, tuple[Text, ...]]:
        """Count ``period`` from ``start``."""
        amount, remarks = self.amount(period.amount, day_of(start))
        if amount is None:
            return None, remarks
        unit = self.unit(period.unit)
        begun: Moment = day_of(start)
        if unit is Unit.HOUR:  # time unknown: nobody is late within the day
            midnight = datetime.combine(begun + timedelta(days=1), time(), SHANGHAI)
            begun = start if isinstance(start, datetime) else midnight
        deadline = count(
            begun,
            amount,
            unit,
            calendar=self.calendar,
            backward=period.before is not None,
            roll=period.roll,
            extensions=extensions,
        )
        return deadline, remarks
