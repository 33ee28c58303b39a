"""Complaints, reports and questions from the public (Articles 31, 51)."""

from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW

complaint_received = Event(
    says=Text("a complaint or report is received", "收到投诉、举报"),
    cite=Cite(MODEL_LAW, 31, 1),
    repeats=True,
)
complaint_acknowledged = Event(
    says=Text("receipt of the complaint or report is confirmed", "告知已收悉投诉、举报"),
    cite=Cite(MODEL_LAW, 31, 1),
    repeats=True,
)
complaint_answered = Event(
    says=Text("the outcome of the complaint or report is told", "答复投诉、举报处理结果"),
    cite=Cite(MODEL_LAW, 31, 1),
    repeats=True,
)
clarification_requested = Event(
    says=Text("a clarification is requested", "收到询问"), cite=Cite(MODEL_LAW, 31, 2), repeats=True
)
clarification_given = Event(
    says=Text("the request for clarification is answered", "答复询问"),
    cite=Cite(MODEL_LAW, 31, 2),
    repeats=True,
)
