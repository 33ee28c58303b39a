"""What guards may ask about the thing a case is about: looked up once, when first asked (see ``procedures`` Subject)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet

from qingdan.casework.models import (
    Case,
    Clock,
    CreditRecord,
    Happening,
    Judged,
    ListEdition,
    Record,
    RegisterEntry,
)
from qingdan.law.numbers import Kind
from qingdan.procedures.grammar.effects import Status

LIVE = (Status.ACTIVE, Status.SUSPENDED)
BARS = ("ban_after_falsehood", "ban_after_fraud")  # terms of the Licensing Law (78, 79) that bar a party


class Subject(Mapping[str, Any]):
    """Facts about a product, entry, party or list edition, by the names ``procedures`` documents."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._known: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 - plain values of many kinds
        if key not in self._known:
            self._known[key] = _FACTS[key](self._case)
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        return iter(_FACTS)

    def __len__(self) -> int:
        return len(_FACTS)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _judged(key: str) -> Callable[[Case], Any]:
    """Return a lookup in the product's last judgement."""

    def look(case: Case) -> Any:  # noqa: ANN401 - plain values
        found = Judged.objects.filter(product=case.product_id).values_list("summary", flat=True).first()
        return (found or {}).get(key)

    return look


def _active_entry(case: Case) -> str | None:
    if case.product_id:
        entries = RegisterEntry.objects.filter(product=case.product_id)
    else:
        entries = RegisterEntry.objects.filter(party=case.party_id, kind=Kind.REPRESENTATIVE)
    return entries.filter(status__in=LIVE).values_list("status", flat=True).first()


def _registration(case: Case) -> str | None:
    entries = RegisterEntry.objects.filter(product=case.product_id, kind=Kind.REGISTRATION)
    return entries.order_by("-granted_on", "-pk").values_list("status", flat=True).first()


def _last(event: str) -> Callable[[Case], str | None]:
    """Return a lookup of the day an event last happened to the product."""

    def look(case: Case) -> str | None:
        rows = Happening.objects.filter(product=case.product_id, event=event, withdrawn_at__isnull=True)
        found = rows.order_by("-moment").values_list("moment", flat=True).first()
        return found[:10] if found else None

    return look


def _exempt(case: Case) -> bool:
    return Record.objects.filter(
        product=case.product_id, what__in=("exemption", "exemption_confirmed"), ended_on__isnull=True
    ).exists()


def _barred_until(case: Case) -> str | None:
    rows = Clock.objects.filter(case__party=case.party_id, key__in=BARS, due__isnull=False)
    return _iso(rows.order_by("-due").values_list("due", flat=True).first())


def _suspended_on(case: Case) -> str | None:
    if case.entry is None or case.entry.status != Status.SUSPENDED:
        return None
    return _iso(case.entry.status_since)


def _found_uncorrected(case: Case) -> str | None:
    rows = Record.objects.filter(product=case.product_id, what="found_uncorrected", ended_on__isnull=True)
    return _iso(rows.order_by("-on").values_list("on", flat=True).first())


def _incidents(case: Case) -> list[dict[str, str]]:
    """Return the incidents of the product: ``note`` of the report gives the grade of Article 33."""
    rows = Happening.objects.filter(
        product=case.product_id, event="incident_detected", withdrawn_at__isnull=True
    ).order_by("moment")
    return [{"on": h.moment[:10], "severity": h.note} for h in rows]


def _penalties(case: Case) -> list[str]:
    rows = CreditRecord.objects.filter(party=case.party_id, removed_on__isnull=True).order_by("effective_on")
    return [day.isoformat() for day in rows.values_list("effective_on", flat=True)]


def _edition(read: Callable[[ListEdition], Any]) -> Callable[[Case], Any]:
    return lambda case: read(case.list_edition) if case.list_edition else None


def _status(case: Case) -> str | None:
    if case.entry is not None:
        return case.entry.status
    edition = case.list_edition
    if edition is None:
        return None
    return "abandoned" if edition.abandoned_on else "published" if edition.published_on else "draft"


def _standing_editions() -> QuerySet[ListEdition]:
    """Return the editions published and not recalled."""
    return ListEdition.objects.filter(in_force_from__isnull=False, abandoned_on__isnull=True)


def _previous_in_force(case: Case) -> str | None:
    rows = _standing_editions().exclude(pk=case.list_edition_id or 0)
    return _iso(rows.order_by("-in_force_from").values_list("in_force_from", flat=True).first())


def _superseded_from(case: Case) -> str | None:
    edition = case.list_edition
    if edition is None or edition.in_force_from is None:
        return None
    later = _standing_editions().filter(in_force_from__gt=edition.in_force_from)
    return _iso(later.order_by("in_force_from").values_list("in_force_from", flat=True).first())


_FACTS: dict[str, Callable[[Case], Any]] = {
    "track": _judged("track"),
    "provider": _judged("provider"),
    "listed": _judged("listed"),
    "affects_safety": _judged("affects_safety"),
    "exempt": _exempt,
    "active_entry": _active_entry,
    "registration": _registration,
    "filed_on": _last("registry_filed"),
    "barred_until": _barred_until,
    "kind": lambda c: c.entry.kind if c.entry else None,
    "status": _status,
    "expires_on": lambda c: _iso(c.entry.expires_on) if c.entry else None,
    "granted_by": lambda c: c.entry.office_id if c.entry else None,
    "restricted": lambda _: False,
    "incidents": _incidents,
    "penalties": _penalties,
    "suspended_on": _suspended_on,
    "found_uncorrected": _found_uncorrected,
    "foreign": lambda c: c.party.kind == "foreign" if c.party else None,
    "published_on": _edition(lambda e: _iso(e.published_on)),
    "in_force_from": _edition(lambda e: _iso(e.in_force_from)),
    "first": _edition(lambda e: e.first),
    "previous_in_force": _previous_in_force,
    "superseded_from": _superseded_from,
    "draft_digest": _edition(lambda e: e.digest),
    "dry_run_digest": _edition(lambda e: e.dry_run_digest or None),
}
