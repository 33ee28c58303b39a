"""PDF: no scripts, no launching, no attachments, no forms that call out, no encryption, nothing after the end.

The file is not interpreted as a reader would do it: hostile files are made for readers to disagree about. Every
name in it counts wherever it stands, in plain sight, written with escapes or inside object streams, and a stream
that cannot be looked into and may hold objects is a reason to refuse.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from qingdan.casework.inspection.budget import Budget, inflate, pieces_of
from qingdan.casework.inspection.refusals import active, bomb, encrypted, hidden, malformed
from qingdan.law.grammar.text import Text

_WHAT = Text("a PDF", "PDF文件")
_ATTACHMENT = Text("attached files", "附件")
_CALLS_OUT = Text("a form that sends or fetches data", "收发数据的表单")
_ACTIVE = {
    b"JavaScript": Text("JavaScript", "JavaScript脚本"),
    b"Launch": Text("a command to start a program", "启动程序的指令"),
    b"EmbeddedFile": _ATTACHMENT,
    b"EmbeddedFiles": _ATTACHMENT,
    b"GoToE": _ATTACHMENT,
    b"RichMedia": Text("embedded media", "嵌入的多媒体"),
    b"SubmitForm": _CALLS_OUT,
    b"ImportData": _CALLS_OUT,
    b"XFA": Text("a dynamic form (XFA)", "动态表单（XFA）"),
}
_OPENS = Text(
    "The PDF says where it opens or what follows a click; it holds no script",
    "该PDF设定了打开位置或点击动作，不含脚本",
)
# A name counts unless it ends a word of running text, as in "HTML/JavaScript"; "/S/JavaScript" counts.
_NAME = re.compile(
    rb"(?:(?<![A-Za-z])|(?<=obj)|/[A-Za-z]{1,32})/("
    + b"|".join([*_ACTIVE, b"Encrypt", b"OpenAction", b"AA"])
    + rb")(?![^\s\0()<>\[\]{}/%])"
)
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_WORK = 768 << 20
_OBJECTS_UNFOLDED = 64 << 20
_WINDOW, _OVERLAP = 1 << 22, 256


def check_pdf(data: bytes) -> tuple[Text, ...]:
    """Return warnings.

    Raises:
        DocumentRefused: the PDF is damaged, encrypted, active, two things at once or a bomb.
    """
    body = data.rstrip(b"\0\t\n\f\r ")
    if not body.endswith(b"%%EOF"):
        if b"%%EOF" in body:
            raise hidden(Text("data after the end of the PDF", "PDF结尾之后另有数据"))
        raise malformed(_WHAT)
    if b"startxref" not in data:
        raise malformed(_WHAT)
    found = _names(data)
    budget = Budget(_WORK, Text("compressed parts", "压缩内容"))
    for objects in _object_streams(data, budget):
        found |= _names(objects)
    return (_OPENS,) if found else ()


def _names(data: bytes) -> set[bytes]:
    """Return the names that only deserve a warning; refuse on any other."""
    found: set[bytes] = set()
    for start in range(0, len(data), _WINDOW):
        window = data[max(0, start - _OVERLAP) : start + _WINDOW]
        plain = _ESCAPE.sub(lambda escape: bytes([int(escape.group(1), 16)]), window)
        for match in _NAME.finditer(plain):
            name = match.group(1)
            if name == b"Encrypt":
                raise encrypted()
            if name in _ACTIVE:
                raise active(_ACTIVE[name])
            found.add(name)
    return found


_OBJECT = re.compile(rb"(?<!end)obj")
_STREAM = re.compile(rb"(?:[\s\0]|%[^\r\n]{0,200}+[\r\n]){0,200}stream(?:\r\n|\n|\r)")
_GAP = re.compile(rb"(?:[\s\0]|%[^\r\n]{0,200}+[\r\n]){0,200}<<")
_TOKEN = re.compile(
    rb"%[^\r\n]*|<<|>>|<[0-9A-Fa-f\s]*>|/[^\s\0()<>\[\]{}/%]*|[\[\](){}<>]|[^\s\0()<>\[\]{}/%]+"
)
_PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)
_LONGEST_DICTIONARY = 1 << 20
# Reading tokens here is slower than unfolding by about this factor.
_TOKEN_COST = 32
_OBJECT_COST = 256
_FLATE = frozenset({b"/FlateDecode", b"/Fl"})
_COMPRESSIONS = _FLATE | {b"/LZWDecode", b"/LZW", b"/RunLengthDecode", b"/RL", b"/BrotliDecode"}


def _object_streams(data: bytes, budget: Budget) -> Iterator[bytes]:
    """Yield the content of each object stream; unfold every other compressed stream only to measure it."""
    for keyword in _OBJECT.finditer(data):
        budget.spend(_OBJECT_COST)
        opening = _GAP.match(data, keyword.end())
        if not opening:
            continue
        tokens, end = _dictionary(data, opening.end(), budget)
        stream = _STREAM.match(data, end)
        if not stream:
            continue
        filters = _filters(tokens)
        holds_objects = b"/ObjStm" in tokens or (b"/First" in tokens and b"/N" in tokens)
        if holds_objects and filters:
            if len(filters) > 1 or not _FLATE.issuperset(filters) or {b"/DecodeParms", b"/DP"} & set(tokens):
                raise malformed(_WHAT)
            yield _unfold(data, stream.end(), budget)
        elif sum(name in _COMPRESSIONS for name in filters) > 1:
            raise bomb(Text("compressed twice", "重复压缩"))
        elif filters and filters[0] in _FLATE:
            _measure(data, stream.end(), budget)


def _dictionary(data: bytes, start: int, budget: Budget) -> tuple[list[bytes], int]:
    """Return the tokens up to the closing ``>>`` and where it ends. Strings and comments are left out."""
    tokens: list[bytes] = []
    depth, at, stop = 1, start, start + _LONGEST_DICTIONARY
    while depth and at < stop:
        match = _TOKEN.search(data, at, stop)
        if not match:
            raise malformed(_WHAT)
        budget.spend(_TOKEN_COST * (match.end() - at))
        token, at = match.group(), match.end()
        if token == b"(":
            at = _after_string(data, at, stop, budget)
        elif token.startswith(b"/"):
            tokens.append(_ESCAPE.sub(lambda escape: bytes([int(escape.group(1), 16)]), token))
        elif not token.startswith(b"%"):
            depth += {b"<<": 1, b">>": -1}.get(token, 0)
            tokens.append(token)
    if depth:
        raise malformed(_WHAT)
    return tokens, at


def _after_string(data: bytes, start: int, stop: int, budget: Budget) -> int:
    depth, at = 1, start
    while depth:
        match = _PARENTHESIS.search(data, at, stop)
        if not match:
            raise malformed(_WHAT)
        budget.spend(_TOKEN_COST * (match.end() - at))
        depth += {b"(": 1, b")": -1}.get(match.group(), 0)
        at = match.end()
    return at


def _filters(tokens: list[bytes]) -> list[bytes]:
    """Return the names of the filters in order; one that is stated elsewhere is returned as it is referred to."""
    if b"/Filter" not in tokens:
        return []
    after = tokens[tokens.index(b"/Filter") + 1 :]
    if after[:1] == [b"["]:
        return after[1 : after.index(b"]")] if b"]" in after else [b"?"]
    return after[:1]


def _unfold(data: bytes, start: int, budget: Budget) -> bytes:
    objects = Budget(_OBJECTS_UNFOLDED, budget.what)
    unfolded: list[bytes] = []
    try:
        for piece in inflate(pieces_of(data, start), budget):
            objects.spend(len(piece))
            unfolded.append(piece)
    except zlib.error as fault:
        raise malformed(_WHAT) from fault
    return b"".join(unfolded)


def _measure(data: bytes, start: int, budget: Budget) -> None:
    try:
        for _ in inflate(pieces_of(data, start), budget):
            pass
    except zlib.error:
        # A damaged picture shows as damaged; nothing in it is read as an object.
        return
