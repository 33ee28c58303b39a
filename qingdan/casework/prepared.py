"""What is asked at every step, put together once: Django spends longer on that than the database on the answer.

A prepared query takes part in transactions and locks like any other; only its SQL does not come about anew.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from datetime import date
from typing import Any, Generic, TypeVar

from django.db import connection, connections
from django.db.models import QuerySet, Value

R = TypeVar("R")
_WIDEST = 63  # bits of the largest number a column holds


class Slot(Value):
    """The place of a value in a prepared query, by its name."""

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:  # noqa: ANN401, ARG002 - as Django has it
        """Stand in the query's values for what will be asked."""
        return "%s", (self,)


class Prepared(Generic[R]):
    """``Prepared(build)``, where ``build`` returns a queryset with slots, is called with the slots' values.

    Slots take the place of numbers, words and days to be equalled or compared. For a number that no column holds
    nothing is found.
    """

    def __init__(self, build: Callable[[], QuerySet[Any, R]]) -> None:
        self._build = build
        self._made: dict[str, tuple[QuerySet[Any, R], Any, str, tuple[Any, ...]]] = {}

    def __call__(self, **values: Any) -> list[R]:  # noqa: ANN401 - values of many kinds
        """Ask, and return what was found."""
        if any(isinstance(v, int) and v.bit_length() > _WIDEST for v in values.values()):
            return []
        rows, compiler, sql, slots = self._made.get(connection.vendor) or self._make()
        if connection.vendor == "sqlite":  # which keeps days as words
            values = {k: v.isoformat() if isinstance(v, date) else v for k, v in values.items()}
        given = tuple(values[s.value] if isinstance(s, Slot) else s for s in slots)
        compiler = copy(compiler)
        compiler.connection = connections[compiler.using]  # of this thread
        compiler.as_sql = lambda *_, **__: (sql, given)
        query = copy(rows.query)
        query.get_compiler = lambda *_, **__: compiler  # type: ignore[method-assign]
        kind: Any = rows._iterable_class  # noqa: SLF001 - Django opens no door to it
        return list(kind(QuerySet(rows.model, query)))

    def one(self, **values: Any) -> R | None:  # noqa: ANN401
        """Ask, and return the first that was found."""
        return next(iter(self(**values)), None)

    def _make(self) -> tuple[QuerySet[Any, R], Any, str, tuple[Any, ...]]:
        rows = self._build()
        compiler = rows.query.get_compiler(rows.db)
        sql, slots = compiler.as_sql()
        self._made[connection.vendor] = made = rows, compiler, sql, tuple(slots)
        return made
