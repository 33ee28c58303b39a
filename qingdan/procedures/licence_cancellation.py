"""Article 29(4) with Licensing Law 70: a licence that has ended is struck off.

Whoever ceases the licensed activity applies within three months. The authority does it of its own accord when the term
ran out, the holder is no more, or nothing can be done under the licence any more. What was withdrawn, recalled or revoked
has ended already: its formalities are done, and the register keeps saying how it ended.
"""

from __future__ import annotations

from qingdan.law.events import licence as events
from qingdan.law.events import service
from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.rules import Duty
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a29_renewal import cancel_after_development, cancel_after_service
from qingdan.law.numbers import Kind
from qingdan.law.statutes import LICENSING_LAW, MODEL_LAW
from qingdan.procedures import licence_cancellation_letters as letters
from qingdan.procedures.fragments.cancellation_grounds import (
    GROUNDS,
    answer_to_striking_off,
    answered_or_over,
    ground_is_true,
)
from qingdan.procedures.fragments.standing_licence import (
    close_overtaken,
    in_force_or_suspended,
    not_undone,
    undone,
)
from qingdan.procedures.grammar.effects import Marks, Status
from qingdan.procedures.grammar.fields import NOTE, REASONS, choice, day, documents, number, prose
from qingdan.procedures.grammar.guards import in_time, late, not_future, subject_is
from qingdan.procedures.grammar.procedure import Procedure, Subject
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import Step, applicant, reviewer
from qingdan.procedures.stages import (
    abandoned,
    cancellation_sought,
    drafted,
    formalities_done,
    not_struck_off,
    strike_off_due,
    struck_off,
    withdrawn,
)

_CEASED, _STRIKE_OFF = Cite(MODEL_LAW, 29, 4), Cite(LICENSING_LAW, 70)


def _apply(what: str, says: Text, kind: Kind, ended: Event, duty: Duty) -> Step:
    """Return the application of a holder who has ceased ``what`` the licence of ``kind`` is for."""
    return applicant(
        f"apply_after_{what}",
        says,
        _CEASED,
        at=drafted,
        to=cancellation_sought,
        asks=(
            day("ceased_on", Text("day on which the activity ceased", "停止活动日期")),
            documents("cessation_evidence", Text("evidence, and the licence", "停止活动的证明及许可证")),
        ),
        guards=(
            subject_is(
                "kind",
                frozenset({kind.value}),
                Text("the licence is not for the activity that ceased", "该许可与所停止的活动类别不符"),
                _CEASED,
            ),
            in_force_or_suspended,
            not_future(
                "ceased_on", Text("apply once the activity has ceased", "停止活动后方可申请注销"), _CEASED
            ),
        ),
        flags=(
            late(
                "cancellation_sought_late",
                "ceased_on",
                duty,
                Text("applied for later than three months after ceasing", "停止活动满三个月后方申请注销"),
            ),
        ),
        tells=(ended, events.licence_cancellation_applied),
        told_on={ended: "ceased_on"},
        serves=letters.receipt_of_cancellation_application,
    )


