"""Cases over the API: open one, see it, take its steps."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Header, Query, Router
from ninja.responses import Status

from qingdan.api import shown
from qingdan.api.acts import once, present
from qingdan.api.case_shapes import (
    Able,
    Acknowledged,
    Act,
    Case,
    Choice,
    Officer,
    Opening,
    RecusalOf,
    Served,
    Third,
    WholeCase,
    Why,
)
from qingdan.api.doors import caller, demand_decider, door
from qingdan.api.paging import page
from qingdan.api.shapes import Cursor, InPath, Key, Limit, Page
from qingdan.api.tongue import lang_of
from qingdan.casework import actions, documents
from qingdan.casework.actions.refusals import CASE
from qingdan.casework.models import Notice
from qingdan.casework.queries import cases as read
from qingdan.procedures.catalogue import procedure

router = Router(tags=["cases"])
Seen = Annotated[
    str | None,
    Header(
        alias="If-Match",
        pattern=r'^"[0-9]{1,9}"$',
        description="the ETag of the case as you read it: refused as stale if it has changed since",
    ),
]
Box = Annotated[
    Literal["parties", "mine", "office", "below"],
    Query(
        description="of the parties you act for; given to you; of your office; or also of the offices below it"
    ),
]


@router.get("", auth=door("cases:read"), summary="List cases", response=Page[Case])
def list_cases(
    request: HttpRequest,
    *,
    box: Box = "parties",
    of: Annotated[str, Query(max_length=48, description="of this procedure only")] = "",
    cursor: Cursor = "",
    limit: Limit = 25,
) -> dict[str, Any]:
    """List the cases you may see. An officer's worklist begins with what lapses first."""
    user, on = caller(request), present().on
    if box == "parties":
        rows, key = read.cases_of_parties(user, on), ("-id",)
        return page(rows.filter(procedure=of) if of else rows, key, cursor, limit, shown.case)
    work = read.worklist(user, on, below=box == "below")
    work = work.filter(assignee=user) if box == "mine" else work
    return page(work.filter(procedure=of) if of else work, ("next_due", "id"), cursor, limit, shown.case)


@router.post("", auth=door("cases:act"), summary="Open a case", response={201: Case})
def open_case(request: HttpRequest, about: Opening, key: Key = None) -> Status[Any]:
    """Open a case of a procedure. Repeated with the same Idempotency-Key, the same case is returned."""
    made = actions.open_case(
        about.procedure,
        by=caller(request),
        at=present().at,
        party=about.party,
        product=about.product,
        entry=about.entry,
        list_edition=about.list_edition,
        idempotency_key=key,
    )
    return Status(201, shown.case(made))


@router.get("/{case}", auth=door("cases:read"), summary="See a case", response=WholeCase)
def see_case(request: HttpRequest, response: HttpResponse, case: InPath) -> dict[str, Any]:
    """See a case with its clocks and their computation, its timeline, letters, documents, and what you may do next."""
    user, (at, on) = caller(request), present()
    found = read.case_for(user, case, on)
    response["ETag"] = f'"{found.version}"'
    return {
        **shown.case(found),
        "clocks": [shown.clock(found, row, deadline) for row, deadline in read.clocks_of(found)],
        "timeline": [shown.happened(found, h) for h in read.timeline(found, user, on)],
        "letters": [shown.letter(n) for n in read.notices_of(found, user, on)],
        "documents": [shown.document(d) for d in documents.documents_in(found, user, on)],
        "next": [shown.choice(c, lang_of(request)) for c in read.next_steps(found, user, at)],
        "proposal": read.proposal(found) if read.handles(found, user, on) else None,
    }


@router.get("/{case}/steps", auth=door("cases:read"), summary="What may be done next", response=list[Choice])
def next_steps(request: HttpRequest, case: InPath) -> list[dict[str, Any]]:
    """Return the steps you have a part in here: open, or refused now with the reason."""
    user, (at, on) = caller(request), present()
    found = read.case_for(user, case, on)
    return [shown.choice(c, lang_of(request)) for c in read.next_steps(found, user, at)]


@router.post("/{case}/steps/{step}", auth=door("cases:act"), summary="Take a step", response=Acknowledged)
def take_step(  # noqa: PLR0913, PLR0917 - path, body and two headers
    request: HttpRequest, case: InPath, step: str, body: Act, key: Key = None, seen: Seen = None
) -> dict[str, Any]:
    """Take a step, propose it, or confirm what was proposed by giving the same content again.

    A decision needs more than the scope `cases:act`: see `step_up` in the declaration of the step.
    """
    user, at = caller(request), present().at
    _demand_decider(request, case, step)
    event = actions.take(
        case,
        step,
        body.given,
        by=user,
        at=at,
        seen=int(seen.strip('"')) if seen else None,
        key=key,
    )
    return shown.event(event)


