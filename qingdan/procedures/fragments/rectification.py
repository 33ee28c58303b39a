"""Rectification within a period that the order sets (Article 28): reported, extended, checked; restored or found wanting."""

from __future__ import annotations

import sys

from qingdan.law.events import licence as events
from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.rules import Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.statutes import MODEL_LAW, PENALTY_LAW
from qingdan.procedures import licence_sanction_letters as letters
from qingdan.procedures import stages
from qingdan.procedures.grammar.clocks import SetPeriod
from qingdan.procedures.grammar.effects import Marks, Records, Status
from qingdan.procedures.grammar.fields import REASONS, Asks, Field, choice, documents, items, number
from qingdan.procedures.grammar.guards import Guard, in_time, once_over, subject_is
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.stages import Stage
from qingdan.procedures.grammar.steps import Step, applicant, inspector

_CITE = Cite(MODEL_LAW, 28)
RECTIFICATION_DAYS = number(
    "rectification_days", Text("days for rectification", "整改期限（日）"), 1, 365, public=True
)
TO_CORRECT = items("to_correct", Text("what must be corrected, point by point", "责令改正的事项（逐项）"))
rectification = SetPeriod(
    cite=_CITE,
    binds=Role.HOLDER,
    says=Text("rectification", "限期改正"),
    length="rectification_days",
    unit=Unit.DAY,
    after=events.licence_suspended,
    stopped_by=(events.licence_restored,),
    on_lapse=Text(
        "if it is found that nothing was corrected, the licence may be revoked",
        "经认定逾期未改正的，可以吊销许可",
    ),
)
rectification_more = SetPeriod(
    cite=_CITE,
    binds=Role.HOLDER,
    says=Text("more time for rectification", "延长整改期限"),
    length="extra_days",
    unit=Unit.DAY,
    after=events.rectification_extended,
    extends=rectification,
    on_lapse=rectification.on_lapse,
)
EXTENSION_CLOCKS = (rectification, rectification_more)
_RUNS = Text(
    "the rectification period is over; correct and report without delay, and the report will still be checked",
    "整改期限已届满；请立即改正并报告，本机关仍将核查",
)
_asked = Guard(
    says=Text(
        "the holder has not asked for more time, or has been answered", "持有人未申请延长，或者已作出答复"
    ),
    cite=_CITE,
    met=lambda s: (
        s.times("ask_for_extension") > s.times("extend_rectification") + s.times("refuse_extension")
    ),
)
_none_pending = Guard(
    says=Text("your request for more time waits for an answer", "您的延长申请尚待答复"),
    cite=_CITE,
    met=lambda s: not _asked.met(s),
)
_RESULT = choice(
    "rectified",
    Text("result of the check", "核查结果"),
    {
        "corrected": Text("all points corrected", "全部改正"),
        "not_corrected": Text("not all points corrected", "未全部改正"),
    },
)
_CHECK_RECORD = documents(
    "check_record", Text("record of the check, signed by both officers", "核查笔录（两人签字）")
)
REMAINING = items("remaining", Text("what is still to be corrected", "尚未改正的事项"))


def _found(result: str) -> Guard:
    return Guard(
        says=Text("the check by two officers found otherwise", "与两名执法人员的核查结果不符"),
        cite=_CITE,
        met=lambda s: s.kept.get("rectified") == result,
    )


def _check(key: str, says: Text, *guards: Guard, at: tuple[Stage, ...]) -> Step:
    return inspector(
        key,
        says,
        Cite(PENALTY_LAW, 42, 1),
        at=at,
        to=stages.rectification_checked,
        confirmed_by=By.INSPECTOR,
        asks=(_RESULT, _CHECK_RECORD, REASONS),
        guards=guards,
    )


