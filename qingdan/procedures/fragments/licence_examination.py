"""Examining what was accepted: on site, with those concerned, in more time if the head agrees (Article 27(3)-(4)).

Licensing Law 34 (two officers), 36 (third parties), 45 (excluded time), 46-48 (hearing). Silence never grants.
"""

from __future__ import annotations

from qingdan.law.events import licence as events
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a27_decision import (
    licence_decision,
    licence_decision_extended,
    tell_reason_of_extension,
)
from qingdan.law.neighbours.licensing_decision import challenge_silence
from qingdan.law.statutes import LICENSING_LAW, MODEL_LAW
from qingdan.procedures.fragments import licence_letters as letters
from qingdan.procedures.fragments.excluded_time import excluded_time
from qingdan.procedures.fragments.hearing import LICENSING, hearing_passage
from qingdan.procedures.grammar.fields import REASONS, day, documents, items, number, prose
from qingdan.procedures.grammar.guards import Guard, in_time, not_future
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import Lapse, Step, by_law, reviewer
from qingdan.procedures.stages import accepted, heard, hearing_waived

_ON_SITE, _THIRD_PARTIES = Cite(LICENSING_LAW, 34, 3), Cite(LICENSING_LAW, 36)
_EXTENSION = Cite(MODEL_LAW, 27, 4)
TWO = 2  # officers who go on site together

HEARING = hearing_passage(
    LICENSING,
    by=reviewer,
    at=accepted,
    offer=letters.offer_of_licence_hearing,
    handlers=(
        "accept",
        "record_inspection",
        "exclude_time",
        "tell_third_parties",
        "put_falsehood",
        "weigh_answer",
    ),
    own_accord=(accepted,),
    stands_still=(licence_decision,),
)
UNDECIDED = (accepted, *HEARING.stages)
EXAMINATION_CLOCKS = (
    licence_decision,
    licence_decision_extended,
    tell_reason_of_extension,
    *HEARING.clocks,
)


def examination() -> tuple[Step | Lapse, ...]:
    """Return what can happen between acceptance and decision."""
    return (
        reviewer(
            "record_inspection",
            Text("Record an inspection on site", "记录实地核查"),
            _ON_SITE,
            at=(accepted, hearing_waived, heard),
            asks=(
                day("inspected_on", Text("day of the inspection", "核查日期")),
                items("inspectors", Text("the officers who went, two or more", "核查人员（两名以上）")),
                prose("inspection_findings", Text("what was found", "核查情况")),
                documents("inspection_record", Text("signed record", "核查笔录"), required=False),
            ),
            guards=(
                not_future(
                    "inspected_on",
                    Text("an inspection is recorded once it is done", "核查完成后方可记录"),
                    _ON_SITE,
                ),
                Guard(
                    says=Text("two officers or more go on site", "实地核查应当指派两名以上工作人员"),
                    cite=_ON_SITE,
                    asks=("inspectors",),
                    met=lambda s: len(set(s.given["inspectors"])) >= TWO,
                ),
            ),
        ),
        reviewer(
            "tell_third_parties",
            Text("Tell third parties whose major interests are touched", "告知利害关系人"),
            _THIRD_PARTIES,
            at=accepted,
            asks=(items("third_parties", Text("who, and which interest of theirs", "利害关系人及其利益")),),
            serves=letters.notice_to_third_parties,
        ),
        Step(
            key="state_views",
            says=Text("State views", "陈述、申辩"),
            cite=_THIRD_PARTIES,
            by=(By.APPLICANT, By.THIRD_PARTY),
            at=UNDECIDED,
            asks=(
                prose("views", Text("what you have to say", "陈述、申辩意见")),
                documents("views_documents", Text("documents", "证据材料"), required=False),
            ),
        ),
        *HEARING.steps,
        *excluded_time(licence_decision, (accepted, hearing_waived, heard)),
        reviewer(
            "extend",
            Text("Extend the period for deciding, once", "延长审查期限"),
            _EXTENSION,
            at=UNDECIDED,
            confirmed_by=By.HEAD,
            once=True,
            asks=(
                number("licence_decision_extended", Text("days of extension", "延长日数"), 1, 10),
                REASONS,
            ),
            guards=(
                in_time(
                    licence_decision,
                    Text(
                        "the period has run out and can no longer be extended; decide now",
                        "审查期限已经届满，不得再行延长，应当立即作出决定",
                    ),
                    _EXTENSION,
                ),
            ),
            tells=(events.licence_extension_approved,),
            on_service=(events.licence_extension_told,),
            serves=letters.notice_of_extension,
        ),
        by_law(
            "undecided",
            Text(
                "No decision was made in time; no licence arises from that",
                "逾期未作决定，不产生准予许可的效力",
            ),
            challenge_silence.cite,
            when=licence_decision,
            at=UNDECIDED,
            serves=letters.notice_of_silence,
        ),
    )
