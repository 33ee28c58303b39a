"""Papers are read back as a recipient reads them: the words by a PDF reader, the code by a scanner."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, cast

import pytest
from pypdf import PdfReader

from qingdan.casework.papers import Paper, PaperKind, render
from qingdan.law.grammar.text import Cite, Text
from tests.casework.papers.made import BARE, BY_HEART, CERTIFICATE, LAW, LETTER, codes_on, pages_of, words_of


def test_a_letter_says_everything_in_both_languages() -> None:
    said = words_of(LETTER)
    for words in (
        "示范市人工智能主管部门",
        "北京晨星示例智能科技有限公司：",
        "本告知书为一次性告知",
        "缺少评估日期",
        "《人工智能示范法》第二十七条第一款",
        "签发人：张示例受理人员",
        "2026年2月24日（周二）",
        "Thedateismissing",
        "ModelLawArt.27(1)",
        "Signedby:张示例,Intakeofficer",
        "2026-02-24(Tue)",
        "谨防仿冒网站",
        "look-alikesitesexist",
        "以中文文本为准",
    ):
        assert words in said


def test_a_certificate_shows_number_holder_and_what_it_is_not() -> None:
    said = words_of(CERTIFICATE)
    for words in (
        "人智备R110108-25-000042-0",
        "持有人Holder",
        "北京晨星示例智能科技有限公司",
        "备案不代表认可",
        "Registrationisnotendorsement",
        "并非印章",
    ):
        assert words in said
    assert pages_of(CERTIFICATE) == 1


def test_the_code_reads_back_as_it_was_given() -> None:
    assert codes_on(LETTER) == {LETTER.qr}
    proof = dataclasses.replace(
        CERTIFICATE, qr="QD1:" + "0123456789abcdef" * 55
    )  # a proof of inclusion is long
    assert codes_on(proof) == {proof.qr}


def test_a_code_that_cannot_hold_so_much_is_an_error() -> None:
    with pytest.raises(ValueError, match="Data too large"):
        render(dataclasses.replace(LETTER, qr="x" * 3000))


def test_the_pdf_is_archival_tagged_and_names_itself() -> None:
    reader = PdfReader(BytesIO(render(LETTER)))
    assert reader.metadata is not None
    assert reader.metadata.title == "补正告知书 Notice of supplement"
    assert reader.metadata.author == "示范市人工智能主管部门 Demonstration Office"
    root = cast("dict[str, Any]", reader.trailer["/Root"])
    assert root["/Lang"] == "zh-CN"
    assert root["/MarkInfo"]["/Marked"]
    declared = root["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2" in declared
    assert "<pdfaid:conformance>A" in declared
    assert "<pdfuaid:part>1" in declared


def test_the_same_paper_gives_the_same_bytes_and_its_own_day_as_date() -> None:
    assert render(LETTER) == render(LETTER)
    reader = PdfReader(BytesIO(render(LETTER)))
    assert reader.metadata is not None
    assert reader.metadata.creation_date == datetime(2026, 2, 23, 16, tzinfo=UTC)  # midnight in Shanghai
    later = PdfReader(BytesIO(render(LETTER, created=datetime(2027, 1, 1, tzinfo=UTC))))
    assert later.metadata is not None
    assert later.metadata.creation_date == datetime(2027, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("kind", PaperKind)
def test_what_is_absent_leaves_no_trace(kind: PaperKind) -> None:
    said = words_of(dataclasses.replace(BARE, kind=kind))
    for absent in (
        "理由",
        "法律依据",
        "救济途径",
        "签发人",
        "None",
        "核验二维码",
        "[]",
        "Reasons",
        "Legalbasis",
    ):
        assert absent not in said


def test_forty_defects_run_over_numbered_pages() -> None:
    many = dataclasses.replace(
        LETTER, items=tuple(Text(f"Defect {n} of the dossier", f"材料缺陷第{n}项") for n in range(1, 41))
    )
    said = words_of(many)
    assert "材料缺陷第40项" in said
    assert "Defect40ofthedossier" in said
    last = pages_of(many)
    assert last >= 4
    assert f"{last}/{last}" in said


def test_no_office_signs_a_page_that_says_nothing_else() -> None:
    for count in range(18, 30):
        many = dataclasses.replace(LETTER, items=(Text("A defect", "缺陷"),) * count)
        for page in PdfReader(BytesIO(render(many))).pages:
            said = page.extract_text()
            assert "签发人" not in said or "法律依据" in said


def test_reasons_stand_as_the_officer_wrote_them() -> None:
    denial = dataclasses.replace(
        LETTER,
        kind=PaperKind.DECISION,
        reasons="风险管理制度未覆盖再评估。\n应急预案未明确权限。",
        redress=(Text("Ask for reconsideration within sixty days.", "可在六十日内申请行政复议。"),),
    )
    said = words_of(denial)
    assert said.count("风险管理制度未覆盖再评估。") == 2
    assert "Astheofficerwrotethem,inChinese" in said
    assert "可在六十日内申请行政复议。" in said
    assert "Ifyoudisagree" in said


def test_a_provision_cited_from_memory_is_marked() -> None:
    said = words_of(dataclasses.replace(LETTER, cites=(Cite(LAW, 27), Cite(BY_HEART, 32))))
    assert "第三十二条※" in said
    assert "第二十七条※" not in said
    assert "尚未与原文核对" in said
    assert "尚未与原文核对" not in words_of(LETTER)


@pytest.mark.parametrize("paper", [LETTER, CERTIFICATE])
def test_a_demonstration_says_so_on_every_page(paper: Paper) -> None:
    demonstration = dataclasses.replace(paper, demonstration=True)
    for page in PdfReader(BytesIO(render(demonstration))).pages:
        assert "演示" in page.extract_text()
    assert "不具法律效力" in words_of(demonstration)
    assert "演示" not in words_of(paper)
