"""Documents as somebody sends, encloses and reads them."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from qingdan.casework.documents import opened, upload
from qingdan.casework.models import Case, Document, User
from tests.casework.journeys import Journey, on

AT = on("2026-03-02")
DAY = AT.date()
TEXT = "说明：本产品的安全评估情况。\n".encode()


def file(content: bytes = TEXT, name: str = "评估报告.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def sent(by: User, content: bytes = TEXT, name: str = "评估报告.txt", **where: int) -> Document:
    return upload(file(content, name), by=by, at=AT, **where)


def read(document: Document, by: User) -> bytes:
    _, stream = opened(str(document.pk), by=by, on=DAY)
    with stream:
        return stream.read()


def submitted(way: Journey, *, document: Document | None = None) -> Case:
    """An application, with one more document enclosed than it needs to be made up."""
    drafted = Case.objects.filter(product=way.product, stage="drafted").first()
    case = drafted or way.open("licence_application", way.filer, AT, product=way.product.pk)
    said = {"licence_form": [str(document.pk)]} if document else {}
    way.take(case, "submit", way.filer, AT, **said)
    return case
