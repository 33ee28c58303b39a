"""Risks, vulnerabilities and incidents, and who was told (Articles 32, 33). Hours run from timed events."""

from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW

_VULNERABILITY, _RISK = Cite(MODEL_LAW, 32, 5), Cite(MODEL_LAW, 33, 1)
_INCIDENT, _WAIVER, _CHAIN = Cite(MODEL_LAW, 33, 2), Cite(MODEL_LAW, 33, 3), Cite(MODEL_LAW, 33, 4)

vulnerability_found = Event(
    says=Text("a security vulnerability becomes known", "发现或者获知安全漏洞"),
    cite=_VULNERABILITY,
    repeats=True,
    timed=True,
)
vulnerability_sent_to_platform = Event(
    says=Text("the vulnerability is reported to the national platform", "向国家漏洞信息共享平台报送漏洞"),
    cite=_VULNERABILITY,
    repeats=True,
    timed=True,
)
vulnerability_patched = Event(
    says=Text("the vulnerability is patched", "完成漏洞修补"), cite=_VULNERABILITY, repeats=True, timed=True
)
vulnerability_disclosed = Event(
    says=Text("the vulnerability is disclosed with guidance to users", "披露漏洞并指导用户防范"),
    cite=_VULNERABILITY,
    repeats=True,
)
risk_found = Event(
    says=Text("a security defect or other risk is found", "发现安全缺陷等风险"),
    cite=_RISK,
    repeats=True,
    timed=True,
)
risk_remedied = Event(
    says=Text("the risk is remedied", "对风险采取补救措施"), cite=_RISK, repeats=True, timed=True
)
incident_detected = Event(
    says=Text("a safety incident is detected", "发现安全事件"), cite=_INCIDENT, repeats=True, timed=True
)
incident_remedied = Event(
    says=Text("remedial action is taken on the incident", "对安全事件采取补救措施"),
    cite=_INCIDENT,
    repeats=True,
    timed=True,
)
provider_told_of_incident = Event(
    says=Text("the developer tells the provider of the incident", "研发者将安全事件通知提供者"),
    cite=_INCIDENT,
    repeats=True,
    timed=True,
)
users_told_of_incident = Event(
    says=Text("the provider tells its users of the incident", "提供者将安全事件告知使用者"),
    cite=_INCIDENT,
    repeats=True,
    timed=True,
)
authority_told_of_incident = Event(
    says=Text("the provider reports the incident to the authority", "提供者向主管机关报告安全事件"),
    cite=_INCIDENT,
    repeats=True,
    timed=True,
)
user_notice_ordered = Event(
    says=Text("the authority orders that users be told", "主管机关要求告知使用者"),
    cite=_WAIVER,
    repeats=True,
    timed=True,
)
developer_told_of_incident = Event(
    says=Text("the developer is told of the incident by a provider", "研发者收到提供者的安全事件通知"),
    cite=_CHAIN,
    repeats=True,
    timed=True,
)
incident_assessed = Event(
    says=Text("the developer has assessed the incident", "研发者完成安全事件评估"),
    cite=_CHAIN,
    repeats=True,
    timed=True,
)
development_risk_found = Event(
    says=Text("the assessment finds a risk from the development stage", "评估发现源于研发阶段的风险"),
    cite=_CHAIN,
    repeats=True,
    timed=True,
)
other_providers_told = Event(
    says=Text("the other providers are told of the risk", "将风险通知其他提供者"),
    cite=_CHAIN,
    repeats=True,
    timed=True,
)
supply_suspended = Event(
    says=Text("the affected product is suspended or removed", "暂停提供或者下架受影响产品、服务"),
    cite=_CHAIN,
    repeats=True,
    timed=True,
)
development_risk_notice_received = Event(
    says=Text("a developer's notice of a development risk is received", "收到研发者的研发风险通知"),
    cite=_CHAIN,
    repeats=True,
    timed=True,
)
own_product_made_safe = Event(
    says=Text(
        "the notified provider has dealt with the risk in its own product",
        "被通知的提供者已处置自身产品、服务的风险",
    ),
    cite=_CHAIN,
    repeats=True,
    timed=True,
)
incident_closed = Event(says=Text("the incident is closed", "安全事件处置结束"), cite=_INCIDENT, repeats=True)
final_report_filed = Event(
    says=Text("the final report on the incident is filed", "提交安全事件总结报告"),
    cite=_INCIDENT,
    repeats=True,
)
