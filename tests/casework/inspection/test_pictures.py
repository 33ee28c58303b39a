"""Pictures: whole, of a sane size, and nothing else inside the file."""

from __future__ import annotations

import pytest

from qingdan.casework.inspection import Why
from tests.casework.inspection import made
from tests.casework.inspection.judged import taken, why


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (made.png()[:-12], Why.MALFORMED),
        (made.png().replace(b"IDAT", b"IDAX"), Why.MALFORMED),
        (made.png(pixels=b"")[:40] + bytes(30), Why.MALFORMED),
        (made.png(0, 5), Why.MALFORMED),
        (made.png(60_000, 60_000, b"a"), Why.BOMB),
        (made.png(2**31, 1, b"a"), Why.BOMB),
        (made.png() + b"<script>", Why.HIDDEN),
        (made.png() + made.zipped({"a": "b"}), Why.HIDDEN),
        (b"\x89PNG\r\n\x1a\n" + made.chunk(b"IEND", b""), Why.MALFORMED),
        (b"\x89PNG\r\n\x1a\n", Why.MALFORMED),
    ],
)
def test_a_picture_is_whole_of_a_sane_size_and_nothing_else(content: bytes, reason: Why) -> None:
    assert why(content, "a.png") is reason


def test_a_photograph_may_carry_a_preview_but_no_other_file() -> None:
    photo = made.jpeg()
    assert taken(photo + photo + bytes(10), "a.jpg").warnings == ()
    assert taken(photo + b"camera data", "a.jpg").warnings
    for other in (made.zipped({"a": "b"}), made.pdf(), b"<script>x</script>", b"<?php x"):
        assert why(photo + other, "a.jpg") is Why.HIDDEN
    assert why(photo * 20, "a.jpg") is Why.HIDDEN
    for cut in (3, 20, len(photo) // 2, len(photo) - 2):
        assert why(photo[:cut], "a.jpg") is Why.MALFORMED
    frame = photo.index(b"\xff\xc0") + 5
    assert why(photo[:frame] + b"\xff\xff\xff\xff" + photo[frame + 4 :], "a.jpg") is Why.BOMB
