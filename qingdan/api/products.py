"""Products over the API: what is known of them over time, what the law says of them, what they owe."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from ninja.responses import Status

from qingdan.api import product_shapes as shapes
from qingdan.api.acts import once, present
from qingdan.api.doors import caller, door
from qingdan.api.paging import page
from qingdan.api.rates import HEAVY
from qingdan.api.shapes import Cursor, Day, InPath, Key, Limit, Page
from qingdan.api.shown import instant
from qingdan.casework import products as acts
from qingdan.casework.models import Answers, Evidence, Happening, Journal, Obligation, Product
from qingdan.casework.queries import products as read

router = Router(tags=["products"])
READ, WRITE = door("cases:read"), door("products:write")


def _product(row: Product) -> dict[str, Any]:
    judged = getattr(row, "judged", None)
    summary = judged.summary if judged else {}
    return {
        "id": row.pk,
        "party": {"id": row.party_id, "name": row.party.name},
        "name": row.name,
        "name_en": row.name_en,
        "description": row.description,
        "added_at": instant(row.added_at),
        "judged_on": judged.on.isoformat() if judged and judged.on else None,
        "track": summary.get("track"),
        "candidates": summary.get("candidates", []),
        "open_questions": summary.get("open_questions"),
        "waits": judged is None or judged.wanted,
    }


def _answers(row: Answers) -> dict[str, Any]:
    return {
        "id": row.pk,
        "holds_from": row.holds_from.isoformat() if row.holds_from else None,
        "answers": row.answers,
        "said_at": instant(row.said_at),
    }


def _report(row: Happening) -> dict[str, Any]:
    return {
        "id": row.pk,
        "event": row.event,
        "on": row.moment,
        "note": row.note,
        "case": row.case_id,
        "said_at": instant(row.said_at),
        "withdrawn_at": instant(row.withdrawn_at),
    }


def obligation(row: Obligation) -> dict[str, Any]:
    """Return a duty in brief."""
    return {
        "id": row.pk,
        "product": {"id": row.product_id, "name": row.product.name},
        "rule": row.rule,
        "instance": row.instance,
        "bearer": row.bearer,
        "ground": row.ground,
        "standing": row.standing,
        "says": row.detail["says"],
        "cite": row.detail["cite"]["said"],
        "due": row.due.isoformat() if row.due else None,
        "due_at": instant(row.due_at),
        "provisional": row.provisional,
        "done_on": row.done_on.isoformat() if row.done_on else None,
        "judged_on": row.judged_on.isoformat(),
    }


def _evidence(row: Evidence) -> dict[str, Any]:
    return {
        "id": row.pk,
        "rule": row.rule,
        "instance": row.instance,
        "document": str(row.document_id) if row.document_id else None,
        "says": row.says,
        "given_at": instant(row.given_at),
    }


def _change(row: Journal) -> dict[str, Any]:
    return {
        "id": row.pk,
        "at": instant(row.at),
        "rule": row.rule,
        "instance": row.instance,
        "why": row.why,
        "before": row.before,
        "after": row.after,
    }


@router.get("", auth=READ, summary="List products", response=Page[shapes.Product])
def list_products(request: HttpRequest, *, cursor: Cursor = "", limit: Limit = 25) -> dict[str, Any]:
    """List the products of the parties you act for, newest first."""
    rows = read.products_of_parties(caller(request), present().on).select_related("judged")
    return page(rows, ("-id",), cursor, limit, _product)


@router.post("", auth=WRITE, summary="Add a product", response={201: shapes.Product})
def add_product(
    request: HttpRequest, response: HttpResponse, body: shapes.NewProduct, key: Key = None
) -> Status[Any]:
    """Add a product of a party you file for."""
    user, at = caller(request), present().at

    def act() -> dict[str, Any]:
        said = {"name_en": body.name_en, "description": body.description}
        return _product(acts.add_product(body.party, body.name, **said, by=user, at=at))

    return Status(201, once(request, response, key, act))


@router.get("/{product}", auth=READ, summary="See a product", response=shapes.Product)
def see_product(request: HttpRequest, product: InPath) -> dict[str, Any]:
    """See a product with how it was judged last."""
    return _product(read.product_for(caller(request), product, present().on))


@router.get("/{product}/answers", auth=READ, summary="List answers", response=Page[shapes.Answers])
def list_answers(
    request: HttpRequest, product: InPath, *, cursor: Cursor = "", limit: Limit = 25
) -> dict[str, Any]:
    """List everything ever said of a product, latest first; for each day the latest counts."""
    found = read.product_for(caller(request), product, present().on)
    return page(read.answers_of(found), ("-id",), cursor, limit, _answers)


@router.post("/{product}/answers", auth=WRITE, summary="Answer", response={201: shapes.Answers})
def answer(
    request: HttpRequest, response: HttpResponse, product: InPath, body: shapes.NewAnswers, key: Key = None
) -> Status[Any]:
    """Say what holds of a product from a day on. Nothing said before is lost; the same again changes nothing."""
    user, at = caller(request), present().at

    def act() -> dict[str, Any]:
        said = acts.answer(product, body.holds_from, body.answers, by=user, at=at, instead=body.instead)
        return _answers(said)

    return Status(201, once(request, response, key, act))


@router.get("/{product}/reports", auth=READ, summary="List reports", response=Page[shapes.Report])
def list_reports(
    request: HttpRequest, product: InPath, *, cursor: Cursor = "", limit: Limit = 25
) -> dict[str, Any]:
    """List what happened to a product: what the party reported, and what acts in cases brought about."""
    found = read.product_for(caller(request), product, present().on)
    return page(read.reports_of(found), ("-id",), cursor, limit, _report)


@router.post("/{product}/reports", auth=WRITE, summary="Report an event", response={201: shapes.Report})
def report(
    request: HttpRequest, response: HttpResponse, product: InPath, body: shapes.NewReport, key: Key = None
) -> Status[Any]:
    """Say that something happened to a product; periods run from it. The same report again changes nothing."""
    user, at = caller(request), present().at
    return Status(
        201,
        once(
            request,
            response,
            key,
            lambda: _report(acts.report(product, body.event, body.on, note=body.note, by=user, at=at)),
        ),
    )


@router.delete("/{product}/reports/{report}", auth=WRITE, summary="Take a report back", response={204: None})
def withdraw_report(request: HttpRequest, product: InPath, report: InPath) -> Status[Any]:
    """Take back what the party itself reported; it stays on record as withdrawn."""
    user, (at, on) = caller(request), present()
    acts.withdraw_report(read.report_for(user, product, report, on).pk, by=user, at=at)
    return Status(204, None)


@router.get(
    "/{product}/judgement", auth=READ, summary="Judge a product", response=shapes.Judgement, throttle=[HEAVY]
)
def judgement(
    request: HttpRequest,
    product: InPath,
    *,
    on: Annotated[Day | None, Query(description="the day judged; today if none")] = None,
    readings: Annotated[bool, Query(description="also what other readings of the law would give")] = False,
) -> dict[str, Any]:
    """Return what the law says of a product on a day, under this installation's readings, list and calendar."""
    today = present().on
    found = read.product_for(caller(request), product, today)
    return read.judgement_of(found, on or today, readings=readings)


