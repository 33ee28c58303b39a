"""Procuratorial public-interest suits, as far as Article 67 needs their periods. The figures are unverified."""

from qingdan.law.events import enforcement as events
from qingdan.law.grammar.periods import Period
from qingdan.law.grammar.readings import Figure
from qingdan.law.grammar.rules import Role, Term
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.statutes import PUBLIC_INTEREST_INTERPRETATION

_PROFILE = "cn-public-interest-suits"
civil_notice_days = Figure(profile=_PROFILE, field="civil_notice")
reply_months = Figure(profile=_PROFILE, field="suggestion_reply")
urgent_reply_days = Figure(profile=_PROFILE, field="suggestion_reply_urgent")
_UNANSWERED = Text(
    "the procuratorate may bring an administrative public-interest suit", "人民检察院可以提起行政公益诉讼"
)

civil_suit_notice = Term(
    cite=Cite(PUBLIC_INTEREST_INTERPRETATION, 13),
    binds=Role.PROCURATORATE,
    says=Text("Wait for others entitled to sue", "民事公益诉讼诉前公告"),
    period=Period(amount=civil_notice_days, unit=Unit.DAY, after=events.public_interest_suit_announced),
    on_lapse=Text("the procuratorate may sue if nobody else has", "无其他适格主体起诉的，可以提起诉讼"),
)
suggestion_reply = Term(
    cite=Cite(PUBLIC_INTEREST_INTERPRETATION, 21),
    binds=Role.AUTHORITY,
    says=Text("Act on a procuratorial suggestion and answer it", "依检察建议履行职责并书面回复"),
    period=Period(amount=reply_months, unit=Unit.MONTH, after=events.procuratorial_suggestion_received),
    on_lapse=_UNANSWERED,
    stopped_by=(events.procuratorial_suggestion_answered,),
)
suggestion_reply_urgent = Term(
    cite=Cite(PUBLIC_INTEREST_INTERPRETATION, 21),
    binds=Role.AUTHORITY,
    says=Text("Answer an urgent procuratorial suggestion", "紧急情形下书面回复检察建议"),
    period=Period(
        amount=urgent_reply_days, unit=Unit.DAY, after=events.urgent_procuratorial_suggestion_received
    ),
    on_lapse=_UNANSWERED,
    stopped_by=(events.procuratorial_suggestion_answered,),
)
