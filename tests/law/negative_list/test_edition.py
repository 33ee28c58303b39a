"""Editions of the Negative List: what may be made, and which is in force."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from qingdan.law.facts import product
from qingdan.law.grammar.text import Text
from qingdan.law.negative_list.edition import (
    BadEdition,
    Entry,
    ListEdition,
    edition_in_force,
    latest_publication,
)
from qingdan.law.negative_list.sample import EDITIONS, SAMPLE_2026, SAMPLE_2027

SAID = Text("words", "文字")


def entry(key: str = "entry") -> Entry:
    return Entry(key=key, says=SAID, criteria=product.controls_machinery, reason=SAID)


def edition(
    key: str = "list",
    published: date = date(2025, 6, 1),
    effective: date = date(2026, 1, 1),
    entries: tuple[Entry, ...] | None = None,
    *,
    first: bool = True,
) -> ListEdition:
    return ListEdition(
        key=key,
        title=SAID,
        published=published,
        effective=effective,
        entries=(entry(),) if entries is None else entries,
        illustrative=True,
        notice=SAID,
        first=first,
    )


def test_the_first_list_may_be_published_exactly_six_months_ahead() -> None:
    assert edition(published=date(2025, 7, 1)).warnings() == ()


def test_a_day_later_is_refused_with_the_article() -> None:
    with pytest.raises(BadEdition) as refused:
        edition(published=date(2025, 7, 2))
    assert "2025-07-01" in refused.value.says.en
    assert refused.value.of("zh").endswith("第七十三条]")


def test_a_later_list_may_follow_faster_but_is_warned_about() -> None:
    (warning,) = edition(published=date(2025, 7, 2), first=False).warnings()
    assert "nl.grace_days" in warning.zh


@pytest.mark.parametrize(
    ("effective", "by"),
    [
        (date(2026, 8, 31), date(2026, 2, 28)),
        (date(2024, 8, 31), date(2024, 2, 29)),
        (date(2026, 6, 30), date(2025, 12, 30)),
    ],
)
def test_six_months_back_end_at_the_month_end_where_the_day_is_missing(effective: date, by: date) -> None:
    assert latest_publication(effective) == by


@pytest.mark.parametrize(
    "make",
    [
        lambda: edition(entries=()),
        lambda: edition(entries=(entry("twice"), entry("twice"))),
        lambda: edition(published=date(2026, 1, 2), first=False),
        lambda: edition(key="No Key"),
        lambda: entry("x" * 61),
    ],
    ids=["empty", "twice", "before publication", "capitals", "too long"],
)
def test_what_cannot_be_a_list_is_refused_in_both_languages(make: Callable[[], object]) -> None:
    with pytest.raises(BadEdition) as refused:
        make()
    assert refused.value.says.en != refused.value.says.zh


def test_the_edition_in_force_changes_on_its_day_not_before() -> None:
    turn = SAMPLE_2027.effective
    assert edition_in_force(EDITIONS, SAMPLE_2026.effective - timedelta(days=1)) is None
    assert edition_in_force(reversed(EDITIONS), turn - timedelta(days=1)) is SAMPLE_2026
    assert edition_in_force(EDITIONS, turn) is SAMPLE_2027


def test_two_lists_cannot_begin_on_one_day_or_share_a_name() -> None:
    with pytest.raises(BadEdition):
        edition_in_force((edition("one"), edition("other")), date(2026, 1, 1))
    with pytest.raises(BadEdition):
        edition_in_force((edition(), edition(effective=date(2027, 1, 1))), date(2026, 1, 1))


def test_the_samples_say_that_nobody_published_them() -> None:
    for sample in EDITIONS:
        assert sample.illustrative
        assert "Not published by any authority" in sample.notice.en
