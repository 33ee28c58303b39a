"""Security review, interviews, investigation, penalties and their aftermath (Articles 51-54, 59, 61-66)."""

from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import LITIGATION_LAW, MODEL_LAW, PENALTY_LAW, RECONSIDERATION_LAW

security_review_filed = Event(
    says=Text("the materials for security review are received", "收到安全审查申报材料"),
    cite=Cite(MODEL_LAW, 52, 1),
)
security_review_begun = Event(
    says=Text("the party is told in writing that a review is needed", "书面通知需要进行安全审查"),
    cite=Cite(MODEL_LAW, 52, 1),
)
special_review_begun = Event(
    says=Text("the special review procedure starts", "启动特别审查程序"), cite=Cite(MODEL_LAW, 52, 1)
)
interview_notified = Event(
    says=Text("the notice of interview is served", "送达约谈通知"), cite=Cite(MODEL_LAW, 54, 1), repeats=True
)
interview_held = Event(
    says=Text("the interview is held", "实施约谈"), cite=Cite(MODEL_LAW, 54, 1), repeats=True
)
interview_measures_completed = Event(
    says=Text("the measures required in the interview are completed", "完成约谈所要求的措施"),
    cite=Cite(MODEL_LAW, 54, 1),
    repeats=True,
    follows=interview_held,
)
violation_ended = Event(
    says=Text(
        "the violation ends (a continuing one: its last day)", "违法行为终了（连续、继续状态的，自终了之日）"
    ),
    cite=Cite(PENALTY_LAW, 36, 2),
)
violation_discovered = Event(
    says=Text("the authority discovers the violation", "主管机关发现违法行为"), cite=Cite(PENALTY_LAW, 36, 1)
)
case_opened = Event(says=Text("the case is opened", "立案"), cite=Cite(PENALTY_LAW, 54, 2))
case_closed = Event(
    says=Text("the case is closed without a penalty", "不予处罚结案"), cite=Cite(PENALTY_LAW, 57, 1)
)
evidence_preserved = Event(
    says=Text("evidence is registered and preserved", "先行登记保存证据"),
    cite=Cite(PENALTY_LAW, 56),
    repeats=True,
)
correction_ordered = Event(
    says=Text("the order to correct is served", "送达责令改正通知书"), cite=Cite(MODEL_LAW, 61, 1)
)
correction_due = Event(
    says=Text("the period for correction ends", "责令改正期限届满"), cite=Cite(MODEL_LAW, 61, 1), planned=True
)
intended_penalty_told = Event(
    says=Text("the party is told of the intended penalty and its rights", "告知拟处罚内容及当事人权利"),
    cite=Cite(PENALTY_LAW, 44),
    repeats=True,
)
defence_made = Event(
    says=Text("the party states its case and defends itself", "当事人陈述、申辩"),
    cite=Cite(PENALTY_LAW, 45, 1),
    repeats=True,
)
defence_waived = Event(
    says=Text("the party has nothing (more) to say", "当事人表示不再陈述、申辩"),
    cite=Cite(PENALTY_LAW, 45, 1),
    repeats=True,
)
defence_reviewed = Event(
    says=Text("statement and defence are reviewed", "复核陈述、申辩"),
    cite=Cite(PENALTY_LAW, 45, 1),
    repeats=True,
    follows=defence_made,
)
hearing_offered = Event(
    says=Text(
        "the notice of intended penalty and of the right to a hearing is served",
        "送达行政处罚事先告知书（含听证权利）",
    ),
    cite=Cite(PENALTY_LAW, 64, 1, "1"),
)
hearing_requested = Event(
    says=Text("the party asks for a hearing", "当事人申请听证"), cite=Cite(PENALTY_LAW, 64, 1, "1")
)
hearing_waived = Event(
    says=Text("the hearing is waived", "当事人放弃听证"), cite=Cite(PENALTY_LAW, 64, 1, "1"), repeats=True
)
hearing_notified = Event(
    says=Text("time and place of the hearing are notified", "通知听证时间、地点"),
    cite=Cite(PENALTY_LAW, 64, 1, "2"),
)
hearing_held = Event(
    says=Text("the hearing is held", "举行听证"), cite=Cite(PENALTY_LAW, 64, 1, "2"), planned=True
)
penalty_decided = Event(
    says=Text("the penalty is decided", "作出行政处罚决定"), cite=Cite(PENALTY_LAW, 57), planned=True
)
penalty_served = Event(
    says=Text("the decision is served", "送达行政处罚决定书"), cite=Cite(PENALTY_LAW, 61), planned=True
)
fine_paid = Event(says=Text("the fine is paid", "缴纳罚款"), cite=Cite(PENALTY_LAW, 67, 3))
penalty_published = Event(
    says=Text("the decision is published", "公开行政处罚决定"), cite=Cite(PENALTY_LAW, 48), repeats=True
)
penalty_overturned = Event(
    says=Text(
        "a published decision is changed, annulled or found unlawful",
        "公开的处罚决定被变更、撤销或者确认违法",
    ),
    cite=Cite(PENALTY_LAW, 48, 2),
    repeats=True,
)
publication_withdrawn = Event(
    says=Text("the published decision is withdrawn with the reasons", "撤回公开信息并说明理由"),
    cite=Cite(PENALTY_LAW, 48, 2),
    repeats=True,
)
countermeasure_taken = Event(
    says=Text("a measure against a foreign actor is decided", "决定对境外主体采取措施"),
    cite=Cite(MODEL_LAW, 59),
    repeats=True,
)
countermeasure_announced = Event(
    says=Text("the countermeasure is announced", "公告反制措施"), cite=Cite(MODEL_LAW, 59), repeats=True
)
compensation_claimed = Event(
    says=Text("someone claims compensation for damage", "受害人主张损害赔偿"),
    cite=Cite(MODEL_LAW, 65, 1),
    repeats=True,
)
public_interest_suit_announced = Event(
    says=Text("a civil public-interest suit is announced", "发布民事公益诉讼诉前公告"),
    cite=Cite(MODEL_LAW, 67),
    repeats=True,
)
procuratorial_suggestion_received = Event(
    says=Text("a procuratorial suggestion is received", "收到检察建议书"),
    cite=Cite(MODEL_LAW, 67),
    repeats=True,
)
urgent_procuratorial_suggestion_received = Event(
    says=Text("an urgent procuratorial suggestion is received", "收到紧急情形的检察建议书"),
    cite=Cite(MODEL_LAW, 67),
    repeats=True,
)
procuratorial_suggestion_answered = Event(
    says=Text("the procuratorial suggestion is answered", "书面回复检察建议"),
    cite=Cite(MODEL_LAW, 67),
    repeats=True,
)
act_known = Event(
    says=Text("the party knew or should have known of the act", "知道或者应当知道行政行为"),
    cite=Cite(RECONSIDERATION_LAW, 20, 1),
)
remedies_known = Event(
    says=Text("the party knew or should have known of its remedies", "知道或者应当知道救济权利、机关和期限"),
    cite=Cite(RECONSIDERATION_LAW, 20, 3),
)
act_done = Event(says=Text("the act is done", "作出行政行为"), cite=Cite(RECONSIDERATION_LAW, 21))
reconsideration_applied = Event(
    says=Text("the application for reconsideration is received", "收到行政复议申请"),
    cite=Cite(RECONSIDERATION_LAW, 30),
)
reconsideration_supplement_asked = Event(
    says=Text("the notice to supplement the application is received", "收到补正通知"),
    cite=Cite(RECONSIDERATION_LAW, 31),
)
reconsideration_accepted = Event(
    says=Text("the application for reconsideration is accepted", "受理行政复议申请"),
    cite=Cite(RECONSIDERATION_LAW, 62),
)
reconsideration_served = Event(
    says=Text("the reconsideration decision is received", "收到行政复议决定书"), cite=Cite(LITIGATION_LAW, 45)
)
reconsideration_lapsed = Event(
    says=Text("the reconsideration period ends without a decision", "复议期满未作决定"),
    cite=Cite(LITIGATION_LAW, 45),
)
performance_asked = Event(
    says=Text("the authority is asked to perform a statutory duty", "申请主管机关履行法定职责"),
    cite=Cite(LITIGATION_LAW, 47),
)
