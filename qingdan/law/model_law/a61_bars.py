"""Articles 12, 28, 61 and 63, what the law on AI itself forbids in a sanction: whom, by whom, and on what footing."""

from qingdan.law.facts import proceedings as facts
from qingdan.law.facts import violation
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.rules import Bar, Measure
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.readings import liability, scope
from qingdan.law.statutes import MODEL_LAW

_GENERAL = facts.relied_on.is_("general_ordinary", "general_severe")

not_national = Bar(
    cite=Cite(MODEL_LAW, 12, 1),
    when=facts.deciding_authority.is_("local")
    | (facts.deciding_authority.is_("delegated") & taking(scope.competence_delegate, "none")),
    because=Text("only the national authority may impose sanctions", "仅国家人工智能主管机关有权处罚"),
    remedy=Text(
        "refer the case to the national authority; local authorities may interview (Art. 54)",
        "移送国家主管机关；地方可依第五十四条约谈",
    ),
    readings=(scope.competence_delegate,),
)
use_is_not_covered = Bar(
    cite=Cite(MODEL_LAW, 61, 1),
    when=_GENERAL & violation.violating_activity.is_("use"),
    because=Text(
        "Article 61 punishes development and provision, not use", "第六十一条处罚研发、提供活动，不及于使用"
    ),
    remedy=Text("apply another law, or soft measures (Art. 55)", "适用其他法律，或者采取第五十五条措施"),
)
registry_rule_prevails = Bar(
    cite=Cite(MODEL_LAW, 63),
    when=_GENERAL
    & taking(liability.registry_special, "displaces")
    & (
        violation.breach.is_("registry_not_filed", "registry_by_deceit", "registry_not_deregistered")
        | (
            violation.breach.is_("registry_not_updated")
            & taking(liability.registry_update_breach, "as_unfiled")
        )
    ),
    because=Text(
        "Article 63 is the special rule for registry violations", "登记备案违法应当适用第六十三条特别规定"
    ),
    remedy=Text("rely on Article 63", "改依第六十三条处理"),
    readings=(liability.registry_special, liability.registry_update_breach),
)
principle_is_no_ground = Bar(
    cite=Cite(MODEL_LAW, 61, 1),
    when=_GENERAL & violation.breach.is_("principle") & taking(scope.principle_as_ground, "support_only"),
    because=Text("a principle alone tells nobody what is punishable", "仅违反原则性规定不足以作为处罚依据"),
    remedy=Text("name the duty that was breached", "指明所违反的具体义务"),
    readings=(scope.principle_as_ground,),
)
severity_unreasoned = Bar(
    cite=Cite(MODEL_LAW, 61, 2),
    when=(
        facts.relied_on.is_("general_severe")
        | (violation.severe & facts.relied_on.is_("registry_unfiled", "registry_deceit"))
    )
    & ~facts.severity_reasoned
    & taking(liability.severe_standard, "weighed"),
    because=Text("no reasons show why the violation is severe", "未载明认定情节严重的理由"),
    remedy=Text("weigh the eight factors and record the reasons", "对照八项因素载明理由"),
    measures=(Measure.RECTIFICATION, Measure.REVOKE_PERMITS),
    readings=(liability.severe_standard,),
)
person_not_responsible = Bar(
    cite=Cite(MODEL_LAW, 61),
    when=~violation.person_directly_responsible,
    because=Text(
        "this person is neither directly responsible supervisor nor directly liable",
        "该人员不是直接负责的主管人员或者其他直接责任人员",
    ),
    remedy=Text("fine only those directly responsible", "仅处罚直接责任人员"),
    fines=False,
    measures=(),
)
revoked_without_suspension = Bar(
    cite=Cite(MODEL_LAW, 28),
    when=facts.relied_on.is_("licence_revocation") & ~violation.licence_was_suspended,
    because=Text(
        "a licence is revoked only after suspension and a period for rectification",
        "吊销许可以先行暂扣并责令限期改正为前提",
    ),
    remedy=Text("suspend the licence and set a period for rectification first", "先暂扣许可并责令限期改正"),
)
