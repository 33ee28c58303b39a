"""What a step is given is checked field by field: what is wrong is named, and nothing odd gets in."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text
from qingdan.procedures.engine.given import check_given
from qingdan.procedures.engine.refusals import StepRefused
from qingdan.procedures.grammar.fields import Asks, Field

WORDS = Text("thing", "事项")
OPTIONS = {"a": Text("first", "甲"), "b": Text("second", "乙")}
UUID = "12345678-1234-5678-1234-567812345678"


def field(asks: Asks, *, required: bool = True) -> Field:
    chosen = asks in {Asks.CHOICE, Asks.CHOICES, Asks.CHECKLIST}
    return Field(
        key="x",
        says=WORDS,
        asks=asks,
        required=required,
        options=OPTIONS if chosen else None,
        to="points" if asks is Asks.REPLIES else None,
    )


def check(asks: Asks, value: object, *, required: bool = True) -> Any:  # noqa: ANN401 - plain data
    return check_given((field(asks, required=required),), {"x": value}, {"points_count": 2}).get("x")


@pytest.mark.parametrize(
    ("asks", "value", "kept"),
    [
        (Asks.LINE, "  two \n lines ", "two lines"),
        (Asks.PROSE, "一\r\n二 ", "一\n二"),
        (Asks.REASONS, "事实清楚，符合第二十七条规定", "事实清楚，符合第二十七条规定"),
        (Asks.CHOICE, "b", "b"),
        (Asks.CHOICES, ["b", "a", "b"], ["a", "b"]),
        (Asks.YES_NO, False, False),
        (Asks.DAY, "2026-02-24", "2026-02-24"),
        (Asks.DAY, date(2026, 2, 24), "2026-02-24"),
        (Asks.NUMBER, 0, 0),
        (Asks.ITEMS, [" one ", "two"], ["one", "two"]),
        (Asks.REPLIES, {"2": "b", "1": "a"}, {"1": "a", "2": "b"}),
        (Asks.DOCUMENTS, [UUID.replace("-", ""), UUID], [UUID]),
        (
            Asks.CHECKLIST,
            {"b": {"found": "not_met", "why": "缺"}, "a": {"found": "met"}},
            {"a": {"found": "met"}, "b": {"found": "not_met", "why": "缺"}},
        ),
        (Asks.PERSON, "wang", "wang"),
    ],
)
def test_good_answers_are_kept_in_one_canonical_form(asks: Asks, value: object, kept: object) -> None:
    assert check(asks, value) == kept


@pytest.mark.parametrize(
    ("asks", "value", "why"),
    [
        (Asks.LINE, "x" * 301, "longer than 300"),
        (Asks.LINE, "\u200b\u200b", "is empty"),
        (Asks.LINE, ["a"], "must be text"),
        (Asks.PROSE, "x" * 20_001, "longer than 20000"),
        (Asks.PROSE, "a\u202eb", "control characters"),
        (Asks.PROSE, "a\x85b", "control characters"),
        (Asks.PROSE, "a\ud800b", "control characters"),
        (Asks.PROSE, "   ", "is empty"),
        (Asks.REASONS, "同意", "give real reasons"),
        (Asks.REASONS, "aaaaaaaaaaaaaaaaaaaaaa", "give real reasons"),
        (Asks.CHOICE, "c", "choose one of: a, b"),
        (Asks.CHOICE, ["a"], "choose one of"),
        (Asks.CHOICES, "a", "give a list"),
        (Asks.CHOICES, [{}], "choose one of"),
        (Asks.YES_NO, "yes", "yes or no"),
        (Asks.YES_NO, 1, "yes or no"),
        (Asks.DAY, "20260224", "write it as 2026-02-24"),
        (Asks.DAY, "2026-02-30", "is no date"),
        (Asks.DAY, datetime(2026, 2, 24, 9), "is no date"),  # noqa: DTZ001 - refused whatever its zone
        (Asks.DAY, "1999-01-01", "lies outside 2004-01-01"),
        (Asks.NUMBER, True, "whole number"),
        (Asks.NUMBER, 1.0, "whole number"),
        (Asks.NUMBER, -1, "whole number"),
        (Asks.NUMBER, 10**400, "whole number"),
        (Asks.ITEMS, ["one", ""], "is empty"),
        (Asks.ITEMS, ["x"] * 101, "at most 100"),
        (Asks.REPLIES, {"1": "a"}, "points not answered: 2"),
        (Asks.REPLIES, {"1": "a", "2": "b", "3": "c"}, "only 2 points"),
        (Asks.REPLIES, {"1": "a", "02": "b"}, "numbered 1, 2, 3"),
        (Asks.REPLIES, {"0": "a", "1": "b", "2": "c"}, "numbered 1, 2, 3"),
        (Asks.REPLIES, {"9" * 5000: "a"}, "numbered 1, 2, 3"),
        (Asks.REPLIES, {1: "a", 2: "b"}, "numbered 1, 2, 3"),
        (Asks.DOCUMENTS, ["../../etc/passwd"], "names no uploaded document"),
        (Asks.DOCUMENTS, [5], "names no uploaded document"),
        (Asks.DOCUMENTS, UUID, "list of documents"),
        (Asks.CHECKLIST, {"a": {"found": "met"}}, "“second” is not judged"),
        (Asks.CHECKLIST, {"": {}, "a": {"found": "met"}, "b": {"found": "met"}}, "is not on the list"),
        (Asks.CHECKLIST, {"a": {"found": "met"}, "b": {"found": "no"}}, "met, not_met or unknown"),
        (Asks.CHECKLIST, {"a": {"found": "met"}, "b": {"found": "not_met"}}, "is empty"),
        (Asks.CHECKLIST, {"a": {"found": "met"}, "b": {"found": "met", "z": 1}}, "met, not_met or unknown"),
        (Asks.CHECKLIST, "all", "find on each point"),
    ],
)
def test_what_is_wrong_is_named_with_its_field(asks: Asks, value: object, why: str) -> None:
    with pytest.raises(StepRefused, match=why) as refused:
        check(asks, value)
    assert (refused.value.code, refused.value.field) == ("bad_field", "x")


@pytest.mark.parametrize("asks", list(Asks))
@pytest.mark.parametrize("nothing", [None, "", [], {}])
def test_nothing_is_missing_where_required_and_left_out_where_not(asks: Asks, nothing: object) -> None:
    with pytest.raises(StepRefused, match="is missing"):
        check(asks, nothing)
    assert check_given((field(asks, required=False),), {"x": nothing}) == {}


def test_an_answer_to_no_question_is_refused_and_can_be_shown_safely() -> None:
    with pytest.raises(StepRefused) as refused:
        check_given((), {"evil\ud800\u202e" + "x" * 500: 1})
    assert refused.value.code == "unknown_field"
    assert refused.value.of("zh").encode()
    assert len(refused.value.field or "") <= 60


_plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3) | st.integers(), inner, max_size=3)
    ),
    max_leaves=6,
)


@drawn(asks=st.sampled_from(Asks), value=_plain)
def test_whatever_is_given_is_either_plain_data_or_refused(asks: Asks, value: object) -> None:
    try:
        kept = check(asks, value)
    except Refusal as refused:
        (refused.says.en + refused.says.zh).encode()  # can be shown to anybody
    else:
        assert check(asks, kept) == kept  # canonical: checking again changes nothing
