"""Articles 21-22, funds and State buyers. Funds may be given; public buyers prefer what is secure and reliable."""

from qingdan.law.facts import listing
from qingdan.law.grammar.rules import Article, Duty, Power, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a02_scope import in_scope
from qingdan.law.statutes import MODEL_LAW

ARTICLES = (
    Article(
        number=21,
        title=Text("Funding", "财政资金支持"),
        gloss=Text(
            "Guidance funds may support core fields of AI; private capital is welcome.",
            "鼓励运用引导基金支持核心领域，鼓励社会资本参与。",
        ),
    ),
    Article(
        number=22,
        title=Text("State bodies go first", "国家机关先行先试"),
        gloss=Text(
            "Public bodies pilot AI in their services and give priority to secure and reliable products.",
            "国家机关、事业单位、国有企业等在政务服务、公共管理中先行先试，优先采购和使用安全可靠的产品、服务。",
        ),
    ),
)

fund_development = Power(
    cite=Cite(MODEL_LAW, 21, 1),
    holder=Role.STATE_ORGAN,
    may=Text("Support core fields of AI from guidance funds", "运用引导基金专项支持人工智能核心领域"),
)
prefer_reliable_products = Duty(
    cite=Cite(MODEL_LAW, 22),
    bearer=Role.STATE_ORGAN,
    when=in_scope & listing.used_for_public_affairs,
    must=Text(
        "Give priority to secure and reliable AI in procurement and use",
        "优先采购和使用安全可靠的人工智能产品、服务",
    ),
    evidence=(
        Text(
            "procurement file showing how security and reliability were compared",
            "体现安全可靠性比较的采购文件",
        ),
    ),
    note=Text(
        "Public institutions, State-owned enterprises and bodies empowered to manage public affairs are meant alike.",
        "事业单位、国有企业和依法管理公共事务的组织亦同。",
    ),
)
