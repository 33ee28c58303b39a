"""Administrative Licensing Law Arts. 38-45, deciding: reasons and remedies, publicity, delivery, excluded time."""

from qingdan.law.events import licence as events
from qingdan.law.grammar.periods import AtOnce, Period
from qingdan.law.grammar.rules import Definition, Duty, Power, Right, Role, Term
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a23_two_tracks import licence_required
from qingdan.law.model_law.a25_eligibility import licence_conditions_met
from qingdan.law.statutes import LICENSING_LAW, RECONSIDERATION_LAW

grant_where_met = Duty(
    cite=Cite(LICENSING_LAW, 38, 1),
    bearer=Role.AUTHORITY,
    when=licence_required & licence_conditions_met,
    must=Text(
        "Grant the licence in writing where the conditions are met", "符合法定条件的，作出准予许可的书面决定"
    ),
    done_by=events.licence_granted,
)
name_remedies = Duty(
    cite=Cite(LICENSING_LAW, 38, 2),
    bearer=Role.AUTHORITY,
    when=licence_required,
    must=Text("Name reconsideration and litigation in a denial", "不予许可的，告知申请复议、提起诉讼的权利"),
)
publish_grants = Duty(
    cite=Cite(LICENSING_LAW, 40),
    bearer=Role.AUTHORITY,
    when=licence_required,
    must=Text("Publish granted licences", "公开准予许可的决定"),
    within=AtOnce(after=events.licence_granted),
    done_by=events.licence_grant_published,
)
general_decision_period = Definition(
    cite=Cite(LICENSING_LAW, 42, 1),
    term=Text("general period to decide", "一般审查期限"),
    means=Text(
        "20 working days and 10 more; gives way to the 45 days and 10 more of the Model Law",
        "二十日，可延长十日（工作日）；本法另定四十五日并可延长十日，从其规定",
    ),
)
deliver_licence = Term(
    cite=Cite(LICENSING_LAW, 44),
    binds=Role.AUTHORITY,
    says=Text("issuing and delivering the licence", "颁发、送达许可证件"),
    period=Period(amount=10, unit=Unit.WORKING_DAY, after=events.licence_granted),
    on_lapse=Text(
        "The decision stands; the delay is shown as the authority's", "不影响决定效力，记为主管机关逾期"
    ),
    stopped_by=(events.licence_delivered,),
)
exclude_time_in_writing = Power(
    cite=Cite(LICENSING_LAW, 45),
    holder=Role.AUTHORITY,
    may=Text(
        "Leave out the time for hearing, testing, inspection, appraisal and expert review, told in writing beforehand",
        "听证、检验、检测、鉴定和专家评审所需时间不计入期限，但须书面告知申请人",
    ),
    when=licence_required,
)
challenge_silence = Right(
    cite=Cite(RECONSIDERATION_LAW, 23, 1),
    holder=Role.APPLICANT,
    may=Text(
        "Seek reconsideration if no decision is made in time", "逾期未作决定的，以不履行法定职责为由申请复议"
    ),
    when=licence_required,
    against=Role.AUTHORITY,
)
