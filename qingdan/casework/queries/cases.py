"""Reading cases: worklists, one case with its clocks and timeline, and what may be done next."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from qingdan.casework.actions.refusals import CASE, NotFound
from qingdan.casework.actions.taking import setting_of
from qingdan.casework.models import Case, Clock, Event, Notice, Office, Recusal, User
from qingdan.casework.standing import (
    SEES,
    acting_for,
    capacities,
    cases_overseen_by,
    cases_seen_by,
    parties_of,
    postings_of,
    stands_for,
)
from qingdan.law.clock import SHANGHAI
from qingdan.procedures import engine
from qingdan.procedures.catalogue import procedure
from qingdan.procedures.engine import Actor, Choice, State, deadline_of
from qingdan.procedures.grammar.roles import By

SHOWN = ("party", "product", "entry", "office", "assignee", "list_edition")
SOONEST = (F("next_due").asc(nulls_last=True), "id")
_FEW = 500


def worklist(user: User, on: date, *, below: bool = False) -> QuerySet[Case]:
    """Return the open cases of the offices where ``user`` holds a post, what lapses first coming first.

    ``below`` adds the offices they supervise. A case they are recused from is not among them.
    """
    if not user.is_active:
        return Case.objects.none()
    posts = postings_of(user, on).filter(role__in=SEES)
    # named one by one, not asked for inside: along the index of one office cases are read in the order wanted
    own = set(posts.values_list("office", "office__path"))
    open_cases = Case.objects.filter(ended=False)
    if below:
        supervised = Q(pk__in=[])
        for _, path in own:
            supervised |= Q(path__startswith=path)
        found = _few_or_many(open_cases.filter(office__in=Office.objects.filter(supervised).values("pk")))
    else:
        found = open_cases.filter(office__in=[pk for pk, _ in own])
    recused = Recusal.objects.filter(case=OuterRef("pk"), user=user, lifted_at__isnull=True)
    return found.filter(~Exists(recused)).select_related(*SHOWN).order_by(*SOONEST)


def _few_or_many(found: QuerySet[Case]) -> QuerySet[Case]:
    """Return the same cases. Of many a page is read in its order; few are looked up first, as they lie far apart in it."""
    few = list(found.order_by().values_list("pk", flat=True)[: _FEW + 1])
    return found if len(few) > _FEW else Case.objects.filter(pk__in=few)


def cases_of_parties(user: User, on: date) -> QuerySet[Case]:
    """Return the cases of the parties ``user`` acts for, newest first."""
    if not user.is_active:
        return Case.objects.none()
    found = _few_or_many(Case.objects.filter(party__in=acting_for(user, on).values("pk")))
    return found.select_related(*SHOWN).order_by("-id")


def case_for(user: User, case_id: int, on: date) -> Case:
    """Return a case somebody may see. Raises NotFound otherwise, whether or not it exists."""
    found = cases_seen_by(user, on).filter(pk=case_id).select_related(*SHOWN).first()
    if found is None:
        raise NotFound(CASE)
    return found


def sees(user: User, case_id: int, on: date) -> bool:
    """Tell whether somebody may see a case."""
    return cases_seen_by(user, on).filter(pk=case_id).exists()


def pinned_to(case_id: int) -> tuple[str, int] | None:
    """Return the procedure and edition of a case, without asking who asks; None if there is no such case."""
    return Case.objects.filter(pk=case_id).values_list("procedure", "edition").first()


def handles(case: Case, user: User, on: date) -> bool:
    """Tell whether somebody reads a case as the authority: works in its office or one above, and is not recused."""
    return cases_overseen_by(user, on).filter(pk=case.pk).exists()


@dataclass(frozen=True, slots=True)
class Happened:
    """One event as its readers see it: ``given`` is None where it was erased or is not theirs to read."""

    event: Event
    given: dict[str, Any] | None
    facts: dict[str, Any]


def timeline(case: Case, user: User, on: date) -> tuple[Happened, ...]:
    """Return what happened in a case, oldest first.

    Proposals, and who works on the case, stay inside the authority. What was given in an act is for the authority, and
    for the party what its own side gave and what a letter served on it says; a third party reads what it gave itself.
    """
    official = handles(case, user, on)
    ours = not official and stands_for(user, case, on)
    served = set(notices_of(case, user, on).values_list("event", flat=True)) if ours else set[int]()
    found = []
    for event in case.events.select_related("payload", "user").order_by("seq"):
        if event.what in _INSIDE and not official:
            continue
        facts = json.loads(event.header)
        acts_officially = By(facts["capacity"]).official
        told = event.what != "taken" or not acts_officially or event.pk in served
        readable = official or event.user_id == user.pk or (ours and told)
        body = event.payload.body if readable else None
        found.append(Happened(event, json.loads(body) if body is not None else None, facts))
    return tuple(found)


_INSIDE = frozenset({"proposed", "sent_back", "assigned", "handed_back", "recused"})


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
    """Return the letters of a case: to the authority always; once served, to the party, and those addressed to all to all."""
    rows = case.notices.select_related("event", "party").order_by("issued_on", "id")
    if handles(case, user, on):
        return rows
    addressed = Q(party__isnull=True) | Q(party__in=parties_of(user, on).values("pk"))
    if stands_for(user, case, on):
        addressed |= Q(party=case.party_id)
    return rows.filter(addressed, served_on__isnull=False)


def with_clocks(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Return cases with their running clocks, in one more query however many there are."""
    running = Clock.objects.filter(stopped_on__isnull=True, lapsed_on__isnull=True).order_by("due_at")
    return cases.prefetch_related(Prefetch("clocks", running, to_attr="running"))


def loads(offices: Iterable[int]) -> dict[int, int]:
    """Return how many open cases each officer of these offices has."""
    from django.db.models import Count

    rows = Case.objects.filter(office__in=offices, ended=False, assignee__isnull=False)
    return dict(rows.values_list("assignee").annotate(n=Count("id")))
