"""Administrative Penalty Law, the decision: in time, reasoned, with redress told (Arts. 33, 59, 60)."""

from qingdan.law.facts import proceedings as facts
from qingdan.law.grammar.rules import Bar
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.neighbours.penalty_law import PUNITIVE
from qingdan.law.neighbours.penalty_lenience import first_slight_corrected
from qingdan.law.readings import liability
from qingdan.law.statutes import PENALTY_LAW

too_late = Bar(
    cite=Cite(PENALTY_LAW, 60),
    when=~facts.decided_in_time,
    because=Text("more than 90 days have passed since the case was opened", "自立案之日起已超过九十日"),
    remedy=Text("close the case, or show what lawfully did not count", "结案，或者证明依法可扣除的时间"),
    measures=PUNITIVE,
    readings=(liability.excluded_time,),
)
unreasoned = Bar(
    cite=Cite(PENALTY_LAW, 59, 1, "2"),
    when=~facts.reasons_given,
    because=Text("the decision gives no reasons", "决定未载明事实、理由和依据"),
    remedy=Text("state facts, evidence, reasons and legal basis", "载明事实、证据、理由和依据"),
    measures=PUNITIVE,
)
redress_untold = Bar(
    cite=Cite(PENALTY_LAW, 59, 1, "5"),
    when=~facts.redress_told,
    because=Text("the decision does not tell of redress", "决定未告知救济途径和期限"),
    remedy=Text("add where and until when to seek redress", "补充告知复议、诉讼途径和期限"),
    measures=PUNITIVE,
)
lenience_unconsidered = Bar(
    cite=Cite(PENALTY_LAW, 33, 1),
    when=first_slight_corrected & ~facts.lenience_considered,
    because=Text(
        "a first, slight and corrected violation may be spared, and the record does not say why it is not",
        "初次违法且危害后果轻微并及时改正的可以不予处罚，案卷未说明仍予处罚的理由",
    ),
    remedy=Text("spare it, or record why not", "不予处罚，或者载明仍予处罚的理由"),
    measures=PUNITIVE,
)
