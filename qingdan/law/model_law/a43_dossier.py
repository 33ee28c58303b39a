"""Article 43(1), what a filing encloses. The security self-assessment is not published.

Public are the provider's name, the product's, and what the provider offers to be published
(reading ``registry.public_content``).
"""

from qingdan.law.grammar.rules import DossierItem
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a43_registry import registry_required
from qingdan.law.readings import registry
from qingdan.law.statutes import MODEL_LAW

_PRODUCT = Cite(MODEL_LAW, 43, 1, "b")
_ONLY_IF_OFFERED = Text(
    "published only as part of the content to be publicised", "仅作为拟公示内容的一部分公示"
)

provider_name = DossierItem(
    cite=Cite(MODEL_LAW, 43, 1, "a"),
    says=Text("name or business name of the provider", "提供者名称或者姓名"),
    needed_when=registry_required,
    public=True,
)
contact_details = DossierItem(
    cite=Cite(MODEL_LAW, 43, 1, "a"),
    says=Text("contact details of the provider", "提供者联系方式"),
    needed_when=registry_required,
    note=_ONLY_IF_OFFERED,
)
product_name = DossierItem(
    cite=_PRODUCT,
    says=Text("trademark or name of the product or service", "产品、服务的商标或者名称"),
    needed_when=registry_required,
    public=True,
)
form_of_provision = DossierItem(
    cite=_PRODUCT,
    says=Text("form of provision: site, app, interface, device", "提供形式（网站、应用程序、接口、终端等）"),
    needed_when=registry_required,
    note=_ONLY_IF_OFFERED,
)
application_areas = DossierItem(
    cite=_PRODUCT,
    says=Text("areas of application", "应用领域"),
    needed_when=registry_required,
    note=_ONLY_IF_OFFERED,
)
algorithm_types = DossierItem(
    cite=_PRODUCT,
    says=Text("types of algorithm", "算法类型"),
    needed_when=registry_required,
    note=_ONLY_IF_OFFERED,
)
security_self_assessment = DossierItem(
    cite=_PRODUCT,
    says=Text("report of the security self-assessment", "安全自评估报告"),
    needed_when=registry_required,
    readings=(registry.registry_public_content,),
    note=Text("not published under the default reading", "按默认解释不予公示"),
)
publicity_content = DossierItem(
    cite=Cite(MODEL_LAW, 43, 1, "c"),
    says=Text("content to be publicised", "拟公示内容"),
    needed_when=registry_required,
    public=True,
    readings=(registry.registry_public_content,),
)
other_registry_information = DossierItem(
    cite=Cite(MODEL_LAW, 43, 1, "d"),
    says=Text("what else laws and administrative regulations require", "法律、行政法规规定的其他信息"),
    needed_when=registry_required,
)
