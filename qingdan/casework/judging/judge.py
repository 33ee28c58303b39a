"""Judge a product and keep its obligations in step: once for each change, however often somebody asks."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from qingdan.casework.judging.law_in_use import LawInUse, law_in_use
from qingdan.casework.judging.owing import Row, rows, told
from qingdan.casework.judging.reasons import basis_of, why
from qingdan.casework.judging.timeline import rows_of, told_by
from qingdan.casework.judging.turning import next_turn
from qingdan.casework.models import CalendarNotice, Journal, Judged, Obligation
from qingdan.casework.setbacks import not_set_back, withstood
from qingdan.law import judge as law
from qingdan.law.clock import SHANGHAI
from qingdan.law.facts.product import affects_personal_safety
from qingdan.law.model_law.a23_two_tracks import on_negative_list
from qingdan.law.model_law.a45_exemption import exempt_from_registry
from qingdan.law.model_law.a71_definitions import is_provider

JUDGING = "judging"
_FIELDS = (
    "bearer",
    "ground",
    "standing",
    "due",
    "due_at",
    "shown_due",
    "provisional",
    "done_on",
    "detail",
    "judged_on",
)


def judge_product(product_id: int, at: datetime, *, used: LawInUse | None = None) -> bool:
    """Judge a product if anything it rests on has changed, or time may have; tell whether it was judged.

    Whoever comes second waits and finds nothing to do. Raises Refusal where its timeline can no longer be judged.
    """
    Judged.objects.get_or_create(product_id=product_id)
    with transaction.atomic():
        return _judged(_locked(Judged.objects.filter(pk=product_id)).get(), at, used or law_in_use())


def judge_wanted(at: datetime, limit: int = 50) -> int:
    """Judge products that wait for it, up to ``limit``; return how many. One that fails is left for later."""
    used = law_in_use()
    return sum(_judge_one(pk, at, used) for pk in _wanted(at, used, limit))


def _locked(found: QuerySet[Judged], *, skip: bool = False) -> QuerySet[Judged]:
    return found.select_for_update(of=("self",), skip_locked=skip).select_related("product")


def _judge_one(product_id: int, at: datetime, used: LawInUse) -> bool:
    done: list[bool] = []
    with withstood(JUDGING, product_id, at), transaction.atomic():
        row = _locked(Judged.objects.filter(pk=product_id), skip=True).first()
        done.append(row is not None and _judged(row, at, used))
    return any(done)


def waiting(at: datetime, used: LawInUse) -> tuple[Q, ...]:
    """Return for what reasons products wait to be judged. Each condition is answered by an index of its own."""
    on = at.astimezone(SHANGHAI).date()
    return (
        Q(wanted=True),
        Q(next_on__lte=on),
        Q(under__lt=used.digest),
        Q(under__gt=used.digest),
    )


def _wanted(at: datetime, used: LawInUse, limit: int) -> list[int]:
    found: dict[int, None] = {}
    for reason in waiting(at, used):
        if len(found) < limit:
            rows_ = Judged.objects.filter(reason, not_set_back(JUDGING, at))
            found.update(dict.fromkeys(rows_.values_list("pk", flat=True)[: limit - len(found)]))
    return list(found)


def _judged(row: Judged, at: datetime, used: LawInUse) -> bool:
    on = at.astimezone(SHANGHAI).date()
    lines = rows_of(row.product_id)
    basis = basis_of(lines, used)
    timely = row.on is not None and row.next_on is not None and row.on <= on < row.next_on
    if timely and row.basis == basis:
        if row.wanted:
            row.wanted = False
            row.save(update_fields=["wanted"])
        return False
    judged = law.judge(
        told_by(row.product, lines),
        on,
        readings=used.readings,
        editions=used.editions,
        calendar=used.calendar,
    )
    owed = _reconcile(row, judged, at, why(row.basis, basis, on))
    row.on, row.next_on, row.wanted = on, next_turn(judged, (r.owed for r in owed)), False
    row.basis, row.under = basis, used.digest
    row.summary = summary(judged)
    row.track = row.summary["track"] or ""
    row.save()
    return True


def summary(judged: law.Judgement) -> dict[str, Any]:
    """Return what guards and lists ask of a judgement. ``track`` is None while it is open between ``candidates``."""
    track, edition = judged.track, judged.law.edition
    return {
        "track": track.track.value if track.track else None,
        "candidates": [t.value for t in track.candidates],
        "meanwhile": track.meanwhile.value,
        "provider": judged.book.held(is_provider, judged.on),
        "listed": judged.book.held(on_negative_list, judged.on),
        "exempt": judged.book.held(exempt_from_registry, judged.on),
        "affects_safety": judged.book.held(affects_personal_safety, judged.on),
        "open_questions": len(judged.open_questions),
        "negative_list": edition.key if edition else None,
    }


def _reconcile(
    row: Judged, judged: law.Judgement, at: datetime, reasons: list[dict[str, Any]]
) -> Collection[Row]:
    """Make the rows what the judgement says, and enter every change in the journal; return what is owed."""
    kept = {(o.rule, o.instance): o for o in Obligation.objects.filter(product=row.product_id)}
    loaded = {n.year: n.loaded_at.astimezone(SHANGHAI).date() for n in CalendarNotice.objects.order_by("id")}
    owed = {(r.rule, r.instance): r for r in rows(judged, row.product_id, kept, loaded)}
    Obligation.objects.filter(pk__in=[o.pk for place, o in kept.items() if place not in owed]).delete()
    Obligation.objects.bulk_create(
        r.model(row.product_id, judged.on) for place, r in owed.items() if place not in kept
    )
    changed = [r for place, r in owed.items() if place in kept and kept[place].detail != r.detail]
    Obligation.objects.bulk_update(
        [r.model(row.product_id, judged.on, kept[r.rule, r.instance].pk) for r in changed], _FIELDS
    )
    Journal.objects.bulk_create(
        Journal(
            product_id=row.product_id,
            at=at,
            rule=rule,
            instance=instance,
            why=reasons,
            before=before,
            after=after,
        )
        for (rule, instance), before, after in _changes(kept, owed)
    )
    return owed.values()


def _changes(
    kept: dict[tuple[str, str], Obligation], owed: dict[tuple[str, str], Row]
) -> Iterator[tuple[tuple[str, str], dict[str, Any] | None, dict[str, Any] | None]]:
    for place in {**kept, **owed}:
        before = told(kept[place].detail) if place in kept else None
        after = owed[place].told if place in owed else None
        if before != after:
            yield place, before, after
