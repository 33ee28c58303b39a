"""Write one outcome down: the event, the case, its clocks, its letter, the timeline. Within the caller's transaction."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.db import connection

from qingdan.casework import alerts
from qingdan.casework.actions import lettering, projecting
from qingdan.casework.models import Case, Clock, Event, Happening, Judged, Payload, User
from qingdan.law.clock import SHANGHAI, Deadline
from qingdan.law.timeline import day_of
from qingdan.ledger.encoding import canonical
from qingdan.ledger.leaf import Body
from qingdan.procedures.engine import ClockRun, Outcome, Setting, State, deadline_of
from qingdan.procedures.grammar.clocks import Clock as Kind
from qingdan.procedures.grammar.clocks import SetDay, bound
from qingdan.procedures.grammar.procedure import Procedure
from qingdan.procedures.grammar.roles import By


@dataclass(frozen=True, slots=True)
class Act:
    """Who acts, when, in what capacity, and under which idempotency key."""

    at: datetime
    user: User | None = None
    capacity: By = By.LAW
    key: str | None = None


def stamped(at: datetime) -> str:
    """Return an instant as the ledger writes it: to the second, in China."""
    return at.astimezone(SHANGHAI).isoformat(timespec="seconds")


def append(  # noqa: PLR0913, PLR0917 - an event is all of this
    case: Case, what: str, key: str, given: Mapping[str, Any], facts: Mapping[str, Any], act: Act
) -> Event:
    """Append one event; its payload is salted and can be erased, its header says nothing about a person."""
    body = Body.of(secrets.token_bytes(16), given)
    header = {
        "v": 1,
        "kind": f"case.{what}",
        "at": stamped(act.at),
        "case": case.ref,
        "procedure": case.procedure,
        "edition": case.edition,
        "seq": case.version,
        "key": key,
        "capacity": act.capacity.value,
        "user": act.user.pk if act.user else None,
        "office": case.office_id,
        **facts,
    }
    event = Event.objects.create(
        case=case,
        seq=case.version,
        what=what,
        key=key,
        at=act.at,
        user=act.user,
        header=canonical(header).decode(),
        payload_digest=body.digest.hex(),
        idempotency_key=act.key,
    )
    Payload.objects.create(event=event, salt=body.salt.hex(), body=body.text.decode())
    return event


def write(case: Case, procedure: Procedure, outcome: Outcome, act: Act, setting: Setting) -> Event:
    """Write an outcome of the engine down and carry out its effects; ``case`` is locked by the caller."""
    state = outcome.state
    stage = procedure.stages[state.stage]
    deadlines = {k: deadline_of(procedure.clock_named[k], state.clocks[k], setting) for k in outcome.clocks}
    case.version = state.version
    facts = {
        "stage": [outcome.before, state.stage],
        "cite": outcome.cite.of("en"),
        "told": [[key, _iso(moment)] for key, moment in outcome.told],
        "clocks": {k: _due_text(d) for k, d in sorted(deadlines.items())},
        "flags": [flag.says.as_data() for flag in outcome.flags],
    }
    event = append(case, outcome.what.value, outcome.key, outcome.given, facts, act)
    case.stage, case.state = state.stage, state.as_data()
    case.waits_for_party = stage.waits_for_party
    case.overdue = case.overdue or outcome.escalates
    if stage.ends is not None and not case.ended:
        case.ended, case.ended_on = True, act.at.astimezone(SHANGHAI).date()
    if outcome.clocks or case.ended:
        keep_clocks(case, procedure, state, deadlines, setting)
    if case.product_id is not None and outcome.told:
        Happening.objects.bulk_create(
            Happening(product_id=case.product_id, event=key, moment=_iso(moment), case=case, said_by=act.user)
            for key, moment in outcome.told
        )
        judge_again(case.product_id)
    number = projecting.project(case, outcome, act, setting)
    case.save(update_fields=_MOVED)
    if outcome.serves is not None:
        letter = lettering.Issuing(case, procedure, outcome, event, setting, number, deadlines)
        lettering.issue(letter, outcome.serves)
    alerts.after(event, case, act.capacity)
    return event


_MOVED = (
    "stage",
    "state",
    "version",
    "waits_for_party",
    "overdue",
    "ended",
    "ended_on",
    "next_due",
    "next_due_official",
    "entry",
)


def judge_again(product_id: int) -> None:
    """Ask the worker to judge a product again: something it rests on has changed."""
    Judged.objects.bulk_create(
        [Judged(product_id=product_id)],
        update_conflicts=True,
        unique_fields=["product"],
        update_fields=["wanted"],
    )


def _iso(moment: Any) -> str:  # noqa: ANN401 - a day or an instant
    return stamped(moment) if isinstance(moment, datetime) else str(moment.isoformat())


def _due_text(deadline: Deadline | None) -> str | None:
    return None if deadline is None or deadline.due is None else deadline.due.isoformat()


def keep_clocks(
    case: Case,
    procedure: Procedure,
    state: State,
    deadlines: Mapping[str, Deadline | None],
    setting: Setting,
) -> None:
    """Keep the rows that worklists and the sweep read in step with the clocks' ledgers."""
    rows = [
        clock_row(case, procedure.clock_named[key], state.clocks[key], deadline)
        for key, deadline in deadlines.items()
    ]
    if rows:
        _keep(rows)
    set_next_due(case, procedure, state, deadlines, setting)


