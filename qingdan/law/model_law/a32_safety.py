"""Article 32, safety: tests before release, best practices, traceability. Vulnerabilities have their own file."""

from qingdan.law.events import governance, service
from qingdan.law.grammar.periods import Before, Retention
from qingdan.law.grammar.rules import Article, Duty, Finding, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a71_definitions import is_developer, is_provider
from qingdan.law.readings import duties
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=32,
    title=Text("Safety obligations", "安全义务"),
    gloss=Text(
        "Developers and providers test before release, tell users how to use AI safely, keep it traceable and handle "
        "vulnerabilities. Anyone may report a vulnerability; nobody may attack another's AI.",
        "研发者、提供者应当在投入使用或者上市前进行安全测试，发布安全最佳实践，保证可追溯，依规处置安全漏洞。鼓励任何人报告漏洞，禁止攻击他人人工智能。",
    ),
    procedures=("vulnerability_report",),
)

is_developer_or_provider = Finding(
    cite=Cite(MODEL_LAW, 32),
    says=Text(
        "The organisation bears the common duties of developers and providers",
        "该主体承担研发者、提供者的一般义务",
    ),
    denies=Text("The organisation is neither developer nor provider", "该主体既非研发者也非提供者"),
    when=is_developer | is_provider,
)
_KEPT = Retention(
    amount=duties.retention_documents_years,
    unit=Unit.YEAR,
    after=(governance.safety_tested, service.service_ended),  # every retest comes before the end
    cite=Cite(MODEL_LAW, 32, 3),
)

test_before_release = Duty(
    cite=Cite(MODEL_LAW, 32, 1),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=is_developer_or_provider,
    must=Text("Test its safety before it is put into use or on the market", "投入使用或者上市前进行安全测试"),
    within=Before(event=service.service_started),
    done_by=governance.safety_tested,
    evidence=(
        Text(
            "safety test report: plan, results, risks found and how they were removed",
            "安全测试报告（方案、结果、发现的风险及处置）",
        ),
    ),
    keeps=_KEPT,
    readings=(duties.retention_documents_years,),
)
test_before_change = Duty(
    cite=Cite(MODEL_LAW, 32, 1),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=is_developer_or_provider,
    must=Text("Test its safety again before a material change is released", "重大变化上线前重新进行安全测试"),
    within=Before(event=service.material_change),
    done_by=governance.safety_retested,
    evidence=(Text("safety test report on the change", "变化部分的安全测试报告"),),
    keeps=_KEPT,
    readings=(duties.retention_documents_years,),
    note=Text("follows from safety throughout the lifecycle", "由全生命周期安全运行的要求得出"),
)
release_best_practices = Duty(
    cite=Cite(MODEL_LAW, 32, 2),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=is_developer_or_provider,
    must=Text(
        "Publish promptly, and keep current, how to use it safely and correctly",
        "及时发布并更新安全最佳实践，指导使用者安全、正确使用",
    ),
    done_by=governance.best_practices_released,
    evidence=(Text("the published guide with its dates", "已发布的指引及发布日期"),),
)
keep_traceable = Duty(
    cite=Cite(MODEL_LAW, 32, 3),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=is_developer_or_provider,
    must=Text(
        "Keep records and technical documents so that a problem can be traced and located",
        "依规保存记录和技术文档，确保问题可追溯、可定位",
    ),
    evidence=(
        Text("versions of data, model and code with dates", "数据、模型、代码的版本及日期"),
        Text("log of changes and releases", "变更与发布记录"),
    ),
    keeps=Retention(
        amount=duties.retention_documents_years,
        unit=Unit.YEAR,
        after=(service.service_ended,),
        cite=Cite(MODEL_LAW, 32, 3),
    ),
    readings=(duties.retention_documents_years,),
)
