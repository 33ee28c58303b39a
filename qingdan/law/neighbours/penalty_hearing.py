"""Administrative Penalty Law, hearings: when one is due, and what may not be decided before it (Arts. 63-65)."""

from qingdan.law.facts import actor
from qingdan.law.facts import proceedings as facts
from qingdan.law.grammar.rules import Bar, Finding
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.neighbours.penalty_law import PUNITIVE
from qingdan.law.readings import liability
from qingdan.law.statutes import PENALTY_LAW

hearing_due = Finding(
    cite=Cite(PENALTY_LAW, 63, 1),
    says=Text("The party has a right to a hearing", "当事人有权要求听证"),
    denies=Text("No hearing is due", "不属于应当告知听证的情形"),
    when=facts.closes_or_revokes
    | (facts.proposed_fine >= liability.hearing_threshold)
    | (facts.proposed_confiscation >= liability.hearing_threshold)
    | (facts.proposed_person_fine >= liability.hearing_threshold_person)
    | ((facts.proposed_fine >= liability.hearing_threshold_person) & actor.organisation.is_("individual")),
    readings=(liability.hearing_threshold, liability.hearing_threshold_person),
)
hearing_not_offered = Bar(
    cite=Cite(PENALTY_LAW, 63, 1),
    when=hearing_due & facts.hearing.is_("not_offered"),
    because=Text("a hearing was due and not offered", "应当告知听证权利而未告知"),
    remedy=Text("notify the right to a hearing and wait five working days", "告知听证权利并等候五个工作日"),
    measures=PUNITIVE,
)
hearing_not_held = Bar(
    cite=Cite(PENALTY_LAW, 64, 1, "1"),
    when=hearing_due & facts.hearing.is_("requested"),
    because=Text("a hearing was asked for and has not been held", "当事人已申请听证而尚未举行"),
    remedy=Text(
        "hold it, seven working days after notifying it at the earliest", "提前七个工作日通知并举行听证"
    ),
    measures=PUNITIVE,
)
hearing_period_runs = Bar(
    cite=Cite(PENALTY_LAW, 64, 1, "1"),
    when=hearing_due & facts.hearing.is_("offered") & ~facts.hearing_request_period_over,
    because=Text("the period for asking for a hearing still runs", "听证申请期限尚未届满"),
    remedy=Text(
        "decide after the fifth working day, or on a written waiver", "期限届满或者当事人书面放弃后再作决定"
    ),
    measures=PUNITIVE,
)
off_the_record = Bar(
    cite=Cite(PENALTY_LAW, 65),
    when=facts.hearing.is_("held") & ~facts.decided_on_record,
    because=Text("the decision is not based on the record of the hearing", "未根据听证笔录作出决定"),
    remedy=Text("decide on the record", "根据听证笔录作出决定"),
    measures=PUNITIVE,
)
