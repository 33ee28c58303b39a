"""The API and its parts."""

from __future__ import annotations

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from qingdan.api import (
    administration,
    asking,
    cases,
    documents,
    feeds,
    health,
    law,
    ledger,
    letters,
    mandates,
    me,
    negative_list,
    obligations,
    offices,
    open_data,
    parties,
    procedures,
    products,
    public,
    register,
    tokens,
    webhooks,
)
from qingdan.api.doc_page import Listed
from qingdan.api.doors import Nobody, WithScope
from qingdan.api.errors import handle
from qingdan.api.guide import DESCRIPTION
from qingdan.api.parsing import Strict
from qingdan.api.rates import EVERYBODY
from qingdan.api.schema import amend


class Api(NinjaAPI):
    """The API with its own names of operations and a schema that leaves nothing out."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """Return the function's name: each stands once."""
        return operation.view_func.__name__

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """Return the schema."""
        schema = super().get_openapi_schema(path_prefix=path_prefix or "api/", path_params=path_params)
        amend(schema, self._doors())
        return schema

    def _doors(self) -> dict[str, tuple[list[str], bool]]:
        found = {}
        for router in self._get_bound_routers():
            for view in router.path_operations.values():
                for operation in view.operations:
                    ways = operation.auth_callbacks
                    if ways:
                        scopes = [w.scope for w in ways if isinstance(w, WithScope)]
                        optional = any(isinstance(w, Nobody) for w in ways)
                        found[self.get_openapi_operation_id(operation)] = (scopes, optional)
        return found


api = Api(
    title="Qingdan",
    version="1",
    description=DESCRIPTION,
    urls_namespace="api",
    parser=Strict(),
    throttle=[EVERYBODY],
    docs=Listed(),
    openapi_extra={"info": {"license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}}},
)
handle(api)
for place, part in (
    ("/cases", cases.router),
    ("/procedures", procedures.router),
    ("/products", products.router),
    ("/obligations", obligations.router),
    ("/documents", documents.router),
    ("/letters", letters.router),
    ("/parties", parties.router),
    ("/invitations", parties.invitations),
    ("/mandates", mandates.router),
    ("/offices", offices.router),
    ("/posts", offices.posts),
    ("/delegations", offices.delegations),
    ("/administration", administration.router),
    ("/register", register.router),
    ("/ledger", ledger.router),
    ("/public", public.router),
    ("/open-data", open_data.router),
    ("/negative-list", negative_list.router),
    ("/law", law.router),
    ("/law", asking.router),
    ("/feeds", feeds.router),
    ("/calendar", feeds.calendar),
    ("/tokens", tokens.router),
    ("/webhooks", webhooks.router),
    ("/me", me.router),
    ("/health", health.router),
):
    api.add_router(place, part)
