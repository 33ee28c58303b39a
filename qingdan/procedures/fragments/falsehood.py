"""Licensing Law 78: an application that conceals or falsifies is refused, with a warning and a bar for a year.

The warning is a penalty: what is held against the applicant is put to it first (Penalty Law 44, 45).
"""

from __future__ import annotations

import sys

from qingdan.law.events import enforcement
from qingdan.law.events import licence as events
from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.rules import Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.neighbours.licence_bans import ban_after_falsehood
from qingdan.law.neighbours.penalty_terms import review_defence
from qingdan.law.readings.licensing import license_ban_scope
from qingdan.law.statutes import LICENSING_LAW, PENALTY_LAW
from qingdan.procedures.fragments import licence_letters as letters
from qingdan.procedures.fragments.licence_examination import HEARING, UNDECIDED
from qingdan.procedures.fragments.penalty import GROUNDED
from qingdan.procedures.grammar.clocks import SetPeriod
from qingdan.procedures.grammar.fields import REASONS, documents, items, number, prose
from qingdan.procedures.grammar.guards import Guard, Situation, after, in_time
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import Step, applicant, reviewer
from qingdan.procedures.stages import denied, not_accepted, received, supplement_due

_FALSE, _HEARD = Cite(LICENSING_LAW, 78), Cite(PENALTY_LAW, 44)
_UNACCEPTED = (received, supplement_due)

answer_to_falsehood = SetPeriod(
    cite=_HEARD,
    binds=Role.APPLICANT,
    says=Text("answering the suspicion of falsehood", "就涉嫌弄虚作假陈述、申辩"),
    length="answer_within",
    unit=Unit.WORKING_DAY,
    after=enforcement.intended_penalty_told,
    on_lapse=Text("It is decided without the applicant's statement", "逾期未陈述、申辩的，依法作出决定"),
    stopped_by=(enforcement.defence_made, events.licence_granted),
)


def _weighed_or_over(s: Situation) -> bool:
    return s.taken_on("weigh_answer") is not None or s.over(answer_to_falsehood)


_heard_first = Guard(
    says=Text(
        "put the suspicion to the applicant first; then weigh its answer, or wait until the period for it is over",
        "应当先行告知申请人拟认定的事实、理由和依据，并复核其陈述、申辩，或者等候期限届满",
    ),
    cite=_HEARD,
    met=_weighed_or_over,
)


def falsehood() -> tuple[Step, ...]:
    """Return the suspicion put, the answer, and the refusal before and after acceptance."""
    return (
        reviewer(
            "put_falsehood",
            Text("Put a suspicion of falsehood to the applicant", "告知涉嫌隐瞒情况、提供虚假材料"),
            _HEARD,
            at=(*_UNACCEPTED, *UNDECIDED),
            asks=(
                items(
                    "falsehoods",
                    Text("what seems concealed or false, and on which evidence", "涉嫌事实及证据"),
                ),
                number("answer_within", Text("working days to answer", "陈述、申辩期限（工作日）"), 3, 30),
            ),
            on_service=(enforcement.intended_penalty_told,),
            once=True,
            serves=letters.falsehood_put_to_applicant,
        ),
        applicant(
            "answer_falsehood",
            Text("Answer the suspicion", "陈述、申辩"),
            Cite(PENALTY_LAW, 45, 1),
            at=(*_UNACCEPTED, *UNDECIDED),
            asks=(
                prose("defence", Text("what you have to say", "陈述、申辩意见")),
                documents("defence_documents", Text("documents", "证据材料"), required=False),
            ),
            guards=(
                in_time(
                    answer_to_falsehood,
                    Text(
                        "nothing has been put to you, or the period is over",
                        "尚无告知事项，或者陈述、申辩期限已届满",
                    ),
                    _HEARD,
                ),
            ),
            tells=(enforcement.defence_made,),
        ),
        reviewer(
            "weigh_answer",
            Text("Weigh the answer, point by point", "复核陈述、申辩"),
            review_defence.cite,
            at=(*_UNACCEPTED, *UNDECIDED),
            asks=(REASONS,),
            guards=(
                after(
                    "answer_falsehood",
                    Text("there is no answer to weigh", "申请人尚未陈述、申辩"),
                    review_defence.cite,
                ),
            ),
            tells=(enforcement.defence_reviewed,),
        ),
        reviewer(
            "refuse_acceptance_for_falsehood",
            Text("Not accept for falsehood, and warn", "因弄虚作假不予受理并给予警告"),
            _FALSE,
            at=_UNACCEPTED,
            to=not_accepted,
            confirmed_by=By.HEAD,
            asks=(GROUNDED,),
            guards=(_heard_first,),
            tells=(events.licence_application_not_accepted, events.licence_refused_for_falsehood),
            serves=letters.refusal_for_falsehood,
        ),
        reviewer(
            "deny_for_falsehood",
            Text("Deny for falsehood, and warn", "因弄虚作假不予许可并给予警告"),
            _FALSE,
            at=UNDECIDED,
            to=denied,
            confirmed_by=By.HEAD,
            asks=(GROUNDED,),
            guards=(*HEARING.settled, _heard_first),
            tells=(events.licence_denied, events.licence_refused_for_falsehood),
            serves=letters.refusal_for_falsehood,
        ),
    )


not_barred = Guard(
    says=Text(
        "after falsehood or fraud no licence can be applied for until the bar has passed; see the decision for its last day",
        "因隐瞒情况、提供虚假材料或者以不正当手段取得许可，限制申请期间内不得再次申请；期限见原决定书",
    ),
    cite=_FALSE,
    met=lambda s: (
        not s.subject.get("barred_until")
        or s.subject["barred_until"] < s.on.isoformat()
        or (s.taken_reading(license_ban_scope) == "safety" and not s.subject.get("affects_safety"))
    ),
)
FALSEHOOD_CLOCKS = (answer_to_falsehood, review_defence, ban_after_falsehood)

declared_in(sys.modules[__name__], SetPeriod)
