"""A hearing: offered, asked for or waived, announced, held before somebody else, and decided on its record.

    hearing = hearing_passage(LICENSING, by=reviewer, at=accepted, offer=notice, handlers=("accept",))
    parts   = (..., *hearing.steps, deny)
    clocks  = (..., *hearing.clocks)
    deny    = reviewer("deny", ..., at=(accepted, *hearing.stages), asks=(REASONS, RESTS_ON),
                       guards=(hearing.told, *hearing.settled, hearing.on_the_record))

Its steps: offer_hearing, request_hearing (and request_hearing_as_third_party), waive_hearing, withdraw_hearing_request,
announce_hearing (again to put it off), announce_public_hearing (of the authority's own accord), hold_hearing,
close_hearing_unattended. If the period for asking passes, the case simply stays where it is and may be decided.

``told`` refuses a decision while no hearing has been offered (leave it out where none is due). ``settled`` refuses it
while the period for asking runs or the offer is not served, and while a hearing that was asked for has not been
held: put it on every step that decides against the party. ``on_the_record`` wants the decision to rest on the record
of the hearing, if there was one, and on the file otherwise; the deciding step asks ``RESTS_ON``. ``settled`` and
``told`` also fit an earlier step, a legal review say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qingdan.law.grammar.conditions import ALWAYS, Condition
from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.text import Text
from qingdan.procedures import stages
from qingdan.procedures.fragments import hearing_guards as only_if
from qingdan.procedures.fragments import hearing_letters as letters
from qingdan.procedures.fragments.hearing_law import LICENSING, PENALTY, HearingLaw
from qingdan.procedures.grammar.clocks import Clock
from qingdan.procedures.grammar.fields import (
    NOTE,
    REASONS,
    Asks,
    Field,
    choice,
    day,
    documents,
    line,
)
from qingdan.procedures.grammar.guards import Guard
from qingdan.procedures.grammar.letters import Letter
from qingdan.procedures.grammar.stages import Stage
from qingdan.procedures.grammar.steps import Stages, Step, applicant, officer, third_party
from qingdan.procedures.grammar.steps import stages as stages_of

__all__ = ["LICENSING", "PENALTY", "RESTS_ON", "Hearing", "HearingLaw", "hearing_passage"]

_ASKED = (stages.hearing_requested, stages.hearing_announced)
RESTS_ON = choice(
    "rests_on",
    Text("what the decision rests on", "决定依据"),
    {
        "hearing_record": Text("the record of the hearing", "听证笔录"),
        "case_file": Text("the case file; no hearing was held", "案卷材料（未举行听证）"),
    },
)
_THIRD_PARTIES_TOLD = Field(
    key="third_parties_told",
    asks=Asks.YES_NO,
    says=Text("third parties with major interests are told too", "同时告知有重大利益关系的第三人"),
)
_RECORD = documents("hearing_record", Text("record of the hearing, signed", "听证笔录（经签字或者盖章）"))
_WHERE_AND_WHEN = (
    day("hearing_on", Text("day of the hearing", "听证日期")),
    line("hearing_at", Text("hour and place", "听证时间、地点")),
    Field(key="chair", asks=Asks.PERSON, says=Text("who chairs", "听证主持人")),
    choice(
        "openness",
        Text("in public or not", "是否公开举行"),
        {
            "public": Text("in public", "公开举行"),
            "closed": Text(
                "closed: state, business or private secrets", "不公开（涉及国家秘密、商业秘密或者个人隐私）"
            ),
        },
    ),
)


@dataclass(frozen=True, kw_only=True)
class Hearing:
    """The passage, ready for a procedure. ``stages`` are those it adds; the guards are explained above."""

    steps: tuple[Step, ...]
    clocks: tuple[Clock, ...]
    told: Guard
    settled: tuple[Guard, ...]
    on_the_record: Guard
    stages: tuple[Stage, ...] = (stages.hearing_offered, *_ASKED, stages.hearing_waived, stages.heard)


def hearing_passage(  # noqa: PLR0913 - each argument is one thing in which hearings differ
    law: HearingLaw,
    *,
    by: Callable[..., Step],
    at: Stages,
    offer: Letter,
    handlers: tuple[str, ...],
    intends: tuple[Field, ...] = (REASONS,),
    guards: tuple[Guard, ...] = (),
    tells_too: tuple[Event, ...] = (),
    own_accord: tuple[Stage, ...] = (),
    stands_still: tuple[Clock, ...] = (),
    stands_still_if: Condition = ALWAYS,
) -> Hearing:
    """Return the passage under ``law``.

    Args:
        law: LICENSING or PENALTY.
        by: the constructor of the handling officer's steps: ``reviewer`` or ``inspector``.
        at: where the hearing may be offered.
        offer: the letter that tells of the right, with what is intended and why.
        handlers: the steps whose takers have handled the case and so cannot chair.
        intends: what the offer asks: the decision intended, its grounds.
        guards: what else the offer presupposes.
        tells_too: events that happen when the offer is served, besides the law's own.
        own_accord: where the authority may announce a hearing that nobody asked for (Licensing Law 46).
        stands_still: clocks that stop from the announcement, which says so in writing, until the hearing is held.
        stands_still_if: the reading on which they do.
    """
    handled = (*handlers, "offer_hearing")
    announcing = {
        "asks": _WHERE_AND_WHEN,
        "guards": (only_if.announced_ahead(law), only_if.chair_apart(law, handled)),
        "on_service": (law.announced,),
        "pauses": stands_still,
        "pauses_if": stands_still_if,
        "serves": letters.notice_of_hearing,
        "to": stages.hearing_announced,
    }
    by_chair = {"at": stages.hearing_announced, "apart_from": handled, "resumes": stands_still}
    steps = [
        by(
            "offer_hearing",
            Text("Tell of the right to a hearing", "告知听证权利"),
            law.right,
            at=at,
            to=stages.hearing_offered,
            asks=(*intends, _THIRD_PARTIES_TOLD) if law.third_parties else intends,
            guards=guards,
            on_service=(law.offered, *tells_too),
            serves=offer,
        ),
        *_party_steps(law, stands_still),
        by(
            "announce_hearing",
            Text("Announce the hearing, or put it off", "通知听证或者延期听证"),
            law.notified,
            at=_ASKED,
            **announcing,
        ),
        officer(
            "hold_hearing",
            Text("Hold the hearing", "举行听证"),
            law.chaired,
            to=stages.heard,
            asks=(day("held_on", Text("day on which it was held", "举行日期")), _RECORD, NOTE),
            guards=(only_if.held_as_announced(law), only_if.told_in_time(law)),
            tells=(law.held,),
            told_on="held_on",
            **by_chair,
        ),
    ]
    if own_accord and law.own_accord is not None:
        says = Text("Announce a hearing of the authority's own accord", "依职权公告并举行听证")
        steps.append(
            by("announce_public_hearing", says, law.own_accord, at=own_accord, publishes=True, **announcing)
        )
    if law.unattended is not None:
        steps.append(
            officer(
                "close_hearing_unattended",
                Text(
                    "Close the hearing: the party stayed away without good reason",
                    "当事人无正当理由缺席，终止听证",
                ),
                law.unattended,
                to=stages.hearing_waived,
                asks=(REASONS, _RECORD),
                guards=(only_if.day_has_come(law), only_if.told_in_time(law)),
                tells=(law.waived,),
                **by_chair,
            )
        )
    return Hearing(
        steps=tuple(steps),
        clocks=(law.request, *((law.organise,) if law.organise else ())),
        told=only_if.offered(law, stages_of(at)),
        settled=(only_if.held_if_asked(law, _ASKED), only_if.period_over(law)),
        on_the_record=only_if.on_the_record(law),
    )


def _party_steps(law: HearingLaw, stands_still: tuple[Clock, ...]) -> tuple[Step, ...]:
    asking = {
        "at": stages.hearing_offered,
        "to": stages.hearing_requested,
        "asks": (NOTE,),
        "guards": (only_if.asked_in_time(law),),
        "tells": (law.requested,),
        "serves": letters.receipt_for_hearing_request,
    }
    giving_up = {"to": stages.hearing_waived, "tells": (law.waived,), "resumes": stands_still}
    ask = applicant("request_hearing", Text("Ask for a hearing", "申请听证"), law.request.cite, **asking)
    ask_too = third_party(
        "request_hearing_as_third_party",
        Text("Ask for a hearing as a third party", "第三人申请听证"),
        law.request.cite,
        **asking,
    )
    return (
        ask,
        *((ask_too,) if law.third_parties else ()),
        applicant(
            "waive_hearing",
            Text("Waive the hearing in writing", "书面放弃听证"),
            law.request.cite,
            at=stages.hearing_offered,
            asks=(NOTE,),
            guards=(only_if.nobody_else_told(law),),
            **giving_up,
        ),
        applicant(
            "withdraw_hearing_request",
            Text("Withdraw the request for a hearing", "撤回听证申请"),
            law.request.cite,
            at=_ASKED,
            asks=(NOTE,),
            guards=(only_if.nobody_else_asked(law),),
            **giving_up,
        ),
    )
