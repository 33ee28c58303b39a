"""Article 31, complaints, reports and questions. Anyone may; the authority verifies, handles, answers.

"Promptly" has no figure; by policy five working days to acknowledge, two months (then inaction can be sued) to answer.
"""

from qingdan.law.events import complaint as events
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.periods import Event, Period
from qingdan.law.grammar.rules import Article, Duty, Right, Role, Term
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a02_scope import in_scope
from qingdan.law.model_law.a23_two_tracks import on_negative_list
from qingdan.law.readings import licensing
from qingdan.law.statutes import LITIGATION_LAW, MODEL_LAW

_COMPLAINT, _QUESTION = Cite(MODEL_LAW, 31, 1), Cite(MODEL_LAW, 31, 2)
_TAKEN_IN = on_negative_list | (in_scope & taking(licensing.complaint_scope, "all"))
_REMEDY = Text(
    "Failure to act: reconsideration, then the courts, are open", "构成不履行法定职责，可以申请复议并依法起诉"
)

ARTICLE = Article(
    number=31,
    title=Text("Complaints, reports, clarification", "投诉、举报和询问"),
    gloss=Text(
        "Anyone may complain of or report unlawful development or provision, and may ask the authority to clarify doubts; it verifies, "
        "handles and answers promptly.",
        "任何个人、组织有权投诉、举报违法研发、提供活动，有权就疑问要求主管机关说明；主管机关应当及时核实、处理、答复。",
    ),
    procedures=("complaint", "report", "clarification_request"),
)


def _acknowledged(event: Event) -> Period:
    return Period(amount=licensing.complaint_ack_wd, unit=Unit.WORKING_DAY, after=event)


def _answered(event: Event) -> Period:
    return Period(amount=licensing.complaint_answer_months, unit=Unit.MONTH, after=event)


complain_or_report = Right(
    cite=_COMPLAINT,
    holder=Role.ANYONE,
    may=Text("Complain of or report unlawful activity", "投诉、举报违法活动"),
    when=_TAKEN_IN,
    against=Role.AUTHORITY,
    answered_within=_acknowledged(events.complaint_received),
    readings=(licensing.complaint_ack_wd, licensing.complaint_scope),
)
ask_for_clarification = Right(
    cite=_QUESTION,
    holder=Role.ANYONE,
    may=Text("Ask the authority to clarify doubts about an activity", "就相关活动的疑问要求主管机关说明"),
    when=_TAKEN_IN,
    against=Role.AUTHORITY,
    answered_within=_acknowledged(events.clarification_requested),
    readings=(licensing.complaint_ack_wd, licensing.complaint_scope),
)
acknowledge_complaint = Term(
    cite=_COMPLAINT,
    binds=Role.AUTHORITY,
    says=Text("acknowledging a complaint or report", "告知收悉投诉、举报"),
    period=_acknowledged(events.complaint_received),
    on_lapse=Text("It is shown as late and goes to the superior", "标记逾期并提示上级"),
    stopped_by=(events.complaint_acknowledged,),
    readings=(licensing.complaint_ack_wd,),
)
answer_complaint = Term(
    cite=Cite(LITIGATION_LAW, 47, 1),
    binds=Role.AUTHORITY,
    says=Text("handling and answering a complaint or report", "处理并答复投诉、举报"),
    period=_answered(events.complaint_received),
    on_lapse=_REMEDY,
    stopped_by=(events.complaint_answered,),
    readings=(licensing.complaint_answer_months,),
)
answer_clarification = Term(
    cite=Cite(LITIGATION_LAW, 47, 1),
    binds=Role.AUTHORITY,
    says=Text("answering a request for clarification", "答复询问"),
    period=_answered(events.clarification_requested),
    on_lapse=_REMEDY,
    stopped_by=(events.clarification_given,),
    readings=(licensing.complaint_answer_months,),
)
protect_reporter = Duty(
    cite=_COMPLAINT,
    bearer=Role.AUTHORITY,
    when=_TAKEN_IN,
    must=Text(
        "Keep the identity of who complains or reports from the party concerned and the public",
        "对投诉人、举报人的身份信息保密",
    ),
    note=Text(
        "Not in the text: without it the right could not be used.", "条文未明定，系行使该权利的应有保障。"
    ),
)
