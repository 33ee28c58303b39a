"""Article 63(3): the authority cancels a registration whose service ended undeclared, or whose provider was closed.

Not a penalty but the tidying up of what has ended: no hearing, no fine. Still the provider is told what is intended and may say
that the service goes on; what it says is considered before the head decides. It may also deregister itself meanwhile (49).
"""

from __future__ import annotations

import sys

from qingdan.law.events import registry
from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.rules import Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.statutes import MODEL_LAW
from qingdan.procedures import registry_sanction_letters as letters
from qingdan.procedures import stages
from qingdan.procedures.grammar.clocks import SetPeriod
from qingdan.procedures.grammar.effects import Marks, Status
from qingdan.procedures.grammar.fields import REASONS, choice, documents, number, prose
from qingdan.procedures.grammar.guards import Guard, Situation, subject_is
from qingdan.procedures.grammar.procedure import Procedure, Subject
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import applicant, reviewer

CITE = Cite(MODEL_LAW, 63, 3)
GROUND = choice(
    "ground",
    Text("ground of Article 63(3)", "第六十三条第三款所列事由"),
    {
        "ended": Text("the service ended without deregistration", "终止服务未办理注销登记备案"),
        "site_closed": Text("the site was ordered to close", "受到责令关闭网站处罚"),
        "permit_revoked": Text("the business permit was revoked", "被吊销相关业务许可证"),
        "licence_revoked": Text("the business licence was revoked", "被吊销营业执照"),
    },
    public=True,
)
views_period = SetPeriod(
    cite=CITE,
    binds=Role.PROVIDER,
    says=Text("statement on the intended cancellation", "对拟注销的陈述意见"),
    length="views_days",
    unit=Unit.WORKING_DAY,
    after=registry.registration_cancellation_told,
    stopped_by=(registry.registration_cancelled,),
    on_lapse=Text("the authority may decide on the file", "主管机关可以依案卷作出决定"),
)
registered = subject_is(
    "status",
    frozenset({"active"}),
    Text(
        "only a registration in force can be cancelled; see how this one stands in the register",
        "仅有效的登记备案可以注销；请查明其在名录中的状态",
    ),
    CITE,
)


def _said_all(s: Situation) -> bool:
    served = s.served_on("tell_cancellation") is not None
    return served and (not s.running(views_period) or s.over(views_period))


period_over = Guard(
    says=Text(
        "the provider may still say that the service goes on; decide after the last day of its period",
        "提供者陈述意见的期限尚未届满；应当等候期限届满后决定",
    ),
    cite=CITE,
    met=_said_all,
)
considered_first = Guard(
    says=Text(
        "what the provider said has not been considered; consider it first, with reasons",
        "提供者的意见尚未考虑；应当先行考虑并说明理由",
    ),
    cite=CITE,
    met=lambda _: True,
    shuts=(stages.views_stated,),
)
told_first = Guard(
    says=Text(
        "the provider has not been told; serve the notice of intended cancellation first",
        "尚未告知提供者；应当先送达拟注销告知书",
    ),
    cite=CITE,
    met=lambda _: True,
    shuts=(stages.end_examined,),
)
ground_holds = Guard(
    says=Text(
        "the statement was found to be right, so that the ground does not hold; keep the registration",
        "已认定提供者的意见成立，注销事由不存在；应当维持登记备案",
    ),
    cite=CITE,
    met=lambda s: s.kept.get("views_are") != "right",
)
has_ended = Guard(
    says=Text(
        "the registration still stands; decide on it, or keep it",
        "该登记备案仍然有效；应当作出注销决定或者维持登记备案",
    ),
    cite=CITE,
    met=lambda s: s.subject.get("status") != "active",
)
_OPEN = (stages.end_examined, stages.cancellation_told, stages.views_stated, stages.views_considered)
_VIEWS = {
    "right": Text("right: the ground does not hold", "成立，注销事由不存在"),
    "not_borne_out": Text("not borne out: the ground holds", "不成立，注销事由存在"),
}

PROCEDURE = Procedure(
    key="registry_cancellation_ex_officio",
    says=Text("Cancellation of a registration ex officio", "依职权注销登记备案"),
    gloss=Text(
        "Where a service ended without deregistration, or its provider was closed or lost its permits, the registration is cancelled. "
        "The provider is told first and heard.",
        "终止服务未办理注销登记备案，或者受到责令关闭网站、吊销许可证、吊销营业执照等处罚的，注销登记备案；注销前告知并听取意见。",
    ),
    cite=CITE,
    subject=Subject.ENTRY,
    opened_by=(By.REVIEWER,),
    opens_at=stages.end_suspected,
    clocks=(views_period,),
    parts=(
        reviewer(
            "open_cancellation",
            Text("Examine a ground for cancellation", "审查注销事由"),
            CITE,
            at=stages.end_suspected,
            to=stages.end_examined,
            asks=(
                prose("lead", Text("what points to the end of the service, and its source", "线索及来源")),
            ),
            guards=(registered,),
        ),
        reviewer(
            "tell_cancellation",
            Text("Tell of the intended cancellation", "告知拟注销登记备案"),
            CITE,
            at=stages.end_examined,
            to=stages.cancellation_told,
            asks=(
                GROUND,
                documents("evidence", Text("evidence of the ground", "注销事由的证明材料")),
                number("views_days", Text("working days for a statement", "陈述意见期限（工作日）"), 5, 60),
                REASONS,
            ),
            guards=(registered,),
            on_service=(registry.registration_cancellation_told,),
            serves=letters.notice_of_intended_cancellation,
        ),
        applicant(
            "state_views",
            Text("Say that the service goes on, or that the ground does not hold", "陈述意见"),
            CITE,
            at=(stages.cancellation_told, stages.views_stated, stages.views_considered),
            to=stages.views_stated,
            asks=(
                prose("views", Text("your statement", "陈述意见")),
                documents("views_evidence", Text("your evidence", "证明材料"), required=False),
            ),
            serves=letters.receipt_for_views_on_cancellation,
        ),
        reviewer(
            "consider_views",
            Text("Consider the statement", "考虑陈述意见"),
            CITE,
            at=stages.views_stated,
            to=stages.views_considered,
            asks=(choice("views_are", Text("the statement is", "意见是否成立"), _VIEWS), REASONS),
        ),
        reviewer(
            "cancel_registration",
            Text("Cancel the registration", "注销登记备案"),
            CITE,
            at=_OPEN,
            to=stages.registration_cancelled,
            confirmed_by=By.HEAD,
            asks=(REASONS,),
            guards=(told_first, considered_first, period_over, ground_holds, registered),
            on_service=(registry.registration_cancelled,),
            binds_on_service=True,
            serves=letters.decision_on_registry_cancellation,
            publishes=True,
            effects=(
                Marks(
                    status=Status.DEREGISTERED,
                    why=Text("cancelled ex officio, Article 63(3)", "依第六十三条第三款依职权注销"),
                ),
            ),
        ),
        reviewer(
            "keep_registration",
            Text("Keep the registration", "维持登记备案"),
            CITE,
            at=_OPEN,
            to=stages.registration_kept,
            asks=(REASONS,),
            serves=letters.notice_of_registration_kept,
        ),
        reviewer(
            "end_without_object",
            Text("Close: the registration has ended by itself", "登记备案已终止，结案"),
            CITE,
            at=_OPEN,
            to=stages.overtaken,
            asks=(REASONS,),
            guards=(has_ended,),
        ),
    ),
)
declared_in(sys.modules[__name__], SetPeriod)
