"""Let clocks lapse: what the law does by itself, done once, however often and however late somebody looks."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from qingdan.casework.actions.taking import lapses, setting_of
from qingdan.casework.actions.writing import keep_clocks
from qingdan.casework.models import Case, Clock, Event
from qingdan.casework.setbacks import not_set_back
from qingdan.procedures.catalogue import procedure
from qingdan.procedures.engine import State, deadline_of


def due_cases(at: datetime, limit: int = 200, *, skip: str | None = None) -> list[int]:
    """Return cases in which a clock has run out by ``at``, longest first.

    ``skip`` is the kind of work under which cases that failed are noted: those are left alone for a while.
    """
    rows = Clock.objects.filter(
        due_at__lte=at, stopped_on__isnull=True, lapsed_on__isnull=True, paused=False, provisional=False
    ).order_by("due_at", "case_id")
    if skip is not None:
        rows = rows.filter(not_set_back(skip, at, ref="case_id"))
    return list(dict.fromkeys(rows.values_list("case_id", flat=True)[:limit]))


@transaction.atomic
def sweep_case(case_id: int, at: datetime) -> tuple[Event, ...]:
    """Record the lapses of one case; a case somebody else is working on is left for the next round.

    What a case's end began goes on running after it, and lapses like the rest. Where nothing has run out although a
    row said so, because a notice has changed the calendar, the rows are set right.
    """
    case = (
        Case.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("party", "product", "entry", "list_edition")
        .filter(pk=case_id)
        .first()
    )
    if case is None:
        return ()
    declared, setting = procedure(case.procedure, case.edition), setting_of(case)
    found = lapses(case, declared, at, setting)
    if not found:
        state = State.from_data(case.state)
        running = {k: run for k, run in state.clocks.items() if run.runs}
        deadlines = {k: deadline_of(declared.clock_named[k], run, setting) for k, run in running.items()}
        keep_clocks(case, declared, state, deadlines, setting)
        case.save(update_fields=["next_due", "next_due_official"])
    return found


def sweep(at: datetime, limit: int = 200) -> int:
    """Record lapses that have come due; return how many. Two workers at once do each lapse once."""
    return sum(len(sweep_case(pk, at)) for pk in due_cases(at, limit))