def _demand_decider(request: HttpRequest, case: int, step: str) -> None:
    """Refuse a decision to whoever has not proved enough. Of a case they may not see, they learn nothing."""
    try:
        demand_decider(request)
    except actions.ActionRefused:
        pinned = read.pinned_to(case)
        declared = None if pinned is None else procedure(*pinned).steps.get(step)
        if declared is None or not declared.step_up:
            return  # what there is not, and what is no decision, the one writer refuses or takes
        if not read.sees(caller(request), case, present().on):
            raise actions.NotFound(CASE) from None
        raise


@router.post(
    "/{case}/send-back", auth=door("cases:act"), summary="Send a proposal back", response=Acknowledged
)
def send_back(
    request: HttpRequest, response: HttpResponse, case: InPath, body: Why, key: Key = None
) -> dict[str, Any]:
    """Send a proposed decision back with reasons, or take your own back."""
    user, at = caller(request), present().at
    return once(
        request,
        response,
        key,
        lambda: shown.event(actions.send_back(case, body.reasons, by=user, at=at)),
    )


@router.post(
    "/{case}/letters/{letter}/service",
    auth=door("cases:act"),
    summary="Record service",
    response=Acknowledged,
)
def record_service(  # noqa: PLR0913, PLR0917 - path, body and a header
    request: HttpRequest, response: HttpResponse, case: InPath, letter: InPath, body: Served, key: Key = None
) -> dict[str, Any]:
    """Record how and when a letter was served; what service starts, starts on that day."""
    user, at = caller(request), present().at

    def act() -> dict[str, Any]:
        means, proof = Notice.Means(body.means), str(body.proof) if body.proof else None
        event = actions.record_service(case, letter, on=body.on, means=means, proof=proof, by=user, at=at)
        return shown.event(event)

    return once(request, response, key, act)


@router.get(
    "/{case}/officers", auth=door("cases:read"), summary="Who could work on a case", response=list[Able]
)
def officers_able(request: HttpRequest, case: InPath) -> list[dict[str, Any]]:
    """Return the reviewing officers a case could be given to, those with fewest open cases first. For its office only."""
    user, (at, on) = caller(request), present()
    found = read.case_for(user, case, on)
    if not read.handles(found, user, on):
        raise actions.NotFound(CASE)
    return [{"officer": o.pk, "name": o.get_full_name()} for o in actions.officers_able(found, at)]


@router.post("/{case}/assignment", auth=door("cases:act"), summary="Assign a case", response=Acknowledged)
def assign(
    request: HttpRequest, response: HttpResponse, case: InPath, body: Officer, key: Key = None
) -> dict[str, Any]:
    """Give a case to a reviewing officer, or take it up yourself."""
    user, at = caller(request), present().at
    return once(
        request, response, key, lambda: shown.event(actions.assign(case, body.officer, by=user, at=at))
    )


@router.post(
    "/{case}/return", auth=door("cases:act"), summary="Return a case to the queue", response=Acknowledged
)
def hand_back(
    request: HttpRequest, response: HttpResponse, case: InPath, body: Why, key: Key = None
) -> dict[str, Any]:
    """Return a case to the queue."""
    user, at = caller(request), present().at
    return once(
        request, response, key, lambda: shown.event(actions.hand_back(case, body.reasons, by=user, at=at))
    )


@router.post("/{case}/recusals", auth=door("cases:act"), summary="Recuse an officer", response=Acknowledged)
def recuse(
    request: HttpRequest, response: HttpResponse, case: InPath, body: RecusalOf, key: Key = None
) -> dict[str, Any]:
    """Recuse yourself, or, as head, another officer. A recused officer neither acts in the case nor sees it."""
    user, at = caller(request), present().at
    return once(
        request,
        response,
        key,
        lambda: shown.event(actions.recuse(case, body.officer, body.why, by=user, at=at)),
    )


@router.post(
    "/{case}/third-parties", auth=door("cases:act"), summary="Admit a third party", response=Acknowledged
)
def admit(
    request: HttpRequest, response: HttpResponse, case: InPath, body: Third, key: Key = None
) -> dict[str, Any]:
    """Admit a third party whose major interests the case touches, so that it is heard."""
    user, at = caller(request), present().at
    return once(
        request, response, key, lambda: shown.event(actions.admit(case, body.party, body.why, by=user, at=at))
    )
