"""What is sealed: the rows of a log in the order of their places, each derived anew from what it records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from qingdan.casework.models import Event, RegisterVersion
from qingdan.ledger.leaf import Body, Leaf
from qingdan.ledger.refusals import LedgerRefused, WillNotSign

TABLES = {"process": "casework_event", "register": "casework_registerversion"}


@dataclass(frozen=True, slots=True)
class Sealed:
    """One row as the ledger sees it; no body where it was erased."""

    index: int
    leaf: Leaf
    body: Body | None


def rows(log: str, first: int, last: int) -> Iterator[Sealed]:
    """Yield the leaves ``first`` to ``last`` (excluded), derived from the database.

    Raises WillNotSign where a row is not what its own digest says: it was altered behind the system's back.
    """
    if log == "process":
        found: QuerySet[Any] = Event.objects.filter(leaf_index__gte=first, leaf_index__lt=last)
        fields = found.order_by("leaf_index").values_list(
            "leaf_index", "header", "payload_digest", "payload__salt", "payload__body"
        )
        for index, header, digest, salt, body in fields.iterator(chunk_size=2000):
            yield _derived(index or 0, header, digest, salt, body)
        return
    versions = RegisterVersion.objects.filter(leaf_index__gte=first, leaf_index__lt=last)
    for index, header, salt, public in (
        versions.order_by("leaf_index").values_list("leaf_index", "header", "salt", "public").iterator(2000)
    ):
        yield _derived(index or 0, header, None, salt, public)


def _derived(index: int, header: str, digest: str | None, salt: str | None, text: str | None) -> Sealed:
    try:
        body = Body(bytes.fromhex(salt), text.encode()) if salt is not None and text is not None else None
        kept = body.digest if digest is None and body is not None else bytes.fromhex(digest or "")
        if body is not None and body.digest != kept:
            raise WillNotSign("entry_differs", index=index)
        return Sealed(index, Leaf(header.encode(), kept), body)
    except (ValueError, LedgerRefused) as fault:
        raise WillNotSign("entry_differs", index=index) from fault
