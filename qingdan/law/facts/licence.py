"""What a licence depends on: the conditions of Article 25 and the life of a licence (24, 29)."""

from qingdan.law.grammar.conditions import Choice, YesNo
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW

licence_status = Choice(
    topic=Text("licence", "许可状态"),
    asks=Text("Where does the licence for this activity stand?", "该活动的许可处于何种状态？"),
    cite=Cite(MODEL_LAW, 24, 1),
    options={
        "none": Text("none was ever granted", "从未取得许可"),
        "active": Text("in force", "许可有效"),
        "suspended": Text("suspended", "许可被暂扣"),
        "ended": Text("expired, withdrawn, revoked or cancelled", "已届满、撤销、吊销或者注销"),
    },
)
principal_is_chinese_citizen = YesNo(
    asks=Text("Is the principal person in charge a Chinese citizen?", "主要负责人是否为中国公民？"),
    yes=Text("the principal person in charge is a Chinese citizen", "主要负责人是中国公民"),
    no=Text("the principal person in charge is not a Chinese citizen", "主要负责人不是中国公民"),
    cite=Cite(MODEL_LAW, 25, 1, "2"),
)
specialists_suffice = YesNo(
    asks=Text(
        "Are there full-time specialists for quality, safety, human oversight and compliance, commensurate "
        "with the risk?",
        "是否配备与风险程度相适应的质量保障、安全保障、人工监督、合规管理专职人员？",
    ),
    yes=Text("full-time specialists are commensurate with the risk", "专职人员与风险程度相适应"),
    no=Text("full-time specialists are not commensurate with the risk", "专职人员与风险程度不相适应"),
    cite=Cite(MODEL_LAW, 25, 1, "3"),
    weighed=True,
)
quality_system_complete = YesNo(
    asks=Text("Is there a complete AI quality management system?", "是否建立健全人工智能质量管理体系？"),
    yes=Text("the quality management system is complete", "质量管理体系健全"),
    no=Text("the quality management system is incomplete", "质量管理体系不健全"),
    cite=Cite(MODEL_LAW, 25, 1, "4"),
)
data_security_system_complete = YesNo(
    asks=Text(
        "Is there a complete network data security management system?", "是否建立健全网络数据安全管理制度？"
    ),
    yes=Text("the network data security system is complete", "网络数据安全管理制度健全"),
    no=Text("the network data security system is incomplete", "网络数据安全管理制度不健全"),
    cite=Cite(MODEL_LAW, 25, 1, "4"),
)
ethics_system_complete = YesNo(
    asks=Text("Is there a complete science ethics review system?", "是否建立健全科技伦理审查制度？"),
    yes=Text("the ethics review system is complete", "科技伦理审查制度健全"),
    no=Text("the ethics review system is incomplete", "科技伦理审查制度不健全"),
    cite=Cite(MODEL_LAW, 25, 1, "4"),
)
risk_system_complete = YesNo(
    asks=Text("Is there a complete risk management system?", "是否建立健全风险管理制度？"),
    yes=Text("the risk management system is complete", "风险管理制度健全"),
    no=Text("the risk management system is incomplete", "风险管理制度不健全"),
    cite=Cite(MODEL_LAW, 26, 1, "5"),
)
technology_secured = YesNo(
    asks=Text(
        "Do secure and controllable technical safeguards protect the AI?",
        "是否采取安全可控的人工智能技术保障措施？",
    ),
    yes=Text("the technical safeguards are secure and controllable", "技术保障措施安全可控"),
    no=Text("the technical safeguards are not secure and controllable", "技术保障措施未达到安全可控"),
    cite=Cite(MODEL_LAW, 25, 1, "5"),
    weighed=True,
)
emergency_plan_suffices = YesNo(
    asks=Text(
        "Is the emergency response mechanism proportionate to the risk?",
        "应急处置机制是否与风险程度相适应？",
    ),
    yes=Text("the emergency mechanism is proportionate to the risk", "应急处置机制与风险程度相适应"),
    no=Text("the emergency mechanism is not proportionate to the risk", "应急处置机制与风险程度不相适应"),
    cite=Cite(MODEL_LAW, 25, 1, "6"),
    weighed=True,
)
means_suffice = YesNo(
    asks=Text(
        "Are premises, facilities and funds commensurate with the scale of development and service?",
        "场所、设施和资金是否与研发、服务规模相适应？",
    ),
    yes=Text("premises, facilities and funds match the scale", "场所、设施和资金与规模相适应"),
    no=Text("premises, facilities and funds do not match the scale", "场所、设施和资金与规模不相适应"),
    cite=Cite(MODEL_LAW, 25, 1, "7"),
    weighed=True,
)
other_licence_rules_met = YesNo(
    asks=Text(
        "Are the further conditions of laws and administrative regulations met?",
        "是否符合法律、行政法规规定的其他条件？",
    ),
    yes=Text("the further statutory conditions are met", "符合法律、行政法规规定的其他条件"),
    no=Text("a further statutory condition is not met", "不符合法律、行政法规规定的其他条件"),
    cite=Cite(MODEL_LAW, 25, 1, "8"),
)
exceeds_licence_scope = YesNo(
    asks=Text(
        "Does the activity go, or will it go, beyond the scope of the licence?",
        "活动是否超出或者将超出许可范围？",
    ),
    yes=Text("the activity goes beyond the scope of the licence", "活动超出许可范围"),
    no=Text("the activity stays within the scope of the licence", "活动未超出许可范围"),
    cite=Cite(MODEL_LAW, 29, 2),
)
what_changed = Choice(
    topic=Text("what changed", "变化事项"),
    asks=Text(
        "Which of these changes, or will change, since the licence was granted?",
        "许可后下列何者发生或者将发生变化？",
    ),
    cite=Cite(MODEL_LAW, 29, 2),
    help=Text(
        "if several change, name the one that affects the risk most", "多项变化的，填对风险影响最大的一项"
    ),
    options={
        "nothing": Text("none of them", "均无变化"),
        "technology": Text("the technology", "技术"),
        "scenario": Text("the scenario of use", "应用场景"),
        "audience": Text("the users it is meant for", "目标用户群体"),
    },
)
change_alters_risk = YesNo(
    asks=Text("Does that change alter the risks?", "该变化是否引起相关风险变化？"),
    yes=Text("the change alters the risks", "该变化引起风险变化"),
    no=Text("the change leaves the risks as they were", "该变化未引起风险变化"),
    cite=Cite(MODEL_LAW, 29, 2),
    weighed=True,
)
goes_on_after_expiry = YesNo(
    asks=Text(
        "Is the licensed activity to go on after the licence expires?",
        "许可期限届满后是否继续从事被许可活动？",
    ),
    yes=Text("the activity is to go on after the licence expires", "许可届满后继续从事该活动"),
    no=Text("the activity is to end with the licence", "许可届满后不再从事该活动"),
    cite=Cite(MODEL_LAW, 29, 3),
)
