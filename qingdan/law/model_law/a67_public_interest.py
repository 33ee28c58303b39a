"""Articles 67-69: public-interest suits, transfer to police and prosecution, leniency for effective compliance."""

from qingdan.law.facts import circumstances
from qingdan.law.facts.proceedings import transferred_to_justice
from qingdan.law.grammar.rules import Article, Bar, Duty, Power, Right, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.neighbours.penalty_law import PUNITIVE
from qingdan.law.readings import remedies
from qingdan.law.statutes import MODEL_LAW

ARTICLES = (
    Article(
        number=67,
        title=Text("Public-interest suits", "公益诉讼"),
        gloss=Text(
            "Where unlawful provision infringes the rights of many, procuratorates, consumer organisations and designated "
            "organisations may sue.",
            "违法提供人工智能侵害众多个人权益的，人民检察院、法律规定的消费者组织和国家主管机关确定的组织可以依法提起诉讼。",
        ),
        procedures=("public_interest_suit",),
    ),
    Article(
        number=68,
        title=Text("Police and criminal liability", "治安管理处罚和刑事责任"),
        gloss=Text(
            "What also breaches public security is punished as such; a crime is prosecuted.",
            "构成违反治安管理行为的，依法给予处罚；构成犯罪的，依法追究刑事责任。",
        ),
        procedures=("penalty_decision",),
    ),
    Article(
        number=69,
        title=Text("Leniency for compliance", "合规从宽"),
        gloss=Text(
            "A minor violation is exempt from punishment where compliance is assessed as effective. Where it is a crime, the "
            "procuratorate may be lenient on the same footing.",
            "合规经评估达到有效性标准的，轻微违法依法免予处罚；构成犯罪的，人民检察院可以根据评估结果依法从宽。",
        ),
        procedures=("compliance_leniency",),
    ),
)
sue_in_public_interest = Right(
    cite=Cite(MODEL_LAW, 67),
    holder=Role.PROCURATORATE,
    may=Text(
        "Sue where the rights of many are infringed; so may consumer and designated organisations",
        "众多个人权益受侵害的，可提起公益诉讼；消费者组织和确定的组织亦可",
    ),
    readings=(remedies.large_number,),
)
transfer_suspected_crime = Duty(
    cite=Cite(MODEL_LAW, 68),
    bearer=Role.AUTHORITY,
    when=circumstances.suspected_crime,
    must=Text("Transfer the case to the judicial organs without delay", "及时移送司法机关"),
    evidence=(Text("transfer letter and list of evidence", "移送函和证据清单"),),
)
crime_not_transferred = Bar(
    cite=Cite(MODEL_LAW, 68),
    when=circumstances.suspected_crime & ~transferred_to_justice,
    because=Text(
        "a suspected crime must be transferred before it is punished as a violation", "涉嫌犯罪的应当先行移送"
    ),
    remedy=Text("transfer the case and await the judicial decision", "移送司法机关并等待处理结果"),
    measures=PUNITIVE,
)
compliance_spares = Bar(
    cite=Cite(MODEL_LAW, 69, 1),
    when=circumstances.minor_violation & circumstances.compliance_effective,
    because=Text(
        "a minor violation with effective compliance is exempt from punishment",
        "轻微违法且合规有效的，依法免予处罚",
    ),
    remedy=Text("exempt the party and record the assessment", "免予处罚并记录评估结论"),
    measures=PUNITIVE,
    readings=(remedies.compliance_history,),
)
compile_compliance_file = Duty(
    cite=Cite(MODEL_LAW, 69, 2),
    bearer=Role.AUTHORITY,
    when=circumstances.suspected_crime & circumstances.compliance_effective,
    must=Text("Give the compliance assessment to the procuratorate", "将合规评估材料提供人民检察院"),
    evidence=(Text("assessment by a third party", "第三方评估报告"),),
)
prosecutorial_leniency = Power(
    cite=Cite(MODEL_LAW, 69, 2),
    holder=Role.PROCURATORATE,
    may=Text(
        "Not approve arrest, change measures, not prosecute, or propose a lenient sentence or penalty",
        "不批准逮捕、变更强制措施、不起诉，提出从宽量刑建议或者从宽处罚、处分意见",
    ),
    when=circumstances.suspected_crime & circumstances.compliance_effective,
)
