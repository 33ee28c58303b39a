"""Whether the system lives and is ready: for load balancers and alarms. Says nothing about anybody or anything in it."""

from __future__ import annotations

from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from ninja.responses import Status

from qingdan.api.acts import present
from qingdan.casework.health import readiness

router = Router(tags=["health"])


class Alive(Schema):
    """The process answers."""

    alive: bool


class Ready(Schema):
    """Whether requests can be served and time runs: the database, the worker, the ledger."""

    ready: bool
    database: bool
    worker: bool
    ledger: bool


@router.get("", summary="Is it alive", response=Alive)
def alive(request: HttpRequest, response: HttpResponse) -> dict[str, Any]:
    """Tell that the process answers. Nothing else is looked at."""
    del request
    response["Cache-Control"] = "no-store"
    return {"alive": True}


@router.get("/ready", summary="Is it ready", response={200: Ready, 503: Ready})
def ready(request: HttpRequest, response: HttpResponse) -> Status[Any]:
    """Tell whether the database answers, the worker keeps up, and what happened is sealed in time."""
    del request
    response["Cache-Control"] = "no-store"
    try:
        found = {"database": True, **readiness(present().at)}
    except DatabaseError:
        found = {"database": False, "worker": False, "ledger": False}
    # Web processes serve without the worker: only the database makes one unfit.
    return Status(200 if found["database"] else 503, {"ready": all(found.values()), **found})