@router.get("/{product}/evidence", auth=READ, summary="List evidence", response=Page[shapes.Evidence])
def list_evidence(
    request: HttpRequest, product: InPath, *, cursor: Cursor = "", limit: Limit = 25
) -> dict[str, Any]:
    """List what was given to show that duties were done."""
    found = read.product_for(caller(request), product, present().on)
    return page(read.evidence_of(found), ("-id",), cursor, limit, _evidence)


@router.post("/{product}/evidence", auth=WRITE, summary="Give evidence", response={201: shapes.Evidence})
def give_evidence(
    request: HttpRequest, response: HttpResponse, product: InPath, body: shapes.NewEvidence, key: Key = None
) -> Status[Any]:
    """Keep what shows that a duty was done."""
    user, at = caller(request), present().at
    document = str(body.document) if body.document else None

    def act() -> dict[str, Any]:
        kept = acts.evidence(
            product, body.rule, body.instance, document=document, says=body.says, by=user, at=at
        )
        return _evidence(kept)

    return Status(201, once(request, response, key, act))


@router.get("/{product}/journal", auth=READ, summary="Why duties changed", response=Page[shapes.Change])
def journal(
    request: HttpRequest, product: InPath, *, cursor: Cursor = "", limit: Limit = 25
) -> dict[str, Any]:
    """List every change of what a product owes, with what moved it."""
    found = read.product_for(caller(request), product, present().on)
    return page(read.journal_of(found), ("-id",), cursor, limit, _change)
