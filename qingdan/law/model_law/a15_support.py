"""Articles 15-20, support. The State plans and builds; only the planning of governments is a power."""

from qingdan.law.grammar.rules import Article, Power, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW

_PROMISE = Text(
    "A programme of the State: nobody can claim from it and nobody is bound by it.",
    "系国家支持措施，不赋予请求权，亦不设定义务。",
)


def _programme(number: int, title: Text, gloss: Text) -> Article:
    return Article(number=number, title=title, gloss=gloss, declaratory=_PROMISE)


ARTICLES = (
    Article(
        number=15,
        title=Text("Development plans", "发展规划"),
        gloss=Text(
            "The State carries out its AI development plan; governments from province upward plan for it.",
            "国家实施新一代人工智能发展规划，省级以上人民政府将其纳入国民经济和社会发展规划。",
        ),
    ),
    _programme(
        16,
        Text("Computing power", "算力基础设施"),
        Text(
            "The State supplies public computing power and promotes its market.",
            "国家建立公共算力供给体系，推动算力资源市场化利用。",
        ),
    ),
    _programme(
        17,
        Text("Algorithms and foundation models", "算法和基础模型创新"),
        Text(
            "The State supports algorithms, open source and foundation models.",
            "国家支持算法创新、开源平台与社区建设和基础模型发展。",
        ),
    ),
    _programme(
        18,
        Text("Supply of data", "数据要素供给"),
        Text(
            "The State builds data bases and widens the supply of public data.",
            "国家支持基础数据库和专题数据库建设，扩大公共数据供给。",
        ),
    ),
    _programme(
        19,
        Text("Industry and application", "产业发展和应用创新"),
        Text(
            "The State speeds the transfer of technology and runs pilot applications.",
            "国家推动技术转化应用，开展应用试点示范。",
        ),
    ),
    _programme(
        20,
        Text("Talent", "专业人才培养"),
        Text(
            "The State supports teaching, basic research and incentives for talent.",
            "国家支持学科建设、基础研究和人才评价激励机制。",
        ),
    ),
)

plan_development = Power(
    cite=Cite(MODEL_LAW, 15, 2),
    holder=Role.STATE_ORGAN,
    may=Text(
        "Provincial governments and above: take AI into their development plans, and make AI plans as needed",
        "省级以上人民政府将人工智能纳入国民经济和社会发展规划，并可根据需要制定专项规划",
    ),
)
