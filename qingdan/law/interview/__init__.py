"""The interview: asks only what can still change the outcome, says why, and stops when settled.

``goals`` says what is to be found out, ``agenda`` what of it is still open, ``asking`` which
question comes next, ``questions`` why, ``interview`` holds one conversation and saves it.
"""

from qingdan.law.interview.goals import Goal, all_goals, track_goals
from qingdan.law.interview.interview import Interview, Progress
from qingdan.law.interview.questions import Consequence, Question
from qingdan.law.interview.saved import BadInterview

__all__ = [
    "BadInterview",
    "Consequence",
    "Goal",
    "Interview",
    "Progress",
    "Question",
    "all_goals",
    "track_goals",
]
