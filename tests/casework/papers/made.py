"""Papers to print, and how a recipient reads them."""

from __future__ import annotations

import dataclasses
from datetime import date
from functools import cache
from io import BytesIO

import zxingcpp
from PIL import Image
from pypdf import PdfReader

from qingdan.casework.papers import Paper, PaperKind, Row, render
from qingdan.casework.papers.press import press
from qingdan.casework.papers.render import _FORM
from qingdan.casework.papers.sheet import sheet
from qingdan.law.grammar.text import Cite, Statute, Text
from qingdan.law.numbers import Kind, QingdanNumber

LAW = Statute("law", Text("Model Law", "人工智能示范法"), Text("Model Law", "人工智能示范法"))
BY_HEART = Statute(
    "heart", Text("Licensing Law", "行政许可法"), Text("Licensing Law", "行政许可法"), verified=False
)
LETTER = Paper(
    kind=PaperKind.LETTER,
    title=Text("Notice of supplement", "补正告知书"),
    office=Text("Demonstration Office", "示范市人工智能主管部门"),
    addressee="北京晨星示例智能科技有限公司",
    reference="2026-L-000123",
    date=date(2026, 2, 24),
    paragraphs=(
        Text("This is the only notice of defects.", "本告知书为一次性告知，未列明的事项不再另行要求补正。"),
    ),
    facts=(
        Row(Text("Product", "产品"), "晨星对话助手"),
        Row(Text("Scope", "范围"), Text("Dialogue", "对话服务")),
    ),
    items_heading=Text("Defects", "需补正事项"),
    items=(Text("The signature is missing", "缺少负责人签字"), Text("The date is missing", "缺少评估日期")),
    cites=(Cite(LAW, 27, 1),),
    signatory="张示例",
    signatory_title=Text("Intake officer", "受理人员"),
    qr="https://qingdan.example/verify/2026-L-000123#c2FsdA",
    verify_at="https://qingdan.example/verify",
)
CERTIFICATE = dataclasses.replace(
    LETTER,
    kind=PaperKind.CERTIFICATE,
    title=Text("Certificate of registration", "人工智能产品登记备案证书"),
    number=QingdanNumber.issue(Kind.REGISTRATION, "110108", 2025, 42),
    paragraphs=(),
    items=(),
    notes=(Text("Registration is not endorsement.", "备案不代表认可。"),),
)
BARE = Paper(
    kind=PaperKind.RECEIPT,
    title=Text("Receipt", "回执"),
    office=Text("Office", "主管部门"),
    addressee="",
    reference="",
    date=date(2026, 1, 1),
)


@cache
def words_of(paper: Paper) -> str:
    """All the words of the PDF, without the spaces that line breaks and letter spacing leave."""
    pages = PdfReader(BytesIO(render(paper))).pages
    return "".join("".join(page.extract_text() for page in pages).split())


def pages_of(paper: Paper) -> int:
    return len(PdfReader(BytesIO(render(paper))).pages)


def codes_on(paper: Paper) -> set[str]:
    """What a scanner reads from the printed pages."""
    pictures = press(_FORM[paper.kind], sheet(paper), created=0, into="png")
    found = [code for png in pictures for code in zxingcpp.read_barcodes(Image.open(BytesIO(png)))]
    return {code.text for code in found}
