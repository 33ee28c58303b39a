"""Penalties, bounded and never decided: what the law allows for a violation, what it forbids, and why.

``bound`` takes answers, dates and, if there is one, a proposed sanction; ``read`` takes a violation file as plain
data. Both refuse what makes no sense. Nothing unknown ever creates a penalty: it is listed as still to be shown.
"""

from qingdan.law.penalties.bounds import Bounds, bound
from qingdan.law.penalties.consequences import Check, Consequence, FineRange
from qingdan.law.penalties.file import BadViolation, Person, Proposal, Violation, read
from qingdan.law.penalties.money import fen_of, said
from qingdan.law.penalties.redress import Redress, redress
from qingdan.law.penalties.refused import Refused
from qingdan.law.penalties.timetable import DueDate, surcharge

__all__ = [
    "BadViolation",
    "Bounds",
    "Check",
    "Consequence",
    "DueDate",
    "FineRange",
    "Person",
    "Proposal",
    "Redress",
    "Refused",
    "Violation",
    "bound",
    "fen_of",
    "read",
    "redress",
    "said",
    "surcharge",
]
