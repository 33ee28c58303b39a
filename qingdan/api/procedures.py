"""The catalogue of procedures: stages, steps, fields, periods, what follows by law; pictures; what if filed on a day."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from qingdan.api import shown
from qingdan.api.acts import for_everybody, present
from qingdan.api.case_shapes import Step
from qingdan.api.rates import HEAVY
from qingdan.api.shapes import Day, Plain, Said
from qingdan.casework import law_now
from qingdan.law.grammar.text import Text
from qingdan.procedures.catalogue import procedure, procedures
from qingdan.procedures.diagram import diagram
from qingdan.procedures.engine import ClockRun, Setting, Unmeasured, deadline_of
from qingdan.procedures.grammar.clocks import (
    Clock,
    SetDay,
    SetPeriod,
    bound,
    lapse_said,
    said,
    started_by,
    stopped_by,
)
from qingdan.procedures.grammar.procedure import Procedure
from qingdan.procedures.grammar.stages import Stage
from qingdan.procedures.grammar.steps import Lapse

router = Router(tags=["procedures"])
Key = Annotated[str, Field(max_length=48)]


class Brief(Schema):
    """A procedure in brief."""

    key: str
    edition: int
    says: Said
    gloss: Said
    cite: Said
    about: Literal["product", "entry", "party", "list"]
    opened_by: list[str]
    restricted: bool


class StageShape(Schema):
    """Where a case can stand."""

    key: str
    says: Said
    waits_for_party: bool
    ends: Literal["well", "ill", "plain"] | None


class Event(Schema):
    """An event of the law."""

    key: str
    says: Said


class Period(Schema):
    """A period of a procedure."""

    key: str
    says: Said
    cite: Said
    binds: str
    starts_with: Event
    ends_with: list[Event]
    if_it_runs_out: Said


class ByLaw(Schema):
    """What happens by itself when a period runs out."""

    key: str
    says: Said
    cite: Said
    period: str
    at: list[str]
    to: str | None


class Declaration(Brief):
    """A procedure as it is declared: everything else is derived from this."""

    also_cites: list[Said]
    opens_at: str
    stages: list[StageShape]
    steps: list[Step]
    periods: list[Period]
    by_law: list[ByLaw]


class WhatIf(Schema):
    """When a period would end if it began on a day. No day where somebody has to set its length first."""

    key: str
    says: Said
    binds: str
    starts_with: Event
    due: str | None
    safe_by: str | None
    provisional: bool
    why_not: Said | None
    computation: Plain | None


def _brief(of: Procedure) -> dict[str, Any]:
    return {
        "key": of.key,
        "edition": of.edition,
        "says": of.says.as_data(),
        "gloss": of.gloss.as_data(),
        "cite": of.cite.as_data(),
        "about": of.subject.value,
        "opened_by": [b.value for b in of.opened_by],
        "restricted": of.restricted,
    }


def _stage(of: Stage) -> dict[str, Any]:
    return {
        "key": of.key,
        "says": of.says.as_data(),
        "waits_for_party": of.waits_for_party,
        "ends": of.ends.value if of.ends else None,
    }


def _event(of: Any) -> dict[str, Any]:  # noqa: ANN401 - an event of the law
    return {"key": of.key, "says": of.says.as_data()}


def _period(of: Clock) -> dict[str, Any]:
    return {
        "key": of.key,
        "says": said(of).as_data(),
        "cite": of.cite.as_data(),
        "binds": bound(of).value,
        "starts_with": _event(started_by(of)),
        "ends_with": [_event(e) for e in stopped_by(of)],
        "if_it_runs_out": lapse_said(of).as_data(),
    }


def _lapse(of: Lapse) -> dict[str, Any]:
    return {
        "key": of.key,
        "says": of.says.as_data(),
        "cite": of.cite.as_data(),
        "period": of.clock.key,
        "at": [s.key for s in of.at],
        "to": of.to.key if of.to else None,
    }


@router.get("", summary="List the procedures", response=list[Brief])
def list_procedures(request: HttpRequest, response: HttpResponse) -> list[dict[str, Any]]:
    """List every procedure, in the order of the law."""
    del request
    for_everybody(response, 300)
    return [_brief(p) for p in procedures()]


@router.get("/{procedure}", summary="See a procedure", response=Declaration)
def see_procedure(request: HttpRequest, response: HttpResponse, procedure: Key) -> dict[str, Any]:
    """See a procedure as it is declared: stages, steps with their fields, periods, and what happens by law."""
    del request
    for_everybody(response, 300)
    of = _named(procedure)
    return {
        **_brief(of),
        "also_cites": [c.as_data() for c in of.also_cites],
        "opens_at": of.opens_at.key,
        "stages": [_stage(s) for s in of.stages.values()],
        "steps": [shown.step(s) for s in of.steps.values()],
        "periods": [_period(c) for c in of.clocks],
        "by_law": [_lapse(v) for v in of.lapses.values()],
    }


_SVG = {"responses": {200: {"content": {"image/svg+xml": {"schema": {"type": "string"}}}}}}


@router.get("/{procedure}/diagram/{lang}", summary="See a procedure's picture", openapi_extra=_SVG)
def see_diagram(request: HttpRequest, procedure: Key, lang: Literal["zh", "en"]) -> HttpResponse:
    """Return the picture of a procedure: an SVG without scripts or anything from elsewhere."""
    del request
    response = HttpResponse(diagram(_named(procedure), lang), content_type="image/svg+xml")
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    for_everybody(response, 300)
    return response


@router.get(
    "/{procedure}/what-if", summary="What if it began on a day", response=list[WhatIf], throttle=[HEAVY]
)
def what_if(
    request: HttpRequest,
    procedure: Key,
    on: Annotated[Day | None, Query(description="the day each period would begin; today if none")] = None,
) -> list[dict[str, Any]]:
    """Count every period of a procedure from a day, with each counted day and the calendar it rests on."""
    del request
    of, began = _named(procedure), on or present().on
    setting = Setting(law_now.law_under(law_now.readings_taken()), law_now.calendar_now(), {})
    return [_counted(clock, began.isoformat(), setting) for clock in of.clocks]


def _counted(clock: Clock, began: str, setting: Setting) -> dict[str, Any]:
    deadline, why_not = None, None
    if isinstance(clock, SetPeriod | SetDay):
        why_not = Text("its length is set by the act that starts it", "期限长度由启动行为确定")
    else:
        try:
            deadline = deadline_of(clock, ClockRun(began), setting)
        except Unmeasured as refused:
            why_not = refused.says
    return {
        "key": clock.key,
        "says": said(clock).as_data(),
        "binds": bound(clock).value,
        "starts_with": _event(started_by(clock)),
        "due": deadline.due.isoformat() if deadline and deadline.due else None,
        "safe_by": deadline.safe_by.isoformat() if deadline and deadline.safe_by else None,
        "provisional": bool(deadline and deadline.provisional),
        "why_not": why_not.as_data() if why_not else None,
        "computation": deadline.as_data() if deadline else None,
    }


def _named(key: str) -> Procedure:
    """Return a procedure. Raises UnknownProcedure, which is told as not found."""
    return procedure(key)
