"""Inspection: what an uploaded document is, told from its content; what may do harm is refused with the reason.

This is one layer of several and not a sandbox. It accepts few kinds, checks the structure of each to the end and
within bounds of time and memory, and refuses what can act by itself: programs, scripts, macros, forms that call
out, encrypted files that nobody can check. It does not look for flaws of particular readers: ``ClamAV`` looks
for known malware, and downloads still go out as attachments under the type found here.
"""

from __future__ import annotations

from qingdan.casework.inspection.inspect import Inspected, inspect
from qingdan.casework.inspection.kinds import DocumentKind
from qingdan.casework.inspection.names import safe_name
from qingdan.casework.inspection.refusals import DocumentRefused, Why
from qingdan.casework.inspection.scan import ClamAV, Clean, Infected, Unavailable

__all__ = [
    "ClamAV",
    "Clean",
    "DocumentKind",
    "DocumentRefused",
    "Infected",
    "Inspected",
    "Unavailable",
    "Why",
    "inspect",
    "safe_name",
]
