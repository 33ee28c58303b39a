"""Names: Chinese stays, what is clumsy is put right, what deceives is refused."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qingdan.casework.inspection import DocumentRefused, Why, safe_name


@pytest.mark.parametrize(
    ("declared", "kept"),
    [
        ("安全评估报告（终稿）.pdf", "安全评估报告（终稿）.pdf"),
        ("C:\\fakepath\\报告.PDF", "报告.pdf"),
        ("/" + "home/somebody/报告.pdf", "报告.pdf"),
        ("cafe\u0301.txt", "café.txt"),
        ("报告\u200b\ufeff.pdf", "报告.pdf"),
        ("a  b\u3000c.pdf", "a b c.pdf"),
        ('a<b>:"|?*.pdf', "a_b______.pdf"),
        (".htaccess", "htaccess"),
        ("报告.pdf. . ", "报告.pdf"),
        ("报告 .pdf", "报告.pdf"),
        ("con.pdf", "_con.pdf"),
        ("NUL", "_NUL"),
        ("COM1.backup.txt", "_COM1.backup.txt"),
        ("contract.pdf", "contract.pdf"),
        ("", "document"),
        ("...", "document"),
        ("example.com.pdf", "example.com.pdf"),
        ("v1.2.pdf", "v1.2.pdf"),
    ],
)
def test_a_name_is_kept_or_put_right(declared: str, kept: str) -> None:
    assert safe_name(declared) == kept


@pytest.mark.parametrize(
    "declared",
    [
        "../../etc/passwd",
        "..\\..\\boot.ini",
        "a/../b.pdf",
        "报告\x00.pdf",
        "报告\r\nContent-Type: text.pdf",
        "报告\u202efdp.exe",
        "\u2066报告.pdf",
        "报告\ud800.pdf",
        "报告.exe.pdf",
        "报告.js .txt",
        "报告.EXE.pdf",
        "发票.pdf.scr.docx",
    ],
)
def test_a_name_that_deceives_is_refused(declared: str) -> None:
    with pytest.raises(DocumentRefused) as refused:
        safe_name(declared)
    assert refused.value.why is Why.NAME
    assert "重命名" in refused.value.of("zh")


def test_a_very_long_name_is_cut_and_keeps_its_ending() -> None:
    cut = safe_name("评" * 300 + ".docx")
    assert cut.endswith("评.docx")
    assert len(cut.encode()) <= 240
    assert safe_name("a" * 5_000_000 + ".pdf") == "a" * 96 + ".pdf"


@settings(max_examples=500)
@given(st.text(alphabet=st.characters(codec=None), max_size=200))
def test_any_name_is_refused_or_safe_and_then_stays_as_it_is(declared: str) -> None:
    try:
        name = safe_name(declared)
    except DocumentRefused:
        return
    assert 0 < len(name) <= 100
    assert len(name.encode()) <= 240
    assert not set(name) & set('<>:"|?*/\\')
    assert not name.startswith(".")
    assert not name.endswith((".", " "))
    assert unicodedata.is_normalized("NFC", name)
    assert not {unicodedata.category(one) for one in name} & {"Cc", "Cf", "Cs"}
    assert safe_name(name) == name
