"""``qingdan assess``: the page, the data, the folder, the exit codes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qingdan.law.judge.obligations import Standing
from tests.cli.conftest import ROOT, Call

EXAMPLES = ROOT / "examples" / "products"
CHAT = EXAMPLES / "01-public-chat-service.yaml"
HALF = EXAMPLES / "16-half-filled-form.yaml"
ON = ("--on", "2026-03-20")

Write = Callable[[str], Path]


def test_a_product_with_a_known_track_exits_with_0(call: Call) -> None:
    done = call("assess", CHAT, *ON)
    assert done.code == 0
    assert "● Registration" in done.out
    assert "Art. 43(1)" in done.out
    assert done.err == ""


def test_a_product_whose_track_is_open_exits_with_3(call: Call) -> None:
    done = call("assess", HALF, *ON)
    assert done.code == 3
    assert "? Not yet known" in done.out
    assert "until answered, act as for: licence" in done.out


def test_the_same_page_in_chinese(call: Call) -> None:
    done = call("--lang", "zh", "assess", CHAT, *ON)
    assert "● 登记备案" in done.out
    assert "第四十三条第一款" in done.out
    assert "2026年3月20日（周五）" in done.out


@pytest.mark.parametrize(
    "words",
    [("--lang", "zh", "assess", CHAT), ("assess", CHAT, "--lang=zh"), ("assess", "--lang", "zh", CHAT)],
)
def test_the_language_may_stand_anywhere(call: Call, words: tuple[object, ...]) -> None:
    assert "登记备案" in call(*words, *ON).out


def test_a_past_date_is_not_called_a_failure_but_a_missing_record(call: Call) -> None:
    done = call("assess", CHAT, *ON)
    assert "no record that it was done" in done.out
    assert "was due 2026-03-04" in done.out or "was due 2026-03-05" in done.out
    assert "record the event registry_filed" in done.out


def test_what_was_recorded_as_done_is_not_past_due(call: Call, product: Write) -> None:
    text = CHAT.read_text(encoding="utf-8").replace(
        "events:", "events:\n  - {event: registry_filed, on: 2026-02-24}"
    )
    done = call("assess", product(text), *ON, "--format", "json")
    standing = {d["rule"]: d["standing"] for d in done.data["duties"]}
    assert standing["file_registry"] == Standing.DONE.value


def test_duties_of_authorities_are_not_among_the_products(call: Call) -> None:
    data = call("assess", CHAT, *ON, "--format", "json").data
    official = {"authority", "authority_head", "local_authority", "procuratorate"}
    assert data["authority_duties"]
    assert not official & {d["bearer"] for d in data["duties"]}
    page = call("assess", CHAT, *ON, "--full").out
    assert page.index("To do") < page.index("On the authority's side")


def test_a_folder_shows_one_line_a_product(call: Call) -> None:
    done = call("assess", EXAMPLES, *ON)
    assert done.code == 3  # some of them are half filled in
    lines = done.out.splitlines()
    assert len(lines) == len(list(EXAMPLES.glob("*.yaml")))
    assert any(line.startswith("Qingya Chat") and "registration" in line for line in lines)


def test_a_folder_as_data_is_a_list(call: Call) -> None:
    data = call("assess", EXAMPLES, *ON, "--format", "json", "--no-alternatives").data
    assert len(data) == len(list(EXAMPLES.glob("*.yaml")))
    assert {d["track"]["key"] for d in data} >= {"licence", "registry", "exempt", "none"}


def test_one_bad_file_in_a_folder_does_not_hide_the_others(call: Call, tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text("product: Good\nanswers: {is_ai: no}\n", encoding="utf-8")
    (tmp_path / "bad.yaml").write_text("product: Bad\nanswers: {is_ia: no}\n", encoding="utf-8")
    done = call("assess", tmp_path, *ON)
    assert done.code == 2
    assert "Good" in done.out
    assert "bad.yaml:2: answers.is_ia" in done.err
    assert "1 of 2 files could not be judged" in done.err


def test_an_empty_folder_is_refused(call: Call, tmp_path: Path) -> None:
    done = call("assess", tmp_path)
    assert done.code == 2
    assert "no .yaml, .yml, .json file in this folder" in done.err


def test_a_reading_changes_the_result_and_is_named(call: Call) -> None:
    data = call("assess", CHAT, *ON, "--reading", "registry.scope_unit=company", "--format", "json").data
    assert data["basis"]["readings"]["registry.scope_unit"] == "company"


def test_an_edition_not_yet_in_force_is_judged_as_a_dry_run_and_said_so(call: Call) -> None:
    hiring = EXAMPLES / "09-hiring-screener.yaml"
    now = call("assess", hiring, *ON, "--format", "json")
    then = call("assess", hiring, *ON, "--list", "sample-2027", "--format", "json")
    assert now.data["track"]["key"] == "registry"
    assert then.data["track"]["key"] == "licence"
    assert "takes effect on 2027-01-01; this is a dry run" in then.err


def test_what_other_readings_give_can_be_left_out(call: Call) -> None:
    assert "Under another reading" in call("assess", CHAT, *ON).out
    assert "Under another reading" not in call("assess", CHAT, *ON, "--no-alternatives").out


def test_into_a_pipe_every_statement_is_one_line_without_colour_or_padding(call: Call) -> None:
    out = call("assess", CHAT, *ON).out
    assert "\x1b" not in out
    assert all(line == line.rstrip() for line in out.splitlines())
    assert max(map(len, out.splitlines())) > 80


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_at_a_given_width_no_line_is_wider(
    call: Call, monkeypatch: pytest.MonkeyPatch, columns: int, lang: str
) -> None:
    from rich.cells import cell_len

    from qingdan.cli.output import console

    monkeypatch.setenv("COLUMNS", str(columns))
    width = console.width
    console.width = columns
    try:
        pages = [
            call("assess", CHAT, *ON, "--lang", lang).out,
            call("assess", EXAMPLES, *ON, "--lang", lang).out,
        ]
        pages.append(call("law", "article", 61, "--lang", lang).out)
    finally:
        console.width = width
    assert max(cell_len(line) for page in pages for line in page.splitlines()) <= columns


def test_control_characters_in_a_file_never_reach_the_terminal(call: Call, product: Write) -> None:
    done = call("assess", product('product: "A\\e[31m"\nanswers: {is_ai: no}\n'), *ON)
    assert "\x1b" not in done.out
    assert "A\\x1b[31m" in done.out


def test_markup_in_a_file_is_plain_text(call: Call, product: Write) -> None:
    assert (
        "[bold]A[/bold] [x]"
        in call("assess", product('product: "[bold]A[/bold] [x]"\nanswers: {is_ai: no}\n'), *ON).out
    )
