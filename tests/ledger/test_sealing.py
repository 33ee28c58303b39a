from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from qingdan.ledger import Checkpoint, Damaged, Forged, Frontier, Log, Signer, UnknownKey, WillNotSign, verify
from qingdan.ledger.note import sign
from tests.ledger.sample import KEY, ORIGIN, SIGNER, STRANGER, Memory, body, entry, leaf, sealed

Swap = Callable[[Checkpoint], bool]


class Head:
    """A head on record that moves only forward, as the database's does."""

    def __init__(self) -> None:
        self.now = Checkpoint(ORIGIN, 0, Frontier().root)

    def swap(self, new: Checkpoint) -> bool:
        if self.now.size < new.size:
            self.now = new
        return self.now == new


def begun(size: int = 600) -> tuple[Log, Memory, Frontier]:
    memory = Memory()
    log = Log(ORIGIN, memory, (KEY,), (SIGNER,))
    return log, memory, log.integrate(Frontier(), [entry(i) for i in range(size)])


def publish(log: Log, frontier: Frontier, *published: str, swap: Swap = lambda _: True) -> str:
    return log.publish(frontier, published=published, source=entry, swap=swap)


def grow(log: Log, frontier: Frontier, count: int) -> Frontier:
    return log.integrate(frontier, [entry(i) for i in range(frontier.size, frontier.size + count)])


def test_what_is_published_is_signed_and_in_its_place() -> None:
    log, memory, frontier = begun()
    note = publish(log, frontier)
    assert memory.read("checkpoint") == note.encode()
    assert Checkpoint.opened(note, [KEY])[0] == Checkpoint(ORIGIN, 600, frontier.root)


def test_every_phase_may_be_repeated_after_a_crash() -> None:
    log, memory, frontier = begun()
    head = Head()
    note = publish(log, frontier, swap=head.swap)
    grown = grow(log, frontier, 500)  # written, but the new frontier was not recorded
    again = grow(log, frontier, 700)  # by then there was more to seal
    assert (
        grown.root
        == Log(ORIGIN, memory, (KEY,)).integrate(frontier, [entry(i) for i in range(600, 1100)]).root
    )
    second = publish(log, again, note, swap=head.swap)
    assert (
        publish(log, again, note, second, swap=head.swap) == second
    )  # the head had moved, the signature was lost
    assert list(log.fsck(again, entry)) == []


def test_a_log_restored_from_an_old_copy_does_not_sign() -> None:
    log, _, frontier = begun()
    larger = publish(log, grow(log, frontier, 1))
    with pytest.raises(WillNotSign, match="601 entries was published, but here are only 600"):
        publish(log, frontier, larger)


def test_a_log_that_went_another_way_does_not_sign() -> None:
    log, _, frontier = begun()
    other = Log(ORIGIN, Memory(), (KEY,), (SIGNER,))
    forked = other.integrate(Frontier(), [entry(i) for i in range(599)] + [b"other"])
    seen = other.publish(
        forked, published=[], source=lambda i: entry(i) if i < 599 else b"other", swap=lambda _: True
    )
    for size in (0, 1, 300):
        with pytest.raises(WillNotSign, match="not part of this log"):
            publish(log, grow(log, frontier, size), seen)


def test_a_head_of_another_log_or_by_a_stranger_is_not_built_upon() -> None:
    log, _, frontier = begun()
    text = Checkpoint(ORIGIN, 600, frontier.root).text
    with pytest.raises(WillNotSign, match="no trusted signature"):
        publish(log, frontier, sign(text, [STRANGER]))
    elsewhere = Signer("elsewhere.example", SIGNER.secret)
    both = replace(log, keys=(KEY, elsewhere.key))
    with pytest.raises(WillNotSign, match="not part of this log"):
        publish(both, frontier, sign(Checkpoint("elsewhere.example", 600, frontier.root).text, [elsewhere]))


