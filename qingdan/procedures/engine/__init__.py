"""Moves a case by one step, or by one lapse. Pure: state in, outcome out; casework writes it down."""

from qingdan.procedures.engine.choices import Choice, choices
from qingdan.procedures.engine.clockwork import Sight, due_now
from qingdan.procedures.engine.given import check_given
from qingdan.procedures.engine.lapsing import lapse, settle
from qingdan.procedures.engine.lawfulness import Actor
from qingdan.procedures.engine.measuring import Setting, Unmeasured, deadline_of
from qingdan.procedures.engine.outcome import Outcome, What
from qingdan.procedures.engine.refusals import StepRefused
from qingdan.procedures.engine.serving import send_back, serve
from qingdan.procedures.engine.state import ClockRun, Proposal, State, opened
from qingdan.procedures.engine.taking import take

__all__ = [
    "Actor",
    "Choice",
    "ClockRun",
    "Outcome",
    "Proposal",
    "Setting",
    "Sight",
    "State",
    "StepRefused",
    "Unmeasured",
    "What",
    "check_given",
    "choices",
    "deadline_of",
    "due_now",
    "lapse",
    "opened",
    "send_back",
    "serve",
    "settle",
    "take",
]
