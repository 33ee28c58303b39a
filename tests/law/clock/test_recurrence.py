"""Duties that come again do not drift."""

from __future__ import annotations

from datetime import date

from qingdan.law.clock import Unit, recurring, yearly


def test_the_first_audit_is_due_two_years_after_service_began() -> None:
    (first,) = recurring(date(2024, 3, 1), 2, Unit.YEAR, until=date(2027, 12, 31))
    assert first.deadline.due == date(2026, 3, 2)  # 1 March 2026 is a Sunday


def test_later_audits_run_from_the_last_completion() -> None:
    audits = list(
        recurring(
            date(2020, 3, 2), 24, Unit.MONTH, until=date(2026, 12, 31), completions=[date(2021, 11, 10)]
        )
    )
    assert [(a.number, a.anchor, a.deadline.raw_end) for a in audits] == [
        (1, date(2020, 3, 2), date(2022, 3, 2)),
        (2, date(2021, 11, 10), date(2023, 11, 10)),
        (3, date(2021, 11, 10), date(2025, 11, 10)),
    ]


def test_a_month_end_does_not_drift_to_the_28th() -> None:
    ends = [o.deadline.raw_end for o in recurring(date(2024, 8, 31), 6, Unit.MONTH, until=date(2026, 9, 30))]
    assert ends == [date(2025, 2, 28), date(2025, 8, 31), date(2026, 2, 28), date(2026, 8, 31)]


def test_a_leap_day_comes_back_every_fourth_year() -> None:
    ends = [o.deadline.raw_end for o in recurring(date(2020, 2, 29), 1, Unit.YEAR, until=date(2024, 12, 31))]
    assert ends == [date(2021, 2, 28), date(2022, 2, 28), date(2023, 2, 28), date(2024, 2, 29)]


def test_a_completion_before_the_start_is_no_anchor() -> None:
    found = list(
        recurring(date(2022, 3, 2), 1, Unit.YEAR, until=date(2023, 12, 31), completions=[date(2021, 1, 1)])
    )
    assert [o.anchor for o in found] == [date(2022, 3, 2)]


def test_the_annual_report_is_due_each_30_june_or_the_working_day_after() -> None:
    reports = list(yearly(6, 30, after=date(2023, 7, 1), until=date(2026, 12, 31)))
    assert [r.deadline.raw_end for r in reports] == [date(2024, 6, 30), date(2025, 6, 30), date(2026, 6, 30)]
    assert [r.deadline.due for r in reports] == [date(2024, 7, 1), date(2025, 6, 30), date(2026, 6, 30)]


def test_a_report_due_by_29_february_is_due_on_the_28th_in_common_years() -> None:
    named = [
        o.deadline.raw_end
        for o in yearly(2, 29, after=date(2023, 1, 1), until=date(2025, 12, 31), roll=False)
    ]
    assert named == [date(2023, 2, 28), date(2024, 2, 29), date(2025, 2, 28)]
