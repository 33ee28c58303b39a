"""The schema against the real application: whatever is sent, the answer is one the schema names, and never our fault."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.conf import settings as django_settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, settings
from ninja import Schema
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from qingdan.api import rates, schema
from qingdan.casework import machines
from tests.api.world import LATER, World, make_world

pytestmark = pytest.mark.django_db
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
]
SCHEMA = schemathesis.openapi.from_path("docs/openapi.json")
SCHEMA.app = WSGIHandler()
QUICK = settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def world(
    django_db_setup: None,  # noqa: ARG001 - there is a database
    django_db_blocker: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[World, list[dict[str, str]]]]:
    """One world for all operations, with tokens of a manager and of a head; thrown away together."""
    folder: Path = tmp_path_factory.mktemp("contract")
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        for name in ("MEDIA_ROOT", "TILES", "KEYS", "DATA"):
            patch.setattr(django_settings, name, folder / name)
        for place in ("api.acts", "api.doors", "casework.accounts.second_factor"):
            patch.setattr(f"qingdan.{place}.now", lambda: LATER)
        patch.setattr(rates.Rate, "limit", lambda *_: 10**9)
        for signal in (
            request_started,
            request_finished,
        ):  # as Django's own client does: our transaction goes on
            signal.disconnect(close_old_connections)
        made = make_world()
        doors = [
            {
                "Authorization": "Bearer "
                + machines.make_token(who, "t", machines.SCOPES, LATER + timedelta(days=99), LATER)[1]
            }
            for who in (made.people["manager"], made.people["head"])
        ]
        yield made, doors
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)
        transaction.set_rollback(True)


@SCHEMA.parametrize()
@QUICK
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the caller leaves files open
def test_every_operation_keeps_its_word(case: Case[Any], world: tuple[World, list[dict[str, str]]]) -> None:
    """Half of what is asked is about things that exist; what the schema forbids is refused."""
    made, doors = world
    if case.meta is not None and case.meta.generation.mode.is_positive:
        known = {k: v for k, v in made.ids.items() if k in case.path_parameters}
        case.path_parameters.update(known)
    case.call_and_validate(headers=doors[len(str(case.body)) % 2], checks=CHECKS)


def test_the_committed_schema_and_pages_are_up_to_date() -> None:
    stale = [str(p) for p, text in schema.written().items() if p.read_text(encoding="utf-8") != text]
    assert not stale, "run: python -m qingdan.api.schema"


def test_every_operation_is_documented() -> None:
    raw = SCHEMA.raw_schema
    seen = set()
    for methods in raw["paths"].values():
        for operation in methods.values():
            assert operation["operationId"] not in seen
            seen.add(operation["operationId"])
            assert operation["summary"]
            assert operation["description"]
            assert operation["tags"][0] in schema.TAGS
            assert any(
                "application/problem+json" in r.get("content", {}) for r in operation["responses"].values()
            )
    assert len(seen) > 100


def test_no_two_shapes_share_a_name() -> None:
    """Components are named by class: of two with one name, one would vanish from the schema."""
    names = Counter(c.__name__ for c in _below(Schema) if c.__module__.startswith("qingdan.api"))
    assert [name for name, times in names.items() if times > 1] == []


def _below(kind: type[Schema]) -> set[type[Schema]]:
    return {found for sub in kind.__subclasses__() for found in (sub, *_below(sub))}
