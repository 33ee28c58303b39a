"""Take a step of a case: the one way a case moves. Lock, check, append, move, project, enqueue; or refuse, and nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from django.db import IntegrityError, transaction

from qingdan.casework import law_now
from qingdan.casework.actions.enclosures import check_documents, enclose
from qingdan.casework.actions.naming import check_officers
from qingdan.casework.actions.refusals import CASE, KeyReused, NotFound, Stale
from qingdan.casework.actions.writing import Act, write
from qingdan.casework.models import Case, Event, Notice, User
from qingdan.casework.prepared import Prepared, Slot
from qingdan.casework.standing import capacities, cases_seen_by
from qingdan.casework.subjects import Subject
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text
from qingdan.ledger.encoding import canonical
from qingdan.procedures import engine
from qingdan.procedures.catalogue import procedure
from qingdan.procedures.engine import Actor, Outcome, Setting, State, StepRefused
from qingdan.procedures.grammar.procedure import Procedure
from qingdan.procedures.grammar.roles import By


def setting_of(case: Case) -> Setting:
    """Return what surrounds a case: the law under its readings, the calendar in use, its subject."""
    return Setting(law_now.law_under(case.readings), law_now.calendar_now(), Subject(case))


_locked = Prepared(
    lambda: (
        Case.objects.select_for_update(of=("self",))
        .select_related("party", "product", "office")
        .filter(pk=Slot("case"))
    )
)


def locked(case_id: int) -> Case:
    """Return a case for writing; whoever comes second waits."""
    found = _locked.one(case=case_id)
    if found is None:
        raise NotFound(CASE)
    return found


def open_to(case: Case, user: User | None, on: date) -> frozenset[By]:
    """Return the capacities of ``user``; a case they may not even see is not found."""
    held = capacities(user, case, on)
    if held - {By.ANYONE} or (user is not None and cases_seen_by(user, on).filter(pk=case.pk).exists()):
        return held
    declared = procedure(case.procedure, case.edition)
    if declared.restricted or not any(By.ANYONE in step.by for step in declared.steps.values()):
        raise NotFound(CASE)
    return held


def take(  # noqa: PLR0913 - an act is all of this
    case_id: int,
    step: str,
    given: Mapping[str, Any],
    *,
    by: User,
    at: datetime,
    seen: int | None = None,
    key: str | None = None,
) -> Event:
    """Take ``step`` in a case and return the event.

    Args:
        case_id: The case.
        step: The step, by its key in the declaration.
        given: What the step asks.
        by: Who acts; their capacities are looked up here, never passed in.
        at: When, with a time zone.
        seen: The version of the case this person looked at; refused as stale if it has moved on.
        key: An idempotency key: repeated with the same content it returns the same event, and nothing happens twice.

    Raises:
        Refusal: The act is not lawful or not possible now; nothing has changed.
    """
    try:
        return _taken(case_id, step, given, by=by, at=at, seen=seen, key=key)
    except (Refusal, IntegrityError):
        # only here, as hardly anybody repeats: what was done is refused the second time, by its stage or by its key
        done = None if key is None else _done_before(case_id, step, given, by, key)
        if done is None:
            raise
        return done


@transaction.atomic
def _taken(  # noqa: PLR0913 - as above
    case_id: int,
    step: str,
    given: Mapping[str, Any],
    *,
    by: User,
    at: datetime,
    seen: int | None,
    key: str | None,
) -> Event:
    case = locked(case_id)
    on = at.astimezone(SHANGHAI).date()
    held = open_to(case, by, on)
    if seen is not None and seen != case.version:
        raise Stale(seen, case.version)
    declared = procedure(case.procedure, case.edition)
    setting = setting_of(case)
    settle(case, declared, at, setting)
    outcome = engine.take(
        declared,
        State.from_data(case.state),
        step,
        given,
        by=Actor(str(by.pk), held),
        at=at,
        setting=setting,
        served=case.party is None or case.party.served_online,
    )
    check_documents(case, declared.steps[step].asks, outcome.given, by=by, on=on, held=held)
    check_officers(case, declared.steps[step].asks, outcome.given, on)
    act = Act(at, by, _capacity(declared, step, outcome, held), key)
    event = write(case, declared, outcome, act, setting)
    if outcome.what is engine.What.TAKEN:
        enclose(case, event, declared.steps[step].asks, outcome.given)
    return event


def _capacity(declared: Procedure, step: str, outcome: Outcome, held: frozenset[By]) -> By:
    """Return in which of their capacities somebody acted."""
    of = declared.steps[step]
    confirms = outcome.what is engine.What.TAKEN and of.confirmed_by is not None
    wanted = (of.confirmed_by, *of.by) if confirms else of.by
    return next((b for b in wanted if b is not None and b in held), By.ANYONE)


def _done_before(case_id: int, step: str, given: Mapping[str, Any], by: User, key: str) -> Event | None:
    """Return the event a key already stands for; refuse it for anything else."""
    event = Event.objects.filter(user=by, idempotency_key=key).select_related("payload").first()
    if event is None:
        return None
    payload = event.payload
    if event.case_id != case_id or event.key != step:
        raise KeyReused
    if payload.salt is not None:
        same = sha256(bytes.fromhex(payload.salt) + _as_kept(event, given)).hexdigest()
        if same != event.payload_digest:
            raise KeyReused
    return event


def _as_kept(event: Event, given: Mapping[str, Any]) -> bytes:
    """Return what ``given`` would have been kept as; what cannot be kept was never given before."""
    declared = procedure(event.case.procedure, event.case.edition)
    try:
        return canonical(engine.check_given(declared.steps[event.key].asks, given))
    except StepRefused:
        raise KeyReused from None


def settle(case: Case, declared: Procedure, at: datetime, setting: Setting) -> tuple[Event, ...]:
    """Record every lapse of a locked case up to ``at``: what the law has done comes before what anybody does."""
    if case.next_due is None or case.next_due > at:
        return ()
    return lapses(case, declared, at, setting)


def lapses(case: Case, declared: Procedure, at: datetime, setting: Setting) -> tuple[Event, ...]:
    """Record every lapse of a locked case up to ``at``, be the case open or ended."""
    _, outcomes = engine.settle(declared, State.from_data(case.state), at=at, setting=setting)
    return tuple(write(case, declared, outcome, Act(at), setting) for outcome in outcomes)


@transaction.atomic
def send_back(case_id: int, reasons: str, *, by: User, at: datetime, seen: int | None = None) -> Event:
    """Send a proposed decision back with reasons, or, by whoever proposed it, take it back."""
    case = locked(case_id)
    held = open_to(case, by, at.astimezone(SHANGHAI).date())
    if seen is not None and seen != case.version:
        raise Stale(seen, case.version)
    declared, setting = procedure(case.procedure, case.edition), setting_of(case)
    settle(case, declared, at, setting)
    outcome = engine.send_back(declared, State.from_data(case.state), reasons, by=Actor(str(by.pk), held))
    capacity = next(
        (b for b in (declared.steps[outcome.key].confirmed_by, *declared.steps[outcome.key].by) if b in held),
        By.ANYONE,
    )
    return write(case, declared, outcome, Act(at, by, capacity or By.ANYONE), setting)


@transaction.atomic
def record_service(  # noqa: PLR0913 - an act is all of this
    case_id: int, notice_id: int, *, on: date, means: Notice.Means, proof: str | None, by: User, at: datetime
) -> Event:
    """Record how and when a letter was served; what service starts, starts that day.

    Raises Refusal: it is not this person's to serve, was served, is void, lacks its proof, or that day cannot be.
    """
    from qingdan.casework.actions.serving import SERVERS, Service, serve_notice

    case = locked(case_id)
    held = open_to(case, by, at.astimezone(SHANGHAI).date())
    officer = next((b for b in SERVERS if b in held), None)
    if officer is None:
        raise NotFound(Text("letter to serve", "待送达的文书"))
    declared, setting = procedure(case.procedure, case.edition), setting_of(case)
    settle(case, declared, at, setting)
    return serve_notice(case, declared, notice_id, Service(on, means, proof), Act(at, by, officer), setting)
