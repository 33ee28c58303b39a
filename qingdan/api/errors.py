"""Errors as problem details (RFC 9457), in the reader's language and with the article where the law refuses."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError

from qingdan.api.tongue import lang_of
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text
from qingdan.ledger.encoding import canonical

STATUS = {
    "not_found": 404,
    "stale": 409,
    "key_reused": 409,
    "open_already": 409,
    "wrong_stage": 409,
    "only_once": 409,
    "not_lawful_now": 409,
    "needs_confirmation": 409,
    "four_eyes": 403,
    "not_yours": 403,
    "recused": 403,
    "too_large": 413,
}
_UNAUTHENTICATED = Text(
    "give a valid token: Authorization: Bearer qd_...", "请提供有效令牌：Authorization: Bearer qd_..."
)
_MALFORMED = Text("the request is malformed; see errors", "请求格式有误，详见errors")
_THROTTLED = Text("too many requests; wait a moment", "请求过于频繁，请稍后再试")


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
    code = getattr(refused, "code", "refused")
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
        response = problem(request, 401, "unauthenticated", _UNAUTHENTICATED)
        response["WWW-Authenticate"] = "Bearer"
        return response

    @api.exception_handler(ValidationError)
    def _(request: HttpRequest, refused: ValidationError) -> HttpResponse:
        errors = [
            {"where": [str(p) for p in e.get("loc", ())], "says": str(e.get("msg", ""))}
            for e in refused.errors
        ]
        return problem(request, 422, "malformed", _MALFORMED, errors=errors)

    @api.exception_handler(Throttled)
    def _(request: HttpRequest, refused: Throttled) -> HttpResponse:
        response = problem(request, 429, "throttled", _THROTTLED)
        response["Retry-After"] = str(refused.wait or 1)
        return response

    @api.exception_handler(HttpError)
    def _(request: HttpRequest, refused: HttpError) -> HttpResponse:
        return problem(request, refused.status_code, "refused", Text(str(refused), str(refused)))
