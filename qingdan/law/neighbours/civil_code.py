"""Civil Code Arts. 200-204, counting time. Fills every gap the Model Law leaves about periods."""

from qingdan.law.grammar.rules import Definition
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.readings import periods
from qingdan.law.statutes import CIVIL_CODE

units_of_time = Definition(
    cite=Cite(CIVIL_CODE, 200),
    term=Text("units of time", "期间的计算单位"),
    means=Text("years, months, days and hours of the Gregorian calendar", "按照公历年、月、日、小时计算"),
)
start_of_period = Definition(
    cite=Cite(CIVIL_CODE, 201, 1),
    term=Text("start of a period in days, months or years", "按年、月、日计算的期间起算"),
    means=Text(
        "the day it starts from is not counted; counting begins the next day",
        "开始的当日不计入，自下一日开始计算",
    ),
)
start_in_hours = Definition(
    cite=Cite(CIVIL_CODE, 201, 2),
    term=Text("start of a period in hours", "按小时计算的期间起算"),
    means=Text(
        "it runs from the time the law or the parties state, through nights and rest days",
        "自法律规定或者当事人约定的时间起算，夜间和休假日不中断",
    ),
)
end_of_months_and_years = Definition(
    cite=Cite(CIVIL_CODE, 202),
    term=Text("end of a period in months or years", "按年、月计算的期间届满"),
    means=Text(
        "the corresponding day of the last month; without one, the last day of that month",
        "到期月的对应日为最后一日；没有对应日的，月末日为最后一日",
    ),
)
last_day_of_rest = Definition(
    cite=Cite(CIVIL_CODE, 203, 1),
    term=Text("last day that is a rest day", "末日为法定休假日"),
    means=Text(
        "the day after the rest period is the last day; weekends moved to working days count as working days",
        "以法定休假日结束的次日为最后一日；调休上班的周末为工作日",
    ),
    readings=(periods.roll_for_authority, periods.protect_reliance),
)
end_of_last_day = Definition(
    cite=Cite(CIVIL_CODE, 203, 2),
    term=Text("end of the last day", "最后一日的截止时间"),
    means=Text(
        "24:00, or where there are business hours, when business closes",
        "二十四时；有业务时间的，停止业务活动的时间",
    ),
    readings=(periods.day_ends_online,),
)
other_ways_of_counting = Definition(
    cite=Cite(CIVIL_CODE, 204),
    term=Text("other ways of counting", "期间计算的例外"),
    means=Text(
        "whatever a law or the parties provide instead", "法律另有规定或者当事人另有约定的，从其规定或者约定"
    ),
    note=Text(
        "Nothing is said of periods counted backward; they never move later.",
        "倒计期间法无规定，一律不向后顺延。",
    ),
)
