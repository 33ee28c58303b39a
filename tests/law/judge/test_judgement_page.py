"""The example in ``docs/judgement.md`` is what the program says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qingdan.intake.case import read_case
from qingdan.law.judge import judge

ROOT = Path(__file__).parents[3]
BEGIN, END = "<!-- example:begin -->\n", "<!-- example:end -->"


def example() -> str:
    judged = judge(
        read_case(ROOT / "examples/products/01-public-chat-service.yaml").product, date(2026, 2, 20)
    )
    why = judged.track.why
    (filing,) = [o for o in judged.obligations if o.duty.key == "file_registry"]
    assert filing.deadline is not None
    english = [
        *why.lines("en"),
        "",
        filing.says.en,
        *filing.deadline.explain("en"),
        "",
        *(r.en for r in judged.remarks),
    ]
    chinese = [
        *why.lines("zh"),
        "",
        filing.says.zh,
        *filing.deadline.explain("zh"),
        "",
        *(r.zh for r in judged.remarks),
    ]
    shown = [
        "The chat service of the first example, judged on 20 February 2026:",
        "",
        *_block(english),
        "",
        *_block(chinese),
        "",
    ]
    return "\n".join(shown)


def _block(lines: list[str]) -> list[str]:
    return ["```text", *lines, "```"]


def test_the_page_shows_what_is_judged() -> None:
    page = (ROOT / "docs/judgement.md").read_text("utf-8")
    shown = page.partition(BEGIN)[2].partition(END)[0]
    assert shown == example(), "put this between the marks in docs/judgement.md:\n" + example()
