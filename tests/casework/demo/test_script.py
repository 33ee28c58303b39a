"""Plots are read strictly, and their days are counted as people count them."""

from __future__ import annotations

from datetime import date

import pytest

from qingdan.casework.demo import script
from qingdan.casework.demo.script import BadScript
from qingdan.casework.demo.when import Gap, start_of
from qingdan.law.calendars import official_calendar

CALENDAR = official_calendar()
STORY = {
    "key": "k",
    "says": {"zh": "一", "en": "one"},
    "case": "licence_application",
    "about": "p",
    "start": "-3d",
}


@pytest.mark.parametrize(
    ("start", "today", "day"),
    [
        ("-1wd", "2026-02-24", "2026-02-14"),  # before the holiday comes a worked Saturday
        ("-10d", "2026-03-02", "2026-02-24"),  # the twentieth lies in the holiday
        ("spring-3wd", "2026-11-24", "2026-02-12"),
        ("spring-3wd", "2026-03-02", "2025-01-24"),  # this year's is too near
    ],
)
def test_a_story_begins_so_long_ago(start: str, today: str, day: str) -> None:
    assert start_of(start, date.fromisoformat(today), CALENDAR) == date.fromisoformat(day)


def test_gaps_are_days_or_working_days() -> None:
    friday = date(2026, 3, 6)
    assert Gap(1, working=True).after(friday, CALENDAR) == date(2026, 3, 9)
    assert Gap(1, working=False).after(friday, CALENDAR) == date(2026, 3, 9)
    assert Gap.of("soon") is None


def test_a_line_says_when_what_and_with_what() -> None:
    story = script._story(
        {**STORY, "plot": ["submit", {"+2wd grant proposed": {"kind": "L"}}, "+1wd (accepted)"]}
    )
    assert [(line.gap.length, line.verb, line.words) for line in story.plot] == [
        (0, "submit", ()),
        (2, "grant", ("proposed",)),
        (1, "submit", ()),
        (1, "assign", ()),
        (3, "accept", ()),
    ]
    assert story.plot[1].given == {"kind": "L"}


@pytest.mark.parametrize(
    ("wrong", "says"),
    [({"plott": []}, "plott"), ({"plot": ["(no such passage)"]}, "no passage"), ({"start": None}, "start")],
)
def test_what_cannot_be_played_says_where(wrong: dict[str, object], says: str) -> None:
    story = {k: v for k, v in {**STORY, **wrong}.items() if v is not None}
    with pytest.raises(BadScript, match=says):
        script._story(story)
