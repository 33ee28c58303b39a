"""Streams that are closed, full or poor in letters; signals; numbers that no message may repeat."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Call

Write = Callable[[str], Path]
COMMAND = [sys.executable, "-m", "qingdan.cli"]
CASE = str(ROOT / "examples/products/01-public-chat-service.yaml")
CODE = "91350100M000100Y43"


def start(*words: str, then: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command from another folder; ``then`` follows it on the line."""
    return subprocess.run(
        ["/bin/bash", "-c", f'"$@" {then}', "bash", *COMMAND, *words],
        cwd=Path("/"),
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk"])
def test_a_stream_without_chinese_letters_gets_escapes_not_a_crash(encoding: str) -> None:
    done = start("law", "list", "--lang", "zh", PYTHONIOENCODING=encoding, then="| cat >/dev/null")
    assert done.stderr == ""
    done = start("facts", "opinion", "--format", "json", PYTHONIOENCODING="ascii")
    assert json.loads(done.stdout)[0]["fact"] == "sways_public_opinion"


@pytest.mark.parametrize(
    ("shell", "code"),
    [(">&-", 0), (">&- 2>&-", 0), (">/dev/full", 2), (">/dev/full 2>/dev/full", 2), (">&- 2>/dev/full", 0)],
)
def test_closed_and_full_streams_end_quietly(shell: str, code: int) -> None:
    for words in (("facts",), ("facts", "--format", "json")):
        done = start(*words, then=shell)
        assert done.returncode == code
        assert "bug" not in done.stderr


def test_a_closed_standard_input_ends_an_interview_politely() -> None:
    done = start("interview", "--on", "2026-06-01", then="<&-")
    assert done.returncode == 2
    assert "the input ended" in done.stderr


def test_help_into_a_reader_that_goes_away_is_no_error() -> None:
    assert start("assess", "--help", then="| true; exit ${PIPESTATUS[0]}").returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interrupted_screening_leaves_no_trace(tmp_path: Path, number: signal.Signals) -> None:
    table, out = tmp_path / "in.csv", tmp_path / "out.csv"
    table.write_text("id,is_ai\n" + "".join(f"p{i},yes\n" for i in range(600_000)))
    out.write_text("earlier\n")
    # what started this test may ignore the signal (nohup does), and the command would inherit that
    before = signal.signal(number, signal.SIG_DFL)
    try:
        process = subprocess.Popen(
            [*COMMAND, "screen", str(table), "-o", str(out)], cwd=ROOT, stderr=subprocess.PIPE
        )
    finally:
        signal.signal(number, before)
    with process:
        while process.poll() is None and not list(tmp_path.glob(".out*")):
            time.sleep(0.01)
        process.send_signal(number)
        process.wait()
    assert process.returncode == 130
    assert out.read_text() == "earlier\n"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.csv", "out.csv"]


def test_no_message_repeats_the_number_of_an_organisation(call: Call, product: Write) -> None:
    for text in (
        f"product: A\nanswers: {{field: {CODE}}}\n",
        f"product: A\nanswers: {{{CODE}: yes}}\n",
        f"product: A\nevents: [{{event: {CODE}, on: 2026-01-01}}]\n",
    ):
        for form in ("text", "json"):
            done = call("assess", product(text), "--format", form)
            assert done.code == 2
            assert CODE not in done.err
            assert "913501…43" in json.loads(done.err)["error"]["message"] if form == "json" else done.err


@pytest.mark.parametrize("columns", ["0", "1", "20", "abc", "-5"])
def test_any_width_stays_readable(call: Call, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert "Can it sway public" in call("facts", "opinion").out


def test_the_place_and_the_reason_outlast_a_name_that_is_too_long(call: Call) -> None:
    assert "too long" in call("assess", "a" * 5000).err
    assert "文件名过长" in call("assess", "a" * 5000, "--lang", "zh").err


def test_the_call_is_refused_in_chinese_too(call: Call) -> None:
    for words, said in (
        (("schema",), "缺少参数kind，可选"),
        (("assess", "x\0y"), "不能含有空字符"),
        (("law", "article", "9" * 5000), "N应为整数"),
        (("law", "diff", "--against-pack", "..:x"), "无法载入"),
    ):
        done = call(*words, "--lang", "zh")
        assert done.code == 2
        assert said in done.err


def test_an_interview_learns_at_once_that_it_cannot_be_kept(call: Call, tmp_path: Path) -> None:
    done = call("interview", "--write", tmp_path / "none" / "x.yaml", stdin="n\n")
    assert done.code == 2
    assert done.out == ""
    same = tmp_path / "x"
    assert "different files" in call("interview", "--write", same, "--save", same, stdin="n\n").err


def test_an_altered_interview_is_refused_at_the_field(call: Call, tmp_path: Path) -> None:
    saved = tmp_path / "saved.json"
    call("interview", "--save", saved, "--on", "2026-06-01", stdin="y\nq\n")
    good = saved.read_text()
    for new, field in (('"is_ai": 5', "answers.is_ai"), ('"nope": true', "answers.nope")):
        saved.write_text(good.replace('"is_ai": true', new))
        done = call("interview", "--resume", saved, "--on", "2026-06-01", stdin="q\n")
        assert done.code == 2
        assert "saved.json:" in done.err
        assert f"{field}: " in done.err


@pytest.mark.parametrize(
    ("start_day", "count", "unit"),
    [
        ("2026-01-01", "9" * 30, "days"),
        ("2026-01-01", "9999999", "months"),
        ("2026-01-01T10:00Z", "999999999", "hours"),
        ("9999-12-31T23:59-10:00", "1", "hours"),
        ("0001-01-01T00:00+10:00", "1", "hours"),
        ("9999-12-31", "1", "days"),
    ],
)
def test_periods_beyond_all_dates_are_refused(call: Call, start_day: str, count: str, unit: str) -> None:
    for way in ((), ("--backward",), ("--no-roll",)):
        done = call("deadline", "--from", start_day, "--count", count, "--unit", unit, *way)
        assert done.code == 2
        assert "outside the calendars" in done.err


def test_an_interview_that_seeks_nothing_is_refused(call: Call, tmp_path: Path) -> None:
    saved = tmp_path / "saved.json"
    call("interview", "--save", saved, "--on", "2026-06-01", stdin="y\nq\n")
    saved.write_text(json.dumps(json.loads(saved.read_text()) | {"goals": ["nope"]}))
    assert "goals: " in call("interview", "--resume", saved, "--on", "2026-06-01", stdin="q\n").err
