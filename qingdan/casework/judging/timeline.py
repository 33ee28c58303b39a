"""A product as the law judges it, from the rows that say what holds of it and what happened to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from qingdan.casework.models import Answers, Happening, Product
from qingdan.law import timeline as law
from qingdan.law.pack import model_law
from qingdan.law.timeline import Moment


class Rows(NamedTuple):
    """The rows that count: the latest answers of each day, and the happenings not withdrawn."""

    answers: tuple[Answers, ...]
    happenings: tuple[Happening, ...]


def rows_of(product_id: int) -> Rows:
    """Return the rows that count for a product."""
    return rows_by_product([product_id])[product_id]


def rows_by_product(ids: Iterable[int]) -> dict[int, Rows]:
    """Return the rows that count, by product, in two queries."""
    latest: dict[int, dict[date | None, Answers]] = {pk: {} for pk in ids}
    for said in Answers.objects.filter(product__in=latest).order_by("id"):
        latest[said.product_id][said.holds_from] = said
    happened: dict[int, list[Happening]] = {pk: [] for pk in latest}
    for row in Happening.objects.filter(product__in=latest, withdrawn_at__isnull=True).order_by("id"):
        happened[row.product_id].append(row)
    return {
        pk: Rows(tuple(latest[pk].values()), tuple(sorted(_settled(happened[pk]), key=lambda r: r.pk)))
        for pk in latest
    }


def _settled(rows: list[Happening]) -> Iterator[Happening]:
    """Yield happenings without those said twice: what an act put on record prevails over what was reported."""
    acts = {(r.event, r.moment) for r in rows if r.case_id is not None}
    once: dict[str, Happening] = {}
    for row in rows:
        if row.event in _only_once():
            before = once.get(row.event)
            if before is None or row.case_id is not None or before.case_id is None:
                once[row.event] = row
        elif row.case_id is not None or (row.event, row.moment) not in acts:
            yield row
    yield from once.values()


@cache
def _only_once() -> frozenset[str]:
    return frozenset(e.key for e in model_law().events if not e.repeats)


def product_of(product: Product) -> law.Product:
    """Return a product as the law judges it."""
    return told_by(product, rows_of(product.pk))


def told_by(product: Product, rows: Rows) -> law.Product:
    """Return a product as ``rows`` tell of it; a later row for a day has replaced the earlier ones."""
    first: dict[str, Any] = next((r.answers for r in rows.answers if r.holds_from is None), {})
    return law.Product(
        name=product.name,
        answers=first,
        changes=tuple(
            law.Change(r.holds_from, r.answers)
            for r in sorted(rows.answers, key=lambda r: r.holds_from or date.min)
            if r.holds_from is not None
        ),
        happenings=tuple(law.Happening(r.event, moment_of(r.moment), r.note) for r in rows.happenings),
        description=product.description,
    )


def moment_of(text: str) -> Moment:
    """Return a moment as it is kept: a day, or an instant where hours count."""
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
