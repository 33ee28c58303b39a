"""Article 32(4)-(6), vulnerabilities: anyone may report them, their owner mends and discloses, nobody attacks.

"Promptly" has no number. The 2021 provisions on network products give one for the report to the
national platform; it is taken from a profile.
"""

from qingdan.law.events import incident
from qingdan.law.grammar.conditions import ALWAYS
from qingdan.law.grammar.periods import AtOnce, Period, Retention
from qingdan.law.grammar.readings import Figure
from qingdan.law.grammar.rules import Duty, Prohibition, Right, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a02_scope import in_scope
from qingdan.law.model_law.a32_safety import is_developer_or_provider
from qingdan.law.statutes import MODEL_LAW

platform_hours = Figure(profile="cn-2021-vulnerability", field="report")
intake_log_months = Figure(profile="cn-2021-vulnerability", field="intake_log")

report_a_vulnerability = Right(
    cite=Cite(MODEL_LAW, 32, 4),
    holder=Role.ANYONE,
    against=Role.DEVELOPER_OR_PROVIDER,
    may=Text("Report a security vulnerability to the developer or provider", "向研发者、提供者报告安全漏洞"),
    when=in_scope,
    note=Text("encouraged, not owed", "系鼓励性规定，并非义务"),
)
receive_vulnerability_reports = Duty(
    cite=Cite(MODEL_LAW, 32, 5),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=is_developer_or_provider,
    must=Text(
        "Keep a channel open for vulnerability reports and log what comes in",
        "建立并保持漏洞信息接收渠道畅通，留存接收日志",
    ),
    evidence=(
        Text("the published address for reports", "对外公布的接收渠道"),
        Text("intake log", "接收日志"),
    ),
    keeps=Retention(
        amount=intake_log_months,
        unit=Unit.MONTH,
        after=(incident.vulnerability_found,),
        cite=Cite(MODEL_LAW, 32, 5),
    ),
)
report_to_platform = Duty(
    cite=Cite(MODEL_LAW, 32, 5),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=is_developer_or_provider,
    must=Text("Report the vulnerability to the national sharing platform", "向国家漏洞信息共享平台报送漏洞"),
    within=AtOnce(
        after=incident.vulnerability_found,
        at_latest=Period(amount=platform_hours, unit=Unit.HOUR, after=incident.vulnerability_found),
    ),
    done_by=incident.vulnerability_sent_to_platform,
    evidence=(Text("receipt of the platform with its time", "平台回执及时间"),),
    note=Text("the rule says two days; 48 hours is the stricter count", "规定为“2日内”，此处从严按48小时计"),
)
patch_vulnerability = Duty(
    cite=Cite(MODEL_LAW, 32, 5),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=is_developer_or_provider,
    must=Text("Verify, grade and promptly patch the vulnerability", "验证、研判并及时修补漏洞"),
    within=AtOnce(after=incident.vulnerability_found),
    done_by=incident.vulnerability_patched,
    evidence=(Text("analysis, patch and its release", "分析记录、补丁及发布记录"),),
)
disclose_vulnerability = Duty(
    cite=Cite(MODEL_LAW, 32, 5),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=is_developer_or_provider,
    must=Text(
        "Disclose it responsibly once patched, and guide users in protecting themselves",
        "修补后负责任地披露，并指导使用者采取防范措施",
    ),
    within=AtOnce(after=incident.vulnerability_patched),
    done_by=incident.vulnerability_disclosed,
    evidence=(Text("the advisory and how users were reached", "漏洞公告及告知使用者的方式"),),
    presupposes=(patch_vulnerability,),
)
no_attack_on_ai = Prohibition(
    cite=Cite(MODEL_LAW, 32, 6),
    binds=Role.ANYONE,
    forbids=Text(
        "Circumventing, intruding on, interfering with or sabotaging the normal operation of another's AI",
        "规避、侵入、干扰、破坏他人人工智能正常运行",
    ),
    when=ALWAYS,
)
