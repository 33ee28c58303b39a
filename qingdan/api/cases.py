"""Cases over the API: open one, see it, take its steps."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Field, Header, Query, Router, Schema

from qingdan.api import shown
from qingdan.api.doors import caller, door
from qingdan.api.paging import MOST, page
from qingdan.api.tongue import lang_of
from qingdan.casework import actions
from qingdan.casework.models import Notice
from qingdan.casework.moment import now
from qingdan.casework.queries import cases as read
from qingdan.law.clock import SHANGHAI

router = Router(tags=["cases"])

Key = Annotated[
    str | None, Header(alias="Idempotency-Key", min_length=1, max_length=64, pattern=r"^[\x21-\x7e]+$")
]
Seen = Annotated[str | None, Header(alias="If-Match", pattern=r'^"?[0-9]{1,9}"?$')]


class Opening(Schema):
    """What a case is about: exactly the one thing its procedure asks for."""

    procedure: str = Field(max_length=48)
    product: int | None = None
    party: int | None = None
    entry: str | None = Field(None, max_length=40)
    list_edition: str | None = Field(None, max_length=40)


class Given(Schema):
    """What a step asks, field by field; see the procedure's declaration at ``/api/procedures``."""

    given: dict[str, Any] = Field(default_factory=dict)


class Why(Schema):
    """Reasons."""

    reasons: str = Field(max_length=2000)


class Served(Schema):
    """How and when a letter was served."""

    on: date
    means: Literal["post", "in_person", "announcement"]
    proof: str | None = Field(None, description="the document that proves it")


@router.get("", auth=door("cases:read"), summary="List cases")
def list_cases(
    request: HttpRequest,
    *,
    box: Annotated[
        Literal["parties", "office", "below"],
        Query(description="of the parties you act for, of your office, or also of the offices below it"),
    ] = "parties",
    cursor: Annotated[str, Query(max_length=400)] = "",
    limit: Annotated[int, Query(ge=1, le=MOST)] = 25,
) -> dict[str, Any]:
    """List the cases you may see. An officer's worklist begins with what lapses first."""
    user, on = caller(request), now().astimezone(SHANGHAI).date()
    if box == "parties":
        return page(read.cases_of_parties(user, on), ("-id",), cursor, limit, shown.case)
    return page(read.worklist(user, on, below=box == "below"), ("next_due", "id"), cursor, limit, shown.case)


@router.post("", auth=door("cases:act"), summary="Open a case", response={201: dict[str, Any]})
def open_case(request: HttpRequest, about: Opening, key: Key = None) -> tuple[int, dict[str, Any]]:
    """Open a case of a procedure. Repeated with the same Idempotency-Key, the same case is returned."""
    made = actions.open_case(
        about.procedure,
        by=caller(request),
        at=now(),
        party=about.party,
        product=about.product,
        entry=about.entry,
        list_edition=about.list_edition,
        idempotency_key=key,
    )
    return 201, shown.case(made)


@router.get("/{int:case}", auth=door("cases:read"), summary="See a case")
def see_case(request: HttpRequest, response: HttpResponse, case: int) -> dict[str, Any]:
    """See a case with its clocks and their computation, its timeline, letters, documents, and what you may do next."""
    user, at = caller(request), now()
    on = at.astimezone(SHANGHAI).date()
    found = read.case_for(user, case, on)
    response["ETag"] = f'"{found.version}"'
    return {
        **shown.case(found),
        "clocks": [shown.clock(found, row, deadline) for row, deadline in read.clocks_of(found)],
        "timeline": [shown.happened(found, h) for h in read.timeline(found, user, on)],
        "letters": [shown.letter(n) for n in read.notices_of(found, user, on)],
        "documents": [shown.document(d) for d in read.documents_of(found)],
        "next": [shown.choice(c, lang_of(request)) for c in read.next_steps(found, user, at)],
    }


@router.post("/{int:case}/steps/{step}", auth=door("cases:act"), summary="Take a step")
def take_step(  # noqa: PLR0913, PLR0917 - path, body and two headers
    request: HttpRequest, case: int, step: str, body: Given, key: Key = None, seen: Seen = None
) -> dict[str, Any]:
    """Take a step, propose it, or confirm what was proposed by giving the same content again.

    Send the ETag of the case as ``If-Match`` to be refused if it has changed since you read it.
    """
    event = actions.take(
        case,
        step,
        body.given,
        by=caller(request),
        at=now(),
        seen=int(seen.strip('"')) if seen else None,
        key=key,
    )
    return shown.event(event)


@router.post("/{int:case}/send-back", auth=door("cases:act"), summary="Send a proposal back")
def send_back(request: HttpRequest, case: int, body: Why) -> dict[str, Any]:
    """Send a proposed decision back with reasons, or take your own back."""
    return shown.event(actions.send_back(case, body.reasons, by=caller(request), at=now()))


@router.post("/{int:case}/letters/{int:letter}/service", auth=door("cases:act"), summary="Record service")
def record_service(request: HttpRequest, case: int, letter: int, body: Served) -> dict[str, Any]:
    """Record how and when a letter was served; what service starts, starts on that day."""
    event = actions.record_service(
        case,
        letter,
        on=body.on,
        means=Notice.Means(body.means),
        proof=body.proof,
        by=caller(request),
        at=now(),
    )
    return shown.event(event)


class To(Schema):
    """An officer."""

    officer: int


class Recusal(Schema):
    """Who is recused, and why."""

    officer: int
    why: str = Field(min_length=2, max_length=2000)


class Third(Schema):
    """A third party to be heard, and why."""

    party: int
    why: str = Field(min_length=2, max_length=2000)


@router.post("/{int:case}/assignment", auth=door("cases:act"), summary="Assign a case")
def assign(request: HttpRequest, case: int, body: To) -> dict[str, Any]:
    """Give a case to a reviewing officer, or take it up yourself."""
    return shown.event(actions.assign(case, body.officer, by=caller(request), at=now()))


@router.post("/{int:case}/return", auth=door("cases:act"), summary="Return a case to the queue")
def hand_back(request: HttpRequest, case: int, body: Why) -> dict[str, Any]:
    """Return a case to the queue."""
    return shown.event(actions.hand_back(case, body.reasons, by=caller(request), at=now()))


@router.post("/{int:case}/recusals", auth=door("cases:act"), summary="Recuse an officer")
def recuse(request: HttpRequest, case: int, body: Recusal) -> dict[str, Any]:
    """Recuse yourself, or, as head, another officer. A recused officer neither acts in the case nor sees it."""
    return shown.event(actions.recuse(case, body.officer, body.why, by=caller(request), at=now()))


@router.post("/{int:case}/third-parties", auth=door("cases:act"), summary="Admit a third party")
def admit(request: HttpRequest, case: int, body: Third) -> dict[str, Any]:
    """Admit a third party whose major interests the case touches, so that it is heard."""
    return shown.event(actions.admit(case, body.party, body.why, by=caller(request), at=now()))
