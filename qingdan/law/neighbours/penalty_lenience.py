"""Administrative Penalty Law, lenience: grounds to mitigate (Art. 32), and what may be spared the first time (33)."""

from qingdan.law.facts import circumstances as facts
from qingdan.law.grammar.conditions import Condition, any_of, taking
from qingdan.law.grammar.rules import Finding
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.readings import liability
from qingdan.law.statutes import PENALTY_LAW

no_penalty_before: Condition = ~(facts.prior_penalties >= 1) & (
    taking(liability.soft_counts, "no") | ~(facts.prior_soft_measures >= 1)
)
mitigated = Finding(
    cite=Cite(PENALTY_LAW, 32),
    says=Text("A ground to mitigate: even below the least fine", "有从轻、减轻情节，可低于法定最低罚款"),
    denies=Text("No ground to mitigate", "无从轻、减轻情节"),
    when=any_of(
        facts.reduced_harm,
        facts.under_duress,
        facts.confessed,
        facts.meritorious,
        facts.answerable.is_("partly"),
    ),
    benefit=True,
)
first_slight_corrected = Finding(
    cite=Cite(PENALTY_LAW, 33, 1),
    says=Text(
        "A first violation with slight harm, corrected in time: may be spared",
        "初次违法且危害后果轻微并及时改正，可以不予处罚",
    ),
    denies=Text("Not a first, slight and corrected violation", "不属于初次违法且危害后果轻微并及时改正"),
    when=no_penalty_before & facts.harm.is_("none", "slight") & facts.corrected_in_time,
    readings=(liability.soft_counts,),
    benefit=True,
)
