"""Entries of the illustrative lists, each with its reason in importance and harm (Art. 23(2))."""

from qingdan.law.facts import product
from qingdan.law.grammar.conditions import Condition, all_of
from qingdan.law.grammar.text import Text
from qingdan.law.negative_list.edition import Entry

_FULL_AUTOMATION = 4  # the level of GB/T 40429 from which no driver stands ready
_MILLION = 1_000_000
_ALONE = product.decides_without_human
_FOUNDATION = all_of(product.trained_on_large_data, product.general_purpose, product.supports_downstream)

AUTOMATED_DRIVING = Entry(
    key="automated_driving",
    says=Text("driving automation of level 4 or 5 on roads", "道路车辆四级以上驾驶自动化系统"),
    criteria=all_of(
        product.field.is_("driving"),
        product.controls_machinery,
        product.driving_automation >= _FULL_AUTOMATION,
    ),
    reason=Text(
        "a fault or attack can kill people inside and outside the vehicle, and no driver stands ready",
        "故障或者被攻击可致车内外人员伤亡，且无驾驶人可即时接管",
    ),
)
CLINICAL_DECISION = Entry(
    key="clinical_decision",
    says=Text(
        "medical triage, diagnosis or treatment decided without a human",
        "无人工确认的医疗分诊、诊断、治疗决策",
    ),
    criteria=all_of(product.field.is_("medicine"), product.affects_personal_safety, _ALONE),
    reason=Text(
        "a wrong decision harms life or health before anyone can notice", "错误决定可在被察觉前危及生命健康"
    ),
)
CRITICAL_INFRASTRUCTURE = Entry(
    key="critical_infrastructure",
    says=Text("control of critical infrastructure without a human", "无人工确认的关键基础设施控制"),
    criteria=all_of(product.field.is_("infrastructure"), product.controls_machinery, _ALONE),
    reason=Text(
        "whole regions depend on it; sabotage harms national security and the economy",
        "关系区域民生，遭破坏将危害国家安全和经济秩序",
    ),
)
PUBLIC_TRANSPORT = Entry(
    key="public_transport",
    says=Text("control of trains, ships or aircraft without a human", "无人工确认的列车、船舶、航空器控制"),
    criteria=all_of(
        product.field.is_("transport"), product.controls_machinery, product.affects_personal_safety, _ALONE
    ),
    reason=Text("many lives depend on one system", "单一系统关系众多人员生命安全"),
)
JUDICIAL_DECISION = Entry(
    key="judicial_decision",
    says=Text(
        "decisions of justice or public security on people, taken without a human",
        "无人工确认的司法、公共安全领域涉人决定",
    ),
    criteria=all_of(product.field.is_("justice"), product.significant_impact, _ALONE),
    reason=Text("liberty and fair trial are at stake", "关系人身自由和公正审判"),
)
AUTOMATED_LENDING = Entry(
    key="automated_lending",
    says=Text(
        "credit decisions on people at mass scale, taken without a human", "无人工确认的大规模个人信贷决定"
    ),
    criteria=all_of(
        product.field.is_("finance"),
        product.significant_impact,
        _ALONE,
        product.registered_users >= 10 * _MILLION,
    ),
    reason=Text("errors repeat across the economic order at once", "错误可同时扩散并影响经济秩序"),
)


def _opinion_model(users: int) -> Condition:
    return all_of(_FOUNDATION, product.sways_public_opinion, product.registered_users >= users)


OPINION_MODEL_2026 = Entry(
    key="opinion_model",
    says=Text(
        "foundation models with 50 million registered users or more that can sway public opinion",
        "注册用户五千万以上、具有舆论属性或者社会动员能力的基础模型",
    ),
    criteria=_opinion_model(50 * _MILLION),
    reason=Text("manipulated, it could mislead society as a whole", "一旦被操纵，可误导社会整体认知"),
)
OPINION_MODEL_2027 = Entry(
    key="opinion_model",
    says=Text(
        "foundation models with 100 million registered users or more that can sway public opinion",
        "注册用户一亿以上、具有舆论属性或者社会动员能力的基础模型",
    ),
    criteria=_opinion_model(100 * _MILLION),
    reason=OPINION_MODEL_2026.reason,
)
AUTOMATED_HIRING = Entry(
    key="automated_hiring",
    says=Text("hiring or dismissal decided without a human", "无人工确认的录用、解聘决定"),
    criteria=all_of(product.field.is_("employment"), product.significant_impact, _ALONE),
    reason=Text("hidden bias shuts whole groups out of work", "隐蔽偏见可使特定群体丧失就业机会"),
)
MASS_COMPANION = Entry(
    key="mass_companion",
    says=Text(
        "companion services with a million registered users or more that can process the information of minors or other sensitive data",
        "注册用户一百万以上、可处理未成年人信息等敏感个人信息的陪伴类交互服务",
    ),
    criteria=all_of(
        product.field.is_("media"),
        product.interacts_with_people,
        product.processes_sensitive_information,
        product.registered_users >= _MILLION,
    ),
    reason=Text(
        "dependence and manipulation harm minors at mass scale", "易致沉迷和操纵，大范围损害未成年人身心健康"
    ),
)
