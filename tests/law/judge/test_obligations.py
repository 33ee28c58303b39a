"""What is due when: properties of every duty. Single cases are told in ``scenarios``."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings

from qingdan.law.grammar.periods import AtOnce
from qingdan.law.grammar.rules import Duty
from qingdan.law.judge import Judgement, judge
from qingdan.law.judge.book import Ground
from qingdan.law.judge.obligations import Obligation, Standing
from qingdan.law.timeline import Happening, Product
from tests.law.judge.products import LAW, days, full_sheets, kept_keys, products, timelines

LATE = (Standing.OVERDUE, Standing.DONE_LATE)


def everything(judged: Judgement) -> tuple[Obligation, ...]:
    return (*judged.obligations, *judged.authority_duties, *judged.terms)


@settings(max_examples=60)
@given(products(), days)
def test_only_what_is_certain_is_late(drawn: Product, on: date) -> None:
    for one in everything(judge(drawn, on)):
        if one.standing in LATE:
            assert one.ground is Ground.SHOWN
            assert not one.provisional
            assert one.due is not None
            assert one.due < on


@settings(max_examples=30)
@given(full_sheets, kept_keys, timelines(), days)
def test_what_is_overdue_on_partial_answers_is_overdue_whatever_the_rest_may_be(
    sheet: dict[str, Any], known: set[str], told: tuple[Happening, ...], on: date
) -> None:
    fewer = Product("Partial 部分", {k: v for k, v in sheet.items() if k in known}, happenings=told)
    late = {o.duty.key for o in judge(fewer, on).obligations if o.standing is Standing.OVERDUE}
    complete = {
        o.duty.key
        for o in judge(Product("Full 完整", sheet, happenings=told), on).obligations
        if o.standing is Standing.OVERDUE
    }
    assert late <= complete


@settings(max_examples=60)
@given(full_sheets, kept_keys)
def test_no_benefit_is_granted_that_a_completion_would_deny(sheet: dict[str, Any], known: set[str]) -> None:
    fewer = LAW.rules.judge({k: v for k, v in sheet.items() if k in known})
    more = LAW.rules.judge(sheet)
    for benefit in LAW.benefits:
        assert not (fewer[benefit.key] and not more[benefit.key])


@settings(max_examples=40)
@given(products(), days)
def test_at_once_without_an_outer_limit_is_never_overdue(drawn: Product, on: date) -> None:
    for one in judge(drawn, on).obligations:
        if (
            isinstance(one.duty, Duty)
            and isinstance(one.duty.within, AtOnce)
            and one.duty.within.at_latest is None
        ):
            assert one.due is None
            assert one.standing not in LATE


@settings(max_examples=30)
@given(products(), days)
def test_nothing_becomes_undone_by_waiting(drawn: Product, on: date) -> None:
    def done(day: date) -> set[tuple[str, str]]:
        owed = judge(drawn, day).obligations
        return {(o.duty.key, str(o.start)) for o in owed if o.done_on and o.start}

    tomorrow = on + timedelta(days=1)
    turning = {c.on for c in drawn.changes} | {date(2026, 1, 1), date(2027, 1, 1)}
    if tomorrow not in turning:
        assert done(on) <= done(tomorrow)


@settings(max_examples=30)
@given(products(), days)
def test_records_are_never_kept_for_less_than_every_event_asks(drawn: Product, on: date) -> None:
    for one in judge(drawn, on).obligations:
        if one.keep_until is not None and isinstance(one.duty, Duty) and one.duty.keeps is not None:
            for event in one.duty.keeps.after:
                happened = [h.day for h in drawn.happenings if h.event == event.key and h.day <= on]
                assert happened
                assert one.keep_until > max(happened) or event is one.duty.done_by


@settings(max_examples=20)
@given(products(), days)
def test_every_instance_speaks_both_languages(drawn: Product, on: date) -> None:
    for one in everything(judge(drawn, on)):
        for said in (one.says, *one.remarks):
            assert said.zh
            assert any("\u4e00" <= sign <= "\u9fff" for sign in said.zh), said
            assert not any("\u4e00" <= sign <= "\u9fff" for sign in said.en), said


def test_each_term_of_an_authority_that_lapses_is_overdue() -> None:
    received = Product("Case 案例", happenings=(Happening("licence_application_received", date(2026, 3, 9)),))
    (review,) = [o for o in judge(received, date(2026, 3, 24)).terms if o.duty.key == "preliminary_review"]
    assert (review.due, review.standing) == (date(2026, 3, 23), Standing.OVERDUE)


def test_a_right_that_lapses_makes_nobody_overdue() -> None:
    known = Product("Case 案例", happenings=(Happening("act_known", date(2026, 3, 9)),))
    lapsed = [o for o in judge(known, date(2028, 3, 9)).terms if o.duty.key == "reconsideration_application"]
    assert [o.standing for o in lapsed] == [Standing.ENDED]
