"""How much work one file is worth: a hostile one runs out of it long before the machine does."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from qingdan.casework.inspection.refusals import bomb
from qingdan.law.grammar.text import Text

_PIECE = 1 << 16
_UNFOLDED_AT_ONCE = 1 << 20


@dataclass(slots=True)
class Budget:
    """Bytes that may still be read or unfolded."""

    left: int
    what: Text

    def spend(self, amount: int) -> None:
        """Take ``amount`` away.

        Raises:
            DocumentRefused: there is not so much left.
        """
        self.left -= amount
        if self.left < 0:
            raise bomb(self.what)


def inflate(
    pieces: Iterator[bytes] | Iterator[memoryview], budget: Budget, wbits: int = zlib.MAX_WBITS
) -> Iterator[bytes]:
    """Yield what a zlib stream holds, at most a megabyte at once; what stands after its end is not read.

    ``wbits`` as zlib has it: negative for a stream without head and checksum.

    Raises:
        zlib.error: it is no such stream.
        DocumentRefused: the budget is spent.
    """
    stream = zlib.decompressobj(wbits)
    for piece in pieces:
        budget.spend(len(piece))
        rest: bytes | memoryview = piece
        while rest and not stream.eof:
            unfolded = stream.decompress(rest, _UNFOLDED_AT_ONCE)
            budget.spend(len(unfolded))
            yield unfolded
            rest = stream.unconsumed_tail
        if stream.eof:
            return


def pieces_of(data: bytes, start: int) -> Iterator[memoryview]:
    """Yield ``data`` from ``start`` on in small pieces, without copying."""
    view = memoryview(data)
    for at in range(start, len(data), _PIECE):
        yield view[at : at + _PIECE]
