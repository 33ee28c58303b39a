"""What the API shows of each thing: plain values, both languages side by side, dates in China."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from qingdan.casework.models import Case, Clock, Document, Event, Notice, RegisterEntry
from qingdan.casework.queries.cases import Happened
from qingdan.law.clock import SHANGHAI, Deadline
from qingdan.law.grammar.text import Lang
from qingdan.law.numbers import QingdanNumber
from qingdan.procedures.catalogue import procedure
from qingdan.procedures.engine import Choice
from qingdan.procedures.grammar.clocks import bound, said
from qingdan.procedures.grammar.fields import Field
from qingdan.procedures.grammar.steps import Step


def instant(moment: datetime | None) -> str | None:
    """Return an instant in China, to the second."""
    return None if moment is None else moment.astimezone(SHANGHAI).isoformat(timespec="seconds")


def case(row: Case) -> dict[str, Any]:
    """Return a case in brief."""
    declared = procedure(row.procedure, row.edition)
    return {
        "id": row.pk,
        "ref": row.ref,
        "procedure": row.procedure,
        "edition": row.edition,
        "says": declared.says.as_data(),
        "stage": row.stage,
        "stage_says": declared.stages[row.stage].says.as_data(),
        "version": row.version,
        "ended": row.ended,
        "waits_for_party": row.waits_for_party,
        "overdue": row.overdue,
        "opened_on": row.opened_on.isoformat(),
        "ended_on": row.ended_on.isoformat() if row.ended_on else None,
        "next_due": instant(row.next_due),
        "next_due_binds": None if row.next_due is None else "authority" if row.next_due_official else "party",
        "party": {"id": row.party.pk, "name": row.party.name} if row.party else None,
        "product": {"id": row.product.pk, "name": row.product.name} if row.product else None,
        "entry": row.entry.number if row.entry else None,
        "list_edition": row.list_edition.key if row.list_edition else None,
        "office": {"id": row.office.pk, "name": {"zh": row.office.name_zh, "en": row.office.name_en}},
        "assignee": row.assignee_id,
    }


def event(row: Event) -> dict[str, Any]:
    """Return an event in brief: the acknowledgement of an act."""
    return {
        "event": row.pk,
        "case": row.case_id,
        "version": row.seq,
        "what": row.what,
        "key": row.key,
        "at": instant(row.at),
        "digest": row.payload_digest,
    }


def happened(of: Case, found: Happened) -> dict[str, Any]:
    """Return an event of a timeline with what was given in it."""
    declared, row = procedure(of.procedure, of.edition), found.event
    part = declared.steps.get(row.key) or declared.lapses.get(row.key)
    return {
        **event(row),
        "says": part.says.as_data() if part else None,
        "capacity": found.facts["capacity"],
        "stage": found.facts.get("stage"),
        "cite": found.facts.get("cite"),
        "flags": found.facts.get("flags", []),
        "given": found.given,
        "erased": found.given is None,
    }


def clock(of: Case, row: Clock, deadline: Deadline | None) -> dict[str, Any]:
    """Return a clock with its computation."""
    declared = procedure(of.procedure, of.edition).clock_named[row.key]
    return {
        "key": row.key,
        "says": said(declared).as_data(),
        "cite": declared.cite.as_data(),
        "binds": bound(declared).value,
        "started": row.started,
        "due": row.due.isoformat() if row.due else None,
        "due_at": instant(row.due_at),
        "safe_by": row.safe_by.isoformat() if row.safe_by else None,
        "provisional": row.provisional,
        "paused": row.paused,
        "stopped_on": row.stopped_on.isoformat() if row.stopped_on else None,
        "lapsed_on": row.lapsed_on.isoformat() if row.lapsed_on else None,
        "computation": deadline.as_data() if deadline else None,
    }


def letter(row: Notice) -> dict[str, Any]:
    """Return a letter in brief; its pages are at ``/api/letters/{letter}/pdf``."""
    return {
        "id": row.pk,
        "case": row.case_id,
        "letter": row.letter,
        "title": row.paper["title"],
        "issued_on": row.issued_on.isoformat(),
        "served_on": row.served_on.isoformat() if row.served_on else None,
        "means": row.means or None,
        "opened_at": instant(row.opened_at),
        "public": row.public,
    }


def document(row: Document) -> dict[str, Any]:
    """Return a document in brief."""
    return {
        "id": str(row.pk),
        "name": row.name,
        "media_type": row.media_type,
        "size": row.size,
        "sha256": row.sha256,
        "standing": row.standing,
        "uploaded_at": instant(row.uploaded_at),
        "party": row.party_id,
        "case": row.case_id,
    }


def field(of: Field) -> dict[str, Any]:
    """Return what a field asks."""
    return {
        "key": of.key,
        "asks": of.asks.value,
        "says": of.says.as_data(),
        "required": of.required,
        "public": of.public,
        "options": {k: t.as_data() for k, t in of.options.items()} if of.options else None,
        "low": of.low,
        "high": of.high,
        "to": of.to,
        "help": of.help.as_data() if of.help else None,
    }


def step(of: Step) -> dict[str, Any]:
    """Return a step as it is declared."""
    return {
        "key": of.key,
        "says": of.says.as_data(),
        "cite": of.cite.as_data(),
        "by": [b.value for b in of.by],
        "confirmed_by": of.confirmed_by.value if of.confirmed_by else None,
        "at": [s.key for s in of.at],
        "to": of.to.key if of.to else None,
        "asks": [field(f) for f in of.asks],
        "step_up": of.step_up,
    }


def choice(of: Choice, lang: Lang) -> dict[str, Any]:
    """Return a step somebody could take, open or refused with the reason."""
    refused = of.refused
    return {
        **step(of.step),
        "open": refused is None,
        "confirms": of.confirms,
        "refused": None
        if refused is None
        else {
            "code": refused.code,
            "says": refused.says.as_data(),
            "detail": refused.of(lang),
            "article": refused.cite.as_data() if refused.cite else None,
        },
    }


def entry(row: RegisterEntry) -> dict[str, Any]:
    """Return a register entry in brief."""
    number = QingdanNumber.parse(row.number)
    return {
        "number": row.number,
        "display": {"zh": number.display("zh"), "en": number.display("en")},
        "kind": row.kind,
        "status": row.status,
        "status_since": row.status_since.isoformat(),
        "holder": {"id": row.party_id, "name": row.party.name, "name_en": row.party.name_en},
        "product": row.product.name if row.product else None,
        "granted_on": row.granted_on.isoformat(),
        "expires_on": row.expires_on.isoformat() if row.expires_on else None,
    }
