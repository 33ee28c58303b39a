"""Proofs: that a register entry is in the signed log, as a file and as a QR code."""

from __future__ import annotations

from django.conf import settings

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.models import Checkpoint, RegisterEntry, RegisterVersion
from qingdan.casework.sealing.phases import log_of
from qingdan.casework.sealing.sources import rows
from qingdan.law.grammar.text import Text
from qingdan.ledger.proof import Bundle, qr_segments


def proof_of(entry: RegisterEntry, version: int | None = None) -> Bundle:
    """Return the proof that a version of an entry (the current one, if none is named) stands in the signed log.

    Raises ActionRefused while the version is not sealed yet: a moment after the act.
    """
    row = RegisterVersion.objects.get(entry=entry, version=version or entry.version)
    head = Checkpoint.objects.filter(log_id="register").order_by("-size").first()
    if row.leaf_index is None or head is None or head.size <= row.leaf_index:
        raise ActionRefused(
            "not_sealed_yet",
            Text("this entry is being sealed; try again in a moment", "该登记正在封存，请稍后再试"),
        )
    sealed = next(rows("register", row.leaf_index, row.leaf_index + 1))
    return log_of("register").prove(sealed.index, sealed.leaf, head.note, sealed.body)


def qr_of(entry: RegisterEntry) -> str:
    """Return what the QR code of an entry's certificate holds: the verifier's address and the whole proof.

    Where the body is too long for a code, the proof goes without it: it then shows header and digest alone.
    """
    from qingdan.ledger.refusals import LedgerRefused

    whole = proof_of(entry)
    address = f"{settings.BASE_URL}/v"
    try:
        compact = whole.compact()
    except LedgerRefused:
        compact = Bundle(whole.leaf, whole.index, whole.path, whole.note).compact()
    return "".join(qr_segments(compact, address))
