"""The Personal Information Protection Law, as far as Articles 35, 45 and 48 lean on it. Known from memory, unverified."""

from qingdan.law.events import neighbour_filings, service
from qingdan.law.facts import product
from qingdan.law.grammar.periods import AtOnce, Before, Retention
from qingdan.law.grammar.readings import Figure
from qingdan.law.grammar.rules import Definition, Duty, Finding, Right, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a71_definitions import is_provider
from qingdan.law.statutes import PIPL

record_years = Figure(profile="cn-2021-personal-information", field="impact_records")

sensitive_information = Definition(
    cite=Cite(PIPL, 28),
    term=Text("sensitive personal information", "敏感个人信息"),
    means=Text(
        "biometrics, religion, specific identity, health, financial accounts, tracks, and all information of children under fourteen",
        "生物识别、宗教信仰、特定身份、医疗健康、金融账户、行踪轨迹等信息，以及不满十四周岁未成年人的个人信息",
    ),
)
refuse_automated_decision = Right(
    cite=Cite(PIPL, 24, 3),
    holder=Role.AFFECTED,
    against=Role.PROVIDER,
    may=Text(
        "Ask for an explanation, and refuse a decision taken by automation alone that weighs on one's rights",
        "要求说明，并拒绝仅通过自动化决策作出的对个人权益有重大影响的决定",
    ),
    when=is_provider
    & product.processes_personal_information
    & product.significant_impact
    & product.decides_without_human,
)
impact_assessment_required = Finding(
    cite=Cite(PIPL, 55),
    says=Text("A personal information impact assessment is required", "应当开展个人信息保护影响评估"),
    denies=Text("No personal information impact assessment is required", "无需开展个人信息保护影响评估"),
    when=is_provider
    & (
        product.processes_sensitive_information
        | (
            product.processes_personal_information
            & (product.significant_impact | product.decides_without_human)
        )
    ),
)
assess_impact = Duty(
    cite=Cite(PIPL, 55),
    bearer=Role.PROVIDER,
    when=impact_assessment_required,
    must=Text("Assess the impact on personal information beforehand", "事前开展个人信息保护影响评估"),
    within=Before(event=service.service_started),
    done_by=neighbour_filings.impact_assessed,
    evidence=(Text("impact assessment and record of processing", "影响评估报告和处理情况记录"),),
    keeps=Retention(
        amount=record_years, unit=Unit.YEAR, after=(neighbour_filings.impact_assessed,), cite=Cite(PIPL, 56)
    ),
)
tell_of_leak = Duty(
    cite=Cite(PIPL, 57),
    bearer=Role.PROVIDER,
    when=is_provider & product.processes_personal_information,
    must=Text(
        "Remedy a leak at once, and tell the authority and the individuals",
        "立即采取补救措施，通知主管部门和个人",
    ),
    within=AtOnce(after=neighbour_filings.information_leaked),
    done_by=neighbour_filings.leak_notified,
    evidence=(Text("notices with their times", "通知及时间"),),
)
