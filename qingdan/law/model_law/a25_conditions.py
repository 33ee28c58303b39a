"""Article 25, eight conditions of a licence. Four are facts, four must be weighed by a person.

Whether they are met altogether, and who can never meet them: ``a25_eligibility``.
"""

from qingdan.law.facts import actor, licence
from qingdan.law.grammar.conditions import all_of, taking
from qingdan.law.grammar.rules import Article, LicenceCondition
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.readings import licensing
from qingdan.law.statutes import MODEL_LAW


def _cite(item: int) -> Cite:
    return Cite(MODEL_LAW, 25, 1, str(item))


ARTICLE = Article(
    number=25,
    title=Text("Conditions of a licence", "许可条件"),
    gloss=Text(
        "A Chinese legal person led by a Chinese citizen, with specialists, management systems, safeguards, emergency mechanism and "
        "means that match the risk and scale, and whatever other laws demand.",
        "申请人应当为依法设立的法人，主要负责人为中国公民，专职人员、管理制度、技术保障、应急机制和场所资金与风险、规模相适应，并符合其他规定。",
    ),
    procedures=("licence_application", "licence_withdrawal"),
)

chinese_legal_person = LicenceCondition(
    cite=_cite(1),
    says=Text("a legal person established under Chinese law", "系依法设立的法人"),
    met_when=actor.established_in_china,
)
chinese_principal = LicenceCondition(
    cite=_cite(2),
    says=Text("the principal person in charge is a Chinese citizen", "主要负责人为中国公民"),
    met_when=licence.principal_is_chinese_citizen,
)
specialists = LicenceCondition(
    cite=_cite(3),
    says=Text("full-time specialists commensurate with the risk", "配备与风险相适应的专职人员"),
    met_when=licence.specialists_suffice,
)
management_systems = LicenceCondition(
    cite=_cite(4),
    says=Text(
        "complete quality, data security and ethics systems",
        "质量管理、网络数据安全管理、科技伦理审查制度健全",
    ),
    met_when=all_of(
        licence.quality_system_complete,
        licence.data_security_system_complete,
        licence.ethics_system_complete,
        licence.risk_system_complete | taking(licensing.license_risk_system_condition, "described"),
    ),
    readings=(licensing.license_risk_system_condition,),
    note=Text(
        "Item 5 of the dossier adds a risk management system, which this condition leaves out.",
        "申请材料第五项另列风险管理制度，本项未列。",
    ),
)
safeguards = LicenceCondition(
    cite=_cite(5),
    says=Text("secure and controllable technical safeguards", "技术保障措施安全可控"),
    met_when=licence.technology_secured,
)
emergency_mechanism = LicenceCondition(
    cite=_cite(6),
    says=Text("an emergency mechanism proportionate to the risk", "应急处置机制与风险相适应"),
    met_when=licence.emergency_plan_suffices,
)
premises_and_funds = LicenceCondition(
    cite=_cite(7),
    says=Text("premises, facilities and funds that match the scale", "场所、设施和资金与规模相适应"),
    met_when=licence.means_suffice,
)
other_statutory_conditions = LicenceCondition(
    cite=_cite(8),
    says=Text(
        "the further conditions of laws and administrative regulations", "法律、行政法规规定的其他条件"
    ),
    met_when=licence.other_licence_rules_met,
)

CONDITIONS = (
    chinese_legal_person,
    chinese_principal,
    specialists,
    management_systems,
    safeguards,
    emergency_mechanism,
    premises_and_funds,
    other_statutory_conditions,
)
