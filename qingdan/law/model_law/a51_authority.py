"""Article 51, what the national authority must do. Eight tasks, of which seven are named."""

from qingdan.law.grammar.conditions import ALWAYS
from qingdan.law.grammar.rules import Article, Duty, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=51,
    title=Text("Tasks of the national authority", "国家主管机关职责"),
    gloss=Text(
        "Educates and guides, makes rules and standards, has AI monitored and audited, watches risk and warns, keeps an emergency "
        "response, handles complaints, and investigates violations in development, provision and use alike.",
        "开展宣传教育和指导监督，制定规则和组织标准，组织监测评估审计，建立风险监测预警和应急处置机制，受理投诉举报，查处研发、提供、使用中的违法行为。",
    ),
    procedures=("complaint", "report", "emergency_response", "investigation"),
)


def _task(item: str, must: Text, *evidence: Text) -> Duty:
    return Duty(
        cite=Cite(MODEL_LAW, 51, 1, item), bearer=Role.AUTHORITY, when=ALWAYS, must=must, evidence=evidence
    )


educate_and_guide = _task(
    "1",
    Text(
        "Educate on ethics and safety; guide and supervise",
        "开展伦理与安全宣传教育，指导、监督研发、提供和使用活动",
    ),
    Text("guidance published, with dates", "已发布的指导材料及日期"),
)
make_rules_and_standards = _task(
    "2",
    Text("Make rules and guidelines; organise standards", "制定监管规则、指引，组织制定伦理、安全、管理标准"),
    Text("rules and standards published, with versions", "已发布的规则、标准及版本"),
)
organise_monitoring_and_audit = _task(
    "3",
    Text(
        "Have AI monitored, evaluated and audited; guide professional bodies",
        "组织监测、评估、审计，指导专业机构开展工作",
    ),
    Text("reports of monitoring, evaluation and audit", "监测、评估、审计报告"),
)
watch_risks_and_warn = _task(
    "4",
    Text("Run risk monitoring and early warning", "建立风险监测预警机制，获取、分析、研判风险信息并预警"),
    Text("warnings issued, with their grounds", "发布的预警及其依据"),
)
keep_emergency_response = _task(
    "5",
    Text("Keep an emergency response for safety incidents", "建立人工智能安全事件应急处置机制"),
    Text("response plan and after-action reports", "应急预案和处置总结"),
)
handle_complaints_and_reports = _task(
    "6",
    Text(
        "Receive and handle complaints and reports, on use as well",
        "受理、处理有关研发、提供、使用的投诉举报",
    ),
    Text("dated replies", "载明日期的答复"),
)
investigate_violations = _task(
    "7",
    Text("Investigate and deal with violations, in use as well", "调查处理研发、提供、使用中的违法活动"),
    Text("case files", "案卷"),
)
perform_further_tasks = _task(
    "8",
    Text("Perform what other laws and administrative regulations assign", "履行法律、行政法规规定的其他职责"),
)
