"""Articles 26 and 27: a licence to develop or to provide what is on the Negative List.

Seven documents; a preliminary review of ten working days with one call to supplement; a decision within 45 days of
acceptance, extended once by up to ten; granted only where all eight conditions of Article 25 are met, denied only
with reasons. The Licensing Law (31-48, 78) fills what is left open. Silence accepts, but never grants.
"""

from __future__ import annotations

from qingdan.law.events import licence as events
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a27_preliminary_review import supplement_period
from qingdan.law.statutes import LICENSING_LAW, MODEL_LAW
from qingdan.procedures.fragments import licence_letters as letters
from qingdan.procedures.fragments.falsehood import FALSEHOOD_CLOCKS, falsehood, not_barred
from qingdan.procedures.fragments.licence_decision import DECISION_CLOCKS, KIND, decision
from qingdan.procedures.fragments.licence_examination import EXAMINATION_CLOCKS, UNDECIDED, examination
from qingdan.procedures.fragments.preliminary_review import PRELIMINARY_CLOCKS, preliminary_review_passage
from qingdan.procedures.fragments.supplement import DOSSIER
from qingdan.procedures.grammar.fields import NOTE, enclosing, prose
from qingdan.procedures.grammar.guards import Flag
from qingdan.procedures.grammar.procedure import Procedure, Subject
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import applicant
from qingdan.procedures.stages import drafted, received, supplement_due, withdrawn

_one_is_suspended = Flag(
    key="licence_suspended",
    says=Text(
        "a licence of this product is suspended: a new one must not undo the suspension (Article 28)",
        "该产品的许可处于暂扣状态，不得以新许可规避暂扣（第二十八条）",
    ),
    cite=Cite(MODEL_LAW, 28),
    met=lambda s: s.subject.get("active_entry") == "suspended",
)

PROCEDURE = Procedure(
    key="licence_application",
    says=Text("Application for a licence", "许可申请"),
    gloss=Text(
        "A developer or provider applies with seven documents. The authority looks within ten working days whether they are "
        "complete and calls once for what is missing, then decides within 45 days, ten more if its head agrees. It grants where "
        "all eight conditions are met and otherwise denies in writing, with reasons.",
        "研发者、提供者提交七项材料申请许可。主管机关十个工作日内初审并可一次性告知补正，自受理之日起四十五日内作出决定，"
        "经负责人批准可以延长十日。符合八项条件的准予许可，不符合的书面说明理由不予许可。",
    ),
    cite=Cite(MODEL_LAW, 26),
    also_cites=(Cite(MODEL_LAW, 27), Cite(MODEL_LAW, 25), Cite(LICENSING_LAW, 32), Cite(LICENSING_LAW, 78)),
    subject=Subject.PRODUCT,
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
            "submit",
            Text("Apply for the licence", "提交许可申请"),
            Cite(MODEL_LAW, 26),
            at=drafted,
            to=received,
            asks=(
                KIND,
                prose("scope_sought", Text("scope applied for", "申请的许可范围")),
                *enclosing(*DOSSIER, optional=DOSSIER[-1:]),
            ),
            guards=(not_barred,),
            flags=(_one_is_suspended,),
            tells=(events.licence_application_received,),
            serves=letters.receipt_of_application,
        ),
        *preliminary_review_passage(),
        *examination(),
        *decision(),
        *falsehood(),
        applicant(
            "withdraw",
            Text("Withdraw the application", "撤回申请"),
            Cite(MODEL_LAW, 27, 2),
            at=(received, supplement_due, *UNDECIDED),
            to=withdrawn,
            asks=(NOTE,),
            tells=(events.licence_application_withdrawn,),
            serves=letters.confirmation_of_withdrawal,
        ),
    ),
)
