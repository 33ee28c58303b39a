"""Honest documents, foreign ones, and how to ask for the verdict."""

from __future__ import annotations

import pytest

from qingdan.casework.inspection import DocumentRefused, Inspected, Why, inspect
from tests.casework.inspection import made

MB = 1_000_000
TEXT = "材料目录\n1. 安全评估报告\n".encode()
ACCEPTED = {
    "申请书.pdf": made.pdf(),
    "扫描件.png": made.png(),
    "照片.jpg": made.jpeg(),
    "照片.jpeg": made.jpeg(),
    "说明.txt": TEXT,
    "说明.md": b"# Title\n\n- a < b, b > c\n<br>\n",
    "数据.csv": "名称,数量\n甲,-5\n乙,+3.5\n".encode(),
    "模型.json": b'{"a": [1, 2.5e3, null, "<script>"]}',
    "报告.docx": made.docx(),
    "台账.xlsx": made.xlsx(),
    "报告.odt": made.odf(),
    "台账.ods": made.odf("spreadsheet"),
}


NOT_ACCEPTED = {
    "program": b"MZ\x90\0" + bytes(200),
    "linux program": b"\x7fELF\x02" + bytes(50),
    "script": b"#!/bin/sh\nrm -rf /\n",
    "batch": b"@echo off\r\ndel *\r\n",
    "zip": made.zipped({"a.txt": "a", "b.pdf": made.pdf()}),
    "empty zip": b"PK\x05\x06" + bytes(18),
    "rar": b"Rar!\x1a\x07\x01\0",
    "gzip": b"\x1f\x8b\x08" + bytes(20),
    "old word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "gif": b"GIF89a" + bytes(20),
    "tiff": b"II*\0" + bytes(20),
    "heic": b"\0\0\0\x18ftypheic" + bytes(20),
    "film": b"\0\0\0\x18ftypisom" + bytes(20),
    "rtf": b"{\\rtf1 hello}",
    "presentation": made.docx(
        None, "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    ),
    "drawing": made.odf("graphics"),
    "noise": bytes(range(256)) * 4,
    "control characters": b"text\x00with\x01controls",
}


def why(content: bytes, name: str = "文件", *, limit: int = 20 * MB) -> Why:
    """The reason for which ``content`` is refused; both languages have words for it."""
    with pytest.raises(DocumentRefused) as refused:
        inspect(content, name, limit=limit)
    assert refused.value.of("en")
    assert refused.value.of("zh")
    return refused.value.why


def taken(content: bytes, name: str = "文件") -> Inspected:
    return inspect(content, name, limit=20 * MB)
