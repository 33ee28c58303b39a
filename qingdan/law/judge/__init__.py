"""Judging one product on one day, from its timeline to track, duties, dates and reasons.

``judging`` brings it together; ``book`` holds what is true on each day, ``obligations`` and its
helpers what is due when, ``reasons`` why, ``alternatives`` what other readings would give,
``relisting`` who changes track under another list, ``record`` all of it as plain data.
"""

from qingdan.law.judge.judging import (
    FINDING_OF,
    Checked,
    Judgement,
    TrackJudgement,
    judge,
    judge_track,
    open_book,
    rejudge,
    reopened,
    sample_editions,
)

__all__ = [
    "FINDING_OF",
    "Checked",
    "Judgement",
    "TrackJudgement",
    "judge",
    "judge_track",
    "open_book",
    "rejudge",
    "reopened",
    "sample_editions",
]
