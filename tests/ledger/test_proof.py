from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import segno
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from tlog_scales.tlog import Checkpoint as TheirCheckpoint
from tlog_scales.tlog import InclusionProof

from qingdan.ledger import Body, Bundle, Checkpoint, Unreadable, qr_segments, read_bundle, verify
from qingdan.ledger.encoding import LARGEST, from_base64
from qingdan.ledger.leaf import Leaf
from qingdan.ledger.note import sign
from qingdan.ledger.tree import path_lengths, root_by_inclusion
from tests.ledger.sample import FOLDER, HEADER, KEY, ORIGIN, SIGNER, body, certificate, examples, leaf, salt

ADDRESS = "https://register.example/v"


def in_a_log_of(size: int, index: int, opened: Body | None) -> Bundle:
    """A bundle with as many hashes as a log of that size has; they need no log behind them."""
    made = leaf(700) if opened is None else Leaf.of(HEADER, opened)
    path = tuple(bytes([i]) * 32 for i in range(sum(path_lengths(index, size))))
    head = Checkpoint(ORIGIN, size, root_by_inclusion(made.hash, index, size, path))
    return Bundle(made, index, path, sign(head.text, [SIGNER]), opened)


def drawn(segments: list[str]) -> segno.QRCode:
    return segno.make(segments, error="m", boost_error=False)  # type: ignore[arg-type] # takes a list, says otherwise


def as_scanned(segments: list[str]) -> str:
    rows = [[0 if dark else 255 for dark in row] for row in drawn(segments).matrix_iter(scale=2, border=4)]
    found = zxingcpp.read_barcodes(np.array(rows, dtype=np.uint8))
    assert len(found) == 1
    return str(found[0].text)


def test_the_examples_are_what_the_code_writes() -> None:
    assert {path.name: path.read_bytes() for path in FOLDER.iterdir()} == examples()


@pytest.mark.parametrize("disclosed", [True, False])
def test_both_forms_say_the_same(disclosed: bool) -> None:  # noqa: FBT001 - pytest passes it by name
    bundle = certificate(disclosed=disclosed)
    assert read_bundle(bundle.as_json()) == bundle == read_bundle(bundle.compact())


def test_a_scanner_reads_the_code_of_a_certificate_and_its_link_verifies() -> None:
    bundle = certificate()
    scanned = as_scanned(qr_segments(bundle.compact(), ADDRESS))
    assert scanned == f"{ADDRESS}#{bundle.compact()}"
    assert verify(scanned, [KEY]).outcome == "genuine"


@pytest.mark.parametrize(
    ("size", "most", "version"), [(10**6, 1_100, 27), (10**8, 1_250, 30), (10**10, 1_500, 33)]
)
def test_a_certificate_fits_a_code_in_a_log_of_any_size(size: int, most: int, version: int) -> None:
    compact = in_a_log_of(size, size * 7 // 9, body(700)).compact()
    assert len(compact) * 2 // 5 < most
    assert int(drawn(qr_segments(compact, ADDRESS)).version) <= version


def test_a_bundle_too_large_for_any_code_is_refused_but_fits_a_file() -> None:
    large = in_a_log_of(1_000, 700, Body.of(salt(1), {"text": "长" * 700}))
    with pytest.raises(Unreadable, match="longer"):
        large.compact()
    assert verify(large.as_json(), [KEY]).outcome == "genuine"


@given(st.integers(1, LARGEST), st.data())
def test_any_place_in_any_log_reads_back(size: int, data: st.DataObject) -> None:
    bundle = in_a_log_of(size, data.draw(st.integers(0, size - 1)), data.draw(st.none() | st.just(body(3))))
    assert read_bundle(bundle.as_json()) == bundle
    assert verify(bundle.as_json(), [KEY]).outcome == "genuine"
    if sum(path_lengths(bundle.index, size)) <= 40:
        assert read_bundle(bundle.compact()) == bundle


def test_the_proof_within_is_that_of_c2sp_and_another_implementation_checks_it() -> None:
    bundle = certificate()
    head, *lines = bundle.tlog_proof.split("\n")
    gap = lines.index("")
    theirs = TheirCheckpoint.from_text("\n".join(lines[gap + 1 :]))
    assert head == "c2sp.org/tlog-proof@v1"
    assert lines[0] == "index 700"
    hashes = [from_base64(line) for line in lines[1:gap]]
    InclusionProof(700, theirs.size, hashes).check(bundle.leaf.hash, theirs.root_hash)


def test_a_body_belongs_to_its_leaf() -> None:
    with pytest.raises(Unreadable):
        replace(certificate(), body=body(1))
