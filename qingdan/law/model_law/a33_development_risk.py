"""Article 33(4), the way back: an incident leads to the developer, and from there to every other provider."""

from qingdan.law.events import incident
from qingdan.law.facts import conduct
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.periods import AtOnce
from qingdan.law.grammar.rules import Duty, Finding, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a33_incidents import incident_at_hand
from qingdan.law.model_law.a71_definitions import is_developer, is_provider
from qingdan.law.readings import duties
from qingdan.law.statutes import MODEL_LAW

_CITE = Cite(MODEL_LAW, 33, 4)

tell_developer = Duty(
    cite=_CITE,
    bearer=Role.PROVIDER,
    when=is_provider & conduct.built_on_others & taking(duties.incident_notify_developer, "implied"),
    must=Text("Tell the developer of the incident", "将安全事件通知研发者"),
    within=AtOnce(after=incident.incident_detected),
    done_by=incident.developer_told_of_incident,
    evidence=(Text("notice with time of sending and receipt", "通知及发送、接收时间"),),
    readings=(duties.incident_notify_developer,),
)
assess_detected_incident = Duty(
    cite=_CITE,
    bearer=Role.DEVELOPER,
    when=is_developer,
    must=Text("Assess an incident as soon as it is detected", "发现安全事件后立即评估"),
    within=AtOnce(after=incident.incident_detected),
    done_by=incident.incident_assessed,
    evidence=(
        Text("assessment with its conclusion on the stage the risk comes from", "评估报告及风险来源阶段结论"),
    ),
)
assess_notified_incident = Duty(
    cite=_CITE,
    bearer=Role.DEVELOPER,
    when=is_developer,
    must=Text("Assess an incident as soon as a provider reports it", "收到提供者通知后立即评估"),
    within=AtOnce(after=incident.developer_told_of_incident),
    done_by=incident.incident_assessed,
    evidence=(
        Text("assessment with its conclusion on the stage the risk comes from", "评估报告及风险来源阶段结论"),
    ),
)
risk_passes_on = Finding(
    cite=_CITE,
    says=Text(
        "The risk comes from development: it must be passed on and supply suspended",
        "风险源于研发阶段，应当通知其他提供者并暂停或者下架",
    ),
    denies=Text("The risk does not come from development", "风险并非源于研发阶段"),
    when=is_developer & incident_at_hand & conduct.risk_from_development,
)
tell_other_providers = Duty(
    cite=_CITE,
    bearer=Role.DEVELOPER,
    when=risk_passes_on & conduct.supplied_to_providers,
    must=Text("Tell every other provider at once", "立即通知其他提供者"),
    within=AtOnce(after=incident.development_risk_found),
    done_by=incident.other_providers_told,
    evidence=(Text("list of providers told, with times", "被通知提供者名单及时间"),),
)
suspend_supply = Duty(
    cite=_CITE,
    bearer=Role.DEVELOPER,
    when=risk_passes_on,
    must=Text(
        "Suspend or remove the affected product until the risk is resolved",
        "暂停或者下架受影响产品、服务，直至风险消除",
    ),
    within=AtOnce(after=incident.development_risk_found),
    done_by=incident.supply_suspended,
    evidence=(Text("record of suspension, and later of the resolution", "暂停或者下架记录及风险消除记录"),),
)
make_own_product_safe = Duty(
    cite=_CITE,
    bearer=Role.PROVIDER,
    when=is_provider & conduct.built_on_others,
    must=Text(
        "Once told, deal with the risk in one's own product at once", "收到通知后立即处置自身产品、服务的风险"
    ),
    within=AtOnce(after=incident.development_risk_notice_received),
    done_by=incident.own_product_made_safe,
    evidence=(Text("what was done and when", "处置措施及时间记录"),),
)
