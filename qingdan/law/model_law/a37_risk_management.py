"""Article 37, risk management: providers over the whole life of a product, developers over development."""

from qingdan.law.events import governance, service
from qingdan.law.facts import conduct
from qingdan.law.grammar.periods import Before
from qingdan.law.grammar.rules import Article, Duty, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a71_definitions import is_developer, is_provider
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=37,
    title=Text("Risk management", "风险管理"),
    gloss=Text(
        "Providers run a risk management system over the lifecycle, developers over development; both keep records, and developers "
        "share theirs without giving away trade secrets.",
        "提供者建立并实施全生命周期风险管理制度，研发者建立运行研发过程风险管理制度；保存风险记录，研发者在保护商业秘密前提下提供记录。",
    ),
)
_RECORDS = (Text("risk register: identification, assessment, treatment", "风险台账（识别、评估、处置）"),)

manage_risks = Duty(
    cite=Cite(MODEL_LAW, 37, 1),
    bearer=Role.PROVIDER,
    when=is_provider,
    must=Text("Run a risk management system over the whole lifecycle", "建立并实施全生命周期风险管理制度"),
    evidence=(Text("the system in writing, with responsible persons", "书面制度及责任人"),),
)
assess_risks_before_use = Duty(
    cite=Cite(MODEL_LAW, 37, 1),
    bearer=Role.PROVIDER,
    when=is_provider,
    must=Text(
        "Identify, assess and control the risks before use, and again during use",
        "使用前和使用中识别、评估风险并采取合理必要措施控制风险",
    ),
    within=Before(event=service.service_started),
    done_by=governance.risk_assessed,
    evidence=_RECORDS,
)
manage_development_risks = Duty(
    cite=Cite(MODEL_LAW, 37, 2),
    bearer=Role.DEVELOPER,
    when=is_developer,
    must=Text(
        "Run a risk management system over design, data, training, model choice and testing",
        "建立运行覆盖设计、数据收集和训练、模型选择、验证测试的风险管理制度",
    ),
    evidence=_RECORDS,
)
share_risk_records = Duty(
    cite=Cite(MODEL_LAW, 37, 2),
    bearer=Role.DEVELOPER,
    when=is_developer & conduct.supplied_to_providers,
    must=Text(
        "Give providers the risk records they need, trade secrets protected",
        "在保护商业秘密前提下向提供者提供风险评估和管理记录",
    ),
    evidence=(
        Text(
            "what was handed over, to whom, and what was withheld and why",
            "提供记录清单、对象及未提供部分的理由",
        ),
    ),
)
