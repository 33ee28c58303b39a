"""Documents a step encloses: they must be there, be this person's to give, and be clean."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.models import Case, Document, Enclosure, Event, User
from qingdan.casework.standing import FILES, acting_for
from qingdan.law.grammar.text import Text
from qingdan.procedures.grammar.fields import Asks, Field
from qingdan.procedures.grammar.roles import By


def check_documents(  # noqa: PLR0913 - what is given, and by whom, when, in what capacities
    case: Case,
    fields: tuple[Field, ...],
    given: Mapping[str, Any],
    *,
    by: User,
    on: date,
    held: frozenset[By],
) -> None:
    """See that the documents a step encloses can be enclosed.

    A party, an agent or a third party encloses what was uploaded for those they file for; an officer what was uploaded
    for this case, or is part of it already.

    Raises ActionRefused, naming the field: no such document, one of another case or party, or one not (yet) clean.
    """
    wanted = {f.key: given[f.key] for f in fields if f.asks is Asks.DOCUMENTS and f.key in given}
    ids = {i for listed in wanted.values() for i in listed}
    if not ids:
        return
    found = {str(d.pk): d for d in Document.objects.filter(pk__in=ids)}
    others = [d.pk for d in found.values() if not _plainly_theirs(d, case, by, held)]
    if others:
        rows = Document.objects.filter(_theirs(case, by, on, held), pk__in=others)
        theirs = set(rows.values_list("pk", flat=True))
        found = {key: d for key, d in found.items() if d.pk in theirs or d.pk not in others}
    for key, listed in wanted.items():
        for one in listed:
            _refuse_unfit(found.get(one), key)


def _plainly_theirs(document: Document, case: Case, by: User, held: frozenset[By]) -> bool:
    """Tell what needs no further look: what a party uploads for itself, and officers for the case at hand."""
    if document.party_id is None and document.case_id is None:
        return document.uploaded_by_id == by.pk
    own = By.APPLICANT in held and document.party_id is not None and document.party_id == case.party_id
    return own or (_official(held) and document.case_id == case.pk)


def _theirs(case: Case, by: User, on: date, held: frozenset[By]) -> Q:
    if _official(held):
        return Q(Exists(Enclosure.objects.filter(document=OuterRef("pk"), case=case)))
    return Q(party__in=acting_for(by, on, FILES).values("pk"))


def _official(held: frozenset[By]) -> bool:
    return any(capacity.official for capacity in held)


def _refuse_unfit(document: Document | None, field: str) -> None:
    if document is None or document.standing == Document.Standing.ERASED:
        raise ActionRefused(
            "no_such_document",
            Text(
                "a document named here was not uploaded for this party or case; upload it first",
                "所列文件并非本案或者本主体上传的文件，请先上传",
            ),
            field=field,
        )
    if document.standing == Document.Standing.CLEAN:
        return
    waits = document.standing == Document.Standing.QUARANTINED
    says = _WAITS if waits else _REFUSED
    raise ActionRefused("document_not_clean", says.filled(name=document.name), field=field)


_WAITS = Text(
    "“{name}” is still being scanned; try again in a moment",
    "“{name}”正在扫描，请稍后再试",
)
_REFUSED = Text(
    "“{name}” was refused by the scan; upload a clean copy",
    "“{name}”未通过扫描，请更换",
)


def enclose(case: Case, event: Event, fields: tuple[Field, ...], given: Mapping[str, Any]) -> None:
    """Make the documents of a step part of the case."""
    Enclosure.objects.bulk_create(
        Enclosure(case=case, document_id=one, event=event, field=f.key)
        for f in fields
        if f.asks is Asks.DOCUMENTS
        for one in given.get(f.key, ())
    )
