"""What is on record stays on record: the database itself refuses to change or delete it.

Only three changes are let through: a row gets its place in the ledger (once), a payload is erased as a whole
(once), and nothing else.
"""

from __future__ import annotations

from typing import Any, NamedTuple


class Kept(NamedTuple):
    """A table whose rows stay. ``frozen`` columns never change; None: no column does."""

    table: str
    frozen: tuple[str, ...] | None = None
    once: str | None = None  # a column that may be set once
    erases: tuple[str, ...] = ()  # columns that may only become NULL, together


KEPT = (
    Kept(
        "casework_event",
        (
            "id",
            "case_id",
            "seq",
            "what",
            "key",
            "at",
            "user_id",
            "header",
            "payload_digest",
            "idempotency_key",
        ),
        once="leaf_index",
    ),
    Kept("casework_payload", ("event_id",), erases=("salt", "body")),
    Kept(
        "casework_registerversion",
        ("id", "entry_id", "version", "at", "status", "why", "header", "salt", "public"),
        once="leaf_index",
    ),
    Kept("casework_checkpoint"),
    Kept("casework_erasure"),
    Kept("casework_statuslist"),
    Kept("casework_journal"),
    Kept("casework_adminact"),
    Kept("casework_answers"),
    Kept("casework_listentry"),
)
NEVER_DELETED = ("casework_registerentry", "casework_case", "casework_serial")
_SAYS = "append-only: what is on record is not changed or deleted"


def _forbidden(kept: Kept, same: str) -> str:
    """Return the SQL condition under which an update is refused; ``same`` compares null-safely."""
    if kept.frozen is None:
        return "1 = 1"
    found = [f"NOT (NEW.{c} {same} OLD.{c})" for c in kept.frozen]
    if kept.once:
        found.append(f"(OLD.{kept.once} IS NOT NULL AND NOT (NEW.{kept.once} {same} OLD.{kept.once}))")
    found += [f"NEW.{c} IS NOT NULL AND NOT (NEW.{c} {same} OLD.{c})" for c in kept.erases]
    if kept.erases:
        found.append("NOT (" + " AND ".join(f"NEW.{c} IS NULL" for c in kept.erases) + ")")
    return " OR ".join(f"({c})" for c in found)


_DELETABLE_BY_NOBODY = (*(k.table for k in KEPT), *NEVER_DELETED)


def _sqlite() -> list[str]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{_SAYS}'); END"
    changed = [
        f"CREATE TRIGGER IF NOT EXISTS {k.table}_kept_u BEFORE UPDATE ON {k.table} "
        f"WHEN {_forbidden(k, 'IS')} {refuse}"
        for k in KEPT
    ]
    deleted = [
        f"CREATE TRIGGER IF NOT EXISTS {t}_kept_d BEFORE DELETE ON {t} {refuse}" for t in _DELETABLE_BY_NOBODY
    ]
    return changed + deleted


def _postgresql() -> list[str]:
    refuse = "EXECUTE FUNCTION casework_kept()"
    function = (
        "CREATE OR REPLACE FUNCTION casework_kept() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_SAYS}'; END $$"
    )
    changed = [
        f"CREATE OR REPLACE TRIGGER {k.table}_kept_u BEFORE UPDATE ON {k.table} FOR EACH ROW "
        f"WHEN ({_forbidden(k, 'IS NOT DISTINCT FROM')}) {refuse}"
        for k in KEPT
    ]
    deleted = [
        f"CREATE OR REPLACE TRIGGER {t}_kept_{of[0].lower()} BEFORE {of} ON {t} FOR EACH {each} {refuse}"
        for t in _DELETABLE_BY_NOBODY
        for of, each in (("DELETE", "ROW"), ("TRUNCATE", "STATEMENT"))
    ]
    return [function, *changed, *deleted]


def install(connection: Any) -> None:  # noqa: ANN401 - a database connection of Django
    """Put the refusals in place; again does no harm."""
    statements = _postgresql() if connection.vendor == "postgresql" else _sqlite()
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def remove(connection: Any) -> None:  # noqa: ANN401 - as above
    """Take the refusals away: only to undo the migration, and to empty a test database."""
    postgresql = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for table in _DELETABLE_BY_NOBODY:
            for suffix in ("u", "d", "t"):
                on = f" ON {table}" if postgresql else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_kept_{suffix}{on}")
