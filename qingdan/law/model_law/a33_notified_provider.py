"""Article 33(2), the provider who learns of an incident from the developer: remedy, tell users, report.

What such a provider must "then fulfil" is put as the "third provision" of the Article: a reading.
"""

from qingdan.law.events import incident
from qingdan.law.facts import conduct
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.periods import AtOnce
from qingdan.law.grammar.rules import Duty, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a33_incidents import users_to_be_told
from qingdan.law.model_law.a71_definitions import is_provider
from qingdan.law.readings import duties
from qingdan.law.statutes import MODEL_LAW

_CITE = Cite(MODEL_LAW, 33, 2)
_READING = (duties.incident_third_provision,)

remedy_on_notice = Duty(
    cite=_CITE,
    bearer=Role.PROVIDER,
    when=is_provider & conduct.built_on_others,
    must=Text("Take remedial action on the developer's notice at once", "收到研发者通知后立即采取补救措施"),
    within=AtOnce(after=incident.provider_told_of_incident),
    done_by=incident.incident_remedied,
    evidence=(Text("what was done and when", "补救措施及时间记录"),),
)
tell_users_on_notice = Duty(
    cite=_CITE,
    bearer=Role.PROVIDER,
    when=users_to_be_told & conduct.built_on_others,  # under either reading
    must=Text("Tell users of the incident on the developer's notice", "收到研发者通知后及时告知使用者"),
    within=AtOnce(after=incident.provider_told_of_incident),
    done_by=incident.users_told_of_incident,
    evidence=(Text("the notice, its time and reach", "告知内容、时间和范围"),),
    readings=_READING,
)
report_on_notice = Duty(
    cite=_CITE,
    bearer=Role.PROVIDER,
    when=is_provider & conduct.built_on_others & taking(duties.incident_third_provision, "provider_notices"),
    must=Text(
        "Report the incident to the authority on the developer's notice", "收到研发者通知后向主管机关报告"
    ),
    within=AtOnce(after=incident.provider_told_of_incident),
    done_by=incident.authority_told_of_incident,
    evidence=(Text("receipt of the report with its time", "报告回执及时间"),),
    readings=_READING,
)
