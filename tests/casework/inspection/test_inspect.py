"""What is taken in, what is refused and in which words."""

from __future__ import annotations

import hashlib
import json
from io import BytesIO

import pytest

from qingdan.casework.inspection import DocumentKind, DocumentRefused, Why, inspect
from tests.casework.inspection import made
from tests.casework.inspection.judged import ACCEPTED, MB, NOT_ACCEPTED, TEXT, taken, why


@pytest.mark.parametrize("name", ACCEPTED)
def test_an_honest_document_is_taken_with_its_name_size_and_hash(name: str) -> None:
    content = ACCEPTED[name]
    inspected = taken(content, name)
    assert inspected.safe_name == name
    assert inspected.size == len(content)
    assert inspected.sha256 == hashlib.sha256(content).hexdigest()
    assert inspected.warnings == ()
    assert name.endswith((inspected.kind.extension, "jpeg"))
    assert inspected.media_type.startswith(("application/", "image/", "text/"))


@pytest.mark.parametrize("name", [name for name in ACCEPTED if not name.endswith((".md", ".csv", ".json"))])
def test_a_file_without_an_ending_is_known_by_its_content_and_given_one(name: str) -> None:
    inspected = taken(ACCEPTED[name])
    assert inspected.kind is taken(ACCEPTED[name], name).kind
    assert inspected.safe_name == f"文件.{inspected.kind.extension}"


@pytest.mark.parametrize("content", ["报告.docx", "扫描件.png", "照片.jpg", "申请书.pdf", "说明.txt"])
@pytest.mark.parametrize("claimed", ["pdf", "png", "jpg", "docx", "xlsx", "odt"])
def test_a_name_that_says_otherwise_than_the_content_is_refused(content: str, claimed: str) -> None:
    if content.endswith(claimed):
        return
    assert why(ACCEPTED[content], f"文件.{claimed}") is Why.MISMATCH


def test_the_refusal_says_what_the_file_is_and_what_to_do() -> None:
    with pytest.raises(DocumentRefused) as refused:
        taken(made.png(), "合同.pdf")
    assert refused.value.of("zh") == (
        "文件名表明其为PDF文件，实际内容为PNG图片。请核对后重新上传，或将扩展名改为.png"
    )
    assert "by its content the file is a PNG picture" in refused.value.of("en")


def test_an_ending_that_is_not_accepted_is_refused_even_over_honest_content() -> None:
    assert why(TEXT, "install.ps1") is Why.MISMATCH
    assert why(made.pdf(), "报告.zip") is Why.MISMATCH


class Tap:
    """A source without end that counts what is drawn from it."""

    def __init__(self) -> None:
        self.drawn = 0

    def read(self, size: int, /) -> bytes:
        self.drawn += size
        return b"a" * size


def test_reading_stops_one_byte_past_the_limit() -> None:
    tap = Tap()
    with pytest.raises(DocumentRefused) as refused:
        inspect(tap, "a.txt", limit=300_000)
    assert refused.value.why is Why.TOO_LARGE
    assert tap.drawn == 300_001
    assert "0.3 MB" in refused.value.of("zh")


def test_exactly_the_limit_is_allowed() -> None:
    assert inspect(b"a" * 1000, "a.txt", limit=1000).size == 1000
    assert why(b"a" * 1001, "a.txt", limit=1000) is Why.TOO_LARGE


def test_a_file_is_read_from_where_it_stands_and_an_empty_one_is_refused() -> None:
    assert inspect(BytesIO(TEXT), "a.txt", limit=MB).size == len(TEXT)
    assert why(b"", "a.pdf") is Why.EMPTY


@pytest.mark.parametrize("what", NOT_ACCEPTED)
def test_other_kinds_are_named_and_refused_whatever_they_call_themselves(what: str) -> None:
    for name in ("文件", "文件.pdf", "文件.txt", "文件.exe"):
        assert why(NOT_ACCEPTED[what], name) is Why.NOT_ACCEPTED


def test_text_that_only_begins_like_something_else_is_text() -> None:
    for words in (
        b"BM25 ranks documents",
        b"MZ is a file format",
        b"ID3 tags",
        b"PK is a name",
        b"[Content]",
    ):
        assert taken(words, "a.txt").kind is DocumentKind.TEXT


ACTIVE_TEXT = [
    b"<!DOCTYPE html><p>hi",
    b"hello\n<ScRiPt >alert(1)</script>",
    b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
    b"<img src=x\nonerror=alert(1)>",
    b"[click](javascript:alert(1))",
    b"<?php system($_GET['x']); ?>",
    b"<iframe src=//x.example>",
    b'<?xml version="1.0"?><a/>',
]


@pytest.mark.parametrize("content", ACTIVE_TEXT)
@pytest.mark.parametrize("name", ["文件", "文件.txt", "文件.md", "文件.csv"])
def test_text_that_a_browser_would_run_is_refused(content: bytes, name: str) -> None:
    assert why(content, name) is Why.ACTIVE


def test_text_in_another_encoding_is_told_to_be_saved_as_utf8() -> None:
    assert why("名称,数量\n甲,5\n".encode("gb18030"), "a.csv") is Why.ENCODING
    assert why("名称".encode("utf-16"), "a.txt") is Why.ENCODING
    assert taken("\ufeff名称,数量\n".encode(), "a.csv").kind is DocumentKind.CSV


def test_formulas_and_text_that_runs_backwards_are_warned_of() -> None:
    (warning,) = taken(b'name,value\n"=HYPERLINK(1)",2\n', "a.csv").warnings
    assert "公式" in warning.zh
    assert taken("报告\u202efdp\n".encode(), "a.txt").warnings


@pytest.mark.parametrize(
    "content", [b'{"a": 1', b"[" * 100_000, b"{'a': 1}", b"[NaN]", b'{"a": 1} trailing', b"hello"]
)
def test_json_must_parse(content: bytes) -> None:
    assert why(content, "a.json") is Why.MALFORMED


def test_json_numbers_of_any_length_do_no_harm() -> None:
    assert taken(b"[" + b"9" * 100_000 + b"]", "a.json").kind is DocumentKind.JSON
    assert why(json.dumps(["a" * 6 * MB]).encode(), "a.json") is Why.TOO_LARGE
