"""Licensing Law 69: a licence that should never have been granted is withdrawn (撤销). Not a penalty, and not revocation.

Where the authority erred it may withdraw, and compensates; where the holder got it by deceit or bribery it must, and
bars it for three years. Either way it is left standing where withdrawing would gravely harm the public interest. The
holder is heard first (Licensing Law 7).
"""

from __future__ import annotations

import sys

from qingdan.law.events import licence as events
from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.rules import Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.neighbours.licence_bans import ban_after_fraud
from qingdan.law.statutes import LICENSING_LAW
from qingdan.procedures import licence_withdrawal_letters as letters
from qingdan.procedures.fragments.standing_licence import close_overtaken, is_a_licence, not_undone
from qingdan.procedures.grammar.clocks import SetPeriod
from qingdan.procedures.grammar.effects import Effect, Marks, Status
from qingdan.procedures.grammar.fields import REASONS, choice, documents, number, prose
from qingdan.procedures.grammar.guards import Guard, in_time
from qingdan.procedures.grammar.procedure import Procedure, Subject
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import Step, applicant, reviewer
from qingdan.procedures.stages import (
    abandoned,
    grant_doubted,
    in_doubt,
    left_standing,
    licence_withdrawn,
    withdrawal_intended,
)

_MAY, _MUST, _NOT, _HEARD = (
    Cite(LICENSING_LAW, 69, 1),
    Cite(LICENSING_LAW, 69, 2),
    Cite(LICENSING_LAW, 69, 3),
    Cite(LICENSING_LAW, 7),
)
FRAUD = "fraud"
GROUNDS = {
    "abuse": Text("granted by abuse of power or neglect of duty", "工作人员滥用职权、玩忽职守作出"),
    "beyond_powers": Text("granted beyond powers", "超越法定职权作出"),
    "against_procedure": Text("granted against procedure", "违反法定程序作出"),
    "conditions_missing": Text(
        "granted without the conditions", "对不具备申请资格或者不符合法定条件的申请人准予"
    ),
    "other": Text(
        "another case in which the law lets it be withdrawn, named in the reasons",
        "依法可以撤销的其他情形（理由中载明）",
    ),
    FRAUD: Text("got by deceit, bribery or other improper means", "以欺骗、贿赂等不正当手段取得"),
}

answer_to_withdrawal = SetPeriod(
    cite=_HEARD,
    binds=Role.HOLDER,
    says=Text("answering the intended withdrawal", "就拟撤销许可陈述、申辩"),
    length="answer_within",
    unit=Unit.WORKING_DAY,
    after=events.licence_withdrawal_intended,
    on_lapse=Text("It is decided without the holder's statement", "逾期未陈述、申辩的，依法作出决定"),
    stopped_by=(events.licence_withdrawal_answered,),
)
declared_in(sys.modules[__name__], SetPeriod)

_heard_first = Guard(
    says=Text(
        "hear the holder first: wait for its answer or the end of the period for it",
        "应当先行听取被许可人的陈述、申辩，或者等候期限届满",
    ),
    cite=_HEARD,
    met=lambda s: s.stopped_on(answer_to_withdrawal) is not None or s.over(answer_to_withdrawal),
)


def _ground(*, fraud: bool) -> Guard:
    return Guard(
        says=Text(
            "the ground that was put to the holder calls for the other decision: may be withdrawn for error, must for fraud",
            "与告知被许可人的事由不符：因行政机关原因的可以撤销，以不正当手段取得的应当撤销",
        ),
        cite=_MUST if fraud else _MAY,
        met=lambda s: (s.kept.get("ground") == FRAUD) == fraud,
    )


_withdrawn: tuple[Effect, ...] = (
    Marks(status=Status.WITHDRAWN, why=Text("should not have been granted", "依法撤销")),
)
_outcome = {"at": withdrawal_intended, "confirmed_by": By.HEAD, "asks": (REASONS,)}


def _withdraw(key: str, says: Text, cite: Cite, *, fraud: bool) -> Step:
    return reviewer(
        key,
        says,
        cite,
        to=licence_withdrawn,
        guards=(not_undone, _heard_first, _ground(fraud=fraud)),
        on_service=(events.licence_withdrawn_for_fraud if fraud else events.licence_withdrawn,),
        binds_on_service=True,
        serves=letters.decision_to_withdraw_for_fraud if fraud else letters.decision_to_withdraw_for_error,
        publishes=True,
        effects=_withdrawn,
        **_outcome,
    )


