"""Carry out what a step does to the register, to records and to the list. Within the transaction of the act."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from datetime import date, datetime
from functools import singledispatch
from typing import Any

from django.db import connection

from qingdan.casework.actions import crediting, listing
from qingdan.casework.models import (
    Case,
    Event,
    Record,
    RegisterEntry,
    RegisterVersion,
)
from qingdan.law.clock import SHANGHAI, count
from qingdan.law.grammar.text import Text
from qingdan.law.grammar.units import Unit
from qingdan.law.numbers import Kind, QingdanNumber
from qingdan.ledger.encoding import canonical
from qingdan.ledger.leaf import Body
from qingdan.procedures.catalogue import procedure
from qingdan.procedures.engine import Outcome, Setting, What
from qingdan.procedures.grammar.effects import Amends, Enters, ListAct, Marks, Prolongs, Records, Status
from qingdan.procedures.grammar.procedure import Subject


class Projection:
    """One effect in its act: what the effects below read and write."""

    def __init__(self, case: Case, outcome: Outcome, act: Any, setting: Setting) -> None:  # noqa: ANN401 - Act
        self.case = case
        self.at = act.at
        self.on = _effective(outcome, act.at)
        self.given: Mapping[str, Any] = {**outcome.state.kept, **outcome.given}
        self.procedure = procedure(case.procedure, case.edition)
        self.setting = setting
        self.number: str | None = None

    @property
    def entry(self) -> RegisterEntry:
        """The entry the case is about."""
        assert self.case.entry_id is not None  # noqa: S101 - generic tests refuse such declarations
        return RegisterEntry.objects.select_for_update().get(pk=self.case.entry_id)

    def about(self, entry: RegisterEntry) -> None:
        """Keep the entry as the one the case is about; a case about an entry stays about that one."""
        if self.procedure.subject is not Subject.ENTRY or entry.pk == self.case.entry_id:
            self.case.entry = entry

    def shown(self, keys: tuple[str, ...]) -> dict[str, Any]:
        """Return what was given, in this act or before it, in those of the fields that are public."""
        public = {f.key for step in self.procedure.steps.values() for f in step.asks if f.public}
        wanted = [k for k in keys if k in public]
        given = dict(self.given)
        if not set(wanted) <= set(given):
            given = {**self._given_before(), **given}
        return {k: given[k] for k in wanted if k in given}

    def _given_before(self) -> dict[str, Any]:
        """Return what the steps of this case were given, the latest answer to each; nothing of what was erased."""
        told: dict[str, Any] = {}
        events = Event.objects.filter(case=self.case, what=What.TAKEN.value).order_by("seq")
        for body in events.filter(payload__body__isnull=False).values_list("payload__body", flat=True):
            told.update(json.loads(body or "{}"))
        return told

    def months_on(self, start: date, months: int) -> date:
        """Return the last day of a term of ``months`` after ``start``; rest days do not move it."""
        end = count(start, months, Unit.MONTH, calendar=self.setting.calendar, roll=False).raw_end
        assert end is not None  # noqa: S101 - nothing pauses a term
        return end


def _effective(outcome: Outcome, at: datetime) -> date:
    """Return the day from which effects count: of service where they wait for it, of the period's end for a lapse."""
    if outcome.what is What.SERVED:
        return date.fromisoformat(outcome.given["served_on"])
    if outcome.what is What.LAPSED and outcome.key in outcome.state.taken:
        return date.fromisoformat(outcome.state.taken[outcome.key])
    return at.astimezone(SHANGHAI).date()


def project(case: Case, outcome: Outcome, act: Any, setting: Setting) -> str | None:  # noqa: ANN401 - Act
    """Carry out the effects of an outcome; return the number it issued, if it did."""
    crediting.enter(case, outcome, act.at)
    if not outcome.effects:
        return None
    projection = Projection(case, outcome, act, setting)
    for effect in outcome.effects:
        carry_out(effect, projection)
    return projection.number


@singledispatch
def carry_out(effect: object, p: Projection) -> None:
    """Carry out one effect."""
    raise TypeError(f"unknown effect {effect!r} in case {p.case.ref}")


