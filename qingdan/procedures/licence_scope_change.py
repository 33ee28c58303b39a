"""Article 29(2): what goes beyond the scope, or changes the risk by technology, scenario or audience, is applied for anew.

"Apply anew" is taken at its word: the whole of Articles 26 and 27 again, and a grant is a new licence with its own number,
scope and term. The old one is cancelled with it, its entry stays readable and says so; thus a number never stands for two
different risks. A denial, a withdrawal or silence leaves the old licence untouched. What may be done meanwhile is a
reading (`license.reapply.meanwhile`).
"""

from __future__ import annotations

from qingdan.law.events import licence as events
from qingdan.law.facts.licence import what_changed
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a27_preliminary_review import supplement_period
from qingdan.law.readings.licensing import license_reapply_meanwhile
from qingdan.law.statutes import MODEL_LAW
from qingdan.procedures import licence_scope_change_letters as letters
from qingdan.procedures.fragments.falsehood import FALSEHOOD_CLOCKS, falsehood, not_barred
from qingdan.procedures.fragments.licence_decision import DECISION_CLOCKS, KIND, decision
from qingdan.procedures.fragments.licence_examination import EXAMINATION_CLOCKS, UNDECIDED, examination
from qingdan.procedures.fragments.licence_letters import confirmation_of_withdrawal
from qingdan.procedures.fragments.preliminary_review import PRELIMINARY_CLOCKS, preliminary_review_passage
from qingdan.procedures.fragments.standing_licence import (
    close_overtaken,
    in_force_or_suspended,
    is_a_licence,
    not_undone,
    suspension_lifted,
)
from qingdan.procedures.fragments.supplement import DOSSIER
from qingdan.procedures.grammar.effects import Marks, Status
from qingdan.procedures.grammar.fields import NOTE, Asks, Field, enclosing, prose
from qingdan.procedures.grammar.guards import Guard
from qingdan.procedures.grammar.procedure import Procedure, Subject
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import applicant
from qingdan.procedures.stages import drafted, received, supplement_due, withdrawn

_CITE = Cite(MODEL_LAW, 29, 2)
_OPEN = (received, supplement_due, *UNDECIDED)
_CHANGES = {
    "scope": Text("the activity goes beyond the scope", "活动超出许可范围"),
    **{key: says for key, says in what_changed.options.items() if key != "nothing"},
}

PROCEDURE = Procedure(
    key="licence_scope_change",
    says=Text("Reapplication because of a change", "因变化重新申请许可"),
    gloss=Text(
        "Whoever goes beyond the scope of a licence, or changes technology, scenario or audience so that the risk changes, applies "
        "anew. A grant is a new licence in place of the old; a denial leaves the old one as it is.",
        "超出许可范围，或者技术、应用场景、用户群体变化引起风险变化的，应当重新申请许可。准予的，发给新许可并注销原许可；"
        "不予许可的，原许可不受影响。",
    ),
    cite=_CITE,
    also_cites=(Cite(MODEL_LAW, 26), Cite(MODEL_LAW, 27)),
    subject=Subject.ENTRY,
    opened_by=(By.APPLICANT,),
    opens_at=drafted,
    clocks=(
        *PRELIMINARY_CLOCKS,
        supplement_period,
        *EXAMINATION_CLOCKS,
        *DECISION_CLOCKS,
        *FALSEHOOD_CLOCKS,
    ),
    parts=(
        applicant(
            "reapply",
            Text("Apply anew because of the change", "因变化重新申请"),
            _CITE,
            at=drafted,
            to=received,
            asks=(
                Field(
                    key="changes",
                    asks=Asks.CHOICES,
                    says=Text("what changes", "变化事项"),
                    options=_CHANGES,
                ),
                prose("change", Text("the change, and how it alters the risks", "变化内容及其对风险的影响")),
                KIND,
                prose("scope_sought", Text("scope applied for", "申请的许可范围")),
                Field(
                    key="halted",
                    asks=Asks.YES_NO,
                    says=Text(
                        "is the licensed activity halted meanwhile?", "重新申请期间是否停止被许可活动？"
                    ),
                ),
                *enclosing(*DOSSIER, optional=DOSSIER[-1:]),
            ),
            guards=(
                is_a_licence,
                in_force_or_suspended,
                not_barred,
                Guard(
                    says=Text(
                        "on the reading followed here nothing licensed may be done until the new licence is granted: halt it first",
                        "按照所采解释，取得新许可前一律停止被许可活动；请先行停止",
                    ),
                    cite=_CITE,
                    asks=("halted",),
                    met=lambda s: (
                        s.given["halted"] or s.taken_reading(license_reapply_meanwhile) == "old_scope"
                    ),
                ),
            ),
            tells=(events.licence_reapplied, events.licence_application_received),
            serves=letters.receipt_of_reapplication,
        ),
        *preliminary_review_passage(),
        *examination(),
        *decision(
            provided=(not_undone, suspension_lifted),
            besides=(
                Marks(
                    status=Status.CANCELLED,
                    why=Text(
                        "replaced by a new licence (Article 29(2))",
                        "因重新取得许可而注销（第二十九条第二款）",
                    ),
                ),
            ),
        ),
        *falsehood(),
        applicant(
            "withdraw",
            Text("Withdraw the reapplication", "撤回重新申请"),
            Cite(MODEL_LAW, 27, 2),
            at=_OPEN,
            to=withdrawn,
            asks=(NOTE,),
            tells=(events.licence_application_withdrawn,),
            serves=confirmation_of_withdrawal,
        ),
        close_overtaken(_OPEN),
    ),
)
