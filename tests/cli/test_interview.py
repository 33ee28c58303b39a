"""``qingdan interview``: asked from standard input, saved, resumed, written as a product file."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import ROOT, Call

ON = ("--on", "2026-06-01")
CHAT = ROOT / "examples" / "products" / "01-public-chat-service.yaml"


def test_it_ends_as_soon_as_the_outcome_is_settled(call: Call) -> None:
    done = call("interview", *ON, stdin="n\n")
    assert done.code == 0
    assert "Settled with 1 answer" in done.out
    assert "● Neither licence nor registration" in done.out


def test_each_question_says_article_progress_and_consequence(call: Call) -> None:
    done = call("interview", *ON, stdin="n\n")
    assert "Art. 71(1)(a)" in done.out
    assert "(0 answered, at least 1, at most " in done.out
    assert "if no: Neither licence nor registration applies" in done.out


def test_answers_are_understood_in_both_languages(call: Call) -> None:
    for no in ("n", "no", "否"):
        assert call("interview", *ON, stdin=f"{no}\n").code == 0
    assert "结论已定" in call("interview", *ON, "--lang", "zh", stdin="否\n").out


def test_what_is_no_answer_is_asked_again(call: Call) -> None:
    done = call("interview", *ON, stdin="perhaps\nn\n")
    assert "answer y, n or ?" in done.out
    assert done.code == 0


def test_back_takes_the_last_answer_back(call: Call, tmp_path: Path) -> None:
    state = tmp_path / "state.json"
    call("interview", *ON, "--save", state, stdin="b\ny\ny\nb\nq\n")
    assert json.loads(state.read_text(encoding="utf-8"))["answers"] == {"is_ai": True}


def test_dont_know_is_an_answer_and_may_leave_the_track_open(call: Call) -> None:
    done = call("interview", *ON, stdin="?\n" * 80)
    assert done.code == 3
    assert "Nothing more can be found out" in done.out
    assert "? Not yet known" in done.out


def test_leaving_saves_and_resuming_goes_on_where_it_stopped(call: Call, tmp_path: Path) -> None:
    state = tmp_path / "state.json"
    left = call("interview", *ON, "--save", state, stdin="y\ny\nq\n")
    assert left.code == 3
    assert f"saved: {state}" in left.out
    resumed = call("interview", *ON, "--resume", state, stdin="q\n")
    assert "(2 answered, " in resumed.out
    assert json.loads(state.read_text(encoding="utf-8"))["answers"] == {
        "is_ai": True,
        "activity_in_china": True,
    }


def test_resuming_under_another_list_says_what_changed(call: Call, tmp_path: Path) -> None:
    state = tmp_path / "state.json"
    call("interview", *ON, "--save", state, stdin="y\nq\n")
    resumed = call("interview", *ON, "--resume", state, "--list", "sample-2027", stdin="q\n")
    assert "the Negative List edition was sample-2026, is now sample-2027" in resumed.out


def test_input_that_ends_early_is_refused_but_saved(call: Call, tmp_path: Path) -> None:
    state = tmp_path / "state.json"
    ended = call("interview", *ON, "--save", state, stdin="y\n")
    assert ended.code == 2
    assert f"1 answers are saved in {state}" in ended.err
    assert json.loads(state.read_text(encoding="utf-8"))["answers"] == {"is_ai": True}
    assert "nothing was saved" in call("interview", *ON, stdin="y\n").err


def test_a_file_that_is_no_interview_is_refused(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text('{"a": 1}', encoding="utf-8")
    done = call("interview", "--resume", path)
    assert done.code == 2
    assert "other.json:1: this is no saved interview" in done.err


def test_it_writes_a_product_file_that_assess_reads(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "my-product.yaml"
    written = call("interview", *ON, "--write", path, stdin="n\n")
    assert written.code == 0
    assert path.read_text(encoding="utf-8") == "product: my-product\nanswers:\n  is_ai: no\n"
    judged = call("assess", path, *ON, "--format", "json")
    assert judged.data["track"]["key"] == "none"


def test_a_case_that_is_already_settled_asks_nothing(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "again.yaml"
    done = call("interview", CHAT, *ON, "--write", path, stdin="")
    assert done.code == 0
    assert "● Registration" in done.out
    before, after = (call("assess", p, *ON, "--format", "json").data for p in (CHAT, path))
    assert before["track"] == after["track"]
    assert before["duties"] == after["duties"]


def test_all_goals_ask_further_than_the_track(call: Call) -> None:
    done = call("interview", CHAT, "--goal", "all", *ON, stdin="q\n")
    assert "still open: Duty: " in done.out


def test_case_and_resume_exclude_each_other(call: Call, tmp_path: Path) -> None:
    assert call("interview", CHAT, "--resume", tmp_path / "x.json").code == 2
