"""Reading cases: worklists, one case with its clocks and timeline, and what may be done next."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, Prefetch, Q, QuerySet

from qingdan.casework.actions.refusals import CASE, NotFound
from qingdan.casework.actions.taking import setting_of
from qingdan.casework.models import Case, Clock, Document, Event, Notice, Posting, User
from qingdan.casework.standing import SEES, acting_for, capacities, cases_seen_by, open_on
from qingdan.law.clock import SHANGHAI
from qingdan.procedures import engine
from qingdan.procedures.catalogue import procedure
from qingdan.procedures.engine import Actor, Choice, State, deadline_of

SHOWN = ("party", "product", "entry", "office", "assignee", "list_edition")
SOONEST = (F("next_due").asc(nulls_last=True), "id")


def worklist(user: User, on: date, *, below: bool = False) -> QuerySet[Case]:
    """Return the open cases of the offices where ``user`` holds a post, what lapses first coming first.

    ``below`` adds the offices they supervise. A case they are recused from is not among them.
    """
    posts = Posting.objects.filter(open_on(on), user=user, role__in=SEES, office__closed_on__isnull=True)
    seen = cases_seen_by(user, on) if below else Case.objects.filter(office__in=posts.values("office"))
    return (
        seen.filter(ended=False)
        .exclude(recusals__in=user.recusals.filter(lifted_at__isnull=True))
        .select_related(*SHOWN)
        .order_by(*SOONEST)
    )


def cases_of_parties(user: User, on: date) -> QuerySet[Case]:
    """Return the cases of the parties ``user`` acts for, newest first."""
    return (
        cases_seen_by(user, on)
        .filter(party__in=acting_for(user, on).values("pk"))
        .select_related(*SHOWN)
        .order_by("-id")
    )


def case_for(user: User, case_id: int, on: date) -> Case:
    """Return a case somebody may see. Raises NotFound otherwise, whether or not it exists."""
    found = cases_seen_by(user, on).filter(pk=case_id).select_related(*SHOWN).first()
    if found is None:
        raise NotFound(CASE)
    return found


@dataclass(frozen=True, slots=True)
class Happened:
    """One event as its readers see it: ``given`` is None where it was erased or is not theirs to read."""

    event: Event
    given: dict[str, Any] | None
    facts: dict[str, Any]


def timeline(case: Case, user: User, on: date) -> tuple[Happened, ...]:
    """Return what happened in a case, oldest first.

    Proposals and what was given in them stay inside the authority until they are decided.
    """
    official = any(b.official for b in capacities(user, case, on)) or _supervises(user, case, on)
    events = case.events.select_related("payload", "user").order_by("seq")
    found = []
    for event in events:
        inside = event.what in {"proposed", "sent_back", "assigned", "handed_back", "recused"}
        if inside and not official:
            continue
        body = event.payload.body
        found.append(
            Happened(event, json.loads(body) if body is not None else None, json.loads(event.header))
        )
    return tuple(found)


def _supervises(user: User, case: Case, on: date) -> bool:
    return Posting.objects.filter(
        open_on(on), user=user, role__in=SEES, office__path__in=_chain(case.office.path)
    ).exists()


def _chain(path: str) -> list[str]:
    """Return the paths of an office and of all above it."""
    parts = path.strip("/").split("/")
    return ["/" + "/".join(parts[: n + 1]) + "/" for n in range(len(parts))]


def proposal(case: Case) -> dict[str, Any] | None:
    """Return what is proposed in a case and waits for a second person; None if nothing is."""
    waiting = State.from_data(case.state).proposal
    if waiting is None:
        return None
    event = (
        case.events.filter(what="proposed", key=waiting.step)
        .select_related("payload")
        .order_by("-seq")
        .first()
    )
    given = json.loads(event.payload.body) if event is not None and event.payload.body else {}
    return {"step": waiting.step, "by": int(waiting.by), "on": waiting.on, "given": given}


def next_steps(case: Case, user: User, at: datetime) -> tuple[Choice, ...]:
    """Return the steps ``user`` has a part in here, open or greyed with the reason."""
    held = capacities(user, case, at.astimezone(SHANGHAI).date())
    return engine.choices(
        procedure(case.procedure, case.edition),
        State.from_data(case.state),
        by=Actor(str(user.pk), held),
        at=at,
        setting=setting_of(case),
    )


def clocks_of(case: Case) -> tuple[tuple[Clock, Any], ...]:
    """Return the clocks of a case with their computation, those that run first."""
    declared, state, setting = (
        procedure(case.procedure, case.edition),
        State.from_data(case.state),
        setting_of(case),
    )
    rows = case.clocks.order_by(F("stopped_on").asc(nulls_first=True), "due_at", "key")
    return tuple(
        (row, deadline_of(declared.clock_named[row.key], state.clocks[row.key], setting))
        for row in rows
        if row.key in declared.clock_named
    )


def notices_for(user: User, on: date) -> QuerySet[Notice]:
    """Return the letters to the parties ``user`` acts for, newest first."""
    return (
        Notice.objects.filter(party__in=acting_for(user, on).values("pk"), served_on__isnull=False)
        .select_related("case", "party", "event")
        .order_by("-issued_on", "-id")
    )


def notices_of(case: Case, user: User, on: date) -> QuerySet[Notice]:
    """Return the letters of a case: to the party once served, to the authority always."""
    rows = case.notices.select_related("event", "party").order_by("issued_on", "id")
    if any(b.official for b in capacities(user, case, on)) or _supervises(user, case, on):
        return rows
    return rows.filter(served_on__isnull=False)


def documents_of(case: Case) -> QuerySet[Document]:
    """Return the documents of a case, oldest first."""
    return (
        Document.objects.filter(Q(case=case) | Q(enclosures__case=case))
        .distinct()
        .order_by("uploaded_at", "pk")
    )


def with_clocks(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Return cases with their running clocks, in one more query however many there are."""
    running = Clock.objects.filter(stopped_on__isnull=True, lapsed_on__isnull=True).order_by("due_at")
    return cases.prefetch_related(Prefetch("clocks", running, to_attr="running"))


def loads(offices: Iterable[int]) -> dict[int, int]:
    """Return how many open cases each officer of these offices has."""
    from django.db.models import Count

    rows = Case.objects.filter(office__in=offices, ended=False, assignee__isnull=False)
    return dict(rows.values_list("assignee").annotate(n=Count("id")))
