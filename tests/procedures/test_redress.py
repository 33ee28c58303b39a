"""Every adverse letter names the remedies: where, until which day, and that asking does not suspend the act."""

from __future__ import annotations

from datetime import date

from qingdan.law.calendars import official_calendar
from qingdan.law.grammar.text import Cite
from qingdan.law.in_force import in_force
from qingdan.law.neighbours.litigation_law import direct_suit
from qingdan.law.neighbours.reconsideration_law import reconsideration_application
from qingdan.law.pack import model_law
from qingdan.law.statutes import LICENSING_LAW, MODEL_LAW, RECONSIDERATION_LAW
from qingdan.procedures.engine import Setting
from qingdan.procedures.redress import last_day, remedies

REVOCATION, SECURITY_REVIEW = Cite(MODEL_LAW, 28), Cite(MODEL_LAW, 52, 2)
CALENDAR = official_calendar()
SETTING = Setting(in_force(model_law()), CALENDAR)


def test_sixty_days_and_six_months_from_service_roll_over_rest_days() -> None:
    # day 60 after 2 March is 1 May, in the Labour Day rest of 1 to 5 May 2026
    reconsideration, suit, _ = remedies(REVOCATION, date(2026, 3, 2), SETTING)
    assert "within 60 days" in reconsideration.en
    assert "Wednesday 6 May 2026" in reconsideration.en
    assert "六十日内" in reconsideration.zh
    assert "2026年5月6日" in reconsideration.zh
    assert "within 6 months" in suit.en
    assert "2 September 2026" in suit.en
    assert "六个月" in suit.zh


def test_each_remedy_names_its_article() -> None:
    reconsideration, suit, runs_on = remedies(REVOCATION, date(2026, 3, 2), SETTING)
    assert "《行政复议法》第二十条第一款" in reconsideration.zh
    assert "《行政诉讼法》第四十六条第一款" in suit.zh
    assert "does not suspend" in runs_on.en
    assert "不停止本决定的执行" in runs_on.zh


def test_before_service_the_periods_are_named_and_no_day_is_made_up() -> None:
    said = remedies(REVOCATION, None, SETTING)
    assert "within 60 days of its service [" in said[0].en
    assert all("last day" not in t.en and "最后一日" not in t.zh for t in said)


def test_a_last_day_in_a_year_not_announced_is_said_to_be_provisional() -> None:
    known = Setting(SETTING.law, CALENDAR.as_known_on(date(2026, 10, 1)))
    reconsideration, suit, _ = remedies(REVOCATION, date(2026, 11, 20), known)
    assert "provisionally Tuesday 19 January 2027" in reconsideration.en
    assert "暂计为2027年1月19日" in reconsideration.zh
    assert "provisionally" in suit.en


def test_where_the_holidays_could_move_the_day_the_safe_one_is_named() -> None:
    known = Setting(SETTING.law, CALENDAR.as_known_on(date(2026, 10, 1)))
    moving = next(
        found
        for day in range(1, 32)
        if (found := last_day(reconsideration_application, date(2026, 12, day), known))
        and found.earliest != found.latest
    )
    said = remedies(REVOCATION, date.fromisoformat(moving.start.isoformat()[:10]), known)[0]
    assert moving.earliest is not None
    assert "you are safe by" in said.en
    assert f"{moving.earliest.month}月{moving.earliest.day}日" in said.zh.split("稳妥期限")[0]


def test_a_penalty_on_the_spot_goes_to_reconsideration_first() -> None:
    said = remedies(REVOCATION, date(2026, 3, 2), SETTING, act="penalty_on_the_spot")
    assert "only after reconsideration" in said[1].en
    assert "15 days" in said[1].en
    assert "应当先申请行政复议" in said[1].zh
    assert "《行政复议法》第二十三条第一款" in said[1].zh


def test_a_local_authority_is_reconsidered_by_its_government() -> None:
    assert "people's government" in remedies(REVOCATION, None, SETTING, national=False)[0].en
    assert "national" in remedies(REVOCATION, None, SETTING)[0].en


def test_a_security_review_has_no_remedies_but_another_article_52_has() -> None:
    assert remedies(SECURITY_REVIEW, date(2026, 3, 2), SETTING) == ()
    assert len(remedies(Cite(LICENSING_LAW, 52), date(2026, 3, 2), SETTING)) == 3


def test_the_last_days_come_with_their_computation() -> None:
    found = last_day(direct_suit, date(2026, 3, 2), SETTING)
    assert found is not None
    assert found.due == date(2026, 9, 2)
    assert found.explain("zh")


def test_a_failure_to_act_goes_to_reconsideration_first_counted_from_the_end_of_the_authority_s_period() -> (
    None
):
    said = remedies(Cite(RECONSIDERATION_LAW, 23, 1), date(2026, 4, 17), SETTING, act="failure_to_act")
    assert len(said) == 2, "nothing was done that could be suspended"
    assert "自履行期限届满之日起六十日内" in said[0].zh
    assert "last day" not in said[0].en
    assert "only after reconsideration" in said[1].en
