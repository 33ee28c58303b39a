"""Article 43(2): what is registered has changed, and is entered anew within ten working days; the number stays.

It is checked as a filing is (Article 44). A change that puts the product on the Negative List is no matter for an
update: it needs a licence (24), and the party is told so by a reasoned letter.
"""

from __future__ import annotations

from qingdan.law.events import registry as events
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a43_registry import update_registry
from qingdan.law.statutes import MODEL_LAW
from qingdan.procedures import registry_letters as letters
from qingdan.procedures.fragments.completeness import (
    FILING_CLOCKS,
    FIVE_DAYS,
    completeness,
    found_complete,
    not_listed,
    refer_to_licensing,
    withdraw,
)
from qingdan.procedures.grammar.effects import Amends
from qingdan.procedures.grammar.fields import day, prose
from qingdan.procedures.grammar.guards import Guard, late, not_future, subject_is
from qingdan.procedures.grammar.procedure import Procedure, Subject
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import applicant, reviewer
from qingdan.procedures.registry_fields import FILED, SHOWN, SOME_OF_IT
from qingdan.procedures.stages import drafted, filed, filing_complete, registration_updated, supplement_due

CITE = Cite(MODEL_LAW, 43, 2)
is_registration = subject_is(
    "kind",
    frozenset({"R"}),
    Text(
        "this is for registrations; a licence has procedures of its own",
        "本程序仅适用于登记备案，许可另有程序",
    ),
    CITE,
)
stands = subject_is(
    "status",
    frozenset({"active", "suspended"}),
    Text("the registration has ended: file anew", "该备案已终止，请重新备案"),
    CITE,
)
_CHANGED_ON = day("changed_on", Text("day of the change", "信息发生变更之日"))
_WHAT = prose("what_changed", Text("what has changed, and why", "变更内容及原因"))
_SOMETHING_NEW = Guard(
    says=Text("give at least one item of the filing anew", "请至少填写一项变更后的备案信息"),
    cite=CITE,
    asks=(_WHAT.key,),
    met=lambda s: any(field.key in s.given for field in FILED),
)

PROCEDURE = Procedure(
    key="registry_change",
    says=Text("Change of a registration", "变更备案"),
    gloss=Text(
        "The provider reports a change of what is registered within ten working days of it. The authority checks completeness as for a "
        "filing and publishes the new version under the same number. A change that brings the product onto the Negative List leads to "
        "licensing.",
        "登记信息发生变更的，提供者自变更之日起十个工作日内办理变更。主管机关比照备案核验材料是否齐全，以原编号公示新版本。"
        "变更后列入负面清单的，转办许可。",
    ),
    cite=CITE,
    also_cites=(Cite(MODEL_LAW, 44), Cite(MODEL_LAW, 24, 1)),
    subject=Subject.ENTRY,
    opened_by=(By.APPLICANT,),
    opens_at=drafted,
    clocks=(update_registry, *FILING_CLOCKS),
    parts=(
        applicant(
            "report_change",
            Text("Report the change", "提交变更"),
            CITE,
            at=drafted,
            to=filed,
            asks=(_CHANGED_ON, _WHAT, *SOME_OF_IT),
            guards=(
                is_registration,
                stands,
                _SOMETHING_NEW,
                not_future(
                    _CHANGED_ON.key,
                    Text(
                        "the register shows what is: report the change once it has happened",
                        "备案应当反映现状，请于变更发生后办理",
                    ),
                    CITE,
                ),
            ),
            flags=(
                late(
                    "changed_late",
                    _CHANGED_ON.key,
                    update_registry,
                    Text("reported after ten working days", "超过规定期限办理变更"),
                ),
            ),
            tells=(events.registered_information_changed, events.registry_updated, events.filing_received),
            told_on={events.registered_information_changed: _CHANGED_ON.key},
            serves=letters.receipt_of_change,
        ),
        *completeness(
            at=filed,
            corrections=SOME_OF_IT,
            holds=FIVE_DAYS,
            tells=(events.filing_supplemented, events.complete_filing_received),
        ),
        *found_complete("report_change"),
        reviewer(
            "enter_change",
            Text("Enter and publish the change", "办结变更备案并公示"),
            CITE,
            at=filing_complete,
            to=registration_updated,
            apart_from=("find_complete",),
            guards=(stands, not_listed),
            tells=(events.registry_update_published,),
            serves=letters.certificate_of_change,
            publishes=True,
            effects=(Amends(shows=SHOWN),),
        ),
        refer_to_licensing((filed, supplement_due, filing_complete)),
        withdraw((filed, supplement_due, filing_complete)),
    ),
)
