"""Deep Synthesis Provisions and Generative AI Measures, beside Articles 34, 38 and 43. Known from memory, unverified.

Both send what can sway opinion into the algorithm filing: see ``algorithm_rules``.
"""

from qingdan.law.facts import product
from qingdan.law.grammar.rules import Duty, Finding, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a71_definitions import is_provider
from qingdan.law.statutes import DEEP_SYNTHESIS_PROVISIONS, GENERATIVE_AI_MEASURES

synthesises_deeply = Finding(
    cite=Cite(DEEP_SYNTHESIS_PROVISIONS, 16),
    says=Text("It is a deep-synthesis service", "系深度合成服务"),
    denies=Text("It is not a deep-synthesis service", "不是深度合成服务"),
    when=is_provider & product.deep_synthesis,
)
check_identity = Duty(
    cite=Cite(DEEP_SYNTHESIS_PROVISIONS, 9),
    bearer=Role.PROVIDER,
    when=synthesises_deeply,
    must=Text(
        "Check who the users are before they publish information",
        "依法对使用者进行真实身份信息认证，未认证的不提供信息发布服务",
    ),
    evidence=(Text("rules and records of identity checks", "身份认证规则和记录"),),
)
put_implicit_mark = Duty(
    cite=Cite(DEEP_SYNTHESIS_PROVISIONS, 16),
    bearer=Role.PROVIDER,
    when=synthesises_deeply,
    must=Text(
        "Mark the content technically without hindering its use, and keep logs",
        "以不影响使用的技术措施添加标识，并保存日志",
    ),
    evidence=(Text("description of the marking and samples", "标识技术说明及样例"),),
)
put_prominent_mark = Duty(
    cite=Cite(DEEP_SYNTHESIS_PROVISIONS, 17),
    bearer=Role.PROVIDER,
    when=synthesises_deeply,
    must=Text(
        "Mark prominently what could confuse or mislead the public",
        "可能导致公众混淆或者误认的，作出显著标识",
    ),
    evidence=(Text("samples of marked content", "已标识内容样例"),),
)
assess_generative_service = Duty(
    cite=Cite(GENERATIVE_AI_MEASURES, 17),
    bearer=Role.PROVIDER,
    when=synthesises_deeply & product.sways_public_opinion,
    must=Text(
        "Have the generative service pass the security assessment of the State and the algorithm filing",
        "按照国家有关规定开展安全评估，并履行算法备案手续",
    ),
    evidence=(Text("assessment and filing number", "安全评估材料和备案编号"),),
)
