"""Article 54(1), what an interview ends in: measures that the developer or provider carries out."""

from qingdan.law.events import enforcement as events
from qingdan.law.grammar.periods import AtOnce
from qingdan.law.grammar.rules import Duty, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a32_safety import is_developer_or_provider
from qingdan.law.statutes import MODEL_LAW

carry_out_interview_measures = Duty(
    cite=Cite(MODEL_LAW, 54, 1),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=is_developer_or_provider,
    must=Text(
        "Carry out what the interview requires: correct, explain, or commission a compliance audit",
        "按照约谈要求整改、作出说明或者委托专业机构开展合规审计",
    ),
    within=AtOnce(after=events.interview_held),
    done_by=events.interview_measures_completed,
    evidence=(Text("minutes of the interview and report of what was done", "约谈笔录和落实情况报告"),),
    note=Text("the time is what the interview sets; the law names none", "期限由约谈确定，法律未作规定"),
)
