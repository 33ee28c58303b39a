"""Erasure: what was given in an act goes, with its salt; the leaf, the root and every proof stay valid."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from qingdan.casework.actions.refusals import ActionRefused, NotFound
from qingdan.casework.actions.writing import stamped
from qingdan.casework.models import Erasure, Event, Payload
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import PIPL

LIST = "erasures.jsonl"


def erase(event_id: int, ground: str, at: datetime) -> Erasure:
    """Erase what was given in an event, on a stated ground. It cannot be undone.

    The erasure is written to a list of its own beside the tiles before anything goes: after a restore from an older
    backup ``replay`` erases again what the backup brought back.

    Raises Refusal: there is no such event, it is erased already, or no ground is given.
    """
    said = demand_ground(ground)
    with transaction.atomic():
        row = Payload.objects.select_for_update().filter(pk=event_id).first()
        if row is None:
            raise NotFound(Text("event", "事件"))
        if row.erased_at is not None:
            raise ActionRefused("erased_already", Text("this is erased already", "该内容已经删除"))
        event = Event.objects.select_related("case").get(pk=event_id)
        note(
            {
                "case": event.case_id,
                "seq": event.seq,
                "digest": event.payload_digest,
                "at": stamped(at),
                "ground": said,
            }
        )
        return _erase(row, said, at)


def demand_ground(ground: str) -> str:
    """Return the ground of an erasure; refuse one that says nothing."""
    said = ground.strip()
    if len(said) < 2:  # noqa: PLR2004 - a word
        raise ActionRefused(
            "bad_field",
            Text("name the ground of the erasure", "请说明删除的依据"),
            Cite(PIPL, 47),
            "ground",
        )
    return said


def _erase(row: Payload, ground: str, at: datetime) -> Erasure:
    Payload.objects.filter(pk=row.pk).update(salt=None, body=None, erased_at=at)
    return Erasure.objects.create(event_id=row.pk, at=at, ground=ground)


def _list() -> Path:
    path = Path(settings.TILES) / LIST
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def note(entry: dict[str, object]) -> None:
    """Write an erasure to the list, durably, before anything goes."""
    with _list().open("a", encoding="utf-8") as out:
        out.write(json.dumps(entry, ensure_ascii=False) + "\n")
        out.flush()
        os.fsync(out.fileno())


def replay(lines: Iterable[str] | None = None) -> int:
    """Erase again what the list says was erased, after a restore; return how much had come back."""
    from qingdan.casework import documents

    path = _list()
    found = (
        path.read_text(encoding="utf-8").splitlines() if lines is None and path.exists() else (lines or ())
    )
    again = 0
    for line in found:
        entry = json.loads(line)
        if "document" in entry:
            again += documents.erase_again(entry["document"])
            continue
        with transaction.atomic():
            row = (
                Payload.objects.select_for_update()
                .filter(event__case=entry["case"], event__seq=entry["seq"], body__isnull=False)
                .filter(event__payload_digest=entry["digest"])
                .first()
            )
            if row is not None:
                _erase(row, entry["ground"], datetime.fromisoformat(entry["at"]))
                again += 1
    return again
