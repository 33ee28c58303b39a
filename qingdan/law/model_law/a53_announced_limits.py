"""Article 53, announced time limits. An announced limit may shorten a statutory one, never lengthen it."""

from qingdan.law.grammar.conditions import ALWAYS
from qingdan.law.grammar.rules import Article, Duty, Prohibition, Right, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=53,
    title=Text("Announced time limits", "办理时限"),
    gloss=Text(
        "For security review, registration and licences the authority announces clear time limits and keeps them.",
        "对安全审查、登记备案和行政许可申请，主管机关应当明确办理时限并按时处理答复。",
    ),
)
_CITE = Cite(MODEL_LAW, 53)

announce_time_limits = Duty(
    cite=_CITE,
    bearer=Role.AUTHORITY,
    when=ALWAYS,
    must=Text("Announce a clear time limit for each kind of application", "公布各类申请的明确办理时限"),
    evidence=(Text("service-standard page with its version", "办事指南及版本"),),
)
keep_announced_limits = Duty(
    cite=_CITE,
    bearer=Role.AUTHORITY,
    when=ALWAYS,
    must=Text("Handle and answer within the announced limit", "在公布的时限内处理并答复"),
    evidence=(Text("share of applications answered in time", "按时办结率"),),
    presupposes=(announce_time_limits,),
)
no_longer_than_the_law = Prohibition(
    cite=_CITE,
    binds=Role.AUTHORITY,
    forbids=Text("Announcing a limit longer than the statutory one", "公布的时限不得长于法定期限"),
)
ask_by_announced_limit = Right(
    cite=_CITE,
    holder=Role.APPLICANT,
    may=Text(
        "Hold the authority to the announced limit where it is shorter",
        "公布时限短于法定期限的，可要求依公布时限办理",
    ),
    against=Role.AUTHORITY,
)