PROCEDURE = Procedure(
    key="licence_cancellation",
    says=Text("Cancellation of a licence", "注销许可"),
    gloss=Text(
        "Whoever ceases what is licensed applies for cancellation within three months. Without an application the authority strikes "
        "off what has ended: the term ran out, the holder is gone, or the licence was withdrawn, recalled or revoked.",
        "停止被许可活动的，应当在三个月内申请注销。有效期届满、主体终止或者许可被撤销、撤回、吊销的，主管机关依职权办理注销手续。",
    ),
    cite=_CEASED,
    also_cites=(_STRIKE_OFF,),
    subject=Subject.ENTRY,
    opened_by=(By.APPLICANT, By.REVIEWER),
    opens_at=drafted,
    clocks=(cancel_after_service, cancel_after_development, answer_to_striking_off),
    parts=(
        _apply(
            "service",
            Text("Apply for cancellation, the service having ceased", "停止提供，申请注销"),
            Kind.PROVISION_LICENCE,
            service.service_ended,
            cancel_after_service,
        ),
        _apply(
            "development",
            Text("Apply for cancellation, development having ceased", "停止研发，申请注销"),
            Kind.RESEARCH_LICENCE,
            events.development_ended,
            cancel_after_development,
        ),
        reviewer(
            "cancel",
            Text("Cancel on application", "准予注销"),
            _CEASED,
            at=cancellation_sought,
            to=struck_off,
            confirmed_by=By.HEAD,
            asks=(NOTE,),
            guards=(not_undone,),
            tells=(events.licence_struck_off,),
            serves=letters.notice_of_cancellation,
            publishes=True,
            effects=(Marks(status=Status.CANCELLED, why=Text("the activity has ceased", "停止被许可活动")),),
        ),
        reviewer(
            "refuse_cancellation",
            Text("Not cancel: the activity goes on", "不予注销"),
            _CEASED,
            at=cancellation_sought,
            to=not_struck_off,
            confirmed_by=By.HEAD,
            asks=(REASONS,),
            serves=letters.refusal_to_cancel,
        ),
        applicant(
            "withdraw",
            Text("Withdraw the application", "撤回注销申请"),
            _CEASED,
            at=cancellation_sought,
            to=withdrawn,
            asks=(NOTE,),
        ),
        reviewer(
            "establish_ground",
            Text("Establish a reason to strike off, and tell the holder", "查明注销事由并告知"),
            _STRIKE_OFF,
            at=drafted,
            to=strike_off_due,
            asks=(
                choice("ground", Text("reason to strike off", "注销事由"), GROUNDS, public=True),
                REASONS,
                documents("ground_evidence", Text("evidence", "证明材料")),
                number("answer_within", Text("working days for objections", "提出异议期限（工作日）"), 5, 30),
            ),
            guards=(ground_is_true,),
            on_service=(events.licence_cancellation_intended,),
            serves=letters.notice_of_intended_striking_off,
        ),
        applicant(
            "object",
            Text("Object to the striking off", "提出异议"),
            _STRIKE_OFF,
            at=strike_off_due,
            asks=(
                prose("objection", Text("why the facts are otherwise", "异议及理由")),
                documents("objection_documents", Text("documents", "证明材料"), required=False),
            ),
            guards=(
                in_time(
                    answer_to_striking_off,
                    Text(
                        "the period for objections is over; the decision itself can be challenged",
                        "异议期限已届满；对决定不服的，可以依法寻求救济",
                    ),
                    _STRIKE_OFF,
                ),
            ),
            tells=(events.licence_cancellation_answered,),
        ),
        reviewer(
            "strike_off",
            Text("Strike off of the authority's own accord", "依职权注销许可"),
            _STRIKE_OFF,
            at=strike_off_due,
            to=struck_off,
            confirmed_by=By.HEAD,
            asks=(REASONS,),
            guards=(not_undone, answered_or_over),
            on_service=(events.licence_struck_off,),
            binds_on_service=True,
            serves=letters.decision_to_strike_off,
            publishes=True,
            effects=(Marks(status=Status.CANCELLED, why=Text("ended by law", "依法终止")),),
        ),
        reviewer(
            "complete_formalities",
            Text("Complete the formalities of what was undone", "办结已撤销、撤回、吊销许可的注销手续"),
            Cite(LICENSING_LAW, 70, 1, "4"),
            at=strike_off_due,
            to=formalities_done,
            asks=(NOTE,),
            guards=(undone,),
            serves=letters.notice_of_formalities,
            publishes=True,
        ),
        reviewer(
            "drop",
            Text("Drop: there is no reason to strike off", "终止注销程序"),
            _STRIKE_OFF,
            at=strike_off_due,
            to=abandoned,
            asks=(REASONS,),
            serves=letters.notice_of_no_striking_off,
        ),
        close_overtaken((cancellation_sought,)),
    ),
)