def test_one_flipped_bit_in_any_new_leaf_is_found_before_signing() -> None:
    """Certificate Transparency's Yeti 2022 signed such a bit and could never be repaired."""
    log, memory, frontier = begun()
    first = publish(log, frontier)
    grown = grow(log, frontier, 300)
    for index in (600, 750, 899):
        with pytest.raises(WillNotSign, match=f"entry {index} "):
            log.publish(
                grown,
                published=[first],
                source=lambda i, wrong=index: entry(i) if i != wrong else b"entry %d!" % i,  # type: ignore[misc] # default
                swap=lambda _: True,
            )
    memory.files["tile/0/002"] = bytes([memory.files["tile/0/002"][0] ^ 1]) + memory.files["tile/0/002"][1:]
    assert memory.read("checkpoint") == first.encode()


def test_a_tile_that_changed_on_the_disk_is_found_before_signing() -> None:
    log, memory, frontier = begun()
    memory.files["tile/0/002.p/88"] = memory.files["tile/0/002.p/88"][:-1] + b"\0"
    with pytest.raises(Damaged):
        publish(log, frontier)
    assert memory.read("checkpoint") is None


def test_the_head_moves_before_the_signature_and_only_once() -> None:
    log, memory, frontier = begun()
    head = Head()
    publish(log, grow(log, frontier, 5), swap=head.swap)
    before = memory.read("checkpoint")
    with pytest.raises(WillNotSign, match="somebody else moved the head"):
        publish(log, frontier, swap=head.swap)
    with pytest.raises(WillNotSign):
        publish(log, frontier, swap=lambda _: False)
    assert memory.read("checkpoint") == before


def test_a_signature_that_readers_would_refuse_does_not_leave_the_house() -> None:
    log, memory, frontier = begun()
    with pytest.raises(UnknownKey):
        publish(replace(log, signers=(STRANGER,)), frontier)
    with pytest.raises(UnknownKey):
        publish(replace(log, signers=(Signer("elsewhere.example", SIGNER.secret),)), frontier)
    assert memory.read("checkpoint") is None


def test_keys_rotate_without_a_gap() -> None:
    log, _, note = sealed()
    both = replace(log, signers=(SIGNER, STRANGER), keys=(KEY, STRANGER.key))
    frontier = both.integrate(Frontier(), [leaf(i).entry for i in range(1000)])
    between = both.publish(frontier, published=[note], source=lambda i: leaf(i).entry, swap=lambda _: True)
    new = replace(both, signers=(STRANGER,))
    after = new.publish(
        frontier, published=[note, between], source=lambda i: leaf(i).entry, swap=lambda _: True
    )
    for head, keys in ((note, [KEY]), (between, [KEY]), (between, [STRANGER.key]), (after, [STRANGER.key])):
        assert verify(new.prove(3, leaf(3), head, body(3)).as_json(), keys).outcome == "genuine"


def test_only_what_stands_in_the_log_is_proven() -> None:
    log, _, note = sealed()
    with pytest.raises(Damaged):
        log.prove(4, leaf(3), note)
    with pytest.raises(Forged):
        log.prove(3, leaf(3), note.replace("1000", "999"))


@pytest.mark.parametrize(
    "path", ["tile/0/000", "tile/0/002.p/88", "tile/1/000.p/2", "tile/entries/000", "tile/entries/002.p/88"]
)
def test_fsck_names_each_damaged_tile(path: str) -> None:
    log, memory, frontier = begun()
    data = memory.files[path]
    memory.files[path] = data[:40] + bytes([data[40] ^ 4]) + data[41:]
    faults = [str(fault) for fault in log.fsck(frontier, entry)]
    assert any(path in fault for fault in faults) or "tiles of 600" in faults[-1]
    del memory.files[path]
    assert any(path in str(fault) for fault in log.fsck(frontier, entry))


def test_fsck_names_each_entry_that_its_source_tells_otherwise() -> None:
    log, _, frontier = begun()
    faults = list(log.fsck(frontier, lambda i: entry(i) if i not in (7, 512) else b"altered"))
    assert [fault.code for fault in faults] == ["entry_differs", "entry_differs"]
    assert [str(fault).split()[1] for fault in faults] == ["7", "512"]


def test_a_log_of_hashes_keeps_no_entries() -> None:
    memory = Memory()
    log = Log(ORIGIN, memory, (KEY,), (SIGNER,), with_entries=False)
    frontier = log.integrate(Frontier(), [entry(i) for i in range(600)])
    publish(log, frontier)
    assert not [path for path in memory.files if "entries" in path]
    assert list(log.fsck(frontier, entry)) == []
