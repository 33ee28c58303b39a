"""Article 38, security assessment "in accordance with national regulations".

What an assessment must reach for generative services is in the profile ``cn-generative-safety``.
"""

from qingdan.law.events import governance, service
from qingdan.law.grammar.periods import Before, Retention
from qingdan.law.grammar.rules import Article, Duty, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a32_safety import is_developer_or_provider
from qingdan.law.readings import duties
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=38,
    title=Text("Security assessment", "安全评估"),
    gloss=Text(
        "Developers and providers assess security as national regulations lay down.",
        "研发者、提供者应当依照国家有关规定开展安全评估。",
    ),
)
_REPORT = (
    Text("assessment report with scope, tests, findings and remedies", "评估报告（范围、测试、发现、整改）"),
)
_KEPT = Retention(
    amount=duties.retention_documents_years,
    unit=Unit.YEAR,
    after=(governance.security_assessed, service.service_ended),  # reassessments come before the end
    cite=Cite(MODEL_LAW, 38),
)

assess_security = Duty(
    cite=Cite(MODEL_LAW, 38),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=is_developer_or_provider,
    must=Text("Complete a security assessment before the product is provided", "提供前完成安全评估"),
    within=Before(event=service.service_started),
    done_by=governance.security_assessed,
    evidence=_REPORT,
    keeps=_KEPT,
    readings=(duties.retention_documents_years,),
)
reassess_security = Duty(
    cite=Cite(MODEL_LAW, 38),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=is_developer_or_provider,
    must=Text("Assess security again before a material change", "重大变化前重新开展安全评估"),
    within=Before(event=service.material_change),
    done_by=governance.security_reassessed,
    evidence=_REPORT,
    keeps=_KEPT,
    readings=(duties.retention_documents_years,),
)
