"""Webhooks: being told of events, in the ledger's order, signed, and tried again until they arrive."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Field, Router, Schema
from ninja.responses import Status

from qingdan.api.acts import once, present
from qingdan.api.doors import caller, door
from qingdan.api.paging import page
from qingdan.api.rates import MESSAGES, SECRETS
from qingdan.api.shapes import Cursor, Given, InPath, Key, Limit, Page, Said
from qingdan.api.shown import instant
from qingdan.casework import webhooks
from qingdan.casework.models import Delivery, Webhook

router = Router(tags=["webhooks"])
AUTH = door("webhooks")


class NewWebhook(Given):
    """Where you want to be told, and of which procedures; none named: of all."""

    url: str = Field(min_length=8, max_length=500, examples=["https://example.com/qingdan"])
    procedures: list[Annotated[str, Field(max_length=48)]] = Field(default_factory=list, max_length=50)


class WebhookShape(Schema):
    """A webhook. Once stopped, it goes on from where it stopped when you resume it."""

    id: int
    url: str
    procedures: list[str]
    made_at: str | None
    stopped_at: str | None
    stopped_why: Said | None


class MadeWebhook(WebhookShape):
    """A new webhook with the secret its messages are signed with, which is never shown again."""

    secret: str


class DeliveryShape(Schema):
    """How one message fared."""

    id: int
    event: int
    case: int
    attempts: int
    delivered_at: str | None
    given_up_at: str | None
    next_at: str | None
    last_answer: str


class Pong(Schema):
    """What a test message came to."""

    arrived: bool
    answer: str


def _hook(row: Webhook) -> dict[str, Any]:
    why = webhooks.STOPPED.get(row.stopped_why)
    return {
        "id": row.pk,
        "url": row.url,
        "procedures": row.events,
        "made_at": instant(row.made_at),
        "stopped_at": instant(row.stopped_at),
        "stopped_why": why.as_data() if why else None,
    }


def _delivery(row: Delivery) -> dict[str, Any]:
    done = row.delivered_at is not None or row.given_up_at is not None
    return {
        "id": row.pk,
        "event": row.event_id,
        "case": row.event.case_id,
        "attempts": row.attempts,
        "delivered_at": instant(row.delivered_at),
        "given_up_at": instant(row.given_up_at),
        "next_at": None if done else instant(row.next_at),
        "last_answer": row.last_answer,
    }


@router.get("", auth=AUTH, summary="List webhooks", response=Page[WebhookShape])
def list_webhooks(request: HttpRequest, *, cursor: Cursor = "", limit: Limit = 25) -> dict[str, Any]:
    """List your webhooks."""
    return page(webhooks.hooks_of(caller(request)), ("-id",), cursor, limit, _hook)


@router.post("", auth=AUTH, summary="Register a webhook", response={201: MadeWebhook}, throttle=[SECRETS])
def register_webhook(
    request: HttpRequest, response: HttpResponse, body: NewWebhook, key: Key = None
) -> Status[Any]:
    """Register where you want to be told of events in the cases you may see, from now on. The secret is shown once."""
    user, at = caller(request), present().at

    def act() -> dict[str, Any]:
        made, secret = webhooks.register(user, body.url, body.procedures, at)
        return {**_hook(made), "secret": secret}

    return Status(201, once(request, response, key, act))


@router.get("/{webhook}", auth=AUTH, summary="See a webhook", response=WebhookShape)
def see_webhook(request: HttpRequest, webhook: InPath) -> dict[str, Any]:
    """See a webhook, and why it was stopped if it was."""
    return _hook(webhooks.hook_for(caller(request), webhook))


@router.delete("/{webhook}", auth=AUTH, summary="Remove a webhook", response={204: None})
def remove_webhook(request: HttpRequest, webhook: InPath) -> Status[Any]:
    """Remove a webhook with its log."""
    webhooks.remove(caller(request), webhook)
    return Status(204, None)


@router.post("/{webhook}/ping", auth=AUTH, summary="Test a webhook", response=Pong, throttle=[MESSAGES])
def ping(request: HttpRequest, webhook: InPath) -> dict[str, Any]:
    """Send a test message now and return what came back."""
    answer = webhooks.ping(caller(request), webhook, present().at)
    return {"arrived": answer.arrived, "answer": answer.says}


@router.post("/{webhook}/resumption", auth=AUTH, summary="Resume a webhook", response=WebhookShape)
def resume(request: HttpRequest, webhook: InPath) -> dict[str, Any]:
    """Let a stopped webhook go on from where it stopped. One that runs goes on running."""
    return _hook(webhooks.resume(caller(request), webhook, present().at))


@router.get("/{webhook}/deliveries", auth=AUTH, summary="Read the log", response=Page[DeliveryShape])
def deliveries(
    request: HttpRequest, webhook: InPath, *, cursor: Cursor = "", limit: Limit = 25
) -> dict[str, Any]:
    """Read how messages fared, latest first."""
    found = webhooks.hook_for(caller(request), webhook)
    return page(webhooks.deliveries_of(found), ("-id",), cursor, limit, _delivery)
