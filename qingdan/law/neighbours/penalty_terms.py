"""Administrative Penalty Law, periods. Those of 2, 3, 5 and 7 days are working days (Art. 85), the rest calendar days."""

from qingdan.law.events import enforcement as events
from qingdan.law.grammar.conditions import ALWAYS
from qingdan.law.grammar.periods import AtOnce, Period
from qingdan.law.grammar.rules import Duty, Role, Term
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.readings import liability
from qingdan.law.statutes import PENALTY_LAW

SURCHARGE_PERCENT_A_DAY = 3  # Art. 72(1)(1); at most the fine itself, and none while redress runs (73(3))

time_bar = Term(
    cite=Cite(PENALTY_LAW, 36, 1),
    binds=Role.AUTHORITY,
    says=Text("Discover the violation within two years of its end", "自违法行为终了之日起二年内发现"),
    period=Period(amount=2, unit=Unit.YEAR, after=events.violation_ended, roll=False),
    on_lapse=Text("no penalty may be imposed", "不再给予行政处罚"),
)
time_bar_grave = Term(
    cite=Cite(PENALTY_LAW, 36, 1),
    binds=Role.AUTHORITY,
    says=Text(
        "Within five years where life, health or financial security was harmed",
        "涉及公民生命健康安全、金融安全且有危害后果的，五年内发现",
    ),
    period=Period(amount=5, unit=Unit.YEAR, after=events.violation_ended, roll=False),
    on_lapse=Text("no penalty may be imposed", "不再给予行政处罚"),
)
case_decision = Term(
    cite=Cite(PENALTY_LAW, 60),
    binds=Role.AUTHORITY,
    says=Text("Decide within 90 days of opening the case", "自立案之日起九十日内作出处罚决定"),
    period=Period(amount=90, unit=Unit.DAY, after=events.case_opened),
    on_lapse=Text("a late decision is unlawful; nothing is deemed", "逾期决定违法，不产生视为决定的效果"),
    stopped_by=(events.penalty_decided, events.case_closed),
    readings=(liability.excluded_time,),
)
review_defence = Duty(
    cite=Cite(PENALTY_LAW, 45, 1),
    bearer=Role.AUTHORITY,
    when=ALWAYS,
    must=Text("Hear and review statement and defence", "充分听取并复核当事人的陈述、申辩"),
    within=AtOnce(after=events.defence_made),
    done_by=events.defence_reviewed,
    evidence=(Text("record of the review, point by point", "逐项复核记录"),),
)
evidence_hold = Term(
    cite=Cite(PENALTY_LAW, 56),
    binds=Role.AUTHORITY,
    says=Text(
        "Deal with preserved evidence within seven working days",
        "七个工作日内对先行登记保存的证据作出处理决定",
    ),
    period=Period(amount=7, unit=Unit.WORKING_DAY, after=events.evidence_preserved),
    on_lapse=Text("the preservation must be lifted", "应当解除先行登记保存"),
)
hearing_request = Term(
    cite=Cite(PENALTY_LAW, 64, 1, "1"),
    binds=Role.DEVELOPER_OR_PROVIDER,
    says=Text("Ask for a hearing within five working days of the notice", "告知后五个工作日内提出听证申请"),
    period=Period(amount=5, unit=Unit.WORKING_DAY, after=events.hearing_offered),
    on_lapse=Text("the authority may decide without a hearing", "行政机关可以不经听证作出决定"),
    stopped_by=(events.hearing_requested, events.hearing_waived),
)
hearing_notice = Term(
    cite=Cite(PENALTY_LAW, 64, 1, "2"),
    binds=Role.AUTHORITY,
    says=Text("Notify the hearing seven working days ahead", "举行听证的七个工作日前通知时间、地点"),
    period=Period(amount=7, unit=Unit.WORKING_DAY, before=events.hearing_held),
    on_lapse=Text("the hearing must be put off", "听证应当延期举行"),
    stopped_by=(events.hearing_notified,),
)
service_of_decision = Term(
    cite=Cite(PENALTY_LAW, 61),
    binds=Role.AUTHORITY,
    says=Text(
        "Serve the decision within seven working days if the party is absent",
        "当事人不在场的，七个工作日内送达决定书",
    ),
    period=Period(amount=7, unit=Unit.WORKING_DAY, after=events.penalty_decided),
    on_lapse=Text("the decision has no effect before service", "未送达的决定不发生效力"),
    stopped_by=(events.penalty_served,),
)
payment = Term(
    cite=Cite(PENALTY_LAW, 67, 3),
    binds=Role.DEVELOPER_OR_PROVIDER,
    says=Text(
        "Pay the fine within fifteen days of receiving the decision", "收到决定书之日起十五日内缴纳罚款"
    ),
    period=Period(amount=15, unit=Unit.DAY, after=events.penalty_served),
    on_lapse=Text(
        "3 percent a day may be added, up to the fine itself", "可每日加处百分之三，不超过罚款数额"
    ),
    stopped_by=(events.fine_paid,),
)
publication_correction = Term(
    cite=Cite(PENALTY_LAW, 48, 2),
    binds=Role.AUTHORITY,
    says=Text(
        "Withdraw an overturned decision from publication within three working days",
        "三个工作日内撤回被推翻决定的公开信息并说明理由",
    ),
    period=Period(amount=3, unit=Unit.WORKING_DAY, after=events.penalty_overturned),
    on_lapse=Text("the publication itself becomes unlawful", "继续公开即属违法"),
    stopped_by=(events.publication_withdrawn,),
)
