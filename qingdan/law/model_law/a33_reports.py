"""Article 33(2)-(3), who is told: users unless waived, the authority always, with what is known so far."""

from qingdan.law.events import incident
from qingdan.law.grammar.periods import AtOnce
from qingdan.law.grammar.rules import Duty, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a33_incidents import users_to_be_told
from qingdan.law.model_law.a71_definitions import is_provider
from qingdan.law.readings import duties
from qingdan.law.statutes import MODEL_LAW

tell_users = Duty(
    cite=Cite(MODEL_LAW, 33, 2),
    bearer=Role.PROVIDER,
    when=users_to_be_told,
    must=Text(
        "Tell users promptly of the incident and how to protect themselves",
        "及时告知使用者安全事件及可采取的减损措施",
    ),
    within=AtOnce(after=incident.incident_detected),
    done_by=incident.users_told_of_incident,
    evidence=(Text("the notice, its time and reach", "告知内容、时间和范围"),),
    readings=(duties.incident_third_provision,),
)
tell_users_as_ordered = Duty(
    cite=Cite(MODEL_LAW, 33, 3),
    bearer=Role.PROVIDER,
    when=is_provider,
    must=Text("Tell affected users as the authority requires", "按照主管机关要求告知受影响的使用者"),
    within=AtOnce(after=incident.user_notice_ordered),
    done_by=incident.users_told_of_incident,
    evidence=(Text("the notice, its time and reach", "告知内容、时间和范围"),),
)
report_incident = Duty(
    cite=Cite(MODEL_LAW, 33, 2),
    bearer=Role.PROVIDER,
    when=is_provider,
    must=Text(
        "Report to the authority: what happened and its reach; what was done and what users can do; whom to contact",
        "向主管机关报告安全事件的发生和影响范围、已采取的补救措施和使用者可采取的减损措施、提供者联系方式",
    ),
    within=AtOnce(after=incident.incident_detected),
    done_by=incident.authority_told_of_incident,
    evidence=(Text("receipt of the report with its time", "报告回执及时间"),),
    readings=(duties.incident_third_provision, duties.incident_hours),
    note=Text(
        "the waiver of notice to users does not extend to this report", "免予告知使用者的，不免除本报告义务"
    ),
)
