"""Article 50, what providers of listed products owe on top of Articles 32 to 48: a human can always step in."""

from qingdan.law.events import service
from qingdan.law.grammar.periods import Retention
from qingdan.law.grammar.rules import Article, Duty, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a49_return import is_listed_provider
from qingdan.law.readings import duties
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=50,
    title=Text("Providers on the Negative List", "负面清单内提供者的强化义务"),
    gloss=Text(
        "Providers of listed products also assess security, keep technical documentation, manage quality over the lifecycle, and see to it "
        "that a human can intervene or take over at any time.",
        "负面清单内的提供者还应当开展安全评估、编制保存技术文档、建立运行全生命周期质量管理体系，并确保人工可随时干预、接管。",
    ),
)

assess_operational_security = Duty(
    cite=Cite(MODEL_LAW, 50, 1, "a"),
    bearer=Role.PROVIDER,
    when=is_listed_provider,
    must=Text("Assess security so that operation is secure and robust", "开展安全评估，确保安全稳健运行"),
    evidence=(Text("security assessments in operation", "运行阶段安全评估报告"),),
)
document_listed_system = Duty(
    cite=Cite(MODEL_LAW, 50, 1, "b"),
    bearer=Role.PROVIDER,
    when=is_listed_provider,
    must=Text(
        "Draw up and keep technical documentation that shows compliance",
        "编制并保存证明符合清单内要求的技术文档",
    ),
    evidence=(Text("technical documentation by version", "各版本技术文档"),),
    keeps=Retention(
        amount=duties.retention_documents_years,
        unit=Unit.YEAR,
        after=(service.service_ended,),
        cite=Cite(MODEL_LAW, 50, 1, "b"),
    ),
    readings=(duties.retention_documents_years,),
)
manage_lifecycle_quality = Duty(
    cite=Cite(MODEL_LAW, 50, 1, "c"),
    bearer=Role.PROVIDER,
    when=is_listed_provider,
    must=Text("Run a quality management system over the whole lifecycle", "建立运行全生命周期质量管理体系"),
    evidence=(Text("quality manual and review records", "质量手册和评审记录"),),
)
keep_human_control = Duty(
    cite=Cite(MODEL_LAW, 50, 1, "d"),
    bearer=Role.PROVIDER,
    when=is_listed_provider,
    must=Text(
        "See to it that a human can intervene or take over at any time of autonomous operation",
        "确保自主运行过程中人工可以随时干预、接管",
    ),
    evidence=(
        Text("design of the intervention, and who may use it", "干预机制设计及授权人员"),
        Text("records of drills and of real interventions", "演练和实际干预记录"),
    ),
)
meet_other_listed_provision_duties = Duty(
    cite=Cite(MODEL_LAW, 50, 1, "e"),
    bearer=Role.PROVIDER,
    when=is_listed_provider,
    must=Text(
        "Meet what other laws and administrative regulations require", "履行法律、行政法规规定的其他义务"
    ),
)
