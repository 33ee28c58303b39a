"""Administrative Litigation Law: until when a court may be seized (Arts. 45-47). Final acts are excluded (13(4))."""

from qingdan.law.events import enforcement as events
from qingdan.law.grammar.periods import Period
from qingdan.law.grammar.rules import Role, Term
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.statutes import LITIGATION_LAW

_TOO_LATE = Text("the suit becomes inadmissible", "超过起诉期限，不予立案")

suit_after_reconsideration = Term(
    cite=Cite(LITIGATION_LAW, 45),
    binds=Role.ANYONE,
    says=Text(
        "Sue within fifteen days of receiving the reconsideration decision",
        "收到复议决定书之日起十五日内起诉",
    ),
    period=Period(amount=15, unit=Unit.DAY, after=events.reconsideration_served),
    on_lapse=_TOO_LATE,
)
suit_after_silence = Term(
    cite=Cite(LITIGATION_LAW, 45),
    binds=Role.ANYONE,
    says=Text(
        "No decision in time: sue within fifteen days of the end of the period",
        "逾期不作复议决定的，自期满之日起十五日内起诉",
    ),
    period=Period(amount=15, unit=Unit.DAY, after=events.reconsideration_lapsed),
    on_lapse=_TOO_LATE,
)
direct_suit = Term(
    cite=Cite(LITIGATION_LAW, 46, 1),
    binds=Role.ANYONE,
    says=Text("Sue directly within six months of knowing of the act", "自知道行政行为之日起六个月内直接起诉"),
    period=Period(amount=6, unit=Unit.MONTH, after=events.act_known),
    on_lapse=_TOO_LATE,
)
direct_suit_outer = Term(
    cite=Cite(LITIGATION_LAW, 46, 2),
    binds=Role.ANYONE,
    says=Text("In any case within five years of the act", "自行政行为作出之日起最长五年"),
    period=Period(amount=5, unit=Unit.YEAR, after=events.act_done),
    on_lapse=_TOO_LATE,
)
inaction = Term(
    cite=Cite(LITIGATION_LAW, 47, 1),
    binds=Role.AUTHORITY,
    says=Text("Perform the duty asked for within two months", "接到申请之日起两个月内履行法定职责"),
    period=Period(amount=2, unit=Unit.MONTH, after=events.performance_asked),
    on_lapse=Text("the applicant may seek redress for inaction", "申请人可就不作为寻求救济"),
)
