"""Articles 12-13, authorities. Licence, registry, fine and suspension are national; local offices promote and talk.

The local authorities are those of provinces, their capitals, special economic zones and larger cities.
"""

from qingdan.law.grammar.conditions import ALWAYS, taking
from qingdan.law.grammar.rules import Article, Duty, Power, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.readings import scope
from qingdan.law.statutes import MODEL_LAW

_NATIONAL, _LOCAL = Cite(MODEL_LAW, 12, 1), Cite(MODEL_LAW, 12, 2)

ARTICLES = (
    Article(
        number=12,
        title=Text("Competent authorities", "主管机关"),
        gloss=Text(
            "One national authority is competent, other departments and the military co-operate; provinces, their capitals, special economic zones "
            "and larger cities have authorities of their own within national regulations.",
            "国家人工智能主管机关主管全国工作，有关部门和军队有关部门各司其职、协同配合；省级以及省会市、经济特区市、较大的市的主管机关按照国家有关规定负责本区域工作。",
        ),
    ),
    Article(
        number=13,
        title=Text("Governance by many", "协同治理"),
        gloss=Text(
            "Government, enterprises, industry, society and users each carry their part of governance.",
            "政府监管、企业履责、行业自律、社会监督、用户自律相结合，多方协同治理。",
        ),
        declaratory=Text(
            "Describes the whole; the parts are the duties of Chapter IV, the rights of Article 31 and the tasks of Article 51.",
            "系总体描述，具体由第四章义务、第三十一条权利和第五十一条职责落实。",
        ),
    ),
)

co_operate_with_authority = Duty(
    cite=_NATIONAL,
    bearer=Role.STATE_ORGAN,
    when=ALWAYS,
    must=Text(
        "Other departments, the military's included: co-operate closely, each within its own powers",
        "其他有关部门和军队有关部门在各自职责范围内密切配合、加强协调",
    ),
)
power_over_licences = Power(
    cite=_NATIONAL,
    holder=Role.AUTHORITY,
    may=Text("Grant, renew, suspend, revoke and cancel licences", "许可的准予、延续、暂扣、吊销和注销"),
)
power_over_registry = Power(
    cite=_NATIONAL,
    holder=Role.AUTHORITY,
    may=Text("Register, revoke and cancel registrations", "登记备案的办理、撤销和注销"),
)
power_to_penalise = Power(
    cite=_NATIONAL,
    holder=Role.AUTHORITY,
    may=Text("Impose fines and other penalties", "作出罚款等行政处罚"),
)
power_to_halt_service = Power(
    cite=_NATIONAL,
    holder=Role.AUTHORITY,
    may=Text("Order a service to be suspended", "责令暂停提供服务"),
)
power_to_interview_locally = Power(
    cite=_LOCAL,
    holder=Role.LOCAL_AUTHORITY,
    may=Text(
        "Interview developers and providers of its area (Art. 54)",
        "约谈本区域内的研发者、提供者（第五十四条）",
    ),
)
power_to_promote_locally = Power(
    cite=_LOCAL,
    holder=Role.LOCAL_AUTHORITY,
    may=Text(
        "Promote and administer AI in its area under national regulations",
        "按照国家有关规定负责本区域的人工智能发展和管理",
    ),
)
power_by_delegation = Power(
    cite=_LOCAL,
    holder=Role.LOCAL_AUTHORITY,
    may=Text(
        "Act for the national authority in what a published delegation lists",
        "在公布的委托事项范围内代行国家主管机关的职权",
    ),
    when=taking(scope.competence_delegate, "by_table"),
    readings=(scope.competence_delegate,),
)
