"""Article 28, second half: a suspended licence is revoked, where nothing was corrected or a further incident or penalty followed.

Revocation (吊销) is the gravest penalty: right to a hearing (Penalty Law 63-65), legal review (58), collective decision (57(2)). It
presupposes suspension with a period for rectification. A revoked licence is struck off (注销, Licensing Law 70). A case that
ends without revocation leaves the suspension to its own case, where late correction still leads back.
"""

from __future__ import annotations

from qingdan.law.events import enforcement
from qingdan.law.events import licence as events
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a28_suspension import licence_may_be_revoked
from qingdan.law.model_law.a61_bars import revoked_without_suspension
from qingdan.law.neighbours.penalty_terms import case_decision
from qingdan.law.readings.liability import excluded_time
from qingdan.law.statutes import LICENSING_LAW, MODEL_LAW, PENALTY_LAW
from qingdan.procedures import licence_sanction_letters as letters
from qingdan.procedures import stages
from qingdan.procedures.fragments import penalty
from qingdan.procedures.fragments.hearing import PENALTY, RESTS_ON, hearing_passage
from qingdan.procedures.fragments.penalty_ends import ways_out
from qingdan.procedures.fragments.penalty_facts import ACTIVITY, LAWFUL, shown
from qingdan.procedures.fragments.suspension_grounds import REVOCATION_GROUNDS, revocation_borne_out
from qingdan.procedures.grammar.effects import Marks, Records, Status
from qingdan.procedures.grammar.fields import REASONS, choice, documents
from qingdan.procedures.grammar.guards import Guard, subject_is
from qingdan.procedures.grammar.procedure import Procedure, Subject
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import inspector

CITE = Cite(MODEL_LAW, 28)
_BAR = revoked_without_suspension
suspended_first = subject_is(
    "status",
    frozenset({"suspended"}),
    Text(f"{_BAR.because.en}; {_BAR.remedy.en}", f"{_BAR.because.zh}；{_BAR.remedy.zh}"),
    _BAR.cite,
)
allowed = shown(
    licence_may_be_revoked,
    Text(
        "Article 28 allows revocation only where nothing was corrected within the rectification period, or a further incident or "
        "penalty followed the suspension; the record does not show that: leave the licence suspended, or close the case",
        "第二十八条仅在逾期不改正，或者暂扣后再次发生安全事件、受到行政处罚时允许吊销；案卷尚不足以认定，应当维持暂扣或者结案",
    ),
    CITE,
)
PRESUPPOSED = (suspended_first, penalty.recorded(Cite(PENALTY_LAW, 40)), *LAWFUL, allowed)
hearing = hearing_passage(
    PENALTY,
    by=inspector,
    at=stages.investigated,
    offer=letters.notice_of_intended_revocation,
    handlers=penalty.HANDLERS,
    intends=(penalty.DEFENCE_DAYS, REASONS),
    guards=PRESUPPOSED,
    tells_too=penalty.TELLS,
    stands_still=(case_decision,),
    stands_still_if=taking(excluded_time, "hearing_and_tests"),
)
# the gravest penalty: the heads always discuss it together (Penalty Law 57(2))
COLLECTIVE = documents("collective_record", penalty.COLLECTIVE.says)

PROCEDURE = Procedure(
    key="licence_revocation",
    says=Text("Revocation of a licence", "吊销许可"),
    gloss=Text(
        "A suspended licence is revoked if nothing is corrected in the period set, or if a further incident or penalty follows. The "
        "holder may ask for a hearing. Then the licence is struck off.",
        "许可被暂扣后逾期不改正，或者再次发生安全事件、受到行政处罚的，可以吊销许可；持有人有权要求听证。吊销后依法注销。",
    ),
    cite=CITE,
    also_cites=(Cite(PENALTY_LAW, 63), Cite(PENALTY_LAW, 64), Cite(PENALTY_LAW, 65), Cite(LICENSING_LAW, 70)),
    subject=Subject.ENTRY,
    opened_by=(By.INSPECTOR,),
    opens_at=stages.suspected,
    clocks=(*penalty.CLOCKS, *hearing.clocks),
    parts=(
        penalty.opening(Text("Open the case", "立案"), Cite(PENALTY_LAW, 54, 2), guards=(suspended_first,)),
        penalty.findings(CITE, REVOCATION_GROUNDS, ACTIVITY, guards=(revocation_borne_out,)),
        *hearing.steps,
        *penalty.defence(*hearing.stages),
        *penalty.legal_review(hearing.stages, hearing.told, *hearing.settled, *penalty.defence_heard()),
        inspector(
            "revoke",
            Text("Revoke the licence", "吊销许可"),
            CITE,
            at=(stages.investigated, *hearing.stages, stages.legally_reviewed),
            to=stages.licence_revoked,
            confirmed_by=By.HEAD,
            asks=(RESTS_ON, COLLECTIVE, penalty.GROUNDED),
            guards=(
                hearing.told,
                *hearing.settled,
                penalty.reviewed_first(hearing.stages),
                *PRESUPPOSED,
                hearing.on_the_record,
            ),
            tells=(enforcement.penalty_decided,),
            on_service=(
                enforcement.penalty_served,
                events.licence_revoked,
                enforcement.penalty_published,
            ),
            binds_on_service=True,
            serves=letters.decision_on_revocation,
            publishes=True,
            effects=(Marks(status=Status.REVOKED, why=Text("revoked, Article 28", "依第二十八条吊销")),),
        ),
        *ways_out(*hearing.stages),
        inspector(
            "strike_off",
            Text("Strike the revoked licence off", "办理注销手续"),
            Cite(LICENSING_LAW, 70, 1, "4"),
            at=stages.licence_revoked,
            to=stages.struck_off,
            asks=(
                choice(
                    "certificate",
                    Text("the licence certificate", "许可证件"),
                    {
                        "returned": Text("returned", "已交回"),
                        "void": Text("not returned, declared void", "未交回，公告作废"),
                    },
                    public=True,
                ),
            ),
            guards=(
                Guard(
                    says=Text(
                        "the decision to revoke has not been served, so that it does not bind yet; serve it first",
                        "吊销决定尚未送达，不发生效力；应当先行送达",
                    ),
                    cite=Cite(PENALTY_LAW, 61),
                    met=lambda s: s.served_on("revoke") is not None,
                ),
            ),
            tells=(events.licence_struck_off,),
            serves=letters.notice_of_striking_off_after_revocation,
            publishes=True,
            effects=(Records(what="struck_off", shows=("certificate",)),),
        ),
    ),
)
