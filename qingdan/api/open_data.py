"""Open data: the whole register as a file, with its dictionary."""

from __future__ import annotations

from typing import Any, Literal

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from ninja import Router, Schema

from qingdan.api.acts import as_attachment, for_everybody, present
from qingdan.api.rates import HEAVY
from qingdan.api.shapes import Said
from qingdan.casework import open_data

router = Router(tags=["open data"])


class Column(Schema):
    """One column of the data."""

    key: str
    type: Literal["string", "date", "datetime", "integer", "json"]
    says: Said
    example: str
    options: dict[str, Said] | None
    required: bool


class Dictionary(Schema):
    """What each column means."""

    title: Said
    licence: str
    formats: list[str]
    columns: list[Column]


_DATA = {
    "responses": {
        200: {
            "content": {
                "text/csv": {"schema": {"type": "string"}},
                "application/json": {"schema": {"type": "object"}},
                "application/vnd.apache.parquet": {"schema": {"type": "string", "format": "binary"}},
            }
        },
        304: {"description": "Not Modified: the register is as it was"},
    }
}


@router.get("/dictionary", summary="Get the data dictionary", response=Dictionary)
def dictionary(request: HttpRequest, response: HttpResponse) -> dict[str, Any]:
    """Return what each column of the open data means, its type and its options."""
    del request
    for_everybody(response, 300)
    return open_data.dictionary()


@router.get("/register/{form}", summary="Get the register as a file", openapi_extra=_DATA, throttle=[HEAVY])
def register_data(request: HttpRequest, form: Literal["csv", "json", "parquet"]) -> HttpResponseBase:
    """Return every entry as it was last published. Send its ETag as If-None-Match to fetch it only when it has changed."""
    file = open_data.data_file(form, present().at)
    if file.etag in [
        tag.strip().removeprefix("W/") for tag in request.headers.get("If-None-Match", "").split(",")
    ]:
        response: HttpResponseBase = HttpResponse(status=304)
    else:
        media = open_data.FORMATS[form].media_type
        response = FileResponse(file.path.open("rb"), content_type=media)
        as_attachment(response, f"qingdan-register.{form}")  # type: ignore[arg-type] # streamed, with the same headers
    response["ETag"] = file.etag
    for_everybody(response)
    return response
