"""Texts: UTF-8 to the end, nothing a browser or a shell would run, JSON that parses."""

from __future__ import annotations

import json
import re
from typing import NoReturn

from qingdan.casework.inspection.kinds import DocumentKind
from qingdan.casework.inspection.refusals import (
    NOT_UTF8,
    DocumentRefused,
    Why,
    active,
    malformed,
    not_accepted,
    too_large,
)
from qingdan.law.grammar.text import Text

_MOST_JSON = 5_000_000
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_ACTIVE = re.compile(
    rb"<\s*(?:!doctype\s+html|/?html|script|svg|iframe|object|embed|applet|meta|base|form|body|\?php|\?xml|%@)"
    rb"|<[a-z][^<>]{0,300}\son[a-z]{3,20}\s{0,20}=|(?:java|vb)script\s*:|data\s*:\s*text/html",
    re.IGNORECASE,
)
_FORMULA = re.compile(rb'(?:^|[,;\t])[ "]{0,4}(?:[=@]|[+-](?![\d.,\s]))', re.MULTILINE)
_CALCULATES = Text(
    "Some cells begin like formulas (=, +, -, @); a spreadsheet program may calculate them",
    "部分单元格以公式符号（=、+、-、@）开头，表格软件可能将其作为公式计算",
)
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BACKWARDS = Text(
    "The text holds marks that reverse its direction: it may not read as it seems",
    "文本含有改变文字方向的字符，显示内容可能与实际不符",
)


def check_text(data: bytes, kind: DocumentKind) -> tuple[Text, ...]:
    """Return warnings on a text that calls itself ``kind``.

    Raises:
        DocumentRefused: it is no text, in another encoding, active, or JSON that does not parse.
    """
    body = data.removeprefix(_BOM)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise _no_utf8(data) from fault
    if _CONTROL.search(body):
        raise not_accepted(Text("binary data of an unknown kind", "未知类型的二进制数据"))
    if kind is DocumentKind.JSON:
        _check_json(text)
    # Quoted inside JSON nothing is run, and served as JSON nothing is shown as a page.
    elif _ACTIVE.search(body):
        raise active(Text("HTML, SVG or script code", "HTML、SVG或脚本代码"))
    warnings = [_BACKWARDS] if _TURNS.search(text) else []
    if kind is DocumentKind.CSV and _FORMULA.search(body):
        warnings.append(_CALCULATES)
    return tuple(warnings)


def _no_utf8(data: bytes) -> DocumentRefused:
    """Say whether it is a text at all: one in UTF-16 or GB 18030 only needs to be saved again."""
    readable = False
    if data.startswith(_UTF16):
        readable = True
    elif not _CONTROL.search(data):
        try:
            data.decode("gb18030")
            readable = True
        except UnicodeDecodeError:
            readable = False
    if readable:
        return DocumentRefused(Why.ENCODING, NOT_UTF8)
    return not_accepted(Text("binary data of an unknown kind", "未知类型的二进制数据"))


def _check_json(text: str) -> None:
    if len(text) > _MOST_JSON:
        raise too_large(_MOST_JSON)

    def refuse(_constant: str) -> NoReturn:
        raise ValueError

    try:
        # Numbers stay strings: a number of a million digits is not worth reading.
        json.loads(text, parse_int=str, parse_float=str, parse_constant=refuse)
    except (ValueError, RecursionError) as fault:
        raise malformed(DocumentKind.JSON.says) from fault
