"""What goes wrong is said with file, line and field, on standard error, and never as a traceback."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Call

Write = Callable[[str], Path]

HOSTILE = {
    "unknown fact": ("product: A\nanswers: {is_ia: yes}\n", ":2: answers.is_ia: ", "did you mean is_ai?"),
    "wrong type": ("product: A\nanswers:\n  is_ai: 7\n", ":3: answers.is_ai: ", "give yes or no"),
    "impossible date": (
        "product: A\nevents:\n  - {event: service_started, on: 2026-02-30}\n",
        ":3: events[0].on: ",
        "2026-02-30 is no day of any calendar",
    ),
    "contradictory timeline": (
        "product: A\nevents:\n  - {event: service_started, on: 2026-03-01}\n  - {event: service_ended, on: 2026-02-01}\n",
        ":4: events[1].on: ",
        "lies before service_started",
    ),
    "unknown reading": (
        "product: A\nreadings: {foo.bar: x}\n",
        ":2: readings.foo.bar: ",
        "not a reading of this law",
    ),
    "wrong reading": (
        "product: A\nreadings:\n  license.decision.unit: lunar\n",
        ":3: readings.license.decision.unit: ",
        "choose calendar, working",
    ),
    "malformed YAML": ("product: A\nanswers: {is_ai: yes\nfoo: [", ":3: ", "not well-formed YAML"),
    "anchors bomb": ("a: &a [x,x]\nb: &b [*a,*a]\n", ":1: ", "anchors and aliases"),
    "deep nesting": ("[" * 5000, ":1: ", "nested too deeply"),
    "unknown field": ("product: A\nanwsers: {}\n", ":2: anwsers: ", "did you mean answers?"),
    "huge number": (
        f"product: A\nanswers: {{registered_users: {'9' * 6000}}}\n",
        ":2: answers.registered_users: ",
        "…",
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_bad_file_is_refused_with_line_and_field(call: Call, product: Write, kind: str) -> None:
    text, place, reason = HOSTILE[kind]
    done = call("assess", product(text))
    assert done.code == 2
    assert f"product.yaml{place}" in done.err
    assert reason in done.err
    assert done.out == ""
    assert "Traceback" not in done.err
    assert len(done.err) < 2000


@pytest.mark.parametrize("kind", HOSTILE)
def test_the_same_refusal_in_chinese_holds_no_english_sentence(call: Call, product: Write, kind: str) -> None:
    text, place, _ = HOSTILE[kind]
    done = call("assess", product(text), "--lang", "zh")
    assert done.code == 2
    assert done.err.startswith("错误")
    assert f"product.yaml{place}" in done.err


def test_a_refusal_as_data_names_file_line_and_field(call: Call, product: Write) -> None:
    path = product("product: A\nevents:\n  - {event: service_started, on: 2026-02-30}\n")
    error = call("assess", path, "--format", "json").error
    assert error["file"] == str(path)
    assert error["line"] == 3
    assert error["field"] == ["events", 0, "on"]
    assert error["exit_code"] == 2


def test_a_file_of_a_gigabyte_is_refused_unread(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 1 << 30)
    done = call("assess", path)
    assert done.code == 2
    assert "1,073,741,824 bytes" in done.err


def test_what_is_no_file_is_said_to_be_none(call: Call, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert "there is no such file" in call("assess", tmp_path / "absent.yaml").err
    assert "this is no regular file" in call("assess", tmp_path / "pipe.yaml").err
    assert "this is a directory" in call("penalty", tmp_path).err


def test_text_in_another_encoding_is_refused(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "gb.yaml"
    path.write_bytes("product: 青芽".encode("gb18030"))
    assert "is not UTF-8 text" in call("assess", path).err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("assess", "x.yaml", "--on", "2026-02-30"), "--on: 2026-02-30 is no date"),
        (("assess", "x.yaml", "--reading", "license.decision.unit"), "write KEY=VALUE"),
        (("assess", "x.yaml", "--reading", "a.b=c"), "a.b is not a reading of this law"),
        (("assess", "x.yaml", "--list", "sample-1999"), "known are sample-2026, sample-2027"),
        (("assess", "x.yaml", "--lang", "fr"), "zh or en, not fr"),
        (("assess",), "Missing argument 'CASE'"),
        (("asess",), "did you mean 'assess'?"),
        (("assess", "--foo"), "No such option: --foo"),
        (("law", "article", "99"), "it has 1 to 73"),
        (("law", "article", "x"), "not a whole number"),
        (("law", "diff"), "name what to compare"),
        (("law", "list", "--readings", "--duties"), "one list at a time"),
        (("deadline", "--from", "soon", "--count", "3"), "neither a date"),
        (("deadline", "--from", "2026-02-01", "--count", "3", "--unit", "weeks"), "'weeks' is not one of"),
    ],
)
def test_a_wrong_call_is_refused_with_what_to_do(call: Call, words: tuple[str, ...], said: str) -> None:
    done = call(*words)
    assert done.code == 2
    assert said in done.err
    assert done.out == ""


def test_a_wrong_call_is_refused_in_chinese_too(call: Call) -> None:
    assert "没有选项--foo。用法见：qingdan assess --help" in call("assess", "--foo", "--lang", "zh").err
    assert "是否指assess？" in call("asess", "--lang", "zh").err


def test_a_bug_is_called_a_bug_and_shows_its_details_only_when_asked(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr("qingdan.law.pack.model_law", broken)
    done = call("facts")
    assert done.code == 70
    assert "this is a bug in qingdan" in done.err
    assert "ZeroDivisionError: planted" in done.err
    assert "Traceback" not in done.err
    monkeypatch.setenv("QINGDAN_DEBUG", "1")
    assert "Traceback" in call("facts").err


def test_a_missing_extra_says_what_to_install(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(*_: object) -> None:
        raise ModuleNotFoundError("No module named 'polars'", name="polars")

    monkeypatch.setattr("qingdan.law.pack.model_law", absent)
    assert "pip install 'qingdan[table]'" in call("facts").err


def test_an_interruption_exits_with_130(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("qingdan.law.pack.model_law", interrupted)
    done = call("facts")
    assert done.code == 130
    assert "interrupted" in done.err


def test_every_refusal_leaves_an_output_file_as_it_was(call: Call, tmp_path: Path) -> None:
    out = tmp_path / "report.md"
    out.write_text("precious", encoding="utf-8")
    assert call("law", "check", "--write", out, "--reading", "a.b=c").code == 2
    assert call("interview", "--write", out).code == 2
    assert call("interview", "--save", out).code == 2
    table = tmp_path / "table.csv"
    table.write_text("nothing,known\n1,2\n", encoding="utf-8")
    judged = tmp_path / "judged.csv"
    judged.write_text("precious", encoding="utf-8")
    assert call("screen", table, "-o", judged).code == 2
    assert out.read_text(encoding="utf-8") == judged.read_text(encoding="utf-8") == "precious"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["judged.csv", "report.md", "table.csv"]


def test_no_command_alone_shows_the_help(call: Call) -> None:
    done = call()
    assert done.code == 2
    assert "assess" in done.out
    assert done.err == ""


def test_examples_are_where_the_help_says(call: Call) -> None:
    for command in ("assess", "penalty"):
        for word in call(command, "--help").out.split():
            if word.startswith("examples/"):
                assert (ROOT / word).exists()


def test_help_is_worded_in_one_language(call: Call) -> None:
    chinese = call("law", "check", "--help", "--lang", "zh").out
    assert "选项" in chinese
    assert "显示本说明" in chinese
    assert "Show this message" not in chinese
    assert "Options" in call("law", "check", "--help").out  # and the next one is English again


def test_the_list_of_commands_shows_whole_sentences(call: Call) -> None:
    for lang in ("en", "zh"):
        assert "…" not in call("--help", "--lang", lang).out
