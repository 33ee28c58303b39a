"""The one writer. Views, API and worker call these; nothing else writes a case."""

from qingdan.casework.actions.assigning import admit, assign, hand_back, officers_able, recuse
from qingdan.casework.actions.crediting import remove_credit_record
from qingdan.casework.actions.expiring import expire
from qingdan.casework.actions.opening import open_case
from qingdan.casework.actions.refusals import ActionRefused, KeyReused, NotFound, Stale
from qingdan.casework.actions.sweeping import sweep, sweep_case
from qingdan.casework.actions.taking import record_service, send_back, take

__all__ = [
    "ActionRefused",
    "KeyReused",
    "NotFound",
    "Stale",
    "admit",
    "assign",
    "expire",
    "hand_back",
    "officers_able",
    "open_case",
    "record_service",
    "recuse",
    "remove_credit_record",
    "send_back",
    "sweep",
    "sweep_case",
    "take",
]
