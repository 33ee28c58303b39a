"""Pages by cursor: stable while rows are added, equally fast on the last page as on the first."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import DateField, DateTimeField, Field, IntegerField, Model, Q, QuerySet, UUIDField

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.law.grammar.text import Text

M = TypeVar("M", bound=Model)
MOST = 100
_HIGHEST = 2**63 - 1
_LONGEST = 300
_FIRST_YEAR, _LAST_YEAR = 1900, 2200


def page(
    rows: QuerySet[M], key: tuple[str, ...], cursor: str, limit: int, shown: Callable[[M], dict[str, Any]]
) -> dict[str, Any]:
    """Return one page of ``rows``, ordered by ``key``, and the cursor of the next.

    Args:
        rows: What is listed; its order is replaced by ``key``.
        key: Fields to order by, the last one unique; ``-`` before a field turns it round. The first alone may be null:
            such rows come last.
        cursor: Where the page before ended; empty for the first.
        limit: How many at most, 1 to 100.
        shown: What is shown of a row.

    Raises ActionRefused for a cursor that is none of this list.
    """
    values = _read(rows.model, cursor, key) if cursor else None
    found: list[M] = []
    for stretch in _stretches(rows.order_by(*key), key, values):
        found += stretch[: limit + 1 - len(found)]
        if len(found) > limit:
            break
    more = len(found) > limit
    found = found[:limit]
    last = _write(key, found[-1]) if more else None
    return {"items": [shown(row) for row in found], "next": last}


def _stretches(rows: QuerySet[M], key: tuple[str, ...], values: list[Any] | None) -> Iterator[QuerySet[M]]:
    """Yield what is left to list, those without a value in the first field last: each is read along one index."""
    first = key[0].lstrip("-")
    nullable = _field(rows.model, first).null
    without = rows.filter(**{f"{first}__isnull": True})
    if values is not None and values[0] is None:
        yield without.filter(_after(key[1:], values[1:]))
        return
    if values is not None:
        bound = f"{first}__{'lte' if key[0][0] == '-' else 'gte'}"  # said besides, so that the index is entered here
        yield rows.filter(_after(key, values), **{bound: values[0]})
    else:
        yield rows.filter(**{f"{first}__isnull": False}) if nullable else rows
    if nullable:
        yield without


def _after(key: tuple[str, ...], values: list[Any]) -> Q:
    """Return the condition that a row comes after the one with ``values``."""
    later, same = Q(pk__in=[]), Q()
    for field, value in zip(key, values, strict=True):
        name = field.lstrip("-")
        later |= same & Q(**{f"{name}__{'lt' if field[0] == '-' else 'gt'}": value})
        same &= Q(**{name: value})
    return later


def _write(key: tuple[str, ...], row: Model) -> str:
    values = []
    for field in key:
        value: Any = row
        for part in field.lstrip("-").split("__"):
            value = getattr(value, part)
        values.append(value.isoformat() if isinstance(value, date | datetime) else value)
    return urlsafe_b64encode(json.dumps([_name(key), *values], default=str).encode()).decode().rstrip("=")


def _name(key: tuple[str, ...]) -> str:
    return ",".join(key)


def _read(model: type[Model], cursor: str, key: tuple[str, ...]) -> list[Any]:
    """Return the values in a cursor, each of the kind its field holds."""
    try:
        name, *values = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        if name != _name(key) or len(values) != len(key):
            raise ValueError  # noqa: TRY301 - one refusal for every way to be wrong
        return [_value(_field(model, k.lstrip("-")), v) for k, v in zip(key, values, strict=True)]
    except (ValueError, TypeError, RecursionError):
        raise ActionRefused(
            "bad_field",
            Text(
                "this cursor belongs to no page of this list; start again without it",
                "游标无效，请从首页重新开始",
            ),
            field="cursor",
        ) from None


def _field(model: type[Model], path: str) -> Field[Any, Any]:
    *way, last = path.split("__")
    for step in way:
        model = model._meta.get_field(step).related_model  # type: ignore[assignment] # noqa: SLF001 - Django's own name
    found: Field[Any, Any] = model._meta.get_field(last)  # type: ignore[assignment] # noqa: SLF001
    return found


def _value(field: Field[Any, Any], value: object) -> Any:  # noqa: ANN401 - what the field holds
    if value is None and field.null:
        return None
    if isinstance(field, DateTimeField) and isinstance(value, str):
        found = datetime.fromisoformat(value)
        if found.tzinfo is None or not _FIRST_YEAR < found.year < _LAST_YEAR:
            raise ValueError
        return found
    if isinstance(field, DateField) and isinstance(value, str):
        return date.fromisoformat(value)
    if isinstance(field, UUIDField) and isinstance(value, str):
        return UUID(value)
    if isinstance(field, IntegerField) and type(value) is int and abs(value) <= _HIGHEST:
        return value
    if (
        isinstance(value, str)
        and not isinstance(field, IntegerField | DateField | UUIDField)
        and len(value) <= _LONGEST
    ):
        if "\x00" in value:
            raise ValueError
        value.encode()
        return value
    raise ValueError