def rectification_steps(cite: Cite) -> tuple[Step, ...]:
    """Return what follows a suspension until it is lifted, or the licence ends otherwise."""
    report = documents(
        "rectification_report", Text("rectification report with evidence", "整改报告及证明材料")
    )
    answered = Field(
        key="corrected_points",
        says=Text("what was done about each point", "逐项说明改正情况"),
        asks=Asks.REPLIES,
        to="to_correct",
    )
    return (
        applicant(
            "report_rectification",
            Text("Report the rectification", "提交整改报告"),
            cite,
            at=(stages.suspended, stages.uncorrected),
            to=stages.rectification_reported,
            asks=(report, answered),
            tells=(events.rectification_reported,),
            serves=letters.receipt_for_rectification_report,
        ),
        applicant(
            "ask_for_extension",
            Text("Ask for more time", "申请延长整改期限"),
            cite,
            at=stages.suspended,
            asks=(REASONS,),
            guards=(in_time(rectification, _RUNS, cite), _none_pending),
        ),
        inspector(
            "extend_rectification",
            Text("Give more time", "延长整改期限"),
            cite,
            at=stages.suspended,
            confirmed_by=By.HEAD,
            asks=(number("extra_days", Text("days more", "延长天数"), 1, 180), REASONS),
            guards=(_asked, in_time(rectification, _RUNS, cite)),
            tells=(events.rectification_extended,),
            serves=letters.notice_of_rectification_extended,
        ),
        inspector(
            "refuse_extension",
            Text("Refuse more time", "不予延长整改期限"),
            cite,
            at=stages.suspended,
            confirmed_by=By.HEAD,
            asks=(REASONS,),
            guards=(_asked,),
            serves=letters.notice_of_extension_refused,
        ),
        _check(
            "check_rectification",
            Text("Check the rectification, as two officers", "两名执法人员核查整改情况"),
            at=(stages.rectification_reported,),
        ),
        _check(
            "check_after_period",
            Text("Check after the period, without a report", "期限届满未报告，径行核查"),
            once_over(
                rectification,
                Text(
                    "the rectification period still runs; wait for its end or for the report",
                    "整改期限尚未届满；请等候届满或者报告",
                ),
                cite,
            ),
            at=(stages.suspended,),
        ),
        inspector(
            "return_rectification",
            Text("Return the report: points remain, and the period runs", "退回继续整改"),
            cite,
            at=stages.rectification_checked,
            to=stages.suspended,
            asks=(REMAINING, REASONS),
            guards=(_found("not_corrected"), in_time(rectification, _RUNS, cite)),
            serves=letters.notice_of_rectification_incomplete,
        ),
        inspector(
            "find_uncorrected",
            Text("Find that nothing was corrected in time", "认定逾期未改正"),
            cite,
            at=stages.rectification_checked,
            to=stages.uncorrected,
            confirmed_by=By.HEAD,
            asks=(REMAINING, REASONS),
            guards=(
                _found("not_corrected"),
                once_over(
                    rectification,
                    Text(
                        "the rectification period still runs; return the report so that the holder goes on",
                        "整改期限尚未届满；应当退回并由持有人继续整改",
                    ),
                    cite,
                ),
            ),
            on_service=(events.rectification_failed,),
            binds_on_service=True,
            serves=letters.finding_of_non_correction,
            effects=(Records(what="found_uncorrected"),),
        ),
        inspector(
            "restore",
            Text("Lift the suspension", "解除暂扣"),
            cite,
            at=stages.rectification_checked,
            to=stages.restored,
            confirmed_by=By.HEAD,
            asks=(REASONS,),
            guards=(
                _found("corrected"),
                subject_is(
                    "status",
                    frozenset({"suspended"}),
                    Text(
                        "the licence is no longer suspended; see the register",
                        "该许可已非暂扣状态，请查阅名录",
                    ),
                    cite,
                ),
            ),
            tells=(events.rectification_completed, events.licence_restored),
            serves=letters.decision_on_restoration,
            publishes=True,
            effects=(Marks(status=Status.ACTIVE, why=Text("suspension lifted", "解除暂扣")),),
        ),
        inspector(
            "end_with_licence",
            Text("Close: the licence has ended", "许可已终止，结案"),
            cite,
            at=(
                stages.suspended,
                stages.rectification_reported,
                stages.rectification_checked,
                stages.uncorrected,
            ),
            to=stages.overtaken,
            asks=(REASONS,),
            guards=(
                Guard(
                    says=Text(
                        "the licence still stands; it must be restored, or end, before the case is closed",
                        "许可尚未终止；应当解除暂扣或者待许可终止后结案",
                    ),
                    cite=cite,
                    met=lambda s: s.subject.get("status") not in {"active", "suspended"},
                ),
            ),
        ),
    )


declared_in(sys.modules[__name__], SetPeriod)
