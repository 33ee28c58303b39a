"""Clocks that explain themselves: periods, their last day, and how each date was computed."""

from qingdan.law.clock.cells import CellKind, DayCell
from qingdan.law.clock.counting import count, working_days_between
from qingdan.law.clock.deadline import Deadline
from qingdan.law.clock.ended import Remaining
from qingdan.law.clock.ledger import Extension, Pause
from qingdan.law.clock.recurrence import Occurrence, recurring, yearly
from qingdan.law.clock.refusals import ClockRefused
from qingdan.law.clock.reprojection import Reliance, Reprojection, protect_reliance, reproject
from qingdan.law.grammar.units import SHANGHAI, Unit

__all__ = [
    "SHANGHAI",
    "CellKind",
    "ClockRefused",
    "DayCell",
    "Deadline",
    "Extension",
    "Occurrence",
    "Pause",
    "Reliance",
    "Remaining",
    "Reprojection",
    "Unit",
    "count",
    "protect_reliance",
    "recurring",
    "reproject",
    "working_days_between",
    "yearly",
]
