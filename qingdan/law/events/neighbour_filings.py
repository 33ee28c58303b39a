"""Steps that neighbouring rules ask for: ethics committee, algorithm filing, personal information."""

from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import ALGORITHM_PROVISIONS, ETHICS_REVIEW_MEASURES, PIPL

ethics_review_accepted = Event(
    says=Text("the ethics committee accepts the application", "科技伦理（审查）委员会受理申请"),
    cite=Cite(ETHICS_REVIEW_MEASURES, 10),
    repeats=True,
)
ethics_emergency_accepted = Event(
    says=Text("the ethics committee accepts an emergency application", "委员会受理应急审查申请"),
    cite=Cite(ETHICS_REVIEW_MEASURES, 10),
    repeats=True,
    timed=True,
)
ethics_emergency_decided = Event(
    says=Text("the emergency ethics review is completed", "完成科技伦理应急审查"),
    cite=Cite(ETHICS_REVIEW_MEASURES, 10),
    repeats=True,
    timed=True,
)
ethics_followed_up = Event(
    says=Text("the ethics committee has followed up", "完成科技伦理跟踪审查"),
    cite=Cite(ETHICS_REVIEW_MEASURES, 19),
    repeats=True,
)
ethics_sent_to_experts = Event(
    says=Text("the review is sent to the expert group", "提交专家复核"),
    cite=Cite(ETHICS_REVIEW_MEASURES, 25),
    repeats=True,
)
ethics_expert_opinion_given = Event(
    says=Text("the expert group gives its opinion", "专家复核组作出复核意见"),
    cite=Cite(ETHICS_REVIEW_MEASURES, 25),
    repeats=True,
)
ethics_report_filed = Event(
    says=Text("the yearly ethics report is filed", "提交科技伦理年度报告"),
    cite=Cite(ETHICS_REVIEW_MEASURES, 43),
    repeats=True,
)
algorithm_filed = Event(
    says=Text("the algorithm is filed with the cyberspace administration", "履行算法备案手续"),
    cite=Cite(ALGORITHM_PROVISIONS, 24, 1),
)
algorithm_filing_changed = Event(
    says=Text("filed information on the algorithm changes", "算法备案信息变更"),
    cite=Cite(ALGORITHM_PROVISIONS, 24, 2),
    repeats=True,
)
algorithm_filing_updated = Event(
    says=Text("the algorithm filing is updated", "办理算法备案变更"),
    cite=Cite(ALGORITHM_PROVISIONS, 24, 2),
    repeats=True,
)
algorithm_deregistered = Event(
    says=Text("the algorithm filing is cancelled", "办结算法备案注销"), cite=Cite(ALGORITHM_PROVISIONS, 24, 3)
)
impact_assessed = Event(
    says=Text("the personal information impact assessment is completed", "完成个人信息保护影响评估"),
    cite=Cite(PIPL, 55),
    repeats=True,
)
information_leaked = Event(
    says=Text("personal information is leaked, altered or lost", "发生或者可能发生个人信息泄露、篡改、丢失"),
    cite=Cite(PIPL, 57),
    repeats=True,
    timed=True,
)
leak_notified = Event(
    says=Text("authority and individuals are told of the leak", "就个人信息泄露通知主管部门和个人"),
    cite=Cite(PIPL, 57),
    repeats=True,
    timed=True,
)