PROCEDURE = Procedure(
    key="licence_withdrawal",
    says=Text("Withdrawal of a licence unlawfully granted", "撤销许可"),
    gloss=Text(
        "A licence granted unlawfully may be withdrawn, one got by deceit or bribery must be, unless that would gravely harm the public "
        "interest. The holder is heard first; for the authority's own error it is compensated.",
        "违法作出的许可可以撤销，以欺骗、贿赂等不正当手段取得的应当撤销；可能对公共利益造成重大损害的不予撤销。"
        "撤销前应当听取被许可人意见；因行政机关违法撤销造成损害的依法赔偿。",
    ),
    cite=Cite(LICENSING_LAW, 69),
    also_cites=(Cite(LICENSING_LAW, 79),),
    subject=Subject.ENTRY,
    opened_by=(By.REVIEWER,),
    opens_at=grant_doubted,
    clocks=(answer_to_withdrawal, ban_after_fraud),
    parts=(
        reviewer(
            "reopen",
            Text("Examine whether the grant was lawful", "启动许可决定复查"),
            _MAY,
            at=grant_doubted,
            to=in_doubt,
            asks=(
                choice(
                    "prompted_by",
                    Text("what prompts it", "启动来源"),
                    {
                        "own_accord": Text("the authority itself, or its superior", "依职权（含上级机关）"),
                        "person_concerned": Text("a person concerned asked for it", "利害关系人请求"),
                    },
                ),
                prose("doubts", Text("what casts doubt on the grant", "对许可决定的疑点")),
            ),
            guards=(is_a_licence, not_undone),
        ),
        reviewer(
            "tell_intention",
            Text("Tell the holder that withdrawal is intended", "告知拟撤销许可"),
            _HEARD,
            at=in_doubt,
            to=withdrawal_intended,
            asks=(
                choice("ground", Text("ground", "撤销事由"), GROUNDS),
                REASONS,
                number("answer_within", Text("working days to answer", "陈述、申辩期限（工作日）"), 5, 30),
            ),
            on_service=(events.licence_withdrawal_intended,),
            serves=letters.notice_of_intended_withdrawal,
        ),
        applicant(
            "answer",
            Text("Answer the intended withdrawal", "陈述、申辩"),
            _HEARD,
            at=withdrawal_intended,
            asks=(
                prose(
                    "statement", Text("what you have to say, and what you relied on", "陈述、申辩及信赖利益")
                ),
                documents("statement_documents", Text("documents", "证据材料"), required=False),
            ),
            guards=(
                in_time(
                    answer_to_withdrawal,
                    Text(
                        "the period for answering is over; the decision itself can be challenged",
                        "陈述、申辩期限已届满；对决定不服的，可以依法寻求救济",
                    ),
                    _HEARD,
                ),
            ),
            tells=(events.licence_withdrawal_answered,),
        ),
        _withdraw(
            "withdraw_for_error",
            Text("Withdraw what the authority granted unlawfully", "撤销违法作出的许可"),
            _MAY,
            fraud=False,
        ),
        _withdraw(
            "withdraw_for_fraud",
            Text("Withdraw what was got by deceit or bribery", "撤销以欺骗、贿赂等不正当手段取得的许可"),
            _MUST,
            fraud=True,
        ),
        reviewer(
            "leave_for_public_interest",
            Text(
                "Leave it standing: withdrawal would gravely harm the public interest", "因公共利益不予撤销"
            ),
            _NOT,
            to=left_standing,
            guards=(_heard_first,),
            serves=letters.decision_to_leave_standing,
            publishes=True,
            **_outcome,
        ),
        reviewer(
            "drop",
            Text("Drop: the grant was lawful", "许可合法，终止复查"),
            _MAY,
            at=(in_doubt, withdrawal_intended),
            to=abandoned,
            confirmed_by=By.HEAD,
            asks=(REASONS,),
            serves=letters.decision_to_leave_standing,
        ),
        close_overtaken((in_doubt, withdrawal_intended)),
    ),
)
