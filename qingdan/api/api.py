"""The API and its parts."""

from __future__ import annotations

from ninja import NinjaAPI

from qingdan.api import cases
from qingdan.api.errors import handle

api = NinjaAPI(
    title="Qingdan",
    version="1",
    description=(
        "The working system of the Model Law on Artificial Intelligence. Everything the portals can do. Errors are problem "
        "details with the article where the law refuses; send `Accept-Language: en` or `zh`."
    ),
    urls_namespace="api",
)
handle(api)
api.add_router("/cases", cases.router)
