"""Tamper evidence: a log of acts as C2SP tiles, proofs that fit a QR code, and the verifier that reads them.

Pure but for ``files``. FORMAT.md is the exact format, enough for a stranger to write a verifier.
"""

from qingdan.ledger.checkpoint import Checkpoint
from qingdan.ledger.encoding import canonical, parse_canonical
from qingdan.ledger.files import FileTiles
from qingdan.ledger.leaf import Body, Leaf
from qingdan.ledger.note import Key, Signer, keys_from
from qingdan.ledger.page import verifier_page
from qingdan.ledger.proof import Bundle, qr_segments, read_bundle
from qingdan.ledger.refusals import Damaged, Forged, LedgerRefused, UnknownKey, Unreadable, WillNotSign
from qingdan.ledger.sealing import Log
from qingdan.ledger.status import Adverse, Status, StatusList
from qingdan.ledger.tiles import TileReader, Tiles
from qingdan.ledger.tree import Frontier, is_consistent, root_by_inclusion
from qingdan.ledger.verify import Freshness, Outcome, Standing, Verdict, verify

__all__ = [
    "Adverse",
    "Body",
    "Bundle",
    "Checkpoint",
    "Damaged",
    "FileTiles",
    "Forged",
    "Freshness",
    "Frontier",
    "Key",
    "Leaf",
    "LedgerRefused",
    "Log",
    "Outcome",
    "Signer",
    "Standing",
    "Status",
    "StatusList",
    "TileReader",
    "Tiles",
    "UnknownKey",
    "Unreadable",
    "Verdict",
    "WillNotSign",
    "canonical",
    "is_consistent",
    "keys_from",
    "parse_canonical",
    "qr_segments",
    "read_bundle",
    "root_by_inclusion",
    "verifier_page",
    "verify",
]
