"""Asking the law without an account: judge an answer sheet, count a period. Nothing asked here is kept."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field, Router, Schema

from qingdan.api.acts import present
from qingdan.api.product_shapes import Judgement
from qingdan.api.rates import HEAVY
from qingdan.api.shapes import AnswerTo, Day, Flag, Given, Moment, Plain
from qingdan.casework import law_now
from qingdan.casework.judging.law_in_use import law_in_use
from qingdan.casework.products import BadAnswers
from qingdan.law import judge as law
from qingdan.law import timeline
from qingdan.law.clock import count
from qingdan.law.grammar.units import Unit
from qingdan.law.judge.record import judgement as record
from qingdan.law.pack import model_law

router = Router(tags=["law"])
Sheet = dict[Annotated[str, Field(max_length=80)], AnswerTo]


class ChangeOn(Given):
    """From a day on these answers hold instead."""

    on: Day
    answers: Sheet = Field(max_length=500)


class HappenedOn(Given):
    """An event on a day, or at a time where hours count."""

    event: str = Field(max_length=64)
    on: Moment


class AnswerSheet(Given):
    """A product as you describe it, and the day to judge."""

    name: str = Field("product", min_length=1, max_length=200)
    answers: Sheet = Field(default_factory=dict, max_length=500, examples=[{"is_ai": True}])
    changes: list[ChangeOn] = Field(default_factory=list, max_length=50)
    events: list[HappenedOn] = Field(default_factory=list, max_length=200)
    on: Day | None = None


class Count(Given):
    """A period: from when, how many of what."""

    start: Moment = Field(examples=["2026-02-12"])
    amount: Annotated[int, Field(strict=True, ge=1, le=10_000)] = Field(examples=[10])
    unit: Unit = Field(Unit.WORKING_DAY, examples=["working-days"])
    backward: Flag = False
    roll: Flag = Field(default=True, description="move off a rest day, where that rule applies")


class Counted(Schema):
    """The last day, the latest safe working day, and each day of the count."""

    due: str | None
    due_at: str | None
    safe_by: str | None
    earliest: str | None
    latest: str | None
    provisional: bool
    computation: Plain


@router.post("/assessment", summary="Judge an answer sheet", response=Judgement, throttle=[HEAVY])
def assess(request: HttpRequest, body: AnswerSheet) -> dict[str, Any]:
    """Return what the law says of a product as you describe it. Nothing is kept; no account is needed."""
    del request
    product = timeline.Product(
        name=body.name,
        answers=body.answers,
        changes=tuple(timeline.Change(c.on, c.answers) for c in body.changes),
        happenings=tuple(timeline.Happening(h.event, h.on) for h in body.events),
    )
    try:
        timeline.check(product, model_law())
    except timeline.BadTimeline as refused:
        raise BadAnswers(refused) from None
    used = law_in_use()
    judged = law.judge(
        product,
        body.on or present().on,
        readings=used.readings,
        editions=used.editions,
        calendar=used.calendar,
    )
    return record(judged)


@router.post("/deadline", summary="Count a period", response=Counted, throttle=[HEAVY])
def deadline(request: HttpRequest, body: Count) -> dict[str, Any]:
    """Count a period and show how: each counted day, the rest-day rule, the calendar it rests on."""
    del request
    found = count(
        body.start,
        body.amount,
        body.unit,
        calendar=law_now.calendar_now(),
        backward=body.backward,
        roll=body.roll,
    )
    data = found.as_data()
    keys = ("due", "due_at", "safe_by", "earliest", "latest", "provisional")
    return {**{k: data[k] for k in keys}, "computation": data}