_CLOCK_FIELDS = (
    "case_id",
    "key",
    "official",
    "started",
    "due",
    "due_at",
    "safe_by",
    "provisional",
    "paused",
    "stopped_on",
    "lapsed_on",
    "shown_due",
)


def _keep(rows: list[Clock]) -> None:
    """Write rows of clocks. The latest day ever shown stays: the row itself says which it was."""
    named = {f.column: f for f in Clock._meta.local_concrete_fields}  # noqa: SLF001 - Django's own name
    fields = [named[k] for k in _CLOCK_FIELDS]
    places = ", ".join([f"({', '.join(['%s'] * len(fields))})"] * len(rows))
    anew = ", ".join(f"{k} = excluded.{k}" for k in _CLOCK_FIELDS[2:-1])
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO casework_clock ({', '.join(_CLOCK_FIELDS)}) VALUES {places} "  # noqa: S608 - names of ours
            f"ON CONFLICT (case_id, key) DO UPDATE SET {anew}, shown_due = CASE "
            "WHEN excluded.shown_due IS NULL OR casework_clock.shown_due > excluded.shown_due "
            "THEN casework_clock.shown_due ELSE excluded.shown_due END",
            [f.get_db_prep_save(getattr(row, f.attname), connection) for row in rows for f in fields],
        )


def clock_row(case: Case, clock: Kind, run: ClockRun, deadline: Deadline | None) -> Clock:
    """Return the row of one clock as its ledger gives it."""
    due = deadline.due if deadline else None
    due_at = deadline.due_at if deadline else None
    if isinstance(clock, SetDay):  # it has come when the day begins, be it the very day on which it was set
        due = day_of(run.began) + timedelta(days=run.amount or 0)
        due_at = datetime.combine(due, time(), SHANGHAI)
    if run.kept_due is not None and due is not None and run.kept_due > due.isoformat():
        due = due.fromisoformat(run.kept_due)
        due_at = datetime.combine(due, datetime.max.time(), SHANGHAI)
    return Clock(
        case=case,
        key=clock.key,
        official=bound(clock).official,
        started=run.start,
        due=due,
        due_at=due_at,
        shown_due=due,
        safe_by=deadline.safe_by if deadline else None,
        provisional=bool(deadline and deadline.provisional),
        paused=run.paused,
        stopped_on=run.stopped_on,
        lapsed_on=run.lapsed_on,
    )


def set_next_due(
    case: Case,
    procedure: Procedure,
    state: State,
    deadlines: Mapping[str, Deadline | None],
    setting: Setting,
) -> None:
    """Set when the case's next clock runs out, and whom it binds; an ended case has none. ``deadlines`` are known."""
    running = []
    for key, run in state.clocks.items() if not case.ended else ():
        if not run.runs:
            continue
        clock = procedure.clock_named[key]
        deadline = deadlines[key] if key in deadlines else deadline_of(clock, run, setting)
        due_at = clock_row(case, clock, run, deadline).due_at
        if due_at is not None:
            running.append((due_at, bound(clock).official))
    case.next_due, case.next_due_official = min(running, default=(None, False))
