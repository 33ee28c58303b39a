"""Checkpoints (C2SP tlog-checkpoint): the head of a log, as its signers vouch for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qingdan.ledger.encoding import base64_of, decimal, from_base64
from qingdan.ledger.note import Key, opened, taken_apart
from qingdan.ledger.refusals import Unreadable
from qingdan.ledger.tree import EMPTY_ROOT, HASH_SIZE


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How large a log is and what its tree hashes to."""

    origin: str
    size: int
    root: bytes

    def __post_init__(self) -> None:
        if (self.size == 0) != (self.root == EMPTY_ROOT):
            raise Unreadable("bad_checkpoint")

    @property
    def text(self) -> str:
        """The text that is signed. There are no extension lines."""
        return f"{self.origin}\n{self.size}\n{base64_of(self.root)}\n"

    @classmethod
    def parse(cls, text: str) -> Checkpoint:
        """Read the text of a checkpoint."""
        try:
            origin, size, root, end = text.split("\n")
        except ValueError:
            raise Unreadable("bad_checkpoint") from None
        if not origin or end:
            raise Unreadable("bad_checkpoint")
        return cls(origin, decimal(size), from_base64(root, HASH_SIZE))

    @classmethod
    def opened(cls, note: str, keys: Sequence[Key]) -> tuple[Checkpoint, tuple[Key, ...]]:
        """Return the checkpoint of a note and which of the log's ``keys`` signed it. A key bears the log's name."""
        claimed = cls.parse(taken_apart(note)[0])
        _, signed = opened(note, [key for key in keys if key.name == claimed.origin])
        return claimed, signed
