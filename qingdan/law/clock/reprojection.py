"""When a notice is published or changed: what moves, why, and whom the change may not harm."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from qingdan.law.calendars import Calendar, Edition
from qingdan.law.clock.counting import count
from qingdan.law.clock.deadline import Deadline
from qingdan.law.clock.record import edition_data
from qingdan.law.clock.wording import days, listed, on
from qingdan.law.grammar.text import Text


class Reprojection(NamedTuple):
    """The same period under another calendar. ``moved`` is in days, positive when the date is now later."""

    before: Deadline
    after: Deadline
    changed: tuple[tuple[Edition, Edition], ...]
    why: Text

    @property
    def moved(self) -> int | None:
        """By how many days the due date moved; None while the clock is stopped."""
        if self.before.due is None or self.after.due is None:
            return None
        return (self.after.due - self.before.due).days

    def as_data(self) -> dict[str, Any]:
        """Return the change as plain data, for the journal."""
        return {
            "before": self.before.as_data(),
            "after": self.after.as_data(),
            "moved": self.moved,
            "changed": [{"before": edition_data(a), "after": edition_data(b)} for a, b in self.changed],
            "why": self.why.as_data(),
        }


class Reliance(NamedTuple):
    """The date that holds after a recomputation, and why."""

    due: date | None
    kept: bool
    why: Text


def reproject(deadline: Deadline, calendar: Calendar) -> Reprojection:
    """Count the same period again with ``calendar`` and say what changed and why."""
    after = count(
        deadline.started_at or deadline.start,
        deadline.amount,
        deadline.unit,
        calendar=calendar,
        backward=deadline.backward,
        roll=deadline.roll,
        pauses=deadline.pauses,
        extensions=deadline.extensions,
        clear_days=deadline.clear_days,
    )
    years = {e.year for e in (*deadline.editions, *after.editions)}
    pairs = ((deadline.calendar.edition_of(y), calendar.edition_of(y)) for y in sorted(years))
    changed = tuple((old, new) for old, new in pairs if old != new)
    return Reprojection(deadline, after, changed, _why(deadline, after, changed))


def protect_reliance(shown: Deadline, recomputed: Deadline, *, changed_on: date) -> Reliance:
    """Return the date that binds the party the period runs against, after a calendar changed on ``changed_on``.

    For a period already running, a recomputation may only help: whoever relied on a later date shown earlier keeps
    it. A period that had ended before the change is not reopened. One that starts after the change has the new date.
    """
    if shown.due is None or recomputed.due is None:
        return Reliance(recomputed.due, kept=False, why=_STOPPED)
    if shown.due < changed_on:
        return Reliance(shown.due, kept=True, why=_ENDED)
    if not shown.backward and shown.start > changed_on:
        return Reliance(recomputed.due, kept=False, why=_NOT_BEGUN)
    if recomputed.due >= shown.due:
        return Reliance(recomputed.due, kept=False, why=_HELPS)
    was, now = on(shown.due), on(recomputed.due)
    why = Text(
        f"{was.en} was shown while the period ran and the calendar now gives {now.en}; the later date is kept "
        "for the party that relied on it.",
        f"期间进行中曾显示届满日为{was.zh}，现行日历算得{now.zh}；为保护信赖，仍以较晚之日为准。",
    )
    return Reliance(shown.due, kept=True, why=why)


_STOPPED = Text("The clock is stopped; no date holds yet.", "期间中止，尚无届满日。")
_ENDED = Text(
    "The period had ended before the calendar changed; it is not reopened.",
    "日历变更前期间已经届满，不再重新计算。",
)
_NOT_BEGUN = Text(
    "The period begins after the change; the new date holds.", "期间始于日历变更之后，适用新的届满日。"
)
_HELPS = Text(
    "The recomputed date is no earlier; it holds.", "重新计算的届满日不早于原日期，适用新的届满日。"
)


def _why(before: Deadline, after: Deadline, changed: tuple[tuple[Edition, Edition], ...]) -> Text:
    if not changed:
        return Text("No calendar this date rests on has changed.", "所依据的日历均未变更。")
    said = listed([_edition_change(old, new) for old, new in changed])
    if before.due is None or after.due is None or before.due == after.due:
        return Text(f"{said.en}. The date stays.", f"{said.zh}。届满日不变。")
    gap, was, now = days(abs((after.due - before.due).days)), on(before.due), on(after.due)
    later = after.due > before.due
    return Text(
        f"{said.en}. The last day moves {gap.en} {'later' if later else 'earlier'}: from {was.en} to {now.en}.",
        f"{said.zh}。届满日{'推迟' if later else '提前'}{gap.zh}：由{was.zh}变为{now.zh}。",
    )


def _edition_change(old: Edition, new: Edition) -> Text:
    number = new.notices[-1].number if new.notices else None
    by = Text(number or "a notice", number or "通知")
    if new.provisional:
        return Text(f"{new.year} is projected again, without a notice", f"{new.year}年改为推定，不再依据通知")
    if old.provisional:
        return Text(
            f"{new.year} was projected and is now settled by {by.en}",
            f"{new.year}年原为推定，现依{by.zh}确定",
        )
    return Text(
        f"{new.year} changes from version {old.version} to version {new.version} ({by.en})",
        f"{new.year}年由第{old.version}版变为第{new.version}版（{by.zh}）",
    )
