"""Article 27(2): one call to supplement, complete; an answer point by point; or a finding that counts as withdrawal.

Silence of the applicant ends nothing by itself: an officer must find, with reasons and a second pair of eyes, that
there was no legitimate reason. Until then a late supplement is taken in.
"""

from __future__ import annotations

import sys

from qingdan.law.events import licence as events
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.rules import Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law import a26_dossier as dossier
from qingdan.law.model_law.a27_preliminary_review import (
    preliminary_review,
    review_of_supplement,
    supplement_period,
)
from qingdan.law.readings.licensing import license_prelim_restart
from qingdan.law.statutes import LICENSING_LAW, MODEL_LAW
from qingdan.procedures.fragments import licence_letters as letters
from qingdan.procedures.grammar.clocks import SetPeriod
from qingdan.procedures.grammar.fields import REASONS, Asks, Field, documents, items, prose
from qingdan.procedures.grammar.guards import Guard, Situation, in_time, once_over
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import Step, applicant, intake, reviewer
from qingdan.procedures.stages import counted_withdrawn, received, supplement_due

_CITE = Cite(MODEL_LAW, 27, 2)
_ANSWER = (
    Field(key="replies", asks=Asks.REPLIES, to="defects", says=Text("answer to each point", "逐项答复")),
    documents("supplements", Text("documents", "补正材料"), required=False),
)
_BEFORE_THE_END = Text(
    "the period for supplementing still runs; wait for its last day", "补正期限尚未届满，应当等候期限届满"
)
DOSSIER = (
    dossier.licence_form,
    dossier.proof_of_entity_and_means,
    dossier.proof_of_citizenship,
    dossier.staff_credentials,
    dossier.systems_and_implementation,
    dossier.security_assessment_report,
    dossier.other_required_documents,
)


def _what_was_left(s: Situation) -> int:
    """Return how many of the ten working days were left, the day of telling not being used up; at least one."""
    ten = preliminary_review.period.amount
    told, first = s.stopped_on(preliminary_review), s.deadline(preliminary_review)
    if told is None or first is None or not isinstance(ten, int):
        return 1
    return next(
        (ten - n for n in range(ten) if s.period_end(first.start, n + 1, Unit.WORKING_DAY) >= told), 1
    )


rest_of_preliminary_review = SetPeriod(
    cite=review_of_supplement.cite,
    binds=Role.AUTHORITY,
    says=Text("rest of the preliminary review", "初审剩余期限"),
    length=_what_was_left,
    unit=Unit.WORKING_DAY,
    after=events.licence_supplement_received,
    on_lapse=review_of_supplement.on_lapse,
    stopped_by=review_of_supplement.stopped_by,
    when=taking(license_prelim_restart, "rest"),
)


def _more_time_has_begun(s: Situation) -> bool:
    """Tell whether the letter that gives more time, if there is one, has been served."""
    given, served = s.taken_on("grant_more_time"), s.served_on("grant_more_time")
    return given is None or (served is not None and served >= given)


def supplement() -> tuple[Step, ...]:
    """Return the call, the answer, and what an officer may find when none comes."""
    return (
        intake(
            "ask_supplement",
            Text("Tell once everything that is missing", "一次性告知补正"),
            Cite(LICENSING_LAW, 32, 1, "4"),
            at=received,
            to=supplement_due,
            once=True,
            asks=(
                items("defects", Text("everything to be supplemented, point by point", "需要补正的全部内容")),
                # asking for anything but the dossier is forbidden (Licensing Law 31)
                Field(
                    key="concerns",
                    asks=Asks.CHOICES,
                    says=Text("documents of Article 26 that this concerns", "所涉第二十六条材料"),
                    options={d.key: d.says for d in DOSSIER},
                ),
            ),
            on_service=(events.licence_supplement_requested,),
            serves=letters.call_for_supplement,
        ),
        applicant(
            "send_supplement",
            Text("Supplement", "提交补正材料"),
            _CITE,
            at=supplement_due,
            to=received,
            asks=_ANSWER,
            guards=(
                in_time(
                    supplement_period,
                    Text(
                        "the period to supplement does not run: if it is over, supplement late and say why",
                        "补正期限未在计算中；逾期的，请通过“逾期补正”提交并说明理由",
                    ),
                    _CITE,
                ),
            ),
            tells=(events.licence_supplement_received,),
            serves=letters.receipt_of_supplement,
        ),
        applicant(
            "send_supplement_late",
            Text("Supplement late, saying why", "逾期补正并说明理由"),
            _CITE,
            at=supplement_due,
            to=received,
            asks=(*_ANSWER, prose("late_because", Text("why it comes late", "逾期理由"))),
            guards=(once_over(supplement_period, _BEFORE_THE_END, _CITE),),
            tells=(events.licence_supplement_received,),
            serves=letters.receipt_of_supplement,
        ),
        reviewer(
            "grant_more_time",
            Text("Find a legitimate reason, and let the period run anew", "认定有正当理由，重新计算补正期限"),
            _CITE,
            at=supplement_due,
            asks=(REASONS,),
            guards=(once_over(supplement_period, _BEFORE_THE_END, _CITE),),
            on_service=(events.licence_supplement_requested,),
            serves=letters.notice_of_more_time,
        ),
        reviewer(
            "find_withdrawn",
            Text("Find that the application counts as withdrawn", "认定视为撤回申请"),
            _CITE,
            at=supplement_due,
            to=counted_withdrawn,
            confirmed_by=By.HEAD,
            asks=(REASONS,),
            guards=(
                once_over(supplement_period, _BEFORE_THE_END, _CITE),
                Guard(
                    says=Text(
                        "more time was granted and the letter is not served yet; the period begins with its service",
                        "重新计算补正期限的告知书尚未送达，期限自送达起算",
                    ),
                    cite=_CITE,
                    met=_more_time_has_begun,
                ),
            ),
            tells=(events.licence_application_withdrawn,),
            serves=letters.finding_of_withdrawal,
        ),
    )


declared_in(sys.modules[__name__], SetPeriod)
