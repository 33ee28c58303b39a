"""Article 29(3) with Licensing Law 50: renewal, sought six months ahead and at the very latest thirty days.

The authority decides before the licence expires. If it is silent, the licence counts as renewed: only what was sought
in time gets this far, and nothing is renewed that was revoked, withdrawn, recalled or cancelled meanwhile. Coming later
than six months is noted, not punished: the article says that one may apply, and the Licensing Law sets the last day.
"""

from __future__ import annotations

from qingdan.law.events import licence as events
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a27_preliminary_review import supplement_period
from qingdan.law.model_law.a29_renewal import deemed_renewal
from qingdan.law.statutes import LICENSING_LAW
from qingdan.procedures import licence_renewal_letters as letters
from qingdan.procedures.fragments.licence_decision import (
    CHECKLIST,
    TERM,
    conditions_all_met,
    some_condition_unmet,
    weighed_with_reasons,
)
from qingdan.procedures.fragments.renewal_time import (
    DECIDE,
    LAST_DAY,
    RENEW,
    renewal_decision,
    sought_late,
    still_undecided,
    thirty_days_left,
    window_open,
)
from qingdan.procedures.fragments.standing_licence import (
    close_overtaken,
    in_force_or_suspended,
    is_a_licence,
    not_undone,
)
from qingdan.procedures.grammar.effects import Prolongs
from qingdan.procedures.grammar.fields import NOTE, REASONS, Asks, Field, documents, items, prose
from qingdan.procedures.grammar.guards import after
from qingdan.procedures.grammar.procedure import Procedure, Subject
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import applicant, by_law, reviewer
from qingdan.procedures.stages import drafted, not_renewed, renewal_sought, renewed, withdrawn

_ASKED_ONCE = Cite(LICENSING_LAW, 32, 1, "4")

PROCEDURE = Procedure(
    key="licence_renewal",
    says=Text("Renewal of a licence", "延续许可"),
    gloss=Text(
        "The holder may apply six months before the licence expires, at the latest thirty days. The authority decides before expiry; "
        "if it is silent the licence counts as renewed. A denial is reasoned and leaves the licence its term.",
        "被许可人可以在届满六个月前申请延续，至迟在届满三十日前提出。主管机关在届满前作出决定，逾期未决定的视为准予延续；"
        "不予延续的应当说明理由，原许可至届满前有效。",
    ),
    cite=RENEW,
    also_cites=(LAST_DAY, DECIDE),
    subject=Subject.ENTRY,
    opened_by=(By.APPLICANT,),
    opens_at=drafted,
    clocks=(renewal_decision, supplement_period),
    parts=(
        applicant(
            "apply",
            Text("Apply for renewal", "申请延续"),
            RENEW,
            at=drafted,
            to=renewal_sought,
            asks=(
                prose("since_granted", Text("what has changed since the grant", "取得许可以来的变化情况")),
                documents(
                    "conditions_evidence",
                    Text("evidence that the conditions are still met", "持续符合许可条件的材料"),
                ),
            ),
            guards=(is_a_licence, in_force_or_suspended, window_open, thirty_days_left),
            flags=(sought_late,),
            tells=(events.licence_renewal_applied,),
            serves=letters.receipt_of_renewal_application,
        ),
        reviewer(
            "ask_documents",
            Text("Ask once for what is missing", "一次性告知补充材料"),
            _ASKED_ONCE,
            at=renewal_sought,
            once=True,
            asks=(items("missing", Text("what is missing, point by point", "需要补充的全部内容")),),
            on_service=(events.licence_supplement_requested,),
            serves=letters.request_for_renewal_documents,
        ),
        applicant(
            "send_documents",
            Text("Send what was asked for", "提交补充材料"),
            _ASKED_ONCE,
            at=renewal_sought,
            asks=(
                Field(
                    key="answers",
                    asks=Asks.REPLIES,
                    to="missing",
                    says=Text("answer to each point", "逐项答复"),
                ),
                documents("sent_documents", Text("documents", "补充材料"), required=False),
            ),
            guards=(
                after(
                    "ask_documents",
                    Text("nothing has been asked for", "尚未告知需要补充的材料"),
                    _ASKED_ONCE,
                ),
            ),
            tells=(events.licence_supplement_received,),
            serves=letters.receipt_of_renewal_documents,
        ),
        reviewer(
            "renew",
            Text("Renew the licence", "准予延续"),
            DECIDE,
            at=renewal_sought,
            to=renewed,
            confirmed_by=By.HEAD,
            asks=(CHECKLIST, TERM, REASONS),
            guards=(not_undone, still_undecided, conditions_all_met, weighed_with_reasons),
            tells=(events.licence_renewal_decided,),
            serves=letters.decision_to_renew,
            publishes=True,
            effects=(Prolongs(term_months="term_months"),),
        ),
        reviewer(
            "deny_renewal",
            Text("Not renew the licence", "不予延续"),
            DECIDE,
            at=renewal_sought,
            to=not_renewed,
            confirmed_by=By.HEAD,
            asks=(CHECKLIST, REASONS),
            guards=(still_undecided, some_condition_unmet),
            tells=(events.licence_renewal_decided,),
            serves=letters.denial_of_renewal,
        ),
        by_law(
            "deemed_renewed",
            Text("The licence counts as renewed", "视为准予延续"),
            DECIDE,
            when=renewal_decision,
            at=renewal_sought,
            to=renewed,
            deemed=deemed_renewal,
            guards=(not_undone,),
            tells=(events.licence_renewal_decided,),
            serves=letters.notice_of_deemed_renewal,
            publishes=True,
            effects=(Prolongs(),),
        ),
        by_law(
            "nothing_left_to_renew",
            Text(
                "The term has passed, and nothing was left to renew", "有效期已届满，且许可先已终止，无可延续"
            ),
            DECIDE,
            when=renewal_decision,
            at=renewal_sought,
        ),
        applicant(
            "withdraw",
            Text("Withdraw the application for renewal", "撤回延续申请"),
            RENEW,
            at=renewal_sought,
            to=withdrawn,
            asks=(NOTE,),
            tells=(events.licence_application_withdrawn,),
            serves=letters.confirmation_of_renewal_withdrawal,
        ),
        close_overtaken((renewal_sought,)),
    ),
)
