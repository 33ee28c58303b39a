"""Article 33(1)-(3), risks and incidents: remedy at once, tell whom it concerns, report to the authority.

The waiver spares the notice to users alone, never the report to the authority.
"""

from qingdan.law.events import incident
from qingdan.law.facts import conduct
from qingdan.law.grammar.periods import AtOnce
from qingdan.law.grammar.rules import Article, Duty, Finding, Power, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a32_safety import is_developer_or_provider
from qingdan.law.model_law.a71_definitions import is_developer, is_provider
from qingdan.law.readings import duties
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=33,
    title=Text("Remedy and notice", "补救和通知义务"),
    gloss=Text(
        "Risks are watched and remedied at once. On an incident the developer tells the provider, the provider tells users and "
        "the authority; a risk from development is passed on to every other provider.",
        "加强风险监测，发现风险立即补救。发生安全事件的，研发者通知提供者，提供者告知使用者并报告主管机关；风险源于研发阶段的，研发者通知其他提供者。",
    ),
    procedures=("incident_report",),
)

monitor_risks = Duty(
    cite=Cite(MODEL_LAW, 33, 1),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=is_developer_or_provider,
    must=Text(
        "Watch for defects, vulnerabilities and other risks", "加强风险监测，及时发现安全缺陷、漏洞等风险"
    ),
    evidence=(Text("monitoring plan and alerts handled", "监测方案和告警处置记录"),),
)
remedy_risk = Duty(
    cite=Cite(MODEL_LAW, 33, 1),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=is_developer_or_provider,
    must=Text("Remedy a risk as soon as it is found", "发现风险立即采取补救措施"),
    within=AtOnce(after=incident.risk_found),
    done_by=incident.risk_remedied,
    evidence=(Text("what was done and when", "补救措施及时间记录"),),
)
remedy_incident = Duty(
    cite=Cite(MODEL_LAW, 33, 2),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=is_developer_or_provider,
    must=Text("Take remedial action as soon as an incident is detected", "发现安全事件立即采取补救措施"),
    within=AtOnce(after=incident.incident_detected),
    done_by=incident.incident_remedied,
    evidence=(Text("timeline of the measures taken", "补救措施时间线"),),
)
tell_provider = Duty(
    cite=Cite(MODEL_LAW, 33, 2),
    bearer=Role.DEVELOPER,
    when=is_developer & conduct.supplied_to_providers,
    must=Text("Tell the providers of the incident at once", "立即将安全事件通知提供者"),
    within=AtOnce(after=incident.incident_detected),
    done_by=incident.provider_told_of_incident,
    evidence=(Text("notice with time of sending and receipt", "通知及发送、接收时间"),),
    readings=(duties.incident_third_provision,),
)
incident_at_hand = Finding(
    cite=Cite(MODEL_LAW, 33, 2),
    says=Text("A safety incident is at hand", "存在安全事件"),
    denies=Text("No safety incident is at hand", "不存在安全事件"),
    when=~conduct.incident_severity.is_("none"),
)
user_notice_waived = Finding(
    cite=Cite(MODEL_LAW, 33, 3),
    says=Text(
        "Users need not be told: the measures effectively prevent substantial harm",
        "措施能够有效避免实质性危害，可以不告知使用者",
    ),
    denies=Text("Users must be told", "应当告知使用者"),
    when=is_provider & incident_at_hand & conduct.harm_prevented,
    unless=conduct.user_notice_demanded,
    benefit=True,
)
users_to_be_told = Finding(
    cite=Cite(MODEL_LAW, 33, 2),
    says=Text("On an incident, the provider must tell its users", "发生安全事件的，提供者应当告知使用者"),
    denies=Text("The provider need not tell its users", "提供者可以不告知使用者"),
    when=is_provider,
    unless=user_notice_waived,
)
order_user_notice = Power(
    cite=Cite(MODEL_LAW, 33, 3),
    holder=Role.AUTHORITY,
    may=Text(
        "Require the provider to tell affected users although it holds the notice unnecessary",
        "认为可能造成危害的，要求提供者告知受影响的使用者",
    ),
    when=is_provider,
)
