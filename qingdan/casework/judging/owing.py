"""The obligations of a judgement as rows, with the day a party was shown protected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from qingdan.casework.models import Clock, Obligation
from qingdan.law import judge as law
from qingdan.law.clock import Reliance, protect_reliance
from qingdan.law.judge.book import Ground
from qingdan.law.judge.obligations import Obligation as Owed
from qingdan.law.judge.obligations import Standing, moment_text
from qingdan.law.judge.record import obligation as record
from qingdan.law.readings.periods import protect_reliance as protects

_AT_HAND = frozenset({Standing.OVERDUE, Standing.DUE, Standing.DONE_LATE, Standing.DONE, Standing.UNDECIDED})
_DATED = frozenset({Standing.OVERDUE, Standing.DUE, Standing.DONE_LATE, Standing.DONE})
_PERIOD = ("start", "started_at", "amount", "unit", "backward", "clear_days", "roll", "pauses", "extensions")
TOLD = ("standing", "ground", "due", "due_at", "provisional", "done_on", "keep_until", "waits_for")


@dataclass(frozen=True)
class Row:
    """One obligation as it is kept."""

    rule: str
    instance: str
    owed: Owed
    detail: dict[str, Any]

    @property
    def told(self) -> dict[str, Any]:
        """What the journal tells of it."""
        return told(self.detail)

    def model(self, product_id: int, on: date, pk: int | None = None) -> Obligation:
        """Return it for the database."""
        return Obligation(
            pk=pk,
            product_id=product_id,
            rule=self.rule,
            instance=self.instance,
            bearer=self.owed.bearer.value,
            ground=self.owed.ground.value,
            standing=self.owed.standing.value,
            due=self.owed.due,
            due_at=self.owed.due_at,
            shown_due=self.owed.due,
            provisional=self.owed.provisional,
            done_on=self.owed.done_on,
            detail=self.detail,
            judged_on=on,
        )


def told(detail: dict[str, Any]) -> dict[str, Any]:
    """Return what of an obligation matters to whoever owes it: a change of it is journaled."""
    return {key: detail[key] for key in TOLD}


def rows(
    judged: law.Judgement,
    product_id: int,
    shown: Mapping[tuple[str, str], Obligation],
    loaded: Mapping[int, date],
) -> Iterator[Row]:
    """Yield what a product owes: the party's duties, and what the authority or the law has running against a date.

    What runs as a clock of a case is computed there, with its pauses, and not kept twice. ``shown`` are the rows as
    they stand: where the calendar alone moves a day, who relied on it is protected. ``loaded`` says on which day the
    notice of a year was loaded.
    """
    ticking = set(Clock.objects.filter(case__product=product_id).values_list("key", flat=True).distinct())
    running = (o for o in (*judged.authority_duties, *judged.terms) if o.standing in _AT_HAND)
    owed = (*judged.obligations, *(o for o in running if o.duty.key not in ticking))
    protected = judged.law.taken(protects) == "yes"
    met: dict[tuple[str, str], int] = {}
    for one in owed:
        start = moment_text(one.start) if one.start else ""
        place = (one.duty.key, start)
        met[place] = met.get(place, 0) + 1
        instance = start if met[place] == 1 else f"{start}#{met[place]}"
        before = shown.get((one.duty.key, instance))
        relied = _relied_on(one, before, judged.on, loaded) if protected and before is not None else None
        if relied is not None:
            one = _as_shown(one, relied, judged.on)  # noqa: PLW2901 - the same obligation, on its day
        yield Row(one.duty.key, instance, one, record(one))


def _relied_on(one: Owed, before: Obligation, on: date, loaded: Mapping[int, date]) -> Reliance | None:
    """Return the day that holds for the party where only the calendar moved it; None where nothing is to be kept."""
    then, now = before.detail["deadline"], one.deadline
    if one.bearer.official or then is None or now is None or before.shown_due in {None, now.due}:
        return None
    fresh = now.as_data()
    if any(then[key] != fresh[key] for key in _PERIOD):
        return None
    changed_on = max((loaded[e.year] for e in now.editions if e.year in loaded), default=on)
    found = protect_reliance(replace(now, due=before.shown_due), now, changed_on=changed_on)
    if before.provisional and found.due is not None and found.due < (now.due or found.due):
        return None  # an estimate that has passed ended nothing
    return found if found.kept else None


def _as_shown(one: Owed, relied: Reliance, on: date) -> Owed:
    """Return an obligation that is due on the day relied on, with its standing by that day."""
    due = relied.due
    assert due is not None  # noqa: S101 - only a day that was shown is kept
    certain = one.ground is Ground.SHOWN and not one.provisional
    standing = one.standing
    if standing in _DATED and one.done_on is not None:
        standing = Standing.DONE_LATE if certain and one.done_on > due else Standing.DONE
    elif standing in _DATED:
        standing = Standing.OVERDUE if certain and due < on else Standing.DUE
    return replace(one, due=due, standing=standing, remarks=(*one.remarks, relied.why))
