"""Social credit codes: valid, doubtful with a way out, invalid with a reason, and never repeated."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from qingdan.law.numbers import Verdict, check_uscc
from qingdan.law.numbers.check_character import ALPHABET, check_character

# The example in python-stdnum's own documentation.
VALID = "91110000600037341L"

bodies = st.builds(
    "".join,
    st.tuples(
        st.sampled_from("159"),
        st.sampled_from("1239"),
        st.sampled_from(("110108", "310115", "440300")),
        st.text(ALPHABET, min_size=9, max_size=9),
    ),
)


@pytest.mark.parametrize("code", [VALID, "9111 0000 6000 37341l", "９１１１００００６０００３７３４１Ｌ"])
def test_a_well_formed_code_is_accepted_as_people_write_it(code: str) -> None:
    assert check_uscc(code).verdict is Verdict.VALID


def test_a_failing_check_character_is_doubtful_and_not_accepted() -> None:
    result = check_uscc("911100006000373410")
    assert (result.verdict, result.accepted) == (Verdict.DOUBTFUL, False)


def test_evidence_lets_a_doubtful_code_pass_and_says_so() -> None:
    result = check_uscc("911100006000373410", evidence_seen=True)
    assert (result.verdict, result.accepted, result.overridden) == (Verdict.DOUBTFUL, True, True)


@pytest.mark.parametrize(
    "code",
    ["", "9111000060003734", VALID + "0", "9111000060003734IL", "91A10000600037341L", "01" + VALID[2:]],
)
def test_evidence_does_not_mend_a_malformed_code(code: str) -> None:
    result = check_uscc(code, evidence_seen=True)
    assert (result.verdict, result.accepted) == (Verdict.INVALID, False)


def test_evidence_changes_nothing_for_a_valid_code() -> None:
    assert check_uscc(VALID, evidence_seen=True).overridden is False


@pytest.mark.parametrize("authority", ["A", "N", "Y"])
def test_authorities_with_a_letter_are_known(authority: str) -> None:
    body = authority + "1110108MA0000000"[:16]
    assert check_uscc(body + check_character(body)).verdict is Verdict.VALID


@given(bodies)
def test_we_agree_with_the_library_and_with_our_own_arithmetic(body: str) -> None:
    code = body + check_character(body)
    assert uscc.is_valid(code)
    assert check_uscc(code).verdict is Verdict.VALID


@given(bodies, st.sampled_from(ALPHABET))
def test_no_result_repeats_the_code(body: str, last: str) -> None:
    result = check_uscc(body + last)
    told = repr(result) + json.dumps(result.as_data(), ensure_ascii=False)
    assert body not in told
    assert body[8:] not in told


@given(st.text(max_size=30))
def test_any_text_gets_a_verdict_with_a_reason_in_both_languages(text: str) -> None:
    reason = check_uscc(text).reason
    assert reason.en
    assert reason.zh
