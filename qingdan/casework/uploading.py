"""Uploads over HTTP: read no further than the limit. What lies past it is never taken off the wire."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.inspection.refusals import too_large
from qingdan.law.grammar.text import Text

_TOO_LARGE = "upload_too_large"


class Limited(FileUploadHandler):
    """Stops the upload once a file grows over the limit; the handlers after it keep what comes before."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass a piece on, or stop."""
        if start + len(raw_data) > settings.DOCUMENT_LIMIT:
            setattr(self.request, _TOO_LARGE, True)
            raise StopUpload(connection_reset=True)
        return raw_data

    def file_complete(self, file_size: int) -> None:  # noqa: ARG002 - the handlers after it complete the file
        """Leave the file to those who hold it."""
        return


def uploaded(request: HttpRequest, field: str = "file") -> UploadedFile[Any]:
    """Return the file sent in a field.

    Raises Refusal: there is none, or it was larger than the limit and not read to its end.
    """
    file = request.FILES.get(field)  # this reads the body, as far as it is read
    if getattr(request, _TOO_LARGE, False):
        raise too_large(settings.DOCUMENT_LIMIT)
    if not isinstance(file, UploadedFile):
        raise ActionRefused("no_file", Text("choose a file to upload", "请选择要上传的文件"), field=field)
    return file
