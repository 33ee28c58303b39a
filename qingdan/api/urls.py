"""Where machines come in: the API, the ledger's tiles, and the page that verifies."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path, re_path

from qingdan.api.api import api
from qingdan.api.errors import of_status
from qingdan.api.ledger import tile, verifier


def _nothing_here(request: HttpRequest) -> HttpResponse:
    return of_status(request, 404)


urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", api.urls),
    re_path(r"^api/", _nothing_here),
    path("tiles/<str:log>/<path:path>", tile),
    path("v", verifier, name="verify"),
]
