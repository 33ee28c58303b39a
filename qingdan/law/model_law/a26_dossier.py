"""Article 26, the licence dossier: seven documents, each linked to the conditions it shows.

No document is named for the emergency mechanism (25(6)); systems and assessment report must show it.
"""

from qingdan.law.grammar.rules import Article, DossierItem, LicenceCondition
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law import a25_conditions as conditions
from qingdan.law.model_law.a23_two_tracks import licence_required
from qingdan.law.readings import licensing
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=26,
    title=Text("Licence application", "许可申请材料"),
    gloss=Text(
        "The application encloses form, proof of entity, premises and funds, the principal's citizenship, staff credentials, "
        "management systems and their implementation, a security assessment report, and what other laws add.",
        "申请应当提交申请表、法人及场所资金证明、主要负责人国籍证明、专职人员资质、管理制度及实施情况、安全评估报告和其他规定的材料。",
    ),
    procedures=("licence_application",),
)


def _item(number: int, says: Text, *shows: LicenceCondition) -> DossierItem:
    return DossierItem(
        cite=Cite(MODEL_LAW, 26, 1, str(number)), says=says, needed_when=licence_required, shows=shows
    )


licence_form = _item(1, Text("application form", "许可申请表"))
proof_of_entity_and_means = _item(
    2,
    Text("proof of legal person, premises and funds", "法人资格、场所和资金证明"),
    conditions.chinese_legal_person,
    conditions.premises_and_funds,
)
proof_of_citizenship = _item(
    3,
    Text("proof that the principal is a Chinese citizen", "主要负责人中国公民身份证明"),
    conditions.chinese_principal,
)
staff_credentials = _item(
    4, Text("credentials of the full-time specialists", "专职人员资质证明"), conditions.specialists
)
systems_and_implementation = DossierItem(
    cite=Cite(MODEL_LAW, 26, 1, "5"),
    says=Text(
        "quality, data security, ethics and risk management systems and how they are implemented",
        "质量管理、网络数据安全管理、科技伦理审查、风险管理制度及其实施情况",
    ),
    needed_when=licence_required,
    shows=(conditions.management_systems, conditions.emergency_mechanism),
    readings=(licensing.license_risk_system_condition,),
)
security_assessment_report = _item(
    6,
    Text("security assessment report", "人工智能安全评估报告"),
    conditions.safeguards,
    conditions.emergency_mechanism,
)
other_required_documents = _item(
    7,
    Text("other documents that laws and administrative regulations require", "法律、行政法规规定的其他材料"),
    conditions.other_statutory_conditions,
)
