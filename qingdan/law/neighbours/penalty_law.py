"""Administrative Penalty Law, whether: when the party must not be punished, or not by this rule (Arts. 9, 27-40).

An order to correct is no penalty (Art. 28); nor is undoing a registration that should not stand.
"""

from qingdan.law.facts import circumstances as facts
from qingdan.law.facts import violation
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.rules import Bar, Measure
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.readings import liability
from qingdan.law.statutes import PENALTY_LAW

NO_PENALTY = frozenset({Measure.ORDER_CORRECTION, Measure.CANCEL_REGISTRY, Measure.REVOKE_REGISTRY})
PUNITIVE = tuple(m for m in Measure if m not in NO_PENALTY)
BY_GENERAL_LAW = (Measure.ORDER_CORRECTION, Measure.CONFISCATION)  # Art. 28 gives both with every penalty

_CLOSE = Text("close the case without penalty and say why", "依法不予处罚，说明理由后结案")
unproven = Bar(
    cite=Cite(PENALTY_LAW, 40),
    when=~violation.facts_proven,
    because=Text("the facts are not clear or not proven", "违法事实不清、证据不足"),
    remedy=Text("investigate further, or close the case", "继续调查，或者结案"),
)
not_answerable = Bar(
    cite=Cite(PENALTY_LAW, 30),
    when=facts.answerable.is_("not"),
    because=Text("the party cannot be held answerable", "当事人不具有责任能力"),
    remedy=Text("place it under the care and discipline of guardians", "责令监护人加以管教、看管"),
    measures=PUNITIVE,
)
minor_corrected_harmless = Bar(
    cite=Cite(PENALTY_LAW, 33, 1),
    when=facts.minor_violation & facts.corrected_in_time & facts.harm.is_("none"),
    because=Text(
        "a minor violation, corrected in time and without harm, shall not be punished",
        "违法行为轻微并及时改正，没有造成危害后果的，不予处罚",
    ),
    remedy=Text("close the case; soft measures (Art. 55) remain", "不予处罚；可采取第五十五条的柔性措施"),
    measures=PUNITIVE,
)
without_fault = Bar(
    cite=Cite(PENALTY_LAW, 33, 2),
    when=facts.faultless,
    because=Text("the party has proved that it was not at fault", "当事人有证据足以证明没有主观过错"),
    remedy=_CLOSE,
    measures=PUNITIVE,
)
fined_already = Bar(
    cite=Cite(PENALTY_LAW, 29),
    when=facts.already_fined.is_("by_this_authority")
    | (facts.already_fined.is_("by_another") & taking(liability.one_fine, "all_authorities")),
    because=Text("the same act has already been fined", "同一违法行为已被罚款"),
    remedy=Text("impose no second fine; other measures remain", "不得再次罚款；可采取其他措施"),
    persons=False,
    measures=(),
    readings=(liability.one_fine,),
)
higher_fine_elsewhere = Bar(
    cite=Cite(PENALTY_LAW, 29),
    when=facts.other_law_fines_more,
    because=Text(
        "another law fines the same act higher, and the higher fine prevails",
        "其他法律规范罚款数额更高，应当按数额高的规定处罚",
    ),
    remedy=Text("refer the fine to the authority of that law", "移送有权机关依该规定罚款"),
    persons=False,
    measures=(),
)
not_law_then = Bar(
    cite=Cite(PENALTY_LAW, 37),
    when=~facts.law_in_force_at_act,
    because=Text("this law was not in force when the act was done", "行为发生时本法尚未施行"),
    remedy=Text("apply the law of that time", "适用行为时的规定"),
    measures=PUNITIVE,
)
lighter_law_prevails = Bar(
    cite=Cite(PENALTY_LAW, 37),
    when=facts.later_law_lighter,
    because=Text(
        "a later and lighter rule governs", "作出决定时的新规定处罚较轻或者不认为违法，应当适用新规定"
    ),
    remedy=Text("decide under the later rule", "适用新规定重新提出处罚意见"),
    measures=PUNITIVE,
)
