"""What the law on hearings refuses, in the words of the law that governs (see ``hearing``)."""

from __future__ import annotations

from datetime import date

from qingdan.law.grammar.text import Text
from qingdan.procedures.fragments.hearing_law import HearingLaw
from qingdan.procedures.grammar.guards import Guard, Situation, ahead_of, in_time
from qingdan.procedures.grammar.stages import Stage


def offered(law: HearingLaw, before: tuple[Stage, ...]) -> Guard:
    """A hearing must have been offered; at the stages ``before`` the offer it has not, or no longer holds."""
    return Guard(
        says=Text(
            "the party has not been told of its right to a hearing; tell it and wait until the period for asking is over",
            "尚未告知当事人听证权利，应当先行告知并等候申请期限届满",
        ),
        cite=law.right,
        met=lambda s: s.taken_on("offer_hearing") is not None,
        shuts=before,
    )


def period_over(law: HearingLaw) -> Guard:
    """No decision while somebody may still ask, or before the offer is served."""

    def met(s: Situation) -> bool:
        if s.taken_on("offer_hearing") is None:
            return True
        return s.served_on("offer_hearing") is not None and (
            not s.running(law.request) or s.over(law.request)
        )

    return Guard(
        says=Text(
            "the period for asking for a hearing still runs; decide after its last day, or on a written waiver",
            "听证申请期限尚未届满；期限届满或者当事人书面放弃听证后再作决定",
        ),
        cite=law.request.cite,
        met=met,
    )


def held_if_asked(law: HearingLaw, asked: tuple[Stage, ...]) -> Guard:
    """No decision between the request and the hearing."""
    return Guard(
        says=Text(
            "a hearing was asked for and has not been held; announce it and hold it first",
            "当事人已申请听证而尚未举行；应当先通知并举行听证",
        ),
        cite=law.request.cite,
        met=lambda _: True,
        shuts=asked,
    )


def on_the_record(law: HearingLaw) -> Guard:
    """After a hearing the decision rests on its record."""
    return Guard(
        says=Text(
            "after a hearing the decision must rest on its record, and without one it cannot; say what it rests on",
            "举行听证的，应当根据听证笔录作出决定；未举行的，不得以听证笔录为依据。请如实选择决定依据",
        ),
        cite=law.decided,
        asks=("rests_on",),
        met=lambda s: (s.given["rests_on"] == "hearing_record") == (s.taken_on("hold_hearing") is not None),
    )


def asked_in_time(law: HearingLaw) -> Guard:
    """Only while the period for asking runs."""
    return in_time(
        law.request,
        Text(
            "the period for asking for a hearing is over; statement and evidence may still be sent in writing",
            "听证申请期限已届满；仍可书面提交意见和证据",
        ),
        law.request.cite,
    )


def nobody_else_told(law: HearingLaw) -> Guard:
    """One party cannot waive for the others who were told."""
    return Guard(
        says=Text(
            "third parties were told of the right too, and you cannot waive it for them; let the period pass",
            "本案同时告知了第三人听证权利，您不能代其放弃；可待申请期限届满",
        ),
        cite=law.request.cite,
        met=lambda s: s.kept.get("third_parties_told") is not True,
    )


def nobody_else_asked(law: HearingLaw) -> Guard:
    """One party cannot withdraw what another asked for, or what the authority holds of its own accord."""
    return Guard(
        says=Text(
            "you did not ask for this hearing, or somebody else did too, so that you cannot withdraw it",
            "本次听证并非由您申请，或者另有他人申请，您不能撤回",
        ),
        cite=law.request.cite,
        met=lambda s: (
            s.taken_on("request_hearing") is not None and s.taken_on("request_hearing_as_third_party") is None
        ),
    )


def announced_ahead(law: HearingLaw) -> Guard:
    """The day must leave the notice that the law wants."""
    return ahead_of(
        "hearing_on",
        law.notice,
        Text(
            "a hearing is announced at least seven working days ahead; choose a later day",
            "应当在举行听证的七个工作日前通知；请另选较晚日期",
        ),
        law.notified,
    )


def chair_apart(law: HearingLaw, handlers: tuple[str, ...]) -> Guard:
    """Nobody who has handled the case chairs."""
    return Guard(
        says=Text(
            "whoever has handled the case cannot chair the hearing; name somebody else",
            "听证由非本案承办（审查、调查）人员主持；请另行指定",
        ),
        cite=law.chaired,
        asks=("chair",),
        met=lambda s: all(s.given["chair"] not in s.takers(step) for step in handlers),
    )


def told_in_time(law: HearingLaw) -> Guard:
    """The notice must have reached the party in time, not only have been written in time."""

    def met(s: Situation) -> bool:
        announced = (k for k in ("announce_hearing", "announce_public_hearing") if s.taken_on(k))
        told = [s.served_on(k) for k in announced]
        if not told or "hearing_on" not in s.kept:
            return False
        last = s.counted_back(law.notice, date.fromisoformat(s.kept["hearing_on"]))
        return all(day is not None and day <= last for day in told)

    return Guard(
        says=Text(
            "the notice of hearing was not served seven working days ahead; announce the hearing anew for a later day",
            "听证通知未在七个工作日前送达；应当另行通知较晚日期",
        ),
        cite=law.notified,
        met=met,
    )


def held_as_announced(law: HearingLaw) -> Guard:
    """On the day announced, and not recorded ahead of it."""
    return Guard(
        says=Text(
            "the hearing is held on the day announced, and recorded once it has been held; announce another day anew",
            "听证应当在通知的日期举行，举行后方可记录；变更日期的应当重新通知",
        ),
        cite=law.notified,
        asks=("held_on",),
        met=lambda s: (
            s.given["held_on"] == s.kept.get("hearing_on") and s.given["held_on"] <= s.on.isoformat()
        ),
    )


def day_has_come(law: HearingLaw) -> Guard:
    """Nobody has stayed away before the day."""
    return Guard(
        says=Text("the day of the hearing has not come", "听证日期尚未届至"),
        cite=law.notified,
        met=lambda s: s.kept.get("hearing_on", "9999-12-31") <= s.on.isoformat(),
    )
