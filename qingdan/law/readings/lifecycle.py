"""Open points of foundation models, audits, logs and the end of a service (Articles 42-49)."""

from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW

fm_criteria = Reading(
    name="fm.criteria",
    cite=Cite(MODEL_LAW, 71, 1, "e"),
    asks=Text("When is a model a foundation model?", "何种模型属于基础模型？"),
    why=Text(
        "the definition has three elements and no threshold of data or computing power",
        "定义有三项要素，但未设数据量或者算力门槛",
    ),
    options={
        "questionnaire": Text(
            "all three elements, each answered by a person", "三项要素逐一由人判断，全部具备"
        ),
        "capability": Text(
            "general purpose and wide downstream use suffice", "通用目的且可支撑众多下游服务即可"
        ),
    },
    default="questionnaire",
)
fm_external_percent = Reading(
    name="fm.external_percent",
    cite=Cite(MODEL_LAW, 42, 1, "7"),
    asks=Text(
        "Above which percentage is a body mainly composed of external members?",
        "外部成员超过百分之几为“主要由外部成员组成”？",
    ),
    why=Text('"mainly" is read as more than half', "“主要”通常指过半数"),
    default=50,
    low=0,
    high=99,
    counts=Text("percent", "%"),
)
fm_report_monthday = Reading(
    name="fm.report_monthday",
    cite=Cite(MODEL_LAW, 42, 1, "8"),
    asks=Text(
        "By which day is the yearly social responsibility report due (MMDD)?",
        "社会责任年度报告每年何日前发布（月日）？",
    ),
    why=Text('the law says "annual" and names no day', "法律仅称“年度”，未定日期"),
    default=630,
    low=101,
    high=1231,
    counts=Text("(month and day)", "（月日）"),
    policy=True,
)
audit_first_due = Reading(
    name="audit.first_due",
    cite=Cite(MODEL_LAW, 46),
    asks=Text("When is the first compliance audit due?", "首次合规审计何时到期？"),
    why=Text("at least once every two years is said without a beginning", "仅称至少每二年一次，未定起点"),
    options={
        "after_two_years": Text("two years after the service started", "自开始提供服务起满二年前"),
        "before_start": Text(
            "before the service starts, then every two years", "开始提供服务前，此后每二年一次"
        ),
    },
    default="after_two_years",
)
audit_auditor = Reading(
    name="audit.auditor",
    cite=Cite(MODEL_LAW, 46),
    asks=Text("May a provider audit itself?", "可否由提供者自行审计？"),
    why=Text(
        "the law does not require an outside auditor, as Article 54(c) does",
        "本条未要求委托专业机构，而第五十四条第三项有此要求",
    ),
    options={
        "internal_allowed": Text(
            "yes, by its own staff or a professional body", "可以，自行或者委托专业机构"
        ),
        "external_only": Text("no, by a professional body only", "不可，应当委托专业机构"),
    },
    default="internal_allowed",
)
logs_retention_months = Reading(
    name="logs.retention_months",
    cite=Cite(MODEL_LAW, 47, 1, "b"),
    asks=Text("For how many months are automatic logs kept?", "自动生成的日志保存多少个月？"),
    why=Text(
        "the law gives no period; the Cybersecurity Law has six months for network logs (not yet verified)",
        "本法未定期限；《网络安全法》规定网络日志留存不少于六个月（尚待核对）",
    ),
    default=6,
    low=1,
    high=120,
    counts=Text("months", "个月"),
    policy=True,
)
training_months = Reading(
    name="training.months",
    cite=Cite(MODEL_LAW, 47, 1, "c"),
    asks=Text("How often, in months, is training regular?", "教育培训几个月一次为“定期”？"),
    why=Text('the law says "regularly" and gives no interval', "法律仅称“定期”，未定间隔"),
    default=12,
    low=1,
    high=36,
    counts=Text("months", "个月"),
    policy=True,
)
notice_advance_clear_days = Reading(
    name="notice.advance.clear_days",
    cite=Cite(MODEL_LAW, 48, 1, "a"),
    asks=Text(
        "How many working days back from the end is the last day for notice: 30, or 31 so that thirty lie between?",
        "终止日前第几个工作日为最迟公示日：30，或者为使中间隔足三十个工作日而取31？",
    ),
    why=Text(
        "no law regulates counting backward; the day of the end is not counted, whether the day of notice is remains open",
        "法律未规定倒算规则；终止当日不计入，公示当日是否计入则未明确",
    ),
    default=30,
    low=30,
    high=31,
    counts=Text("working days back", "个工作日（倒算）"),
)
termination_handling_wd = Reading(
    name="termination.handling_wd",
    cite=Cite(MODEL_LAW, 48, 1, "b"),
    asks=Text(
        "Within how many working days must data and models be dealt with?",
        "数据和模型应在多少个工作日内处置？",
    ),
    why=Text(
        "the thirty working days stand in the sentence on personal information only; the next sentence has no period",
        "三十个工作日仅见于删除个人信息一句，后句未定期限",
    ),
    default=30,
    low=1,
    high=250,
    counts=Text("working days", "个工作日"),
    policy=True,
)
license_return_months = Reading(
    name="license.return_months",
    cite=Cite(MODEL_LAW, 49, 1),
    asks=Text(
        "Within how many months after the end must a provider return the licence?",
        "终止服务后几个月内应当交回许可证？",
    ),
    why=Text(
        "Article 49 orders the return without a period; Article 29 allows three months for applying to cancel the licence",
        "第四十九条未定交回期限；第二十九条规定停止后三个月内申请注销许可",
    ),
    default=3,
    low=1,
    high=3,
    counts=Text("months", "个月"),
)
