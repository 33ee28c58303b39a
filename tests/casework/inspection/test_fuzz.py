"""Whatever is sent, it is taken or refused; nothing else can happen."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from qingdan.casework.inspection import DocumentRefused, inspect
from tests.casework.inspection.judged import ACCEPTED, MB, NOT_ACCEPTED
from tests.casework.inspection.test_pdf import ACTIVE_PDF

SEEDS = [*ACCEPTED.values(), *ACTIVE_PDF.values(), *NOT_ACCEPTED.values()]
NAMES = [*ACCEPTED, "文件", "a.pdf", "a.docx"]


@settings(max_examples=400, deadline=None)
@given(st.sampled_from([one for one in SEEDS if len(one) < 100_000]), st.sampled_from(NAMES), st.data())
def test_a_spoiled_file_is_taken_or_refused_and_nothing_else(
    seed: bytes, name: str, data: st.DataObject
) -> None:
    content = bytearray(seed)
    for _ in range(data.draw(st.integers(0, 6))):
        at = data.draw(st.integers(0, max(0, len(content) - 1)))
        cut = data.draw(st.integers(0, 40))
        content[at : at + cut] = data.draw(st.binary(max_size=40))
    try:
        inspect(bytes(content), name, limit=MB)
    except DocumentRefused as refused:
        assert refused.of("zh")  # noqa: PT017 - either outcome is right, any other exception is not


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300), st.text(max_size=40))
def test_anything_is_taken_or_refused_and_nothing_else(content: bytes, name: str) -> None:
    magic = [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"]
    for head in magic:
        try:
            inspect(head + content, name, limit=MB)
        except DocumentRefused as refused:
            assert refused.of("en")  # noqa: PT017 - either outcome is right, any other exception is not
