"""Article 49(1): a listed provider tells the authority thirty working days before it ends a service, then returns the licence.

The title of the article says revocation, but nobody is punished: it is given up. A notice that comes too late is taken
in and marked, for a refused one would only leave the authority without notice. The return is at the same time the
application for cancellation that Article 29(4) wants; the licence is then struck off (Licensing Law 70).
"""

from __future__ import annotations

from datetime import date

from qingdan.law.events import governance, service
from qingdan.law.events import licence as events
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a29_renewal import cancel_after_service
from qingdan.law.model_law.a49_return import notify_termination, return_licence
from qingdan.law.numbers import Kind
from qingdan.law.statutes import LICENSING_LAW, MODEL_LAW
from qingdan.procedures import licence_return_letters as letters
from qingdan.procedures.fragments.standing_licence import (
    close_overtaken,
    in_force_or_suspended,
    not_undone,
)
from qingdan.procedures.grammar.effects import Marks, Status
from qingdan.procedures.grammar.fields import NOTE, day, documents, prose
from qingdan.procedures.grammar.guards import Flag, Situation, not_future, subject_is
from qingdan.procedures.grammar.procedure import Procedure, Subject
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import Step, applicant, reviewer
from qingdan.procedures.stages import called_off, drafted, end_notified, returned, service_over, struck_off

_NOTICE = Cite(MODEL_LAW, 49, 1)


def _short(field: str) -> Flag:
    """Say that the notice came less than thirty working days before the day in ``field``."""

    def met(s: Situation) -> bool:
        told = s.taken_on("notify") or s.on
        return told > s.counted_back(notify_termination, date.fromisoformat(s.given[field]))

    return Flag(
        key="notice_too_short",
        says=Text(
            "notified less than thirty working days before the end; accepted and marked",
            "提前通知不足三十个工作日，予以受理并注明",
        ),
        cite=_NOTICE,
        met=met,
        asks=(field,),
    )


_ENDS_ON = day("ends_on", Text("day on which the service is to end", "拟终止服务日期"))

PROCEDURE = Procedure(
    key="licence_return",
    says=Text("Return of a licence", "交回许可"),
    gloss=Text(
        "A provider of a listed product tells the authority thirty working days before the end of the service, with details, and "
        "returns the licence after it. The licence is then struck off.",
        "清单内的提供者终止服务的，应当至少提前三十个工作日通知主管机关并说明情况，终止后交回许可证，由主管机关办理注销。",
    ),
    cite=_NOTICE,
    also_cites=(Cite(MODEL_LAW, 29, 4), Cite(LICENSING_LAW, 70)),
    subject=Subject.ENTRY,
    opened_by=(By.APPLICANT,),
    opens_at=drafted,
    clocks=(return_licence, cancel_after_service),
    parts=(
        applicant(
            "notify",
            Text("Notify the end of the service", "通知终止服务"),
            _NOTICE,
            at=drafted,
            to=end_notified,
            asks=(
                _ENDS_ON,
                prose("details", Text("why, and what becomes of users and data", "终止原因及用户、数据安排")),
                documents("end_plan", Text("termination plan", "终止方案")),
            ),
            guards=(
                subject_is(
                    "kind",
                    frozenset({Kind.PROVISION_LICENCE.value}),
                    Text(
                        "only a licence to provide is returned so; for development apply for cancellation (Article 29(4))",
                        "本程序仅适用于提供许可；停止研发的，请依照第二十九条第四款申请注销",
                    ),
                    _NOTICE,
                ),
                in_force_or_suspended,
            ),
            flags=(_short("ends_on"),),
            tells=(governance.termination_notified,),
            serves=letters.receipt_of_end_notice,
        ),
        applicant(
            "move_end",
            Text("Move the day of the end", "变更拟终止日期"),
            _NOTICE,
            at=end_notified,
            asks=(_ENDS_ON, NOTE),
            flags=(_short("ends_on"),),
            serves=letters.receipt_of_end_notice,
        ),
        applicant(
            "call_off",
            Text("Go on with the service", "撤回终止通知"),
            _NOTICE,
            at=end_notified,
            to=called_off,
            asks=(NOTE,),
        ),
        Step(
            key="report_end",
            says=Text("Report that the service has ended", "报告服务已终止"),
            cite=_NOTICE,
            by=(By.APPLICANT, By.REVIEWER),
            at=(end_notified,),
            to=service_over,
            asks=(day("ended_on", Text("day on which the service ended", "终止服务日期")),),
            guards=(
                not_future(
                    "ended_on", Text("report the end once it has come", "服务终止后方可报告"), _NOTICE
                ),
            ),
            flags=(_short("ended_on"),),
            tells=(service.service_ended,),
            told_on="ended_on",
            serves=letters.reminder_to_return,
        ),
        applicant(
            "hand_back",
            Text("Return the licence", "交回许可证"),
            _NOTICE,
            at=service_over,
            to=returned,
            asks=(
                documents(
                    "returned_licence", Text("the licence, or a statement of its loss", "许可证或者遗失声明")
                ),
            ),
            flags=(
                Flag(
                    key="returned_late",
                    says=Text("returned after the period for it", "逾期交回许可证"),
                    cite=_NOTICE,
                    met=lambda s: s.over(return_licence),
                ),
            ),
            tells=(governance.licence_handed_back, events.licence_cancellation_applied),
            serves=letters.receipt_of_licence,
        ),
        reviewer(
            "strike_off",
            Text("Strike off the licence", "注销许可"),
            Cite(LICENSING_LAW, 70),
            at=returned,
            to=struck_off,
            confirmed_by=By.HEAD,
            asks=(NOTE,),
            guards=(not_undone,),
            tells=(events.licence_struck_off,),
            serves=letters.notice_of_striking_off,
            publishes=True,
            effects=(
                Marks(
                    status=Status.CANCELLED,
                    why=Text("given up at the end of the service", "终止服务，交回许可"),
                ),
            ),
        ),
        close_overtaken((end_notified, service_over, returned)),
    ),
)
