"""Webhooks: whoever asked is told of every event in the cases they may see, once each, in the ledger's order.

Events get a place in the process log under its lock, without gaps; each webhook remembers the place it has reached
(``cursor``), so none is passed over and none told twice. A message says which event, never what was given or about
whom. It is tried for three days; then the webhook is stopped where everybody can see it, and goes on from there when
its owner resumes it. Killed between sending and noting, a worker sends a message again: its ``webhook-id`` stays the
same, by which the receiver knows it.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import DateTimeField, F, Max, Min, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from qingdan.casework.accounts.secrecy import seal, unseal
from qingdan.casework.actions.refusals import ActionRefused, NotFound
from qingdan.casework.actions.writing import stamped
from qingdan.casework.models import Delivery, Event, User, Webhook
from qingdan.casework.outgoing import Answer, check_url, post
from qingdan.casework.standing import cases_overseen_by, cases_seen_by
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.text import Text
from qingdan.ledger.encoding import canonical
from qingdan.procedures.catalogue import procedure

MOST = 10  # webhooks a user
GIVEN_UP_AFTER = timedelta(days=3)
INSIDE = ("proposed", "sent_back", "assigned", "handed_back", "recused")
_WAITS = (
    5,
    30,
    120,
    600,
    1800,
    3600,
    7200,
    14400,
)  # seconds before each further attempt, then the last again
_LEASE = timedelta(minutes=2)  # whoever took a message and died is not waited for longer
_LOOKED_AT = 1000  # events at a time
_AT_ONCE = 16
_ROUNDS = 8
_GONE = 410
WEBHOOK = Text("webhook", "事件通知")
STOPPED = {
    "gone": Text("the address answered that it is gone (410)", "该地址答复已不存在（410）"),
    "unreachable": Text("nothing arrived for three days", "三日内均未送达"),
    "closed": Text("its owner's account is closed", "所有者账号已停用"),
}
"""Why a webhook was stopped."""


def register(user: User, url: str, procedures: Sequence[str], at: datetime) -> tuple[Webhook, str]:
    """Keep where somebody wants to be told; return it with its secret, which is never shown again.

    ``procedures`` are the only ones told of; empty means all. Told is what happens from now on.
    Raises ActionRefused for an address that messages may not go to, UnknownProcedure.
    """
    check_url(url)
    for key in procedures:
        procedure(key)
    if hooks_of(user).count() >= MOST:
        raise ActionRefused(
            "too_many", Text(f"you have {MOST} webhooks; remove one first", f"事件通知已达{MOST}个，请先删除")
        )
    secret = "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()
    last = Event.objects.aggregate(last=Max("leaf_index"))["last"]
    made = Webhook.objects.create(
        user=user,
        url=url,
        secret=seal(secret),
        events=sorted(set(procedures)),
        cursor=-1 if last is None else last,
        made_at=at,
    )
    return made, secret


def hooks_of(user: User) -> QuerySet[Webhook]:
    """Return somebody's webhooks, newest first."""
    return Webhook.objects.filter(user=user).order_by("-id")


def hook_for(user: User, hook: int) -> Webhook:
    """Return one of somebody's webhooks. Raises NotFound otherwise."""
    found = hooks_of(user).filter(pk=hook).first()
    if found is None:
        raise NotFound(WEBHOOK)
    return found


def remove(user: User, hook: int) -> None:
    """Remove a webhook with its log."""
    hook_for(user, hook).delete()


def resume(user: User, hook: int, at: datetime) -> Webhook:
    """Let a stopped webhook go on where it stopped; what was given up is tried once more, first."""
    found = hook_for(user, hook)
    with transaction.atomic():
        found.deliveries.filter(given_up_at__isnull=False).update(
            given_up_at=None, first_tried_at=None, attempts=0, next_at=at
        )
        found.stopped_at, found.stopped_why = None, ""
        found.save(update_fields=["stopped_at", "stopped_why"])
    return found


def deliveries_of(hook: Webhook) -> QuerySet[Delivery]:
    """Return the log of a webhook, latest first."""
    return hook.deliveries.select_related("event", "event__case")


def ping(user: User, hook: int, at: datetime) -> Answer:
    """Send a test message now; return what came back."""
    found = hook_for(user, hook)
    return _send(
        _Message(found.url, unseal(found.secret), f"ping_{secrets.token_hex(8)}", {"type": "ping"}), at
    )


def deliver(at: datetime) -> int:
    """Find what is to be told, and tell what is due; return how many messages were sent or tried."""
    fan_out(at)
    done = 0
    for _ in range(_ROUNDS):
        due = _claimed(at)
        if not due:
            break
        with ThreadPoolExecutor(max_workers=len(due)) as pool:
            answers = list(pool.map(lambda pair: _send(pair[1], at), due))
        for (delivery, _message), answer in zip(due, answers, strict=True):
            _note(delivery, answer, at)
        done += len(due)
    return done


