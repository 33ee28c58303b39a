"""What somebody wrote is only text: markup is inert, nothing leaves the sheet, no character becomes an empty box."""

from __future__ import annotations

import dataclasses
import threading
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from qingdan.casework.papers import FontsMissing, Paper, PaperKind, Row, fonts, render, unprintable
from qingdan.casework.papers.press import press
from qingdan.casework.papers.render import _FORM
from qingdan.casework.papers.sheet import sheet, written_date
from qingdan.law.grammar.text import Text
from tests.casework.papers.made import BARE, LETTER, words_of

MARKUP = '#read("/etc/passwd") #panic("x") #set page(width: 1cm) *b* _i_ $x^2$ `raw` <label> @ref = // /* ]]] {} \\u{0}'


@pytest.mark.parametrize("kind", PaperKind)
def test_markup_is_only_text(kind: PaperKind) -> None:
    both = Text(MARKUP, MARKUP)
    hostile = Paper(
        kind=kind,
        title=both,
        office=both,
        addressee=MARKUP,
        reference=MARKUP,
        date=LETTER.date,
        paragraphs=(both,),
        facts=(Row(both, MARKUP), Row(both, both)),
        items_heading=both,
        items=(both,),
        reasons=MARKUP,
        redress=(both,),
        signatory=MARKUP,
        signatory_title=both,
        verify_at=MARKUP,
        notes=(both,),
        qr=MARKUP,
    )
    said = words_of(hostile)
    assert said.count('#read("/etc/passwd")#panic("x")') >= 10
    assert "root:" not in said


def test_what_shows_nothing_is_left_out_and_text_never_runs_backwards() -> None:
    assert "报告fdp.exe结束" in words_of(
        dataclasses.replace(LETTER, reasons="报告\u202efdp.exe\u202c结\x00\x07\u200b束")
    )


def test_a_character_without_a_glyph_is_shown_by_its_number_and_explained() -> None:
    paper = dataclasses.replace(LETTER, addressee="𠮷示例公司 😀")
    said = words_of(paper)
    assert "〔U+20BB7〕示例公司〔U+1F600〕" in said
    assert "字库未收字符" in said
    assert "字库未收字符" not in words_of(LETTER)


def test_unprintable_names_the_characters_that_no_typeface_holds() -> None:
    assert unprintable("㐂䶮喆堃龘 Łódź İstanbul “引号”——……①☑ 𠮷野家 😀 𠮷") == "𠮷😀"
    assert unprintable("第一行\r\n第二行\t\u200b\u202e\x00") == ""


def test_every_character_of_gb2312_can_be_printed() -> None:
    rows = (bytes((high, low)) for high in range(0xA1, 0xF8) for low in range(0xA1, 0xFF))
    assert unprintable(b"".join(rows).decode("gb2312", errors="ignore")) == ""


@pytest.mark.parametrize("kind", [PaperKind.LETTER, PaperKind.CERTIFICATE])
@pytest.mark.parametrize("word", ["https://verify.example/" + "a1b2c3" * 60, "A" * 400, "北京示例" * 120])
def test_a_very_long_word_stays_on_the_sheet(kind: PaperKind, word: str) -> None:
    paper = dataclasses.replace(
        LETTER, kind=kind, addressee=word, facts=(Row(Text("Key", "密钥"), word),), reasons=word
    )
    for png in press(_FORM[kind], sheet(paper), created=0, into="png"):
        picture = Image.open(BytesIO(png)).convert("L")
        mm = picture.width / (210 if kind is PaperKind.LETTER else 297)
        # From the right margin to the edge, or to the frame of a certificate.
        edge = 0 if kind is PaperKind.LETTER else 11 * mm
        margin = picture.crop((picture.width - int(23 * mm), 0, picture.width - int(edge), picture.height))
        inside = margin.crop((0, int(12 * mm), margin.width, margin.height - int(12 * mm)))
        assert inside.getextrema() == (255, 255)
    assert word in words_of(paper)


def test_threads_print_at_the_same_time() -> None:
    made: list[bytes] = []
    workers = [threading.Thread(target=lambda: made.append(render(LETTER))) for _ in range(6)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert made == [render(LETTER)] * 6


def test_a_day_is_written_with_its_weekday() -> None:
    assert written_date(date(2028, 2, 29), "zh") == "2028年2月29日（周二）"
    assert written_date(date(2028, 2, 29), "en") == "2028-02-29 (Tue)"


def test_missing_typefaces_are_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "PACKAGE", "no_such_package")
    with pytest.raises(FontsMissing) as refused:
        fonts.font_folder()
    assert "pylopdf-fonts-zh-cn" in refused.value.of("zh")
    assert "qingdan[server]" in refused.value.of("en")


def test_a_damaged_font_package_is_missing_typefaces_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "halved_fonts.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(fonts, "PACKAGE", "halved_fonts")
    with pytest.raises(FontsMissing):
        fonts.font_folder()


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_can_be_printed(one: str, other: str) -> None:
    paper = dataclasses.replace(BARE, addressee=one, reasons=other, facts=(Row(Text("Name", "名称"), one),))
    assert render(paper).startswith(b"%PDF")
