"""Sealing: every act becomes a leaf of a tile log, in three durable phases; proofs, status lists, erasure, health.

The register's log is public and shows its entries. The process log shows hashes only: it proves that nothing in any
case was altered, and tells nothing about one.
"""

from qingdan.casework.sealing.erasing import erase, replay
from qingdan.casework.sealing.health import faults
from qingdan.casework.sealing.keys import rotate, signers, trusted
from qingdan.casework.sealing.phases import seal
from qingdan.casework.sealing.proving import proof_of, qr_of
from qingdan.casework.sealing.status import daily_status, status_list

__all__ = [
    "daily_status",
    "erase",
    "faults",
    "proof_of",
    "qr_of",
    "replay",
    "rotate",
    "seal",
    "signers",
    "status_list",
    "trusted",
]
