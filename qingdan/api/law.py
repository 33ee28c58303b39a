"""The law as data: articles with their rules, questions, open points, events, coverage, working days."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from qingdan.api.acts import for_everybody
from qingdan.api.shapes import Plain, Said
from qingdan.casework import law_now
from qingdan.casework.actions.refusals import NotFound
from qingdan.cli import article_page
from qingdan.cli.law_list import reading_as_data
from qingdan.cli.rule_page import rule_as_data
from qingdan.law.calendars.calendar import FIRST_YEAR, HORIZON
from qingdan.law.clock.record import edition_data
from qingdan.law.coverage import coverage as rows_of
from qingdan.law.grammar.conditions import Choice, Fact, Number
from qingdan.law.grammar.text import Text
from qingdan.law.pack import model_law

router = Router(tags=["law"])


class ArticleRow(Schema):
    """How one article is accounted for."""

    article: int
    title: Said
    standing: str
    says: Said


class Rule(Schema):
    """One rule: whom it binds, when, and what shows it. Kinds have further fields of their own."""

    rule: str
    kind: str
    kind_said: Said
    says: Said
    cite: Plain
    readings: list[str]
    who: str | None
    when: Said | None
    note: Said | None
    detail: Plain


class Reading(Schema):
    """An ambiguity of the text: the options, the one taken here, and why it is open."""

    reading: str
    asks: Said
    why: Said
    cite: Plain
    default: str | int | None
    taken: str | int | None
    policy: bool
    options: dict[str, Said] | None = None
    low: int | None = None
    high: int | None = None


class Article(Schema):
    """An article: our gloss, its rules and open points. The gloss is not the text of the law."""

    article: int
    title: Said
    gloss: Said
    standing: str
    declaratory: Said | None
    rules: list[Rule]
    readings: list[Reading]
    procedures: list[str]


class FactShape(Schema):
    """One question the law asks."""

    key: str
    asks: Said
    cite: Said
    about: Literal["product", "violation"]
    answer: Literal["yes_no", "choice", "number"]
    options: dict[str, Said] | None
    low: int | None
    high: int | None
    money: bool
    weighed: bool = Field(description="a person must weigh it")


class EventShape(Schema):
    """One event that starts or ends a period."""

    key: str
    says: Said
    cite: Said
    repeats: bool
    timed: bool
    planned: bool


class Year(Schema):
    """The calendar of a year."""

    year: int
    edition: Plain
    working_days: int
    days_off: list[str] = Field(description="Monday to Friday without work")
    made_up: list[str] = Field(description="Saturdays and Sundays worked")


def _rule(data: dict[str, Any]) -> dict[str, Any]:
    named = {k: data[k] for k in Rule.model_fields if k in data}
    return {**named, "detail": {k: v for k, v in data.items() if k not in named}}


def _reading(data: dict[str, Any]) -> dict[str, Any]:
    return {**data, "taken": law_now.readings_taken().get(data["reading"], data["default"])}


def _fact(of: Fact, about: str) -> dict[str, Any]:
    number = isinstance(of, Number)
    return {
        "key": of.key,
        "asks": of.asks.as_data(),
        "cite": of.cite.as_data(),
        "about": about,
        "answer": "choice" if isinstance(of, Choice) else "number" if number else "yes_no",
        "options": {k: t.as_data() for k, t in of.options.items()} if isinstance(of, Choice) else None,
        "low": of.low if isinstance(of, Number) else None,
        "high": of.high if isinstance(of, Number) else None,
        "money": isinstance(of, Number) and bool(of.money),
        "weighed": of.weighed,
    }


@router.get("/articles", summary="List the articles", response=list[ArticleRow])
def list_articles(request: HttpRequest, response: HttpResponse) -> list[dict[str, Any]]:
    """List every article with how it is accounted for: modelled, or declaratory with the reason."""
    del request
    for_everybody(response, 300)
    return [
        {
            "article": row.number,
            "title": row.article.title.as_data(),
            "standing": row.standing.value,
            "says": row.says.as_data(),
        }
        for row in rows_of(model_law())
        if row.article is not None
    ]


@router.get("/articles/{article}", summary="See an article", response=Article)
def see_article(
    request: HttpRequest, response: HttpResponse, article: Annotated[int, Field(ge=1, le=999)]
) -> dict[str, Any]:
    """See an article: our gloss, each rule with bearer, period and evidence, open points, procedures."""
    del request
    pack = model_law()
    if article not in {a.number for a in pack.articles}:
        raise NotFound(Text("article", "条文"))
    for_everybody(response, 300)
    data = article_page.as_data(pack, article)
    return {
        **data,
        "rules": [_rule(r) for r in data["rules"]],
        "readings": [_reading(r) for r in data["readings"]],
    }


@router.get("/rules", summary="List the rules", response=list[Rule])
def list_rules(
    request: HttpRequest,
    response: HttpResponse,
    kind: Annotated[str, Query(max_length=20, description="duty, term, finding, penalty, right …")] = "",
) -> list[dict[str, Any]]:
    """List every rule, or those of one kind, in the order of the law."""
    del request
    for_everybody(response, 300)
    return [_rule(rule_as_data(r)) for r in model_law().rules if kind in {"", type(r).__name__.lower()}]


@router.get("/facts", summary="List the questions", response=list[FactShape])
def list_facts(request: HttpRequest, response: HttpResponse) -> list[dict[str, Any]]:
    """List every question the law asks, in the order of asking."""
    del request
    for_everybody(response, 300)
    pack = model_law()
    return [
        *(_fact(f, "product") for f in pack.facts),
        *(_fact(f, "violation") for f in pack.violation_facts),
    ]


@router.get("/readings", summary="List the open points", response=list[Reading])
def list_readings(request: HttpRequest, response: HttpResponse) -> list[dict[str, Any]]:
    """List every ambiguity of the text with its options, and which one this installation takes."""
    del request
    for_everybody(response, 300)
    return [_reading(reading_as_data(r)) for r in model_law().readings]


@router.get("/events", summary="List the events", response=list[EventShape])
def list_events(request: HttpRequest, response: HttpResponse) -> list[dict[str, Any]]:
    """List every event that starts or ends a period."""
    del request
    for_everybody(response, 300)
    return [
        {
            "key": e.key,
            "says": e.says.as_data(),
            "cite": e.cite.as_data(),
            "repeats": e.repeats,
            "timed": e.timed,
            "planned": e.planned,
        }
        for e in model_law().events
    ]


@router.get("/calendars/{year}", summary="See a year's calendar", response=Year)
def see_calendar(
    request: HttpRequest, response: HttpResponse, year: Annotated[int, Field(ge=FIRST_YEAR, le=HORIZON)]
) -> dict[str, Any]:
    """See the working days of a year as this installation counts them, and the notices they rest on."""
    del request
    from datetime import date, timedelta

    for_everybody(response, 60)
    calendar = law_now.calendar_now()
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(366)]
    days = [d for d in days if d.year == year]
    worked = [d for d in days if calendar.is_working_day(d)]
    weekend = 5  # Saturday, as Python counts
    return {
        "year": year,
        "edition": edition_data(calendar.edition_of(year)),
        "working_days": len(worked),
        "days_off": [d.isoformat() for d in days if d.weekday() < weekend and d not in set(worked)],
        "made_up": [d.isoformat() for d in worked if d.weekday() >= weekend],
    }
