"""Documents: taken in by content, kept under a name of ours, scanned where a scanner is set up, handed out by permission."""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q, QuerySet

from qingdan.casework.actions.refusals import ActionRefused, NotFound
from qingdan.casework.inspection import ClamAV, Clean, Inspected, Unavailable, inspect
from qingdan.casework.models import Case, Document, Party, User
from qingdan.casework.queries.cases import case_for
from qingdan.casework.standing import FILES, acting_for, capacities, cases_seen_by
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.text import Text

DOCUMENT = Text("document", "文件")


def upload(
    file: UploadedFile[Any], *, by: User, at: datetime, party: int | None = None, case: int | None = None
) -> Document:
    """Take in a document for a party, or by an officer for a case.

    Raises Refusal: it is too large, is not what its name says, holds something that acts, or is nobody's to upload here.
    Nothing is kept then.
    """
    on = at.astimezone(SHANGHAI).date()
    owner, of = _place(by, on, party, case)
    stream: IO[bytes] = file.file  # type: ignore[assignment] # a spooled or temporary file
    found = inspect(stream, file.name or "", limit=settings.DOCUMENT_LIMIT)
    key = _keep(stream, found)
    standing = Document.Standing.QUARANTINED if settings.CLAMAV else Document.Standing.CLEAN
    return Document.objects.create(
        party=owner,
        case=of,
        uploaded_by=by,
        uploaded_at=at,
        name=found.safe_name,
        kind=found.kind.value,
        media_type=found.media_type,
        size=found.size,
        sha256=found.sha256,
        key=key,
        standing=standing,
    )


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
    if not any(b.official for b in capacities(by, of, on)):
        if of.party_id is None or not acting_for(by, on, FILES).filter(pk=of.party_id).exists():
            raise NotFound(Text("case", "案件"))
        return of.party, None
    return None, of


def _path(key: str) -> Path:
    return Path(settings.MEDIA_ROOT) / key[:2] / key


def _keep(stream: IO[bytes], found: Inspected) -> str:
    """Keep the bytes under their digest: the same content is kept once. Durable on return."""
    path = _path(found.sha256)
    if path.exists():
        return found.sha256
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    stream.seek(0)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as out:
        try:
            shutil.copyfileobj(stream, out)
            out.flush()
            os.fsync(out.fileno())
            Path(out.name).replace(path)
        except BaseException:
            Path(out.name).unlink(missing_ok=True)
            raise
    return found.sha256


def scan_waiting(at: datetime) -> int:
    """Scan what waits in quarantine; return how many were decided. While the scanner is away, all stay where they are."""
    if not settings.CLAMAV:
        return 0
    scanner, decided = ClamAV(settings.CLAMAV), 0
    for row in Document.objects.filter(standing=Document.Standing.QUARANTINED).order_by("uploaded_at")[:50]:
        with _path(row.key).open("rb") as stream:
            found = scanner.scan(stream)
        if isinstance(found, Unavailable):
            break
        standing = Document.Standing.CLEAN if isinstance(found, Clean) else Document.Standing.INFECTED
        waiting = Document.objects.filter(pk=row.pk, standing=Document.Standing.QUARANTINED)
        decided += waiting.update(standing=standing, scanned_at=at)
    return decided


def documents_seen_by(user: User, on: date) -> QuerySet[Document]:
    """Return the documents somebody may read: of the parties they act for, and of the cases they see."""
    cases = cases_seen_by(user, on)
    return Document.objects.filter(
        Q(party__in=acting_for(user, on).values("pk"))
        | Q(enclosures__case__in=cases.values("pk"))
        | Q(case__in=cases.values("pk"))
    ).distinct()


def opened(document: str, *, by: User, on: date) -> tuple[Document, IO[bytes]]:
    """Return a document and its bytes, for somebody who may read it and once it is clean.

    Raises NotFound or, while it is in quarantine, ActionRefused.
    """
    row = documents_seen_by(by, on).filter(pk=document).first()
    if row is None or row.standing == Document.Standing.ERASED:
        raise NotFound(DOCUMENT)
    if row.standing != Document.Standing.CLEAN:
        raise ActionRefused(
            "document_not_clean",
            Text("this document is not cleared by the scan", "该文件尚未通过安全扫描"),
        )
    return row, _path(row.key).open("rb")
