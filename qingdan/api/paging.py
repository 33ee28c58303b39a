"""Pages by cursor: stable while rows are added, equally fast on the last page as on the first."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.law.grammar.text import Text

M = TypeVar("M", bound=Model)
MOST = 100


def page(
    rows: QuerySet[M], key: tuple[str, ...], cursor: str, limit: int, shown: Callable[[M], dict[str, Any]]
) -> dict[str, Any]:
    """Return one page of ``rows``, ordered by ``key``, and the cursor of the next.

    Args:
        rows: What is listed; its order is replaced by ``key``.
        key: Fields to order by, the last one unique; ``-`` before a field turns it round. Nulls come last.
        cursor: Where the page before ended; empty for the first.
        limit: How many at most, 1 to 100.
        shown: What is shown of a row.

    Raises ActionRefused for a cursor that is none of this list.
    """
    from django.db.models import F

    order = [
        F(k.lstrip("-")).desc(nulls_last=True) if k[0] == "-" else F(k).asc(nulls_last=True) for k in key
    ]
    rows = rows.order_by(*order)
    if cursor:
        rows = rows.filter(_after(key, _read(cursor, key)))
    found = list(rows[: limit + 1])
    more = len(found) > limit
    found = found[:limit]
    last = _write(key, found[-1]) if more else None
    return {"items": [shown(row) for row in found], "next": last}


def _after(key: tuple[str, ...], values: list[Any]) -> Q:
    """Return the condition that a row comes after the one with ``values``."""
    later, same = Q(), Q()
    first = True
    for field, value in zip(key, values, strict=True):
        name = field.lstrip("-")
        if value is None:  # nulls come last: nothing is later in this field
            same &= Q(**{f"{name}__isnull": True})
            continue
        beyond = Q(**{f"{name}__{'lt' if field[0] == '-' else 'gt'}": value}) | Q(**{f"{name}__isnull": True})
        later = (same & beyond) if first else later | (same & beyond)
        same &= Q(**{name: value})
        first = False
    return later


def _write(key: tuple[str, ...], row: Model) -> str:
    values = []
    for field in key:
        value: Any = row
        for part in field.lstrip("-").split("__"):
            value = getattr(value, part)
        values.append(value.isoformat() if isinstance(value, date | datetime) else value)
    return urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


def _read(cursor: str, key: tuple[str, ...]) -> list[Any]:
    try:
        values = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        if not isinstance(values, list) or len(values) != len(key):
            raise ValueError  # noqa: TRY301 - one refusal for every way to be wrong
        if not all(v is None or isinstance(v, str | int) for v in values):
            raise ValueError  # noqa: TRY301
        for value in values:
            if isinstance(value, str):
                datetime.fromisoformat(value)
    except ValueError:
        raise ActionRefused(
            "bad_field",
            Text(
                "this cursor belongs to no page of this list; start again without it",
                "游标无效，请从首页重新开始",
            ),
            field="cursor",
        ) from None
    return values
