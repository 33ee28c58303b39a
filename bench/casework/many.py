"""A million cases in a minute or so: a few real ones, driven by the one writer, copied row by row inside the database.

``python -m bench.casework.many CASES [unsealed]``. Each copy is a valid case of its own: own product, events, payloads, clocks,
letters, register entry and number; spread over parties and offices. Ten templates a block: one draft, three waiting
for the preliminary review or a supplement, two under examination, four licensed.
"""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from itertools import product
from typing import Any

from bench.casework.world import authority, companies, document, officer, products, set_up, steps

PARTIES = 10_000
_WORDS = [
    "云海",
    "星河",
    "明德",
    "瑞丰",
    "启航",
    "智远",
    "博雅",
    "华章",
    "天工",
    "格物",
    "致知",
    "和光",
    "同尘",
    "怀瑾",
    "行健",
    "思齐",
    "知行",
    "弘毅",
    "载物",
    "含章",
    "抱朴",
    "守真",
    "见素",
    "若谷",
    "上善",
]
_AT = {
    "draft": (),
    "received": ("submit",),
    "called": ("submit", "ask_supplement"),
    "examined": ("submit", "accept"),
    "licensed": ("submit", "accept", "grant", "grant", "deliver"),
}
TEMPLATES = ("draft", "received", "received", "called", "examined", "examined", *["licensed"] * 4)


def make(cases: int, *, sealed: bool = True) -> None:
    """Fill an empty database with ``cases`` cases; as good as sealed, or waiting for their places in the log."""
    from django.db import connection

    from qingdan.casework.models import Office, Serial

    staff, (parties, people) = authority(), companies(PARTIES, 20)
    _name(parties)
    national = Office.objects.get()
    offices = [
        Office.objects.create(parent=national, name_zh=f"机关{n}", name_en=f"Office {n}", division=f"{n}0000")
        for n in range(11, 42)
    ]
    for n, office in enumerate(offices[:2]):
        officer("head", office, f"provincial{n}")
    at = datetime.fromisoformat("2026-11-02T10:00:00+08:00")
    rows = [
        _template(which, p, staff, people[n % len(people)], at)
        for n, (which, p) in enumerate(zip(TEMPLATES, products(parties, len(TEMPLATES)), strict=True))
    ]
    assert len(rows) == len(TEMPLATES)  # noqa: S101
    copies = cases // len(TEMPLATES) - 1
    with connection.cursor() as cursor:
        if (
            connection.vendor == "postgresql"
        ):  # no foreign key is looked up for rows that are copies of sound ones
            cursor.execute("SET session_replication_role = replica; SET synchronous_commit = off")
        else:
            cursor.execute("PRAGMA foreign_keys = OFF")
            cursor.execute("PRAGMA synchronous = OFF")
        _numbers(cursor, copies)
        _copy(cursor, offices[0].pk, len(offices), parties[0].pk, sealed=sealed)
        _finish(cursor)
    Serial.objects.update(last=4 * (copies + 1))


def _name(parties: list[Any]) -> None:
    from qingdan.casework.models import Party

    for n, (one, other) in enumerate(product(_WORDS, repeat=2)):
        for party in parties[n :: len(_WORDS) ** 2]:
            party.name = f"{one}{other}示例科技有限公司"
    Party.objects.bulk_update(parties, ["name"], batch_size=2000)


def _template(which: str, about: Any, staff: dict[str, Any], filer: Any, at: datetime) -> Any:  # noqa: ANN401 - rows
    """Drive one case through its steps by the one writer."""
    from qingdan.casework import actions
    from qingdan.casework.models import Membership

    Membership.objects.get_or_create(
        user=filer, party=about.party, until=None, defaults={"role": "filer", "since": "2020-01-01"}
    )
    paper = document(about.party, filer, at)
    case = actions.open_case("licence_application", by=filer, at=at, product=about.pk)
    asked = {(who, step): given for who, step, given in steps(at.date(), paper)}
    who_grants = iter(("reviewer", "head"))
    for n, step in enumerate(_AT[which]):
        role = next(who_grants) if step == "grant" else next(w for w, s in asked if s == step)
        by = filer if role == "filer" else staff[role]
        actions.take(case.pk, step, asked[role, step], by=by, at=at + timedelta(minutes=n + 1))
    return case


