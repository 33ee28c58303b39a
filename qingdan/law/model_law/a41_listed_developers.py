"""Article 41, what developers of listed products owe on top: documents, quality, assessment, cooperation."""

from qingdan.law.events import service
from qingdan.law.facts import conduct
from qingdan.law.grammar.periods import Retention
from qingdan.law.grammar.rules import Article, Duty, Finding, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a23_two_tracks import on_negative_list
from qingdan.law.model_law.a71_definitions import is_developer
from qingdan.law.readings import duties
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=41,
    title=Text("Developers on the Negative List", "负面清单内研发者的强化义务"),
    gloss=Text(
        "Developers of listed products keep technical documentation, run quality management, assess security during development, and "
        "help providers with each.",
        "负面清单内的研发者应当编制保存技术文档、建立运行质量管理体系、在研发过程中开展安全评估，并配合提供者履行相关义务。",
    ),
)

is_listed_developer = Finding(
    cite=Cite(MODEL_LAW, 41),
    says=Text("The organisation develops a listed product", "该主体系负面清单内的研发者"),
    denies=Text("The organisation does not develop a listed product", "该主体不是负面清单内的研发者"),
    when=is_developer & on_negative_list,
)
document_development = Duty(
    cite=Cite(MODEL_LAW, 41, 1, "a"),
    bearer=Role.DEVELOPER,
    when=is_listed_developer,
    must=Text("Draw up and keep technical documentation", "编制并保存符合要求的技术文档"),
    evidence=(Text("technical documentation by version", "各版本技术文档"),),
    keeps=Retention(
        amount=duties.retention_documents_years,
        unit=Unit.YEAR,
        after=(service.service_ended,),
        cite=Cite(MODEL_LAW, 41, 1, "a"),
    ),
    readings=(duties.retention_documents_years,),
)
manage_development_quality = Duty(
    cite=Cite(MODEL_LAW, 41, 1, "b"),
    bearer=Role.DEVELOPER,
    when=is_listed_developer,
    must=Text("Run a quality management system throughout development", "在研发过程中建立运行质量管理体系"),
    evidence=(Text("quality manual and review records", "质量手册和评审记录"),),
)
assess_during_development = Duty(
    cite=Cite(MODEL_LAW, 41, 1, "c"),
    bearer=Role.DEVELOPER,
    when=is_listed_developer,
    must=Text("Assess security during development", "在研发过程中开展安全评估"),
    evidence=(Text("security assessments of each stage", "各阶段安全评估报告"),),
)
help_listed_providers = Duty(
    cite=Cite(MODEL_LAW, 41),
    bearer=Role.DEVELOPER,
    when=is_listed_developer & conduct.supplied_to_providers,
    must=Text(
        "Help providers with documentation, quality and assessment",
        "在技术文档、质量管理、安全评估方面配合提供者",
    ),
    evidence=(Text("what was supplied to providers", "向提供者提供材料的记录"),),
)
meet_other_listed_development_duties = Duty(
    cite=Cite(MODEL_LAW, 41, 1, "d"),
    bearer=Role.DEVELOPER,
    when=is_listed_developer,
    must=Text(
        "Meet what other laws and administrative regulations require", "履行法律、行政法规规定的其他义务"
    ),
)
