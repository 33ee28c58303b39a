"""A product over time, and the timelines that cannot be."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from qingdan.law.grammar.units import SHANGHAI
from qingdan.law.pack import model_law
from qingdan.law.timeline import BadTimeline, Change, Happening, Product, check, day_of, not_before

NO_ZONE = datetime(2026, 5, 1, 8)  # noqa: DTZ001 - the fault to be refused
NIGHT = datetime(2026, 2, 16, 23, 30, tzinfo=SHANGHAI)


def refused(product: Product) -> BadTimeline:
    with pytest.raises(BadTimeline) as refusal:
        check(product, model_law())
    return refusal.value


def test_a_change_holds_from_its_day_on() -> None:
    product = Product("Trial", {"is_ai": True}, (Change(date(2026, 5, 6), {"is_ai": False}),))
    assert product.answers_on(date(2026, 5, 5)) == {"is_ai": True}
    assert product.answers_on(date(2026, 5, 6)) == {"is_ai": False}


def test_changes_written_out_of_order_are_applied_in_order() -> None:
    late, early = Change(date(2026, 6, 1), {"is_ai": True}), Change(date(2026, 5, 1), {"is_ai": False})
    for changes in ((late, early), (early, late)):
        assert Product("Trial", changes=changes).answers_on(date(2026, 7, 1)) == {"is_ai": True}


def test_a_change_can_make_an_answer_unknown_again() -> None:
    product = Product("Trial", {"is_ai": True}, (Change(date(2026, 5, 6), {"is_ai": None}),))
    assert product.answers_on(date(2026, 5, 6)) == {"is_ai": None}


def test_events_come_earliest_first_whatever_the_zone_they_are_written_in() -> None:
    utc = datetime(2026, 2, 16, 15, 0, tzinfo=UTC)  # 23:00 in Shanghai
    product = Product(
        "Trial", happenings=(Happening("incident_detected", NIGHT), Happening("incident_detected", utc))
    )
    assert product.moments("incident_detected") == (utc, NIGHT)
    assert day_of(datetime(2026, 2, 16, 16, 30, tzinfo=UTC)) == date(2026, 2, 17)


def test_a_day_without_a_time_counts_as_the_whole_day() -> None:
    assert not_before(date(2026, 2, 16), NIGHT)
    assert not_before(NIGHT, date(2026, 2, 16))
    assert not not_before(datetime(2026, 2, 16, 23, 29, tzinfo=SHANGHAI), NIGHT)
    assert not not_before(date(2026, 2, 15), NIGHT)


def test_an_unknown_question_is_refused_with_the_one_meant() -> None:
    refusal = refused(Product("Trial", {"is_aii": True}))
    assert refusal.where == ("answers", "is_aii")
    assert "did you mean is_ai?" in refusal.says.en
    assert "是否指is_ai" in refusal.says.zh


@pytest.mark.parametrize(
    ("product", "where"),
    [
        (Product("T", {"field": "cooking"}), ("answers", "field")),
        (Product("T", changes=(Change(date(2026, 5, 1), {"is_ai": 3}),)), ("changes", 0, "answers", "is_ai")),
        (
            Product("T", changes=(Change(date(2026, 5, 1), {}), Change(date(2026, 5, 1), {}))),
            ("changes", 1, "on"),
        ),
        (Product("T", changes=(Change(date(1999, 5, 1), {}),)), ("changes", 0, "on")),
        (Product("T", happenings=(Happening("birthday", date(2026, 5, 1)),)), ("events", 0, "event")),
        (Product("T", happenings=(Happening("incident_detected", date(2026, 5, 1)),)), ("events", 0, "on")),
        (
            Product("T", happenings=(Happening("incident_detected", NO_ZONE),)),
            ("events", 0, "on"),
        ),
        (
            Product("T", happenings=(Happening("service_started", date(2026, 5, 1)),) * 2),
            ("events", 0, "event"),
        ),
        (
            Product(
                "T",
                happenings=(
                    Happening("service_started", date(2026, 5, 2)),
                    Happening("service_ended", date(2026, 5, 1)),
                ),
            ),
            ("events", 1, "on"),
        ),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(product: Product, where: tuple[str | int, ...]) -> None:
    assert refused(product).where == where
