"""Article 42, foundation models: eight duties. This file has items 1 to 4, ``a42_foundation_oversight`` 5 to 8."""

from qingdan.law.events import governance, service
from qingdan.law.facts import product
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.periods import Before
from qingdan.law.grammar.rules import Article, Duty, Finding, Prohibition, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a23_two_tracks import on_negative_list
from qingdan.law.model_law.a71_definitions import is_developer, is_foundation_model
from qingdan.law.readings import lifecycle
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=42,
    title=Text("Developers of foundation models", "基础模型研发者的特别义务"),
    gloss=Text(
        "They hold a licence or have the risk assessed, manage security, models and data, set fair rules of use, help those downstream, "
        "act against serious violators, are overseen by an independent body and report to society each year.",
        "基础模型研发者应当取得许可或者开展风险评估，健全安全风险和模型数据管理制度，制定公平使用规则，协助下游，处置严重违法者，设立独立监督机构，每年发布社会责任报告。",
    ),
)

is_foundation_developer = Finding(
    cite=Cite(MODEL_LAW, 42),
    says=Text("The organisation develops a foundation model", "该主体系基础模型研发者"),
    denies=Text("The organisation does not develop a foundation model", "该主体不是基础模型研发者"),
    when=is_developer
    & (
        (is_foundation_model & taking(lifecycle.fm_criteria, "questionnaire"))
        | (
            product.general_purpose
            & product.supports_downstream
            & taking(lifecycle.fm_criteria, "capability")
        )
    ),
    readings=(lifecycle.fm_criteria,),
)
hold_foundation_licence = Duty(
    cite=Cite(MODEL_LAW, 42, 1, "1"),
    bearer=Role.DEVELOPER,
    when=is_foundation_developer & on_negative_list,
    must=Text("Hold a licence before developing", "研发前依法取得行政许可"),
    evidence=(Text("the licence", "许可证"),),
)
assess_foundation_risk = Duty(
    cite=Cite(MODEL_LAW, 42, 1, "1"),
    bearer=Role.DEVELOPER,
    when=is_foundation_developer & ~on_negative_list,
    must=Text(
        "Assess the risk, or have it assessed, so that there is none or it is under control",
        "自行或者委托第三方开展风险评估，确保无风险或者风险可控",
    ),
    within=Before(event=service.service_started),
    done_by=governance.model_risk_assessed,
    evidence=(Text("risk assessment with its conclusion", "风险评估报告及结论"),),
    note=Text(
        "the law names no moment; before release is the latest that makes sense",
        "法律未定时点，最迟应在发布前完成",
    ),
)
manage_foundation_security = Duty(
    cite=Cite(MODEL_LAW, 42, 1, "2"),
    bearer=Role.DEVELOPER,
    when=is_foundation_developer,
    must=Text(
        "Run a sound security and risk management system: prevent, monitor, handle",
        "建立健全安全风险管理制度，及时有效预防、监测、处置风险",
    ),
    evidence=(Text("the system in writing and its records", "书面制度及运行记录"),),
)
manage_models_and_data = Duty(
    cite=Cite(MODEL_LAW, 42, 1, "3"),
    bearer=Role.DEVELOPER,
    when=is_foundation_developer,
    must=Text("Run a sound system of model and data stewardship", "建立健全模型和数据管理制度"),
    evidence=(Text("the system in writing and its records", "书面制度及运行记录"),),
)
set_rules_of_use = Duty(
    cite=Cite(MODEL_LAW, 42, 1, "4"),
    bearer=Role.DEVELOPER,
    when=is_foundation_developer,
    must=Text(
        "Set open, fair and just rules of use that say what those building on the model owe",
        "遵循公开、公平、公正原则制定使用规则，明确使用方义务",
    ),
    evidence=(Text("the published rules with their versions", "已公布的使用规则及版本"),),
)
no_abuse_of_dominance = Prohibition(
    cite=Cite(MODEL_LAW, 42, 1, "4"),
    binds=Role.DEVELOPER,
    forbids=Text("Abusing a dominant position in the market", "滥用市场支配地位"),
    when=is_foundation_developer,
)
