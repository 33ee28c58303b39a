"""Documents: taken in by content, kept under a name of ours, scanned where a scanner is set up, handed out by permission."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import IO, Any
from urllib.parse import quote
from uuid import UUID

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from qingdan.casework import store
from qingdan.casework.actions.refusals import CASE, ActionRefused, NotFound
from qingdan.casework.inspection import ClamAV, Clean, Unavailable, inspect
from qingdan.casework.models import Case, Document, Enclosure, Mandate, Party, User
from qingdan.casework.queries.cases import case_for
from qingdan.casework.standing import (
    APPOINTMENT,
    FILES,
    acting_for,
    acts_for,
    capacities,
    cases_overseen_by,
    mandates_of,
    open_on,
    parties_of,
)
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.text import Text

log = logging.getLogger(__name__)
DOCUMENT = Text("document", "文件")
_WAITING = Q(standing=Document.Standing.QUARANTINED)
_AGAIN_AFTER = timedelta(minutes=1)  # what could not be scanned is tried again
_AT_ONCE = 20


def upload(
    file: UploadedFile[Any], *, by: User, at: datetime, party: int | None = None, case: int | None = None
) -> Document:
    """Take in a document for a party, or for a case: an officer's then belongs to the case, another's to their party.

    Raises Refusal: it is too large, is not what its name says, holds something that acts, or is nobody's to upload here.
    Nothing is kept then.
    """
    on = at.astimezone(SHANGHAI).date()
    owner, of = _place(by, on, party, case)
    stream: IO[bytes] = file.file  # type: ignore[assignment] # a spooled or temporary file
    found = inspect(stream, file.name or "", limit=settings.DOCUMENT_LIMIT)
    store.keep(stream, found.sha256)
    standing = Document.Standing.QUARANTINED if settings.CLAMAV else Document.Standing.CLEAN
    row = Document.objects.create(
        party=owner,
        case=of,
        uploaded_by=by,
        uploaded_at=at,
        name=found.safe_name,
        kind=found.kind.value,
        media_type=found.media_type,
        size=found.size,
        sha256=found.sha256,
        key=found.sha256,
        standing=standing,
    )
    if not store.path_of(
        found.sha256
    ).exists():  # the last other document of this content was erased in this moment
        store.keep(stream, found.sha256)
    return row


def _place(by: User, on: date, party: int | None, case: int | None) -> tuple[Party | None, Case | None]:
    if (party is None) == (case is None):
        raise ActionRefused(
            "bad_field", Text("say for which party or which case", "请指明所属主体或者案件"), field="party"
        )
    if party is not None:
        owner = acting_for(by, on, FILES).filter(pk=party).first()
        if owner is None:
            raise NotFound(Text("party", "主体"))
        return owner, None
    assert case is not None  # noqa: S101 - one of the two
    of = case_for(by, case, on)
    if any(b.official for b in capacities(by, of, on)):
        return None, of
    if of.party_id is not None and acts_for(by, of, on):
        return of.party, None
    own = parties_of(by, on, FILES)  # a third party's, or that of a representative who has not accepted yet
    named = Mandate.objects.filter(open_on(on), principal=of.party_id, agent=OuterRef("pk"))
    heard = own.filter(Q(interests__case=of) | Q(Exists(named.filter(kind=Mandate.Kind.REPRESENTATIVE))))
    owner = heard.order_by("pk").first()
    if owner is None:
        raise NotFound(CASE)
    return owner, None


def scan_waiting(at: datetime) -> int:
    """Scan what waits in quarantine; return how many were decided.

    While the scanner is away all stay where they are, and are tried again a minute later; a document about which it
    gives no verdict does not hold up the others.
    """
    if not settings.CLAMAV:
        return 0
    scanner, decided, judged = ClamAV(settings.CLAMAV), 0, set[str]()
    again = Q(scanned_at=None) | Q(scanned_at__lte=at - _AGAIN_AFTER)
    queue = Document.objects.filter(_WAITING, again).order_by(
        F("scanned_at").asc(nulls_first=True), "uploaded_at"
    )
    for row in queue[:_AT_ONCE]:
        if row.key in judged:
            continue
        judged.add(row.key)
        try:
            with store.read(row.key) as stream:
                found = scanner.scan(stream)
        except store.Damaged:
            _report(row)
            _waits(row.key).update(scanned_at=at)
            continue
        if isinstance(found, Unavailable):
            log.warning("document %s was not scanned: %s", row.pk, found.reason)
            _waits(row.key).update(scanned_at=at)
            break  # most likely the scanner is away; if it was this document, the next round begins with another
        standing = Document.Standing.CLEAN if isinstance(found, Clean) else Document.Standing.INFECTED
        decided += _waits(row.key).update(standing=standing, scanned_at=at)
    return decided


def _waits(key: str) -> QuerySet[Document]:
    """Return what waits with this content: one verdict decides them all."""
    return Document.objects.filter(_WAITING, key=key)


def documents_seen_by(user: User, on: date) -> QuerySet[Document]:
    """Return the documents somebody may read.

    Those of the parties they act for; an agent for some products reads what that party enclosed in their cases, and what
    they uploaded themselves. An officer reads what was uploaded for or enclosed in a case they work on or oversee, and
    is not recused from. What an officer uploaded stays inside the authority: the party is told by letters, and so is a
    third party, who sees none but its own.
    """
    if not user.is_active:
        return Document.objects.none()
    enclosed = Enclosure.objects.filter(document=OuterRef("pk"))
    overseen = Exists(
        cases_overseen_by(user, on).filter(pk=OuterRef("case"))
    )  # one by one: there may be a million
    limited = mandates_of(user, on).filter(products__isnull=False)
    own = enclosed.filter(case__party=OuterRef("party"))
    named = Mandate.objects.filter(
        open_on(on), kind=Mandate.Kind.REPRESENTATIVE, agent__in=parties_of(user, on).values("pk")
    )
    return Document.objects.filter(
        Q(party__in=acting_for(user, on).values("pk"))
        | Q(Exists(own.filter(case__product__in=limited.values("products"))))
        | Q(uploaded_by=user, party__in=limited.values("principal"))
        | Q(Exists(own.filter(case__procedure=APPOINTMENT, case__party__in=named.values("principal"))))
        | Q(overseen)
        | Q(Exists(enclosed.filter(overseen)))
    )


def documents_in(case: Case, user: User, on: date) -> QuerySet[Document]:
    """Return those documents of a case that somebody may read, oldest first."""
    own = Document.objects.filter(case=case).values("pk")
    enclosed = Enclosure.objects.filter(case=case).values("document")
    return documents_seen_by(user, on).filter(pk__in=own.union(enclosed)).order_by("uploaded_at", "pk")


def document_for(user: User, document: str, on: date) -> Document:
    """Return a document somebody may read, clean or not. Raises NotFound."""
    row = documents_seen_by(user, on).filter(pk=_identifier(document)).first()
    if row is None or row.standing == Document.Standing.ERASED:
        raise NotFound(DOCUMENT)
    return row


def opened(document: str, *, by: User, on: date) -> tuple[Document, IO[bytes]]:
    """Return a document and its bytes, for somebody who may read it and once it is clean; the caller closes them.

    Raises NotFound or, while it is in quarantine or where its bytes are not what was uploaded, ActionRefused.
    """
    row = document_for(by, document, on)
    if row.standing != Document.Standing.CLEAN:
        raise ActionRefused(
            "document_not_clean",
            Text("this document is not cleared by the scan", "该文件尚未通过安全扫描"),
        )
    try:
        return row, store.read(row.key)
    except store.Damaged:
        _report(row)
        raise ActionRefused(
            "document_damaged",
            Text(
                "what is stored is no longer what was uploaded, so it is not handed out; the operators have been told",
                "存储内容与上传内容不一致，不予提供；已通知运维人员",
            ),
        ) from None


def _identifier(document: str) -> UUID:
    try:
        return UUID(document)
    except ValueError:
        raise NotFound(DOCUMENT) from None


def _report(row: Document) -> None:
    log.error("document %s: its bytes are missing or altered; restore them from a backup", row.pk)


def damaged() -> Iterator[Document]:
    """Yield the documents whose bytes are missing or altered: to be run after a restore."""
    for row in Document.objects.exclude(standing=Document.Standing.ERASED).order_by("key", "pk").iterator():
        try:
            store.read(row.key).close()
        except store.Damaged:
            yield row


def headers(document: Document) -> dict[str, str]:
    """Return the headers of a download: an attachment under its own name (RFC 6266), that no browser runs or guesses at."""
    plain = "".join(c if c.isascii() and c.isprintable() and c not in '"\\%;' else "_" for c in document.name)
    return {
        "Content-Type": document.media_type,
        "Content-Length": str(document.size),
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(document.name, safe='')}",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "private, no-store",
    }


def erase(document: str, ground: str, at: datetime) -> Document:
    """Erase a document on a stated ground: its bytes, if no other document has the same, and its name.

    The row stays, with the digest that acts refer to, and so does every proof; after a restore from an older backup
    ``sealing.replay`` erases it again.

    Raises Refusal: there is no such document, it is erased already, or no ground is given.
    """
    from qingdan.casework.sealing.erasing import demand_ground, note

    said = demand_ground(ground)
    with transaction.atomic():
        row = Document.objects.select_for_update().filter(pk=_identifier(document)).first()
        if row is None:
            raise NotFound(DOCUMENT)
        if row.standing == Document.Standing.ERASED:
            raise ActionRefused("erased_already", Text("this is erased already", "该内容已经删除"))
        note({"document": str(row.pk), "at": at.astimezone(SHANGHAI).isoformat(), "ground": said})
        _erase(row)
    return row


def erase_again(document: str) -> bool:
    """Erase a document that a restore brought back; tell whether there was anything to do."""
    with transaction.atomic():
        row = Document.objects.select_for_update().filter(pk=document).first()
        if row is None:
            return False
        erased = row.standing == Document.Standing.ERASED
        if not erased or store.path_of(row.key).exists():  # or killed before its bytes were gone
            _erase(row)
    return not erased


def _erase(row: Document) -> None:
    row.standing, row.name = Document.Standing.ERASED, "-"
    row.save(update_fields=["standing", "name"])
    transaction.on_commit(lambda: discard(row.key))


def discard(key: str) -> None:
    """Remove the bytes of a key that no document has any more; where one has come meanwhile, they are put back."""
    live = Document.objects.filter(key=key).exclude(standing=Document.Standing.ERASED)
    if live.exists() or (gone := store.aside(key)) is None:
        return
    if live.exists():
        gone.rename(store.path_of(key))
    else:
        gone.unlink()
