"""What verifies the register: signed heads, trusted keys, the status list of the day, and the tiles themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from ninja import Router, Schema

from qingdan.api.acts import for_everybody
from qingdan.casework import sealing
from qingdan.casework.actions.refusals import NotFound
from qingdan.casework.sealing.keys import LOGS
from qingdan.law.grammar.text import Text
from qingdan.ledger.files import FileTiles
from qingdan.ledger.page import content_security_policy, verifier_page

router = Router(tags=["ledger"])
Log = Literal["register", "process"]
_NOTE = {"responses": {200: {"content": {"text/plain": {"schema": {"type": "string"}}}}}}
_YEAR = 31_536_000
_KINDS = {"register.entry": Text("entry in the register", "登记事项")}


class Keys(Schema):
    """The keys trusted for a log; old ones with the day they were rotated out."""

    log: Log
    keys: list[str]


@router.get("/keys/{log}", summary="Get the trusted keys", response=Keys)
def trusted_keys(request: HttpRequest, response: HttpResponse, log: Log) -> dict[str, Any]:
    """Return the public keys trusted for a log. Compare them with those your verifier holds."""
    del request
    for_everybody(response, 300)
    return {"log": log, "keys": [str(k) for k in sealing.trusted(log)]}


@router.get("/checkpoint/{log}", summary="Get the signed head", openapi_extra=_NOTE)
def checkpoint(request: HttpRequest, log: Log) -> HttpResponse:
    """Return the signed head of a log (C2SP tlog-checkpoint). Its tiles are at `/tiles/{log}/`."""
    del request
    return _file(log, "checkpoint", Text("signed head", "已签名的日志头"))


@router.get("/status-list", summary="Get the status list", openapi_extra=_NOTE)
def status_list(request: HttpRequest) -> HttpResponse:
    """Return the latest signed list of entries that no longer stand as they were sealed."""
    del request
    found = sealing.status_list()
    if found is None:
        raise NotFound(Text("status list yet", "状态清单"))
    return _text(found.note.encode())


def _file(log: str, path: str, what: Text) -> HttpResponse:
    data = FileTiles(Path(settings.TILES) / log).read(path)
    if data is None:
        raise NotFound(what)
    return _text(data)


def _text(data: bytes) -> HttpResponse:
    response = HttpResponse(data, content_type="text/plain; charset=utf-8")
    for_everybody(response)
    return response


@require_safe
def tile(request: HttpRequest, log: str, path: str) -> HttpResponse:
    """Return a tile or the checkpoint of a log, as C2SP tlog-tiles lays them out. A web server may do it instead."""
    del request
    data = FileTiles(Path(settings.TILES) / log).read(path) if log in LOGS else None
    if data is None:
        return HttpResponse("not found\n", status=404, content_type="text/plain; charset=utf-8")
    if path == "checkpoint":
        return _text(data)
    response = HttpResponse(data, content_type="application/octet-stream")
    for_everybody(response, _YEAR)
    response["Cache-Control"] += ", immutable"
    return response


@require_safe
def verifier(request: HttpRequest) -> HttpResponse:
    """Return the page that verifies certificates on the reader's own device. What stands behind # stays there."""
    del request
    listed = sealing.status_list()
    page = verifier_page(sealing.trusted("register"), status=listed.note if listed else None, kinds=_KINDS)
    response = HttpResponse(page)
    response["Content-Security-Policy"] = content_security_policy()
    response["Cache-Control"] = "no-cache"
    return response
