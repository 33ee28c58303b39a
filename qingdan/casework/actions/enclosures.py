"""Documents a step encloses: they must be there, be this person's to give, and be clean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.models import Case, Document, Enclosure, Event, User
from qingdan.law.grammar.text import Text
from qingdan.procedures.grammar.fields import Asks, Field


def check_documents(case: Case, fields: tuple[Field, ...], given: Mapping[str, Any], by: User) -> None:
    """See that the documents a step encloses can be enclosed.

    Raises ActionRefused, naming the field: no such document, one of another case or party, or one not (yet) clean.
    """
    wanted = {f.key: given[f.key] for f in fields if f.asks is Asks.DOCUMENTS and f.key in given}
    ids = [i for listed in wanted.values() for i in listed]
    if not ids:
        return
    found = {str(d.pk): d for d in Document.objects.filter(pk__in=ids)}
    for key, listed in wanted.items():
        for one in listed:
            _refuse_unfit(found.get(one), case, by, key)


def _refuse_unfit(document: Document | None, case: Case, by: User, field: str) -> None:
    known = document is not None and (
        document.case_id == case.pk
        or (document.party_id is not None and document.party_id == case.party_id)
        or (document.party_id is None and document.case_id is None and document.uploaded_by_id == by.pk)
    )
    if document is None or not known:
        raise ActionRefused(
            "no_such_document",
            Text(
                "a document named here was not uploaded for this party or case; upload it first",
                "所列文件并非本案或者本主体上传的文件，请先上传",
            ),
            field=field,
        )
    if document.standing != Document.Standing.CLEAN:
        waiting = document.standing == Document.Standing.QUARANTINED
        raise ActionRefused(
            "document_not_clean",
            Text(
                f"“{document.name}” is still being scanned; try again in a moment"
                if waiting
                else f"“{document.name}” was refused by the scan; upload a clean copy",
                f"“{document.name}”正在扫描，请稍后再试"
                if waiting
                else f"“{document.name}”未通过扫描，请更换",
            ),
            field=field,
        )


def enclose(case: Case, event: Event, fields: tuple[Field, ...], given: Mapping[str, Any]) -> None:
    """Make the documents of a step part of the case."""
    Enclosure.objects.bulk_create(
        Enclosure(case=case, document_id=one, event=event, field=f.key)
        for f in fields
        if f.asks is Asks.DOCUMENTS
        for one in given.get(f.key, ())
    )
