"""The kinds of document that a dossier may hold."""

from __future__ import annotations

from enum import StrEnum

from qingdan.law.grammar.text import Text

_OFFICE = "application/vnd.openxmlformats-officedocument"


class DocumentKind(StrEnum):
    """An accepted kind."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpeg"
    TEXT = "text"
    MARKDOWN = "markdown"
    CSV = "csv"
    JSON = "json"
    DOCX = "docx"
    XLSX = "xlsx"
    ODT = "odt"
    ODS = "ods"

    @property
    def media_type(self) -> str:
        """The type to serve it under."""
        return _MEDIA_TYPES[self]

    @property
    def extension(self) -> str:
        """The ending of a name that has none."""
        return ENDINGS[self][0]

    @property
    def says(self) -> Text:
        """What people call it."""
        return _SAYS[self]


ENDINGS = {
    DocumentKind.PDF: ("pdf",),
    DocumentKind.PNG: ("png",),
    DocumentKind.JPEG: ("jpg", "jpeg"),
    DocumentKind.TEXT: ("txt",),
    DocumentKind.MARKDOWN: ("md",),
    DocumentKind.CSV: ("csv",),
    DocumentKind.JSON: ("json",),
    DocumentKind.DOCX: ("docx",),
    DocumentKind.XLSX: ("xlsx",),
    DocumentKind.ODT: ("odt",),
    DocumentKind.ODS: ("ods",),
}
KIND_OF_ENDING = {ending: kind for kind, endings in ENDINGS.items() for ending in endings}
# Content cannot tell these apart: there the name decides, within what the content allows.
WRITTEN = frozenset({DocumentKind.TEXT, DocumentKind.MARKDOWN, DocumentKind.CSV, DocumentKind.JSON})

_MEDIA_TYPES = {
    DocumentKind.PDF: "application/pdf",
    DocumentKind.PNG: "image/png",
    DocumentKind.JPEG: "image/jpeg",
    DocumentKind.TEXT: "text/plain; charset=utf-8",
    DocumentKind.MARKDOWN: "text/markdown; charset=utf-8",
    DocumentKind.CSV: "text/csv; charset=utf-8",
    DocumentKind.JSON: "application/json",
    DocumentKind.DOCX: f"{_OFFICE}.wordprocessingml.document",
    DocumentKind.XLSX: f"{_OFFICE}.spreadsheetml.sheet",
    DocumentKind.ODT: "application/vnd.oasis.opendocument.text",
    DocumentKind.ODS: "application/vnd.oasis.opendocument.spreadsheet",
}
_SAYS = {
    DocumentKind.PDF: Text("a PDF", "PDF文件"),
    DocumentKind.PNG: Text("a PNG picture", "PNG图片"),
    DocumentKind.JPEG: Text("a JPEG picture", "JPEG图片"),
    DocumentKind.TEXT: Text("a plain text", "纯文本"),
    DocumentKind.MARKDOWN: Text("a Markdown text", "Markdown文本"),
    DocumentKind.CSV: Text("a CSV table", "CSV表格"),
    DocumentKind.JSON: Text("a JSON file", "JSON文件"),
    DocumentKind.DOCX: Text("a Word document (DOCX)", "Word文档（DOCX）"),
    DocumentKind.XLSX: Text("an Excel workbook (XLSX)", "Excel工作簿（XLSX）"),
    DocumentKind.ODT: Text("an OpenDocument text (ODT)", "OpenDocument文本（ODT）"),
    DocumentKind.ODS: Text("an OpenDocument spreadsheet (ODS)", "OpenDocument表格（ODS）"),
}
ACCEPTED = Text(
    "Accepted are PDF, PNG, JPEG, DOCX, XLSX, ODT, ODS, and TXT, CSV, Markdown or JSON in UTF-8",
    "可接收PDF、PNG、JPEG、DOCX、XLSX、ODT、ODS，以及UTF-8编码的TXT、CSV、Markdown、JSON文件",
)
