"""Administrative Penalty Law, how: what a lawful penalty decision presupposes (Arts. 36, 42-46, 57, 58)."""

from qingdan.law.facts import proceedings as facts
from qingdan.law.facts.violation import severe
from qingdan.law.grammar.rules import Bar, Finding
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.neighbours.penalty_law import PUNITIVE
from qingdan.law.statutes import PENALTY_LAW

OFFICERS_NEEDED = 2

legal_review_due = Finding(
    cite=Cite(PENALTY_LAW, 58),
    says=Text("Legal review comes before the decision", "决定前应当进行法制审核"),
    denies=Text("No legal review is required", "不属于应当法制审核的情形"),
    when=facts.major_public_interest | facts.complex_case | facts.hearing.is_("requested", "held"),
)
collective_decision_due = Finding(
    cite=Cite(PENALTY_LAW, 57, 2),
    says=Text("The heads decide after collective discussion", "应当由负责人集体讨论决定"),
    denies=Text("No collective decision is required", "不属于应当集体讨论的情形"),
    when=severe | facts.complex_case,
)
time_barred = Bar(
    cite=Cite(PENALTY_LAW, 36),
    when=~facts.discovered_in_time,
    because=Text("the violation was discovered too late", "违法行为超过追责期限未被发现"),
    remedy=Text("impose no penalty; an order to correct remains", "不再处罚；仍可责令改正"),
    measures=PUNITIVE,
)
too_few_officers = Bar(
    cite=Cite(PENALTY_LAW, 42, 1),
    when=~(facts.qualified_officers >= OFFICERS_NEEDED),
    because=Text("fewer than two qualified officers took part", "具有执法资格的办案人员少于两人"),
    remedy=Text("repeat the steps with two qualified officers", "由两名以上有资格人员重新调查取证"),
    measures=PUNITIVE,
)
conflict_of_interest = Bar(
    cite=Cite(PENALTY_LAW, 43),
    when=facts.conflicted_officer,
    because=Text("an officer with a conflict of interest took part", "应当回避的人员参与办案"),
    remedy=Text("replace the officer and repeat the officer's steps", "更换人员并重新办理"),
    measures=PUNITIVE,
)
tainted_evidence = Bar(
    cite=Cite(PENALTY_LAW, 46),
    when=~facts.evidence_lawful,
    because=Text("evidence is unlawful or unverified", "证据非法取得或者未经查证属实"),
    remedy=Text("leave it out and prove the facts otherwise", "排除该证据，另行取证"),
    measures=PUNITIVE,
)
not_told = Bar(
    cite=Cite(PENALTY_LAW, 44),
    when=~facts.told_beforehand,
    because=Text(
        "the party was not told of the intended penalty and its rights", "未事先告知拟处罚内容及权利"
    ),
    remedy=Text("serve the notice of intended penalty", "送达行政处罚事先告知书"),
    measures=PUNITIVE,
)
not_heard = Bar(
    cite=Cite(PENALTY_LAW, 45, 1),
    when=facts.defence.is_("not_heard"),
    because=Text("statement and defence were not heard", "未听取陈述、申辩"),
    remedy=Text("hear the party, review what it says and record it", "听取并复核陈述、申辩，记录在案"),
    measures=PUNITIVE,
)
heavier_for_defence = Bar(
    cite=Cite(PENALTY_LAW, 45, 2),
    when=facts.raised_for_defence,
    because=Text("the penalty was raised because the party defended itself", "因当事人申辩加重处罚"),
    remedy=Text("go back to the penalty first intended, or below", "不得重于原拟处罚"),
    measures=PUNITIVE,
)
not_reviewed = Bar(
    cite=Cite(PENALTY_LAW, 58),
    when=legal_review_due & ~facts.legally_reviewed,
    because=Text("legal review was required and did not take place", "应当法制审核而未审核"),
    remedy=Text("have it reviewed by qualified legal reviewers", "提交法制审核"),
    measures=PUNITIVE,
)
not_collective = Bar(
    cite=Cite(PENALTY_LAW, 57, 2),
    when=collective_decision_due & ~facts.decided_collectively,
    because=Text(
        "a grave or complex case was not decided collectively", "情节复杂或者重大违法行为未经集体讨论决定"
    ),
    remedy=Text("submit it to the heads for collective discussion", "提交负责人集体讨论"),
    measures=PUNITIVE,
)
