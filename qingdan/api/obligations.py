"""What is owed, by product or by all products of a party: with filters, and how each date was computed."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Query, Router

from qingdan.api.acts import present
from qingdan.api.doors import caller, door
from qingdan.api.paging import page
from qingdan.api.product_shapes import Obligation, WholeObligation
from qingdan.api.products import obligation as brief
from qingdan.api.shapes import HIGHEST, Cursor, Day, InPath, Limit, Page
from qingdan.casework.queries import products as read

router = Router(tags=["obligations"])


@router.get("", auth=door("cases:read"), summary="List obligations", response=Page[Obligation])
def list_obligations(  # noqa: PLR0913 - filters
    request: HttpRequest,
    *,
    product: Annotated[int | None, Query(ge=1, le=HIGHEST)] = None,
    party: Annotated[int | None, Query(ge=1, le=HIGHEST)] = None,
    standing: Annotated[
        Literal["overdue", "due", "done", "done_late", "undecided", ""],
        Query(description="only those that stand so"),
    ] = "",
    due_before: Annotated[Day | None, Query(description="only those due before this day")] = None,
    bearer: Annotated[str, Query(max_length=24)] = "",
    cursor: Cursor = "",
    limit: Limit = 25,
) -> dict[str, Any]:
    """List what products owe, what is due first coming first: of all you act for, or of one you may see."""
    user, on = caller(request), present().on
    if product is not None:
        rows = read.obligations_of(read.products_seen_by(user, on).filter(pk=product))
    else:
        mine = read.products_of_parties(user, on)
        rows = read.obligations_of(mine if party is None else mine.filter(party=party))
    for field, value in (("standing", standing), ("bearer", bearer)):
        rows = rows.filter(**{field: value}) if value else rows
    if due_before is not None:
        rows = rows.filter(due__lt=due_before)
    return page(rows, ("due", "id"), cursor, limit, brief)


@router.get("/{obligation}", auth=door("cases:read"), summary="See an obligation", response=WholeObligation)
def see_obligation(request: HttpRequest, obligation: InPath) -> dict[str, Any]:
    """See a duty with the computation of its date, its reasons and what would show that it is done."""
    found = read.obligation_for(caller(request), obligation, present().on)
    return {**brief(found), "detail": found.detail}
