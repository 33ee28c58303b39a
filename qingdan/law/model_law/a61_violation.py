"""Article 61, what falls under the general rule, and when a refusal to correct is shown."""

from qingdan.law.facts import proceedings, violation
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.rules import Finding
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.readings import liability, scope
from qingdan.law.statutes import MODEL_LAW

refusal_shown = Finding(
    cite=Cite(MODEL_LAW, 61, 1),
    says=Text("Refusal to correct is on record", "拒不改正已记录在案"),
    denies=Text("No refusal to correct is on record", "无拒不改正的记录"),
    when=violation.refused_to_correct & proceedings.refusal_recorded,
)
general_violation = Finding(
    cite=Cite(MODEL_LAW, 61, 1),
    says=Text("A violation under the general rule", "属于一般违法行为"),
    denies=Text("Not a violation under the general rule", "不属于一般违法行为"),
    when=violation.violating_activity.is_("development", "provision")
    & (
        violation.breach.is_("duty", "prohibited_content", "unlicensed")
        | (violation.breach.is_("registry_not_updated") & taking(liability.registry_update_breach, "general"))
        | (
            violation.breach.is_("registry_not_filed", "registry_not_updated", "registry_by_deceit")
            & taking(liability.registry_special, "beside")
        )
        | (violation.breach.is_("principle") & taking(scope.principle_as_ground, "sole_basis"))
    ),
    readings=(liability.registry_special, liability.registry_update_breach, scope.principle_as_ground),
)
