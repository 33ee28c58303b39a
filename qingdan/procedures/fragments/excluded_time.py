"""Licensing Law 45: time for testing, appraisal or expert review is left out, if the applicant was told in writing."""

from __future__ import annotations

from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import LICENSING_LAW
from qingdan.procedures.grammar.clocks import Clock
from qingdan.procedures.grammar.fields import REASONS, choice, day
from qingdan.procedures.grammar.guards import Guard, in_time, not_past
from qingdan.procedures.grammar.letters import Letter
from qingdan.procedures.grammar.steps import Stages, Step, reviewer

CITE = Cite(LICENSING_LAW, 45)
FOR = {
    "inspection": Text("inspection", "检验"),
    "testing": Text("testing", "检测"),
    "appraisal": Text("appraisal", "鉴定"),
    "expert_review": Text("expert review", "专家评审"),
}
notice_of_excluded_time = Letter(
    title=Text("Notice of time not counted", "不计入审查期限告知书"),
    says=(
        Text(
            "From {on} the time needed for what is named below does not count towards the period for deciding. It counts "
            "again once the result is in; you will be told.",
            "自{on}起，下列事项所需时间不计入审查期限。取得结果后期限继续计算，届时另行告知。",
        ),
    ),
)
notice_of_resumption = Letter(
    title=Text("Notice that the period runs again", "恢复计算审查期限告知书"),
    says=(Text("The period for deciding runs again from {on}.", "审查期限自{on}起继续计算。"),),
)


def excluded_time(clock: Clock, at: Stages) -> tuple[Step, ...]:
    """Return the steps that stop ``clock`` at ``at``, with notice, and let it run again."""
    return (
        reviewer(
            "exclude_time",
            Text("Leave time out of the period", "告知不计入期限"),
            CITE,
            at=at,
            asks=(
                choice("excluded_for", Text("what the time is needed for", "所需事项"), FOR),
                day("expected_by", Text("when the result is expected", "预计完成日期")),
                REASONS,
            ),
            guards=(
                in_time(
                    clock,
                    Text(
                        "the period has run out: what is over cannot be left out",
                        "期限已经届满，不得再告知不计入期限",
                    ),
                    CITE,
                ),
                Guard(
                    says=Text("the period already stands still", "审查期限已经中止计算"),
                    cite=CITE,
                    met=lambda s: (d := s.deadline(clock)) is not None and not d.stopped,
                ),
                not_past(
                    "expected_by",
                    Text("the expected day lies in the past", "预计完成日期不得早于今日"),
                    CITE,
                ),
            ),
            pauses=(clock,),
            serves=notice_of_excluded_time,
        ),
        reviewer(
            "resume_time",
            Text("Let the period run again", "恢复计算期限"),
            CITE,
            at=at,
            guards=(
                Guard(
                    says=Text("the period is running", "审查期限正在计算"),
                    cite=CITE,
                    met=lambda s: (d := s.deadline(clock)) is not None and d.stopped,
                ),
            ),
            resumes=(clock,),
            serves=notice_of_resumption,
        ),
    )
