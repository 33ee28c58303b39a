"""What the ledger will not read, believe or sign. Each refusal has a code, which other verifiers share."""

from __future__ import annotations

from qingdan.law.grammar.refusal import Refusal
from qingdan.ledger.wording import REASONS, Code


class LedgerRefused(Refusal):
    """The ledger says no. ``code`` names the reason for programs; ``REASONS`` words it."""

    def __init__(self, code: Code, **values: str | int) -> None:
        super().__init__(REASONS[code].filled(**values))
        self.code = code


class Unreadable(LedgerRefused):
    """The input does not have the one form in which it can be written."""


class Forged(LedgerRefused):
    """The input is well formed, claims a trusted key, and that key never signed it."""


class UnknownKey(LedgerRefused):
    """Nobody whom the verifier trusts has signed."""


class Damaged(LedgerRefused):
    """The stored tiles are not the ones that were sealed."""


class WillNotSign(LedgerRefused):
    """Signing this would show two histories of one log."""
