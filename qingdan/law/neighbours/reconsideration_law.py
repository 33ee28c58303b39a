"""Administrative Reconsideration Law (2023): who may ask until when, and what the reconsideration body owes.

Periods of 3, 5, 7 and 10 days are working days (Art. 88). Acts of a State Council body are reconsidered by that
body itself; after that a court, or the State Council for a final ruling (Arts. 25, 26).
"""

from qingdan.law.events import enforcement as events
from qingdan.law.grammar.periods import Period
from qingdan.law.grammar.rules import Role, Term
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.statutes import RECONSIDERATION_LAW

_INADMISSIBLE = Text("the application becomes inadmissible", "复议申请不予受理")
_LATE = Text("the party may complain to the superior, or sue", "申请人可向上级反映或者起诉")

reconsideration_application = Term(
    cite=Cite(RECONSIDERATION_LAW, 20, 1),
    binds=Role.ANYONE,
    says=Text("Apply within 60 days of knowing of the act", "自知道行政行为之日起六十日内申请复议"),
    period=Period(amount=60, unit=Unit.DAY, after=events.act_known),
    on_lapse=_INADMISSIBLE,
    stopped_by=(events.reconsideration_applied,),
)
reconsideration_application_untold = Term(
    cite=Cite(RECONSIDERATION_LAW, 20, 3),
    binds=Role.ANYONE,
    says=Text(
        "Not told of remedies: within 60 days of learning of them",
        "未告知救济权利的，自知道权利之日起六十日内申请",
    ),
    period=Period(amount=60, unit=Unit.DAY, after=events.remedies_known),
    on_lapse=_INADMISSIBLE,
    stopped_by=(events.reconsideration_applied,),
)
reconsideration_year = Term(
    cite=Cite(RECONSIDERATION_LAW, 20, 3),
    binds=Role.ANYONE,
    says=Text(
        "Not told of remedies: at most one year from knowing of the act",
        "未告知救济权利的，最长不超过知道行为内容之日起一年",
    ),
    period=Period(amount=1, unit=Unit.YEAR, after=events.act_known),
    on_lapse=_INADMISSIBLE,
    stopped_by=(events.reconsideration_applied,),
)
reconsideration_outer = Term(
    cite=Cite(RECONSIDERATION_LAW, 21),
    binds=Role.ANYONE,
    says=Text("In any case within five years of the act", "自行政行为作出之日起最长五年"),
    period=Period(amount=5, unit=Unit.YEAR, after=events.act_done),
    on_lapse=_INADMISSIBLE,
    stopped_by=(events.reconsideration_applied,),
)
reconsideration_intake = Term(
    cite=Cite(RECONSIDERATION_LAW, 30),
    binds=Role.AUTHORITY,
    says=Text("Examine the application within five working days", "五个工作日内审查并决定是否受理"),
    period=Period(amount=5, unit=Unit.WORKING_DAY, after=events.reconsideration_applied),
    on_lapse=Text("the application counts as accepted", "视为受理"),
    stopped_by=(events.reconsideration_accepted,),
)
reconsideration_supplement = Term(
    cite=Cite(RECONSIDERATION_LAW, 31),
    binds=Role.APPLICANT,
    says=Text("Supplement the application within ten working days", "十个工作日内补正申请材料"),
    period=Period(amount=10, unit=Unit.WORKING_DAY, after=events.reconsideration_supplement_asked),
    on_lapse=Text(
        "without good reason, the application counts as given up", "无正当理由逾期的，视为放弃申请"
    ),
)
reconsideration_decision = Term(
    cite=Cite(RECONSIDERATION_LAW, 62, 1),
    binds=Role.AUTHORITY,
    says=Text("Decide within 60 days of acceptance", "自受理之日起六十日内作出复议决定"),
    period=Period(amount=60, unit=Unit.DAY, after=events.reconsideration_accepted),
    on_lapse=_LATE,
    stopped_by=(events.reconsideration_served,),
)
reconsideration_extension = Term(
    cite=Cite(RECONSIDERATION_LAW, 62, 1),
    binds=Role.AUTHORITY,
    says=Text(
        "A complex case: up to 30 days more, told in writing", "情况复杂的，经批准可延长至多三十日并书面告知"
    ),
    period=Period(amount=30, unit=Unit.DAY, after=events.reconsideration_accepted),
    on_lapse=_LATE,
    extends=reconsideration_decision,
)
reconsideration_simplified = Term(
    cite=Cite(RECONSIDERATION_LAW, 62, 2),
    binds=Role.AUTHORITY,
    says=Text("In the simplified procedure decide within 30 days", "适用简易程序的，三十日内作出复议决定"),
    period=Period(amount=30, unit=Unit.DAY, after=events.reconsideration_accepted),
    on_lapse=_LATE,
    stopped_by=(events.reconsideration_served,),
)
