"""Article 46, a compliance audit at least every two years. The first is due two years after the start."""

from qingdan.law.events import governance, service
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.periods import Before, Every, Retention
from qingdan.law.grammar.rules import Article, Duty, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a71_definitions import is_provider
from qingdan.law.readings import duties, lifecycle
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=46,
    title=Text("Compliance audit", "审计义务"),
    gloss=Text(
        "At least every two years providers audit input data, models and output data, and whether the product complies with the law.",
        "提供者应当至少每二年开展一次审计，核验输入数据、算法模型和输出数据的合规性，审查评估产品、服务是否遵守法律、行政法规。",
    ),
)
_KEPT = Retention(
    amount=duties.retention_documents_years,
    unit=Unit.YEAR,
    after=(governance.audit_completed,),
    cite=Cite(MODEL_LAW, 46),
)
_REPORT = (Text("audit report: scope, samples, findings, remedies", "审计报告（范围、抽样、发现、整改）"),)

audit_compliance = Duty(
    cite=Cite(MODEL_LAW, 46),
    bearer=Role.PROVIDER,
    when=is_provider,
    must=Text("Audit compliance at least once every two years", "至少每二年开展一次合规审计"),
    within=Every(
        amount=24, unit=Unit.MONTH, first_after=service.service_started, last_done=governance.audit_completed
    ),
    done_by=governance.audit_completed,
    evidence=_REPORT,
    keeps=_KEPT,
    readings=(lifecycle.audit_first_due, lifecycle.audit_auditor, duties.retention_documents_years),
)
audit_before_start = Duty(
    cite=Cite(MODEL_LAW, 46),
    bearer=Role.PROVIDER,
    when=is_provider & taking(lifecycle.audit_first_due, "before_start"),
    must=Text("Audit compliance before the service starts", "开始提供服务前开展合规审计"),
    within=Before(event=service.service_started),
    done_by=governance.audit_completed,
    evidence=_REPORT,
    keeps=_KEPT,
    readings=(lifecycle.audit_first_due,),
)
audit_by_outsider = Duty(
    cite=Cite(MODEL_LAW, 46),
    bearer=Role.PROVIDER,
    when=is_provider & taking(lifecycle.audit_auditor, "external_only"),
    must=Text("Have each audit done by a professional body", "每次审计均委托专业机构开展"),
    evidence=(Text("engagement letter and report of that body", "委托书和专业机构审计报告"),),
    readings=(lifecycle.audit_auditor,),
)