def next_number(kind: Kind, division: str, year: int) -> QingdanNumber:
    """Return the next number of a kind, division and year; none is ever given out twice."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO casework_serial (kind, division, year, last) VALUES (%s, %s, %s, 1) "
            "ON CONFLICT (kind, division, year) DO UPDATE SET last = casework_serial.last + 1 RETURNING last",
            [kind.value, division, year],
        )
        (last,) = cursor.fetchone()
    return QingdanNumber.issue(kind, division, year, last)


@carry_out.register
def _enters(effect: Enters, p: Projection) -> None:
    kind = effect.kind if isinstance(effect.kind, Kind) else Kind(p.given[effect.kind])
    number = next_number(kind, p.case.office.division, p.on.year)
    months = p.given.get(effect.term_months) if effect.term_months else None
    case = p.case
    assert case.party is not None  # noqa: S101 - an entry has a holder
    entry = RegisterEntry.objects.create(
        number=str(number),
        kind=kind.value,
        party=case.party,
        product=case.product,
        office=case.office,
        case=case,
        status=Status.ACTIVE.value,
        status_since=p.on,
        granted_on=p.on,
        expires_on=p.months_on(p.on, int(months)) if months else None,
        search=_folded(str(number), case),
    )
    p.about(entry)
    p.number = str(number)
    _publish_version(entry, case, p.at, p.shown(effect.shows), Text("entered", "登记"))


@carry_out.register
def _marks(effect: Marks, p: Projection) -> None:
    entry = p.entry
    ended = Status(entry.status).final and effect.status in _STRUCK_OFF
    if not ended:  # striking off what was revoked or withdrawn does not take that word away
        entry.status, entry.status_since = effect.status.value, p.on
    if effect.status is Status.ACTIVE:  # restored: what was found against it in the suspension is settled
        _end_records(p, ("found_uncorrected",))
    _publish(entry, p, {}, effect.why)


_STRUCK_OFF = (Status.CANCELLED, Status.DEREGISTERED)


@carry_out.register
def _amends(effect: Amends, p: Projection) -> None:
    entry = p.entry
    _publish(entry, p, p.shown(effect.shows), Text("changed", "变更"))


@carry_out.register
def _prolongs(effect: Prolongs, p: Projection) -> None:
    entry = p.entry
    assert entry.expires_on is not None  # noqa: S101 - only what ends can be prolonged
    months = p.given.get(effect.term_months) if effect.term_months else None
    if months is None:
        months = _term_of(p)
    entry.expires_on = p.months_on(entry.expires_on, int(months))
    if entry.status == Status.EXPIRED.value:  # the renewal came in time, and whoever marked it could not know
        entry.status, entry.status_since = _before_expiry(entry) or (Status.ACTIVE.value, p.on)
    _publish(entry, p, {}, Text("prolonged", "延续"))


def _before_expiry(entry: RegisterEntry) -> tuple[str, date] | None:
    """Return how an expired entry stood before, in force or suspended, and since when."""
    rows = RegisterVersion.objects.filter(entry=entry).exclude(status=Status.EXPIRED.value)
    last = rows.order_by("-version").first()
    if last is None:
        return None
    return last.status, date.fromisoformat(json.loads(last.public)["status_since"])


def _term_of(p: Projection) -> int:
    """Return how long a licence lasts where the act does not say: as the reading in force has it."""
    from qingdan.law.readings.licensing import license_term_months

    taken = p.setting.law.taken(license_term_months)
    assert isinstance(taken, int)  # noqa: S101 - the reading is a number
    return taken


@carry_out.register
def _records(effect: Records, p: Projection) -> None:
    case = p.case
    assert case.party is not None  # noqa: S101 - a record is about somebody
    _end_records(p, (effect.what, *effect.ends))
    Record.objects.create(
        party=case.party,
        product=case.product,
        case=case,
        what=effect.what,
        public=p.shown(effect.shows),
        on=p.on,
    )


def _end_records(p: Projection, whats: tuple[str, ...]) -> None:
    Record.objects.filter(
        party=p.case.party_id, product=p.case.product_id, what__in=whats, ended_on__isnull=True
    ).update(ended_on=p.on)


@carry_out.register
def _list_act(effect: ListAct, p: Projection) -> None:
    edition = p.case.list_edition
    assert edition is not None  # noqa: S101 - the subject of such a case
    listing.carry_out(effect, edition, p.on, p.given)


def _folded(number: str, case: Case) -> str:
    """Return what a lookup of an entry matches."""
    parts = [number]
    if case.party:
        parts += [case.party.name, case.party.name_en, case.party.uscc or ""]
    if case.product:
        parts += [case.product.name, case.product.name_en]
    return " ".join(p for p in parts if p).casefold()


def _publish(entry: RegisterEntry, p: Projection, changed: Mapping[str, Any], why: Text) -> None:
    p.about(entry)
    republish(entry, p.case, p.at, changed, why)


def republish(entry: RegisterEntry, case: Case, at: datetime, changed: Mapping[str, Any], why: Text) -> None:
    """Add a version of the entry: the one before with ``changed``. It becomes a leaf of the public log."""
    last = RegisterVersion.objects.filter(entry=entry).order_by("-version").first()
    if last is not None:
        entry.version = last.version + 1
    _publish_version(entry, case, at, {**(_shown_before(last) if last else {}), **changed}, why)
    entry.save()


def _publish_version(
    entry: RegisterEntry, case: Case, at: datetime, shown: Mapping[str, Any], why: Text
) -> None:
    public = {**_particulars(entry, case), "shown": shown, "why": why.as_data()}
    body = Body.of(secrets.token_bytes(16), public)
    header = {
        "v": 1,
        "kind": "register.entry",
        "at": at.astimezone(SHANGHAI).isoformat(timespec="seconds"),
        "number": entry.number,
        "version": entry.version,
        "status": entry.status,
    }
    RegisterVersion.objects.create(
        entry=entry,
        version=entry.version,
        at=at,
        status=entry.status,
        why=why.en,
        header=canonical(header).decode(),
        salt=body.salt.hex(),
        public=body.text.decode(),
    )


def _shown_before(last: RegisterVersion) -> dict[str, Any]:
    shown: dict[str, Any] = json.loads(last.public)["shown"]
    return shown


def _particulars(entry: RegisterEntry, case: Case) -> dict[str, Any]:
    return {
        "number": entry.number,
        "kind": entry.kind,
        "status": entry.status,
        "status_since": entry.status_since.isoformat(),
        "holder": entry.party.name,
        "holder_en": entry.party.name_en,
        "uscc": entry.party.uscc or "",
        "product": entry.product.name if entry.product else "",
        "product_en": entry.product.name_en if entry.product else "",
        "granted_on": entry.granted_on.isoformat(),
        "expires_on": entry.expires_on.isoformat() if entry.expires_on else "",
        "office": {"zh": entry.office.name_zh, "en": entry.office.name_en},
        "case": case.ref,
    }
