"""Errors as problem details (RFC 9457), in the reader's language and with the article where the law refuses."""

from __future__ import annotations

import math
from typing import Any

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError

from qingdan.api.tongue import lang_of
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text
from qingdan.ledger.encoding import canonical

STATUS = {
    "malformed": 400,
    "not_found": 404,
    "no_such_procedure": 404,
    "stale": 409,
    "key_reused": 409,
    "open_already": 409,
    "wrong_stage": 409,
    "only_once": 409,
    "not_lawful_now": 409,
    "needs_confirmation": 409,
    "not_sealed_yet": 409,
    "document_not_clean": 409,
    "four_eyes": 403,
    "not_yours": 403,
    "not_allowed": 403,
    "recused": 403,
    "scope_missing": 403,
    "second_factor": 403,
    "verify_again": 403,
    "too_large": 413,
    "not_json": 415,
}
_CODES = {
    "UnknownProcedure": "no_such_procedure",
    "WrongNumber": "bad_number",
    "BadDocument": "bad_document",
    "CalendarRefused": "bad_calendar",
    "ClockRefused": "cannot_be_counted",
    "OutsideCalendar": "cannot_be_counted",
}
UNAUTHENTICATED = Text(
    "give a valid token: Authorization: Bearer qd_...", "请提供有效令牌：Authorization: Bearer qd_..."
)
MALFORMED = Text("the request is malformed; see errors", "请求格式有误，详见errors")
THROTTLED = Text(
    "too many requests; wait as long as Retry-After says", "请求过于频繁，请按Retry-After所示时间等待"
)
NOT_FOUND = Text(
    "there is nothing at this address, or it is not open to you", "该地址没有内容，或者您无权查看"
)
UNREADABLE = Text("the request cannot be read; send it again whole", "无法读取该请求，请完整地重新发送")
TOO_LARGE = Text("the request is larger than allowed here", "请求超过允许的大小")
CSRF = Text(
    "a browser session needs the CSRF token: send the csrf cookie's value as X-CSRFToken",
    "浏览器会话须附CSRF令牌：请将csrf cookie的值以X-CSRFToken发送",
)
NO_METHOD = Text("this address does not know the method; see Allow", "该地址不支持此方法，详见Allow")
OUR_FAULT = Text(
    "something went wrong here; nothing was changed. Try again, and tell the operator if it stays so",
    "系统发生错误，未作任何更改。请重试；如仍不成功，请联系运行单位",
)
BY_STATUS = {
    400: ("malformed", UNREADABLE),
    403: ("csrf", CSRF),
    404: ("not_found", NOT_FOUND),
    405: ("no_such_method", NO_METHOD),
    413: ("too_large", TOO_LARGE),
    500: ("our_fault", OUR_FAULT),
}


def problem(request: HttpRequest, status: int, code: str, says: Text, **more: Any) -> HttpResponse:  # noqa: ANN401
    """Return one problem."""
    body = {
        "type": f"/api/problems/{code}",
        "title": code.replace("_", " "),
        "status": status,
        "code": code,
        "detail": says.of(lang_of(request)),
        "says": says.as_data(),
        **{k: v for k, v in more.items() if v is not None},
    }
    return HttpResponse(canonical(body), status=status, content_type="application/problem+json")


def refusal(request: HttpRequest, refused: Refusal) -> HttpResponse:
    """Return the problem a refusal is."""
    code = getattr(refused, "code", _CODES.get(type(refused).__name__, "refused"))
    cite = refused.cite
    return problem(
        request,
        STATUS.get(code, 422),
        code,
        refused.says,
        article=cite.as_data() if cite else None,
        field=getattr(refused, "field", None),
    )


def handle(api: NinjaAPI) -> None:
    """Let every error of ``api`` be a problem."""

    @api.exception_handler(Refusal)
    def _(request: HttpRequest, refused: Refusal) -> HttpResponse:
        return refusal(request, refused)

    @api.exception_handler(AuthenticationError)
    def _(request: HttpRequest, _refused: AuthenticationError) -> HttpResponse:
        response = problem(request, 401, "unauthenticated", UNAUTHENTICATED)
        response["WWW-Authenticate"] = "Bearer"
        return response

    @api.exception_handler(ValidationError)
    def _(request: HttpRequest, refused: ValidationError) -> HttpResponse:
        errors = [
            {"where": [_safe(p) for p in e.get("loc", ())], "says": _safe(e.get("msg", ""))}
            for e in refused.errors
        ]
        return problem(request, 422, "malformed", MALFORMED, errors=errors[:50])

    @api.exception_handler(Throttled)
    def _(request: HttpRequest, refused: Throttled) -> HttpResponse:
        response = problem(request, 429, "throttled", THROTTLED)
        response["Retry-After"] = str(math.ceil(refused.wait or 1))
        return response

    @api.exception_handler(HttpError)
    def _(request: HttpRequest, refused: HttpError) -> HttpResponse:
        if isinstance(refused.__cause__, Refusal):  # the parser's
            return refusal(request, refused.__cause__)
        return of_status(request, refused.status_code)

    for kind in (SuspiciousOperation, MultiPartParserError, UnreadablePostError):
        api.add_exception_handler(kind, lambda request, _: of_status(request, 400))
    api.add_exception_handler(RequestDataTooBig, lambda request, _: of_status(request, 413))
    api.add_exception_handler(Http404, lambda request, _: of_status(request, 404))


def of_status(request: HttpRequest, status: int) -> HttpResponse:
    """Return the problem that a bare status stands for."""
    code, says = BY_STATUS.get(status, ("refused", UNREADABLE))
    return problem(request, status, code, says)


def _safe(said: object) -> str:
    """Return what somebody sent so that it can be repeated to them."""
    return str(said)[:200].encode("utf-8", "replace").decode()
