"""Worklists and pages of the register, through the whole application: ``python -m bench.casework.pages ROUNDS``.

Prints one line of JSON: for each page its median time in milliseconds and how many queries it took.
"""

from __future__ import annotations

import json
import statistics
import sys
from datetime import timedelta
from io import BytesIO
from time import perf_counter
from typing import Any
from urllib.parse import quote

Page = tuple[str, str, str]  # what it is, whose token, the address
_OFTEN = 3  # rounds before a page counts


def pages() -> tuple[list[Page], dict[str, str]]:
    """Return the pages, and the tokens of those who look at them."""
    from django.db.models import F

    from qingdan.api.paging import (
        _write,
    )  # a cursor somewhere in the middle, as the page before would give it
    from qingdan.casework.machines import make_token
    from qingdan.casework.models import Case, Membership, Office, RegisterEntry, User
    from qingdan.casework.moment import now

    national = Office.objects.get(parent=None)
    running = Case.objects.filter(office=national, ended=False).order_by(
        F("next_due").asc(nulls_last=True), "id"
    )
    middle = running[running.count() // 2]
    entry = RegisterEntry.objects.order_by("pk")[RegisterEntry.objects.count() // 2]
    people = {
        name: User.objects.get(email=f"{name}@bench.example") for name in ("head", "provincial0", "filer0")
    }
    alone, _ = User.objects.get_or_create(email="alone@bench.example")
    Membership.objects.get_or_create(
        user=alone, party_id=entry.party_id, until=None, defaults={"role": "reader", "since": "2020-01-01"}
    )
    people["alone"] = alone
    scopes, at = ["cases:read"], now()
    tokens = {n: make_token(u, "pages", scopes, at + timedelta(days=9), at)[1] for n, u in people.items()}
    later = _write(("next_due", "id"), middle)
    older = _write(("-id",), entry)
    own = Case.objects.filter(party=entry.party_id).order_by("-pk")[0]
    found = [
        ("worklist of the national office", "head", "/api/cases?box=office"),
        ("the same, a page in the middle", "head", f"/api/cases?box=office&cursor={later}"),
        ("with all offices below", "head", "/api/cases?box=below"),
        ("with all below, in the middle", "head", f"/api/cases?box=below&cursor={later}"),
        ("worklist of one of 31 offices", "provincial0", "/api/cases?box=office"),
        ("the same, with none below", "provincial0", "/api/cases?box=below"),
        ("cases of a party", "alone", "/api/cases"),
        ("cases of 500 parties", "filer0", "/api/cases"),
        ("one case, whole", "head", f"/api/cases/{own.pk}"),
        ("register, newest", "", "/api/register"),
        ("register, in the middle", "", f"/api/register?cursor={older}"),
        ("register, by kind and status", "", f"/api/register?kind={entry.kind}&status=active"),
    ]
    words = {
        "every entry has it": "有限公司",
        "two signs, one in 25": "启航",
        "two signs, one in 600": entry.party.name[:4],
        "two words": f"{entry.party.name[:2]} {entry.party.name[2:4]}",
        "two signs, none": "龙虎",
        "a word, none": "unheard-of",
        "a number": entry.number,
        "part of a number": entry.number[8:14].lower(),
        "a social credit code": entry.party.uscc or "",
    }
    found += [(f"search: {what}", "", f"/api/register?q={quote(word)}") for what, word in words.items()]
    return found, tokens


def look(application: Any, address: str, token: str) -> Any:  # noqa: ANN401 - a WSGI application, JSON
    """Return what a page answers."""
    path, _, query = address.partition("?")
    said: list[str] = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "HTTP_HOST": "127.0.0.1",
        "REMOTE_ADDR": "127.0.0.1",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.url_scheme": "http",
        **({"HTTP_AUTHORIZATION": f"Bearer {token}"} if token else {}),
    }
    response = application(environ, lambda status, *_: said.append(status))
    body = b"".join(response)
    response.close()
    if not said[0].startswith("200"):
        raise SystemExit(f"{address}: {said[0]} {body.decode()}")
    return json.loads(body)


def measured(rounds: int) -> dict[str, list[float]]:
    """Return the median milliseconds, the queries and the rows of each page."""
    from django.conf import settings
    from django.core.handlers.wsgi import WSGIHandler
    from django.db import connection

    settings.API_PER_MINUTE_UNKNOWN = 10**6
    application = WSGIHandler()
    found, tokens = pages()
    figures: dict[str, list[float]] = {}
    for what, who, address in found:
        times, counts, rows = [], [], 0
        for _ in range(_OFTEN + rounds):
            asked: list[int] = []

            def count(execute: Any, *args: Any, asked: list[int] = asked) -> Any:  # noqa: ANN401 - as Django has it
                asked.append(1)
                return execute(*args)

            begun = perf_counter()
            with connection.execute_wrapper(count):
                answer = look(application, address, tokens.get(who, ""))
            times.append((perf_counter() - begun) * 1000)
            counts.append(len(asked))
            rows = len(answer.get("items", ()))
        figures[what] = [statistics.median(times[_OFTEN:]), min(counts), rows]
    return figures


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps(measured(int(sys.argv[1])), ensure_ascii=False))
