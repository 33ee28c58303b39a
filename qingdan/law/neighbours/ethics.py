"""The Ethics Review Measures, as far as Article 39 refers to them. The figures are in a profile; most are unverified.

What goes to experts a second time: models that can mobilise opinion, highly autonomous decisions
in matters of safety and health, and human-machine fusion of strong influence.
"""

from qingdan.law.events import governance, neighbour_filings
from qingdan.law.facts import conduct, product
from qingdan.law.grammar.periods import AtOnce, Every, Period, Yearly
from qingdan.law.grammar.readings import Figure
from qingdan.law.grammar.rules import Duty, Finding, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a39_ethics_review import ethics_review_required
from qingdan.law.readings import duties
from qingdan.law.statutes import ETHICS_REVIEW_MEASURES

_PROFILE = "cn-2023-ethics-review"
decision_days = Figure(profile=_PROFILE, field="decision")
follow_up_months = Figure(profile=_PROFILE, field="follow_up")
expert_days = Figure(profile=_PROFILE, field="expert_review")
emergency_hours = Figure(profile=_PROFILE, field="emergency")

decide_ethics_review = Duty(
    cite=Cite(ETHICS_REVIEW_MEASURES, 17),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=ethics_review_required,
    must=Text(
        "Have the ethics committee decide within the period from acceptance",
        "科技伦理（审查）委员会自受理起在规定期限内作出审查决定",
    ),
    within=Period(amount=decision_days, unit=Unit.DAY, after=neighbour_filings.ethics_review_accepted),
    done_by=governance.ethics_reviewed,
    evidence=(Text("minutes with attendance, and the decision", "会议记录（含到会人数）和审查决定"),),
)
decide_ethics_emergency = Duty(
    cite=Cite(ETHICS_REVIEW_MEASURES, 36),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=ethics_review_required,
    must=Text(
        "In an emergency, have the ethics committee decide within hours",
        "突发公共事件等紧急状态下，在小时时限内完成应急审查",
    ),
    within=AtOnce(
        after=neighbour_filings.ethics_emergency_accepted,
        at_latest=Period(
            amount=emergency_hours, unit=Unit.HOUR, after=neighbour_filings.ethics_emergency_accepted
        ),
    ),
    done_by=neighbour_filings.ethics_emergency_decided,
    evidence=(Text("the emergency decision with its time", "应急审查决定及时间"),),
)
follow_up_ethics = Duty(
    cite=Cite(ETHICS_REVIEW_MEASURES, 19),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=ethics_review_required,
    must=Text("Have what was approved reviewed again at the intervals laid down", "按规定间隔开展跟踪审查"),
    within=Every(
        amount=follow_up_months,
        unit=Unit.MONTH,
        first_after=governance.ethics_reviewed,
        last_done=neighbour_filings.ethics_followed_up,
    ),
    done_by=neighbour_filings.ethics_followed_up,
    evidence=(Text("follow-up review", "跟踪审查记录"),),
)
expert_review_required = Finding(
    cite=Cite(ETHICS_REVIEW_MEASURES, 25),
    says=Text("Experts must review the ethics a second time", "应当开展科技伦理专家复核"),
    denies=Text("No second review by experts is required", "无需开展专家复核"),
    when=ethics_review_required
    & (
        product.sways_public_opinion
        | (product.decides_without_human & product.affects_personal_safety)
        | conduct.fuses_human_and_machine
    ),
)
obtain_expert_opinion = Duty(
    cite=Cite(ETHICS_REVIEW_MEASURES, 25),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=expert_review_required,
    must=Text("Obtain the expert group's opinion", "取得专家复核组复核意见"),
    within=Period(amount=expert_days, unit=Unit.DAY, after=neighbour_filings.ethics_sent_to_experts),
    done_by=neighbour_filings.ethics_expert_opinion_given,
    evidence=(Text("the expert opinion", "专家复核意见"),),
)
file_ethics_report = Duty(
    cite=Cite(ETHICS_REVIEW_MEASURES, 43),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=ethics_review_required,
    must=Text("File the ethics committee's yearly report", "提交科技伦理（审查）委员会年度工作报告"),
    within=Yearly(
        monthday=duties.ethics_report_monthday,
        first_after=governance.ethics_reviewed,
        last_done=neighbour_filings.ethics_report_filed,
    ),
    done_by=neighbour_filings.ethics_report_filed,
    evidence=(Text("receipt of the report", "报送回执"),),
    readings=(duties.ethics_report_monthday,),
)
