"""Article 27(3)-(4), decision: 45 days from acceptance, up to ten more if the head agrees. Silence never grants."""

from qingdan.law.events import licence as events
from qingdan.law.grammar.periods import AtOnce, Period, UnitByReading
from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.rules import Article, Duty, Power, Role, Term
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a23_two_tracks import licence_required
from qingdan.law.readings import licensing
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=27,
    title=Text("Licence decision", "许可审查和决定"),
    gloss=Text(
        "Preliminary review within ten working days, with one call to supplement; decision within 45 days of acceptance, extended "
        "once by up to ten with the head's approval; a denial is in writing and reasoned.",
        "自收到申请之日起十个工作日内初审，可以要求补正；自受理之日起四十五日内作出决定，经负责人批准可以延长十日；不予许可的应当书面说明理由。",
    ),
    procedures=("licence_application",),
)
_DECIDED = (events.licence_granted, events.licence_denied, events.licence_application_withdrawn)
_NO_GRANT = Text(
    "No licence arises from silence; the applicant may seek reconsideration for failure to act",
    "逾期未决定不产生准予许可的效力，申请人可以不履行法定职责为由申请复议",
)


def _unit(reading: Reading) -> UnitByReading:
    return UnitByReading(reading, {"calendar": Unit.DAY, "working": Unit.WORKING_DAY})


licence_decision = Term(
    cite=Cite(MODEL_LAW, 27, 3),
    binds=Role.AUTHORITY,
    says=Text("decision on the licence", "许可审查决定"),
    period=Period(
        amount=45, unit=_unit(licensing.license_decision_unit), after=events.licence_application_accepted
    ),
    on_lapse=_NO_GRANT,
    stopped_by=_DECIDED,
    readings=(licensing.license_decision_unit,),
)
licence_decision_extended = Term(
    cite=Cite(MODEL_LAW, 27, 4),
    binds=Role.AUTHORITY,
    says=Text("extended decision on the licence", "延长后的许可审查决定"),
    period=Period(
        amount=10, unit=_unit(licensing.license_extension_unit), after=events.licence_extension_approved
    ),
    on_lapse=_NO_GRANT,
    extends=licence_decision,
    stopped_by=_DECIDED,
    readings=(licensing.license_extension_unit,),
)

extend_decision = Power(
    cite=Cite(MODEL_LAW, 27, 4),
    holder=Role.AUTHORITY_HEAD,
    may=Text(
        "Extend the decision once by up to ten days, before the 45 have run out",
        "在四十五日届满前批准延长一次，至多十日",
    ),
    when=licence_required,
)
tell_reason_of_extension = Duty(
    cite=Cite(MODEL_LAW, 27, 4),
    bearer=Role.AUTHORITY,
    when=licence_required,
    must=Text("Tell the applicant why the decision takes longer", "将延长期限的理由告知申请人"),
    within=AtOnce(after=events.licence_extension_approved),
    done_by=events.licence_extension_told,
    evidence=(Text("notice of extension with reasons", "载明理由的延期告知书"),),
)
reason_a_denial = Duty(
    cite=Cite(MODEL_LAW, 27, 3),
    bearer=Role.AUTHORITY,
    when=licence_required,
    must=Text("Notify a denial in writing with its reasons", "不予许可的，书面通知申请人并说明理由"),
    evidence=(
        Text("reasoned written decision that names the remedies", "载明理由和救济途径的不予许可决定书"),
    ),
)
