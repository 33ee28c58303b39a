"""Article 63, registry violations: not registered, registered by improper means, not deregistered.

Special to Article 61, for providers only, and no fine on persons. "Severe" opens the fine.
"""

from qingdan.law.facts import violation
from qingdan.law.grammar.amounts import yuan
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.rules import Article, Fine, Measure, Penalty
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.readings import liability
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=63,
    title=Text("Liability for registry violations", "登记备案法律责任"),
    gloss=Text(
        "Not registered: warning, if severe CNY 10,000-100,000. Registered by improper means: revoked, warning, public criticism, "
        "if severe CNY 100,000-1 m. Ended without deregistration, closed or stripped of permits: cancelled.",
        "应当登记备案而未办理的，警告，情节严重的可处一万元至十万元罚款；以不正当手段取得的，撤销登记备案、警告、通报批评，情节严重的可处十万元至一百万元罚款；终止服务未注销或者被责令关闭、吊销许可的，注销登记备案。",
    ),
    procedures=("registry_revocation", "registry_cancellation_ex_officio", "penalty_decision"),
)
_PROVIDES = violation.violating_activity.is_("provision")
_ONLY_SEVERE = Text("a fine is open only in severe cases", "仅情节严重的可以罚款")

registry_unfiled = Penalty(
    cite=Cite(MODEL_LAW, 63, 1),
    when=_PROVIDES
    & (
        violation.breach.is_("registry_not_filed")
        | (
            violation.breach.is_("registry_not_updated")
            & taking(liability.registry_update_breach, "as_unfiled")
        )
    ),
    says=Text("Not registered", "未依法登记备案"),
    obliged=(Measure.WARNING,),
    entity=Fine(low=yuan(10_000), high=yuan(100_000), presupposes=violation.severe, otherwise=_ONLY_SEVERE),
    readings=(liability.registry_special, liability.registry_update_breach, liability.severe_standard),
)
registry_deceit = Penalty(
    cite=Cite(MODEL_LAW, 63, 2),
    when=_PROVIDES & violation.breach.is_("registry_by_deceit"),
    says=Text("Registered by improper means", "以不正当手段取得登记备案"),
    obliged=(Measure.REVOKE_REGISTRY, Measure.WARNING, Measure.PUBLIC_CRITICISM),
    entity=Fine(
        low=yuan(100_000), high=yuan(1_000_000), presupposes=violation.severe, otherwise=_ONLY_SEVERE
    ),
    readings=(liability.registry_special, liability.severe_standard),
)
registry_ended = Penalty(
    cite=Cite(MODEL_LAW, 63, 3),
    when=_PROVIDES
    & (violation.breach.is_("registry_not_deregistered") | violation.site_closed_or_permit_revoked),
    says=Text("Cancellation ex officio", "依职权注销登记备案"),
    obliged=(Measure.CANCEL_REGISTRY,),
    note=Text(
        "Cancelling is no penalty: it ends what has ceased to exist.", "注销并非处罚，系对已终止事项的处理。"
    ),
)
