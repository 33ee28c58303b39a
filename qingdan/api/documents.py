"""Documents: taken in by content, handed out as files to keep, once they are clean."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import Annotated, Any
from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse
from ninja import File, Form, Query, Router
from ninja.files import UploadedFile
from ninja.responses import Status

from qingdan.api import shown
from qingdan.api.acts import once, present
from qingdan.api.case_shapes import Document
from qingdan.api.doors import caller, door
from qingdan.api.paging import page
from qingdan.api.shapes import HIGHEST, Cursor, Key, Limit, Page
from qingdan.casework import documents
from qingdan.casework.queries import cases as read

router = Router(tags=["documents"])
One = Annotated[int | None, Query(ge=1, le=HIGHEST)]


@router.get("", auth=door("cases:read"), summary="List documents", response=Page[Document])
def list_documents(
    request: HttpRequest, *, party: One = None, case: One = None, cursor: Cursor = "", limit: Limit = 25
) -> dict[str, Any]:
    """List the documents you may read, latest first: of the parties you act for, and of the cases you see."""
    user, on = caller(request), present().on
    if case is not None:
        rows = documents.documents_in(read.case_for(user, case, on), user, on)
    else:
        rows = documents.documents_seen_by(user, on)
    if party is not None:
        rows = rows.filter(party=party)
    return page(rows, ("-uploaded_at", "-id"), cursor, limit, shown.document)


@router.post("", auth=door("documents:write"), summary="Upload a document", response={201: Document})
def upload(  # noqa: PLR0913, PLR0917 - a file, whose, and a header
    request: HttpRequest,
    response: HttpResponse,
    file: Annotated[UploadedFile, File(description="PDF, office document, picture or text, by its content")],
    party: Annotated[int | None, Form(ge=1, le=HIGHEST, description="for a party you file for")] = None,
    case: Annotated[int | None, Form(ge=1, le=HIGHEST, description="or for a case")] = None,
    key: Key = None,
) -> Status[Any]:
    """Take in a document. Until it is scanned it stays in quarantine; where no scanner is set up it is clean at once."""
    user, at = caller(request), present().at

    def act() -> dict[str, Any]:
        file.seek(0)
        return shown.document(documents.upload(file, by=user, at=at, party=party, case=case))

    content = None
    if key is not None:
        digest = sha256()
        for chunk in file.chunks():
            digest.update(chunk)
        content = f"{file.name} {digest.hexdigest()} {party} {case}".encode("utf-8", "replace")
    return Status(201, once(request, response, key, act, content))


@router.get("/{document}", auth=door("cases:read"), summary="See a document", response=Document)
def see_document(request: HttpRequest, document: UUID) -> dict[str, Any]:
    """See what is known of a document: its name, type by content, size, SHA-256, and whether it is clean."""
    return shown.document(documents.document_for(caller(request), str(document), present().on))


_FILE = {
    "responses": {
        200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}
    }
}


@router.get(
    "/{document}/content", auth=door("cases:read"), summary="Download a document", openapi_extra=_FILE
)
def download(request: HttpRequest, document: UUID) -> FileResponse:
    """Download a document, as a file to be kept: it is never shown or run here."""
    row, stream = documents.opened(str(document), by=caller(request), on=present().on)
    response = FileResponse(stream)
    for name, value in documents.headers(row).items():
        response[name] = value
    response["Content-Type"] = "application/octet-stream"  # whatever it is, it is to be kept, not shown
    response["Repr-Digest"] = f"sha-256=:{b64encode(bytes.fromhex(row.sha256)).decode()}:"
    return response
