"""Article 47, how a provider keeps its own house: systems, logs, training, robustness."""

from qingdan.law.events import governance, service
from qingdan.law.grammar.periods import Every, Retention
from qingdan.law.grammar.rules import Article, Duty, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a71_definitions import is_provider
from qingdan.law.readings import lifecycle
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=47,
    title=Text("Internal management", "内部管理制度"),
    gloss=Text(
        "Providers have systems for data security, risk and quality, keep automatic logs, train staff, and make the AI robust against attack.",
        "提供者应当建立数据安全、风险控制、质量管理制度，保存自动生成的日志，定期教育培训从业人员，采取技术措施确保鲁棒性和抗攻击性。",
    ),
)

run_internal_systems = Duty(
    cite=Cite(MODEL_LAW, 47, 1, "a"),
    bearer=Role.PROVIDER,
    when=is_provider,
    must=Text(
        "Have systems and procedures for data security, risk control and quality",
        "建立数据安全、风险控制、质量管理内部制度和操作规程",
    ),
    evidence=(Text("the systems in writing, with their versions", "书面制度、规程及版本"),),
)
keep_logs = Duty(
    cite=Cite(MODEL_LAW, 47, 1, "b"),
    bearer=Role.PROVIDER,
    when=is_provider,
    must=Text(
        "Keep the logs that the service generates automatically", "保存提供产品、服务过程中自动生成的日志"
    ),
    evidence=(Text("logging policy and samples", "日志管理规定及样例"),),
    keeps=Retention(
        amount=lifecycle.logs_retention_months,
        unit=Unit.MONTH,
        after=(governance.log_written,),
        cite=Cite(MODEL_LAW, 47, 1, "b"),
    ),
    readings=(lifecycle.logs_retention_months,),
    note=Text("never deleted while a claim or case may need them", "索赔或者案件未了结的，不得删除"),
)
train_staff = Duty(
    cite=Cite(MODEL_LAW, 47, 1, "c"),
    bearer=Role.PROVIDER,
    when=is_provider,
    must=Text("Train staff regularly", "定期对从业人员开展教育培训"),
    within=Every(
        amount=lifecycle.training_months,
        unit=Unit.MONTH,
        first_after=service.service_started,
        last_done=governance.staff_trained,
    ),
    done_by=governance.staff_trained,
    evidence=(Text("programme, attendance and results", "培训内容、签到和考核记录"),),
    readings=(lifecycle.training_months,),
)
make_robust = Duty(
    cite=Cite(MODEL_LAW, 47, 1, "d"),
    bearer=Role.PROVIDER,
    when=is_provider,
    must=Text(
        "Make the AI robust and resistant to attack by compliant technical means",
        "采取合规技术措施确保鲁棒性和抗攻击性",
    ),
    evidence=(Text("robustness and penetration tests", "鲁棒性测试和渗透测试报告"),),
)
take_other_measures = Duty(
    cite=Cite(MODEL_LAW, 47, 1, "e"),
    bearer=Role.PROVIDER,
    when=is_provider,
    must=Text(
        "Take the other measures that laws and administrative regulations require",
        "采取法律、行政法规规定的其他措施",
    ),
)
