"""Article 28, first half: a licence is suspended and rectification ordered; then it is restored, or found not corrected.

Suspension (暂扣) is a penalty, so the Penalty Law governs: two officers, notice, statement and defence, legal review, decision of
the heads, service. Article 28 asks for a violation together with a significant incident, multiple incidents or multiple
penalties (readings revoke.significant, revoke.multiple, revoke.window_months). A finding of non-correction leaves the licence
suspended and opens the way to revocation; correcting late still leads back.
"""

from __future__ import annotations

from qingdan.law.events import enforcement
from qingdan.law.events import licence as events
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a28_suspension import licence_may_be_suspended
from qingdan.law.statutes import MODEL_LAW, PENALTY_LAW
from qingdan.procedures import licence_sanction_letters as letters
from qingdan.procedures import stages
from qingdan.procedures.fragments import penalty
from qingdan.procedures.fragments.penalty_ends import ways_out
from qingdan.procedures.fragments.penalty_facts import ACTIVITY, LAWFUL, shown
from qingdan.procedures.fragments.rectification import (
    EXTENSION_CLOCKS,
    RECTIFICATION_DAYS,
    TO_CORRECT,
    rectification_steps,
)
from qingdan.procedures.fragments.suspension_grounds import GROUNDS, borne_out
from qingdan.procedures.grammar.effects import Marks, Status
from qingdan.procedures.grammar.guards import subject_is
from qingdan.procedures.grammar.procedure import Procedure, Subject
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import inspector

CITE = Cite(MODEL_LAW, 28)
TOLD = (stages.penalty_notified,)
in_force = subject_is(
    "status",
    frozenset({"active"}),
    Text(
        "only a licence in force can be suspended; see how this one stands in the register",
        "仅有效的许可可以暂扣；请查明该许可在名录中的状态",
    ),
    CITE,
)
allowed = shown(
    licence_may_be_suspended,
    Text(
        "Article 28 allows suspension only where a proven violation in development or provision comes with a significant incident, "
        "multiple incidents or multiple penalties; the record does not show that: investigate further or close the case",
        "第二十八条以研发、提供活动中的违法事实清楚，并且发生重大安全事件、多次安全事件或者多次受到行政处罚为条件；案卷尚不足以认定，应当继续调查或者结案",
    ),
    CITE,
)
PRESUPPOSED = (penalty.recorded(Cite(PENALTY_LAW, 40)), *LAWFUL, allowed, in_force)

PROCEDURE = Procedure(
    key="licence_suspension",
    says=Text("Suspension of a licence", "暂扣许可"),
    gloss=Text(
        "A violation with a significant incident, or with several incidents or penalties: the licence may be suspended and rectification "
        "ordered within a period. Corrected, it is restored; not corrected, it may be revoked.",
        "违反本法并且发生重大安全事件、多次安全事件或者多次受到行政处罚的，可以暂扣许可并责令限期改正；改正的解除暂扣，逾期不改正的可以吊销。",
    ),
    cite=CITE,
    also_cites=(Cite(PENALTY_LAW, 44), Cite(PENALTY_LAW, 45), Cite(PENALTY_LAW, 57), Cite(PENALTY_LAW, 58)),
    subject=Subject.ENTRY,
    opened_by=(By.INSPECTOR,),
    opens_at=stages.suspected,
    clocks=(*penalty.CLOCKS, *EXTENSION_CLOCKS),
    parts=(
        penalty.opening(Text("Open the case", "立案"), Cite(PENALTY_LAW, 54, 2), guards=(in_force,)),
        penalty.findings(CITE, GROUNDS, ACTIVITY, guards=(borne_out,)),
        penalty.notice(letters.notice_of_intended_suspension, RECTIFICATION_DAYS, guards=PRESUPPOSED),
        *penalty.defence(*TOLD),
        *penalty.legal_review(TOLD, penalty.told_first(), *penalty.defence_heard()),
        inspector(
            "suspend",
            Text("Suspend the licence and order rectification", "暂扣许可并责令限期改正"),
            CITE,
            at=(stages.investigated, *TOLD, stages.legally_reviewed),
            to=stages.suspended,
            confirmed_by=By.HEAD,
            asks=(TO_CORRECT, RECTIFICATION_DAYS, penalty.GRAVE, penalty.COLLECTIVE, penalty.GROUNDED),
            guards=(
                penalty.told_first(),
                penalty.reviewed_first(TOLD),
                *PRESUPPOSED,
                penalty.COLLECTIVELY,
            ),
            tells=(enforcement.penalty_decided,),
            on_service=(
                enforcement.penalty_served,
                events.licence_suspended,
                enforcement.penalty_published,
            ),
            binds_on_service=True,
            serves=letters.decision_on_suspension,
            publishes=True,
            effects=(Marks(status=Status.SUSPENDED, why=Text("suspended, Article 28", "依第二十八条暂扣")),),
        ),
        *ways_out(*TOLD),
        *rectification_steps(CITE),
    ),
)
