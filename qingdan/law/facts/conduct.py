"""What the duties of Chapter IV turn on: the supply chain, incidents, ethics, exemption (Articles 33-45)."""

from qingdan.law.grammar.conditions import Choice, Number, YesNo
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import LABELLING_MEASURES, MODEL_LAW

designed_for_sensitive_information = YesNo(
    asks=Text(
        "Is it designed to process sensitive personal information?", "设计功能是否包括处理敏感个人信息？"
    ),
    yes=Text("it is designed to process sensitive personal information", "设计功能包括处理敏感个人信息"),
    no=Text("it is not designed to process sensitive personal information", "设计功能不包括处理敏感个人信息"),
    cite=Cite(MODEL_LAW, 45, 1, "c"),
    help=Text(
        "yes here implies yes to the function of processing it", "此处答“是”的，即具有处理敏感个人信息的功能"
    ),
)
exemption_confirmed = YesNo(
    asks=Text("Has the authority confirmed the exemption?", "主管机关是否已确认豁免？"),
    yes=Text("the authority confirmed the exemption", "主管机关已确认豁免"),
    no=Text("the authority has not confirmed the exemption", "主管机关未确认豁免"),
    cite=Cite(MODEL_LAW, 45, 1),
    firm=5,
)
holds_registration = YesNo(
    asks=Text("Is the product registered now?", "该产品目前是否已登记备案？"),
    yes=Text("the product is registered", "产品已登记备案"),
    no=Text("the product is not registered", "产品未登记备案"),
    cite=Cite(MODEL_LAW, 43, 3),
)
built_on_others = YesNo(
    asks=Text(
        "Is it, or is it built on, AI that another organisation developed?",
        "是否直接提供或者基于其他主体研发的人工智能？",
    ),
    yes=Text("another organisation developed it or part of it", "全部或者部分由其他主体研发"),
    no=Text("nothing in it was developed by another organisation", "无其他主体研发的部分"),
    cite=Cite(MODEL_LAW, 33, 4),
)
supplied_to_providers = YesNo(
    asks=Text(
        "Do other providers provide it or build on it?", "是否有其他提供者提供该人工智能或者以其为基础？"
    ),
    yes=Text("other providers provide it or build on it", "有其他提供者提供或者以其为基础"),
    no=Text("no other provider provides it or builds on it", "无其他提供者提供或者以其为基础"),
    cite=Cite(MODEL_LAW, 33, 2),
)
operator_kind = Choice(
    topic=Text("kind of operator", "网络运营者类型"),
    asks=Text("What kind of network operator provides it?", "提供者属于何种网络运营者？"),
    cite=Cite(MODEL_LAW, 33, 2),
    options={
        "critical_infrastructure": Text(
            "operator of critical information infrastructure", "关键信息基础设施运营者"
        ),
        "central_organ": Text(
            "central Party or State organ or body directly under it", "中央和国家机关各部门及其直属单位"
        ),
        "other": Text("another operator", "其他网络运营者"),
    },
)
incident_severity = Choice(
    topic=Text("severity of the incident", "安全事件级别"),
    asks=Text("How severe is the safety incident at hand?", "当前安全事件属于何种级别？"),
    cite=Cite(MODEL_LAW, 33, 2),
    help=Text(
        "grade it as known now; facts not yet known may be reported later",
        "按目前掌握情况研判，未查明事项可以后续补报",
    ),
    options={
        "none": Text("there is none", "无安全事件"),
        "general": Text("general", "一般"),
        "larger": Text("larger", "较大"),
        "major": Text("major", "重大"),
        "extraordinary": Text("extraordinarily major", "特别重大"),
    },
)
harm_prevented = YesNo(
    asks=Text(
        "Do the measures taken effectively prevent substantial harm to users?",
        "已采取的措施能否有效避免对使用者造成实质性危害？",
    ),
    yes=Text("the measures effectively prevent substantial harm", "措施能够有效避免实质性危害"),
    no=Text("the measures do not effectively prevent substantial harm", "措施不能有效避免实质性危害"),
    cite=Cite(MODEL_LAW, 33, 3),
    weighed=True,
)
user_notice_demanded = YesNo(
    asks=Text("Has the authority required that users be told?", "主管机关是否要求告知使用者？"),
    yes=Text("the authority requires that users be told", "主管机关要求告知使用者"),
    no=Text("the authority does not require that users be told", "主管机关未要求告知使用者"),
    cite=Cite(MODEL_LAW, 33, 3),
    firm=5,
)
risk_from_development = YesNo(
    asks=Text(
        "Does the assessment of the incident show a risk that arose in development?",
        "安全事件评估是否表明风险源于研发阶段？",
    ),
    yes=Text("the risk arose in development", "风险源于研发阶段"),
    no=Text("the risk did not arise in development", "风险并非源于研发阶段"),
    cite=Cite(MODEL_LAW, 33, 4),
    weighed=True,
)
gives_unlabelled_copies = YesNo(
    asks=Text(
        "Does it give users copies without visible label on request?",
        "是否应用户申请提供未添加显式标识的内容？",
    ),
    yes=Text("it gives copies without visible label on request", "应申请提供未添加显式标识的内容"),
    no=Text("every copy carries a visible label", "所有内容均添加显式标识"),
    cite=Cite(LABELLING_MEASURES, 9),
)
ethics_risk = YesNo(
    asks=Text(
        "Does it involve people or animals as subjects of research, or may it raise ethical risks to life and "
        "health, the environment, public order or sustainable development?",
        "是否涉及以人为研究参与者、实验动物，或者可能在生命健康、生态环境、公共秩序、可持续发展等方面带来伦理风险？",
    ),
    yes=Text("it has such subjects or may raise such ethical risks", "涉及上述对象或者可能带来上述伦理风险"),
    no=Text(
        "it has no such subjects and raises no such ethical risk", "不涉及上述对象，也不带来上述伦理风险"
    ),
    cite=Cite(MODEL_LAW, 39),
    weighed=True,
)
fuses_human_and_machine = YesNo(
    asks=Text(
        "Does it fuse human and machine with strong influence on behaviour, emotion or health?",
        "是否属于对人类主观行为、心理情绪和生命健康等具有较强影响的人机融合系统？",
    ),
    yes=Text("it is a human-machine fusion of strong influence", "属于具有较强影响的人机融合系统"),
    no=Text("it is no human-machine fusion of strong influence", "不属于具有较强影响的人机融合系统"),
    cite=Cite(MODEL_LAW, 39),
)
based_abroad = YesNo(
    asks=Text(
        "Is the developer or provider itself based outside China?", "研发者、提供者自身是否位于中国境外？"
    ),
    yes=Text("the organisation is based abroad", "该主体位于境外"),
    no=Text("the organisation is based in China", "该主体位于境内"),
    cite=Cite(MODEL_LAW, 40),
    firm=9,
)
external_percent = Number(
    topic=Text("percentage of external members", "外部成员比例"),
    asks=Text(
        "What percentage of the oversight body's members is external (rounded up)?",
        "独立监督机构中外部成员占百分之几（向上取整）？",
    ),
    cite=Cite(MODEL_LAW, 42, 1, "7"),
    unit=Text("percent", "%"),
    high=100,
    help=Text("0 if there is no such body", "未设立独立监督机构的填0"),
)
