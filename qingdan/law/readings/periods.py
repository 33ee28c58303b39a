"""Open points of counting time (Civil Code Arts. 200-204)."""

from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import CIVIL_CODE

roll_for_authority = Reading(
    name="clock.roll_authority",
    cite=Cite(CIVIL_CODE, 203, 1),
    asks=Text(
        "Does an authority's period that ends on a rest day move to the next working day?",
        "行政机关的期限末日为法定休假日的，是否顺延？",
    ),
    why=Text(
        "the rule is written for private parties and serves whoever must act; the last working day before is always safe",
        "该规则为民事期间而设，有利于行为人；休假日前的最后工作日总是稳妥的",
    ),
    options={
        "rolls": Text("yes; the safe day is shown beside it", "顺延，同时显示稳妥日期"),
        "fixed": Text("no", "不顺延"),
    },
    default="rolls",
)
day_ends_online = Reading(
    name="clock.day_ends",
    cite=Cite(CIVIL_CODE, 203, 2),
    asks=Text("When does the last day end for filings made online?", "网上办理的，期间末日于何时届满？"),
    why=Text(
        "the last day ends at midnight, or when business closes where there are business hours; an online desk has none",
        "末日截止于二十四时，有业务时间的截止于停止业务活动之时；网上受理无业务时间",
    ),
    options={
        "midnight": Text("at 24:00 Beijing time", "北京时间二十四时"),
        "office_hours": Text("when the office closes", "办公时间结束时"),
    },
    default="midnight",
    policy=True,
)
protect_reliance = Reading(
    name="calendar.protect_reliance",
    cite=Cite(CIVIL_CODE, 203, 1),
    asks=Text(
        "If the year's calendar is announced later and moves a date, does the earlier shown later date still protect?",
        "年度放假安排公布后期限提前的，此前显示的较晚日期是否仍受保护？",
    ),
    why=Text(
        "dates in years not yet announced are estimates; whoever relied on one should not be late by it",
        "尚未公布安排的年度只能预估日期，信赖该日期者不应因此逾期",
    ),
    options={"yes": Text("yes", "受保护"), "no": Text("no", "不受保护")},
    default="yes",
    policy=True,
)