def fan_out(at: datetime) -> int:
    """Line up messages for every webhook, up to the last place in the log; return how many were new."""
    last = Event.objects.aggregate(last=Max("leaf_index"))["last"]
    if last is None:
        return 0
    behind = Webhook.objects.filter(stopped_at__isnull=True, cursor__lt=last).order_by("id")
    return sum(_line_up(pk, last, at) for pk in behind.values_list("pk", flat=True))


def _line_up(pk: int, last: int, at: datetime) -> int:
    found = 0
    with transaction.atomic():
        hook = Webhook.objects.select_for_update(of=("self",), skip_locked=True).filter(pk=pk).first()
        if hook is None or hook.stopped_at is not None:
            return 0
        if not hook.user.is_active:
            _stop(hook, "closed", at)
            return 0
        upto = min(last, hook.cursor + _LOOKED_AT)
        events = _told_of(hook, at).filter(leaf_index__gt=hook.cursor, leaf_index__lte=upto)
        rows = [Delivery(webhook=hook, event_id=e, next_at=at) for e in events.values_list("pk", flat=True)]
        found = len(Delivery.objects.bulk_create(rows, ignore_conflicts=True))
        hook.cursor = upto
        hook.save(update_fields=["cursor"])
    return found


def _told_of(hook: Webhook, at: datetime) -> QuerySet[Event]:
    """Return the events its owner may know of: what stays inside the authority, only for its officers."""
    on = at.astimezone(SHANGHAI).date()
    inside = Q(case__in=cases_overseen_by(hook.user, on).values("pk"))
    rows = Event.objects.filter(
        ~Q(what__in=INSIDE) | inside, case__in=cases_seen_by(hook.user, on).values("pk")
    )
    if hook.events:
        rows = rows.filter(case__procedure__in=hook.events)
    return rows.order_by("leaf_index")


class _Message(NamedTuple):
    url: str
    secret: str
    id: str
    content: dict[str, Any]


def _claimed(at: datetime) -> list[tuple[Delivery, _Message]]:
    """Take the next message of each webhook that is due: one at a time, so that they arrive in order."""
    waiting = Q(delivered_at__isnull=True, given_up_at__isnull=True)
    heads = (
        Delivery.objects.filter(waiting, webhook__stopped_at__isnull=True)
        .order_by()
        .values("webhook")
        .annotate(head=Min("id"))
        .values_list("head", flat=True)
    )
    ready = Delivery.objects.filter(pk__in=list(heads), next_at__lte=at).order_by("next_at", "id")
    claimed = []
    for pk in list(ready.values_list("pk", flat=True)[:_AT_ONCE]):
        mine = Delivery.objects.filter(waiting, pk=pk, next_at__lte=at)
        first = Coalesce(F("first_tried_at"), Value(at, DateTimeField()))
        if mine.update(next_at=at + _LEASE, attempts=F("attempts") + 1, first_tried_at=first):
            row = Delivery.objects.select_related("webhook", "event", "event__case").get(pk=pk)
            hook = row.webhook
            claimed.append(
                (row, _Message(hook.url, unseal(hook.secret), f"evt_{row.event_id}", told(row.event)))
            )
    return claimed


def told(event: Event) -> dict[str, Any]:
    """Return what a message says of an event: numbers and names of steps, nothing about anybody."""
    case = event.case
    return {
        "type": f"case.{event.what}",
        "event": event.pk,
        "place": event.leaf_index,
        "case": case.pk,
        "ref": case.ref,
        "procedure": case.procedure,
        "version": event.seq,
        "key": event.key,
        "at": stamped(event.at),
    }


def signature(secret: str, id: str, sent: int, body: bytes) -> str:  # noqa: A002 - as the header is called
    """Return the signature of a message: HMAC-SHA256 over id, time and body (standardwebhooks.com)."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    found = hmac.new(key, f"{id}.{sent}.".encode() + body, hashlib.sha256).digest()
    return "v1," + base64.b64encode(found).decode()


def _send(message: _Message, at: datetime) -> Answer:
    body = canonical(message.content)
    sent = int(at.timestamp())
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Qingdan-Webhook/1",
        "webhook-id": message.id,
        "webhook-timestamp": str(sent),
        "webhook-signature": signature(message.secret, message.id, sent, body),
    }
    return post(message.url, body, headers)


def _note(delivery: Delivery, answer: Answer, at: datetime) -> None:
    """Keep how a message fared: it arrived, waits for another try, or was given up with its webhook."""
    delivery.last_answer = answer.says[:200]
    if answer.arrived:
        delivery.delivered_at = at
    elif answer.status == _GONE or at - (delivery.first_tried_at or at) >= GIVEN_UP_AFTER:
        delivery.given_up_at = at
        _stop(delivery.webhook, "gone" if answer.status == _GONE else "unreachable", at)
    else:
        wait = _WAITS[min(delivery.attempts, len(_WAITS)) - 1]
        delivery.next_at = at + timedelta(seconds=wait)
    delivery.save(update_fields=["last_answer", "delivered_at", "given_up_at", "next_at"])


def _stop(hook: Webhook, why: str, at: datetime) -> None:
    hook.stopped_at, hook.stopped_why = at, why
    hook.save(update_fields=["stopped_at", "stopped_why"])
