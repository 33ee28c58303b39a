"""Article 27(1)-(2), preliminary review: ten working days to look, one call to supplement.

Silence makes the application accepted (Licensing Law Art. 32), never granted. An application counts as
withdrawn only after a person has found, with reasons, that the applicant had no legitimate reason.
"""

from qingdan.law.events import licence as events
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.periods import Period
from qingdan.law.grammar.rules import Deemed, Power, Role, Term
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a23_two_tracks import licence_required
from qingdan.law.readings import licensing
from qingdan.law.statutes import LICENSING_LAW, MODEL_LAW

_CLOSED = (events.licence_application_not_accepted, events.licence_application_withdrawn)

preliminary_review = Term(
    cite=Cite(MODEL_LAW, 27, 1),
    binds=Role.AUTHORITY,
    says=Text("preliminary review of the application", "许可申请初审"),
    period=Period(amount=10, unit=Unit.WORKING_DAY, after=events.licence_application_received),
    on_lapse=Text(
        "The application counts as accepted from the day of receipt", "自收到申请材料之日起视为受理"
    ),
    stopped_by=(events.licence_application_accepted, events.licence_supplement_requested, *_CLOSED),
    readings=(licensing.license_prelim_lapse,),
    note=Text(
        "The Licensing Law (Art. 32) allows five working days for naming defects; the ten of this Article go before it.",
        "《行政许可法》第三十二条规定五日内一次告知补正；本条十个工作日系特别规定。",
    ),
)
call_to_supplement = Power(
    cite=Cite(MODEL_LAW, 27, 2),
    holder=Role.AUTHORITY,
    may=Text(
        "Ask the applicant, once and completely, to supplement or correct the application",
        "要求申请人补充、更正申请材料，并一次性告知全部内容",
    ),
    when=licence_required,
)
supplement_period = Term(
    cite=Cite(MODEL_LAW, 27, 2),
    binds=Role.APPLICANT,
    says=Text("supplementing the application", "补正申请材料"),
    period=Period(
        amount=licensing.license_supplement_wd,
        unit=Unit.WORKING_DAY,
        after=events.licence_supplement_requested,
    ),
    on_lapse=Text(
        "An officer examines whether there was a legitimate reason; only a reasoned finding that there was none ends the case",
        "由工作人员查明有无正当理由；仅在说理认定无正当理由后，申请方视为撤回",
    ),
    stopped_by=(events.licence_supplement_received, *_CLOSED),
    readings=(licensing.license_supplement_wd,),
)
review_of_supplement = Term(
    cite=Cite(MODEL_LAW, 27, 2),
    binds=Role.AUTHORITY,
    says=Text("preliminary review of the supplemented application", "补正后的初审"),
    period=Period(amount=10, unit=Unit.WORKING_DAY, after=events.licence_supplement_received),
    on_lapse=Text(
        "The application counts as accepted from the day of the supplement", "自收到补正材料之日起视为受理"
    ),
    when=taking(licensing.license_prelim_restart, "anew"),
    stopped_by=(events.licence_application_accepted, *_CLOSED),
    readings=(licensing.license_prelim_restart, licensing.license_prelim_lapse),
)

deemed_acceptance = Deemed(
    cite=Cite(LICENSING_LAW, 32, 1, "4"),
    when=Text("the preliminary review lapses without a call to supplement", "初审期限届满未告知补正"),
    effect=Text("the application is accepted from the day it was received", "自收到申请材料之日起即为受理"),
    after=preliminary_review,
    provided=taking(licensing.license_prelim_lapse, "deemed_accepted"),
    readings=(licensing.license_prelim_lapse,),
)
deemed_withdrawal = Deemed(
    cite=Cite(MODEL_LAW, 27, 2),
    when=Text(
        "the applicant does not supplement in time, and an officer has found with reasons that no legitimate reason exists",
        "申请人逾期未补正，且经工作人员说理认定无正当理由",
    ),
    effect=Text("the application counts as withdrawn", "申请视为撤回"),
    after=supplement_period,
    readings=(licensing.license_supplement_wd,),
)
