"""The verifier is the product: whatever it is given, it answers, and never with "genuine" to what is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingdan.ledger import (
    Freshness,
    Key,
    Outcome,
    Status,
    StatusList,
    UnknownKey,
    Verdict,
    read_bundle,
    verify,
)
from qingdan.ledger.encoding import count_as_bytes, digits_of, from_digits
from qingdan.ledger.note import sign
from tests.ledger.sample import (
    CONTENT,
    HEADER,
    INDEX,
    KEY,
    LATER,
    NUMBER,
    ORIGIN,
    OTHER,
    SIGNER,
    SIZE,
    STRANGER,
    body,
    certificate,
    leaf,
    sealed,
    status_list,
    suspended,
)

BUNDLE = certificate()
JSON, COMPACT = BUNDLE.as_json(), BUNDLE.compact()
TODAY = date(2026, 3, 2)
LIST = status_list()
LIST_TEXT = LIST.rpartition("\n\n")[0] + "\n"


def outcome(proof: bytes | str, *keys: Key) -> Outcome:
    return verify(proof, keys or [KEY]).outcome


def standing(status: bytes | str | None, today: date | None = TODAY, proof: bytes | str = JSON) -> Verdict:
    verdict = verify(proof, [KEY], status=status, today=today)
    assert verdict.outcome is Outcome.GENUINE
    assert verdict.standing
    return verdict


@pytest.mark.parametrize("proof", [JSON, COMPACT, f"https://register.example/v#{COMPACT}", JSON.decode()])
def test_a_genuine_proof_shows_what_it_certifies(proof: bytes | str) -> None:
    verdict = verify(proof, [KEY])
    assert verdict.outcome is Outcome.GENUINE
    assert verdict.entry
    assert (verdict.entry.header, verdict.entry.body) == (HEADER, CONTENT)
    assert (verdict.entry.origin, verdict.entry.index, verdict.entry.size) == (ORIGIN, INDEX, SIZE)
    assert verdict.entry.number == NUMBER


def test_a_proof_without_its_body_is_genuine_and_shows_none() -> None:
    hidden = certificate(disclosed=False)
    for proof in (hidden.as_json(), hidden.compact()):
        verdict = verify(proof, [KEY])
        assert verdict.entry
        assert verdict.entry.body is None


# --- Forgery ---


@pytest.mark.parametrize("proof", [JSON, COMPACT.encode()])
def test_no_single_bit_can_be_flipped(proof: bytes) -> None:
    for place in range(len(proof)):
        for bit in range(8):
            flipped = bytearray(proof)
            flipped[place] ^= 1 << bit
            assert outcome(bytes(flipped)) is not Outcome.GENUINE, (place, bit)


def test_no_byte_behind_the_digits_can_be_changed() -> None:
    data = from_digits(COMPACT[4:])
    for place in range(len(data)):
        flipped = bytearray(data)
        flipped[place] ^= 1 << place % 8
        assert outcome("QD1:" + digits_of(bytes(flipped))) is not Outcome.GENUINE, place


@pytest.mark.parametrize("proof", [JSON, COMPACT.encode()])
def test_nothing_can_be_cut_off_or_added(proof: bytes) -> None:
    for length in range(len(proof)):
        assert outcome(proof[:length]) is not Outcome.GENUINE
    for more in (b" ", b"\n", b"0", b"00000", b"}", b"\0"):
        assert outcome(proof + more) is not Outcome.GENUINE
        assert outcome(more + proof) is not Outcome.GENUINE


def test_parts_cannot_be_swapped() -> None:
    path = BUNDLE.path
    for i in range(len(path) - 1):
        swapped = (*path[:i], path[i + 1], path[i], *path[i + 2 :])
        assert outcome(replace(BUNDLE, path=swapped).as_json()) is Outcome.FORGED
    assert outcome(replace(BUNDLE, leaf=leaf(3), body=None).as_json()) is Outcome.FORGED
    assert outcome(replace(BUNDLE, index=INDEX + 1).as_json()) is Outcome.FORGED
    assert outcome(replace(BUNDLE, path=path[1:]).as_json()) is Outcome.UNREADABLE
    other_size = sealed(SIZE - 1)[2]
    assert outcome(replace(BUNDLE, note=other_size).as_json()) is Outcome.FORGED


def test_a_body_that_was_not_sealed_is_forged() -> None:
    said = JSON.decode()
    assert verify(said.replace("云雀对话", "云雀对战"), [KEY]).reason == "wrong_content"
    assert outcome(said.replace('"valid_from":"2026-02-24"', '"valid_from":"2026-02-25"')) is Outcome.FORGED
    assert outcome(said.replace(NUMBER, "R110108250000421")) is Outcome.FORGED


@pytest.mark.parametrize("size", [1, INDEX, SIZE - 1, SIZE + 1, 2 * SIZE, 2**40, 2**53 - 1, 2**53, 10**30])
def test_a_log_cannot_lie_about_its_size(size: int) -> None:
    said = JSON.decode().replace(f"\\n{SIZE}\\n", f"\\n{size}\\n")
    assert outcome(said) in (Outcome.FORGED, Outcome.UNREADABLE)


@pytest.mark.parametrize("length", [0, 1, 2**16, 2**31, 2**53 - 1])
@pytest.mark.parametrize("place", ["header", "body"])
def test_giant_lengths_take_nothing(length: int, place: str) -> None:
    head = (
        count_as_bytes(len(BUNDLE.leaf.header)) + BUNDLE.leaf.header + bytes(16) if place == "body" else b""
    )
    data = b"\x02" + head + count_as_bytes(length) + bytes(100)
    assert outcome("QD1:" + digits_of(data)) is Outcome.UNREADABLE


def test_a_forger_with_a_key_of_his_own_is_unknown_under_the_same_name() -> None:
    forged = replace(BUNDLE, note=sign(BUNDLE.checkpoint.text, [STRANGER]))
    for proof in (forged.as_json(), forged.compact()):
        verdict = verify(proof, [KEY])
        assert (verdict.outcome, verdict.entry) == (Outcome.UNKNOWN_KEY, None)
    assert outcome(JSON, STRANGER.key) is Outcome.UNKNOWN_KEY
    assert verify(JSON, []).outcome is Outcome.UNKNOWN_KEY


@given(st.binary(max_size=400) | st.text(max_size=400))
def test_noise_is_answered(noise: bytes | str) -> None:
    assert outcome(noise) is Outcome.UNREADABLE
    assert standing(noise).standing.freshness is Freshness.UNKNOWN  # type: ignore[union-attr] # checked in standing


@given(st.data())
def test_several_changes_at_once_are_answered_too(data: st.DataObject) -> None:
    proof = bytearray(data.draw(st.sampled_from([JSON, COMPACT.encode()])))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(proof)))
        end = data.draw(st.integers(start, min(len(proof), start + 60)))
        proof[start:end] = data.draw(
            st.binary(max_size=6) | st.sampled_from([bytes(proof[:50]), b"\\u0000", b'"', b"[" * 50])
        )
    if bytes(proof) not in (JSON, COMPACT.encode()):
        assert outcome(bytes(proof)) is not Outcome.GENUINE


@pytest.mark.parametrize(
    "noise",
    [
        b"{" * 60_000,
        b"[" * 60_000,
        b'{"a":' * 10_000,
        b"QD1:" + b"9" * 65_000,
        b"0" * 70_000,
        "\ud800",
        "QD1:\ud800",
        "{\ud800",
    ],
)
def test_bombs_are_answered(noise: bytes | str) -> None:
    assert outcome(noise) is Outcome.UNREADABLE
    assert verify(JSON, [KEY], status=noise).outcome is Outcome.GENUINE


# --- Keys in time ---


@pytest.mark.parametrize(
    ("since", "until", "today", "expected"),
    [
        (None, None, None, Outcome.GENUINE),
        (date(2026, 2, 24), None, TODAY, Outcome.GENUINE),
        (None, date(2026, 2, 25), TODAY, Outcome.GENUINE),  # retired the day after
        (None, date(2026, 2, 24), TODAY, Outcome.UNKNOWN_KEY),  # retired before the entry was made
        (TODAY, None, TODAY, Outcome.GENUINE),  # a later key vouches for earlier entries too
        (date(2026, 3, 3), None, TODAY, Outcome.UNKNOWN_KEY),  # not in force yet
        (date(2026, 3, 3), None, None, Outcome.GENUINE),  # who does not say what day it is cannot tell
    ],
)
def test_a_key_counts_while_it_is_in_force(
    since: date | None, until: date | None, today: date | None, expected: Outcome
) -> None:
    verdict = verify(JSON, [replace(KEY, since=since, until=until)], today=today)
    assert verdict.outcome is expected
    assert verdict.reason in (None, "key_not_in_force")


def test_rotation_old_and_new_readers_read_the_same_proof() -> None:
    rotated = replace(BUNDLE, note=sign(BUNDLE.checkpoint.text, [SIGNER, STRANGER]))
    for proof in (rotated.as_json(), rotated.compact()):
        for keys in ([KEY], [STRANGER.key], [KEY, STRANGER.key]):
            assert verify(proof, keys).outcome is Outcome.GENUINE
        assert read_bundle(proof).note == rotated.note


# --- What happened since ---


def test_without_a_list_nothing_is_known_of_later() -> None:
    verdict = standing(None)
    assert verdict.standing
    assert verdict.standing.freshness is Freshness.UNKNOWN
    assert verdict.holds is None
    assert "2026-02-24 10:15:00" in verdict.standing.says.en


def test_absence_from_the_list_is_no_adverse_status_as_of_its_day() -> None:
    verdict = standing(LIST)
    assert verdict.standing
    assert (verdict.standing.freshness, verdict.standing.on) == (Freshness.AS_OF, date(2026, 3, 1))
    assert verdict.holds is True


@pytest.mark.parametrize("status", Status)
def test_a_status_on_the_list_shows(status: Status) -> None:
    verdict = standing(status_list(suspended(status=status)))
    assert verdict.standing
    assert verdict.standing.adverse == suspended(status=status)
    assert verdict.holds is False


def test_a_certificate_issued_after_a_change_is_not_outdated_by_it() -> None:
    assert standing(status_list(suspended(INDEX, Status.CHANGED))).holds is True
    assert standing(status_list(suspended(INDEX + 1, Status.CHANGED))).holds is False


@pytest.mark.parametrize(
    ("today", "freshness"), [(date(2026, 3, 8), "as_of"), (date(2026, 3, 9), "old"), (None, "as_of")]
)
def test_an_old_list_reassures_nobody(today: date | None, freshness: str) -> None:
    verdict = standing(LIST, today)
    assert verdict.standing
    assert verdict.standing.freshness == freshness
    assert verdict.holds is (True if freshness == "as_of" else None)


def test_an_old_list_still_tells_what_it_names() -> None:
    assert standing(status_list(suspended()), date(2027, 1, 1)).holds is False


def test_a_list_made_before_the_entry_says_nothing_of_it() -> None:
    head = sealed(INDEX)[0].prove(0, leaf(0), sealed(INDEX)[2]).checkpoint
    verdict = standing(status_list(head=head))
    assert verdict.standing
    assert verdict.standing.freshness is Freshness.UNKNOWN


def test_an_entry_without_a_number_cannot_be_on_a_list() -> None:
    log, _, note = sealed()
    verdict = standing(LIST, proof=log.prove(5, leaf(5), note, body(5)).as_json())
    assert verdict.holds is None


def test_no_bit_of_a_list_can_be_flipped() -> None:
    written = status_list(suspended()).encode()
    for place in range(len(written)):
        for bit in range(8):
            flipped = bytearray(written)
            flipped[place] ^= 1 << bit
            verdict = standing(bytes(flipped))
            assert verdict.standing
            assert verdict.standing.freshness is Freshness.UNKNOWN
            assert verdict.holds is None


def test_a_list_signed_by_a_key_not_then_in_force_is_not_believed() -> None:
    late = replace(KEY, until=date(2026, 3, 1))
    verdict = verify(JSON, [late], status=LIST, today=TODAY)
    assert (verdict.outcome, verdict.holds) == (Outcome.GENUINE, None)
    with pytest.raises(UnknownKey):
        StatusList.opened(LIST, [late])


def test_a_list_of_another_log_says_nothing_even_if_its_key_is_trusted() -> None:
    elsewhere = StatusList.of(date(2026, 3, 1), replace(BUNDLE.checkpoint, origin=OTHER.name), []).signed(
        [OTHER]
    )
    verdict = verify(JSON, [KEY, OTHER.key], status=elsewhere, today=TODAY)
    assert (verdict.outcome, verdict.holds) == (Outcome.GENUINE, None)
    assert "another log" in verdict.standing.says.en  # type: ignore[union-attr] # genuine


def test_the_key_of_one_log_cannot_sign_for_another() -> None:
    forged = replace(BUNDLE, note=sign(BUNDLE.checkpoint.text, [OTHER]))
    assert outcome(forged.as_json(), KEY, OTHER.key) is Outcome.UNKNOWN_KEY
    verdict = verify(JSON, [KEY, OTHER.key], status=StatusList.parse(LIST_TEXT).signed([OTHER]), today=TODAY)
    assert (verdict.outcome, verdict.holds) == (Outcome.GENUINE, None)


def test_a_log_that_shows_two_faces_is_forged() -> None:
    other = replace(BUNDLE.checkpoint, root=bytes(32))
    verdict = verify(JSON, [KEY], status=status_list(head=other))
    assert (verdict.outcome, verdict.reason, verdict.holds) == (Outcome.FORGED, "two_faces", False)


def test_a_checkpoint_never_passes_for_a_list_nor_a_list_for_a_checkpoint() -> None:
    assert standing(BUNDLE.note).standing.freshness is Freshness.UNKNOWN  # type: ignore[union-attr] # checked
    with_list = replace(BUNDLE, note=LIST)
    with pytest.raises(ValueError, match="checkpoint"):
        _ = with_list.checkpoint


def test_every_verdict_speaks_both_languages_and_is_plain_data() -> None:
    for proof, status in ((JSON, LIST), (JSON, None), (b"x", None), (COMPACT[:-3], None)):
        data = verify(proof, [KEY], status=status).as_data()
        assert set(data["says"]) == {"en", "zh"}
        assert "{" not in data["says"]["en"] + data["says"]["zh"]


def test_a_status_list_names_each_number_once_and_nothing_from_its_future() -> None:
    head = BUNDLE.checkpoint
    for lines in (
        [suspended(), suspended(LATER + 1)],
        [suspended(SIZE)],
        [replace(suspended(), since=date(2026, 3, 2))],
    ):
        with pytest.raises(ValueError, match="status list"):
            StatusList.of(date(2026, 3, 1), head, lines)
