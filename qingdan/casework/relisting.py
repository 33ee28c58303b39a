"""A new edition of the Negative List over all products: who would change track, before anybody is bound by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

from qingdan.casework import law_now
from qingdan.casework.judging.timeline import rows_by_product, told_by
from qingdan.casework.models import Judged, ListEdition, Product
from qingdan.law import timeline as law
from qingdan.law.judge.relisting import TrackChange, who_changes_track
from qingdan.law.negative_list.edition import edition_in_force

_MOST_NAMED = 2000  # products named one by one; all are counted
_AT_A_TIME = 500


def dry_run(edition: ListEdition, on: date) -> dict[str, Any]:
    """Return who would change track if ``edition`` were in force instead of the list that is.

    Products are named by number. Raises Refusal where the draft cannot be read as an edition.
    """
    old, new = edition_in_force(law_now.editions(), on), law_now.law_edition(edition)
    readings = law_now.readings_taken()
    looked = 0
    ways: Counter[tuple[str, str]] = Counter()
    named: list[dict[str, Any]] = []
    for pk, product in _products():
        looked += 1
        for change in who_changes_track([product], old, new, on, readings=readings):
            told = _told(pk, change)
            ways[told["before"], told["after"]] += 1
            if len(named) < _MOST_NAMED:
                named.append(told)
    return {
        "on": on.isoformat(),
        "edition": edition.key,
        "instead_of": old.key if old else None,
        "products": looked,
        "changes": sum(ways.values()),
        "ways": [{"before": b, "after": a, "products": n} for (b, a), n in sorted(ways.items())],
        "named": named,
    }


def _products() -> Iterator[tuple[int, law.Product]]:
    rows = Product.objects.filter(party__closed_at__isnull=True).order_by("pk").iterator(_AT_A_TIME)
    while batch := list(islice(rows, _AT_A_TIME)):
        lines = rows_by_product([p.pk for p in batch])
        yield from ((p.pk, told_by(p, lines[p.pk])) for p in batch)


def _told(product: int, change: TrackChange) -> dict[str, Any]:
    return {
        "product": product,
        "before": "/".join(t.value for t in change.before.candidates),
        "after": "/".join(t.value for t in change.after.candidates),
        "joins": [e.key for e in change.joined],
        "leaves": [e.key for e in change.left],
        "may_join": [e.key for e in change.may_join],
    }


def judge_all_again(edition: ListEdition, on: date) -> None:
    """See to it that every product is judged again by the day on which ``edition`` takes effect.

    Products judged since its publication expect that day already; this finds those that do not.
    """
    del edition
    Judged.objects.filter(next_on__gt=on, wanted=False, on__lt=on).update(next_on=on)
