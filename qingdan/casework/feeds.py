"""Due dates for somebody's own calendar program: a feed under a secret address, which can be revoked."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from hashlib import sha256
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from icalendar import Alarm, Calendar, Event

from qingdan.casework import alerts
from qingdan.casework.actions.refusals import NotFound
from qingdan.casework.models import Clock, FeedToken, Obligation, Product, User
from qingdan.casework.standing import acting_for, cases_seen_by, mandates_of
from qingdan.law.grammar.rules import Role
from qingdan.law.grammar.text import Lang, Text
from qingdan.procedures.catalogue import procedure
from qingdan.procedures.grammar.clocks import said

_OFFICIAL = [r.value for r in Role if r.official]
_WARNED = (7, 1)  # days before
_FEED = Text("feed", "日历订阅")


def make_feed(user: User, at: datetime) -> str:
    """Return a new secret for somebody's feed. It is shown once; only its digest is kept."""
    secret = secrets.token_urlsafe(32)
    FeedToken.objects.create(user=user, digest=_digest(secret), made_at=at)
    return secret


def revoke_feeds(user: User, at: datetime) -> int:
    """Shut every feed of somebody; return how many were open."""
    return FeedToken.objects.filter(user=user, revoked_at__isnull=True).update(revoked_at=at)


def user_of_feed(secret: str, at: datetime) -> User:
    """Return whose feed a secret opens. Raises NotFound for one that was never given out, or was revoked."""
    found = (
        FeedToken.objects.select_related("user")
        .filter(digest=_digest(secret), revoked_at__isnull=True, user__is_active=True)
        .first()
    )
    if found is None:
        raise NotFound(_FEED)
    on = alerts.day(at)
    if found.last_used_on != on:  # one write a day, however often a program looks
        FeedToken.objects.filter(pk=found.pk).update(last_used_on=on)
    return found.user


def calendar_feed(whose: User | str, at: datetime) -> bytes:
    """Return the feed of a user, or of the secret that opens it: what runs against a date, as all-day events."""
    user = user_of_feed(whose, at) if isinstance(whose, str) else whose
    lang: Lang = "en" if user.lang.startswith("en") else "zh"
    feed = Calendar()
    feed.add("prodid", "-//Qingdan//due dates//EN")
    feed.add("version", "2.0")
    feed.add("method", "PUBLISH")
    feed.add("x-wr-calname", _TITLE.of(lang))
    feed.add("x-published-ttl", "PT6H")
    for event in (*_duties(user, at, lang), *_clocks(user, at, lang)):
        feed.add_component(event)
    return bytes(feed.to_ical())


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _duties(user: User, at: datetime, lang: Lang) -> Iterator[Event]:
    on = alerts.day(at)
    some = Product.objects.filter(mandates_held_for(user, on))
    rows = (
        Obligation.objects.filter(
            Q(product__party__in=acting_for(user, on).values("pk")) | Q(product__in=some.values("pk")),
            standing__in=("due", "overdue"),
            due__isnull=False,
        )
        .exclude(bearer__in=_OFFICIAL)
        .select_related("product")
        .order_by("due", "pk")
    )
    for row in rows:
        says = Text(**row.detail["says"])
        cite = Text(**row.detail["cite"]["said"])
        about = Text(
            f"{row.product.name_en or row.product.name}: {says.en}", f"{row.product.name}：{says.zh}"
        )
        link = alerts.link({"product": row.product_id})
        assert row.due is not None  # noqa: S101 - the query asked for it
        uid = f"duty-{sha256(f'{row.product_id}|{row.rule}|{row.instance}'.encode()).hexdigest()[:32]}"
        yield _event(
            uid, about, Text(f"{cite.en}\n{link}", f"{cite.zh}\n{link}"), row.due, row.provisional, at, lang
        )


def mandates_held_for(user: User, on: date) -> Q:
    """Return the condition that a product is one somebody holds a mandate for, limited to it."""
    return Q(pk__in=mandates_of(user, on).filter(products__isnull=False).values("products"))


def _clocks(user: User, at: datetime, lang: Lang) -> Iterator[Event]:
    """Yield the clocks that bind somebody's parties; for an officer, those that bind the office in their own cases."""
    on = alerts.day(at)
    ours = Q(official=False, case__party__in=acting_for(user, on).values("pk")) | Q(
        official=False, case__product__in=Product.objects.filter(mandates_held_for(user, on)).values("pk")
    )
    mine = Q(official=True, case__assignee=user)
    rows = (
        Clock.objects.filter(
            ours | mine,
            case__in=cases_seen_by(user, on).values("pk"),
            stopped_on__isnull=True,
            lapsed_on__isnull=True,
            due__isnull=False,
        )
        .select_related("case")
        .order_by("due", "pk")
    )
    for row in rows:
        case, clock = row.case, procedure(row.case.procedure, row.case.edition).clock_named.get(row.key)
        if clock is None or row.due is None:
            continue
        what = said(clock)
        about = Text(f"{case.ref}: {what.en}", f"{case.ref}：{what.zh}")
        link = alerts.link({"case": case.ref})
        more = Text(f"{clock.cite.of('en')}\n{link}", f"{clock.cite.of('zh')}\n{link}")
        yield _event(f"clock-{row.pk}", about, more, row.due, row.provisional, at, lang)


def _event(  # noqa: PLR0913, PLR0917 - an event has what it has
    uid: str,
    about: Text,
    more: Text,
    due: date,
    provisional: bool,  # noqa: FBT001 - a column
    at: datetime,
    lang: Lang,
) -> Event:
    event = Event()
    event.add("uid", f"{uid}@{urlsplit(settings.BASE_URL).hostname or 'qingdan'}")
    event.add("dtstamp", at)
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    event.add("summary", f"{_PROVISIONAL.of(lang) if provisional else ''}{about.of(lang)}")
    other = about.of("zh" if lang == "en" else "en")
    said_ = f"{other}\n{more.of(lang)}"
    event.add("description", f"{said_}\n{_WHY_PROVISIONAL.of(lang)}" if provisional else said_)
    event.add("status", "TENTATIVE" if provisional else "CONFIRMED")
    event.add("transp", "TRANSPARENT")  # a due date does not block the day
    for days in _WARNED:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", about.of(lang))
        alarm.add("trigger", timedelta(days=-days))
        event.add_component(alarm)
    return event


_TITLE = Text("Qingdan: due dates", "清单：期限")
_PROVISIONAL = Text("(provisional) ", "（暂定）")
_WHY_PROVISIONAL = Text(
    "Provisional: the holidays of that year are not announced yet, and nobody is late by it.",
    "暂定：所在年度放假安排尚未公布，不据此认定逾期。",
)
