"""Documents: plain data with lines, and nothing else."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingdan.intake.document import LARGEST, BadDocument, parse_document, plain, read_document


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("yes", True),
        ("是", True),
        ("no", False),
        ("否", False),
        ("unknown", None),
        ("未知", None),
        ("~", None),
        ("260_000", 260_000),
        ("-3", -3),
        ("007", "007"),
        ("on", "on"),
        ("1.5", "1.5"),
        ("2026-02-24", date(2026, 2, 24)),
        ("2026-02-17T23:30+08:00", datetime(2026, 2, 17, 23, 30, tzinfo=timezone(timedelta(hours=8)))),
        ("media", "media"),
    ],
)
def test_an_unquoted_word_means_what_people_mean(written: str, meant: object) -> None:
    assert plain(written) == meant
    assert type(plain(written)) is type(meant)


def test_a_quoted_word_is_text() -> None:
    assert parse_document("a: 'no'\nb: \"7\"").data == {"a": "no", "b": "7"}


def test_every_field_knows_its_line() -> None:
    document = parse_document("a: 1\nb:\n  - x\n  - c: 2\n")
    assert document.lines["a",] == 1
    assert document.lines["b", 1] == 4
    assert document.lines["b", 1, "c"] == 4


def test_json_is_read_as_well() -> None:
    assert parse_document('{"a": [true, null, 3, "x"]}').data == {"a": [True, None, 3, "x"]}


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("a: &x 1\nb: *x", 1, "anchors"),
        ("a: 1\nb: !!python/object:os.system x", 2, "tags"),
        ("a: 1\nb: 2\na: 3", 3, "given twice"),
        ("? [a]\n: b", 1, "field name must be a word"),
        ("a: 1\n---\nb: 2", 2, "not well-formed"),
        ("a: [1\nb: 2", 2, "not well-formed"),
        ("a: 2026-13-01", 1, "no day of any calendar"),
        ("[" * 100, 1, "nested too deeply"),
        ("\n".join(f"a{i}: 1" for i in range(60_000)), 25_000, "too many entries"),
    ],
)
def test_what_is_not_plain_data_is_refused_with_its_line(text: str, line: int, reason: str) -> None:
    with pytest.raises(BadDocument, match=reason) as refused:
        parse_document(text, "file.yaml")
    assert refused.value.line == line
    assert refused.value.of("zh").startswith(f"file.yaml:{line}: ")


def test_an_alias_bomb_costs_nothing() -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{c}: &{c} [{','.join(['*' + p] * 9)}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True)
    )
    with pytest.raises(BadDocument, match="anchors"):
        parse_document(bomb)


def test_an_empty_file_is_said_to_be_empty() -> None:
    for text in ("", "# nothing\n"):
        with pytest.raises(BadDocument, match="is empty"):
            parse_document(text)


def test_a_large_file_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    with path.open("wb") as file:
        os.truncate(file.fileno(), LARGEST + 1)
    path.chmod(0)
    with pytest.raises(BadDocument, match="2,000,001 bytes"):
        read_document(path)


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "bom.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read_document(path).data == {"a": 1}


def test_bytes_that_are_no_utf8_are_refused_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_bytes(b"a: 1\nb: \xff\n")
    with pytest.raises(BadDocument, match="not UTF-8") as refused:
        read_document(path)
    assert refused.value.line == 2


@given(st.text(max_size=60))
def test_whatever_the_text_it_is_read_or_refused(text: str) -> None:
    with suppress(BadDocument):
        parse_document(text)


@given(
    st.lists(
        st.sampled_from(
            [
                "a",
                ": ",
                "- ",
                "[",
                "]",
                "{",
                "}",
                "\n",
                " ",
                "'",
                '"',
                "&",
                "*",
                "!",
                "|",
                ">",
                "2026-02-30",
                "#",
                ",",
            ]
        ),
        max_size=40,
    )
)
def test_scraps_of_yaml_are_read_or_refused(scraps: list[str]) -> None:
    with suppress(BadDocument):
        parse_document("".join(scraps))
