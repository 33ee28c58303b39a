"""Tests, assessments, reviews, audits, requests and reports, to the end of a service (Articles 32-50)."""

from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW

safety_tested = Event(
    says=Text("a safety test is completed", "完成安全测试"), cite=Cite(MODEL_LAW, 32, 1), repeats=True
)
safety_retested = Event(
    says=Text("the changed product passes a safety test", "重大变化后完成安全测试"),
    cite=Cite(MODEL_LAW, 32, 1),
    repeats=True,
)
best_practices_released = Event(
    says=Text("best practices for safe use are released", "发布安全最佳实践"), cite=Cite(MODEL_LAW, 32, 2)
)
users_informed_before_use = Event(
    says=Text("the information due to users is in place", "使用前告知事项已到位"), cite=Cite(MODEL_LAW, 34, 3)
)
explanation_requested = Event(
    says=Text("someone asks for an explanation", "收到解释请求"), cite=Cite(MODEL_LAW, 35), repeats=True
)
explanation_given = Event(
    says=Text("the explanation is given", "作出解释"), cite=Cite(MODEL_LAW, 35), repeats=True
)
explanation_complained_of = Event(
    says=Text("someone complains about an explanation", "收到对解释的投诉"),
    cite=Cite(MODEL_LAW, 35),
    repeats=True,
)
explanation_complaint_answered = Event(
    says=Text("the complaint about an explanation is answered", "答复对解释的投诉"),
    cite=Cite(MODEL_LAW, 35),
    repeats=True,
)
risk_assessed = Event(
    says=Text("the risks of the product are assessed", "完成产品、服务风险评估"),
    cite=Cite(MODEL_LAW, 37),
    repeats=True,
)
risk_record_closed = Event(
    says=Text("a risk record is closed", "风险记录办结"), cite=Cite(MODEL_LAW, 37), repeats=True
)
security_assessed = Event(
    says=Text("a security assessment is completed", "完成安全评估"), cite=Cite(MODEL_LAW, 38), repeats=True
)
security_reassessed = Event(
    says=Text("the changed product is assessed for security", "重大变化后完成安全评估"),
    cite=Cite(MODEL_LAW, 38),
    repeats=True,
)
ethics_reviewed = Event(
    says=Text("the ethics committee approves", "科技伦理审查通过"), cite=Cite(MODEL_LAW, 39), repeats=True
)
ethics_rereviewed = Event(
    says=Text("the ethics committee approves the change", "重大变化通过科技伦理审查"),
    cite=Cite(MODEL_LAW, 39),
    repeats=True,
)
representative_reported = Event(
    says=Text("the domestic institution or representative is reported", "报送境内专门机构或者代表信息"),
    cite=Cite(MODEL_LAW, 40),
    repeats=True,
)
representative_changed = Event(
    says=Text("the representative or its contact details change", "境内代表或者其联系方式变更"),
    cite=Cite(MODEL_LAW, 40),
    repeats=True,
)
representative_updated = Event(
    says=Text("the change of representative is reported", "报送境内代表变更信息"),
    cite=Cite(MODEL_LAW, 40),
    repeats=True,
)
representative_accepted = Event(
    says=Text("the representative accepts the mandate", "境内代表接受委托"),
    cite=Cite(MODEL_LAW, 40),
    repeats=True,
)
representative_report_ended = Event(
    says=Text("the report of a representative ends without a record", "境内代表报送未予登记而终结"),
    cite=Cite(MODEL_LAW, 40),
    repeats=True,
)
representative_recorded = Event(
    says=Text("the authority records the representative reported", "主管机关登记所报送的境内代表"),
    cite=Cite(MODEL_LAW, 40),
    repeats=True,
)
model_risk_assessed = Event(
    says=Text("the foundation model's risk assessment is completed", "完成基础模型风险评估"),
    cite=Cite(MODEL_LAW, 42, 1, "1"),
    repeats=True,
)
serious_misuse_found = Event(
    says=Text(
        "a customer of the foundation model is found to violate the law seriously",
        "发现基础模型使用方严重违法",
    ),
    cite=Cite(MODEL_LAW, 42, 1, "6"),
    repeats=True,
)
misuse_stopped = Event(
    says=Text("service to the violator is discontinued or restricted", "停止或者限制向违法者提供服务"),
    cite=Cite(MODEL_LAW, 42, 1, "6"),
    repeats=True,
)
social_report_published = Event(
    says=Text("the social responsibility report is published", "发布社会责任报告"),
    cite=Cite(MODEL_LAW, 42, 1, "8"),
    repeats=True,
)
audit_completed = Event(
    says=Text("a compliance audit is completed", "完成合规审计"), cite=Cite(MODEL_LAW, 46), repeats=True
)
log_written = Event(
    says=Text("a log entry is written", "生成日志"), cite=Cite(MODEL_LAW, 47, 1, "b"), repeats=True
)
staff_trained = Event(
    says=Text("staff are trained", "完成从业人员教育培训"), cite=Cite(MODEL_LAW, 47, 1, "c"), repeats=True
)
termination_plan_published = Event(
    says=Text("the termination plan and users' rights are published", "公示终止方案和使用者权利"),
    cite=Cite(MODEL_LAW, 48, 1, "a"),
)
personal_information_deleted = Event(
    says=Text("users' personal information is deleted", "删除用户个人信息"), cite=Cite(MODEL_LAW, 48, 1, "b")
)
data_and_models_disposed_of = Event(
    says=Text("data and models are dealt with", "完成数据和模型处置"), cite=Cite(MODEL_LAW, 48, 1, "b")
)
termination_notified = Event(
    says=Text("the authority is notified of the termination", "将终止事项通知主管机关"),
    cite=Cite(MODEL_LAW, 49, 1),
)
licence_handed_back = Event(
    says=Text("the licence is returned to the authority that gave it", "向原许可机关交回许可证"),
    cite=Cite(MODEL_LAW, 49, 1),
)