def _numbers(cursor: Any, copies: int) -> None:  # noqa: ANN401 - a cursor
    """Give out the numbers of the copies: computed here, as their check character is no matter for SQL."""
    from qingdan.casework.models import RegisterEntry
    from qingdan.law.numbers import Kind, QingdanNumber

    entries = list(RegisterEntry.objects.order_by("pk"))
    kind = Kind(entries[0].kind)
    cursor.execute("CREATE TEMPORARY TABLE bench_number (k integer, entry_id integer, number text)")
    serial = len(entries)
    batch: list[tuple[int, int, str]] = []
    for k in range(1, copies + 1):
        for entry in entries:
            serial += 1
            batch.append((k, entry.pk, str(QingdanNumber.issue(kind, "100000", 2026, serial))))
        if len(batch) > 10_000 or k == copies:  # noqa: PLR2004 - rows at once
            cursor.executemany("INSERT INTO bench_number VALUES (%s, %s, %s)", batch)
            batch = []
    cursor.execute("CREATE TEMPORARY TABLE bench_k (k integer PRIMARY KEY)")
    cursor.executemany("INSERT INTO bench_k VALUES (%s)", [(k,) for k in range(1, copies + 1)])
    cursor.execute("CREATE INDEX bench_number_k ON bench_number (k, entry_id)")


def _copy(cursor: Any, office: int, offices: int, party: int, *, sealed: bool) -> None:  # noqa: ANN401 - a cursor
    from qingdan.casework import models as m

    order = (m.Product, m.Judged, m.Case, m.Event, m.Payload, m.Clock, m.Happening, m.Notice)
    spans = {t: _span(cursor, t) for t in (*order, m.RegisterEntry, m.RegisterVersion)}
    own = {
        "product_id": m.Product,
        "case_id": m.Case,
        "event_id": m.Event,
        "entry_id": m.RegisterEntry,
    }
    # half of the work lies with the national office, the rest with the others in turn
    place = f"CASE WHEN bench_k.k % 2 = 0 THEN t.office_id ELSE {office} + (bench_k.k / 2) % {offices} END"
    holder = f"{party} + (bench_k.k * 7) % {PARTIES}"
    for table in (*order, m.RegisterEntry, m.RegisterVersion):
        meta = table._meta  # noqa: SLF001 - Django's own name
        given = {f.column: f't."{f.column}"' for f in meta.local_concrete_fields}
        for column in given:
            if column in own or column == meta.pk.column:
                given[column] = f"t.{column} + bench_k.k * {spans[own.get(column, table)]}"
        if "office_id" in given:
            given["office_id"] = place
        if "party_id" in given:
            given["party_id"] = holder
        if "leaf_index" in given:
            given["leaf_index"] = f"t.id - 1 + bench_k.k * {spans[table]}" if sealed else "NULL"
        if table is m.Event:
            old, new = (_padded(cursor, c) for c in ("t.case_id", given["case_id"]))
            ref = f"replace(t.header, '2026-' || {old}, '2026-' || {new})"
            given |= {"header": ref, "idempotency_key": "NULL"}
        joined = ""
        if table is m.RegisterEntry:
            joined = (
                "JOIN bench_number ON bench_number.k = bench_k.k AND bench_number.entry_id = t.id "
                f"JOIN casework_party p ON p.id = {holder} "
            )
            given["number"] = "bench_number.number"
            given["search"] = (
                "lower(bench_number.number || ' ' || p.name || ' ' || p.name_en || ' ' || p.uscc)"
            )
        cursor.execute(
            f"INSERT INTO {meta.db_table} ({', '.join(_quoted(c) for c in given)}) "  # noqa: S608 - names of ours
            f"SELECT {', '.join(given.values())} "
            f"FROM {meta.db_table} t CROSS JOIN bench_k {joined}"
        )


def _quoted(column: str) -> str:
    return f'"{column}"'


def _padded(cursor: Any, number: str) -> str:  # noqa: ANN401 - a cursor
    """Return SQL for the last part of a case's reference."""
    if cursor.db.vendor == "postgresql":
        return f"lpad(({number})::text, 7, '0')"
    return f"printf('%07d', {number})"


def _span(cursor: Any, table: Any) -> int:  # noqa: ANN401 - a cursor, a model
    meta = table._meta  # noqa: SLF001 - Django's own name
    cursor.execute(f"SELECT max({meta.pk.column}) FROM {meta.db_table}")  # noqa: S608 - names of ours
    return int(cursor.fetchone()[0])


def _finish(cursor: Any) -> None:  # noqa: ANN401 - a cursor
    """Let new rows come after the copies, and the planner know how many there are."""
    from django.apps import apps

    if cursor.db.vendor == "postgresql":
        for model in apps.get_app_config("casework").get_models():
            meta = model._meta  # noqa: SLF001 - Django's own name
            if meta.pk.get_internal_type() == "BigAutoField":
                cursor.execute(
                    f"SELECT setval(pg_get_serial_sequence('{meta.db_table}', 'id'), "  # noqa: S608
                    f"coalesce((SELECT max(id) FROM {meta.db_table}), 1))"
                )
        cursor.execute("VACUUM ANALYZE")
    else:
        cursor.execute("ANALYZE")


if __name__ == "__main__":
    set_up()
    make(int(sys.argv[1]), sealed="unsealed" not in sys.argv)
